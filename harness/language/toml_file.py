"""TOML as people write it: read strictly, and what is wrong told with its place, in both languages."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import MISSING, Field, fields, is_dataclass
from pathlib import Path
from types import GenericAlias
from typing import Annotated, Any, TypeVar, get_args, get_origin, get_type_hints

from harness.errors import HarnessError
from harness.language.korean import with_particle
from harness.language.text_file import read_text

Record = TypeVar("Record")
Step = str | int

# What tomllib says of a name that stands twice.
TWICE = re.compile(r"Cannot (overwrite|declare|mutate)")
BARE_HANGUL = re.compile(r"[^\"'#=]*[가-힣][^\"'#=]*=|\[[^\"'\]]*[가-힣]")
LONGEST = 100  # letters that are shown of a line
AT_LINE = re.compile(r"\(at line (\d+), column \d+\)")
WANTED: dict[object, tuple[str, str]] = {
    str: ("a text in quotes", "따옴표로 감싼 글자"),
    int: ("a whole number", "정수"),
    bool: ("true or false", "true 또는 false"),
    tuple: ("a list in [ ]", "[ ]로 감싼 목록"),
    dict: ("a table", "표"),
}


class TomlFile:
    """A file of TOML below `root`. Whatever is asked of it raises HarnessError where the file is wrong."""

    def __init__(self, root: Path, file: Path) -> None:
        self._file = file.as_posix()
        self._text = read_text(root, file)
        try:
            self.content = tomllib.loads(self._text)
        except RecursionError:
            raise self._error(1, "this is nested too deep", "너무 깊게 중첩되어 있습니다") from None
        except ValueError as error:
            raise self._unreadable(str(error)) from None

    def strings(self, *path: str) -> list[str]:
        """The list of texts that stands there; an empty one if nothing does."""
        listed = _found(self.content, path)
        return list(self._read(tuple[str, ...], listed, path)) if listed is not None else []

    def texts(self, kind: str) -> dict[str, str]:
        """The texts of the table [kind], by their names: the file has no other. None if it is missing."""
        for other in self.content:
            if other != kind:
                raise self.wrong(
                    (other,),
                    f"there is no such entry here: all stands below [{kind}]",
                    f"여기에 쓸 수 없는 항목입니다. 모두 [{kind}] 아래에 적으세요",
                )
        found: dict[str, str] = self._of_type(dict, self.content.get(kind, {}), (kind,))
        for name, text in found.items():
            self._of_type(str, text, (kind, name))
        return found

    def tables(self, kind: str) -> dict[str, dict[str, Any]]:
        """The tables [kind.…] by what follows the dot; none if there are none."""
        tables: dict[str, dict[str, Any]] = self._of_type(dict, self.content.get(kind, {}), (kind,))
        for name, table in tables.items():
            self._of_type(dict, table, (kind, name))
        return tables

    def record(self, kind: type[Record], path: tuple[Step, ...], **known: Any) -> Record:
        """The table at `path` as a dataclass; fields that are `known` are not looked for."""
        table = _found(self.content, path)
        self._of_type(dict, table, path)
        hints = get_type_hints(kind, include_extras=True)
        wanted = {field.name: field for field in fields(kind) if field.name not in known}  # type: ignore[arg-type]
        for name in table:
            if name not in wanted:
                raise self.wrong(
                    (*path, name),
                    f"there is no {name!r} here; there may be: {', '.join(wanted)}",
                    f"“{name}” 항목은 여기에 쓸 수 없습니다. 쓸 수 있는 항목: {', '.join(wanted)}",
                )
        if missing := [name for name, field in wanted.items() if _is_needed(field) and name not in table]:
            raise self.wrong(
                path, f"missing: {', '.join(missing)}", f"빠진 항목이 있습니다: {', '.join(missing)}"
            )
        return kind(**known, **{name: self._read(hints[name], table[name], (*path, name)) for name in table})

    def _read(self, kind: Any, value: Any, path: tuple[Step, ...]) -> Any:
        """A value as what it is to be. One of several words is Annotated[str, Literal[…]]."""
        if is_dataclass(kind) and isinstance(kind, type):
            return self.record(kind, path)
        if get_origin(kind) is Annotated:
            return self._one_of(get_args(kind.__metadata__[0]), value, path)
        if isinstance(kind, GenericAlias):
            items = self._of_type(tuple, value, path)
            return tuple(self._read(get_args(kind)[0], item, (*path, at)) for at, item in enumerate(items))
        return self._of_type(kind, value, path)

    def _one_of(self, words: tuple[str, ...], value: Any, path: tuple[Step, ...]) -> Any:
        if value not in words:
            told = ", ".join(words)
            raise self.wrong(
                path,
                f"one of these is wanted, not {_shown(value)}: {told}",
                f"{_shown(value)} 대신 다음 중 하나를 적으세요: {told}",
            )
        return value

    def _of_type(self, kind: type, value: Any, path: tuple[Step, ...]) -> Any:
        # TOML's lists are Python's, and its true is a number to Python.
        if type(value) is not (list if kind is tuple else kind):
            en, ko = WANTED[kind]
            raise self.wrong(
                path,
                f"{en} is wanted, not {_shown(value)}",
                f"{with_particle(ko, '을')} 적으세요. 지금 값: {_shown(value)}",
            )
        if isinstance(value, str) and not (value.strip() and value.isprintable()):
            raise self.wrong(
                path,
                f"a text that people can read is wanted, not {value!r}",
                f"눈에 보이는 글자를 적으세요. 지금 값: {value!r}",
            )
        return value

    def _unreadable(self, reason: str) -> HarnessError:
        at = AT_LINE.search(reason)
        lines = self._text.splitlines()
        number = int(at[1]) if at else max(len(lines), 1)
        line = lines[number - 1].strip()[:LONGEST] if number <= len(lines) else ""
        if TWICE.match(reason):
            return self._error(
                number, f"this name is there twice: {line}", f"같은 이름이 두 번 나옵니다: {line}"
            )
        if BARE_HANGUL.match(line):
            return self._error(
                number,
                f"a name with Hangul stands in quotes: {line}",
                f"한글 이름은 따옴표로 감싸세요: {line}",
            )
        return self._error(number, f"this is no TOML: {reason}", f"TOML 문법에 맞지 않습니다: {line}")

    def wrong(self, path: tuple[Step, ...], en: str, ko: str) -> HarnessError:
        """An error that tells where in the file the value at `path` stands."""
        where = _named(path)
        return self._error(self.line(*path), f"{where}: {en}", f"{where}: {ko}")

    def _error(self, line: int, en: str, ko: str) -> HarnessError:
        place = f"{self._file}:{line}"
        return HarnessError(f"{place}: {en}", f"{place}: {ko}")

    def line(self, *path: Step) -> int:
        """The number of the line at which that begins: what has been read up to there does not have it."""
        lines = self._text.splitlines()
        begin = 1
        for number in range(1, len(lines) + 1):
            try:
                above = tomllib.loads("\n".join(lines[:number]))
            except ValueError:
                continue  # in the middle of a value
            if _found(above, path) is not None:
                return begin
            begin = number + 1
        return 1


def _found(content: Any, path: tuple[Step, ...]) -> Any:
    for step in path:
        if isinstance(content, Mapping):
            content = content.get(str(step))
        elif isinstance(content, list) and isinstance(step, int) and step < len(content):
            content = content[step]
        else:
            return None
    return content


def _is_needed(field: Field[Any]) -> bool:
    return field.default is MISSING and field.default_factory is MISSING


def _named(path: tuple[Step, ...]) -> str:
    """As in [people.kim-hana] certificates 1 days_left: items of a list are counted from one."""
    table = ".".join(
        str(step) if re.fullmatch(r"[\w-]+", str(step), re.ASCII) else f'"{step}"' for step in path[:2]
    )
    rest = [str(step + 1) if isinstance(step, int) else step for step in path[2:]]
    return " ".join([f"[{table}]", *rest])


def _shown(value: object) -> str:
    """A value as TOML has it, where it is short."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, Mapping):
        return "{ … }"
    if isinstance(value, list):
        return "[ … ]"
    return f"“{value}”" if isinstance(value, str) else str(value)
