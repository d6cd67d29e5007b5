"""The bank's site without a browser: what it refuses, and where it leads."""

from __future__ import annotations

import re
from base64 import b64decode, b64encode
from datetime import timedelta

import pytest
from werkzeug.test import Client, TestResponse

from mock_bank.app import Server
from mock_bank.bank import sessions
from mock_bank.bank.models import BankSession, Incident, Renewal
from mock_bank.bank.web.routes import add_routes
from mock_bank.device.places import Place
from mock_bank.device.store import thumbprint
from mock_bank.people import Person
from mock_bank.stages import Stage
from mock_bank.world import World
from tests.mock_bank.bank.conftest import Browse

SIGNED_IN_PAGES = [
    "/account",
    "/transfers",
    "/transfers/1",
    "/transfers/1/document",
    "/certificates/manage",
    "/renewal",
    "/renewal/terms",
    "/renewal/application",
    "/renewal/identity",
    "/renewal/certificate",
    "/renewal/result",
]


def error_code(page: str) -> str:
    found = re.search(r'data-error-code="([^"]+)"', page)
    assert found is not None, "the page carries an error code"
    return found[1]


@pytest.mark.parametrize(
    "host", ["w-deadbeef.localhost:8765", "device.w-deadbeef.localhost:8765", "example.com"]
)
def test_a_world_that_does_not_exist_is_misdirected(server: Server, host: str) -> None:
    answer = Client(server).get("/", base_url=f"http://{host}")
    assert answer.status_code == 421
    assert "No such world" in answer.text


@pytest.mark.parametrize("path", SIGNED_IN_PAGES)
def test_who_is_not_signed_in_signs_in_first(browse: Browse, path: str) -> None:
    answer = browse.open(path)
    assert (answer.status_code, answer.location) == (302, f"/sign-in?next={path}")


# Browsers and servers drop tabs and line ends from an address: what is left may begin with two slashes.
ELSEWHERE = ["https://example.com/", "//example.com/", "/\\example.com", "renewal", "/%09/x", "/%0a/x"]


@pytest.mark.parametrize("wanted", ELSEWHERE)
def test_sign_in_leads_nowhere_else(browse: Browse, world: World, person: Person, wanted: str) -> None:
    answer = sign_in(browse, world, f"/sign-in?next={wanted}")
    assert (answer.status_code, answer.location) == (302, "/")


def sign_in(
    browse: Browse,
    world: World,
    path: str = "/sign-in",
    *,
    altered: bool = False,
    damage: tuple[bytes, bytes] = (b"", b""),
) -> TestResponse:
    """Sign in as the page asks; `altered` signs something else, `damage` replaces the certificate's bytes."""
    found = re.search(r'data-challenge="([^"]+)"', browse.open(path).text)
    assert found is not None
    (certificate,) = world.device.certificates(Place.HARD_DISK)
    challenge = b64decode(found[1]) + (b"altered" if altered else b"")
    der, signature = world.device.sign(Place.HARD_DISK, thumbprint(certificate), "Haneul!2580", challenge)
    der = der.replace(*damage, 1) if all(damage) else der
    return browse.open(
        path, {"certificate": b64encode(der).decode(), "signature": b64encode(signature).decode()}
    )


def test_a_signature_over_the_challenge_signs_in(browse: Browse, world: World) -> None:
    answer = sign_in(browse, world, "/sign-in?next=/certificates/manage")
    assert (answer.status_code, answer.location) == (302, "/certificates/manage")
    assert "김하나 님" in browse.open("/certificates/manage").text


def test_a_signature_over_something_else_does_not(browse: Browse, world: World) -> None:
    answer = sign_in(browse, world, altered=True)
    assert (answer.status_code, error_code(answer.text)) == (403, "SIGN-IN-SIGNATURE")
    assert "김하나 님" not in browse.open("/").text


def test_a_certificate_that_no_program_reads_signs_nobody_in(browse: Browse, world: World) -> None:
    unknown_version = (bytes.fromhex("a003020102"), bytes.fromhex("a003020109"))  # v3 is 2
    answer = sign_in(browse, world, damage=unknown_version)
    assert (answer.status_code, error_code(answer.text)) == (403, "SIGN-IN-SIGNATURE")


def test_a_form_without_its_csrf_token_changes_nothing(browse: Browse, world: World, person: Person) -> None:
    browse.be_at(person, "signed in")
    answer = browse.open("/renewal/terms", {"csrf_token": "", "electronic_banking": "y"})
    assert (answer.status_code, error_code(answer.text)) == (400, "PAGE-EXPIRED")
    with world.bank() as bank:
        assert bank.session.query(Renewal).all() == []


