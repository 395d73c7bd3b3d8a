package acme;

class ThirdOrdersTest extends Orders {}
