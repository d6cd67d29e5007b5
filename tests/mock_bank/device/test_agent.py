"""The device agent over HTTP: what the bank's pages get, and what others do not."""

from base64 import b64decode, b64encode
from datetime import datetime, timedelta
from typing import Any

import pytest
from asn1crypto import cms
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey
from cryptography.hazmat.primitives.hashes import SHA256
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from mock_bank.clock import KST, Clock
from mock_bank.device.agent import create_agent
from mock_bank.device.device import Device
from mock_bank.device.password import broken_rules
from mock_bank.device.places import Place
from mock_bank.device.records import Chosen
from mock_bank.faults import Fault, Faults
from tests.mock_bank.conftest import END, Certify

BANK = "http://w-1.localhost:8765"
HEADERS = {"Origin": BANK}


@pytest.fixture
def agent(device: Device) -> FlaskClient:
    return create_agent(lambda: device, lambda: BANK).test_client()


def base64(octets: bytes) -> str:
    return b64encode(octets).decode()


@pytest.fixture
def signing(old: Chosen) -> dict[str, Any]:
    return {
        "place": "hard-disk",
        "certificate": old.certificate_id,
        "password": old.password,
        "data": base64(b"data"),
    }


@pytest.fixture
def renewing(old: Chosen) -> dict[str, Any]:
    return {
        "place": "hard-disk",
        "password": "Badaro!1470",
        "old": {"place": "hard-disk", "certificate": old.certificate_id, "password": old.password},
        "challenge": base64(b"challenge"),
    }


def post(agent: FlaskClient, path: str, body: object) -> TestResponse:
    return agent.post(path, json=body, headers=HEADERS)


def new_certificate(key: dict[str, str], certify: Certify) -> str:
    request = x509.load_der_x509_csr(b64decode(key["request"]))
    return base64(certify(request.public_key(), serial=1 << 65, not_after=END.replace(year=2027)))


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
    agent: FlaskClient, signing: dict[str, Any], old_certificate: bytes, customer_key: RSAPrivateKey
) -> None:
    answer = post(agent, "/signatures", signing)
    assert answer.status_code == 200
    assert b64decode(answer.get_json()["certificate"]) == old_certificate
    customer_key.public_key().verify(b64decode(answer.get_json()["signature"]), b"data", PKCS1v15(), SHA256())


def test_signs_a_document(agent: FlaskClient, signing: dict[str, Any]) -> None:
    answer = post(agent, "/documents", signing | {"text": "금액: 5원"})
    assert answer.status_code == 200
    signed = cms.ContentInfo.load(b64decode(answer.get_json()["signed"]))["content"]
    assert signed["encap_content_info"]["content"].native.decode() == "금액: 5원"


def test_makes_a_key_and_installs_its_certificate(
    agent: FlaskClient, renewing: dict[str, Any], certify: Certify, customer_key: RSAPrivateKey
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
        ("/keys", {"password": "abcabcabc"}, "weak-password"),
        ("/keys", {"old": "hard-disk"}, "malformed"),
        ("/keys", {"challenge": 5}, "malformed"),
        ("/keys", {"subject": 5}, "malformed"),
        ("/keys", {"subject": "김하나"}, "malformed"),
        (f"/keys/{'0' * 64}/certificate", {"certificate": "AAAA"}, "no-such-key"),
        ("/keys/..%2f..%2fx/certificate", {"certificate": "AAAA"}, "malformed"),
        (f"/keys/{'0' * 64}/certificate", {}, "malformed"),
        ("/nowhere", {}, "malformed"),
        ("/places", {}, "malformed"),
    ],
)
def test_says_no_by_code_and_in_korean(
    agent: FlaskClient,
    signing: dict[str, Any],
    renewing: dict[str, Any],
    path: str,
    changes: dict[str, Any],
    code: str,
) -> None:
    body = {"/signatures": signing, "/documents": signing, "/keys": renewing}.get(path, {}) | changes
    answer = post(agent, path, body)
    assert (answer.status_code, answer.get_json()["error"]) == (409, code)
    assert any("가" <= character <= "힣" for character in answer.get_json()["message"])


def test_names_the_field_that_is_malformed(agent: FlaskClient, renewing: dict[str, Any]) -> None:
    del renewing["old"]["place"]
    assert "old.place" in post(agent, "/keys", renewing).get_json()["message"]


@pytest.mark.parametrize("body", ["", "{", "[]", "null"])
def test_a_body_that_is_no_json_object(agent: FlaskClient, body: str) -> None:
    answer = agent.post("/signatures", data=body, headers=HEADERS, content_type="application/json")
    assert (answer.status_code, answer.get_json()["error"]) == (409, "malformed")


def test_a_weak_password_is_told_each_rule_that_it_breaks(
    agent: FlaskClient, renewing: dict[str, Any]
) -> None:
    message = post(agent, "/keys", renewing | {"password": "Haneul"}).get_json()["message"]
    assert message == " ".join(broken_rules("Haneul"))
    assert message.count(".") == 3


def test_refuses_a_certificate_of_another_key(
    agent: FlaskClient, renewing: dict[str, Any], old_certificate: bytes
) -> None:
    key = post(agent, "/keys", renewing).get_json()["key"]
    answer = post(agent, f"/keys/{key}/certificate", {"certificate": base64(old_certificate)})
    assert (answer.status_code, answer.get_json()["error"]) == (409, "refused")


def test_says_when_the_store_is_full(
    agent: FlaskClient, faults: Faults, renewing: dict[str, Any], certify: Certify
) -> None:
    faults.add(Fault("device.store", "full"))
    key = post(agent, "/keys", renewing).get_json()
    answer = post(agent, f"/keys/{key['key']}/certificate", {"certificate": new_certificate(key, certify)})
    assert (answer.status_code, answer.get_json()["error"]) == (409, "store-full")


def test_a_page_of_another_origin_gets_nothing(agent: FlaskClient, signing: dict[str, Any]) -> None:
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
    agent: FlaskClient, signing: dict[str, Any], renewing: dict[str, Any], caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("DEBUG")
    answers = [
        post(agent, "/signatures", signing),
        post(agent, "/signatures", signing | {"data": "!"}),
        post(agent, "/keys", renewing),
        post(agent, "/keys", renewing | {"challenge": "!"}),
        post(agent, "/documents", signing | {"text": "이체"}),
    ]
    said = caplog.text + "".join(answer.text for answer in answers)
    assert [answer.status_code for answer in answers] == [200, 409, 200, 409, 200]
    assert "Haneul!2580" not in said
    assert "Badaro!1470" not in said
