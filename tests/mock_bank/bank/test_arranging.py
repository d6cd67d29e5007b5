"""What a person arranges at the desk is what its step says: one act of the control API, whoever does it.

The step is played by steps/, at the same bank: a test may know both, which know nothing of each other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from werkzeug.test import Client

from harness.check.project import Project
from harness.language.vocabulary import load_phrases
from harness.play.scene import Scene
from harness.seeds.named_people import Certificate, People
from mock_bank.app import Server
from mock_bank.control.operations import OPERATIONS, Operation
from mock_bank.faults import DAMAGES, EFFECTS
from mock_bank.lobby.arrangements import ARRANGEMENTS, Arrangement
from mock_bank.world import Worlds
from tests.mock_bank.bank.conftest import TOKEN
from tests.mock_bank.bank.in_lobby import BASE, PEOPLE, Lobby

ROOT = Path(__file__).parents[3]
VOCABULARY = load_phrases()
# Of what has no words, what is at the ends of what may be entered.
ENDS = {
    "count": ("1", "999"),
    "times": ("2", "100"),
    "hour": ("00:00", "23:59"),
    "day": ("2026-03-16", "2050-12-31"),
    "phone": ("010-0000-9999", "010-0000-0000"),
}
Act = tuple[str, dict[str, str], Any]


def cases() -> Iterator[Any]:
    """Each arrangement, and whatever may be chosen for it, one thing at a time."""
    for name, one in ARRANGEMENTS.items():
        choices = {field.name: [*field.words] or ENDS[field.name] for field in one.fields}
        usual = {field: choice[0] for field, choice in choices.items()}
        others = [usual | {field: entry} for field, choice in choices.items() for entry in choice[1:]]
        for entries in (usual, *others):
            yield pytest.param(one, entries, id=" ".join([name, *entries.values()]))


@pytest.fixture
def acts(monkeypatch: pytest.MonkeyPatch) -> list[Act]:
    """What the control API did meanwhile: the act, what its address named, and its body."""
    done: list[Act] = []
    do = Operation.done

    def noted(self: Operation, named: dict[str, str], asked: Any) -> Any:
        if self.method == "POST" and "world_id" in named:
            body = self.body.model_validate(asked) if self.body else None
            done.append((self.view.__name__, dict(named), body))
        return do(self, named, asked)

    monkeypatch.setattr(Operation, "done", noted)
    return done


@pytest.fixture(scope="session")
def server(worlds: Worlds) -> Server:
    return Server(worlds, TOKEN, PEOPLE)


@pytest.fixture
def lobby(server: Server, worlds: Worlds) -> Lobby:
    return Lobby(server, worlds)


@pytest.fixture
def bank(server: Server) -> Any:
    """What a scene takes for the bank of this run: one without a socket."""
    client = Client(server)

    def ask(method: str, path: str, json: Any = None) -> Any:
        headers = {"Authorization": f"Bearer {TOKEN}"}
        answer = client.open(f"/control/{path}", method=method, base_url=BASE, headers=headers, json=json)
        assert answer.status_code < 300, answer.text
        return answer.get_json()

    return SimpleNamespace(get=lambda path: ask("GET", path), post=lambda path, json: ask("POST", path, json))


@pytest.fixture
def scene(bank: Any, request: pytest.FixtureRequest) -> Scene:
    """Kim Hana's, with two certificates; its world is open. No fault of it need strike."""
    scene = Scene(request, People.load(ROOT), seed=1)
    first = scene.person("Kim Hana").certificates[0]
    scene.certificates("Kim Hana", first, Certificate(first.kind, 400, place="cloud"))
    assert scene.world
    return scene


@pytest.fixture
def at_desk(scene: Scene, server: Server, worlds: Worlds) -> Lobby:
    """The desk of the scene's world."""
    return Lobby(server, worlds, worlds.get(scene.world.id))


def play(scene: Any, kind: str, text: str) -> None:
    (phrase,) = VOCABULARY.matching(kind, text)
    phrase.function(scene, **phrase.parse_arguments(text))


@pytest.mark.parametrize(("arrangement", "entries"), [*cases()])
def test_its_step_does_in_either_language_what_was_done_by_hand(
    arrangement: Arrangement, entries: dict[str, str], scene: Scene, at_desk: Lobby, acts: list[Act]
) -> None:
    step = arrangement.told(entries)
    assert at_desk.arrange(arrangement.name, **entries).endswith(f" {step.en}")
    by_hand, acts[:] = acts[:], []
    assert len(by_hand) == (arrangement.act is not None)
    for language, text in (("en", step.en), ("ko", step.ko)):
        (phrase,) = VOCABULARY.matching(step.kind, text)
        assert phrase.in_language(language).matches(text)
        if arrangement.act:
            play(scene, step.kind, text)
            assert acts == by_hand
            acts.clear()


@pytest.mark.parametrize("device", ["laptop", "computer"])
@pytest.mark.parametrize("language", ["en", "ko"])
def test_turning_to_another_device_opens_the_bank_there(lobby: Lobby, device: str, language: str) -> None:
    went: list[str] = []
    page = SimpleNamespace(goto=went.append)
    scene = SimpleNamespace(new_context=lambda at: SimpleNamespace(new_page=lambda: page))
    lobby.arrange("turn", device="laptop")
    lobby.arrange("turn", device=device)
    step = ARRANGEMENTS["turn"].told({"device": device})
    play(scene, step.kind, step.ko if language == "ko" else step.en)
    assert went == [f"/?device={device}"]
    assert f"""href="http://w-{lobby.world.id}.localhost:8765{went[0]}\"""" in lobby.page


def test_all_that_arranges_something_is_offered() -> None:
    arranging = {one.view.__name__ for one in OPERATIONS if one.method == "POST" and "world_id" in one.named}
    # A customer who is somewhere has a cookie of the bank's, which is not the lobby's to set.
    assert {one.act for one in ARRANGEMENTS.values()} == arranging - {"place_at_stage"} | {None}


def test_each_seam_may_go_wrong_in_each_way_that_it_can(at_desk: Lobby, acts: list[Act]) -> None:
    for case in cases():
        arrangement, entries = case.values
        if arrangement.act == "add_fault":
            at_desk.post(f"{at_desk.desk}/arrangements/{arrangement.name}", **entries)
    made = {(body.seam, body.effect, body.damage, body.times > 100) for _, _, body in acts}
    for seam, effects in EFFECTS.items():
        for effect in effects:
            damages = DAMAGES[seam] if effect == "damaged" else (None,)
            assert {(seam, effect, damage, False) for damage in damages} <= made
            if effect in ("error", "no answer", "slow"):
                assert (seam, effect, None, True) in made


def test_all_that_was_arranged_is_a_scenario_that_passes_the_check(lobby: Lobby, tmp_path: Path) -> None:
    project = Project(ROOT, VOCABULARY)
    last = {case.values[0].name: case.values[1] for case in cases()}
    for name, entries in last.items():
        assert " / " in lobby.arrange(name, **entries | ({"certificate": "0"} if name == "change" else {}))
    for language in ("ko", "en"):
        feature = tmp_path / f"found.{language}.feature"
        feature.write_text(lobby.scenario(language), encoding="utf-8")
        report = project.check([feature])
        assert report.texts == []
        steps = re.findall(r"^    \S+ .*$", lobby.scenario(language), re.MULTILINE)
        assert len(steps) == 3 + len(ARRANGEMENTS) + 2
