"""Mutants of the mock bank's rules: small alterations that nobody thought of, and whether anything notices.

`python -m tests.mutants` or, shorter, `make mutants N=60 SEED=1`.
"""
