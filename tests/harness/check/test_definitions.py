"""Phrases that features define: what is wrong with them, and with the steps that say them."""

from __future__ import annotations

from pathlib import Path
from textwrap import dedent, indent

import pytest

from harness.check.project import Project, Report
from harness.language.composite import with_composites
from harness.language.phrasebook import LANGUAGES, make_phrasebook
from harness.language.phrasebook_formats import as_text
from harness.language.vocabulary import Vocabulary
from tests.bad_features.phrases import define
from tests.harness.conftest import ROOT

SIGNS_IN = "When the customer signs in"
SEEN = "Then the customer sees the home page"


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "seeds").symlink_to(ROOT / "seeds")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def write(root: Path, name: str, text: str) -> Path:
    file = root / "features" / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(dedent(text).lstrip("\n"), encoding="utf-8")
    return file


def phrase(title: str, *steps: str, tags: str = "@phrase") -> str:
    """A feature that defines a phrase: its tags in line 2, its title in line 3, its steps from line 4 on."""
    return f"Feature: P\n  {tags}\n  Scenario: {title}\n" + indent("\n".join(steps), "    ") + "\n"


def use(*steps: str) -> str:
    """A feature of a scenario with these steps, from line 3 on."""
    return "Feature: U\n  Scenario: S\n" + indent("\n".join([*steps, SEEN]), "    ") + "\n"


def checked(root: Path, *paths: Path) -> Report:
    return Project(root, define(Vocabulary())).check(paths or [root / "features" / "p.feature"])


def told(root: Path, *paths: Path) -> list[str]:
    return checked(root, *paths).texts


def test_phrases_may_say_all_that_scenarios_say(root: Path) -> None:
    write(
        root,
        "ways.feature",
        """
        Feature: Ways
          @phrase
          Scenario: <who> comes in( again) and writes/enters <what> as the <field>
            Given <who> is signed in
            When the customer signs in
            And the customer enters "<what>" as the <field>
          Rule: Ways have names
            @표현
            Scenario: <days:int> days go by
              Given Kim Hana's certificate expires in <days> days
              * <days> minutes pass
            @phrase
            Scenario: it is asked for:
              Then the customer is asked to have ready:
                | <table> |
            @phrase
            Scenario: the customer says
              When the customer writes:
                \"\"\"
                Dear bank: <text>
                \"\"\"
            @phrase
            Scenario: all of it
              * Kim Hana comes in again and writes Lee as the name
              * the customer says
                \"\"\"
                hello
                \"\"\"
              * it is asked for:
                | phone |
        """,
    )
    ko = """
        # language: ko
        기능: 길
          배경:
            조건 7 days go by
          @표현
          시나리오: <이름> 고객이 들어온다
            조건 <이름> 고객이 로그인했다
          시나리오 개요: 가
            조건 <누구> 고객이 들어온다
            그리고 all of it
            예:
              | 누구   |
              | 김하나 |
              | 이유진 |
    """
    write(root, "ko/길.feature", ko)
    report = checked(root, root / "features" / "ways.feature", root / "features" / "ko")
    assert report.texts == []
    assert report.scenarios == 1


@pytest.mark.parametrize(
    ("definition", "finding"),
    [
        (phrase("A", "When the customer sings in"), "4: undefined step: When the customer sings in\n"),
        (phrase("A <b>", "When the <b> sings in"), "4: undefined step: When the <b> sings in\n"),
        (
            phrase("A <b>", "Given <b> is signed in", "When <c> signs in"),
            "5: the phrase's title has no <c>; it has: <b>",
        ),
        (phrase("A", 'When the customer enters "<c>" as the name'), "4: the phrase's title has no <c>"),
        (
            phrase("A", "When the customer writes:", '"""', "<texts>", '"""'),
            "4: the phrase's title has no <texts>",
        ),
        (phrase("A <b>", SIGNS_IN), "3: no step uses <b>: write it where its words belong"),
        (phrase("A <b> <b>", "Given <b> is signed in"), "3: two parameters are called <b>"),
        (
            phrase("A <b:custmer>", "Given <b> is signed in"),
            "3: there is no type “custmer”; the nearest is: <b:customer>",
        ),
        (phrase("A {customer}", SIGNS_IN), "3: parameters stand in <…> here, not in braces"),
        (phrase("A (b", SIGNS_IN), "3: this cannot be read as a phrase: A (b\n"),
        (phrase("When A", SIGNS_IN), "3: a phrase is written without “When”"),
        (phrase("A"), "3: the phrase consists of no steps: A"),
        (phrase("", SIGNS_IN), "3: the phrase has no title"),
        (phrase("A", "And the customer signs in"), "4: the first step begins with Given, When or Then"),
        (phrase("A", SIGNS_IN, tags="@phrase @guide.step.1"), "2: @guide.step.1 says nothing of a phrase"),
        (phrase("A", SIGNS_IN, tags="@phrase @skip"), "2: @skip says nothing of a phrase"),
        (phrase("A", SIGNS_IN, "Examples:", "| b |", "| c |"), "5: a phrase has no examples"),
        (phrase("A", "When A"), "4: this phrase consists of itself: A → A"),
        (phrase("A", SEEN, "When the customer writes:"), '5: this step needs a text in """ below it'),
        (
            phrase("the customer signs in", SEEN.replace("Then", "When"), SIGNS_IN),
            "4: this phrase goes with Then",
        ),
        (phrase("the customer signs in", "When 3 minutes pass"), "3: a step that says this says another"),
        (
            phrase("the customer goes to <b>", 'When the customer enters "<b>" as the name'),
            "3: a step that says this says another",
        ),
        ("@phrase\n" + phrase("A", SEEN), "1: @phrase stands right above the one scenario"),
    ],
)
def test_a_definition_that_is_wrong(root: Path, definition: str, finding: str) -> None:
    write(root, "p.feature", definition)
    assert any(f"features/p.feature:{finding}" in text for text in told(root)), told(root)


