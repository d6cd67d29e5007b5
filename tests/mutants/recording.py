"""A pytest plugin: whose the seeds of worlds are, and which lines each test runs."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from zlib import crc32

import pytest

from tests.mutants.tracer import Tracer, by_file

TRACER = Tracer()
RAN: dict[str, dict[str, list[int]]] = {}


def pytest_addoption(parser: pytest.Parser) -> None:
    """Where to write it."""
    parser.addoption("--seeds", type=Path, help="write {seed: node id} there")
    parser.addoption("--ran", type=Path, help="write {node id: {file: [lines]}} there")


def pytest_configure(config: pytest.Config) -> None:
    """Look on, if anybody wants to know."""
    if config.getoption("--ran"):
        TRACER.install()


def pytest_collection_finish(session: pytest.Session) -> None:
    """Write whose each seed is, as harness.plugin makes them."""
    if (to := session.config.getoption("--seeds")) and session.items:
        begins = session.config.getoption("--faker-seed")
        seeds = {crc32(f"{begins} {item.nodeid}".encode()): item.nodeid for item in session.items}
        to.write_text(json.dumps(seeds))


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Iterator[None]:
    """Note what the test runs, with its fixtures."""
    TRACER.begin()
    yield
    RAN[item.nodeid] = by_file(TRACER.end())


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Write what ran."""
    if to := session.config.getoption("--ran"):
        to.write_text(json.dumps(RAN))
