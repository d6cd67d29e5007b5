"""What every answer carries, and which requests get none: by host name."""

from __future__ import annotations

import re

import pytest
from werkzeug.test import Client

from mock_bank.app import Server
from mock_bank.world import World
from tests.mock_bank.bank.conftest import TOKEN

BANK, DEVICE, AUTHORITY, LOBBY = (
    "w-{id}.localhost",
    "device.w-{id}.localhost",
    "ca.w-{id}.localhost",
    "localhost",
)
ALL = [
    (BANK, "/", 200),
    (BANK, "/sign-in", 200),
    (BANK, "/static/style.css", 200),
    (BANK, "/static/none.css", 404),
    (BANK, "/none", 404),
    (BANK, "/account", 302),
    (DEVICE, "/places", 200),
    (DEVICE, "/none", 409),
    (AUTHORITY, "/crl", 200),
    (AUTHORITY, "/none", 404),
    (LOBBY, "/", 200),
    (LOBBY, "/worlds/{id}", 200),
    (LOBBY, "/worlds/{id}/phone", 200),
    (LOBBY, "/worlds/none", 404),
    (LOBBY, "/static/style.css", 200),
    (LOBBY, "/control/worlds", 401),
    ("w-0.localhost", "/", 421),
    ("evil@localhost", "/", 400),
]
# These may be kept: they are files of the pages, what the authority publishes, and nothing at all.
CACHED = re.compile("static|crl|none")


@pytest.mark.parametrize(("host", "path", "status"), ALL)
def test_every_answer_is_what_it_says_and_tells_no_other_site(
    server: Server, world: World, host: str, path: str, status: int
) -> None:
    environ = {"HTTP_HOST": host.format(id=world.id) + ":8765"}
    answer = Client(server).get(path.format(id=world.id), environ_overrides=environ, buffered=True)
    assert answer.status_code == status
    assert answer.headers.getlist("X-Content-Type-Options") == ["nosniff"]
    assert answer.headers.getlist("Referrer-Policy") == ["same-origin"]
    if status in (200, 302, 401) and not CACHED.search(path):
        assert answer.headers["Cache-Control"] == "no-store"
    if answer.mimetype == "text/html" and host != AUTHORITY:
        assert "default-src 'self'" in answer.headers["Content-Security-Policy"]
        assert "frame-ancestors 'none'" in answer.headers["Content-Security-Policy"]


def test_the_control_api_answers_for_no_cache(server: Server) -> None:
    token = {"Authorization": f"Bearer {TOKEN}"}
    answer = Client(server).get("/control/worlds", base_url="http://127.0.0.1:8765", headers=token)
    assert answer.headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize(
    ("target", "status"),
    [
        ("http://localhost:8765/", 200),
        ("http://evil/", 421),
        ("http://evil@localhost/", 400),
        ("HTTP://LOCALHOST", 200),
        ("//evil/", 200),
    ],
)
def test_an_address_as_target_is_what_counts(server: Server, target: str, status: int) -> None:
    answer = Client(server).get("/", environ_overrides={"HTTP_HOST": "localhost", "REQUEST_URI": target})
    assert answer.status_code == status


def test_a_world_is_the_same_in_capitals(server: Server, world: World) -> None:
    answer = Client(server).get("/sign-in", base_url=f"http://W-{world.id.upper()}.LocalHost:8765")
    assert answer.status_code == 200
    assert f"http://device.w-{world.id}.localhost:8765" in answer.text
