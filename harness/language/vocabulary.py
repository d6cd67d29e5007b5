"""Every phrase that a feature may use, in English and in Korean, and the decorators that define them.

A step function has one phrase in each language, both Cucumber Expressions. Those number their parameters;
ours name them, because a Korean sentence puts them in another order than the English one does:

    @given(en="{person} has {days:int} days left", ko="인증서는 {days:int}일 뒤에 끝난다, {person}의 것은")
    def expiry(scene: Scene, person: str, days: int) -> None: ...

`{days:int}` is the parameter `days` of type `int`; `{person}` is short for `{person:person}`.
"""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from typing import TYPE_CHECKING, Any, Literal, TypeVar

import pytest_bdd
from cucumber_expressions.argument import Argument
from cucumber_expressions.errors import CucumberExpressionError
from cucumber_expressions.parameter_type import ParameterType
from cucumber_expressions.parameter_type_registry import ParameterTypeRegistry
from pytest_bdd.parsers import StepParser

from harness.errors import HarnessError
from harness.language.expression import Expression
from harness.language.meanings import Meanings, Way
from harness.language.wordings import QUOTED, readings
from harness.language.words import HANGUL, Word, is_spelt, spelt

if TYPE_CHECKING:
    from harness.language.composite import Composite

Kind = Literal["given", "when", "then"]
Function = TypeVar("Function", bound=Callable[..., Any])

# What a scenario names, as in `as <code>`, and later steps have in quotes; the parameter that names it.
NAME = re.compile(r"<([^<>\"]+)>")
Say = Callable[[Any, str], str]
NAMING = "named"
BUILT_IN = {type.name for type in ParameterTypeRegistry().parameter_types}


@dataclass(frozen=True)
class Table:
    """The table below a step: its columns, English names with their Korean ones.

    Columns that are not `needed` may be left out. `types` says by column which parameter type its cells are
    words of; the others take any text.
    """

    columns: Mapping[str, str]
    needed: Collection[str] = ()
    types: Mapping[str, str] = field(default_factory=dict)

    def named(self, header: Sequence[str]) -> list[str]:
        """The English names of the columns of a table with that first line; unknown ones stay as they are."""
        english = {korean: name for name, korean in self.columns.items()}
        return [english.get(name, name) for name in header]

    def rows(self, datatable: list[list[str]]) -> list[dict[str, Any]]:
        """What the rows of a checked table say, by the English names of its columns."""
        header = self.named(datatable[0])
        types = [self.types.get(name) for name in header]
        return [
            {name: VOCABULARY.value(type, cell) for name, type, cell in zip(header, types, row, strict=True)}
            for row in datatable[1:]
        ]


@dataclass(frozen=True)
class ListOf:
    """The list below a step, words of one parameter type: one column, and no line that names it."""

    type: str

    def items(self, datatable: list[list[str]]) -> list[Any]:
        """What a checked list says."""
        return [VOCABULARY.value(self.type, cell) for (cell,) in datatable]


Below = Table | ListOf


class Phrase(StepParser):
    """What a step function answers to: one expression in each language."""

    only_in: str | None = None  # the one language that it is of

    def __init__(
        self,
        kind: Kind,
        en: Expression,
        ko: Expression,
        function: Callable[..., Any],
        vocabulary: Vocabulary,
        table: Below | None = None,
        provides: str | None = None,
    ) -> None:
        super().__init__(en.source)
        self.vocabulary = vocabulary
        self.kind = kind
        self.en = en
        self.ko = ko
        self.function = function
        self.table = table
        self.provides = provides  # what later steps of the scenario may ask for by that name

    @property
    def undefined_types(self) -> list[str]:
        """The types of its parameters, in either language, that do not exist: no step is played by it."""
        return list(dict.fromkeys([*self.en.undefined_types, *self.ko.undefined_types]))

    @property
    def area(self) -> str:
        """The part of the vocabulary that it belongs to: its module's last name."""
        return self.function.__module__.rpartition(".")[2]

    @property
    def file(self) -> Path:
        """Where its function is."""
        return Path(self.function.__code__.co_filename)

    @property
    def line(self) -> int:
        """The first line of its function, decorators included."""
        return int(self.function.__code__.co_firstlineno)

    @property
    def place(self) -> str:
        """File and line for messages."""
        return _place(self.function)

    @property
    def source(self) -> str:
        """What plays it, for those who look it up."""
        return f"{self.function.__module__.replace('.', '/')}.py: {self.function.__name__}"

    @property
    def takes(self) -> dict[str, bool]:
        """What may stand below its steps, `datatable` or `docstring`, and whether it has to."""
        arguments = inspect.signature(self.function).parameters
        empty = inspect.Parameter.empty
        return {
            name: arguments[name].default is empty for name in ("datatable", "docstring") if name in arguments
        }

    def is_matching(self, name: str) -> bool:
        """Whether a step of that text is meant, in either language (pytest-bdd asks)."""
        return self.says(name) or self in VOCABULARY.readings(self.kind, name)

    def says(self, text: str) -> bool:
        """Whether it reads like that word by word."""
        return self.en.matches(text) or self.ko.matches(text)

    def reading(self, text: str) -> str:
        """A step's text in the words of the phrase; `text` has to match."""
        return text if self.says(text) else self.vocabulary.readings(self.kind, text)[self]

    def parse_arguments(self, name: str) -> dict[str, Any]:
        """The arguments in a step's text, by name (pytest-bdd asks)."""
        text = QUOTED.sub(lambda quoted: VOCABULARY.filled(quoted[0]), self.reading(name))
        return self.expression_of(text).arguments(text)

    def found_in(self, text: str) -> list[Argument]:
        """The arguments in a step's text, in their order there; `text` has to match."""
        return [*(self.expression_of(text).compiled.match(self.reading(text)) or [])]

    def expression_of(self, text: str) -> Expression:
        """The one of its expressions that a step's text matches; `text` has to match."""
        return self.en if self.en.matches(self.reading(text)) else self.ko

    def in_language(self, language: str) -> Expression:
        """The expression for a feature's `# language:`; English for every language that is not Korean."""
        return self.ko if language == "ko" else self.en


