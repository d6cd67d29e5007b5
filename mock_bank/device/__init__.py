"""The customer's computer: makes keys, keeps certificates, signs. The bank sees neither key nor password."""
