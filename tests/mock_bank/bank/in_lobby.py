"""A browser in the lobby, without one."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path

from werkzeug.test import Client, TestResponse

from mock_bank.app import Server
from mock_bank.people import load_people
from mock_bank.world import World, Worlds

BASE = "http://localhost:8765"
PEOPLE = load_people(Path(__file__).parents[3] / "seeds/people.toml")
KIM, LEE = PEOPLE["kim-hana"], PEOPLE["lee-yujin"]


class Lobby:
    """A browser in the lobby, at the desk of a world: one that it opened as Kim Hana, unless one is given."""

    def __init__(self, server: Server, worlds: Worlds, world: World | None = None) -> None:
        self.server = server
        self.worlds = worlds
        self.client = Client(server)
        self.token = self._field("csrf_token", self.open("/").text)
        self.desk = f"/worlds/{world.id}" if world else self.post("/worlds", person=KIM.key).location or ""

    @property
    def world(self) -> World:
        return self.worlds.get(self.desk.rpartition("/")[2])

    @property
    def page(self) -> str:
        return unescape(self.open(self.desk).text)

    def open(self, path: str) -> TestResponse:
        return self.client.get(path, base_url=BASE, buffered=True)

    def post(self, path: str, **form: str) -> TestResponse:
        return self.client.post(path, base_url=BASE, data={"csrf_token": self.token, **form})

    def arrange(self, name: str, **entries: str) -> str:
        """Enter it and have it done; what is said then."""
        done = self.post(f"{self.desk}/arrangements/{name}", **entries)
        assert done.status_code == 303
        said = re.search(r'<p class="notice[^>]*autofocus>(.*?)</p>', unescape(self.open(done.location).text))
        assert said is not None
        return said[1]

    def scenario(self, language: str) -> str:
        """The feature that the desk shows."""
        shown = re.search(rf'<pre id="scenario-{language}"[^>]*>(.*?)</pre>', self.page, re.DOTALL)
        assert shown is not None
        return shown[1]

    def _field(self, name: str, page: str) -> str:
        found = re.search(rf'name="{name}" value="([^"]+)"', page)
        assert found is not None
        return found[1]