class Vocabulary:
    """All phrases and parameter types."""

    def __init__(self) -> None:
        self.phrases: list[Phrase] = []
        self.composites: list[Composite] = []  # those that features define; the readable ones are phrases
        self._types = ParameterTypeRegistry()
        self._words: dict[str, Mapping[str, Word]] = {}
        self._such_as: dict[str, Sequence[str]] = {}
        self._say: dict[str, Say] = {}
        self.named: dict[str, str] = {}  # the values that the scenario which is played has named

    def define_parameter(
        self,
        name: str,
        regexp: str | Sequence[str],
        transform: Callable[..., object] = str,
        such_as: Sequence[str] = (),
        say: Say | None = None,
    ) -> None:
        """Add a parameter type; ValueError if the name is taken."""
        regexps = [regexp] if isinstance(regexp, str) else list(regexp)
        try:
            self._types.define_parameter_type(ParameterType(name, regexps, object, transform, True, False))
        except CucumberExpressionError as error:
            raise ValueError(f"parameter {name!r}: {error}") from None
        self._such_as[name] = such_as
        if say:
            self._say[name] = say

    def define_words(
        self, type: str, words: Mapping[str, Word], meaning: Callable[[str], object] = str
    ) -> None:
        """Add a parameter type that takes these words and no others; `meaning` makes its value of a name.

        ValueError if a name means nothing.
        """
        meant: dict[str, object] = {}
        for name, word in words.items():
            try:
                meant |= dict.fromkeys([*word.en, *word.ko], meaning(name))
            except (LookupError, ValueError):
                raise ValueError(f"[{type}] {name}: the code has no value of that name") from None
        said = [one for word in words.values() for one in word.en]
        said += [one for word in words.values() for one in word.ko if one not in said]
        self.define_parameter(type, list(map(re.escape, said)), meant.__getitem__)
        self._words[type] = words

    def define_any_text(self, name: str) -> None:
        """Add a parameter type that takes any text, unless it is there."""
        if not self._types.lookup_by_type_name(name):
            self._types.define_parameter_type(ParameterType(name, [r"\S(?:.*\S)?"], str, str, False, False))

    @property
    def types(self) -> ParameterTypeRegistry:
        """The parameter types as the library keeps them."""
        return self._types

    def called(self, type: str, name: str, language: str) -> str | None:
        """The usual word of a type for the value of that name; None if it has none."""
        word = self._words.get(type, {}).get(name)
        return word.usual(language) if word else None

    def said(self, type: str, value: Any, language: str) -> str | None:
        """What a value is called in a language, if its type can say that."""
        return self._say[type](value, language) if type in self._say else None

    def names(self, type: str) -> list[str]:
        """The names of a type's values, if it takes listed words."""
        return [*self._words.get(type, ())]

    def parameter_type(self, type: str) -> ParameterType:
        """The type of that name, as it was defined."""
        return self._types.lookup_by_type_name(type)

    def regexps(self, type: str) -> list[str]:
        """What a parameter type matches, as it was defined."""
        return list(self.parameter_type(type).regexps)

    def regexps_in(self, type: str, language: str) -> list[str]:
        """What a parameter type matches in a language."""
        if type in self._words:
            return [re.escape(said) for word in self._words[type].values() for said in word.all(language)]
        return _of_language(self.regexps(type), language)

    def words(self, type: str, language: str) -> tuple[list[str], list[re.Pattern[str]]]:
        """The words that a parameter type lists in a language, and what else it takes."""
        regexps = self.regexps_in(type, language)
        return spelt(regexps), [re.compile(regexp) for regexp in regexps if not is_spelt(regexp)]

    def such_as(self, type: str, language: str) -> list[str]:
        """Some words of a type that takes too many to list; none if nobody has named any."""
        return _of_language(self._such_as.get(type, ()), language)

    def is_word(self, type: str, text: str) -> bool:
        """Whether a type's parameter may read like that."""
        return any(re.fullmatch(regexp, text) for regexp in self.regexps(type))

    def value(self, type: str | None, text: str) -> Any:
        """What a parameter of that type makes of its word; any text is itself where there is no type."""
        text = self.filled(text)
        return self.parameter_type(type).transform([text]) if type else text

    def filled(self, text: str) -> str:
        """A text with the values that the scenario has named in place of their names; others stay."""
        return NAME.sub(lambda name: self.named.get(name[1], name[0]), text)

    def naming(self, kind: str, text: str) -> str | None:
        """What a step names, if it is one that does."""
        phrases = self.matching(kind, text) if "<" in text else []
        naming = next((phrase for phrase in phrases if NAMING in phrase.en.types), None)
        return str(naming.parse_arguments(text)[NAMING]) if naming else None

    @property
    def parameter_types(self) -> list[ParameterType]:
        """The types that were defined, without those that every Cucumber has."""
        return [type for type in self._types.parameter_types if type.name not in BUILT_IN]

    def define(
        self,
        kind: Kind,
        en: str,
        ko: str,
        function: Callable[..., Any],
        table: Below | None = None,
        provides: str | None = None,
    ) -> Phrase:
        """Add a phrase; ValueError, with file and line, if the two languages or the function do not agree."""
        place = _place(function)
        expressions = Expression(en, self._types, place), Expression(ko, self._types, place)
        phrase = Phrase(kind, *expressions, function, self, table, provides)
        self._check(phrase)
        self.phrases.append(phrase)
        return phrase

    @property
    def usable(self) -> list[Phrase]:
        """The phrases that steps may be played by: all whose parameters' types exist."""
        return [phrase for phrase in self.phrases if not phrase.undefined_types]

    def usable_in(self, language: str) -> list[Phrase]:
        """Those of them that belong into a feature of that language."""
        return [phrase for phrase in self.usable if phrase.only_in in (None, language)]

    def matching(self, kind: str, text: str) -> list[Phrase]:
        """The phrases that a step's text matches: one if all is well."""
        return [*self.readings(kind, text)]

    def readings(self, kind: str, text: str) -> Mapping[Phrase, str]:
        """The phrases that a step's text matches, and what it says in the words of each."""
        return _readings(self, tuple(self.phrases), kind, text)

    def saying(self, kind: str, text: str) -> dict[Phrase, str]:
        """Those that say it, as it stands or in one other way of its words, the fewest changes first."""
        phrases = [phrase for phrase in self.phrases if phrase.kind == kind]
        found = ({one: said for one in phrases if one.says(said)} for said in readings(text))
        return next(filter(None, found), {})

    def meant(self, kind: str, text: str) -> dict[Phrase, str]:
        """The one that is meant by a text that none says; nothing where several are."""
        return self._meanings.read(kind, text)

    def ways(self, language: str) -> list[Way]:
        """The ways to say something in a language: its phrases, and other words for them."""
        return self._meanings.ways(language)

    @property
    def _meanings(self) -> Meanings:
        return _meanings(self, tuple(self.phrases))

    def kinds(self, text: str) -> set[Kind]:
        """The kinds of step as which a phrase says a text word by word."""
        return {phrase.kind for phrase in self.phrases if phrase.says(text)}

    def providers(self, phrase: Phrase) -> dict[str, list[Phrase]]:
        """The phrases one of which has to come before a phrase, by what it asks for."""
        asked = inspect.signature(phrase.function).parameters
        found: dict[str, list[Phrase]] = {}
        for other in self.phrases:
            if other.provides in asked and other.provides:
                found.setdefault(other.provides, []).append(other)
        return found

    def _check(self, phrase: Phrase) -> None:
        if sorted(phrase.en.names) != sorted(phrase.ko.names):
            raise ValueError(
                f"{phrase.place}: the English phrase names {phrase.en.names}, "
                f"the Korean one {phrase.ko.names}: they need the same parameters"
            )
        if len(set(phrase.en.names)) < len(phrase.en.names):
            raise ValueError(
                f"{phrase.place}: two parameters of one name in {phrase.en.source!r}; name them apart"
            )
        if missing := set(phrase.en.names) - set(inspect.signature(phrase.function).parameters):
            raise ValueError(
                f"{phrase.place}: the function takes no argument named {', '.join(sorted(missing))}"
            )
        for other in self.phrases:
            same = other.en.source == phrase.en.source or other.ko.source == phrase.ko.source
            if same and other.kind == phrase.kind:
                raise ValueError(f"{phrase.place}: this phrase is defined already at {other.place}")


