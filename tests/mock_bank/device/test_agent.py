"""The device agent over HTTP: what the bank's pages get or are refused, and what others do not get."""

from base64 import b64decode, b64encode
from datetime import datetime, timedelta
from typing import Any

import pytest
from asn1crypto import cms
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization.pkcs12 import load_pkcs12
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from mock_bank.clock import KST, Clock
from mock_bank.device.agent import MAX_REQUEST, create_agent
from mock_bank.device.device import Device
from mock_bank.device.password import broken_rules
from mock_bank.device.places import Place
from mock_bank.device.records import Chosen
from mock_bank.faults import Fault, Faults
from tests.mock_bank.conftest import END, Certify
from tests.mock_bank.device.conftest import DeviceNamed, Kept

BANK = "http://w-1.localhost:8765"
HEADERS = {"Origin": BANK}
FILE_PASSWORD, NEW_PASSWORD = "Gureum!3691", "Badaro!1470"
JSON = dict[str, Any]


def agent_of(device: Device) -> FlaskClient:
    return create_agent(lambda: device, lambda: BANK).test_client()


@pytest.fixture
def agent(device: Device) -> FlaskClient:
    return agent_of(device)


def base64(octets: bytes) -> str:
    return b64encode(octets).decode()


@pytest.fixture
def chosen(old: Chosen) -> JSON:
    return {"place": "hard-disk", "certificate": old.certificate_id, "password": old.password}


@pytest.fixture
def signing(chosen: JSON) -> JSON:
    return chosen | {"data": base64(b"data")}


@pytest.fixture
def renewing(chosen: JSON) -> JSON:
    challenge = base64(b"challenge")
    return {"place": "hard-disk", "password": NEW_PASSWORD, "old": chosen, "challenge": challenge}


@pytest.fixture
def importing(device: Device, old: Chosen) -> JSON:
    file = base64(device.export(old, FILE_PASSWORD).content)
    return {"file": file, "file_password": FILE_PASSWORD, "password": NEW_PASSWORD, "place": "cloud"}


def post(agent: FlaskClient, path: str, body: object) -> TestResponse:
    return agent.post(path, json=body, headers=HEADERS)


def new_certificate(key: dict[str, str], certify: Certify) -> str:
    request = x509.load_der_x509_csr(b64decode(key["request"]))
    return base64(certify(request.public_key(), serial=1 << 65, not_after=END.replace(year=2027)))


def certificates(agent: FlaskClient, place: str) -> list[str]:
    answer = agent.get(f"/places/{place}/certificates", headers=HEADERS).get_json()
    return [certificate["id"] for certificate in answer["certificates"]]


def test_offers_the_five_places(agent: FlaskClient) -> None:
    places = agent.get("/places", headers=HEADERS).get_json()["places"]
    assert [(place["id"], place["label"]) for place in places] == [
        ("browser", "브라우저"),
        ("hard-disk", "하드디스크"),
        ("removable-disk", "이동식디스크"),
        ("phone", "휴대폰"),
        ("cloud", "클라우드"),
    ]
    assert {key for place in places for key in place} == {"id", "label", "note"}
    assert places[1]["note"] == "이 컴퓨터의 하드디스크. 이 컴퓨터에서만 쓸 수 있습니다."
    assert len({place["note"] for place in places}) == 5


def test_lists_a_place_s_certificates(agent: FlaskClient, old: Chosen, clock: Clock) -> None:
    row = {
        "id": old.certificate_id,
        "holder": "김하나",
        "kind": "personal-bank",
        "kind_label": "은행/보험용(개인)",
        "issuer": "모의인증원",
        "not_after": "2026-03-30",
        "state": "valid",
    }
    path = "/places/hard-disk/certificates"
    clock.move_to(datetime(2026, 3, 30, 23, 59, 59, tzinfo=KST))
    assert agent.get(path, headers=HEADERS).get_json() == {"certificates": [row]}
    clock.move(timedelta(seconds=1))
    assert agent.get(path, headers=HEADERS).get_json() == {"certificates": [row | {"state": "expired"}]}
    assert agent.get("/places/phone/certificates", headers=HEADERS).get_json() == {"certificates": []}


def test_names_the_last_day_as_korea_has_it(
    agent: FlaskClient, device: Device, certify: Certify, customer_key: RSAPrivateKey
) -> None:
    certificate = certify(customer_key.public_key(), not_after=datetime(2026, 3, 31, 5, tzinfo=KST))
    device.import_certificate(Place.PHONE, certificate, customer_key, "Haneul!2580")
    (row,) = agent.get("/places/phone/certificates", headers=HEADERS).get_json()["certificates"]
    assert row["not_after"] == "2026-03-31"  # in Greenwich it is still the 30th


