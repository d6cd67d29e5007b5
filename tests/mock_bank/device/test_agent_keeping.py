"""Copies, deletions, passwords, exports and imports over HTTP."""

from base64 import b64decode, b64encode
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey
from cryptography.hazmat.primitives.serialization.pkcs12 import load_pkcs12
from flask.testing import FlaskClient

from mock_bank.ca.keys import make_key
from mock_bank.device.agent import MAX_REQUEST, create_agent
from mock_bank.device.device import Device
from mock_bank.device.places import Place
from mock_bank.device.records import Chosen
from mock_bank.faults import Fault, Faults
from tests.mock_bank.conftest import Certify
from tests.mock_bank.device.conftest import DeviceNamed, in_place

FILE_PASSWORD = "Gureum!3691"
NEW_PASSWORD = "Badaro!1470"
JSON = dict[str, Any]


def agent_of(device: Device) -> FlaskClient:
    return create_agent(lambda: device, lambda: "http://w-1.localhost:8765").test_client()


@pytest.fixture
def agent(device: Device) -> FlaskClient:
    return agent_of(device)


@pytest.fixture
def chosen(old: Chosen) -> JSON:
    return {"place": "hard-disk", "certificate": old.certificate_id, "password": old.password}


@pytest.fixture
def importing(device: Device, old: Chosen) -> JSON:
    file = device.export(old, FILE_PASSWORD).content
    return {
        "file": b64encode(file).decode(),
        "file_password": FILE_PASSWORD,
        "password": NEW_PASSWORD,
        "place": "cloud",
    }


def certificates(agent: FlaskClient, place: str) -> list[str]:
    answer = agent.get(f"/places/{place}/certificates").get_json()
    return [certificate["id"] for certificate in answer["certificates"]]


def test_copies(agent: FlaskClient, chosen: JSON) -> None:
    answer = agent.post("/copies", json=chosen | {"to": "phone"})
    assert answer.status_code == 200
    path = answer.get_json().pop("path")
    assert answer.get_json() == {"place": "phone", "thumbprint": chosen["certificate"], "path": path}
    assert path.startswith("phone/NPKI/mockSign/USER/cn=")
    assert certificates(agent, "phone") == certificates(agent, "hard-disk") == [chosen["certificate"]]


def test_deletes(agent: FlaskClient, chosen: JSON) -> None:
    answer = agent.post("/deletions", json=chosen)
    assert (answer.status_code, answer.get_json()) == (200, {})
    assert certificates(agent, "hard-disk") == []


def test_changes_the_password(agent: FlaskClient, chosen: JSON) -> None:
    answer = agent.post("/passwords", json=chosen | {"new_password": NEW_PASSWORD})
    assert (answer.status_code, answer.get_json()) == (200, {})
    signing = chosen | {"data": ""}
    assert agent.post("/signatures", json=signing).get_json()["error"] == "wrong-password"
    assert agent.post("/signatures", json=signing | {"password": NEW_PASSWORD}).status_code == 200


@pytest.mark.parametrize("size", [MAX_REQUEST - 1000, MAX_REQUEST])
def test_a_file_is_read_up_to_a_size(agent: FlaskClient, importing: JSON, size: int) -> None:
    answer = agent.post("/imports", json=importing | {"file": "A" * size})
    said = "too-large" if size == MAX_REQUEST else "broken-file"
    assert (answer.status_code, answer.get_json()["error"]) == (409, said)
    assert answer.headers["Access-Control-Allow-Origin"]  # so that the bank's page can read the refusal


def test_exports(agent: FlaskClient, chosen: JSON, device: Device) -> None:
    answer = agent.post("/exports", json=chosen | {"file_password": FILE_PASSWORD})
    assert answer.status_code == 200
    assert answer.get_json().keys() == {"file", "name"}
    assert answer.get_json()["name"] == "김하나_20260330.pfx"
    content = load_pkcs12(b64decode(answer.get_json()["file"]), FILE_PASSWORD.encode())
    assert content.cert is not None
    assert [content.cert.certificate] == device.certificates(Place.HARD_DISK)


def test_imports(device_named: DeviceNamed, importing: JSON, old: Chosen) -> None:
    laptop = agent_of(device_named("laptop"))
    answer = laptop.post("/imports", json=importing | {"place": "browser"})
    assert answer.status_code == 200
    path = answer.get_json().pop("path")
    assert answer.get_json() == {
        "place": "browser",
        "thumbprint": old.certificate_id,
        "path": path,
        "holder": "김하나",
        "kind_label": "은행/보험용(개인)",
        "not_after": "2026-03-30",
    }
    assert path.startswith("browser/NPKI/mockSign/USER/cn=")
    assert certificates(laptop, "browser") == [old.certificate_id]


