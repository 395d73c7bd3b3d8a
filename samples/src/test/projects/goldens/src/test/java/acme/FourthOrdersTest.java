package acme;

class FourthOrdersTest extends Orders {}
