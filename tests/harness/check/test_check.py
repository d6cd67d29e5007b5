from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path
from textwrap import dedent

import pytest
from click.testing import CliRunner

from harness.check.keywords import keyword
from harness.check.project import Project, known_tags
from harness.check.suggestions import Suggestions
from harness.check.syntax import read
from harness.cli import main
from harness.errors import HarnessError
from harness.language.used_steps import used_steps
from harness.language.vocabulary import VOCABULARY, Vocabulary, load_phrases
from harness.seeds.named_people import People
from tests.bad_features.phrases import define
from tests.harness.conftest import CLAIM
from tests.harness.conftest import Project as PytestProject

ROOT = Path(__file__).parents[3]
BROKEN = sorted((ROOT / "tests" / "bad_features").glob("*.feature"))

Write = Callable[[str, str], Path]
SEEN = "    Then the customer sees the home page\n"


@pytest.fixture
def vocabulary() -> Vocabulary:
    return define(Vocabulary())


@pytest.fixture
def write(tmp_path: Path) -> Write:
    def write(path: str, text: str) -> Path:
        file = tmp_path / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(dedent(text).lstrip("\n"), encoding="utf-8")
        return file

    return write


# --- bad input ---


@pytest.mark.parametrize("feature", BROKEN, ids=lambda path: path.stem)
def test_a_broken_feature_is_told_in_the_words_beside_it(
    feature: Path, vocabulary: Vocabulary, tmp_path: Path
) -> None:
    (tmp_path / "seeds").symlink_to(ROOT / "seeds")  # and not the phrases that our features define
    report = Project(tmp_path, vocabulary).check([feature])
    told = "".join(f"{text}\n" for text in report.texts).replace(_folder(feature), "")
    assert told == feature.with_suffix(".txt").read_text(encoding="utf-8")


def _folder(feature: Path) -> str:
    """How messages call the folder of the broken features."""
    return str(feature.parent.relative_to(ROOT)) + "/"


def test_there_are_forty_kinds_of_broken_features_in_both_languages() -> None:
    assert len(BROKEN) >= 40
    assert len([feature for feature in BROKEN if feature.stem.endswith("_ko")]) >= 20
    assert {feature.with_suffix(".txt") for feature in BROKEN} == set(BROKEN[0].parent.glob("*.txt"))


def test_collection_and_a_run_tell_the_same(project: PytestProject) -> None:
    project.people()
    for seeds in ("guide", "tags"):
        project.write(f"seeds/{seeds}.toml", (ROOT / "seeds" / f"{seeds}.toml").read_text(encoding="utf-8"))
    project.steps("""
        from harness.language.vocabulary import VOCABULARY
        from tests.bad_features.phrases import define
        define(VOCABULARY)
    """)
    for feature in BROKEN:
        (project.path / feature.name).write_bytes(feature.read_bytes())
    output = project.run("--collect-only").stdout.str()
    output = output.replace(f"{ROOT}/", "").replace(_folder(BROKEN[0]), "")
    for feature in BROKEN:
        assert feature.with_suffix(".txt").read_text(encoding="utf-8") in output
    assert "Traceback" not in output
    output = project.run("--continue-on-collection-errors").stdout.str()
    output = _unwrapped(output.replace(f"{ROOT}/", "").replace(_folder(BROKEN[0]), ""))
    for feature in BROKEN:
        for line in feature.with_suffix(".txt").read_text(encoding="utf-8").splitlines():
            assert _unwrapped(line) in output


def _unwrapped(text: str) -> str:
    return "".join(text.split())


GOOD = """
    # language: ko
    @slow
    기능: 로그인
      로그인은 인증서로 한다.

      배경:
        조건 김하나 고객이 있다

      규칙: 누구나 로그인한다
        시나리오 개요: <이름> 고객이 로그인한다
          조건 <이름> 고객의 인증서는 다음과 같다:
            | 종류   | 남은 날 |
            | 은행용 | 14      |
          만일 고객이 로그인한다
          그리고 고객이 다음과 같이 적는다:
            \"\"\"
            안녕하세요 <b>여러분</b>
            <![CDATA[은행]]>
            \"\"\"
          그러면 <화면> 화면이 보인다

          @guide.step.1
          예:
            | 이름   | 화면 |
            | 김하나 | 홈   |
"""


def test_a_good_feature_is_without_findings(vocabulary: Vocabulary, write: Write) -> None:
    assert Project(ROOT, vocabulary).check([write("good.feature", GOOD)]).texts == []


STARS = """
    # language: {}
    {}
      {}
        * {}
        * {}
        {} {}
        * {}
"""


