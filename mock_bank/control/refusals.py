"""How the control API says no: {"error": reason}, under a fitting status.

What who writes features in Korean may bring about has the reason in Korean too, as "ko".
"""

from __future__ import annotations

from typing import Any

from flask import Blueprint, jsonify, request
from flask.typing import ResponseReturnValue
from pydantic import ValidationError
from werkzeug.exceptions import HTTPException

from mock_bank import stages
from mock_bank.bank.errors import Refusal
from mock_bank.bank.parties import Waiting
from mock_bank.world import UnknownWorld

# What numbers and days of a feature, or the people of its project, may bring about.
_KO = {
    "greater_than": "{gt}보다 커야 합니다",
    "greater_than_equal": "{ge} 이상이어야 합니다",
    "less_than_equal": "{le} 이하여야 합니다",
    "same_account": "두 고객의 계좌번호가 같습니다({number}). 서로 다른 계좌번호를 적어 주세요",
}


class ControlError(Exception):
    """A request that the control API cannot carry out, with the status and the reason it answers."""

    def __init__(self, status: int, reason: str, ko: str | None = None) -> None:
        super().__init__(reason)
        self.status = status
        self.ko = ko


def handle_refusals(control: Blueprint) -> None:
    """Answer whatever a view of `control` raises."""
    for error, handler in (
        (ControlError, _say_control_error),
        (UnknownWorld, _say_unknown_world),
        (ValidationError, _say_invalid),
        (stages.NoCertificate, _say_no_certificate),
        (Refusal, _say_refused),
        (Waiting, _say_waiting),
        (HTTPException, _say_http),
    ):
        control.register_error_handler(error, handler)


def _say_control_error(error: ControlError) -> ResponseReturnValue:
    return jsonify({"error": str(error), **({"ko": error.ko} if error.ko else {})}), error.status


def _say_unknown_world(error: UnknownWorld) -> ResponseReturnValue:
    return jsonify(error=f"no world {error.args[0]!r} is open"), 404


def _say_invalid(error: ValidationError) -> ResponseReturnValue:
    errors: Any = error.errors()
    en = "; ".join(f"{_place(one)}: {one['msg']}" for one in errors)
    translated = all(one["type"] in _KO for one in errors)
    ko = "; ".join(f"{_place(one)}: {_KO[one['type']].format(**one['ctx'])}" for one in errors if translated)
    return _say_control_error(ControlError(400, en, ko))


def _say_no_certificate(error: stages.NoCertificate) -> ResponseReturnValue:
    ko = f"{error.person.name} 고객은 이 은행에 등록된 인증서가 없어 로그인한 상태로 시작할 수 없습니다"
    return jsonify(error=str(error), ko=ko), 409


def _say_refused(error: Refusal) -> ResponseReturnValue:
    code, title = error.error.code, error.error.title
    return jsonify(error=f"the bank refuses: {code}", ko=f"은행이 거절했습니다: {title} ({code})"), 409


def _say_waiting(error: Waiting) -> ResponseReturnValue:
    said = f"the bank waits for another party: {error}"
    return jsonify(error=said, ko="은행이 다른 기관의 답을 기다리고 있어 거기서 시작할 수 없습니다"), 409


def _say_http(error: HTTPException) -> ResponseReturnValue:
    return jsonify(error=error.description), error.code or 500


def _place(error: Any) -> str:
    """Where a body is wrong, as `people.0.number (kim-hana)`: with the person's key where there is one."""
    place = ".".join(str(part) for part in error["loc"]) or "body"
    return f"{place}{_whose(error['loc'])}"


def _whose(place: tuple[Any, ...]) -> str:
    if len(place) < 2 or place[0] != "people":
        return ""
    person = request.get_json()["people"][place[1]]
    return f" ({person.get('key', 'no key')})" if isinstance(person, dict) else ""