def test_two_of_one_name_and_a_circle_over_two_files(root: Path) -> None:
    a = write(root, "a.feature", phrase("A", "When B"))
    b = write(root, "b.feature", phrase("B", "When A"))
    c = write(root, "c.feature", phrase("A", SIGNS_IN))
    assert "features/a.feature:4: this phrase consists of itself: A → B → A" in told(root, a)[0]
    assert "features/b.feature:4: this phrase consists of itself: B → A → B" in told(root, b)[0]
    assert told(root, c) == ["features/c.feature:3: this phrase is there already, at features/a.feature:3: A"]


def test_what_is_wrong_at_its_use_is_told_with_both_places(root: Path) -> None:
    write(root, "p.feature", phrase("<who> is there on <day>", "Given <who>'s certificate expires <day>"))
    write(
        root,
        "q.feature",
        phrase("all of <who>", "Given <who> is there on today", SIGNS_IN),
    )
    wrong = write(root, "u.feature", use("Given Kim Hana is there on never", "And all of Kim Hanna"))
    assert told(root, wrong) == [
        "features/u.feature:3: “never” does not fit here; this step takes: in N day(s), today\n"
        "  features/p.feature:3: {who} is there on {day}\n"
        "features/u.feature:4: nobody in seeds/people.toml is called “Kim Hanna”; the nearest is “Kim Hana”\n"
        "  features/q.feature:4: Given Kim Hanna is there on today\n"
        "  features/p.feature:4: Given Kim Hanna's certificate expires today"
    ]


@pytest.mark.parametrize(
    ("step", "finding"),
    [
        ("When A", "3: this step matches 2 phrases: A\n"),
        ("Then B", "3: this phrase goes with When, and stands here with Then: When B"),
        ("When B\n  | a |", "3: this step takes no table"),
        ("When C", "3: this step needs a table below it"),
        (
            "When C\n  | kind | colour |\n  | a | red |",
            "3: no column “colour” here; there are: kind, days left, state",
        ),
        (
            "When D",
            "3: this step goes on with what another one has begun; write above it:\n  features/p.feature:18",
        ),
    ],
)
def test_a_step_that_says_a_phrase_wrongly(root: Path, step: str, finding: str) -> None:
    write(
        root,
        "p.feature",
        """
        Feature: P
          @phrase
          Scenario: A
            When the customer signs in
          @phrase
          Scenario: A/Z
            When the customer signs in
          @phrase
          Scenario: B
            When the customer signs in
          @phrase
          Scenario: C
            When the customer signs in
            Given Kim Hana holds these certificates:
              | <table> |
          @phrase
          Scenario: D
            When the customer enters the code
        """,
    )
    found = told(root, write(root, "u.feature", use(*step.split("\n"))))
    assert any(f"features/u.feature:{finding}" in text for text in found), found


