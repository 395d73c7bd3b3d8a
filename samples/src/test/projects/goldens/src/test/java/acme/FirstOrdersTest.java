package acme;

class FirstOrdersTest extends Orders {}
