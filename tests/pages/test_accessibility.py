"""Every screen, on a desk and on a phone, by the rules of WCAG 2.1 AA that a machine can check
(domain: Accessibility).
"""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from harness.play.scene import Scene
from harness.seeds.people import Person
from pages.account import AccountPage
from pages.fields import Field
from pages.keeping import CopyPage
from pages.network import NetworkWarningPage
from pages.shared_place import SharedPlaceQuestion
from pages.transfers import TransferConfirmationPage, TransferPage, TransferReceiptPage

RULES = {"runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"]}}
SCREENS = [
    (None, "/"),
    (None, "/sign-in"),
    (None, "/support"),
    (None, "/certificates"),
    (None, "/certificates/copy"),
    (None, "/certificates/export"),
    (None, "/certificates/import"),
    (None, "/certificates/password"),
    (None, "/certificates/delete"),
    (None, "/no-such-page"),
    ("signed in", "/"),
    ("signed in", "/certificates/manage"),
    ("signed in", "/account"),
    ("signed in", "/transfers"),
    ("signed in", "/renewal"),
    ("signed in", "/renewal/terms"),
    ("applied", "/renewal/application"),
    ("applied", "/renewal/identity"),
    ("identified", "/renewal/certificate"),
    ("issued", "/renewal/certificate"),
]


@pytest.fixture
def shared_computer(scene: Scene) -> None:
    scene.surroundings(shared_devices=["computer"])


@pytest.fixture
def public_network(scene: Scene) -> None:
    scene.surroundings(network="public")


@pytest.fixture
def receiver(scene: Scene) -> Person:
    return scene.person("Park Minjun")


@pytest.fixture(params=[1280, 390])
def screen(request: pytest.FixtureRequest, scene: Scene, browser_name: str) -> Page:
    """The page of a scene at a width in pixels; its clock runs, for the checker waits by it."""
    scene.person("Kim Hana")
    page = scene.page
    page.set_viewport_size({"width": request.param, "height": 800})
    page.clock.resume()
    return page


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
    found = Axe().run(page, options=RULES).response["violations"]
    broken = page.evaluate(BROKEN_NUMBERS)
    return [
        *(f"{rule['id']}: {node['html']}" for rule in found for node in rule["nodes"]),
        *(f"broken number: {number}" for number in broken),
    ]


def overflow(page: Page) -> int:
    """By how many pixels the page is wider than the window."""
    width = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    return int(width)


@pytest.mark.parametrize(("stage", "path"), SCREENS)
def test_a_screen_keeps_the_rules(scene: Scene, screen: Page, stage: str | None, path: str) -> None:
    if stage:
        scene.stage("Kim Hana", stage)
    screen.goto(path)
    assert problems(screen) == []
    assert overflow(screen) == 0


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
    copy.choose_place("브라우저")
    copy.act({})
    question = SharedPlaceQuestion(screen)
    question.dialog.wait_for()
    assert problems(screen) == []
    assert overflow(screen) == 0

    question.store_all_the_same()
    copy.status.wait_for()
    assert problems(screen) == []
    assert overflow(screen) == 0


def test_a_transfer_and_its_receipt_keep_the_rules(receiver: Person, scene: Scene, screen: Page) -> None:
    scene.stage("Kim Hana", "signed in")
    form = TransferPage(screen)
    form.open()
    form.ask({Field.RECEIVER: "000", Field.AMOUNT: ""})
    assert problems(screen) == []

    form.ask({Field.RECEIVER: receiver.account.number, Field.AMOUNT: "50,000"})
    confirmation = TransferConfirmationPage(screen)
    confirmation.title.wait_for()
    assert problems(screen) == []
    assert overflow(screen) == 0

    dialog = confirmation.open_dialog()
    dialog.look_into("하드디스크")
    dialog.certificate("김하나", "2026-03-30").check()
    dialog.enter_password("Haneul!2580")
    TransferReceiptPage(screen).title.wait_for()
    assert problems(screen) == []
    assert overflow(screen) == 0

    AccountPage(screen).open()
    assert problems(screen) == []
    assert overflow(screen) == 0


def test_the_warning_of_a_public_network_keeps_the_rules(public_network: None, screen: Page) -> None:
    screen.goto("/certificates/export")
    NetworkWarningPage(screen).title.wait_for()
    assert problems(screen) == []
    assert overflow(screen) == 0


def test_the_checker_finds_what_is_wrong(screen: Page) -> None:
    screen.goto("/")
    wrong = '<img src="/x.png"><p id="narrow">1500-0000</p>'
    screen.evaluate("html => document.querySelector('main').insertAdjacentHTML('beforeend', html)", wrong)
    screen.evaluate("document.getElementById('narrow').style.width = '3rem'")
    assert [problem.partition(":")[0] for problem in problems(screen)] == ["image-alt", "broken number"]
