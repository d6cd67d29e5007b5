"""Scenarios again and again, in random order on a busy machine: what fails now and then has a race."""