@pytest.mark.parametrize(
    ("stage", "asked", "led_to", "code"),
    [
        ("signed in", "/renewal/application", "/renewal/terms", "RENEWAL-ORDER"),
        ("signed in", "/renewal/identity", "/renewal/terms", "RENEWAL-ORDER"),
        ("signed in", "/renewal/certificate", "/renewal/terms", "RENEWAL-ORDER"),
        ("signed in", "/renewal/result", "/renewal/terms", "RENEWAL-ORDER"),
        ("applied", "/renewal/certificate", "/renewal/identity", "RENEWAL-ORDER"),
        ("identified", "/renewal/terms", "/renewal/certificate", "RENEWAL-PASSED"),
        ("identified", "/renewal/identity", "/renewal/certificate", "RENEWAL-PASSED"),
        ("issued", "/renewal/result", "/renewal/certificate", "RENEWAL-ORDER"),
    ],
)
def test_a_step_out_of_order_leads_to_the_present_one(
    browse: Browse, person: Person, stage: Stage, asked: str, led_to: str, code: str
) -> None:
    browse.be_at(person, stage)
    answer = browse.open(asked)
    assert (answer.status_code, answer.location) == (302, led_to)
    assert error_code(browse.open(led_to).text) == code


def test_a_form_of_a_step_out_of_order_is_refused(browse: Browse, person: Person) -> None:
    browse.be_at(person, "applied")
    answer = browse.open("/renewal/registration", {})
    assert (answer.status_code, answer.get_json()["code"]) == (409, "RENEWAL-ORDER")


@pytest.mark.parametrize(("minutes", "signed_in"), [(9, True), (10, False)])
def test_ten_idle_minutes_end_a_session(
    browse: Browse, world: World, person: Person, minutes: int, signed_in: bool
) -> None:
    browse.be_at(person, "signed in")
    world.clock.move(timedelta(minutes=minutes))
    assert (browse.open("/renewal").status_code == 200) is signed_in
    if not signed_in:
        assert error_code(browse.open("/sign-in?next=/renewal").text) == "SESSION-EXPIRED"


def test_signing_in_elsewhere_ends_the_first_session_and_says_so(
    browse: Browse, world: World, person: Person
) -> None:
    browse.be_at(person, "signed in")
    with world.bank() as bank:
        (visit,) = bank.session.query(BankSession).filter_by(customer_key="kim-hana")
        sessions.sign_in(bank, "kim-hana", str(visit.serial))
        bank.session.commit()
    assert browse.open("/renewal").location == "/sign-in?next=/renewal"
    assert error_code(browse.open("/sign-in?next=/renewal").text) == "SESSION-ELSEWHERE"


def test_an_error_page_has_a_reference_that_the_bank_keeps(browse: Browse, world: World) -> None:
    answer = browse.open("/nothing-here")
    assert (answer.status_code, error_code(answer.text)) == (404, "NOT-FOUND")
    with world.bank() as bank:
        (incident,) = bank.session.query(Incident)
        assert incident.reference in answer.text
        assert "1500-0000" in answer.text


def test_pages_ask_nothing_of_other_hosts(browse: Browse, world: World, person: Person) -> None:
    browse.be_at(person, "signed in")
    for path in ("/", "/sign-in", "/support", "/certificates", *SIGNED_IN_PAGES):
        answer = browse.open(path)
        addresses = set(re.findall(r"""(?:src|href|action)="(?:https?:)?//([^/"]+)""", answer.text))
        assert addresses == set()
        assert "default-src 'self'" in answer.headers["Content-Security-Policy"]


def test_each_address_has_one_view() -> None:
    from flask import Flask

    site = Flask(__name__, static_folder=None)
    add_routes(site)
    rules = [rule.rule for rule in site.url_map.iter_rules()]
    assert len(rules) == len(set(rules)) > 10


DEVICE_OF_PAGE = re.compile(r'name="device-url" content="http://([^:]+):')


def test_a_browser_is_seated_at_the_device_that_the_address_names(browse: Browse, world: World) -> None:
    assert _device(browse) == f"device.w-{world.id}.localhost"
    moved = browse.open("/support?device=laptop")
    assert (moved.status_code, moved.location) == (302, "/support")
    assert _device(browse) == f"laptop.device.w-{world.id}.localhost"
    policy = browse.open("/").headers["Content-Security-Policy"]
    assert f"http://laptop.device.w-{world.id}.localhost" in policy


@pytest.mark.parametrize("name", ["", "My PC", "x.example/", "-"])
def test_no_device_has_such_a_name(browse: Browse, world: World, name: str) -> None:
    refused = browse.open(f"/?device={name}")
    assert refused.status_code == 400
    assert "REQUEST-MALFORMED" in refused.text
    assert _device(browse) == f"device.w-{world.id}.localhost"


@pytest.mark.parametrize("name", ["laptop", "My PC"])
def test_a_file_of_the_pages_is_the_same_at_every_device(browse: Browse, name: str) -> None:
    with browse.open(f"/static/style.css?device={name}") as answer:
        assert answer.status_code == 200


def test_a_bank_that_cannot_be_opened_fails_without_its_pages(
    browse: Browse, world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(world, "bank", lambda: (world.folder / "no such file").open())
    assert browse.open("/").status_code == 500


def _device(browse: Browse) -> str:
    (device,) = DEVICE_OF_PAGE.findall(browse.open("/support").text)
    return str(device)
