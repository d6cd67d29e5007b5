"""On a public network the site warns before pages with certificates, and the visitor decides."""

from __future__ import annotations

import re

import pytest

from mock_bank.bank.errors import CATALOGUE
from mock_bank.bank.web.network import SCREENS
from mock_bank.stages import Stage
from mock_bank.surroundings import Surroundings
from tests.mock_bank.bank.conftest import Enter
from tests.mock_bank.bank.transferring import customer, fill_in
from tests.mock_bank.bank.visitor import Visitor, code_of

PUBLIC = Surroundings(network="public")
WARNING = CATALOGUE["NETWORK-PUBLIC"]
KEEPING = [
    f"/certificates/{page}"
    for page in ("copy", "export", "import", "to-phone", "from-pc", "password", "delete")
]
WARNED: list[tuple[str, Stage | None]] = [
    ("/sign-in", None),
    *((page, None) for page in KEEPING),
    ("/certificates/manage", "signed in"),
    ("/renewal/certificate", "identified"),
    ("/revocation/decision", "identified"),
]
every_screen = pytest.mark.parametrize(("path", "stage"), WARNED, ids=[path for path, _ in WARNED])


def test_the_warning_names_every_screen_that_warns(enter: Enter) -> None:
    page = enter(surroundings=PUBLIC).open("/sign-in").text
    named = re.findall("<li>([^<]*)</li>", page.partition('<ul class="screens"')[2].partition("</ul>")[0])
    assert named == list(SCREENS.values())
    assert len(SCREENS) == len(WARNED) + 2, "those that a form leads to: a transfer, a registration"


def test_a_transfer_warns_before_it_is_signed_and_only_the_first(enter: Enter) -> None:
    visitor = customer(enter, surroundings=PUBLIC)
    address = fill_in(visitor).location or ""
    assert code_of(visitor.open(address)) == "NETWORK-PUBLIC"
    assert "서명할 내용" not in visitor.page
    assert code_of(visitor.send(address, document="AAAA")) == "NETWORK-PUBLIC", "nothing is done before"
    assert go_on(visitor) == address
    assert code_of(visitor.open(address)) is None
    assert code_of(visitor.open(fill_in(visitor).location or "")) is None


def at(visitor: Visitor, path: str, stage: Stage | None) -> Visitor:
    if path.startswith("/revocation"):
        visitor.way = "revocation"
    return visitor.be_at(stage) if stage else visitor


def go_on(visitor: Visitor) -> str:
    """Press the button of the warning that is open; where it leads."""
    assert 'action="/network/continue"' in visitor.page
    screen, page = (re.search(f'name="{name}" value="([^"]*)"', visitor.page) for name in ("screen", "page"))
    assert screen is not None
    assert page is not None
    return visitor.send("/network/continue", screen=screen[1], page=page[1]).location or ""


@every_screen
def test_the_warning_comes_first_and_only_once_a_page(enter: Enter, path: str, stage: Stage | None) -> None:
    visitor = at(enter(surroundings=PUBLIC), path, stage)
    warned = visitor.open(path)
    assert (warned.status_code, code_of(warned)) == (200, "NETWORK-PUBLIC")
    assert f"<h1>{WARNING.title}</h1>" in warned.text
    assert 'href="/">그만두기</a>' in warned.text
    assert "data-challenge" not in warned.text
    assert go_on(visitor) == path
    assert code_of(visitor.open(path)) is None
    assert code_of(visitor.open(path)) is None


def test_the_next_visit_is_warned_again(enter: Enter) -> None:
    visitor = enter(surroundings=PUBLIC).at("/sign-in")
    go_on(visitor)
    visitor.sign_in()
    visitor.open("/")
    visitor.send("/sign-out")
    assert code_of(visitor.open("/sign-in")) == "NETWORK-PUBLIC"


def test_nothing_is_done_before_either(enter: Enter) -> None:
    visitor = enter(surroundings=PUBLIC).at("/sign-in")
    sent = visitor.send("/sign-in", certificate="AAAA", signature="AAAA")
    assert (sent.status_code, code_of(sent)) == (200, "NETWORK-PUBLIC")


ELSEWHERE = ["https://example.com/", "//example.com", "/\\example.com", "", "sign-in", "/\t/x", "/\n/x"]


@pytest.mark.parametrize("page", ELSEWHERE)
def test_going_on_leads_nowhere_else(enter: Enter, page: str) -> None:
    visitor = enter(surroundings=PUBLIC).at("/sign-in")
    assert visitor.send("/network/continue", page=page).location == "/"
    assert code_of(visitor.open("/sign-in")) == "NETWORK-PUBLIC"


def test_going_on_needs_the_token_of_the_page(enter: Enter) -> None:
    visitor = enter(surroundings=PUBLIC).at("/sign-in")
    refused = visitor.send("/network/continue", page="/sign-in", csrf_token="")
    assert code_of(refused) == "PAGE-EXPIRED"
    assert code_of(visitor.open("/sign-in")) == "NETWORK-PUBLIC"