@pytest.mark.parametrize(
    "words",
    [
        (
            *("en", "Feature: A", "Scenario: B", "Kim Hana is signed in", "the customer signs in"),
            *("And", 'the customer enters "a" as the name', "the customer sees the home page"),
        ),
        (
            *("ko", "기능: 가", "시나리오: 나", "김하나 고객이 로그인했다", "고객이 로그인한다"),
            *("그리고", '고객이 이름 칸에 "가"라고 적는다', "홈 화면이 보인다"),
        ),
    ],
)
def test_a_star_is_any_keyword(vocabulary: Vocabulary, write: Write, words: tuple[str, ...]) -> None:
    text = STARS.format(*words)
    assert Project(ROOT, vocabulary).check([write("stars.feature", text)]).texts == []


def test_a_column_used_in_a_media_type_alone_is_used(vocabulary: Vocabulary, write: Write) -> None:
    feature = write(
        "a.feature",
        '''
        Feature: A
          Scenario Outline: B
            Given Kim Hana is a customer
            When the customer writes:
              """<type>
              Hello
              """
            Then the customer sees the home page

            Examples:
              | type |
              | json |
        ''',
    )
    assert Project(ROOT, vocabulary).check([feature]).texts == []


@pytest.mark.parametrize(
    ("step", "told"),
    [
        ("Given today is 2027-02-29", "“2027-02-29” cannot be: there is no such day"),
        ("Given it is 25:70", "“25:70” cannot be"),
        ("Given issuing the certificate fails 0 times", "“0” cannot be: a number from 1 to 100 can"),
        ("Given Kim Hana is at the result", "“the result” does not fit here"),
        ("Given Kim Hana's certificate is replaced", "“replaced” does not fit here"),
        ("Given the bank transfers up to 1,00 won at a time", "commas stand before each three digits"),
        ("Given the phone number may be entered 3 times", "“phone number” does not fit here"),
        ("When the customer chooses identity verification", "“identity verification” does not fit here"),
        ("When the customer opens the transfer's receipt", "“the transfer's receipt” does not fit here"),
        ('When the customer enters "x" as the storage place', "“storage place” does not fit here"),
        ("When the customer enters a wrong name", "“name” does not fit here"),
        ("When the customer pastes the e-mail address with spaces in it", "“e-mail address” does not fit"),
        ("When the customer turns to the second tab", "write above it:"),
        ("When the customer verifies their identity with the first code", "write above it:"),
        ("When the customer imports the exported file", "write above it:"),
        ("When the customer turns back to the first browser", "write above it:"),
        ("Given the customer uses a 0 by 0 screen", "both sides have from 200 to 7,680 pixels"),
        ("Given the computer's time zone is Asia/Seul", "the nearest is “Asia/Seoul”"),
        ("Given the browser is zoomed to 0%", "a number from 25 to 500 can"),
        ('When the customer presses the "" button', "there is no name between the quotes"),
        ("When the customer unplugs the cloud", "“cloud” does not fit here"),
        ("When 99999999999 days pass", "“99999999999 days” cannot be"),
        (
            "When the customer transfers 10 won to Lee Yujin with the certificate",
            "Given Lee Yujin is a customer",
        ),
        ("When the customer signs in with a wrong certificate password 4 times", "a number from 1 to 3 can"),
        ("Then signing in is refused because it is too early", "“it is too early” does not fit here"),
        ("Then the renewal is refused because the certificate is not registered here", "does not fit here"),
        ("Then the centre sees that the file password is wrong", "“the file password is wrong” does not fit"),
        ("Then the step bar marks the home page", "“the home page” does not fit here"),
        ("Then everything but the OTP is still filled in", "“OTP” does not fit here"),
        ("Then the SMS code is good for another 2:75", "“2:75” cannot be"),
        ("Then the certificate is listed with 0 days left", "“0 days left” cannot be"),
    ],
)
def test_what_cannot_be_is_told_before_it_is_played(write: Write, step: str, told: str) -> None:
    steps = ["Given Kim Hana is a customer", step, "Then no money moves"]
    feature = write("a.feature", "Feature: A\n  Scenario: B\n    " + "\n    ".join(steps) + "\n")
    [finding] = Project(ROOT, load_phrases()).check([feature]).texts
    assert finding.startswith(f"{feature}:4: ")
    assert told in finding


PROSE = """
    # a comment before all
    Feature: Signing in
      As a customer, I want to sign in
      when the bank is open: then I can bank.
      Rules of the house are kept.
      Then there is this | and that.

      | what | why |

      Rule: Everybody signs in
        Scenarios of this rule are short.

        Background: of all of them
          The customer is known.
          Given Kim Hana is a customer

        # a comment between
        Scenario: A customer signs in
          The customer signs in with what she has,
          and sees the home page. Note: not at night.
          Andrea wrote this.

          When the customer signs in
          # a comment below a step
          Then the customer sees the home page

        Scenario Outline: A customer enters "<i>"
          When the customer enters "<text>" as the name
          * the customer signs in
          Then the customer sees the home page

          Examples: of italics
            They say more than words.
            | text        | i | # why      |
            | <i>Hana</i> | 1 | it is bold |
            | a \\| b    | 2 |            |
"""


