"""An expect() of Playwright's that was not met, in words: what was expected, and what was there."""

from __future__ import annotations

import re
from collections.abc import Callable
from traceback import walk_tb
from typing import Any

from harness.failure.layout import ROOM
from harness.failure.locators import STRICT, WAITED_FOR, readable, thing
from harness.failure.text_width import apart, columns
from harness.language.korean import with_particle

MESSAGE = re.compile(
    r"(?P<message>.*?)(?:\nExpected value:[^\n]*)?"
    r"\nActual value: (?P<actual>.*?)(?:\nError: (?P<error>.*?))? ?(?:\nCall log:(?P<log>.*))?$",
    re.DOTALL,
)
PLAYWRIGHTS_OWN = re.compile(r"(Locator|Page( title| URL)?) expected ")

# `thing` is what the locator finds, `subject` the same as a Korean subject.
EXPECTED = {
    "en": {
        "to_be_visible": "{thing} to be visible",
        "to_be_hidden": "{thing} not to be visible",
        "to_be_enabled": "{thing} to be enabled",
        "to_be_disabled": "{thing} to be disabled",
        "to_be_focused": "{thing} to have the focus",
        "to_have_text": "text {value}",
        "to_contain_text": "{value} in the text",
        "to_have_value": "{value} entered in {thing}",
        "to_have_count": "{value} × {thing}",
        "to_have_attribute": "{attribute} {value}",
        "to_have_title": "title {value}",
        "to_have_url": "address {value}",
        "to_have_accessible_description": "description {value}",
        "not_to_contain_text": "no {value} in the text",
        "not_to_be_visible": "{thing} not to be visible",
        "not": "not {}",
    },
    "ko": {
        "to_be_visible": "{subject} 보인다",
        "to_be_hidden": "{subject} 보이지 않는다",
        "to_be_enabled": "{subject} 활성 상태다",
        "to_be_disabled": "{subject} 비활성 상태다",
        "to_be_focused": "{thing}에 초점이 있다",
        "to_have_text": "텍스트 {value}",
        "to_contain_text": "텍스트에 {value} 포함",
        "to_have_value": "{thing}에 {value} 입력",
        "to_have_count": "{thing} {value}개",
        "to_have_attribute": "{attribute} {value}",
        "to_have_title": "창 제목 {value}",
        "to_have_url": "주소 {value}",
        "to_have_accessible_description": "설명 {value}",
        "not_to_contain_text": "텍스트에 {value} 없음",
        "not_to_be_visible": "{subject} 보이지 않는다",
        "not": "{} 아님",
    },
}
ACTUAL = {
    "en": {
        "blank": "no screen has been opened yet",
        "missing": "the screen has no {thing}",
        "many": "{many} × {thing}, where one was expected",
        "no attribute": "no {attribute}",
        "no text": "no text",
        "hidden": "there, but hidden",
        "inactive": "without the focus",
    },
    "ko": {
        "blank": "아직 열린 화면이 없다",
        "missing": "화면에 {subject} 없다",
        "many": "{thing} {many}개 (하나여야 한다)",
        "no attribute": "{attribute} 없음",
        "no text": "텍스트 없음",
        "hidden": "있지만 숨어 있다",
        "visible": "보인다",
        "enabled": "활성 상태다",
        "disabled": "비활성 상태다",
        "inactive": "초점이 없다",
    },
}
ATTRIBUTE = {"en": "attribute {}", "ko": "속성 {}"}
ATTRIBUTES = {"en": {"data-error-code": "error code"}, "ko": {"data-error-code": "오류 코드"}}


def compared(
    error: BaseException, language: str, blank: bool, conceal: Callable[[str], str]
) -> dict[str, list[str]] | None:
    """`expected`, `actual` and `where` in words; None for what is no expect() that we have words for.

    `blank`: no screen has been opened. `conceal` takes secrets out of a text: before it is cut, since half
    a secret is not known for one.
    """
    found, (matcher, arguments) = MESSAGE.match(conceal(str(error))), _call(error)
    template = _template(matcher, EXPECTED[language])
    if not found or not template:
        return None
    locator = WAITED_FOR.search(found["log"] or "")
    many = STRICT.search(found["error"] or "")
    words = {"thing": thing(locator[1], language) if locator else "", "many": many[1] if many else ""}
    words["subject"] = with_particle(words["thing"], "이")
    if matcher.endswith("have_attribute"):
        name = arguments.pop(0)
        words["attribute"] = ATTRIBUTES[language].get(name) or ATTRIBUTE[language].format(name)

    wanted, actual = next(iter(arguments), None), " ".join(found["actual"].split())
    value = _quoted(wanted)
    if state := _state(matcher, actual, found["error"], blank):
        said = ACTUAL[language]
        actual = said[state].format(**words) if state in said else state
    elif isinstance(wanted, str | re.Pattern):
        room = ROOM - columns(template.format(**words, value="“”"))
        value, actual = map(_quoted, _apart(wanted, actual, room, matcher.endswith("contain_text")))
    own = [] if PLAYWRIGHTS_OWN.match(found["message"]) else [found["message"]]
    return {
        "expected": [*own, template.format(**words, value=value).strip()],
        "actual": [actual],
        "where": [locator[1]] if locator else [],
    }


def _call(error: BaseException) -> tuple[str, list[Any]]:
    """The name and the arguments of the expect() that raised it: its message has not all of them."""
    for frame, _ in walk_tb(error.__traceback__):
        code = frame.f_code
        if code.co_name.removeprefix("not_") in EXPECTED["en"]:
            return code.co_name, [frame.f_locals[name] for name in code.co_varnames[1 : code.co_argcount]]
    return "", []


def _template(matcher: str, said: dict[str, str]) -> str | None:
    plain = said.get(matcher.removeprefix("not_"))
    return said.get(matcher) or (plain and said["not"].format(plain))


def _state(matcher: str, actual: str, error: str | None, blank: bool) -> str | None:
    """What was there, by its name in ACTUAL or in Playwright's words; None if it was a text or a number."""
    if error and error.startswith("element(s) not found"):
        return "blank" if blank else "missing"
    if error:
        return "many" if STRICT.search(error) else error.partition("\n")[0]
    if matcher.endswith("have_attribute") and actual == "None":
        return "no attribute"
    if "to_be_" in matcher:
        return actual
    return None if actual else "no text"


def _apart(wanted: str | re.Pattern[str], actual: str, room: int, contained: bool) -> tuple[str, str]:
    """Both texts, cut so that where they differ is seen; a part is compared with what comes nearest."""
    from rapidfuzz import fuzz  # only a failing scenario needs it

    text = " ".join(_text(wanted).split())
    alignment = fuzz.partial_ratio_alignment(text, actual) if contained or text != wanted else None
    return apart(text, actual, room, alignment.dest_start if alignment else 0)


def _quoted(value: object) -> str:
    if isinstance(value, list | tuple):
        return ", ".join(map(_quoted, value))
    if isinstance(value, str | re.Pattern):
        return f"“{_text(value)}”"
    return "" if value is None else str(value)


def _text(value: str | re.Pattern[str]) -> str:
    return value if isinstance(value, str) else readable(value.pattern)
