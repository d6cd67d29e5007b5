"""A phrasebook as text for a terminal, as Markdown for docs/, as JSON for programs."""

from __future__ import annotations

import json
from collections.abc import Iterator
from textwrap import indent

from gherkin.dialect import Dialect

from harness.language.phrasebook import Area, Entry, Phrasebook, Words
from harness.language.used_steps import UsedStep

TEXTS = {
    "en": {
        "title": "Phrases",
        "made": "Made by `make docs` out of steps/ and features/: do not edit it here.",
        "reading": (
            "What stands in braces is replaced by one of its [words](#words). `a/b` is a choice, and what "
            "stands in parentheses may be left out. Each example is a step of a feature that is run."
        ),
        "words": "Words",
        "all": "one of: ",
        "some": "such as: ",
        "int": "a whole number",
        "string": "any text in quotes",
        "text": "any text",
        "example": "Example",
        "elsewhere": "Example, from a Korean feature",
        "unused": "no feature uses this phrase yet",
    },
    "ko": {
        "title": "표현 모음",
        "made": "`make docs`가 steps/와 features/로 만든 문서이니 여기서 고치지 않습니다.",
        "reading": (
            "중괄호에는 [낱말](#words) 가운데 하나를 넣습니다. `이/가`처럼 빗금으로 나뉜 것은 하나를 "
            "골라 쓰고, 소괄호 안은 빼도 됩니다. 예는 모두 실제로 실행되는 단계입니다."
        ),
        "words": "낱말",
        "all": "다음 가운데 하나: ",
        "some": "예를 들어: ",
        "int": "정수",
        "string": "따옴표로 묶은 글",
        "text": "아무 글",
        "example": "예",
        "elsewhere": "예(영어 기능 파일에서)",
        "unused": "아직 이 표현을 쓰는 기능 파일이 없습니다",
    },
}


def as_text(book: Phrasebook) -> str:
    """A phrase a line, for reading and for grep."""
    return "\n\n".join([*(_area_as_text(area, book) for area in book.areas), _words_as_text(book)])


def _area_as_text(area: Area, book: Phrasebook) -> str:
    lines = [f"{_heading(area)} ({area.name})"]
    for entry in area.entries:
        lines += [f"  {_phrase(entry, book)}", *_notes(entry, book, "      ")]
    return "\n".join(lines)


def _notes(entry: Entry, book: Phrasebook, margin: str) -> Iterator[str]:
    texts = TEXTS[book.language]
    if entry.meaning:
        yield margin + entry.meaning
    yield from (f"{margin}= {step}" for step in entry.steps)
    if not entry.example:
        yield f"{margin}({texts['unused']})"
        return
    yield f"{margin}{_label(entry.example, book)}: {_step(entry.example)}  ({entry.example.feature})"
    yield from (f"{margin}  {line}" for line in entry.example.below)


def _words_as_text(book: Phrasebook) -> str:
    lines = [TEXTS[book.language]["words"]]
    for type, words in book.words.items():
        lines.append(f"  {{{type}}} {_taking(type, words, book)}{', '.join(words.words)}")
    return "\n".join(lines)


def as_markdown(book: Phrasebook) -> str:
    """A document with a heading for each area; links lead from phrases to features, and to the words."""
    texts = TEXTS[book.language]
    contents = "\n".join(f"- [{_heading(area)}](#{area.name})" for area in book.areas)
    parts = [f"# {texts['title']}", f"<!-- {texts['made']} -->", texts["reading"], contents]
    for area in book.areas:
        parts += [
            _title(area.name, _heading(area)),
            *(_entry_as_markdown(entry, book) for entry in area.entries),
        ]
    parts += [_title("words", texts["words"]), _words_as_markdown(book)]
    return "\n\n".join(parts)


def _title(anchor: str, heading: str) -> str:
    return f'<a id="{anchor}"></a>\n\n## {heading}'


def _entry_as_markdown(entry: Entry, book: Phrasebook) -> str:
    texts, example = TEXTS[book.language], entry.example
    lines = [f"- **{_code(_phrase(entry, book))}**"]
    if entry.meaning:
        lines.append(f"  {entry.meaning}")
    lines += [f"  = {_code(step)}" for step in entry.steps]
    if not example:
        return "\n".join([*lines, f"  ({texts['unused']})"])
    where = f"([{example.feature}](../{example.feature.replace(' ', '%20')}))"
    if not example.below:
        return "  \n".join([*lines, f"  {_label(example, book)}: {_code(_step(example))} {where}"])
    block = "\n".join(["```gherkin", _step(example), *(f"  {line}" for line in example.below), "```"])
    return "  \n".join([*lines, f"  {_label(example, book)} {where}:\n\n{indent(block, '  ')}"])


def _words_as_markdown(book: Phrasebook) -> str:
    return "\n".join(
        f"- **{_code('{' + type + '}')}** {_taking(type, words, book)}{', '.join(map(_code, words.words))}"
        for type, words in book.words.items()
    )


def _code(text: str) -> str:
    """Inline code, also of a text that has a backtick or begins with one."""
    return f"`` {text} ``" if "`" in text else f"`{text}`"


def as_json(book: Phrasebook) -> str:
    """All of it, a list of areas."""
    areas = [
        {
            "area": area.name,
            "title": area.title,
            "phrases": [_entry_as_json(entry, book) for entry in area.entries],
        }
        for area in book.areas
    ]
    return json.dumps(areas, ensure_ascii=False, indent=2)


def _entry_as_json(entry: Entry, book: Phrasebook) -> dict[str, object]:
    example = entry.example
    return {
        "kind": entry.phrase.kind,
        "phrase": entry.text,
        "meaning": entry.meaning,
        "parameters": {
            type: {"all": book.words[type].all_of_them, "words": book.words[type].words}
            for type in entry.types
        },
        "example": example
        and {
            "step": _step(example),
            "below": list(example.below),
            "feature": example.feature,
            "scenario": example.scenario,
            "language": example.language,
        },
        "steps": entry.steps,
        "function": None
        if entry.steps
        else f"{entry.phrase.function.__module__}.{entry.phrase.function.__name__}",
    }


def _heading(area: Area) -> str:
    return area.title.rstrip(".") or area.name


def _phrase(entry: Entry, book: Phrasebook) -> str:
    return _keyword(book.language, entry.phrase.kind) + entry.text


def _step(step: UsedStep) -> str:
    return _keyword(step.language, step.kind) + step.text


def _keyword(language: str, kind: str) -> str:
    """What begins a step, with the space after it."""
    keywords: list[str] = getattr(Dialect.for_name(language), f"{kind}_keywords")
    return next(keyword for keyword in keywords if keyword != "* ")


def _label(example: UsedStep, book: Phrasebook) -> str:
    return TEXTS[book.language]["example" if example.language == book.language else "elsewhere"]


def _taking(type: str, words: Words, book: Phrasebook) -> str:
    texts = TEXTS[book.language]
    return texts.get(type) or texts["all" if words.all_of_them else "some"]


FORMATS = {"text": as_text, "md": as_markdown, "json": as_json}
