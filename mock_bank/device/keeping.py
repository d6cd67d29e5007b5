"""The agent's part for what is kept: copies, deletions, new passwords, files to export and to import."""

from __future__ import annotations

from collections.abc import Callable

from flask import Blueprint, jsonify, request
from flask.typing import ResponseReturnValue

from mock_bank.ca.profile import holder_of, kind_of
from mock_bank.device.answers import base64, kept, last_day
from mock_bank.device.body import chosen_in, flag_in, octets_in, place_in, text_in
from mock_bank.device.device import Device


def create_keeping(device_of: Callable[[], Device]) -> Blueprint:
    """These addresses of the agent; `device_of` is asked at each request."""
    keeping = Blueprint("keeping", __name__)

    @keeping.post("/copies")
    def copies() -> ResponseReturnValue:
        body = request.get_json()
        copied = device_of().copy(chosen_in(body), place_in(body, "to"), knowingly=flag_in(body, "knowingly"))
        return jsonify(kept(copied))

    @keeping.post("/deletions")
    def deletions() -> ResponseReturnValue:
        device_of().delete(chosen_in(request.get_json()))
        return jsonify({})

    @keeping.post("/passwords")
    def passwords() -> ResponseReturnValue:
        body = request.get_json()
        device_of().change_password(chosen_in(body), text_in(body, "new_password"))
        return jsonify({})

    @keeping.post("/exports")
    def exports() -> ResponseReturnValue:
        body = request.get_json()
        exported = device_of().export(chosen_in(body), text_in(body, "file_password"))
        return jsonify(file=base64(exported.content), name=exported.name)

    @keeping.post("/imports")
    def imports() -> ResponseReturnValue:
        body = request.get_json()
        imported = device_of().import_file(
            octets_in(body, "file"),
            text_in(body, "file_password"),
            place_in(body, "place"),
            text_in(body, "password"),
            knowingly=flag_in(body, "knowingly"),
        )
        certificate = imported.certificate
        return jsonify(
            **kept(imported),
            holder=holder_of(certificate),
            kind_label=kind_of(certificate).label,
            not_after=last_day(certificate),
        )

    return keeping
