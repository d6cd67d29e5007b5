"""The guide's claims and the named people, as `seeds/` holds them."""
