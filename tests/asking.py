"""Questions to servers that tests start, answered however busy the machine is."""

from functools import partial

import httpx

# Against what hangs, and nothing else: no test fails for slowness.
HANGING = 600  # seconds

ask = partial(httpx.request, timeout=HANGING)  # noqa: TID251 (the place where they have their limit)
