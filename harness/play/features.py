"""`.feature` files as test files, so that a feature runs without a line of Python beside it.

pytest-bdd runs the scenarios. What it would let pass in silence is found before it begins (harness.check):
a file that cannot be run as it stands is an error of collection; a step that cannot fails its own scenario.
"""

from __future__ import annotations

import copy
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
import pytest_bdd
from _pytest.nodeid import NodeId
from pytest_bdd.feature import features as feature_cache
from pytest_bdd.gherkin_parser import Feature as Document
from pytest_bdd.gherkin_parser import Scenario
from pytest_bdd.parser import Feature, ScenarioTemplate
from pytest_bdd.parser import Scenario as RenderedScenario

from harness.check.feature import check_steps, check_structure
from harness.check.finding import Finding, listed
from harness.check.project import load_people
from harness.check.steps import StepChecker, of_scenarios
from harness.check.structure import tags
from harness.errors import HarnessError
from harness.language.composite import add_composites
from harness.language.expanded import PlayedStep, feature_of
from harness.language.gherkin import names_at, shown_name
from harness.language.vocabulary import VOCABULARY
from harness.play.excuse import excuse_without
from harness.seeds.browsers import NEEDS_TAG
from harness.seeds.guide import claimed, claims_of
from harness.seeds.tags import NOT_TAGS, TAGS_FILE, is_known, load_tags
from harness.spoken import said, spoken
from harness.typed_lines import LINES

IN_MODULE = "scenario: "  # begins the name of a scenario's function
CHECKER = pytest.StashKey[StepChecker]()


class ScenarioItem(pytest.Function):
    """One scenario, or one row of an outline's examples."""

    problems: list[Finding]  # what keeps it from being run
    remarks: list[Finding]  # what is wrong besides

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        # As pytest's cache reads it from a file: name and parameters apart, or --lf would not know it again.
        self._id = NodeId.parse(self.nodeid)

    @property
    def title(self) -> str:
        """What people know it by: its name, with the values of its row."""
        return shown_name(self.originalname) + self.name.removeprefix(self.originalname)

    @property
    def template(self) -> ScenarioTemplate:
        """The scenario in the feature."""
        parent = self.getparent(FeatureFile)
        assert parent is not None
        return parent.feature.scenarios[self.originalname]

    @property
    def steps(self) -> list[PlayedStep]:
        """The steps that are played, of composite ones what they consist of."""
        return [step for step in self.template.steps if isinstance(step, PlayedStep)]

    @property
    def language(self) -> str:
        """The one in which the scenario is spoken of."""
        return spoken(self.template.feature.language)

    @property
    def claims(self) -> list[str]:
        """The ids of the claims that the scenario is tagged with."""
        return sorted(filter(None, {claimed(mark.name) for mark in self.iter_markers()}))

    def twin(self) -> ScenarioItem:
        """The same scenario with nothing of what has happened to this one, to be played beside it."""
        twin = copy.copy(self)
        twin.stash = pytest.Stash()
        twin.user_properties = []
        twin._report_sections = []
        twin._initrequest()
        return twin

    def told(self, findings: list[Finding]) -> str:
        """What is wrong with it, for people."""
        return listed(findings, shown(self.path, self.config), self.language)

    def runtest(self) -> None:
        """Run the scenario, or say why it cannot be run, or not in this browser."""
        if self.problems:
            pytest.fail(self.told([*self.problems, *self.remarks]), pytrace=False)
        for mark in self.iter_markers():
            if mark.name.startswith(NEEDS_TAG):
                excuse_without(mark.name.removeprefix(NEEDS_TAG), self._request)
        super().runtest()

    def _traceback_filter(self, excinfo: pytest.ExceptionInfo[BaseException]) -> Any:
        """Begin a traceback at the step: pytest-bdd hides its own frames, and this hides pytest's."""
        traceback = super()._traceback_filter(excinfo)
        return traceback.filter(lambda entry: "_pytest" not in Path(entry.path).parts)

    def reportinfo(self) -> tuple[Path, int, str]:
        """Where the scenario is, for reports: in the feature file, not in pytest-bdd."""
        return self.path, self.template.line_number - 1, self.title


