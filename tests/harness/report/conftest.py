from __future__ import annotations

import pytest

from tests.harness.conftest import Project
from tests.harness.report.test_record import CLAIMS, STEPS


@pytest.fixture
def guide(project: Project) -> Project:
    """A project with a guide, and steps for all that may become of a scenario."""
    project.claims(*CLAIMS)
    project.fragile_bank()
    project.steps(STEPS)
    return project
