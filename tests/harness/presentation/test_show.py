"""What a presentation shows beside the bank's pages, and how an audience follows it."""

from __future__ import annotations

import re
import time
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from harness.language.used_steps import used_steps
from harness.language.vocabulary import VOCABULARY, Vocabulary, load_phrases
from harness.play.world import IssuedCertificate, Message
from harness.presentation.audience import Onlookers, Viewers
from harness.presentation.backstage import Kept, View, changes
from harness.presentation.cards import Announced, Cards, reading_time
from harness.presentation.translation import Translator, keyword_in
from harness.seeds.guide import Claim
from harness.seeds.named_people import People
from tests.asking import HANGING

ROOT = Path(__file__).parents[3]
OLD = IssuedCertificate(
    "100", "김하나", "personal-bank", "valid", datetime(2025, 3, 30), datetime(2026, 3, 30), "kim-hana"
)
NEW = replace(OLD, serial="200", not_before=datetime(2026, 3, 16), not_after=datetime(2027, 3, 30))
OTHER = replace(OLD, serial="300", holder="박민준", person="park-minjun")
CODE = Message(datetime(2026, 3, 16, 10), "sms", "010-0000-0001", "인증번호 [123456] <3분>")
DISK = (("computer", "hard-disk"),)
STICK = ((None, "removable-disk"),)
CLAIM = Claim("step.4", "steps", "Identity is proven.", "본인임을 증명합니다.", "", "")


def view(*kept: Kept, messages: tuple[Message, ...] = ()) -> View:
    return View(messages, {one.certificate.serial: one for one in kept})


def words(card: str) -> str:
    """What is to be read on a card."""
    bare = re.sub(r"<style>.*?</style>|<[^>]+>", " ", card, flags=re.DOTALL)
    return " ".join(bare.split())


@pytest.fixture(scope="session")
def translator() -> Translator:
    return Translator(load_phrases(), People.load(ROOT))


# Behind the scenes


def test_nothing_has_changed() -> None:
    before = view(Kept(OLD, DISK), messages=(CODE,))
    assert not changes(before, before)


def test_a_message_was_sent() -> None:
    change = changes(view(Kept(OLD, DISK)), view(Kept(OLD, DISK), messages=(CODE,)))
    assert change.messages == [CODE]
    assert not change.changed


def test_certificates_are_compared_with_those_of_their_holder_alone() -> None:
    replaced = Kept(replace(OLD, state="replaced"), DISK)
    before = view(Kept(OLD, DISK), Kept(OTHER, DISK))
    change = changes(before, view(replaced, Kept(OTHER, DISK), Kept(NEW, STICK)))
    assert change.before == [Kept(OLD, DISK)]
    assert change.after == [replaced, Kept(NEW, STICK)]
    assert change.changed == {"100", "200"}


def test_a_certificate_that_moves_has_changed() -> None:
    assert changes(view(Kept(OLD, DISK)), view(Kept(OLD, STICK))).changed == {"100"}


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        (
            "en",
            ["Before", "in use", "hard disk (computer)", "After", "replaced", "nowhere", "removable disk"],
        ),
        (
            "ko",
            [
                "바뀌기 전",
                "사용 중",
                "하드디스크 (컴퓨터)",
                "바뀐 뒤",
                "교체",
                "저장된 곳 없음",
                "이동식디스크",
            ],
        ),
    ],
)
def test_certificates_are_shown_before_and_after(language: str, expected: list[str]) -> None:
    after = view(Kept(replace(OLD, state="replaced"), ()), Kept(NEW, STICK), messages=(CODE,))
    card = words(Cards(language).backstage(changes(view(Kept(OLD, DISK)), after)))
    assert re.search(".*".join(map(re.escape, expected)), card), card
    assert "010-0000-0001" in card
    assert "[123456] &lt;3분&gt;" in card
    assert "2026-03-16 ~ 2027-03-30" in card


def test_what_has_no_words_yet_is_shown_by_its_id() -> None:
    before, after = view(), view(Kept(replace(OLD, state="lost"), (("tablet", "card"),)))
    card = words(Cards("ko").backstage(changes(before, after)))
    assert "인증서 없음" in card
    assert "lost" in card
    assert "card (tablet)" in card


# Cards


@pytest.mark.parametrize(("language", "expected"), [("en", CLAIM.en), ("ko", CLAIM.ko)])
def test_title_and_closing_tell_the_claims(language: str, expected: str) -> None:
    cards = Cards(language)
    given = [Announced("Given", "a <customer>")]
    title = words(cards.title("A feature", "A scenario", given, [CLAIM], (2, 3), can_pause=False))
    for part in ("A feature", "2 / 3", "A scenario", "Given a &lt;customer&gt;", expected):
        assert part in title
    assert expected in words(cards.closing("A scenario", {CLAIM: True}, None))


