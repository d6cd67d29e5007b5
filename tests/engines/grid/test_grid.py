"""A Selenium Grid 4 with two nodes, on this machine."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.engines.grid.grid import grid
from tests.harness.play.test_lost_browser import STEPS, scenarios
from tests.harness.report.left import attempts

if TYPE_CHECKING:
    from tests.harness.conftest import Project

ROOT = Path(__file__).parents[3]
# What is to be played of all features, where there is no time for more: -k of pytest.
SELECTED = os.environ.get("RENEWAL_ENGINES_SELECT", "")

KILLS = """
    import json

    from tests.asking import ask

    @when(en="its machine dies the first time", ko="처음에 머신이 죽는다")
    def kill_machine():
        if not Path("died").exists():
            Path("died").touch()
            grid = ask("GET", os.environ["SELENIUM_REMOTE_URL"] + "/status").json()["value"]
            plays = [node["uri"] for node in grid["nodes"] if any(slot["session"] for slot in node["slots"])]
            os.killpg(json.loads(Path("nodes").read_text())[plays[0]], signal.SIGKILL)
"""


def test_all_features_pass_and_both_nodes_play() -> None:
    with grid() as made:
        command = [sys.executable, "-m", "pytest", "features", "-n", "2", "-q", "-k", SELECTED]
        run = subprocess.run(
            command,
            cwd=ROOT,
            env={**os.environ, "SELENIUM_REMOTE_URL": made.url},
            capture_output=True,
            text=True,
            check=False,
        )
        assert run.returncode == pytest.ExitCode.OK, run.stdout[-5000:] + run.stderr
        print(run.stdout[-300:])
        assert set(made.played()) == set(made.nodes)


@pytest.mark.parametrize("workers", ["0", "2"])
def test_a_node_that_dies_costs_one_more_try_on_the_other(
    project: Project, monkeypatch: pytest.MonkeyPatch, workers: str
) -> None:
    project.steps(STEPS + KILLS)
    project.fragile_bank()
    project.write("a.feature", scenarios("its machine dies the first time"))
    project.write("b.feature", scenarios("the page is read"))
    with grid(browsers=2) as made:
        project.write("nodes", json.dumps({url: node.pid for url, node in made.nodes.items()}))
        monkeypatch.setenv("SELENIUM_REMOTE_URL", made.url)
        result = project.run_apart("-n", workers, "--dist=loadfile")
    assert result.ret == pytest.ExitCode.OK
    # With two workers it may be the other one's.
    assert ["failed", "passed"] in attempts(project)
    result.stdout.fnmatch_lines(["*6 passed, * rerun in *", "Played more than once (the report says why): *"])
