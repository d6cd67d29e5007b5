"""Broken on purpose: tests/harness/check/test_check.py reads these features, and nothing runs them."""

collect_ignore_glob = ["*.feature"]
