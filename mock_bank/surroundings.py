"""Where a customer does their banking: on which network, at which computers."""

from __future__ import annotations

import re
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

COMPUTER = "computer"

DEVICE_NAMES = re.compile(r"[a-z][a-z0-9-]{0,30}")
DeviceName = Annotated[str, Field(pattern=f"^{DEVICE_NAMES.pattern}$")]


class Surroundings(BaseModel):
    """A world's surroundings (domain: Networks): its devices have names, the customer's own is COMPUTER."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    network: Literal["private", "public"] = "private"
    shared_devices: tuple[DeviceName, ...] = ()
