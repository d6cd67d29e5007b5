"""What an audience does not see on the bank's pages: messages sent, certificates issued and stored."""

from __future__ import annotations

from dataclasses import dataclass

from harness.play.world import IssuedCertificate, Message, World


@dataclass(frozen=True)
class Kept:
    """A certificate, and the places where it is stored: (device, place) pairs; no device: carried along."""

    certificate: IssuedCertificate
    places: tuple[tuple[str | None, str], ...]


@dataclass(frozen=True)
class View:
    """What there is behind the scenes at one moment."""

    messages: tuple[Message, ...]
    kept: dict[str, Kept]  # by serial, the oldest first

    @classmethod
    def of(cls, world: World) -> View:
        """What there is now."""
        places: dict[str, set[tuple[str | None, str]]] = {}
        for file in world.store():
            places.setdefault(file.certificate, set()).add((file.device, file.place))
        kept = {
            one.serial: Kept(one, tuple(sorted(places.get(one.serial, ()), key=str)))
            for one in world.certificates()
        }
        return cls(tuple(world.messages()), kept)


@dataclass(frozen=True)
class Change:
    """What a step has changed: messages sent, and all certificates of those of whom one changed."""

    messages: list[Message]
    before: list[Kept]
    after: list[Kept]
    changed: set[str]  # serials

    def __bool__(self) -> bool:
        return bool(self.messages or self.changed)


def changes(before: View, after: View) -> Change:
    """What is otherwise than it was; a Change that is false if nothing is."""
    serials = {*before.kept, *after.kept}
    changed = {serial for serial in serials if before.kept.get(serial) != after.kept.get(serial)}
    holders = {
        view.kept[serial].certificate.person
        for view in (before, after)
        for serial in changed
        if serial in view.kept
    }
    return Change(
        list(after.messages[len(before.messages) :]), _held(before, holders), _held(after, holders), changed
    )


def _held(view: View, holders: set[str]) -> list[Kept]:
    return [kept for kept in view.kept.values() if kept.certificate.person in holders]
