"""Load the harness and every module of steps, for features and tests alike."""

from pathlib import Path
from pkgutil import iter_modules

import pytest

# Their asserts are to explain themselves, in whatever order the modules import each other.
pytest.register_assert_rewrite("steps")

step_modules = iter_modules([str(Path(__file__).parent / "steps")])
pytest_plugins = ["pytester", "harness.plugin", *(f"steps.{module.name}" for module in step_modules)]