def test_descriptions_comments_and_odd_words_are_left_alone(vocabulary: Vocabulary, write: Write) -> None:
    assert Project(ROOT, vocabulary).check([write("prose.feature", PROSE)]).texts == []


@pytest.mark.parametrize("newline", ["\r\n", "\r", "\n"])
@pytest.mark.parametrize("mark", ["", "\N{BYTE ORDER MARK}"])
def test_editors_may_write_lines_as_they_like(
    vocabulary: Vocabulary, tmp_path: Path, newline: str, mark: str
) -> None:
    text = mark + dedent(GOOD).lstrip().replace("    ", "\t").replace("\n", newline)
    feature = tmp_path / "good.feature"
    feature.write_bytes(text.encode())
    assert Project(ROOT, vocabulary).check([feature]).texts == []


@pytest.mark.parametrize("seed", range(5))
def test_however_broken_a_feature_is_it_is_answered_with_lines_of_its_own(
    vocabulary: Vocabulary, tmp_path: Path, seed: int
) -> None:
    chance = random.Random(seed)
    lines = dedent(GOOD).lstrip().split("\n")
    feature = tmp_path / "broken.feature"
    for _ in range(60):
        broken = _break(lines, chance)
        feature.write_text("\n".join(broken), encoding="utf-8")
        reading = read(feature, lambda text: False)
        assert all(1 <= finding.line <= len(broken) for finding in reading.findings)
        Project(ROOT, vocabulary).check([feature])


def _break(lines: list[str], chance: random.Random) -> list[str]:
    """The lines with some of them lost, moved, doubled or cut."""
    broken = list(lines)
    for _ in range(chance.randint(1, 5)):
        number = chance.randrange(len(broken))
        line = broken.pop(number)
        cut = chance.randint(0, len(line))
        kept = {"lose": [], "cut": [line[:cut]], "split": [line[:cut], line[cut:]], "double": [line, line]}
        way = chance.choice([*kept, "move"])
        place = chance.randrange(len(broken) + 1) if way == "move" else number
        broken[place:place] = kept.get(way, [line])
    return broken or [""]


# --- suggestions ---


@pytest.mark.parametrize(
    ("language", "text", "suggested"),
    [
        (
            "en",
            "Lee Yujin certificate surely expires in 3 days",
            "Given Lee Yujin's certificate expires in 3 days",
        ),
        ("en", "5 minutes fly", "When 5 minutes pass"),
        (
            "en",
            'the customer jots "a b" down as the phone number',
            'When the customer enters "a b" as the phone number',
        ),
        (
            "ko",
            "이유진 고객 인증서는 3일 뒤에 만료 전망이다",
            "조건 이유진 고객의 인증서가 3일 뒤에 만료된다",
        ),
        ("ko", '휴대폰 번호 칸에 "이"를 새긴다', '만일 고객이 휴대폰 번호 칸에 "이"라고 적는다'),
        ("ko", '고객에게 "환영"이라는 글이 새겨진다', '그러면 고객에게 "환영"이 안내된다'),
        ("ko", '고객에게 "안내"라는 글이 새겨진다', '그러면 고객에게 "안내"가 안내된다'),
        ("ko", '휴대폰 번호 칸에 "000000"를 새긴다', '만일 고객이 휴대폰 번호 칸에 "000000"이라고 적는다'),
        ("ko", '휴대폰 번호 칸에 "52"을 새긴다', '만일 고객이 휴대폰 번호 칸에 "52"라고 적는다'),
        ("ko", '고객에게 "OTP"이라는 글이 새겨진다', '그러면 고객에게 "OTP"가 안내된다'),
        ("ko", '휴대폰 번호 칸에 "삼"을 새긴다', '만일 고객이 휴대폰 번호 칸에 "삼"이라고 적는다'),
    ],
)
def test_an_undefined_step_is_answered_with_its_own_words_in_the_nearest_phrase(
    vocabulary: Vocabulary, write: Write, language: str, text: str, suggested: str
) -> None:
    words = *(keyword(kind, language) for kind in ("feature", "scenario")), suggested.partition(" ")[0]
    feature = write("a.feature", "# language: {}\n{}: A\n  {}: B\n    {} {}\n".format(language, *words, text))
    [told] = Project(ROOT, vocabulary).check([feature]).texts
    assert told.partition(f" {text}\n")[2].splitlines()[1].strip() == suggested


