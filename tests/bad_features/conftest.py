"""These features are broken on purpose: tests/harness/test_check.py reads them, and nothing runs them."""

collect_ignore_glob = ["*.feature"]
