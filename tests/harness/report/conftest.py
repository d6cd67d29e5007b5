from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.harness.report.test_record import CLAIMS, STEPS

if TYPE_CHECKING:
    from tests.harness.conftest import Project


@pytest.fixture
def guide(project: Project) -> Project:
    """A project with a guide, and steps for all that may become of a scenario."""
    project.claims(*CLAIMS)
    project.fragile_bank()
    project.steps(STEPS)
    return project
