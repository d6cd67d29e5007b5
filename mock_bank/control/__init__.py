"""What tests may do to worlds: the control API, on loopback, under a token made at each start."""

from __future__ import annotations

import hmac

from flask import Blueprint, current_app, request

from mock_bank.control import acts, insight
from mock_bank.control.refusals import ControlError, handle_refusals


def create_control() -> Blueprint:
    """The API, address by address."""
    control = Blueprint("control", __name__, url_prefix="/control")
    control.before_request(_check_token)
    handle_refusals(control)
    for method, address, view in (
        ("GET", "/defect", insight.show_defect),
        ("GET", "/worlds", acts.list_worlds),
        ("POST", "/worlds", acts.open_world),
        ("GET", "/worlds/<world_id>", acts.show_world),
        ("DELETE", "/worlds/<world_id>", acts.delete_world),
        ("POST", "/worlds/<world_id>/clock", acts.move_clock),
        ("POST", "/worlds/<world_id>/faults", acts.add_fault),
        ("POST", "/worlds/<world_id>/restart", acts.restart),
        ("GET", "/worlds/<world_id>/messages", insight.list_messages),
        ("GET", "/worlds/<world_id>/audit", insight.list_audit),
        ("GET", "/worlds/<world_id>/certificates", insight.list_certificates),
        ("POST", "/worlds/<world_id>/certificates/<serial>", acts.change_certificate),
        ("GET", "/worlds/<world_id>/store", insight.list_store),
        ("GET", "/worlds/<world_id>/store/<path:path>", insight.download_stored),
        ("GET", "/worlds/<world_id>/transfers", insight.list_transfers),
        ("GET", "/worlds/<world_id>/people/<key>", insight.show_person),
        ("POST", "/worlds/<world_id>/people/<key>", acts.change_person),
        ("POST", "/worlds/<world_id>/places/<place>", acts.change_place),
        ("POST", "/worlds/<world_id>/stages", acts.place_at_stage),
        ("GET", "/worlds/<world_id>/zip", acts.download_world),
    ):
        control.add_url_rule(address, view_func=view, methods=[method])
    return control


def _check_token() -> None:
    expected = f"Bearer {current_app.config['CONTROL_TOKEN']}"
    if not hmac.compare_digest(request.headers.get("Authorization", "").encode(), expected.encode()):
        raise ControlError(401, "the control token is missing or wrong", "제어 토큰이 없거나 틀립니다")
