"""Check feature files, and all of a project: what `renewal check` does."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from harness.check.feature import check_steps, check_structure
from harness.check.finding import Finding, listed
from harness.check.steps import StepChecker
from harness.check.structure import tags
from harness.language.composite import with_composites
from harness.language.gherkin import scenarios
from harness.language.toml_file import TomlFile
from harness.language.vocabulary import Phrase, Vocabulary
from harness.seeds.guide import CLAIMS_FILE, Claim, load_chapters, load_claims
from harness.seeds.named_people import PEOPLE_FILE, People
from harness.seeds.tags import PYTEST_TAGS, load_tags
from harness.spoken import said, spoken

SETTINGS = Path("pyproject.toml")
MARKERS = ("tool", "pytest", "ini_options", "markers")


@dataclass
class Report:
    """What was looked at, and what is wrong: a text for each file."""

    files: int = 0
    scenarios: int = 0
    findings: int = 0
    texts: list[str] = field(default_factory=list)
    tags: set[str] = field(default_factory=set)
    languages: set[str] = field(default_factory=set)  # of the features

    def add(self, findings: Iterable[Finding], file: str, *language: str) -> None:
        """Take in what is wrong with a file, in the language of the feature if it is one."""
        if found := sorted(set(findings)):
            self.findings += len(found)
            self.texts.append(listed(found, file, spoken(*language)))

    def summary(self) -> str:
        """How much was looked at, and how much is wrong."""
        en = (
            _counted(self.files, "feature file"),
            _counted(self.scenarios, "scenario"),
            _counted(self.findings, "finding"),
        )
        found = f"지적 사항 {self.findings}건" if self.findings else "지적 사항 없음"
        ko = f"기능 파일 {self.files}개, 시나리오 {self.scenarios}개, {found}"
        return said(", ".join(en), ko, *self.languages)


class Project:
    """A folder with features, seeds and a vocabulary; HarnessError if its seeds are wrong."""

    def __init__(self, root: Path, vocabulary: Vocabulary) -> None:
        self.root = root
        self.claims = load_claims(root)
        load_chapters(root)  # which nothing else here asks for
        self.checker = StepChecker(with_composites(vocabulary, root), load_people(root))
        self.known_tags = known_tags(root, self.claims)

    @property
    def features(self) -> Path:
        """Where its features are."""
        return self.root / "features"

    def check(self, paths: Iterable[Path]) -> Report:
        """Check these files and folders, and all that only the whole shows if its features are among them."""
        paths = [path.resolve() for path in paths]
        report = Report()
        for file in sorted({file for path in paths for file in _files(path)}):
            self._check_file(file, report)
        if any(self.features.resolve().is_relative_to(path) for path in paths):
            self._check_whole(report)
        return report

    def _check_file(self, file: Path, report: Report) -> None:
        reading = check_structure(file, self.checker, self.known_tags)
        if document := reading.document:
            report.scenarios += sum(1 for _ in scenarios(document))
            report.tags.update(tag.name.removeprefix("@") for tag in tags(document))
        report.files += 1
        report.languages.add(reading.language)
        findings = [*reading.findings, *check_steps(file, reading, self.checker)]
        report.add(findings, self._shown(file), reading.language)

    def _check_whole(self, report: Report) -> None:
        report.add(_unshown(self.root, self.claims, report.tags), str(CLAIMS_FILE))
        for file, phrases in _unused(self.checker).items():
            language = {phrase.only_in for phrase in phrases} - {None}
            findings = (Finding(phrase.line, *_says_nobody(phrase)) for phrase in phrases)
            report.add(findings, self._shown(file), *map(str, language))

    def _shown(self, file: Path) -> str:
        base = Path.cwd() if file.is_relative_to(Path.cwd()) else self.root.resolve()
        return str(file.relative_to(base)) if file.is_relative_to(base) else str(file)


def load_people(root: Path) -> People | None:
    """The people of a project, if it has any; HarnessError if their file is wrong."""
    return People.load(root) if (root / PEOPLE_FILE).exists() else None


def known_tags(root: Path, claims: Mapping[str, Claim]) -> list[str]:
    """The tags that a project's features may carry: the guide's, its own, and pyproject.toml's markers."""
    settings = TomlFile(root, SETTINGS) if (root / SETTINGS).exists() else None
    markers = settings.strings(*MARKERS) if settings else []
    own = [marker.partition(":")[0].strip() for marker in markers]
    return [*load_tags(root), *PYTEST_TAGS, *own, *(claim.tag for claim in claims.values())]


def _counted(number: int, noun: str) -> str:
    return f"{number or 'no'} {noun}{'' if number == 1 else 's'}"


def _files(path: Path) -> list[Path]:
    return sorted(path.rglob("*.feature")) if path.is_dir() else [path]


def _unshown(root: Path, claims: Mapping[str, Claim], used: Collection[str]) -> Iterator[Finding]:
    """The claims that no scenario is tagged with."""
    lines = (root / CLAIMS_FILE).read_text(encoding="utf-8").splitlines() if claims else []
    for claim in claims.values():
        if claim.tag not in used:
            line = next((number for number, line in enumerate(lines, 1) if f'"{claim.id}"' in line), 1)
            yield Finding(
                line,
                f"no scenario shows this claim: tag one with @{claim.tag}\n  {claim.en}",
                f"이 내용을 보여 주는 시나리오가 없습니다. @{claim.tag} 태그를 다세요\n  {claim.ko}",
            )


def _unused(checker: StepChecker) -> dict[Path, list[Phrase]]:
    """The phrases that no step of a feature says, by their files."""
    # What may be given and done alike is two phrases to pytest-bdd, and one to people.
    used = {(phrase.function, phrase.en.source) for phrase in checker.used}
    unused: dict[Path, list[Phrase]] = {}
    for phrase in checker.vocabulary.phrases:
        if (phrase.function, phrase.en.source) not in used:
            unused.setdefault(phrase.file, []).append(phrase)
    return unused


def _says_nobody(phrase: Phrase) -> tuple[str, str]:
    said = f"{phrase.kind}: {' / '.join(dict.fromkeys([phrase.en.readable, phrase.ko.readable]))}"
    return f"no feature uses this phrase: {said}", f"어느 기능도 쓰지 않는 표현입니다: {said}"
