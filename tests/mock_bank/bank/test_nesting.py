"""JSON that is nested without end is malformed wherever it is sent."""

from __future__ import annotations

from werkzeug.test import Client

from mock_bank.app import Server
from tests.mock_bank.bank.conftest import TOKEN, Enter
from tests.mock_bank.bank.visitor import Visitor

ENDLESS = "[" * 60_000


def test_the_control_api_refuses_it(server: Server) -> None:
    answer = Client(server).post(
        "/control/worlds",
        base_url="http://127.0.0.1:8765",
        headers={"Authorization": f"Bearer {TOKEN}"},
        data=ENDLESS,
        content_type="application/json",
    )
    assert answer.status_code == 400
    assert answer.get_json()["error"]


def test_the_bank_refuses_it(enter: Enter) -> None:
    visitor = enter().be_at("identified").at("/renewal/certificate")
    answer = visitor.ask_with("/renewal/registration", ENDLESS)
    assert (answer.status_code, answer.get_json()["code"]) == (400, "REQUEST-MALFORMED")


def test_the_device_refuses_it(server: Server, visitor: Visitor) -> None:
    answer = Client(server).post(
        "/signatures",
        base_url=f"http://device.w-{visitor.world.id}.localhost:8765",
        data=ENDLESS,
        content_type="application/json",
    )
    assert (answer.status_code, answer.get_json()["error"]) == (409, "malformed")
