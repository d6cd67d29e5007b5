"""The bank's site without a browser: what it refuses, and where it leads."""

from __future__ import annotations

import re
from base64 import b64decode, b64encode

import pytest
from werkzeug.test import Client

from mock_bank.app import Server
from mock_bank.bank.web.routes import add_routes
from mock_bank.stages import Stage
from tests.mock_bank.bank.visitor import Visitor, code_of

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


@pytest.mark.parametrize(
    "host", ["w-deadbeef.localhost:8765", "device.w-deadbeef.localhost:8765", "example.com"]
)
def test_a_world_that_does_not_exist_is_misdirected(server: Server, host: str) -> None:
    answer = Client(server).get("/", base_url=f"http://{host}")
    assert answer.status_code == 421
    assert "No such world" in answer.text


@pytest.mark.parametrize("path", SIGNED_IN_PAGES)
def test_who_is_not_signed_in_signs_in_first(visitor: Visitor, path: str) -> None:
    answer = visitor.open(path)
    assert (answer.status_code, answer.location) == (302, f"/sign-in?next={path}")


# Browsers and servers drop tabs and line ends from an address: what is left may begin with two slashes.
ELSEWHERE = ["https://example.com/", "//example.com/", "/\\example.com", "renewal", "/%09/x", "/%0a/x"]


@pytest.mark.parametrize("wanted", ELSEWHERE)
def test_sign_in_leads_nowhere_else(visitor: Visitor, wanted: str) -> None:
    answer = visitor.sign_in(f"/sign-in?next={wanted}")
    assert (answer.status_code, answer.location) == (302, "/")


def test_a_certificate_that_no_program_reads_signs_nobody_in(visitor: Visitor) -> None:
    visitor.open("/sign-in")
    signed = visitor.signed_with(visitor.first())
    der = b64decode(signed["certificate"])
    unknown_version = der.replace(bytes.fromhex("a003020102"), bytes.fromhex("a003020109"), 1)  # v3 is 2
    refused = visitor.send("/sign-in", **signed | {"certificate": b64encode(unknown_version).decode()})
    assert (refused.status_code, code_of(refused)) == (403, "SIGN-IN-SIGNATURE")


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
    visitor: Visitor, stage: Stage, asked: str, led_to: str, code: str
) -> None:
    visitor.be_at(stage)
    answer = visitor.open(asked)
    assert (answer.status_code, answer.location) == (302, led_to)
    assert code_of(visitor.open(led_to)) == code


def test_pages_ask_nothing_of_other_hosts(visitor: Visitor) -> None:
    visitor.be_at("signed in")
    for path in ("/", "/sign-in", "/support", "/certificates", *SIGNED_IN_PAGES):
        answer = visitor.open(path)
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


def test_a_browser_is_seated_at_the_device_that_the_address_names(visitor: Visitor) -> None:
    assert _device(visitor) == f"device.w-{visitor.world.id}.localhost"
    moved = visitor.open("/support?device=laptop")
    assert (moved.status_code, moved.location) == (302, "/support")
    assert _device(visitor) == f"laptop.device.w-{visitor.world.id}.localhost"
    policy = visitor.open("/").headers["Content-Security-Policy"]
    assert f"http://laptop.device.w-{visitor.world.id}.localhost" in policy


@pytest.mark.parametrize("name", ["", "My PC", "x.example/", "-"])
def test_no_device_has_such_a_name(visitor: Visitor, name: str) -> None:
    refused = visitor.open(f"/?device={name}")
    assert refused.status_code == 400
    assert "REQUEST-MALFORMED" in refused.text
    assert _device(visitor) == f"device.w-{visitor.world.id}.localhost"


@pytest.mark.parametrize("name", ["laptop", "My PC"])
def test_a_file_of_the_pages_is_the_same_at_every_device(visitor: Visitor, name: str) -> None:
    with visitor.open(f"/static/style.css?device={name}") as answer:
        assert answer.status_code == 200


def test_a_bank_that_cannot_be_opened_fails_without_its_pages(
    visitor: Visitor, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(visitor.world, "bank", lambda: (visitor.world.folder / "no such file").open())
    assert visitor.open("/").status_code == 500


def _device(visitor: Visitor) -> str:
    (device,) = DEVICE_OF_PAGE.findall(visitor.open("/support").text)
    return str(device)
