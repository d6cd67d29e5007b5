"""What tests may do to worlds: the control API, under a token made at each start."""

from __future__ import annotations

import hmac
from collections.abc import Callable
from functools import wraps

from flask import Blueprint, current_app, request
from flask.typing import ResponseReturnValue

from mock_bank.control.answers import Answer
from mock_bank.control.operations import OPERATIONS, Operation
from mock_bank.control.refusals import ControlError, handle_refusals


def create_control() -> Blueprint:
    """The API, address by address."""
    control = Blueprint("control", __name__, url_prefix="/control")
    control.before_request(_check_token)
    handle_refusals(control)
    for operation in OPERATIONS:
        control.add_url_rule(operation.address, view_func=_view(operation), methods=[operation.method])
    return control


def _view(operation: Operation) -> Callable[..., ResponseReturnValue]:
    """What Flask calls: it reads the request's body, and makes a response of the answer."""

    @wraps(operation.view)
    def view(**named: str) -> ResponseReturnValue:
        answer = operation.done(named, request.get_json() if operation.body else None)
        if isinstance(answer, Answer):
            return answer.response(operation.status)
        return answer or ("", operation.status)

    return view


def _check_token() -> None:
    expected = f"Bearer {current_app.config['CONTROL_TOKEN']}"
    if not hmac.compare_digest(request.headers.get("Authorization", "").encode(), expected.encode()):
        raise ControlError(401, "the control token is missing or wrong", "제어 토큰이 없거나 틀립니다")
