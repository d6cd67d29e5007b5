"""What banks do differently, and a world may set (domain: Limits)."""

from __future__ import annotations

from datetime import time

from pydantic import BaseModel, ConfigDict, Field, field_validator
from pydantic_core import PydanticCustomError

from mock_bank.clock import LONGEST


class Settings(BaseModel):
    """A world's settings: `answer_limit` in seconds of its time, `transfer_limit` in won for one
    transfer, `daily_limit` for all of a day, `backup_days` after which a backup is an old one,
    `service_hours` of each day, None for a bank that never closes.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    password_tries: int = Field(default=3, ge=1)
    card_tries: int = Field(default=3, ge=1)
    otp_tries: int = Field(default=10, ge=1)
    code_tries: int = Field(default=5, ge=1)
    answer_limit: int = Field(default=60, ge=1, le=LONGEST)
    transfer_limit: int = Field(default=5_000_000, ge=1)
    daily_limit: int = Field(default=10_000_000, ge=1)
    backup_days: int = Field(default=90, ge=1)
    service_hours: tuple[time, time] | None = (time(0, 30), time(23, 30))

    @field_validator("service_hours")
    @classmethod
    def _open_before_they_close(cls, hours: tuple[time, time] | None) -> tuple[time, time] | None:
        if hours and hours[0] >= hours[1]:
            raise PydanticCustomError("service_hours", "the service has to open before it closes, on one day")
        return hours
