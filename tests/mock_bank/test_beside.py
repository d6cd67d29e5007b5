"""From the lobby a world goes on at a bank with a known bug, which is started beside."""

from __future__ import annotations

import re
import socket

import httpx

from tests.asking import HANGING
from tests.mock_bank.bank.conftest import PERSON
from tests.mock_bank.test_defects import bank


def test_a_world_goes_on_from_the_lobby_at_a_bank_with_one_and_stays_as_it_is_here() -> None:
    world = {"now": "2026-03-16T10:00:00+09:00", "seed": 1, "people": [PERSON]}
    bug = "error-page-lacks-the-hours"
    with bank() as (url, token), httpx.Client(base_url=url, follow_redirects=True, timeout=HANGING) as lobby:
        opened = lobby.post("/control/worlds", headers=token, json=world).json()
        host = opened["bank_url"].removeprefix("http://")
        desk = f"/worlds/{opened['id']}"
        form = {"csrf_token": re.findall('name="csrf_token" value="([^"]+)', lobby.get(desk).text)[0]}
        lobby.post(f"{desk}/arrangements/full", data=form)
        assert "There is no defect" in lobby.post(f"{desk}/defect", data=form | {"name": "no-bug"}).text
        page = lobby.post(f"{desk}/defect", data=form | {"name": bug}).text
        (there,) = re.findall(rf'<a href="([^"]+)"[^>]*>{bug}</a>', page)
        assert f"renewal prove {bug}" in page
        port = re.findall(r":(\d+)", there)[0]
        elsewhere = f"http://127.0.0.1:{port}"
        assert "And the storage place is full" in lobby.get(f"{elsewhere}{desk}").text
        page_there = lobby.get(
            f"{elsewhere}/no-such-page", headers={"Host": re.sub(r":\d+", f":{port}", host)}
        )
        page_here = lobby.get("/no-such-page", headers={"Host": host})
        assert ("</a><br>평일" in page_here.text, "</a><br>평일" in page_there.text) == (True, False)
        held = socket.create_connection(("127.0.0.1", int(port)), timeout=HANGING)
    with held:
        assert held.recv(1) == b""  # that bank has ended with this one
