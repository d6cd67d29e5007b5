"""`.feature` files as test files, so that a feature runs without a line of Python beside it.

pytest-bdd runs the scenarios. What it would let pass in silence is refused when the file is collected
(harness.gherkin) or when the step is run (a text that two phrases match).
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
import pytest_bdd
from pytest_bdd.feature import features as feature_cache
from pytest_bdd.parser import Feature, ScenarioTemplate, Step

from harness.gherkin import FeatureFileError, read_feature
from harness.guide import CLAIM_TAG, claims_of
from harness.vocabulary import VOCABULARY

OWN_TAGS = {"slow": "takes more than five seconds"}
# Markers that mean nothing without arguments, which a tag cannot give.
NOT_TAGS = {"parametrize", "usefixtures", "filterwarnings", "skipif"}
KEYWORDS = {
    "en": {"given": "Given", "when": "When", "then": "Then"},
    "ko": {"given": "조건", "when": "만일", "then": "그러면"},
}
FAILED_STEP = pytest.StashKey[str]()


class ScenarioItem(pytest.Function):
    """One scenario, or one row of an outline's examples."""

    @property
    def template(self) -> ScenarioTemplate:
        """The scenario in the feature."""
        parent = self.getparent(FeatureFile)
        assert parent is not None
        return parent.feature.scenarios[self.originalname]

    @property
    def claims(self) -> list[str]:
        """The ids of the guide's claims that the scenario is tagged with."""
        names = {mark.name for mark in self.iter_markers()}
        return sorted(name.removeprefix(CLAIM_TAG) for name in names if name.startswith(CLAIM_TAG))

    def _traceback_filter(self, excinfo: pytest.ExceptionInfo[BaseException]) -> Any:
        """Begin a traceback at the step: pytest-bdd hides its own frames, and this hides pytest's."""
        traceback = super()._traceback_filter(excinfo)
        return traceback.filter(lambda entry: "_pytest" not in Path(entry.path).parts)

    def reportinfo(self) -> tuple[Path, int, str]:
        """Where the scenario is, for reports: in the feature file, not in pytest-bdd."""
        return self.path, self.template.line_number - 1, self.name


class FeatureFile(pytest.Module):
    """A feature as a module with a function for each scenario."""

    feature: Feature

    def _getobj(self) -> ModuleType:
        try:
            self.feature = read_feature(self.path, _shown(self.path, self.config), known_tags(self.config))
        except FeatureFileError as error:
            raise self.CollectError(str(error)) from None
        # pytest-bdd's scenario() looks here before it would parse the file a second time.
        feature_cache[self.feature.filename] = self.feature
        module = ModuleType(self.path.stem)
        for name in self.feature.scenarios:
            decorate = pytest_bdd.scenario(self.path.name, name, features_base_dir=str(self.path.parent))
            function = decorate(_nothing)
            function.__module__ = module.__name__
            setattr(module, name, function)
        return module

    def istestfunction(self, obj: object, name: str) -> bool:
        """Whatever it is called: a scenario's name need not begin with test."""
        return name in self.feature.scenarios

    def _genfunctions(self, name: str, funcobj: Any) -> Iterator[pytest.Function]:
        for function in super()._genfunctions(name, funcobj):
            yield ScenarioItem.from_parent(
                self,
                name=function.name,
                callspec=getattr(function, "callspec", None),
                fixtureinfo=function._fixtureinfo,
                originalname=name,
            )


def _nothing() -> None:
    """What pytest-bdd calls after a scenario's last step."""


def known_tags(config: pytest.Config) -> list[str]:
    """The tags that a feature may carry: every registered marker that works without arguments."""
    names = [line.partition(":")[0].partition("(")[0].strip() for line in config.getini("markers")]
    return [name for name in names if name not in NOT_TAGS]


def pytest_configure(config: pytest.Config) -> None:
    """Register the tags as markers, for --strict-markers and `pytest --markers`."""
    for tag, meaning in OWN_TAGS.items():
        config.addinivalue_line("markers", f"{tag}: {meaning}")
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


def pytest_bdd_step_func_lookup_error(request: pytest.FixtureRequest, feature: Feature, step: Step) -> None:
    """Fail a scenario with an undefined step: say where it is and which phrases come near."""
    keywords = KEYWORDS.get(feature.language, KEYWORDS["en"])
    nearest = [
        f"  {keywords[phrase.kind]} {phrase.in_language(feature.language).readable}"
        for phrase in VOCABULARY.nearest(step.name, feature.language)
    ]
    message = [f"{_place(request, step)}: undefined step: {step.keyword} {step.name}"]
    pytest.fail("\n".join(message + (["The nearest phrases:", *nearest] if nearest else [])), pytrace=False)


def pytest_bdd_before_step_call(request: pytest.FixtureRequest, feature: Feature, step: Step) -> None:
    """Fail a scenario whose step matches two phrases: pytest-bdd would run the one defined last."""
    matching = VOCABULARY.matching(step.type, step.name)
    if len(matching) > 1:
        places = [f"  {phrase.place}: {phrase.in_language(feature.language).readable}" for phrase in matching]
        message = f"{_place(request, step)}: this step matches {len(matching)} phrases: {step.name}"
        pytest.fail("\n".join([message, *places]), pytrace=False)


def pytest_bdd_step_error(request: pytest.FixtureRequest, step: Step) -> None:
    """Keep the step that failed, in the feature's own words, for the failure's report."""
    request.node.stash[FAILED_STEP] = f"{_place(request, step)}: {step.keyword} {step.name}"


def _place(request: pytest.FixtureRequest, step: Step) -> str:
    return f"{_shown(request.node.path, request.config)}:{step.line_number}"


def _shown(path: Path, config: pytest.Config) -> str:
    return str(path.relative_to(config.rootpath) if path.is_relative_to(config.rootpath) else path)