def test_signs(
    agent: FlaskClient, signing: JSON, old_certificate: bytes, customer_key: RSAPrivateKey
) -> None:
    answer = post(agent, "/signatures", signing)
    assert answer.status_code == 200
    assert b64decode(answer.get_json()["certificate"]) == old_certificate
    customer_key.public_key().verify(b64decode(answer.get_json()["signature"]), b"data", PKCS1v15(), SHA256())


def test_signs_a_document(agent: FlaskClient, signing: JSON) -> None:
    answer = post(agent, "/documents", signing | {"text": "금액: 5원"})
    assert answer.status_code == 200
    signed = cms.ContentInfo.load(b64decode(answer.get_json()["signed"]))["content"]
    assert signed["encap_content_info"]["content"].native.decode() == "금액: 5원"


def test_makes_a_key_and_installs_its_certificate(
    agent: FlaskClient, renewing: JSON, certify: Certify, customer_key: RSAPrivateKey
) -> None:
    key = post(agent, "/keys", renewing).get_json()
    signed = b"challenge" + b64decode(key["request"])
    customer_key.public_key().verify(b64decode(key["signature"]), signed, PKCS1v15(), SHA256())
    certificate = new_certificate(key, certify)
    answer = post(agent, f"/keys/{key['key']}/certificate", {"certificate": certificate})
    assert answer.status_code == 200
    assert answer.get_json()["place"] == "hard-disk"
    assert answer.get_json()["path"].startswith("hard-disk/NPKI/mockSign/USER/cn=")
    (row,) = agent.get("/places/hard-disk/certificates", headers=HEADERS).get_json()["certificates"]
    assert row["id"] == answer.get_json()["thumbprint"]


def test_copies(agent: FlaskClient, chosen: JSON) -> None:
    answer = post(agent, "/copies", chosen | {"to": "phone"})
    assert answer.status_code == 200
    path = answer.get_json().pop("path")
    assert answer.get_json() == {"place": "phone", "thumbprint": chosen["certificate"], "path": path}
    assert path.startswith("phone/NPKI/mockSign/USER/cn=")
    assert certificates(agent, "phone") == certificates(agent, "hard-disk") == [chosen["certificate"]]


def test_deletes(agent: FlaskClient, chosen: JSON) -> None:
    answer = post(agent, "/deletions", chosen)
    assert (answer.status_code, answer.get_json()) == (200, {})
    assert certificates(agent, "hard-disk") == []


def test_changes_the_password(agent: FlaskClient, chosen: JSON) -> None:
    answer = post(agent, "/passwords", chosen | {"new_password": NEW_PASSWORD})
    assert (answer.status_code, answer.get_json()) == (200, {})
    signing = chosen | {"data": ""}
    assert post(agent, "/signatures", signing).get_json()["error"] == "wrong-password"
    assert post(agent, "/signatures", signing | {"password": NEW_PASSWORD}).status_code == 200


@pytest.mark.parametrize("size", [MAX_REQUEST - 1000, MAX_REQUEST])
def test_a_file_is_read_up_to_a_size(agent: FlaskClient, importing: JSON, size: int) -> None:
    answer = post(agent, "/imports", importing | {"file": "A" * size})
    said = "too-large" if size == MAX_REQUEST else "broken-file"
    assert (answer.status_code, answer.get_json()["error"]) == (409, said)
    assert answer.headers["Access-Control-Allow-Origin"]  # so that the bank's page can read the refusal


def test_exports(agent: FlaskClient, chosen: JSON, device: Device) -> None:
    answer = post(agent, "/exports", chosen | {"file_password": FILE_PASSWORD})
    assert answer.status_code == 200
    assert answer.get_json().keys() == {"file", "name"}
    assert answer.get_json()["name"] == "김하나_20260330.pfx"
    content = load_pkcs12(b64decode(answer.get_json()["file"]), FILE_PASSWORD.encode())
    assert content.cert is not None
    assert [content.cert.certificate] == device.certificates(Place.HARD_DISK)