@pytest.mark.parametrize(
    ("path", "changes", "code"),
    [
        ("/copies", {}, "malformed"),
        ("/copies", {"to": "hard-disk"}, "same-place"),
        ("/copies", {"to": "phone", "password": "Haneul!2581"}, "wrong-password"),
        ("/deletions", {"password": "Haneul!2581"}, "wrong-password"),
        ("/deletions", {"place": "phone"}, "no-such-certificate"),
        ("/passwords", {}, "malformed"),
        ("/passwords", {"new_password": "short"}, "weak-password"),
        ("/passwords", {"new_password": NEW_PASSWORD, "password": "Haneul!2581"}, "wrong-password"),
        ("/exports", {}, "malformed"),
        ("/exports", {"file_password": "short"}, "weak-password"),
        ("/exports", {"file_password": FILE_PASSWORD, "password": "x"}, "wrong-password"),
        ("/imports", {"file": "not base64!"}, "malformed"),
        ("/imports", {"file": ""}, "broken-file"),
        ("/imports", {"file": "AAAA"}, "broken-file"),
        ("/imports", {"file_password": "Gureum!3692"}, "wrong-file-password"),
        ("/imports", {"file_password": "Gureum!3691\0"}, "malformed"),
        ("/imports", {"password": "short"}, "weak-password"),
        ("/imports", {"place": "moon"}, "malformed"),
    ],
)
def test_says_no_by_code_and_in_korean(
    agent: FlaskClient, chosen: JSON, importing: JSON, path: str, changes: JSON, code: str
) -> None:
    body = (importing if path == "/imports" else chosen) | changes
    answer = agent.post(path, json=body)
    assert (answer.status_code, answer.get_json()["error"]) == (409, code)
    assert any("가" <= character <= "힣" for character in answer.get_json()["message"])


def test_refuses_what_another_authority_issued(
    agent: FlaskClient, device: Device, certify: Certify, customer_key: RSAPrivateKey, importing: JSON
) -> None:
    foreign = certify(customer_key.public_key(), issuer=make_key())
    installed = device.import_certificate(Place.PHONE, foreign, customer_key, NEW_PASSWORD)
    file = device.export(Chosen(Place.PHONE, installed.thumbprint, NEW_PASSWORD), FILE_PASSWORD).content
    answer = agent.post("/imports", json=importing | {"file": b64encode(file).decode()})
    assert (answer.status_code, answer.get_json()["error"]) == (409, "foreign-certificate")
    assert answer.get_json()["message"].startswith("모의인증원이 고객에게 발급한 인증서가 아닙니다.")


def test_keeps_nothing_on_a_shared_computer_unless_that_is_meant(
    device_named: DeviceNamed, device: Device, old: Chosen, chosen: JSON, importing: JSON
) -> None:
    device.copy(old, Place.PHONE)
    cafe = device_named("cafe", shared=True)
    agent, on_phone = agent_of(cafe), chosen | {"place": "phone"}
    keeping = {
        "/copies": on_phone | {"to": "browser"},
        "/imports": importing | {"place": "hard-disk"},
        "/keys": {"place": "browser", "password": NEW_PASSWORD, "old": on_phone, "challenge": ""},
    }
    for path, body in keeping.items():
        answer = agent.post(path, json=body)
        assert (answer.status_code, answer.get_json()["error"]) == (409, "shared-place")
        assert agent.post(path, json=body | {"knowingly": False}).status_code == 409
    assert in_place(cafe, Place.BROWSER) == in_place(cafe, Place.HARD_DISK) == []
    for path, body in keeping.items():
        assert agent.post(path, json=body | {"knowingly": True}).status_code == 200


@pytest.mark.parametrize(("effect", "code"), [("full", "store-full"), ("pulled out", "store-gone")])
def test_says_when_the_place_fails(
    agent: FlaskClient, faults: Faults, chosen: JSON, importing: JSON, effect: Any, code: str
) -> None:
    faults.add(Fault("device.store", effect, times=2))
    for path, body in (("/copies", chosen | {"to": "phone"}), ("/imports", importing)):
        answer = agent.post(path, json=body)
        assert (answer.status_code, answer.get_json()["error"]) == (409, code)


def test_no_answer_and_no_log_holds_a_password(
    agent: FlaskClient, chosen: JSON, importing: JSON, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("DEBUG")
    answers = [
        agent.post("/copies", json=chosen | {"to": "phone"}),
        agent.post("/exports", json=chosen | {"file_password": FILE_PASSWORD}),
        agent.post("/imports", json=importing),
        agent.post("/imports", json=importing | {"file": ""}),
        agent.post("/passwords", json=chosen | {"new_password": NEW_PASSWORD}),
        agent.post("/deletions", json=chosen | {"password": NEW_PASSWORD}),
    ]
    said = caplog.text + "".join(answer.text for answer in answers)
    assert [answer.status_code for answer in answers] == [200, 200, 200, 409, 200, 200]
    for password in ("Haneul!2580", FILE_PASSWORD, NEW_PASSWORD):
        assert password not in said