def test_the_closing_tells_whether_they_hold() -> None:
    other = replace(CLAIM, id="step.5")
    cards = Cards("en")
    assert "What was shown went as the guide says" in words(cards.closing("it", {CLAIM: True}, None))
    broken = words(cards.closing("it", {CLAIM: True, other: False}, "Then <that>"))
    assert "Not all went as the guide says" in broken
    assert "Failed at: Then &lt;that&gt;" in broken
    assert re.search("✓ as said .* ✗ not as said", broken.replace("&#10003;", "✓").replace("&#10007;", "✗"))
    assert "It did not go as it should" in words(cards.closing("it", {}, "Then that"))


def test_a_word_longer_than_the_line_is_not_cut_off(page: Page) -> None:
    cards = Cards("ko")
    said = Announced("만일", f'고객이 "{"김하나" * 30}" 이름을 입력한다', 1, 4, [["김하나" * 30]])
    for card in (cards.step(said), cards.title("기능", "시나리오", [said], [], (1, 1), can_pause=False)):
        page.set_content(card)
        edges = page.locator(".rh *").evaluate_all("all => all.map(one => one.getBoundingClientRect().right)")
        assert max(edges) <= 1280
        assert page.locator("table").is_visible()


def test_only_who_can_pause_reads_how() -> None:
    cards = Cards("ko")
    assert "스페이스 바" in words(cards.title("a", "b", [], [], (1, 1), can_pause=True))
    assert "스페이스 바" not in words(cards.title("a", "b", [], [], (1, 1), can_pause=False))


def test_more_takes_longer_to_read_but_not_for_ever() -> None:
    assert (
        reading_time("짧다") < reading_time("이것은 조금 더 긴 글이다") < reading_time("긴 글" * 100) <= 7000
    )
    assert reading_time("한글") == reading_time("abcd")


# Translation


@pytest.mark.parametrize(
    ("en", "ko"),
    [
        ("Kim Hana's certificate expires in 14 days", "김하나 고객의 인증서가 14일 뒤에 만료된다"),
        ("Kim Hana's certificate expires in 1 day", "김하나 고객의 인증서가 1일 뒤에 만료된다"),
        ("Kim Hana's certificate expires today", "김하나 고객의 인증서가 오늘 만료된다"),
        ("Anna Moe's certificate expires today", "Anna Moe 고객의 인증서가 오늘 만료된다"),
        ('they type "이 <글>" as the phone', '휴대폰을 "이 <글>"이라고 적는다'),
        ('they type "1" as the business number', '사업자등록번호를 "1"이라고 적는다'),
    ],
)
def test_a_step_is_said_in_the_other_language(en: str, ko: str) -> None:
    def expires(customer: str, day: int) -> None: ...
    def enter(field: int, string: str) -> None: ...

    vocabulary = Vocabulary()
    vocabulary.define_parameter("customer", [r"[A-Z]\w+ [A-Z]\w+", "[가-힣]{2,6}"])
    days = {"today": 0, "오늘": 0}
    vocabulary.define_parameter(
        "day",
        [r"in \d+ days?", "today", r"\d+일 뒤에", "오늘"],
        lambda text: days[text] if text in days else int("".join(filter(str.isdigit, text))),
    )
    fields = {
        **{"resident number": 1, "business number": 1, "phone": 2},
        **{"주민등록번호": 1, "사업자등록번호": 1, "휴대폰": 2},
    }
    vocabulary.define_parameter("field", list(fields), fields.__getitem__)
    vocabulary.define(
        "given",
        "{customer}'s certificate expires {day}",
        "{customer} 고객의 인증서가 {day} 만료된다",
        expires,
    )
    vocabulary.define(
        "given", "they type {string} as the {field}", "{field}을/를 {string}이라고/라고 적는다", enter
    )
    translator = Translator(vocabulary, People.load(ROOT))
    assert translator.step("given", en, "ko") == ko
    assert translator.step("given", ko, "en") == en
    assert translator.step("given", ko, "ko") == ko


@pytest.mark.parametrize(("post", "said"), [("이메일", "an e-mail"), ("문자", "a text message")])
def test_an_article_is_that_of_the_word_behind_it(translator: Translator, post: str, said: str) -> None:
    step = f'김하나 고객에게 "2027"이라는 {post}가 온다'
    assert translator.step("then", step, "en") == f'Kim Hana receives {said} that says "2027"'


