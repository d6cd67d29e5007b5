"""The mock authority (모의인증원): it issues certificates and says what has become of them."""
