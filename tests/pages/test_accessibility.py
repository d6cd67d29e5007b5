"""Every screen, on a desk and on a phone, by the rules of WCAG 2.1 AA that a machine can check
(domain: Accessibility).
"""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from harness.play.bank import Bank
from harness.play.scene import Scene
from harness.seeds.named_people import Person
from pages import accessibility
from pages.account import AccountPage
from pages.fields import Field
from pages.keeping import CopyPage
from pages.network import NetworkWarningPage
from pages.other_bank import OtherBankPage, RegistrationPage
from pages.procedures import DecisionPage
from pages.shared_place import SharedPlaceQuestion
from pages.transfers import TransferConfirmationPage, TransferPage, TransferReceiptPage
from steps.possessions import proof_of_payer

SCREENS: dict[tuple[str, str] | None, list[str]] = {
    None: [
        "/",
        "/sign-in",
        "/support",
        "/certificates",
        "/certificates/copy",
        "/certificates/export",
        "/certificates/import",
        "/certificates/other-bank",
        "/certificates/to-phone",
        "/certificates/from-pc",
        "/certificates/password",
        "/certificates/delete",
        "/issue",
        "/restoration",
        "/no-such-page",
    ],
    ("renewal", "signed in"): [
        "/",
        "/certificates/manage",
        "/account",
        "/transfers",
        "/renewal",
        "/renewal/terms",
        "/revocation",
        "/suspension",
    ],
    ("renewal", "applied"): ["/renewal/application", "/renewal/identity"],
    ("renewal", "identified"): ["/renewal/certificate"],
    ("renewal", "issued"): ["/renewal/certificate"],
    ("issue", "identified"): ["/issue", "/issue/certificate"],
    ("restoration", "applied"): ["/restoration/application", "/restoration/identity"],
    ("revocation", "identified"): ["/revocation/decision"],
}
WIDTHS = [1280, 390]  # pixels: of a desk and of a phone


@pytest.fixture
def shared_computer(scene: Scene) -> None:
    scene.surroundings(shared_devices=["computer"])


@pytest.fixture
def public_network(scene: Scene) -> None:
    scene.surroundings(network="public")


@pytest.fixture
def receiver(scene: Scene) -> Person:
    return scene.person("Park Minjun")


@pytest.fixture
def screen(scene: Scene, browser_name: str) -> Page:
    """The page of a scene."""
    scene.customer = scene.person("Kim Hana")
    return scene.page


# Numbers, as of telephones and accounts, dates, hours, amounts, of which a part stands on the next line.
BROKEN_NUMBERS = r"""() => {
  const found = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    for (const number of walker.currentNode.data.matchAll(/\d+(?:[-–:,.][\d*]+)+(?:원|으로)?/g)) {
      const range = document.createRange();
      range.setStart(walker.currentNode, number.index);
      range.setEnd(walker.currentNode, number.index + number[0].length);
      if (new Set([...range.getClientRects()].map(({ top }) => top)).size > 1) found.push(number[0]);
    }
  }
  return found;
}"""


def problems(page: Page) -> list[str]:
    """What is wrong with a page as it stands, at each width."""
    found = []
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
        found += [f"{width}: {problem}" for problem in accessibility.problems(page)]
        found += [f"{width}: broken number: {number}" for number in page.evaluate(BROKEN_NUMBERS)]
        found += [f"{width}: overflow: {text}" for text in accessibility.sticking_out(page)]
    return found


@pytest.mark.parametrize("stage", SCREENS)
def test_the_screens_of_a_stage_keep_the_rules(
    scene: Scene, screen: Page, stage: tuple[str, str] | None
) -> None:
    if stage:
        way, reached = stage
        scene.stage("Kim Hana", reached, way)
    found = {}
    for path in SCREENS[stage]:
        screen.goto(path)
        found[path] = problems(screen)
    assert found == {path: [] for path in SCREENS[stage]}


def test_the_lobby_and_the_control_api_s_page_keep_the_rules(bank: Bank, screen: Page) -> None:
    for path in ("/", "/control/"):
        screen.goto(f"{bank.url}{path}")
        assert problems(screen) == [], path


def test_the_lobby_s_desk_keeps_the_rules_with_all_that_it_offers(
    bank: Bank, scene: Scene, screen: Page
) -> None:
    desk = f"{bank.url}/worlds/{scene.world.id}"
    screen.goto(desk)
    screen.get_by_text("은행과 인증기관").click()
    screen.get_by_role("button", name="실행 (Do) : 은행 서버 다시 시작").click()
    expect(screen.get_by_role("status").first).to_be_focused()
    expect(screen.get_by_text("은행과 인증기관")).to_be_visible()
    opened = "all => all.forEach(one => { one.name = ''; one.open = true; })"
    screen.locator("details").evaluate_all(opened)
    for path in (None, "audit", "files"):
        if path:
            screen.goto(f"{desk}/{path}")
        assert problems(screen) == [], path


