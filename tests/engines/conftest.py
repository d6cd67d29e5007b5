"""Small projects, as tests of the harness have them."""

from tests.harness.conftest import project, signals_are_heard

__all__ = ["project", "signals_are_heard"]
