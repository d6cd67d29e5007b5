"""How the control API says no: {"error": reason, "ko": the same in Korean}, under a fitting status."""

from __future__ import annotations

from typing import Any

from flask import Blueprint, request
from flask.typing import ResponseReturnValue
from pydantic import ValidationError
from werkzeug.exceptions import HTTPException

from mock_bank import stages
from mock_bank.bank.errors import Refusal
from mock_bank.bank.parties import Waiting
from mock_bank.control.answers import Problem
from mock_bank.mistakes import in_korean
from mock_bank.world import UnknownWorld

_HTTP_KO = {
    400: "요청의 형식이 잘못되었습니다",
    404: "없는 주소입니다",
    413: "요청이 너무 큽니다",
    415: "요청 본문이 JSON이 아닙니다",
}
_HTTP_KO_OTHERWISE = "모의은행이 요청을 처리하지 못했습니다"


class ControlError(Exception):
    """A request that the control API cannot carry out, with the status and the reason it answers."""

    def __init__(self, status: int, reason: str, ko: str) -> None:
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
        (HTTPException, say_http),
    ):
        control.register_error_handler(error, handler)


def _say_control_error(error: ControlError) -> ResponseReturnValue:
    return _no(error.status, str(error), error.ko)


def _no(status: int, en: str, ko: str) -> ResponseReturnValue:
    return Problem(error=en, ko=ko).response(status)


def _say_unknown_world(error: UnknownWorld) -> ResponseReturnValue:
    id = error.args[0]
    return _no(404, f"no world {id!r} is open", f"열려 있는 모의은행 가운데 {id!r}은(는) 없습니다")


def _say_invalid(error: ValidationError) -> ResponseReturnValue:
    errors: Any = error.errors()
    en = "; ".join(f"{_place(one)}: {one['msg']}" for one in errors)
    ko = "; ".join(f"{_place(one)}: {in_korean(one)}" for one in errors)
    return _no(400, en, ko)


def _say_no_certificate(error: stages.NoCertificate) -> ResponseReturnValue:
    ko = f"{error.person.name} 고객은 이 은행에 등록된 인증서가 없어 로그인한 상태로 시작할 수 없습니다"
    return _no(409, str(error), ko)


def _say_refused(error: Refusal) -> ResponseReturnValue:
    code, title = error.error.code, error.error.title
    return _no(409, f"the bank refuses: {code}", f"은행이 거절했습니다: {title} ({code})")


def _say_waiting(_: Waiting) -> ResponseReturnValue:
    said = "the bank waits for another party, so this cannot begin there"
    return _no(409, said, "은행이 다른 기관의 답을 기다리고 있어 거기서 시작할 수 없습니다")


def say_http(error: HTTPException) -> ResponseReturnValue:
    """What HTTP itself refuses, as an address that there is not."""
    status = error.code or 500
    return _no(status, error.description or error.name, _HTTP_KO.get(status, _HTTP_KO_OTHERWISE))


def _place(error: Any) -> str:
    """Where a body is wrong, as `people.0.number (kim-hana)`: with the person's key where there is one."""
    place = ".".join(str(part) for part in error["loc"]) or "body"
    return f"{place}{_whose(error['loc'])}"


def _whose(place: tuple[Any, ...]) -> str:
    if len(place) < 2 or place[0] != "people":
        return ""
    person = request.get_json()["people"][place[1]]
    return f" ({person.get('key', 'no key')})" if isinstance(person, dict) else ""
