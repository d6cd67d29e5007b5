"""Every line that may come to stand in the audit log can be told in Korean."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

import mock_bank
from mock_bank.control.audit_words import DETAILS, EVENTS, PARTIES, VALUES, in_korean
from mock_bank.faults import SEAMS, Effect

NO_DETAIL = {"party"}


def recorded() -> Iterator[ast.Call]:
    """The calls in the bank's code that write a line."""
    for file in Path(mock_bank.__file__).parent.rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if (
                isinstance(node, ast.Call)
                and isinstance(node.func, ast.Attribute)
                and node.func.attr in ("record", "refuse")
                and isinstance(node.func.value, ast.Name)
                and node.func.value.id in ("bank", "self")
            ):
                yield node


def test_each_event_has_its_word() -> None:
    written = {
        call.args[0].value for call in recorded() if call.args and isinstance(call.args[0], ast.Constant)
    }
    assert written == set(EVENTS)


def test_each_detail_has_its_word() -> None:
    named = {keyword.arg for call in recorded() for keyword in call.keywords if keyword.arg} - NO_DETAIL
    assert named == set(DETAILS)


def test_each_fault_has_its_words() -> None:
    assert {*SEAMS, *get_args(Effect)} <= set(VALUES)


def test_a_line_has_no_english_but_names() -> None:
    assert set(PARTIES) == {"bank", "ca", "device"}
    line = in_korean("bank", "fault struck", {"seam": "ca.issue", "effect": "no answer"})
    assert line == "은행: 장애 발생 장애 지점=인증서 발급 장애=응답 없음"
