"""Characters that nobody sees in an editor, and that make a word another one: told by their names."""

from __future__ import annotations

from unicodedata import category, name

from harness.check.finding import Finding

KOREAN = {
    "\N{NO-BREAK SPACE}": "줄 바꿈 없는 공백",
    "\N{NARROW NO-BREAK SPACE}": "좁은 줄 바꿈 없는 공백",
    "\N{IDEOGRAPHIC SPACE}": "전각 공백",
    "\N{ZERO WIDTH SPACE}": "폭 없는 공백",
    "\N{ZERO WIDTH NON-JOINER}": "폭 없는 비연결자",
    "\N{ZERO WIDTH JOINER}": "폭 없는 연결자",
    "\N{WORD JOINER}": "단어 결합자",
    "\N{ZERO WIDTH NO-BREAK SPACE}": "바이트 순서 표시(BOM)",
    "\N{SOFT HYPHEN}": "소프트 하이픈",
    "\N{LEFT-TO-RIGHT MARK}": "왼쪽에서 오른쪽 표시",
    "\N{RIGHT-TO-LEFT MARK}": "오른쪽에서 왼쪽 표시",
    "\N{HANGUL FILLER}": "한글 채움 문자",
    "\N{HALFWIDTH HANGUL FILLER}": "반각 한글 채움 문자",
    "\N{HANGUL CHOSEONG FILLER}": "한글 초성 채움 문자",
    "\N{HANGUL JUNGSEONG FILLER}": "한글 중성 채움 문자",
}
# Letters by their category, which show nothing.
FILLERS = "\N{HANGUL FILLER}\N{HALFWIDTH HANGUL FILLER}\N{HANGUL CHOSEONG FILLER}\N{HANGUL JUNGSEONG FILLER}"
ZERO_WIDTH_JOINER = "\N{ZERO WIDTH JOINER}"


def invisible(number: int, line: str) -> tuple[Finding, str] | None:
    """What is told of a line with such characters, and the line without them."""
    if line.lstrip().startswith("#") and "language" not in line:
        return None  # a comment means nothing
    found = [at for at, character in enumerate(line) if _is_invisible(line, at, character)]
    if not found:
        return None
    first = found[0]
    characters = dict.fromkeys(line[at] for at in found)
    en, ko = (", ".join(_called(one, language) for one in characters) for language in ("en", "ko"))
    before = line[:first].split()[-1:]
    place = (f"after “{before[0]}”", f"“{before[0]}” 뒤에") if before else ("at the beginning", "맨 앞에")
    finding = Finding(
        number,
        f"there is a character that nobody sees {place[0]}: {en}. Put a plain blank there, or nothing",
        f"{place[1]} 보이지 않는 문자가 있습니다: {ko}. 보통 빈칸으로 바꾸거나 지우세요",
    )
    kept = (
        " " if at in found and _is_space(character) else "" if at in found else character
        for at, character in enumerate(line)
    )
    return finding, "".join(kept)


def _is_invisible(line: str, at: int, character: str) -> bool:
    if character in " \t":
        return False
    if character == ZERO_WIDTH_JOINER and any(category(one) == "So" for one in line[max(at - 2, 0) : at]):
        return False  # joins two pictures to one
    return character in FILLERS or _is_space(character) or category(character) in ("Cf", "Cc")


def _is_space(character: str) -> bool:
    return category(character).startswith("Z")


def _called(character: str, language: str) -> str:
    code = f"U+{ord(character):04X}"
    called = name(character, "CONTROL CHARACTER")
    if character == "\N{ZERO WIDTH NO-BREAK SPACE}":
        called = "BYTE ORDER MARK"
    return f"{KOREAN.get(character, called) if language == 'ko' else called} ({code})"
