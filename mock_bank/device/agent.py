"""The device as the bank's pages reach it: a small JSON API, answered on the customer's own computer.

Browsers keep pages of other origins out (CORS), and so does the agent itself.
"""

from __future__ import annotations

from collections.abc import Callable
from http import HTTPStatus

from flask import Flask, Response, jsonify, request
from flask.typing import ResponseReturnValue
from werkzeug.exceptions import HTTPException, RequestEntityTooLarge

from mock_bank.device.answers import base64, kept, row
from mock_bank.device.body import chosen_in, flag_in, name_in, octets_in, place_in, text_in
from mock_bank.device.device import Device
from mock_bank.device.errors import DeviceError, ForeignPage, Malformed, TooLarge
from mock_bank.device.keeping import create_keeping
from mock_bank.device.places import Place

MAX_REQUEST = 128 * 1024  # bytes: more than the largest file that the bank's page sends, as base64


def create_agent(device_of: Callable[[], Device], bank_origin: Callable[[], str]) -> Flask:
    """The agent; both functions are asked at each request, for the world that it belongs to."""
    agent = Flask(__name__, static_folder=None)
    agent.config["MAX_CONTENT_LENGTH"] = MAX_REQUEST

    @agent.before_request
    def keep_other_pages_out() -> None:
        if request.headers.get("Origin", bank_origin()) != bank_origin():
            raise ForeignPage

    @agent.after_request
    def let_the_bank_read(response: Response) -> Response:
        response.headers.update(
            {
                "Cache-Control": "no-store",
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
        return jsonify(error=error.code, message=str(error)), HTTPStatus.CONFLICT

    @agent.errorhandler(HTTPException)
    def not_understood(_: HTTPException) -> ResponseReturnValue:
        return say_no(Malformed("주소 또는 내용"))

    @agent.errorhandler(RequestEntityTooLarge)
    def too_much(_: RequestEntityTooLarge) -> ResponseReturnValue:
        return say_no(TooLarge())

    @agent.get("/places")
    def places() -> ResponseReturnValue:
        return jsonify(places=[{"id": place, "label": place.label, "note": place.note} for place in Place])

    @agent.get("/places/<place>/certificates")
    def certificates(place: str) -> ResponseReturnValue:
        device = device_of()
        found = device.certificates(place_in({"place": place}, "place"))
        return jsonify(certificates=[row(certificate, device.now()) for certificate in found])

    @agent.post("/signatures")
    def signatures() -> ResponseReturnValue:
        body = request.get_json()
        chosen = chosen_in(body)
        certificate, signature = device_of().sign(
            chosen.place, chosen.certificate_id, chosen.password, octets_in(body, "data")
        )
        return jsonify(certificate=base64(certificate), signature=base64(signature))

    @agent.post("/documents")
    def documents() -> ResponseReturnValue:
        body = request.get_json()
        return jsonify(signed=base64(device_of().sign_document(chosen_in(body), text_in(body, "text"))))

    @agent.post("/keys")
    def keys() -> ResponseReturnValue:
        body = request.get_json()
        place, password = place_in(body, "place"), text_in(body, "password")
        knowingly = flag_in(body, "knowingly")
        if subject := name_in(body, "subject"):
            key = device_of().create_first_key(place, password, subject, knowingly=knowingly)
        else:
            old, challenge = chosen_in(body, "old"), octets_in(body, "challenge")
            key = device_of().create_key(place, password, old, challenge, knowingly=knowingly)
        return jsonify(key=key.id, request=base64(key.request), signature=base64(key.signature))

    @agent.post("/keys/<key>/certificate")
    def key_certificate(key: str) -> ResponseReturnValue:
        installed = device_of().install(key, octets_in(request.get_json(), "certificate"))
        return jsonify(kept(installed))

    agent.register_blueprint(create_keeping(device_of))

    return agent