def test_imports(device_named: DeviceNamed, importing: JSON, old: Chosen) -> None:
    laptop = agent_of(device_named("laptop"))
    answer = post(laptop, "/imports", importing | {"place": "browser"})
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
        ("/signatures", {"password": "Haneul!2581"}, "wrong-password"),
        ("/signatures", {"place": "cloud"}, "no-such-certificate"),
        ("/signatures", {"certificate": "0" * 64}, "no-such-certificate"),
        ("/signatures", {"place": "moon"}, "malformed"),
        ("/signatures", {"data": "not base64!"}, "malformed"),
        ("/signatures", {"data": "한글"}, "malformed"),
        ("/signatures", {"password": None}, "malformed"),
        ("/signatures", {"password": "\ud800"}, "malformed"),
        ("/signatures", {"password": "Haneul!2580\0"}, "malformed"),
        ("/documents", {}, "malformed"),
        ("/documents", {"text": "이체", "password": "Haneul!2581"}, "wrong-password"),
        ("/documents", {"text": "이체", "place": "phone"}, "no-such-certificate"),
        ("/keys", {"password": "abcabcabc"}, "weak-password"),
        ("/keys", {"old": "hard-disk"}, "malformed"),
        ("/keys", {"challenge": 5}, "malformed"),
        ("/keys", {"subject": 5}, "malformed"),
        ("/keys", {"subject": "김하나"}, "malformed"),
        (f"/keys/{'0' * 64}/certificate", {"certificate": "AAAA"}, "no-such-key"),
        ("/keys/..%2f..%2fx/certificate", {"certificate": "AAAA"}, "malformed"),
        (f"/keys/{'0' * 64}/certificate", {"certificate": 5}, "malformed"),
        ("/copies", {}, "malformed"),
        ("/copies", {"to": "hard-disk"}, "same-place"),
        ("/copies", {"to": "phone", "password": "Haneul!2581"}, "wrong-password"),
        ("/copies", {"to": "phone", "place": "cloud"}, "no-such-certificate"),
        ("/deletions", {"password": "Haneul!2581"}, "wrong-password"),
        ("/deletions", {"place": "phone"}, "no-such-certificate"),
        ("/passwords", {}, "malformed"),
        ("/passwords", {"new_password": "short"}, "weak-password"),
        ("/passwords", {"new_password": NEW_PASSWORD, "password": "Haneul!2581"}, "wrong-password"),
        ("/passwords", {"new_password": NEW_PASSWORD, "place": "cloud"}, "no-such-certificate"),
        ("/exports", {}, "malformed"),
        ("/exports", {"file_password": FILE_PASSWORD, "place": "cloud"}, "no-such-certificate"),
        ("/exports", {"file_password": "short"}, "weak-password"),
        ("/exports", {"file_password": FILE_PASSWORD, "password": "x"}, "wrong-password"),
        ("/imports", {"file": "not base64!"}, "malformed"),
        ("/imports", {"file": ""}, "broken-file"),
        ("/imports", {"file": "AAAA"}, "broken-file"),
        ("/imports", {"file_password": "Gureum!3692"}, "wrong-file-password"),
        ("/imports", {"file_password": "Gureum!3691\0"}, "malformed"),
        ("/imports", {"password": "short"}, "weak-password"),
        ("/imports", {"place": "moon"}, "malformed"),
        ("/nowhere", {}, "malformed"),
        ("/places", {}, "malformed"),
    ],
)
def test_says_no_by_code_and_in_korean_and_changes_nothing(
    agent: FlaskClient,
    chosen: JSON,
    signing: JSON,
    renewing: JSON,
    importing: JSON,
    kept: Kept,
    path: str,
    changes: JSON,
    code: str,
) -> None:
    before = kept()
    usual = {"/signatures": signing, "/documents": signing, "/keys": renewing, "/imports": importing}
    answer = post(agent, path, usual.get(path, chosen) | changes)
    assert (answer.status_code, answer.get_json()["error"]) == (409, code)
    assert any("가" <= character <= "힣" for character in answer.get_json()["message"])
    assert kept() == before


def test_names_the_field_that_is_malformed(agent: FlaskClient, renewing: JSON) -> None:
    del renewing["old"]["place"]
    assert "old.place" in post(agent, "/keys", renewing).get_json()["message"]


@pytest.mark.parametrize("body", ["", "{", "[]", "null"])
def test_a_body_that_is_no_json_object(agent: FlaskClient, body: str) -> None:
    answer = agent.post("/signatures", data=body, headers=HEADERS, content_type="application/json")
    assert (answer.status_code, answer.get_json()["error"]) == (409, "malformed")


def test_a_weak_password_is_told_each_rule_that_it_breaks(agent: FlaskClient, renewing: JSON) -> None:
    message = post(agent, "/keys", renewing | {"password": "Haneul"}).get_json()["message"]
    assert message == " ".join(broken_rules("Haneul"))
    assert message.count(".") == 3


