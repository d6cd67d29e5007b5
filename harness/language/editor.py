"""What editors need to know of the phrases: `python -m harness.language.editor` writes it into .vscode/.

The Cucumber extension of VS Code cannot read the phrases where they are: it knows no named parameters, and
takes every text of Python with parentheses for a regular expression. So it is given JavaScript that nothing
runs. Its completion finds Latin letters only (js-search splits texts at all others): snippets do the Korean.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from cucumber_expressions.ast import Node, NodeType
from cucumber_expressions.expression_parser import CucumberExpressionParser

from harness import ROOT
from harness.language.composite import with_composites
from harness.language.expression import PARAMETER
from harness.language.phrasebook import BUILT_IN, LANGUAGES, Entry, Phrasebook, make_phrasebook
from harness.language.used_steps import used_steps
from harness.language.vocabulary import Vocabulary, load_phrases

GLUE = Path(".vscode/phrases.js")
SNIPPETS = Path(".vscode/phrases.code-snippets")

_HEAD = """\
// The phrases as the Cucumber extension of VS Code reads them: for completion and go-to-definition, not run.
// Made by `make docs` out of steps/: do not edit it here. Behind each phrase: what plays it.
"""
# What stands in a snippet until something is typed.
_FIRST = {"int": ["1"], "float": ["1.5"], "word": ["글"], "string": ['"글"']}


def editor_files(vocabulary: Vocabulary, root: Path = ROOT) -> dict[Path, str]:
    """The files for editors and what is to be in them."""
    steps = list(used_steps(root / "features"))
    books = {language: make_phrasebook(vocabulary, steps, language) for language in LANGUAGES}
    return {GLUE: _glue(vocabulary, books), SNIPPETS: _snippets(books["ko"])}


def _glue(vocabulary: Vocabulary, books: dict[str, Phrasebook]) -> str:
    """Types and phrases, the languages apart: completion is not to put Korean words into English phrases."""
    types = [
        f"defineParameterType({{ name: '{_type(type, language)}', regexp: [{', '.join(regexps)}] }})"
        for language, book in books.items()
        for type in sorted(book.words.keys() - BUILT_IN)
        if (regexps := [_javascript(one) for one in vocabulary.regexps_in(type, language)])
    ]
    phrases = [
        f"{entry.phrase.kind.title()}(`{_source(entry, language)}`) // {entry.phrase.source}"
        for language, book in books.items()
        for area in book.areas
        for entry in area.entries
    ]
    return _HEAD + "\n".join(types + phrases) + "\n"


def _type(name: str, language: str) -> str:
    return name if language == "en" or name in BUILT_IN else f"{name}_{language}"


def _source(entry: Entry, language: str) -> str:
    return PARAMETER.sub(lambda match: "{" + _type(match["type"], language) + "}", entry.text)


def _javascript(regexp: str) -> str:
    return "/" + regexp.replace("/", r"\/").replace(r"\ ", " ") + "/"


def _snippets(book: Phrasebook) -> str:
    """The phrases as snippets of VS Code: the Tab key leads from word to word."""
    snippets = {
        f"{area.name}: {entry.text}": {
            "scope": "cucumber",
            "prefix": entry.text,
            "body": "".join(_body(CucumberExpressionParser().parse(entry.text), book)),
        }
        for area in book.areas
        for entry in area.entries
    }
    return json.dumps(snippets, ensure_ascii=False, indent=2) + "\n"


def _body(expression: Node, book: Phrasebook) -> Iterator[str]:
    stop = 0
    for node in expression.nodes:
        words = _words(node, book)
        stop += len(words) > 0
        if not words:
            yield _escaped(node.text, "$}")
        elif len(words) == 1:
            yield f"${{{stop}:{_escaped(words[0], '$}')}}}"
        else:
            yield f"${{{stop}|{','.join(_escaped(word, '$},|') for word in words)}|}}"


def _words(node: Node, book: Phrasebook) -> list[str]:
    """What may stand in the node's place; nothing if it is plain text."""
    match node.ast_type:
        case NodeType.PARAMETER:
            return book.words[node.text].words or _FIRST[node.text]
        case NodeType.ALTERNATION:
            return [alternative.text for alternative in node.nodes]
        case NodeType.OPTIONAL:
            return [node.text]
        case _:
            return []


def _escaped(text: str, special: str) -> str:
    return "".join("\\" + letter if letter in special + "\\" else letter for letter in text)


if __name__ == "__main__":
    for file, content in editor_files(with_composites(load_phrases(), ROOT)).items():
        (ROOT / file).write_text(content, encoding="utf-8")
