"""What a step needs to have come before it in its scenario: another step, or a Given that names a person."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from harness.check.finding import Said
from harness.check.keywords import keyword
from harness.check.suggestions import PEOPLE_TYPES
from harness.language.korean import quoted
from harness.language.rendering import Rendering
from harness.language.vocabulary import Phrase, Vocabulary
from harness.seeds.named_people import THE_CUSTOMER, People


@dataclass
class StepsSoFar:
    """The steps of a scenario so far: what they provide, and the people whom its Givens name."""

    vocabulary: Vocabulary
    people: People | None
    provided: set[str] = field(default_factory=set)
    named: set[str] = field(default_factory=set)

    def go_on(self, phrase: Phrase, text: str, language: str) -> list[Said]:
        """Take the next step, of which that phrase is said; what it lacks."""
        lacks = [*self._unprovided(phrase, language), *self._unnamed(phrase, text, language)]
        if phrase.provides:
            self.provided.add(phrase.provides)
        return lacks

    def _unprovided(self, phrase: Phrase, language: str) -> Iterator[Said]:
        for name, others in self.vocabulary.providers(phrase).items():
            if name not in self.provided:
                steps = "".join(f"\n  {_as_step(other, language)}" for other in others)
                yield Said(
                    f"this step goes on with what another one has begun; write above it:{steps}",
                    f"앞 단계에 이어지는 단계입니다. 이 단계 위에 다음 단계를 적으세요:{steps}",
                )

    def _unnamed(self, phrase: Phrase, text: str, language: str) -> Iterator[Said]:
        if not self.people:
            return
        for name in filter(self.people.has, people_in(phrase, text)):
            key = self.people[name].key
            if phrase.kind == "given":
                self.named.add(key)
            elif key not in self.named:
                yield self._nobody_here(name, language)

    def _nobody_here(self, name: str, language: str) -> Said:
        step = self._naming(name, language)
        en, ko = (f"; begin with: {step}", f". 시나리오 맨 앞에 적으세요: {step}") if step else ("", "")
        return Said(
            f"no Given names “{name}”, so nobody of that name is in this scenario{en}",
            f"{quoted(name, '이라는')} 사람이 나오는 조건이 없어 이 시나리오에 없는 사람입니다{ko}",
        )

    def _naming(self, name: str, language: str) -> str | None:
        """The step that does no more than to name a person: the first that has nothing else in it."""
        for phrase in self.vocabulary.phrases:
            if phrase.kind == "given" and len(phrase.en.types) == 1 and phrase.en.types[0] in PEOPLE_TYPES:
                said = Rendering(phrase.in_language(language), {0: name}, "").text
                return f"{keyword('given', language)} {said}"
        return None


def people_in(phrase: Phrase, text: str) -> list[str]:
    """Whom a step names, of which that phrase is said, but for the customer that is known already."""
    if not set(PEOPLE_TYPES) & set(phrase.expression_of(text).types):
        return []
    found = [one.group.value for one in phrase.found_in(text) if one.parameter_type.name in PEOPLE_TYPES]
    return [name for name in found if name not in THE_CUSTOMER]


def _as_step(phrase: Phrase, language: str) -> str:
    return f"{keyword(phrase.kind, language)} {phrase.in_language(language).readable}"
