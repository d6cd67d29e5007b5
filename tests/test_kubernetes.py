"""The example for Kubernetes: its shards are those of one run, and its merge takes them all."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml

JOBS = yaml.safe_load_all((Path(__file__).parents[1] / "docs/kubernetes.yaml").read_text(encoding="utf-8"))
SHARDS, MERGE = JOBS


def play(job: dict[str, Any], place: Path, **environment: str) -> int:
    """Run a job's script with a pytest and a `renewal` that tell what they were asked."""
    script = job["spec"]["template"]["spec"]["containers"][0]["command"][-1]
    programs = place / "bin"
    programs.mkdir(exist_ok=True)
    for name, does in {
        "pytest": "mkdir -p reports; echo $@ > reports/asked; exit 1",
        "renewal": "echo $@ > asked",
    }.items():
        (programs / name).write_text(f"#!/bin/sh\n{does}\n")
        (programs / name).chmod(0o755)
    run = subprocess.run(
        ["sh", "-c", script.replace("/shared", str(place / "shared"))],
        cwd=place,
        env={"PATH": f"{programs}:{os.environ['PATH']}", **environment},
        check=False,
    )
    return run.returncode


def test_each_index_is_a_shard_and_the_merge_takes_them_all(tmp_path: Path) -> None:
    shared = tmp_path / "shared"
    shared.mkdir()
    shards = SHARDS["spec"]["completions"]
    for index in range(shards):
        # Also a second time, when its pod was lost in the middle.
        (shared / f"{index}.part").mkdir()
        assert play(SHARDS, tmp_path, JOB_COMPLETION_INDEX=str(index)) == 0
    asked = {(shared / f"shard-{index}/asked").read_text().split("--splits ")[1] for index in range(shards)}
    assert asked == {f"{shards} --group {group}\n" for group in range(1, shards + 1)}
    assert play(MERGE, tmp_path) == 0
    told = (tmp_path / "asked").read_text().split()
    assert told == [
        "merge",
        *(f"{shared}/shard-{index}" for index in range(shards)),
        "-o",
        f"{shared}/reports",
    ]


@pytest.mark.parametrize("job", [SHARDS, MERGE])
def test_both_jobs_share_one_volume_and_end_by_themselves(job: dict[str, Any]) -> None:
    spec = job["spec"]["template"]["spec"]
    assert job["kind"] == "Job"
    assert spec["restartPolicy"] == "Never"
    assert [mount["name"] for mount in spec["containers"][0]["volumeMounts"]] == [
        volume["name"] for volume in spec["volumes"]
    ]


def test_the_shards_are_indexed() -> None:
    assert SHARDS["spec"]["completionMode"] == "Indexed"
    assert SHARDS["spec"]["parallelism"] == SHARDS["spec"]["completions"]
