Please test that a customer can sign in.
It should work at night too.
