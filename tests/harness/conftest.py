"""Small projects that use the harness as its users do, run end to end."""

from __future__ import annotations

import re
import shutil
import signal
from collections.abc import Callable, Sequence
from pathlib import Path
from textwrap import dedent
from typing import Any

# pytester forgets what is first imported in its test, and this would be imported anew by each run.
import cucumber_messages  # noqa: F401
import httpcore  # noqa: F401
import jinja2.ext  # noqa: F401
import pytest
from _pytest.fixtures import SubRequest
from cucumber_expressions.parameter_type_registry import ParameterTypeRegistry
from playwright.sync_api import Browser, Page, Playwright

from harness.language.vocabulary import VOCABULARY
from harness.play.bank import Bank
from harness.play.bank_of_run import TOKEN_VARIABLE
from tests.asking import HANGING
from tests.harness.report.guide_report_page import GuideReportPage

ROOT = Path(__file__).parents[2]

STEPS = """
from harness.language.vocabulary import given, parameter, then, when

@given(en="a counter", ko="계수기가 있다")
def counter(): pass

@when(
    en="{name:string} counts {first:int} and {second:int}",
    ko="{second:int} 앞에 {first:int}을 {name:string}이/가 센다",
    target_fixture="counted",
)
def count(name, first, second):
    return f"{name} {first} {second}"

@then(en="it says {expected:string}", ko="{expected:string}라고 한다")
def check(counted, expected):
    assert counted == expected
"""

CLAIM = """
    [claims."{id}"]
    chapter = "steps"
    en = "the guide says"
    ko = "안내서의 말"
    en_shows = "a customer observes"
    ko_shows = "고객이 보는 것"
"""

# What the harness needs of a mock bank, and a way to die: opening a world kills it.
FRAGILE_BANK = """
    import json
    import os
    import sys
    import threading
    from http.server import BaseHTTPRequestHandler, HTTPServer

    class Bank(BaseHTTPRequestHandler):
        def do_GET(self):
            self.send_response(200)
            self.end_headers()
            self.wfile.write(b'{"worlds": []}')

        def do_POST(self):
            print("the vault is empty", file=sys.stderr, flush=True)
            os._exit(3)

        def log_message(self, *arguments): pass

    with open("bank.pid", "w") as file:
        file.write(str(os.getpid()))
    server = HTTPServer(("127.0.0.1", 0), Bank)
    print(json.dumps({"url": f"http://localhost:{server.server_port}", "token": "secret"}), flush=True)

    def end_with_who_started_it():
        sys.stdin.buffer.raw.read()
        os._exit(0)

    threading.Thread(target=end_with_who_started_it, daemon=True).start()
    server.serve_forever()
"""


# Plugins that come with libraries: schemathesis alone would be most of what a run takes.
NEEDLESS = "-p no:hypothesispytest -p no:anyio -p no:faker -p no:schemathesis"


MAIN = pytest.main


def main(arguments: list[str], plugins: list[object]) -> Any:
    """Pytester fails over SystemExit, with which a run ends that began anew (harness.typed_lines)."""
    try:
        return MAIN(arguments, plugins)
    except SystemExit as error:
        return error.code


