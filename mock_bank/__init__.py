"""The site under test: a bank, a certificate authority and the customer's device, in isolated worlds."""