def test_refuses_a_certificate_of_another_key(
    agent: FlaskClient, renewing: JSON, old_certificate: bytes
) -> None:
    key = post(agent, "/keys", renewing).get_json()["key"]
    answer = post(agent, f"/keys/{key}/certificate", {"certificate": base64(old_certificate)})
    assert (answer.status_code, answer.get_json()["error"]) == (409, "refused")


def test_keeps_nothing_on_a_shared_computer_unless_that_is_meant(
    device_named: DeviceNamed, device: Device, old: Chosen, chosen: JSON, importing: JSON, kept: Kept
) -> None:
    device.copy(old, Place.PHONE)
    cafe = device_named("cafe", shared=True)
    agent, on_phone = agent_of(cafe), chosen | {"place": "phone"}
    keeping = {
        "/copies": on_phone | {"to": "browser"},
        "/imports": importing | {"place": "hard-disk"},
        "/keys": {"place": "browser", "password": NEW_PASSWORD, "old": on_phone, "challenge": ""},
    }
    before = kept()
    for path, body in keeping.items():
        answer = post(agent, path, body)
        assert (answer.status_code, answer.get_json()["error"]) == (409, "shared-place")
        assert post(agent, path, body | {"knowingly": False}).status_code == 409
    assert kept() == before
    for path, body in keeping.items():
        assert post(agent, path, body | {"knowingly": True}).status_code == 200


@pytest.mark.parametrize(("effect", "code"), [("full", "store-full"), ("pulled out", "store-gone")])
def test_keeps_nothing_when_the_place_fails(
    agent: FlaskClient, faults: Faults, chosen: JSON, importing: JSON, kept: Kept, effect: Any, code: str
) -> None:
    before = kept()
    for path, body in (("/copies", chosen | {"to": "phone"}), ("/imports", importing)):
        faults.add(Fault("device.store", effect))
        answer = post(agent, path, body)
        assert (answer.status_code, answer.get_json()["error"]) == (409, code)
        assert kept() == before
    assert post(agent, "/copies", chosen | {"to": "phone"}).status_code == 200


def test_a_page_of_another_origin_gets_nothing(agent: FlaskClient, signing: JSON) -> None:
    for origin in ("http://w-2.localhost:8765", "http://localhost:8765", "null"):
        answer = agent.post("/signatures", json=signing, headers={"Origin": origin})
        assert (answer.status_code, answer.get_json()["error"]) == (409, "foreign-page")
        assert answer.headers["Access-Control-Allow-Origin"] == BANK
        preflight = agent.options("/signatures", headers={"Origin": origin})
        assert preflight.status_code == 409


def test_the_bank_s_pages_pass_the_preflight(agent: FlaskClient) -> None:
    asked = {"Access-Control-Request-Method": "POST", "Access-Control-Request-Headers": "content-type"}
    answer = agent.options("/signatures", headers=HEADERS | asked)
    assert answer.status_code == 200
    said = {
        name: value for name, value in answer.headers if name.startswith("Access-Control") or name == "Vary"
    }
    assert said == {
        "Access-Control-Allow-Origin": BANK,
        "Access-Control-Allow-Methods": "GET, POST",
        "Access-Control-Allow-Headers": "Content-Type",
        "Access-Control-Max-Age": "600",
        "Vary": "Origin",
    }


def test_no_answer_and_no_log_holds_a_password(
    agent: FlaskClient,
    chosen: JSON,
    signing: JSON,
    renewing: JSON,
    importing: JSON,
    caplog: pytest.LogCaptureFixture,
) -> None:
    caplog.set_level("DEBUG")
    asked = [
        ("/signatures", signing),
        ("/documents", signing | {"text": "이체"}),
        ("/keys", renewing),
        ("/copies", chosen | {"to": "phone"}),
        ("/exports", chosen | {"file_password": FILE_PASSWORD}),
        ("/imports", importing),
        ("/signatures", signing | {"data": "!"}),
        ("/keys", renewing | {"challenge": "!"}),
        ("/imports", importing | {"file": ""}),
        ("/deletions", chosen | {"password": NEW_PASSWORD}),
        ("/passwords", chosen | {"new_password": NEW_PASSWORD}),
    ]
    answers = [post(agent, path, body) for path, body in asked]
    assert [answer.status_code for answer in answers] == [*[200] * 6, *[409] * 4, 200]
    said = caplog.text + "".join(answer.text for answer in answers)
    for password in ("Haneul!2580", FILE_PASSWORD, NEW_PASSWORD):
        assert password not in said