class FeatureFile(pytest.Module):
    """A feature as a module with a function for each scenario."""

    document: Document
    phrases: list[Scenario]  # those that it defines
    feature: Feature
    problems: dict[str, list[Finding]]

    def _getobj(self) -> ModuleType:
        return ModuleType(self.path.stem)

    def collect(self) -> list[pytest.Item | pytest.Collector]:
        """An item for each scenario; with several browsers one for each of them."""
        self.document, self.phrases = self._read()
        checker = self.config.stash[CHECKER]
        self.problems = of_scenarios(self.document, checker)
        self.feature = feature_of(self.path, self.document, checker.matching)
        # pytest-bdd's scenario() looks here before it would parse the file a second time.
        feature_cache[self.feature.filename] = self.feature
        return [item for name in self.feature.scenarios for item in self._items(name)]

    def _read(self) -> tuple[Document, list[Scenario]]:
        """The feature in the file, and the phrases in it; an error of collection if it cannot be run so."""
        checker = self.config.stash[CHECKER]
        known = known_tags(self.config)
        reading = check_structure(self.path, checker, known)
        if reading.findings or not reading.document:
            findings = [*reading.findings, *check_steps(self.path, reading, checker)]
            raise self.CollectError(listed(findings, shown(self.path, self.config), spoken(reading.language)))
        _register({tag.name.removeprefix("@") for tag in tags(reading.document)} - {*known}, self.config)
        return reading.document, reading.phrases

    def _items(self, name: str) -> Iterator[ScenarioItem]:
        decorate = pytest_bdd.scenario(self.path.name, name, features_base_dir=str(self.path.parent))
        function = decorate(_nothing)
        # Not by its own name, which may mean something to Python, or to pytest, in a module: setup_module.
        setattr(self.obj, IN_MODULE + name, function)
        for plain in self._genfunctions(IN_MODULE + name, function):
            item = ScenarioItem.from_parent(
                self,
                name=plain.name.removeprefix(IN_MODULE),
                callspec=getattr(plain, "callspec", None),
                callobj=function,
                fixtureinfo=plain._fixtureinfo,
                originalname=name,
            )
            found = self.problems[name]
            item.problems = [finding for finding in found if not finding.can_be_played]
            item.remarks = [finding for finding in found if finding.can_be_played]
            yield item


@pytest.hookimpl(tryfirst=True)
def pytest_bdd_before_scenario(request: pytest.FixtureRequest, scenario: RenderedScenario) -> None:
    """Name no value yet, and play the steps that know where they stand: pytest-bdd has copied them."""
    VOCABULARY.named.clear()
    if isinstance(request.node, ScenarioItem):  # and no test of pytest-bdd's own kind
        scenario.steps = [*request.node.steps]


def _nothing() -> None:
    """What pytest-bdd calls after a scenario's last step."""


def _register(members: Iterable[str], config: pytest.Config) -> None:
    """Make markers of tags that are known by their family alone."""
    for tag in members:
        config.addinivalue_line("markers", f"{tag}: of a family in {TAGS_FILE}")


def known_tags(config: pytest.Config) -> list[str]:
    """The tags that a feature may carry: every registered marker that works without arguments."""
    names = [line.partition(":")[0].partition("(")[0].strip() for line in config.getini("markers")]
    return [name for name in names if name not in NOT_TAGS]


