"""What browsers are told to fill in: only what the HTML standard has, on controls that can take it
(https://html.spec.whatwg.org/multipage/form-control-infrastructure.html#autofill).
"""

from __future__ import annotations

from html.parser import HTMLParser

import pytest
from werkzeug.test import Client

from mock_bank.app import Server
from mock_bank.stages import Stage
from tests.mock_bank.bank.conftest import Enter

# The standard's groups of controls, as far as a bank asks for such things.
TEXT = {"text", "search"}
PASSWORD = TEXT | {"password"}
CONTROLS = {
    "name": TEXT,
    "organization": TEXT,
    "tel-national": TEXT,
    "tel": TEXT | {"tel"},
    "email": TEXT | {"email"},
    "username": TEXT | {"email"},
    "new-password": PASSWORD,
    "current-password": PASSWORD,
    "one-time-code": PASSWORD,
    "off": PASSWORD | {"tel", "email", "file"},
}
PERSON = {"personal": "901332-2000012", "corporate": "123-45-67890"}
PAGES: list[tuple[Stage, str]] = [
    ("signed in", "/support"),
    ("signed in", "/transfers"),
    ("signed in", "/renewal/terms"),
    ("signed in", "/certificates/copy"),
    ("signed in", "/certificates/delete"),
    ("signed in", "/certificates/export"),
    ("signed in", "/certificates/import"),
    ("signed in", "/certificates/password"),
    ("applied", "/renewal/application"),
    ("applied", "/renewal/identity"),
    ("identified", "/renewal/certificate"),
]


class _Controls(HTMLParser):
    """The kind of each control that says what to fill in, and what it says."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[tuple[str, str]] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        of = dict(attributes)
        if tag in ("input", "select", "textarea", "form") and of.get("autocomplete") is not None:
            kind = (of.get("type") or "text") if tag == "input" else tag
            self.found.append((kind, of["autocomplete"] or ""))


def wrong(page: str) -> list[tuple[str, str]]:
    return [(kind, token) for kind, token in _Controls(page).found if kind not in CONTROLS.get(token, ())]


@pytest.mark.parametrize("security", ["security-card", "otp"])
@pytest.mark.parametrize("kind", PERSON)
@pytest.mark.parametrize(("stage", "path"), PAGES, ids=[path for _, path in PAGES])
def test_a_page_asks_for_what_its_controls_can_take(
    enter: Enter, stage: Stage, path: str, kind: str, security: str
) -> None:
    visitor = enter(kind=kind, number=PERSON[kind], security=security)
    answer = visitor.be_at(stage).open(path)
    assert answer.status_code == 200
    assert wrong(answer.text) == []


def test_sign_in_and_the_lobby_do_so_too(enter: Enter, server: Server) -> None:
    visitor = enter()
    pages = [visitor.open("/sign-in").text]
    for path in ("/", f"/worlds/{visitor.world.id}", f"/worlds/{visitor.world.id}/phone"):
        pages.append(Client(server).get(path, base_url="http://localhost:8765").text)
    assert [wrong(page) for page in pages] == [[]] * 4


def test_what_is_wrong_is_found() -> None:
    page = (
        '<input type="tel" autocomplete="tel-national"><input autocomplete="none"><input autocomplete="tel">'
    )
    assert wrong(page) == [("tel", "tel-national"), ("text", "none")]