def test_suggestions_know_the_phrases_of_the_feature_s_language(root: Path) -> None:
    write(root, "p.feature", phrase("Kim Hana does everything", SIGNS_IN))
    korean = phrase("고객이 모두 해 본다", "만일 고객이 로그인한다", tags="@표현")
    write(
        root,
        "q.feature",
        "# language: ko\n" + korean.replace("Feature", "기능").replace("Scenario", "시나리오"),
    )
    step = (
        "# language: ko\n기능: 가\n  시나리오: 나\n    만일 고객이 모두 한다\n    그러면 홈 화면이 보인다\n"
    )
    files = write(root, "u.feature", use("When Kim Hana does all")), write(root, "v.feature", step)
    found = told(root, *files)
    assert "The nearest phrases:\n  When Kim Hana does everything" in found[0]
    assert "가장 가까운 표현:\n  만일 고객이 모두 해 본다" in found[1]
    assert "고객이" not in found[0]


def test_a_suggestion_has_the_name_that_the_step_has(root: Path) -> None:
    write(root, "p.feature", phrase("<who> is on the way", "Given <who> is signed in"))
    found = told(root, write(root, "u.feature", use("Given Kim Hana is on her way")))
    assert "The nearest phrases:\n  Given Kim Hana is on the way" in found[0]


def test_a_scenario_that_says_one_shows_what_is_checked_inside(root: Path) -> None:
    write(root, "p.feature", phrase("A", SIGNS_IN, SEEN))
    write(root, "q.feature", phrase("B", SIGNS_IN))
    text = "Feature: U\n  @guide.step.1\n  Scenario: S\n    When {}\n"
    assert told(root, write(root, "u.feature", text.format("A"))) == []
    assert "no Then step" in told(root, write(root, "u.feature", text.format("B")))[0]


def test_one_that_nothing_uses_is_told_of_the_whole(root: Path) -> None:
    write(root, "p.feature", phrase("A", SIGNS_IN))
    write(root, "q.feature", phrase("B", SIGNS_IN))
    write(root, "u.feature", use("When B"))
    report = checked(root, root / "features")
    unused = [text for text in report.texts if text.startswith("features")]
    assert unused == ["features/p.feature:3: no feature uses this phrase: when: A"]


def test_those_outside_of_features_are_told_where_they_belong(root: Path) -> None:
    two = phrase("A", SIGNS_IN) + phrase("B", "When A").partition("\n")[2]
    (root / "p.feature").write_text(two, encoding="utf-8")
    assert told(root, root / "p.feature")[0].splitlines()[:2] == [
        f"p.feature:{line}: a phrase is known from files below features/ only: move this one there"
        for line in (3, 6)
    ]


def test_braces_in_a_title_match_nothing(root: Path) -> None:
    write(root, "p.feature", phrase("A {customer}", SIGNS_IN))
    assert (
        "undefined step: When A Kim Hana" in told(root, write(root, "u.feature", use("When A Kim Hana")))[0]
    )


def test_a_title_may_begin_as_a_keyword_does(root: Path) -> None:
    text = "# language: ko\n기능: 가\n  @표현\n  시나리오: 단계를 다 밟는다\n    만일 고객이 로그인한다\n"
    assert told(root, write(root, "p.feature", text)) == []


def test_one_that_stands_in_broken_gherkin_is_told_as_such(root: Path) -> None:
    text = phrase("A", SIGNS_IN, "Whn the customer signs in")
    assert told(root, write(root, "p.feature", text))[0].startswith(
        "features/p.feature:5: “Whn” is no keyword"
    )


def test_a_step_within_a_circle_is_not_played(root: Path) -> None:
    write(root, "p.feature", phrase("A", "When B"))
    write(root, "q.feature", phrase("B", "When A"))
    assert told(root, write(root, "u.feature", use("When A"))) == [
        "features/u.feature:3: this step consists of itself: A\n"
        "  features/p.feature:4: When B\n"
        "  features/q.feature:4: When A"
    ]


def test_lists_have_those_of_their_language_with_what_they_consist_of(root: Path) -> None:
    write(root, "p.feature", phrase("<who> does <days:int>", "Once and again.", "When <days> minutes pass"))
    write(
        root,
        "q.feature",
        "# language: ko\n기능: 가\n  @표현\n  시나리오: 다 한다\n    만일 고객이 로그인한다\n",
    )
    vocabulary = with_composites(define(Vocabulary()), root)
    books = {language: make_phrasebook(vocabulary, [], language) for language in LANGUAGES}
    own = {
        language: [area.entries for area in book.areas if area.name == "composite"]
        for language, book in books.items()
    }
    ((english,),) = own["en"]
    ((korean,),) = own["ko"]
    assert (english.text, english.meaning) == ("{text} does {int}", "Once and again.")
    assert english.steps == ["When <days> minutes pass"]
    assert (korean.text, korean.steps) == ("다 한다", ["만일 고객이 로그인한다"])
    assert "{text} any text" in as_text(books["en"])
    assert "= When <days> minutes pass" in as_text(books["en"])
