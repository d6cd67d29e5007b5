"""The device as the bank's pages reach it: a small JSON API, answered on the customer's own computer.

Browsers keep pages of other origins out (CORS), and so does the agent itself.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Callable

from cryptography import x509
from flask import Flask, Response, jsonify, request
from flask.typing import ResponseReturnValue
from werkzeug.exceptions import HTTPException, MethodNotAllowed, NotFound

from mock_bank.ca.profile import holder_of, is_over, issuer_of, kind_of
from mock_bank.clock import KST
from mock_bank.device.body import chosen_in, octets_in, place_in, text_in
from mock_bank.device.device import Device
from mock_bank.device.errors import DeviceError, ForeignPage, Malformed
from mock_bank.device.store import thumbprint

STATUS = {
    "malformed": 400,
    "weak-password": 400,
    "wrong-password": 403,
    "foreign-page": 403,
    "no-such-certificate": 404,
    "no-such-key": 404,
    "refused": 409,
    "store-full": 507,
    "store-gone": 507,
}


def create_agent(device_of: Callable[[], Device], bank_origin: Callable[[], str]) -> Flask:
    """The agent; both functions are asked at each request, for the world that it belongs to."""
    agent = Flask(__name__, static_folder=None)

    @agent.before_request
    def keep_other_pages_out() -> None:
        if request.headers.get("Origin", bank_origin()) != bank_origin():
            raise ForeignPage

    @agent.after_request
    def let_the_bank_read(response: Response) -> Response:
        response.headers.update(
            {
                "Vary": "Origin",
                "Access-Control-Allow-Origin": bank_origin(),
                "Access-Control-Allow-Methods": "GET, POST",
                "Access-Control-Allow-Headers": "Content-Type",
                "Access-Control-Max-Age": "600",
            }
        )
        return response

    @agent.errorhandler(DeviceError)
    def say_no(error: DeviceError) -> ResponseReturnValue:
        return jsonify(error=error.code, message=str(error)), STATUS[error.code]

    @agent.errorhandler(NotFound)
    @agent.errorhandler(MethodNotAllowed)
    def not_offered(error: HTTPException) -> ResponseReturnValue:
        return say_no(Malformed("주소"))

    @agent.get("/places")
    def places() -> ResponseReturnValue:
        found = [{"id": place, "label": place.label, "available": True} for place in device_of().places()]
        return jsonify(places=found)

    @agent.get("/places/<place>/certificates")
    def certificates(place: str) -> ResponseReturnValue:
        device = device_of()
        found = device.certificates(place_in({"place": place}, "place"))
        return jsonify(certificates=[_row(certificate, device) for certificate in found])

    @agent.post("/signatures")
    def signatures() -> ResponseReturnValue:
        body = request.get_json(silent=True)
        chosen = chosen_in(body)
        certificate, signature = device_of().sign(
            chosen.place, chosen.certificate_id, chosen.password, octets_in(body, "data")
        )
        return jsonify(certificate=_base64(certificate), signature=_base64(signature))

    @agent.post("/keys")
    def keys() -> ResponseReturnValue:
        body = request.get_json(silent=True)
        key = device_of().create_key(
            place_in(body, "place"),
            text_in(body, "password"),
            chosen_in(body, "old"),
            octets_in(body, "challenge"),
        )
        return jsonify(key=key.id, request=_base64(key.request), signature=_base64(key.signature))

    @agent.post("/keys/<key>/certificate")
    def key_certificate(key: str) -> ResponseReturnValue:
        installed = device_of().install(key, octets_in(request.get_json(silent=True), "certificate"))
        return jsonify(place=installed.place, thumbprint=installed.thumbprint, path=installed.path)

    return agent


def _row(certificate: x509.Certificate, device: Device) -> dict[str, str]:
    kind = kind_of(certificate)
    end = certificate.not_valid_after_utc.astimezone(KST)
    return {
        "id": thumbprint(certificate),
        "holder": holder_of(certificate),
        "kind": kind.id,
        "kind_label": kind.label,
        "issuer": issuer_of(certificate),
        "not_after": end.date().isoformat(),
        "state": "expired" if is_over(end, device.now()) else "valid",
    }


def _base64(octets: bytes) -> str:
    return b64encode(octets).decode("ascii")