VOCABULARY = Vocabulary()


@lru_cache(maxsize=256)
def _readings(of: Vocabulary, _: tuple[Phrase, ...], kind: str, text: str) -> Mapping[Phrase, str]:
    """How a step reads in the words of these phrases: pytest-bdd asks each of them about each step."""
    if found := of.saying(kind, text):
        return found
    if text != " ".join(text.split()) or of.kinds(text):
        return {}  # odd blanks are told, and so is a phrase of another kind
    return of.meant(kind, text)


@lru_cache(maxsize=2)
def _meanings(vocabulary: Vocabulary, _: tuple[Phrase, ...]) -> Meanings:
    """What steps mean by the phrases of a vocabulary, as long as they are these."""
    return Meanings(vocabulary)


def load_phrases(package: str = "steps") -> Vocabulary:
    """All phrases, for commands that run without pytest: in its runs conftest.py loads them.

    Raises HarnessError if a phrase has a parameter of a type that does not exist.
    """
    for module in iter_modules(import_module(package).__path__):
        import_module(f"{package}.{module.name}")
    for phrase in VOCABULARY.phrases:
        for type in phrase.undefined_types:
            raise HarnessError(
                f"{phrase.place}: there is no parameter type {{{type}}}; define it with parameter()",
                f"{phrase.place}: 매개변수 유형 {{{type}}}이 없습니다. parameter()로 정의하세요",
            )
    return VOCABULARY


