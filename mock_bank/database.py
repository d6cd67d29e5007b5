"""Where a world's rows live: one SQLite file a world, reached through one engine.

The engine is shared so that SQLAlchemy compiles each statement once for all worlds, not once a world;
which file a connection opens is decided when it is opened.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import datetime
from pathlib import Path

from sqlalchemy import Dialect, NullPool, String, TypeDecorator, create_engine
from sqlalchemy.orm import DeclarativeBase, Session

from mock_bank.clock import KST

_file: ContextVar[Path] = ContextVar("the SQLite file of the world at work")


# Against hanging alone: who waits for a file that another thread holds gets it, however busy the machine is.
BUSY_LIMIT = 300  # seconds


def _connect() -> sqlite3.Connection:
    connection = sqlite3.connect(_file.get(), timeout=BUSY_LIMIT, check_same_thread=False)
    connection.execute("PRAGMA foreign_keys = ON")
    # A world is thrown away or kept as evidence after a clean close: no crash of the machine to survive.
    connection.execute("PRAGMA synchronous = OFF")
    return connection


_engine = create_engine("sqlite://", creator=_connect, poolclass=NullPool)


class Moment(TypeDecorator[datetime]):
    """A point in time, kept as ISO text and always read back in KST."""

    impl = String
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> str | None:
        """KST ISO text for the column; ValueError for a time without a zone."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a moment needs a time zone")
        return value.astimezone(KST).isoformat()

    def process_result_value(self, value: str | None, dialect: Dialect) -> datetime | None:
        """The moment that the column's text names."""
        return None if value is None else datetime.fromisoformat(value)


class Base(DeclarativeBase):
    """All tables of a world, the bank's and the authority's."""

    type_annotation_map = {datetime: Moment}  # noqa: RUF012 - SQLAlchemy's own name and form


def create_template(file: Path) -> None:
    """Write an empty database with every table, to be copied for each new world."""
    token = _file.set(file)
    try:
        Base.metadata.create_all(_engine)
    finally:
        _file.reset(token)


@contextmanager
def open_database(file: Path) -> Iterator[Session]:
    """A session on the database in `file`; what was not committed is rolled back at the end."""
    token = _file.set(file)
    try:
        with Session(_engine, expire_on_commit=False) as session:
            yield session
    finally:
        _file.reset(token)
