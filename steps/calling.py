"""How features call a thing on a screen: `the first "선택" button in the "김하나" row`, `이름 칸`."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping

from harness.errors import HarnessError
from harness.language.words import Word
from pages.fields import Field
from pages.things import Kind, Thing

PLACES = {
    "en": {"first": 0, "second": 1, "third": 2, "last": -1},
    "ko": {"첫 번째": 0, "두 번째": 1, "세 번째": 2, "마지막": -1},
}
OWN, AROUND = "own", "around"


class Calling:
    """What things are called in a language: by the words for their kinds, and those for our own fields."""

    def __init__(self, language: str, kinds: Mapping[str, Word], fields: Mapping[str, Word]) -> None:
        self._is_korean = language == "ko"
        self._kinds = {
            said: Kind[name.upper()] for name, word in kinds.items() for said in word.all(language)
        }
        self._fields = {said: Field.of(name) for name, word in fields.items() for said in word.all(language)}
        self._places = PLACES[language]
        self._names = {meant: said for said, meant in reversed([*self._kinds.items(), *self._fields.items()])}
        self._all = re.compile(self.regexp(list(Kind), with_fields=True, groups=True))

    def regexp(self, kinds: Collection[Kind], with_fields: bool, groups: bool = False) -> str:
        """What a thing of one of these kinds is called; with `groups` named by its parts."""
        own = self._named(
            [said for said, kind in self._kinds.items() if kind in kinds], OWN if groups else ""
        )
        around = self._named(list(self._kinds), AROUND if groups else "")
        field = f"{'(?P<field>' if groups else '(?:'}{_any(self._fields)})"
        if self._is_korean:
            own += f"|{field} 칸" if with_fields else ""
            return f"(?:{around}(?:의|에 있는) )?(?:{own})"
        own += f"|the {field}(?: field)?" if with_fields else ""
        return f"(?:{own})(?: in {around})?"

    def _named(self, kinds: list[str], part: str) -> str:
        """A place, a name in quotes and a kind: the name or the kind may be missing."""
        place, name, kind, bare = (
            f"(?P<{one}_{part}>" if part else "(?:" for one in ("place", "name", "kind", "bare")
        )
        several = "" if self._is_korean else "s?"
        quoted = f'{name}"[^"]*")(?: {kind}{_any(kinds)}){several})?'
        article = "" if self._is_korean else "(?:the )?"
        return f"{article}(?:{place}{_any(self._places)}) )?(?:{quoted}|{bare}{_any(kinds)}){several})"

    def thing(self, words: str) -> Thing | None:
        """The thing that is called so in this language, if one is; HarnessError if its name is empty."""
        parts = self._all.fullmatch(words)
        if not parts:
            return None
        around = self._thing(words, parts, AROUND)
        if parts["field"]:
            return Thing(words, field=self._fields[parts["field"]], within=around)
        return self._thing(words, parts, OWN, around)

    def said(self, thing: Thing) -> str:
        """What a thing is called in this language."""
        around = thing.within and self.said(thing.within)
        if thing.field:
            own = f"{self._names[thing.field]} 칸" if self._is_korean else f"the {self._names[thing.field]}"
        else:
            place = next((said for said, place in self._places.items() if place == thing.place), None)
            parts = [place, thing.name and f'"{thing.name}"', thing.kind and self._names[thing.kind]]
            own = " ".join(filter(None, parts))
            # A bare name has no article; a bare kind, of which one counts how many there are, none either.
            own = f"the {own}" if not self._is_korean and len([*filter(None, parts)]) > 1 else own
        if not around:
            return own
        return f"{around}의 {own}" if self._is_korean else f"{own} in {around}"

    def _thing(
        self, words: str, parts: re.Match[str], part: str, within: Thing | None = None
    ) -> Thing | None:
        name, place, kind = parts[f"name_{part}"], parts[f"place_{part}"], parts[f"kind_{part}"]
        kind = kind or parts[f"bare_{part}"]
        if name is not None and not name.strip('" '):
            raise HarnessError(
                f"{words}: there is no name between the quotes", f"{words}: 따옴표 안에 이름이 없습니다"
            )
        if name is None and kind is None:
            return None
        return Thing(
            words,
            name=name[1:-1] if name else None,
            kind=self._kinds[kind] if kind else None,
            place=self._places[place] if place else None,
            within=within,
        )


def _any(words: Collection[str]) -> str:
    return f"(?:{'|'.join(sorted(map(re.escape, words), key=len, reverse=True))})"
