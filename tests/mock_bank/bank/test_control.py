"""The control API says clearly what it cannot do."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path
from typing import Any

import pytest

from mock_bank.bank import accounts
from mock_bank.bank.models import Account, Customer
from mock_bank.device.places import Place
from mock_bank.world import World, Worlds
from tests.mock_bank.bank.conftest import NOW, PERSON, Control
from tests.mock_bank.bank.transferring import draft
from tests.mock_bank.bank.visitor import Visitor

WORLD: dict[str, Any] = {"now": "2026-03-16T10:00:00+09:00", "seed": 7, "people": [PERSON]}


def test_a_world_opens_with_all_that_a_scenario_arranges(control: Control) -> None:
    answer = control("POST", "/worlds", json={**WORLD, "faults": [{"seam": "ca.issue", "times": 2}]})
    assert answer.status_code == 201
    opened = answer.get_json()
    assert opened["bank_url"] == f"http://w-{opened['id']}.localhost:8765"
    assert opened["people"] == [{"key": "kim-hana", "name": "김하나"}]
    fault = {"seam": "ca.issue", "effect": "error", "times": 2, "seconds": None, "damage": None, "struck": 0}
    assert opened["faults"] == [fault]
    assert opened["id"] in control("GET", "/worlds").get_json()["worlds"]
    assert control("DELETE", f"/worlds/{opened['id']}").status_code == 204
    assert opened["id"] not in control("GET", "/worlds").get_json()["worlds"]


@pytest.mark.parametrize("token", ["", "wrong", "ein Schlüssel"])
def test_a_wrong_token_is_refused(control: Control, token: str) -> None:
    answer = control("POST", "/worlds", token=token, json=WORLD)
    assert answer.status_code == 401
    assert answer.get_json() == {
        "error": "the control token is missing or wrong",
        "ko": "제어 토큰이 없거나 틀립니다",
    }


SLOW = {"seam": "ca.issue", "effect": "slow"}
DAMAGED = {"seam": "ca.deliver", "effect": "damaged"}
NUMBER = 10**30
INFINITE = float("inf")


def _person(**changes: Any) -> dict[str, Any]:
    return {"people": [{**PERSON, **changes}]}


def _account(**changes: Any) -> dict[str, Any]:
    return _person(account={**PERSON["account"], **changes})


def _certificate(**changes: Any) -> dict[str, Any]:
    return _person(certificates=[{**PERSON["certificates"][0], **changes}])


def _fault(seam: str, **changes: Any) -> dict[str, Any]:
    return {"faults": [{"seam": seam, **changes}]}


def _setting(**changes: Any) -> dict[str, Any]:
    return {"settings": changes}


TWIN = {**PERSON, "key": "lee-yujin"}
REFUSED = [
    ({"now": None}, "now: Input should be a valid datetime", "now: 쓸 수 없는 값입니다"),
    ({"now": "2026-03-16T10:00:00"}, "now: Input should have timezone", "now: 시간대가 있는 시각이어야"),
    ({"now": "0001-01-01T00:00:00+09:00"}, "equal to 2010-01-01T00:00:00+09:00", "이상이어야 합니다"),
    ({"now": "9999-12-31T23:59:59Z"}, "equal to 2050-12-31T23:59:59+09:00", "이하여야 합니다"),
    ({"seed": "many"}, "seed: Input should be a valid integer, unable to parse", "seed: 정수여야 합니다"),
    ({"peple": []}, "peple: Extra inputs are not permitted", "peple: 없는 항목입니다"),
    ({"people": [{}]}, "people.0.key (no key): Field required; ", "people.0.key (no key): 빠진 항목입니다; "),
    (_person(phone="010-1234-5678"), "people.0.phone (kim-hana): String should match", ""),
    (_person(name="가" * 15), "people.0.name (kim-hana): a certificate has room for 43 bytes", "이름이 너무"),
    ({"people": [PERSON, PERSON]}, "people: two people have the key kim-hana", ""),
    (
        {"people": [PERSON, TWIN]},
        "people: two people have the account number 000-123-456789",
        "people: 두 고객의 계좌번호가 같습니다(000-123-456789). 서로 다른 계좌번호를 적어 주세요",
    ),
    (
        _account(balance=NUMBER),
        "account.balance (kim-hana): Input should be less than or equal to 10000000",
        "",
    ),
    (_certificate(days_left=NUMBER), "certificates.0.days_left", "이하여야 합니다"),
    (_certificate(days_left=-NUMBER), "Input should be greater than or equal to -3650", ""),
    (_fault("ca.isue"), "faults.0.seam: Input should be 'sms.send', 'identity.verify'", ""),
    (_fault("ca.issue", effect="late"), "faults.0.effect", ""),
    (_fault("ca.issue", effect="full"), "faults.0", "faults.0: 쓸 수 없는 값입니다"),
    (_fault("bank.record", effect="slow", seconds=5), "bank.record has no effect 'slow'", ""),
    (_fault("ca.issue", effect="damaged", damage="key"), "ca.issue has no effect 'damaged'", ""),
    (_fault("device.store", effect="no answer"), "it has: 'error', 'full', 'pulled out'", ""),
    ({"faults": [SLOW]}, "ca.issue 'slow': 'seconds' belongs to 'slow'", ""),
    (_fault("ca.issue", seconds=5), "ca.issue 'error': 'seconds' belongs to 'slow'", ""),
    ({"faults": [{**SLOW, "seconds": 0}]}, "faults.0.seconds", ""),
    ({"faults": [{**SLOW, "seconds": 1e14}]}, "faults.0.seconds", "1293839999.0 이하여야 합니다"),
    ({"faults": [DAMAGED]}, "ca.deliver 'damaged': 'damage' belongs to 'damaged'", ""),
    ({"faults": [{**DAMAGED, "damage": "colour"}]}, "faults.0.damage", ""),
    (
        _fault("device.sign", effect="damaged", damage="dates"),
        "faults.0: Value error, device.sign has no damage 'dates'; it has: 'other data', 'replayed'",
        "",
    ),
    (_setting(card_tries=0), "settings.card_tries", "settings.card_tries: 1 이상이어야 합니다"),
    (_setting(transfer_limit=0), "settings.transfer_limit", ""),
    (_setting(cart_tries=3), "settings.cart_tries", ""),
    (_setting(answer_limit=NUMBER), "settings.answer_limit", "1293839999 이하여야 합니다"),
    (_setting(service_hours=["noon", "23:30"]), "settings.service_hours.0", ""),
    (_setting(service_hours=["23:30", "00:30"]), "the service has to open", "서비스 시작 시각은"),
    (
        {"surroundings": {"network": "open"}},
        "surroundings.network: Input should be 'private'",
        "surroundings.network: 쓸 수 없는 값입니다. 쓸 수 있는 값: 'private', 'public'",
    ),
    ({"surroundings": {"shared_devices": ["My PC"]}}, "shared_devices.0: String should match pattern", ""),
]


@pytest.mark.parametrize(("change", "en", "ko"), REFUSED)
def test_what_cannot_be_is_refused_by_field_in_both_languages(
    control: Control, change: dict[str, Any], en: str, ko: str
) -> None:
    before = control("GET", "/worlds").get_json()
    answer = control("POST", "/worlds", json={**WORLD, **change})
    assert answer.status_code == 400
    assert en in answer.get_json()["error"]
    assert ko in answer.get_json()["ko"]
    assert control("GET", "/worlds").get_json() == before


@pytest.mark.parametrize("seconds", [INFINITE, float("nan")])
def test_no_answer_takes_for_ever(control: Control, world: World, seconds: float) -> None:
    answer = control("POST", f"/worlds/{world.id}/faults", json={**SLOW, "seconds": seconds})
    assert answer.status_code == 400
    assert answer.get_json()["error"] == "seconds: Input should be a finite number"


def test_of_a_world_whose_people_cannot_be_enrolled_nothing_is_left(
    control: Control, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = control("GET", "/worlds").get_json()
    monkeypatch.setattr("mock_bank.enrolment.hash_password", lambda password: 1 / 0)
    assert control("POST", "/worlds", json=WORLD).status_code == 500
    assert control("GET", "/worlds").get_json() == before


@pytest.mark.parametrize("name", ["deadbeef", "a" * 300])
def test_a_world_that_does_not_exist_is_named(control: Control, name: str) -> None:
    answer = control("GET", f"/worlds/{name}")
    assert (answer.status_code, answer.get_json()["error"]) == (404, f"no world '{name}' is open")


def test_an_unknown_person_is_answered_with_the_known_ones(control: Control, world: World) -> None:
    answer = control("POST", f"/worlds/{world.id}/stages", json={"person": "kim-duna", "stage": "signed in"})
    assert answer.status_code == 404
    assert answer.get_json() == {
        "error": "no person 'kim-duna' in this world; it has: kim-hana",
        "ko": "이 모의은행에 'kim-duna' 고객이 없습니다. 있는 고객: kim-hana",
    }


def test_the_clock_goes_forward_only(control: Control, world: World) -> None:
    moved = control("POST", f"/worlds/{world.id}/clock", json={"seconds": 180})
    assert moved.get_json() == {"now": "2026-03-16T10:03:00+09:00"}
    back = control("POST", f"/worlds/{world.id}/clock", json={"to": "2026-03-16T10:00:00+09:00"})
    said = {"error": "a world's time cannot go back", "ko": "시각은 앞으로만, 2050년까지만 옮길 수 있습니다"}
    assert (back.status_code, back.get_json()) == (400, said)


@pytest.mark.parametrize(
    ("to", "now"),
    [
        ({"day": "2026-03-30"}, "2026-03-30T10:00:00+09:00"),
        ({"day": "2026-03-16"}, "2026-03-16T10:00:00+09:00"),
        ({"hour": "23:40"}, "2026-03-16T23:40:00+09:00"),
        ({"hour": "10:00"}, "2026-03-16T10:00:00+09:00"),
        ({"hour": "09:59"}, "2026-03-17T09:59:00+09:00"),
    ],
)
def test_the_clock_goes_to_a_day_or_to_the_next_such_hour(
    control: Control, world: World, to: dict[str, Any], now: str
) -> None:
    assert control("POST", f"/worlds/{world.id}/clock", json=to).get_json() == {"now": now}
    past = control("POST", f"/worlds/{world.id}/clock", json={"day": "2026-03-15"})
    assert (past.status_code, past.get_json()["error"]) == (400, "a world's time cannot go back")


def test_a_clock_that_ticks_may_be_moved_by_nothing(control: Control) -> None:
    opened = control("POST", "/worlds", json={**WORLD, "ticking": True}).get_json()
    assert control("POST", f"/worlds/{opened['id']}/clock", json={}).status_code == 200
    control("DELETE", f"/worlds/{opened['id']}")


def test_a_customer_goes_elsewhere_and_what_is_not_said_stays(control: Control, world: World) -> None:
    def go(**surroundings: Any) -> Any:
        answer = control("POST", f"/worlds/{world.id}/surroundings", json=surroundings)
        return answer.get_json()["surroundings"]

    assert go(network="public") == {"network": "public", "shared_devices": []}
    assert not world.device.is_shared(Place.HARD_DISK)
    assert go(shared_devices=["computer"]) == {"network": "public", "shared_devices": ["computer"]}
    assert world.device.is_shared(Place.HARD_DISK)
    assert go(network="private") == {"network": "private", "shared_devices": ["computer"]}
    with world.bank() as bank:
        assert bank.surroundings.network == "private"


@pytest.mark.parametrize(
    ("to", "said"),
    [
        ({"seconds": 1_000_000_000}, "a world's time ends with the year 2050"),
        ({"seconds": 1e14}, "seconds: Input should be less than or equal to 1293839999"),
        ({"seconds": INFINITE}, "seconds: Input should be a finite number"),
        (
            {"to": "9999-12-31T23:59:59Z"},
            "to: Input should be less than or equal to 2050-12-31T23:59:59+09:00",
        ),
    ],
)
def test_the_clock_does_not_go_beyond_all_time(
    control: Control, world: World, to: dict[str, Any], said: str
) -> None:
    answer = control("POST", f"/worlds/{world.id}/clock", json=to)
    assert (answer.status_code, answer.get_json()["error"]) == (400, said)
    assert world.clock.now() == NOW


def test_a_restarted_world_is_what_was_written_down(control: Control, worlds: Worlds, world: World) -> None:
    control("POST", f"/worlds/{world.id}/faults", json={"seam": "ca.issue", "times": 2})
    control("POST", f"/worlds/{world.id}/clock", json={"seconds": 180})
    before = control("GET", f"/worlds/{world.id}").get_json()
    assert control("POST", f"/worlds/{world.id}/restart").get_json() == before
    assert worlds.get(world.id) is not world


EVENTS = ["renewal applied for", "sms code sent", "identity verified"]
EVENTS += ["money withdrawn", "renewal registered", "certificate issued"]


@pytest.mark.parametrize(
    ("stage", "events"), [("signed in", 0), ("applied", 1), ("identified", 3), ("issued", 6)]
)
def test_a_stage_is_reached_by_the_banks_own_rules(
    control: Control, world: World, stage: str, events: int
) -> None:
    for _ in range(2):  # being placed there again changes nothing
        placed = control("POST", f"/worlds/{world.id}/stages", json={"person": "kim-hana", "stage": stage})
        assert placed.status_code == 200
    audit = control("GET", f"/worlds/{world.id}/audit").get_json()["audit"]
    assert [entry["event"] for entry in audit] == EVENTS[:events]


def test_a_world_can_be_taken_to_another_server(control: Control, world: World, tmp_path: Path) -> None:
    packed = control("GET", f"/worlds/{world.id}/zip")
    zipfile.ZipFile(io.BytesIO(packed.data)).extractall(tmp_path)
    there = Worlds(tmp_path).get(world.id)
    assert there.clock.now() == world.clock.now()
    with there.authority() as authority, world.authority() as before:
        assert authority.certificate == before.certificate
    names = {
        str(file.relative_to(tmp_path / "worlds" / world.id)) for file in tmp_path.glob("worlds/*/**/*.der")
    }
    assert names == {str(file.relative_to(world.folder)) for file in world.folder.rglob("*.der")} != set()


def test_a_stored_file_can_be_read_and_nothing_beside_it(control: Control, world: World) -> None:
    listed = control("GET", f"/worlds/{world.id}/store").get_json()["files"]
    for file in listed:
        read = control("GET", f"/worlds/{world.id}/store/{file['path']}")
        assert read.data == (world.folder / file["path"]).read_bytes()
    for beside in ("world.json", "bank.sqlite", "../world.json", "devices/../world.json"):
        assert control("GET", f"/worlds/{world.id}/store/{beside}").status_code == 404


@pytest.mark.parametrize(
    ("place", "found"),
    [("hard-disk", ["computer"] * 2 + ["laptop"] * 2), ("phone", [None, None])],
    ids=["on each device that is named", "carried along, one and the same"],
)
def test_where_a_certificate_lies(control: Control, place: str, found: list[str | None]) -> None:
    arranged = _certificate(place=place, devices=["computer", "laptop"])
    opened = control("POST", "/worlds", json={**WORLD, **arranged}).get_json()
    listed = control("GET", f"/worlds/{opened['id']}/store").get_json()["files"]
    assert [(file["device"], file["place"]) for file in listed] == [(device, place) for device in found]


def test_transfers_and_the_account_can_be_looked_into(
    control: Control, world: World, visitor: Visitor
) -> None:
    with world.bank() as bank:
        bank.session.add(customer_of_the_other_account())
        accounts.withdraw(bank, bank.customer("kim-hana").account, 1_000, "수수료")
        bank.session.commit()
    draft(visitor.be_at("signed in"), account="000-999-000001")
    (listed,) = control("GET", f"/worlds/{world.id}/transfers").get_json()["transfers"]
    expected = {"state": "draft", "sender": "000-123-456789", "receiver": "000-999-000001", "amount": 4_000}
    assert listed.items() >= expected.items()
    assert "금액: 4,000원" in listed["text"]
    account = control("GET", f"/worlds/{world.id}/people/kim-hana").get_json()["account"]
    entry = {"at": "2026-03-16T10:00:00+09:00", "text": "수수료", "amount": -1_000, "balance": 9_000}
    assert account == {"number": "000-123-456789", "balance": 9_000, "entries": [entry]}


def customer_of_the_other_account() -> Customer:
    account = Account(number="000-999-000001", password_hash="", balance=0)
    person = {**PERSON, "key": "lee-yujin", "name": "이유진", "card_codes": {}, "otp_secret": ""}
    del person["certificates"]
    return Customer(**{**person, "account": account})


def test_nobody_is_placed_at_a_stage_without_a_certificate_of_this_bank(control: Control) -> None:
    opened = control("POST", "/worlds", json={**WORLD, **_certificate(registered=False)})
    placed = control(
        "POST", f"/worlds/{opened.get_json()['id']}/stages", json={"person": "kim-hana", "stage": "signed in"}
    )
    assert placed.status_code == 409
    assert "kim-hana has no certificate that is registered here" in placed.get_json()["error"]


@pytest.mark.parametrize(
    ("method", "path", "ko"),
    [
        ("POST", "/worlds/nowhere/restart", "열려 있는 모의은행 가운데 'nowhere'은(는) 없습니다"),
        ("POST", "/worlds", "요청 본문이 JSON이 아닙니다"),
    ],
)
def test_every_refusal_is_told_in_korean_too(control: Control, method: str, path: str, ko: str) -> None:
    assert control(method, path).get_json()["ko"] == ko


def test_what_a_person_tells_the_bank_elsewhere(control: Control, world: World) -> None:
    path = f"/worlds/{world.id}/people/kim-hana"
    told = control("POST", path, json={"phone": "010-0000-9876", "card_lost": True}).get_json()
    assert told == {"key": "kim-hana", "phone": "010-0000-9876", "card_lost": True}
    with world.bank() as bank:
        customer = bank.customer("kim-hana")
        assert (customer.phone, customer.card_lost) == ("010-0000-9876", True)
    assert control("POST", path, json={"phone": "010-1234-5678"}).status_code == 400
    assert control("POST", f"/worlds/{world.id}/people/nobody", json={}).status_code == 404


def test_a_medium_is_unplugged_and_plugged_in(control: Control, world: World) -> None:
    for plugged in (False, True):
        told = control("POST", f"/worlds/{world.id}/places/phone", json={"plugged": plugged}).get_json()
        assert told == {"place": "phone", "plugged": plugged}
    refused = control("POST", f"/worlds/{world.id}/places/cloud", json={"plugged": False})
    assert (refused.status_code, refused.get_json()["error"]) == (
        404,
        "no medium 'cloud'; there are: removable-disk, phone",
    )


def test_a_bank_that_never_closes_and_has_no_known_bug(control: Control) -> None:
    opened = control("POST", "/worlds", json={**WORLD, "settings": {"service_hours": None}})
    assert opened.status_code == 201
    assert control("GET", "/defect").get_json() == {"defect": None}
