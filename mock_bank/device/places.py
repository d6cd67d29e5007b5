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

    @property
    def note(self) -> str:
        """In one line, what the medium is and where it can be used."""
        return _NOTES[self]

    @property
    def plugged_in(self) -> bool:
        """Whether it can be unplugged."""
        return self in (Place.REMOVABLE_DISK, Place.PHONE)

    @property
    def carried(self) -> bool:
        """Whether customers have it with them at every device; the others stay with the device."""
        return self in (Place.REMOVABLE_DISK, Place.PHONE, Place.CLOUD)


_LABELS = {
    Place.BROWSER: "브라우저",
    Place.HARD_DISK: "하드디스크",
    Place.REMOVABLE_DISK: "이동식디스크",
    Place.PHONE: "휴대폰",
    Place.CLOUD: "클라우드",
}
_NOTES = {
    Place.BROWSER: "이 컴퓨터의 브라우저 안. 이 컴퓨터의 이 브라우저에서만 쓸 수 있습니다.",
    Place.HARD_DISK: "이 컴퓨터의 하드디스크. 이 컴퓨터에서만 쓸 수 있습니다.",
    Place.REMOVABLE_DISK: "USB 메모리처럼 들고 다니는 저장 매체. 꽂은 컴퓨터에서 쓸 수 있습니다.",
    Place.PHONE: "내 휴대폰 안. 휴대폰을 연결한 컴퓨터에서 쓸 수 있습니다.",
    Place.CLOUD: "인터넷의 내 보관함. 로그인한 컴퓨터 어디에서나 쓸 수 있습니다.",
}
