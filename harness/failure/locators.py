"""What a page has, as people say it: `button “다음”` for `get_by_role("button", name="다음")`."""

from __future__ import annotations

import ast
import re

# In Playwright's messages.
WAITED_FOR = re.compile(r"- waiting for ((?:get_by|locator).*)")
STRICT = re.compile(r"strict mode violation: .* resolved to (\d+) elements")
KINDS = {"get_by_label": "field", "get_by_placeholder": "field", "get_by_text": "text"}
# By role, where its own name is not the word for it.
ENGLISH = {"main": "screen", "textbox": "field", "spinbutton": "field", "definition": "fact"}
KOREAN = {
    "alert": "경고",
    "banner": "맨 위 표시줄",
    "button": "버튼",
    "cell": "칸",
    "checkbox": "체크 상자",
    "combobox": "선택 목록",
    "definition": "항목",
    "dialog": "대화 상자",
    "field": "칸",
    "group": "묶음",
    "heading": "제목",
    "img": "그림",
    "link": "링크",
    "list": "목록",
    "listitem": "목록 항목",
    "main": "화면",
    "navigation": "메뉴",
    "option": "선택지",
    "paragraph": "문단",
    "progressbar": "진행 표시줄",
    "radio": "선택 버튼",
    "radiogroup": "선택 묶음",
    "region": "영역",
    "row": "행",
    "separator": "구분선",
    "spinbutton": "칸",
    "status": "알림",
    "table": "표",
    "text": "텍스트",
    "textbox": "칸",
    "timer": "타이머",
}


def thing(locator: str, language: str) -> str:
    """What the locator finds, by its kind and name; the locator itself where these do not tell."""
    try:
        kind, name = _found(ast.parse(locator, mode="eval").body)
    except (SyntaxError, LookupError):
        return locator
    return named(kind, name, language)


def named(role: str, name: str, language: str) -> str:
    """What has that role and, unless it is empty, that name."""
    kind = (KOREAN if language == "ko" else ENGLISH).get(role, role)
    if not name:
        return kind
    return f"“{name}” {kind}" if language == "ko" else f"{kind} “{name}”"


def readable(pattern: str) -> str:
    """A regular expression as the text that it stands for, of which it leaves as much as is no mere sign."""
    text = re.sub(r"^\^?\(?(.*?)\)?\$?$", r"\1", re.sub(r"\\s[*+]?", " ", pattern), flags=re.DOTALL)
    return re.sub(r"\\(\W)", r"\1", text.replace("|", " / ")).strip()


def _found(node: ast.expr, name: str = "") -> tuple[str, str]:
    """Kind and name of what the last part finds that says both; LookupError if none does."""
    if isinstance(node, ast.Attribute):  # .last, .visible
        return _found(node.value, name)
    if not isinstance(node, ast.Call):
        raise LookupError
    said = {word.arg: _text(word.value) for word in node.keywords}
    part = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
    if part == "get_by_role":
        return _text(node.args[0]), said.get("name", name)
    if part in KINDS:
        return KINDS[part], _text(node.args[0])
    if part in ("or_", "filter", "nth") and isinstance(node.func, ast.Attribute):
        return _found(node.func.value, said.get("has_text", name))
    raise LookupError


def _text(node: ast.expr) -> str:
    if isinstance(node, ast.Call):  # re.compile
        return readable(_text(node.args[0]))
    return str(node.value) if isinstance(node, ast.Constant) else ""