def test_what_cannot_be_said_in_it_stays_as_it_is(translator: Translator) -> None:
    assert translator.step("when", "nobody has said this", "ko") == "nobody has said this"


def test_every_step_of_our_features_can_be_said_in_both(translator: Translator) -> None:
    steps = list(used_steps(ROOT / "features"))
    other = {"en": "ko", "ko": "en"}
    same = {
        step.text
        for step in steps
        if translator.step(step.kind, step.text, other[step.language]) == step.text
        and not VOCABULARY.matching(step.kind, step.text)[0].only_in
    }
    assert same == set()


@pytest.mark.parametrize(
    ("word", "expected"), [("And", "그리고"), ("When", "만일"), ("Given", "조건"), ("*", "*")]
)
def test_keywords_are_said_in_it_too(word: str, expected: str) -> None:
    assert keyword_in(word, "ko") == expected


# Audiences


@pytest.fixture
def stage(page: Page) -> Page:
    page.set_content("<button onclick='this.textContent = `pressed`'>press</button><input>")
    return page


def press_space(people: Onlookers, page: Page) -> bool:
    """Press it; returns whether the presentation then pauses: it hears of it a moment later."""
    before, until = people.paused, time.monotonic() + HANGING
    page.keyboard.press("Space")
    while people.paused == before and time.monotonic() < until:
        page.wait_for_timeout(20)
    return people.paused


def test_the_space_bar_pauses_and_does_nothing_else(stage: Page) -> None:
    people = Onlookers()
    people.turn_to(stage, Cards("en"))
    paused = []
    for place in (stage.get_by_role("button"), stage.get_by_role("textbox")):
        place.focus()
        paused += [press_space(people, stage), press_space(people, stage)]
    assert paused == [True, False, True, False]
    expect(stage.get_by_role("button")).to_have_text("press")
    expect(stage.get_by_role("textbox")).to_have_value("")


def test_it_does_on_the_next_page_too(stage: Page) -> None:
    people = Onlookers()
    people.turn_to(stage, Cards("en"))
    stage.goto("data:text/html,<h1>Next</h1>")
    assert press_space(people, stage)


def test_who_has_paused_is_waited_for(stage: Page) -> None:
    people = Onlookers()
    people.turn_to(stage, Cards("en"))
    assert press_space(people, stage)
    stage.evaluate("setTimeout(() => dispatchEvent(new KeyboardEvent('keydown', {code: 'Space'})), 600)")
    began = time.monotonic()
    people.rest(0)
    assert time.monotonic() - began >= 0.55
    assert not people.paused


def test_a_film_is_made_quicker_than_it_plays(stage: Page, monkeypatch: pytest.MonkeyPatch) -> None:
    viewers, waited, wait = Viewers(), [0.0], stage.wait_for_timeout

    def wait_and_tell(milliseconds: float) -> None:
        waited.append(milliseconds)
        wait(milliseconds)

    monkeypatch.setattr(stage, "wait_for_timeout", wait_and_tell)
    viewers.turn_to(stage, Cards("ko"))
    with viewers.shown(Cards("ko").paused()):
        viewers.rest(30_000)
    viewers.leave()
    assert 30 <= viewers.film.seconds < 40
    assert sum(waited) < 15_000


def test_a_film_goes_on_in_another_tab(stage: Page) -> None:
    viewers = Viewers()
    viewers.turn_to(stage, Cards("ko"))
    viewers.rest(1000)
    frames = viewers.film.length
    second = stage.context.new_page()
    viewers.turn_to(second, Cards("ko"))
    with viewers.shown("<b>Second</b>"):
        pass
    assert viewers.film.length > frames
    viewers.leave()


def test_a_card_goes_with_the_page_it_lay_on(stage: Page) -> None:
    people = Onlookers()
    people.turn_to(stage, Cards("en"))
    with people.shown("<b>Here</b>"):
        stage.close()
    second = stage.context.new_page()
    people.turn_to(second, Cards("en"))
    with people.shown("<b>There</b>"):
        second.context.close()


def test_a_field_is_not_typed_into_below_the_caption(page: Page) -> None:
    page.set_content("<div style='height: 690px'></div><input><div style='height: 2000px'></div>")
    Onlookers().turn_to(page, Cards("en"))
    page.get_by_role("textbox").fill("text")
    box = page.get_by_role("textbox").bounding_box()
    assert box
    assert box["y"] + box["height"] <= 720 - 40
