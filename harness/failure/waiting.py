"""What Playwright waited for in vain before it could act, in words: it says so in a log of its tries."""

from __future__ import annotations

import re

from harness.failure.locators import STRICT, WAITED_FOR, thing
from harness.language.korean import with_particle

ACTION = re.compile(r"Locator\.\w+: (?:Timeout \d+ms exceeded|Error: strict mode violation)")
EVENT = re.compile(r"Timeout (\d+)ms exceeded.*\n=+ logs =+\nwaiting for (?:event \")?(navigation|download)")
# What the last try met, in the log's words.
OBSTACLES = {
    "element is not enabled": "disabled",
    "element is not visible": "hidden",
    "element is not editable": "read-only",
    "element is not stable": "moving",
    "intercepts pointer events": "covered",
}
OBSTACLE = re.compile("|".join(OBSTACLES))
SAID = {
    "en": {
        "blank": "no screen has been opened yet: write a step before this one that opens a screen",
        "missing": "the screen has no {thing}",
        "many": "the screen has more than one {thing}: {number}",
        "disabled": "{thing} is there, but disabled",
        "hidden": "{thing} is there, but hidden",
        "read-only": "{thing} is there, but cannot be filled in",
        "moving": "{thing} is there, but does not stand still",
        "covered": "{thing} is there, but covered by something else",
        "navigation": "no other screen came within {seconds:g} s",
        "download": "no file came within {seconds:g} s",
    },
    "ko": {
        "blank": "아직 열린 화면이 없습니다. 화면을 여는 단계를 이 단계보다 앞에 적으세요",
        "missing": "화면에 {subject} 없습니다",
        "many": "화면에 {subject} {number}개 있습니다",
        "disabled": "{subject} 있지만 비활성 상태입니다",
        "hidden": "{subject} 있지만 숨어 있습니다",
        "read-only": "{subject} 있지만 입력할 수 없습니다",
        "moving": "{subject} 있지만 계속 움직이고 있습니다",
        "covered": "{subject} 있지만 다른 것에 가려져 있습니다",
        "navigation": "{seconds:g}초 안에 다음 화면이 나오지 않았습니다",
        "download": "{seconds:g}초 안에 파일이 오지 않았습니다",
    },
}


def in_vain(error: BaseException, language: str, blank: bool) -> dict[str, list[str]] | None:
    """`problem` and `where` in words; None for what is no such error. `blank`: no screen has been opened."""
    text, said = str(error), SAID[language]
    if event := EVENT.match(text):
        return {"problem": [said[event[2]].format(seconds=int(event[1]) / 1000)]}
    locator, reason = WAITED_FOR.search(text), _reason(text, blank)
    if not ACTION.match(text) or not locator or not reason:
        return None
    what, many = thing(locator[1], language), STRICT.search(text)
    words = {"thing": what, "subject": with_particle(what, "이"), "number": many[1] if many else ""}
    return {"problem": [said[reason].format(**words)], "where": [locator[1]]}


def _reason(text: str, blank: bool) -> str | None:
    """Why it could not act, by its name in SAID; None if the log does not tell."""
    if STRICT.search(text):
        return "many"
    if "locator resolved to" not in text:
        return "blank" if blank else "missing"
    met = OBSTACLE.findall(text)
    return OBSTACLES[met[-1]] if met else None
