"""The images of the Containerfile hold what they need; `make engines` builds them."""

from __future__ import annotations

import ast
import re
import sys
from importlib.metadata import packages_distributions

import yaml

from harness import ROOT

CONTAINERFILE = (ROOT / "Containerfile").read_text(encoding="utf-8")


def of_the_bank() -> set[str]:
    listed = (ROOT / "pyproject.toml").read_text(encoding="utf-8").partition("# the mock bank")[2]
    return set(re.findall(r'"([\w-]+)"', listed.partition("#")[0]))


def test_the_bank_alone_has_the_libraries_that_it_imports() -> None:
    (installed,) = re.findall(
        r"--constraint constraints.txt \\\n(.*?)\nCOPY mock_bank", CONTAINERFILE, re.DOTALL
    )
    assert {*re.findall(r"[\w-]+", installed)} == of_the_bank()
    distributions = packages_distributions()
    for module in (ROOT / "mock_bank").rglob("*.py"):
        for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            names += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            for top in {name.partition(".")[0] for name in names} - {*sys.stdlib_module_names, "mock_bank"}:
                if not top.startswith("_"):
                    known = {name.lower().replace("_", "-") for name in distributions[top]}
                    assert known & of_the_bank(), f"{module}: {top}"


def test_what_is_copied_is_there() -> None:
    copied = re.findall(r"^COPY (.+) \S+$", CONTAINERFILE, re.MULTILINE)
    assert copied
    assert [path for paths in copied for path in paths.split() if not (ROOT / path).exists()] == []


def test_the_features_wait_for_a_bank_that_answers() -> None:
    services = yaml.safe_load((ROOT / "compose.yaml").read_text(encoding="utf-8"))["services"]
    targets = {one["build"]["target"] for one in services.values()}
    assert targets == {*re.findall(r"^FROM \S+ AS (?!python)(\w+)$", CONTAINERFILE, re.MULTILINE)}
    assert services["features"]["depends_on"] == {"bank": {"condition": "service_healthy"}}
    assert "http://bank:8765" in services["features"]["command"]
    assert "EXPOSE 8765" in CONTAINERFILE