def test_every_phrase_is_suggested_as_a_step_that_matches_it() -> None:
    suggestions = Suggestions(VOCABULARY, People.load(ROOT))
    for step in used_steps(ROOT / "features"):
        for phrase in VOCABULARY.matching(step.kind, step.text):
            expression = phrase.in_language(step.language)
            if expression.matches(step.text):
                suggested = suggestions.filled(expression, step.text, step.language)
                assert expression.matches(suggested), suggested


# --- a whole project ---


def project_of(root: Path, vocabulary: Vocabulary, write: Write) -> Project:
    """A project whose only feature shows one of two claims, and uses two of three phrases."""
    write("seeds/guide.toml", dedent("".join(CLAIM.format(id=id) for id in ("step.1", "step.2"))))
    write(
        "features/deep/down/a.feature",
        """
        Feature: A
          @guide.step.1
          Scenario: B
            Given a counter
            Then it is tired
        """,
    )
    vocabulary.define("given", "a counter", "계수기가 있다", lambda: None)
    vocabulary.define("when", "it counts", "센다", lambda: None)
    vocabulary.define("then", "it is tired", "지친다", lambda: None)
    return Project(root, vocabulary)


def test_the_whole_of_features_tells_the_claims_and_phrases_left_out(tmp_path: Path, write: Write) -> None:
    project = project_of(tmp_path, Vocabulary(), write)
    report = project.check([project.features])
    claim, phrase = report.texts
    assert (report.files, report.scenarios, report.findings) == (1, 1, 2)
    assert claim.splitlines() == [
        "seeds/guide.toml:8: no scenario shows this claim: tag one with @guide.step.2",
        "  the guide says",
    ]
    assert "test_check.py:" in phrase
    assert phrase.endswith(": no feature uses this phrase: when: it counts / 센다")


def test_a_part_of_features_tells_nothing_of_the_whole(tmp_path: Path, write: Write) -> None:
    project = project_of(tmp_path, Vocabulary(), write)
    assert project.check([project.features / "deep"]).texts == []
    assert project.check([project.features / "deep" / "down" / "a.feature"]).texts == []


def test_a_file_named_twice_is_checked_once(tmp_path: Path, write: Write) -> None:
    project = project_of(tmp_path, Vocabulary(), write)
    assert project.check([project.features, project.features / "deep"]).files == 1


def test_without_people_any_name_will_do(tmp_path: Path, vocabulary: Vocabulary, write: Write) -> None:
    feature = write("a.feature", "Feature: A\n  Scenario: B\n    Given Nobody Atall is a customer\n" + SEEN)
    assert Project(tmp_path, vocabulary).check([feature]).texts == []


def test_wrong_seeds_are_one_message(tmp_path: Path, vocabulary: Vocabulary, write: Write) -> None:
    write("seeds/people.toml", "[people")
    with pytest.raises(HarnessError, match=r"seeds/people\.toml:1: this is no TOML"):
        Project(tmp_path, vocabulary)


def test_markers_of_the_project_are_tags(tmp_path: Path, write: Write) -> None:
    write("pyproject.toml", '[tool.pytest.ini_options]\nmarkers = ["smoke: a few that run often"]\n')
    assert known_tags(tmp_path, {}) == ["skip", "xfail", "smoke"]


# --- the command ---


def renewal_check(*arguments: str) -> tuple[int, str]:
    result = CliRunner().invoke(main, ["check", *arguments])
    return result.exit_code, result.output


def test_our_own_features_are_without_findings() -> None:
    assert renewal_check()[0] == 0, renewal_check()[1]


def test_the_command_ends_with_what_it_has_looked_at(write: Write) -> None:
    feature = write("a.feature", "Feature: A\n  Scenario: B\n    Given Kim Hana is a customer\n" + SEEN)
    assert renewal_check(str(feature)) == (0, "1 feature file, 1 scenario, no findings\n")
    assert renewal_check(f"{feature}:2") == renewal_check(str(feature))


def test_the_command_fails_with_findings(write: Write) -> None:
    feature = write("a.feature", "Feature: A\n  Senario: B\n    Given Kim Hana is a customer\n")
    assert renewal_check(str(feature)) == (
        1,
        f"{feature}:2: “Senario” is no keyword: did you mean “Scenario:”?\n"
        "1 feature file, 1 scenario, 1 finding\n",
    )


@pytest.mark.parametrize(
    ("path", "message"),
    [
        ("nowhere.feature", "'{}' does not exist"),
        ("a.txt", "no .feature file: {}"),
        ("empty", "there is no .feature file to check"),
    ],
)
def test_the_command_refuses_what_it_cannot_check(
    tmp_path: Path, write: Write, path: str, message: str
) -> None:
    write("a.txt", "")
    write("empty/a.txt", "")
    status, output = renewal_check(str(tmp_path / path))
    assert status == 2
    assert message.format(tmp_path / path) in output
