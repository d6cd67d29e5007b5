"""The benchmarks: `make bench`. Times on one machine are noise; what counts are ratios taken in one run."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator

from tests.bench.measures import (
    Figure,
    checking,
    collecting,
    far_browsers,
    memory,
    opening_a_world,
    parallel_runs,
    pictures,
    plain_pytest_bdd,
    recording,
    reports,
    scenario_overhead,
)

MEASURES: dict[str, Callable[[], Iterator[Figure]]] = {
    "world": opening_a_world,
    "memory": memory,
    "collect": collecting,
    "check": checking,
    "overhead": scenario_overhead,
    "plain": plain_pytest_bdd,
    "parallel": parallel_runs,
    "reports": reports,
    "pictures": pictures,
    "far": far_browsers,
    "recording": recording,
}


def main() -> None:
    """Run the measures named on the command line, else all."""
    names = sys.argv[1:] or list(MEASURES)
    if unknown := set(names) - set(MEASURES):
        sys.exit(f"bench: there is no {', '.join(sorted(unknown))}; there are {', '.join(MEASURES)}")
    for name in names:
        for figure in MEASURES[name]():
            print(figure, flush=True)


main()