def pytest_configure(config: pytest.Config) -> None:
    """Register the tags as markers, for --strict-markers and `pytest --markers`; get ready to check steps."""
    try:
        add_composites(VOCABULARY, config.rootpath)
        config.stash[CHECKER] = StepChecker(VOCABULARY, load_people(config.rootpath))
        own_tags = load_tags(config.rootpath)
    except HarnessError as error:
        raise pytest.UsageError(str(error)) from None
    for tag, meaning in own_tags.items():
        config.addinivalue_line("markers", f"{tag}: {meaning}")
    # One may be asked for that no feature carries any more.
    asked = re.findall(r"[\w.-]+", config.option.markexpr)
    _register({tag for tag in asked if tag not in own_tags and is_known(tag, own_tags)}, config)
    for claim in claims_of(config).values():
        config.addinivalue_line("markers", f"{claim.tag}: {claim.en}")


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> FeatureFile | None:
    """Take every .feature file for a test file."""
    if file_path.suffix != ".feature":
        return None
    collector: FeatureFile = FeatureFile.from_parent(parent, path=file_path)
    return collector


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Run scenarios once for each --browser; with one browser node ids stay as they are."""
    several = len(metafunc.config.getoption("--browser")) > 1
    if several and isinstance(metafunc.definition.parent, FeatureFile):
        # pytest-playwright does the rest for every test that asks for this name.
        metafunc.fixturenames.append("browser_name")


@pytest.hookimpl(tryfirst=True)
def pytest_collection(session: pytest.Session) -> None:
    """Take `x.feature:12` for the ids of what is run of that line: its scenario, or its row of examples."""
    session.config.args[:] = [id for arg in session.config.args for id in _ids_of(arg, session)]


def _ids_of(arg: str, session: pytest.Session) -> list[str]:
    found = LINES.fullmatch(arg)
    path = found and session.config.invocation_params.dir / found["path"]
    if not found or not path or not path.is_file():
        return [arg]  # an ordinary one, or one that pytest itself refuses
    last = len(path.read_bytes().splitlines())
    numbers = [int(number) for number in found["lines"].split(":")[1:]]
    if beyond := [number for number in numbers if not 1 <= number <= last]:
        raise pytest.UsageError(
            said(
                f"{found['path']} has no line {beyond[0]}: it has {last} lines",
                f"{found['path']}에 {beyond[0]}번째 줄이 없습니다. 모두 {last}줄입니다",
            )
        )
    # Collected a first time for its ids alone, which know of browsers too.
    file = FeatureFile.from_parent(session, path=path)
    try:
        items = [item for item in file.collect() if isinstance(item, ScenarioItem)]
    except pytest.Collector.CollectError:
        return [found["path"]]  # to be told as for the whole file
    at = {number: names_at(file.document, file.phrases, number) for number in numbers}
    if nothing := [number for number, names in at.items() if not names]:
        raise pytest.UsageError(
            said(
                f"{found['path']}:{nothing[0]} is a phrase: it is played where a scenario says it",
                f"{found['path']}:{nothing[0]}은 표현입니다. 이 표현을 쓰는 시나리오를 실행하세요",
            )
        )
    names = {name for names in at.values() for name in names}
    return [f"{found['path']}::{item.name}" for item in items if item.originalname in names]


def pytest_report_collectionfinish(config: pytest.Config, items: list[pytest.Item]) -> str | None:
    """Say which scenarios could not be run, if none is to be run: they would fail and say so themselves."""
    if not config.option.collectonly:
        return None
    findings: dict[FeatureFile, list[Finding]] = {}
    for item in items:
        if isinstance(item, ScenarioItem) and isinstance(item.parent, FeatureFile):
            findings.setdefault(item.parent, []).extend([*item.problems, *item.remarks])
    texts = [
        listed(found, shown(file.path, config), spoken(file.feature.language))
        for file, found in findings.items()
        if found
    ]
    return "\n".join(texts) or None


def shown(path: Path, config: pytest.Config) -> str:
    """A path for people: from the project's folder on."""
    return str(path.relative_to(config.rootpath) if path.is_relative_to(config.rootpath) else path)
