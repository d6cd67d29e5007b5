"""What the control API is asked: each request's body, with the rules that it has to keep."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import Annotated, Literal

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field, field_validator, model_validator
from pydantic_core import PydanticCustomError

from mock_bank.clock import EARLIEST, LATEST, LONGEST
from mock_bank.faults import Damage, Effect, Fault, Seam
from mock_bank.people import PHONE, SAME_ACCOUNT, Person, twice
from mock_bank.settings import Settings
from mock_bank.stages import Stage, WayName
from mock_bank.surroundings import Surroundings

Moment = Annotated[AwareDatetime, Field(ge=EARLIEST, le=LATEST)]


class _Body(BaseModel):
    model_config = ConfigDict(extra="forbid")


class FaultBody(_Body):
    """A fault to come."""

    seam: Seam
    effect: Effect = "error"
    times: int = Field(default=1, ge=1)
    seconds: float | None = Field(default=None, gt=0, le=LONGEST, allow_inf_nan=False)
    damage: Damage | None = None

    @model_validator(mode="after")
    def _is_one_that_exists(self) -> FaultBody:
        self.fault()
        return self

    def fault(self) -> Fault:
        """The fault as the world keeps it."""
        return Fault(**self.model_dump())


class WorldBody(_Body):
    """A world to open: all that a scenario arranges, in one request."""

    now: Moment
    seed: int
    ticking: bool = False
    people: list[Person] = []
    faults: list[FaultBody] = []
    settings: Settings = Settings()
    surroundings: Surroundings = Surroundings()

    @field_validator("people")
    @classmethod
    def _are_different(cls, people: list[Person]) -> list[Person]:
        if key := twice(person.key for person in people):
            raise PydanticCustomError("same_key", "two people have the key {key}", {"key": key})
        if number := twice(person.account.number for person in people):
            raise PydanticCustomError("same_account", SAME_ACCOUNT, {"number": number})
        return people


class ClockBody(_Body):
    """How far to move a world's clock, or until when: a moment, that day at this hour, the next such hour."""

    seconds: float | None = Field(default=None, ge=0, le=LONGEST, allow_inf_nan=False)
    to: Moment | None = None
    day: date | None = None
    hour: str | None = Field(default=None, pattern=r"^([01]\d|2[0-3]):[0-5]\d$")

    def span(self, now: datetime) -> timedelta:
        """How far that is where no moment is named."""
        if self.day:
            return self.day - now.date()
        if self.hour:
            today = datetime.combine(now.date(), time.fromisoformat(self.hour), now.tzinfo)
            return (today - now) % timedelta(days=1)
        return timedelta(seconds=self.seconds or 0)


class CertificateBody(_Body):
    """What becomes of a certificate, without the customer's doing."""

    state: Literal["suspended", "revoked", "replaced"]


class PersonBody(_Body):
    """What a person has changed at a branch or by telephone."""

    phone: str | None = Field(default=None, pattern=PHONE)
    card_lost: bool = False


class PlaceBody(_Body):
    """Whether a medium is plugged in."""

    plugged: bool


class StageBody(_Body):
    """Who is to be placed where, on which way through the certificate centre."""

    person: str
    stage: Stage
    way: WayName = "renewal"
