"""A chapter of the guide and a whole renewal hold in Firefox too: each change meets a second engine."""

from __future__ import annotations

import pytest

from harness.play.browser import NoBrowser, find_browser
from tests.harness.conftest import Project

PLAYED = ("features/prepare.feature", "features/demo.feature::Kim Hana renews her certificate")


def test_a_chapter_and_a_renewal_hold_in_firefox(our_project: Project) -> None:
    try:
        find_browser("firefox", headed=False)
    except NoBrowser as missing:
        pytest.skip(str(missing))
    del our_project.lent["browser"]
    played = our_project.run("--browser", "firefox", "--reports=off", "--replay=off", *PLAYED)
    assert played.ret == pytest.ExitCode.OK
    assert played.parseoutcomes().keys() == {"passed"}  # and none is excused