def test_the_certificate_dialog_keeps_the_rules(screen: Page) -> None:
    screen.goto("/sign-in")
    screen.get_by_role("button", name="공동인증서 로그인").click()
    screen.get_by_role("radio", name="하드디스크").check()
    screen.get_by_role("table", name="인증서 목록").wait_for()
    assert problems(screen) == []


def test_wrong_entries_keep_the_rules(scene: Scene, screen: Page) -> None:
    scene.stage("Kim Hana", "applied")
    screen.goto("/renewal/identity")
    screen.get_by_role("main").get_by_role("button", name="본인 확인").click()
    screen.get_by_role("alert").wait_for()
    assert problems(screen) == []


def test_what_is_refused_and_what_is_done_to_a_certificate_keep_the_rules(scene: Scene, screen: Page) -> None:
    screen.goto(scene.stage("Kim Hana", "identified", "revocation"))
    decision = DecisionPage(screen)
    decision.send("폐기")
    assert problems(screen) == []
    decision.decide("2026-03-30", "폐기")
    assert problems(screen) == []


def test_the_question_on_a_shared_computer_and_what_is_said_then_keep_the_rules(
    shared_computer: None, screen: Page
) -> None:
    copy = CopyPage(screen)
    copy.open()
    copy.act({})
    copy.problems.first.wait_for()
    assert problems(screen) == []

    dialog = copy.open_dialog()
    dialog.look_into("하드디스크")
    dialog.certificate("김하나", "2026-03-30").check()
    dialog.enter_password("Haneul!2580")
    copy.chosen.wait_for()
    copy.act({Field.PLACE: "브라우저"})
    question = SharedPlaceQuestion(screen)
    question.dialog.wait_for()
    assert problems(screen) == []

    question.store_all_the_same()
    copy.status.wait_for()
    assert problems(screen) == []


def test_a_transfer_and_its_receipt_keep_the_rules(receiver: Person, scene: Scene, screen: Page) -> None:
    scene.stage("Kim Hana", "signed in")
    form = TransferPage(screen)
    form.open()
    form.hand_in({Field.RECEIVER: "000", Field.AMOUNT: ""})
    assert problems(screen) == []

    transfer = {Field.RECEIVER: receiver.account.number, Field.AMOUNT: "50,000"}
    form.hand_in({**transfer, **proof_of_payer(scene, form)})
    confirmation = TransferConfirmationPage(screen)
    confirmation.title.wait_for()
    assert problems(screen) == []

    dialog = confirmation.open_dialog()
    dialog.look_into("하드디스크")
    dialog.certificate("김하나", "2026-03-30").check()
    dialog.enter_password("Haneul!2580")
    TransferReceiptPage(screen).title.wait_for()
    assert problems(screen) == []

    AccountPage(screen).open()
    assert problems(screen) == []


def test_the_choice_of_another_bank_s_certificate_keeps_the_rules(scene: Scene, screen: Page) -> None:
    customer = scene.customer
    form = OtherBankPage(screen)
    form.open()
    form.hand_in({})
    assert problems(screen) == []

    account = {Field.ACCOUNT: customer.account.number, Field.ACCOUNT_PASSWORD: customer.account.password}
    form.hand_in({Field.NUMBER: customer.number, **account})
    RegistrationPage(screen).title.wait_for()
    assert problems(screen) == []


def test_the_warning_of_a_public_network_keeps_the_rules(public_network: None, screen: Page) -> None:
    screen.goto("/certificates/export")
    NetworkWarningPage(screen).title.wait_for()
    assert problems(screen) == []


def test_the_checker_finds_what_is_wrong(screen: Page) -> None:
    screen.goto("/")
    wrong = '<img src="/x.png"><p id="narrow">1500-0000</p><p id="wide">wide</p>'
    screen.evaluate("html => document.querySelector('main').insertAdjacentHTML('beforeend', html)", wrong)
    screen.evaluate("document.getElementById('narrow').style.width = '3rem'")
    screen.evaluate("document.getElementById('wide').style.width = '500px'")
    assert [problem.rsplit(": ", maxsplit=1)[0] for problem in problems(screen)] == [
        *(f"{width}: {what}" for width in WIDTHS for what in ("image-alt", "broken number")),
        "390: overflow",
    ]
