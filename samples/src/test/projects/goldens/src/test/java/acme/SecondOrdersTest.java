package acme;

class SecondOrdersTest extends Orders {}
