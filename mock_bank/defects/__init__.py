"""Known bugs that a bank can be started with: each alters one place of the bank's own files, and no more.

The files of this folder hold them, by the party that has the bug. An altered bank runs from a copy of the
package, in which one text has become another; what is not altered knows nothing of it.
"""

from __future__ import annotations

import shutil
import tomllib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from difflib import get_close_matches
from importlib.util import cache_from_source
from pathlib import Path

import mock_bank
from mock_bank.server_folder import own_folder
from mock_bank.terminal import said

PACKAGE = Path(__file__).parents[1]


class DefectError(Exception):
    """A defect that is not known, or cannot be put where it is to be."""


@dataclass(frozen=True)
class Defect:
    """A bug: what a bank that has it does wrong, the claims that it breaks, and how it comes to be.

    `find` stands exactly once in `file`, a path from mock_bank/ on, and becomes `becomes`.
    """

    name: str
    en: str
    ko: str
    claims: list[str]
    file: str
    find: str
    becomes: str

    def altered(self) -> str:
        """The text of the file as the defect makes it; DefectError unless the place is there, and once."""
        text = (PACKAGE / self.file).read_text(encoding="utf-8")
        if (count := text.count(self.find)) != 1:
            where = f"stands {count} times" if count else "no longer stands"
            raise DefectError(
                f"the defect {self.name} cannot be made: what it alters {where} in mock_bank/{self.file}; "
                "mend its `find` in mock_bank/defects/"
            )
        return text.replace(self.find, self.becomes)


def load() -> dict[str, Defect]:
    """All known defects by name."""
    return {
        name: Defect(name, **table)
        for path in sorted(Path(__file__).parent.glob("*.toml"))
        for name, table in tomllib.loads(path.read_text(encoding="utf-8")).items()
    }


@contextmanager
def altered(name: str | None) -> Iterator[None]:
    """What is imported of this package meanwhile is a copy of it that has the defect of that name, if any.

    Raises DefectError when there is no such defect or its place is gone, OSError when there is no room.
    """
    if name is None:
        yield
        return
    with own_folder(None) as folder:
        mock_bank.__path__[:] = [str(altered_package(name, folder))]
        yield


def altered_package(name: str, folder: Path) -> Path:
    """Copy the package, with the defect of that name, to `folder`; returns where. DefectError."""
    defects = load()
    if name not in defects:
        near = ", ".join(get_close_matches(name, defects)) or "mock_bank/defects/"
        raise DefectError(
            said(
                f"there is no defect {name}; nearest: {near}",
                f"{name}: 그런 이름이 없습니다. 비슷한 이름: {near}",
            )
        )
    defect, package = defects[name], folder / PACKAGE.name
    text = defect.altered()
    shutil.copytree(PACKAGE, package)
    file = package / defect.file
    file.write_text(text, encoding="utf-8")
    # What was compiled of the file as it was could pass for this one: it goes by size and second.
    Path(cache_from_source(str(file))).unlink(missing_ok=True)
    return package
