"""Where a customer can keep a certificate."""

from __future__ import annotations

from enum import StrEnum


class Place(StrEnum):
    """A storage medium, by the id that pages and the control API use."""

    BROWSER = "browser"
    HARD_DISK = "hard-disk"
    REMOVABLE_DISK = "removable-disk"
    PHONE = "phone"
    CLOUD = "cloud"

    @property
    def label(self) -> str:
        """The medium as a customer reads it (domain: Words)."""
        return _LABELS[self]


_LABELS = {
    Place.BROWSER: "브라우저",
    Place.HARD_DISK: "하드디스크",
    Place.REMOVABLE_DISK: "이동식디스크",
    Place.PHONE: "휴대폰",
    Place.CLOUD: "클라우드",
}
