"""How the bank calls what it also knows by an id."""

from __future__ import annotations

from enum import Enum
from typing import Self


class Label(Enum):
    """A Korean label; its id is the member's name, as in `hard-disk`."""

    @property
    def id(self) -> str:
        """The id that goes with the label."""
        return self.name.lower().replace("_", "-")

    @classmethod
    def of(cls, id: str) -> Self:
        """The label of that id; KeyError when there is none."""
        return cls[id.upper().replace("-", "_")]


class Kind(Label):
    """The kinds of certificates."""

    PERSONAL_BANK = "은행/보험용(개인)"
    PERSONAL_GENERAL = "범용(개인)"
    CORPORATE_BANK = "은행/보험용(기업)"
    CORPORATE_GENERAL = "범용(기업)"


class Place(Label):
    """Where a certificate is kept."""

    BROWSER = "브라우저"
    HARD_DISK = "하드디스크"
    REMOVABLE_DISK = "이동식디스크"
    PHONE = "휴대폰"
    CLOUD = "클라우드"


class State(Label):
    """The states of a certificate."""

    VALID = "사용 중"
    SUSPENDED = "효력 정지"
    REVOKED = "폐기"
    REPLACED = "교체"
    EXPIRED = "만료"