class Project:
    """A project in a folder of its own: features, seeds, and steps in conftest.py."""

    def __init__(self, pytester: pytest.Pytester) -> None:
        self.pytester = pytester
        self.lent: dict[str, object] = {}  # fixtures of ours that a run in this process uses as its own
        self.has_our_steps = False
        pytester.makeini(
            f"""
            [pytest]
            addopts = --strict-markers --strict-config -p no:cacheprovider --replay=off {NEEDLESS}
            filterwarnings = error
            disable_test_id_escaping_and_forfeit_all_rights_to_community_support = true
            """
        )
        self.steps(STEPS)
        self.write("seeds/tags.toml", "[tags]\nslow = 'takes more than five seconds'\n")

    @property
    def path(self) -> Path:
        return self.pytester.path

    def steps(self, source: str) -> None:
        """Have these steps, and no others."""
        self.pytester.makeconftest('pytest_plugins = ["harness.plugin"]\n' + dedent(source))

    def more_steps(self, source: str) -> None:
        """Have these steps too."""
        with (self.path / "conftest.py").open("a", encoding="utf-8") as file:
            file.write(dedent(source))

    def write(self, path: str, text: str) -> None:
        file = self.path / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(dedent(text).lstrip("\n"), encoding="utf-8")

    def read(self, path: str) -> str:
        return (self.path / path).read_text(encoding="utf-8")

    def feature(self, path: str = "a.feature", /, **scenarios: Sequence[str]) -> None:
        """Have a feature A of these scenarios: each its tags, if any, and its steps."""
        text = "Feature: A\n"
        for name, lines in scenarios.items():
            tags = [line for line in lines if line.startswith("@")]
            title = f"Scenario: {name.replace('_', ' ')}"
            text += "".join(f"  {line}\n" for line in [*tags, title])
            text += "".join(f"    {line}\n" for line in lines[len(tags) :])
        self.write(path, text)

    def claims(self, *ids: str) -> None:
        """Have a guide that makes these claims."""
        self.write("seeds/guide.toml", "".join(CLAIM.format(id=id) for id in ids))

    def people(self) -> None:
        """Have the people of our own project."""
        self.write("seeds/people.toml", (ROOT / "seeds" / "people.toml").read_text(encoding="utf-8"))

    def ours(self) -> None:
        """Be a copy of our own project, but for its bank."""
        self.has_our_steps = True
        for name in ("features", "seeds", "steps"):
            shutil.copytree(ROOT / name, self.path / name, dirs_exist_ok=True)
        for name in ("conftest.py", "pyproject.toml"):
            shutil.copy(ROOT / name, self.path)

    def bank(self, program: str) -> None:
        """Have this mock bank."""
        self.write("mock_bank/__init__.py", "")
        self.write("mock_bank/__main__.py", program)

    def fragile_bank(self) -> None:
        """Have a mock bank that dies when a world is to be opened."""
        self.bank(FRAGILE_BANK)

    def run(self, *arguments: str, main: Callable[..., Any] = main) -> pytest.RunResult:
        """Run pytest in this process, which is quick; its workers, if any, are processes all the same.

        `main` is for what runs pytest in a way of its own.
        """
        with pytest.MonkeyPatch.context() as patch:
            # The run shares our vocabulary, and is to know none of our phrases unless they are its own.
            patch.setattr(VOCABULARY, "composites", [])
            patch.setattr(VOCABULARY, "phrases", VOCABULARY.phrases if self.has_our_steps else [])
            if not self.has_our_steps:
                patch.setattr(VOCABULARY, "_types", ParameterTypeRegistry())
                patch.setattr(VOCABULARY, "_words", {})
                patch.setattr(VOCABULARY, "_such_as", {})
                patch.setattr(VOCABULARY, "_say", {})
            # pytest-playwright collects soft assertions in a scope that cannot be nested in that of our test.
            patch.setattr("pytest_playwright.pytest_playwright._soft_scope", None)
            patch.setattr("_pytest.pytester.main", main)
            return self.pytester.runpytest_inprocess(*arguments, plugins=[self], no_reraise_ctrlc=True)

    def pytest_fixture_setup(
        self, fixturedef: pytest.FixtureDef[object], request: SubRequest
    ) -> object | None:
        """Let a run in this process have what it was lent, instead of what it would make itself."""
        lent = self.lent.get(fixturedef.argname)
        if lent:
            fixturedef.cached_result = (lent, fixturedef.cache_key(request), None)
        return lent

    def refuse(self, told: str, *arguments: str) -> None:
        """A run ends at once, and says no more than this, in which `*` stands for anything."""
        result = self.run(*arguments)
        assert result.ret == pytest.ExitCode.USAGE_ERROR
        result.stderr.fnmatch_lines([told])
        assert "Traceback" not in result.stderr.str()

    def run_apart(self, *arguments: str) -> pytest.RunResult:
        """Run pytest in a process of its own: one that is killed, or kills what this process needs."""
        return self.pytester.runpytest_subprocess(*arguments, timeout=HANGING)

    def node_ids(self, *arguments: str) -> list[str]:
        """The node ids that are collected, in order."""
        lines = self.run("--collect-only", "-q", *arguments).outlines
        return [line for line in lines if re.search(r"\.\w+::", line)]


@pytest.fixture(autouse=True)
def signals_are_heard() -> None:
    """All that a test starts would ignore what this process ignores.

    That is Ctrl-C where a shell has started it in the background, the terminal's end where nohup has, and
    what a run in this process has left so.
    """
    signal.signal(signal.SIGHUP, signal.SIG_DFL)
    signal.signal(signal.SIGINT, signal.default_int_handler)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)


@pytest.fixture
def report(page: Page) -> GuideReportPage:
    """guide.html in a browser."""
    return GuideReportPage(page)


@pytest.fixture
def project(pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch) -> Project:
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    monkeypatch.setenv("PYTEST_ADDOPTS", NEEDLESS)
    # A test that runs in one of xdist's workers runs a pytest that is none.
    monkeypatch.delenv("PYTEST_XDIST_WORKER", raising=False)
    return Project(pytester)


@pytest.fixture
def launching_project(project: Project, playwright: Playwright) -> Project:
    """A project whose runs in this process start their browsers with our driver."""
    project.lent = {"playwright": playwright}
    return project


@pytest.fixture
def browsing_project(launching_project: Project, browser: Browser) -> Project:
    """A project whose runs in this process play in our browser, in contexts of their own."""
    launching_project.lent["browser"] = browser
    return launching_project


@pytest.fixture
def our_project(
    browsing_project: Project, bank: Bank, token: str, monkeypatch: pytest.MonkeyPatch
) -> Project:
    """A copy of our own project, whose runs in this process play at our bank."""
    browsing_project.ours()
    monkeypatch.setenv("PYTEST_ADDOPTS", f"{NEEDLESS} --bank-url={bank.url}")
    monkeypatch.setenv(TOKEN_VARIABLE, token)
    return browsing_project