def parameter(
    name: str,
    regexp: str | Sequence[str],
    transform: Callable[..., object] = str,
    such_as: Sequence[str] = (),
    say: Say | None = None,
) -> None:
    """Define a parameter type, as in `{person}`; `transform` makes its value of the text that matched.

    `say`, for types whose words have a grammar, says what a value is called in a language.

    `such_as` are words that lists of phrases show. Of these and of several regexps the English ones come
    first, then the Korean ones: so they are told apart. Raises ValueError if the name is taken.
    """
    VOCABULARY.define_parameter(name, regexp, transform, such_as, say)


def given(
    *, en: str, ko: str, table: Below | None = None, target_fixture: str | None = None
) -> Callable[[Function], Function]:
    """Define a step that arranges; a function that takes `datatable` says by `table` which columns it has."""
    return _step("given", pytest_bdd.given, en, ko, table, target_fixture)


def when(
    *, en: str, ko: str, table: Below | None = None, target_fixture: str | None = None
) -> Callable[[Function], Function]:
    """Define a step that acts; a function that takes `datatable` says by `table` which columns it has."""
    return _step("when", pytest_bdd.when, en, ko, table, target_fixture)


def then(
    *, en: str, ko: str, table: Below | None = None, target_fixture: str | None = None
) -> Callable[[Function], Function]:
    """Define a step that checks; a function that takes `datatable` says by `table` which columns it has."""
    return _step("then", pytest_bdd.then, en, ko, table, target_fixture)


def _step(
    kind: Kind,
    decorator: Callable[..., Any],
    en: str,
    ko: str,
    table: Below | None,
    target_fixture: str | None,
) -> Callable[[Function], Function]:
    def define(function: Function) -> Function:
        phrase = VOCABULARY.define(kind, en, ko, function, table, target_fixture)
        # pytest-bdd puts its fixture among the locals of the frame that many calls up: the steps module.
        decorator(phrase, target_fixture=target_fixture, stacklevel=2)(function)
        return function

    return define


def _of_language(texts: Sequence[str], language: str) -> list[str]:
    """Those before the first with Hangul in English, the others in Korean; without any, all for both."""
    korean = next((place for place, text in enumerate(texts) if HANGUL.search(text)), 0)
    return list(texts[korean:] if language == "ko" else texts[:korean] or texts)


def _place(function: Callable[..., Any]) -> str:
    code = function.__code__
    return shown_place(Path(code.co_filename), code.co_firstlineno)


def shown_place(file: Path, line: int) -> str:
    """File and line for people: from here on, if it is below."""
    shown = file.relative_to(Path.cwd()) if file.is_relative_to(Path.cwd()) else file
    return f"{shown}:{line}"
