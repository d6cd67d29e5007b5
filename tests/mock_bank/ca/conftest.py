"""What tests of the authority share: its register, and certificates to put into it."""

from __future__ import annotations

import subprocess
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey
from sqlalchemy.orm import Session

from mock_bank.ca.authority import Authority
from mock_bank.ca.authority_key import AuthorityKey
from mock_bank.ca.profile import KINDS
from mock_bank.ca.registry import IssuedCertificate
from mock_bank.clock import Clock
from mock_bank.database import create_template, open_database
from tests.mock_bank.conftest import END

# As long as a serial number may be: 159 bits, far more than SQLite's integers hold.
FIRST_SERIAL = 1 << 158
Issue = Callable[..., IssuedCertificate]
Openssl = Callable[..., str]


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    create_template(tmp_path / "world.sqlite")
    with open_database(tmp_path / "world.sqlite") as session:
        yield session


@pytest.fixture
def authority(session: Session, clock: Clock, authority_key: AuthorityKey) -> Authority:
    return Authority(session, clock, authority_key, count(FIRST_SERIAL).__next__)


@pytest.fixture
def issue(authority: Authority, clock: Clock, customer_key: RSAPrivateKey) -> Issue:
    def issue(request_id: str = "request-1", **changes: object) -> IssuedCertificate:
        usual: dict[str, Any] = {
            "person": "kim-hana",
            "holder": "김하나",
            "kind": KINDS["personal-bank"],
            "public_key": customer_key.public_key(),
            "not_before": clock.now(),
            "not_after": END,
        }
        return authority.issue(request_id=request_id, **(usual | changes))

    return issue


@pytest.fixture
def openssl(tmp_path: Path) -> Openssl:
    """Ask openssl, in the test's own folder, with files to find there; all that it says."""

    def openssl(*arguments: str, **files: bytes) -> str:
        for name, content in files.items():
            (tmp_path / name).write_bytes(content)
        run = subprocess.run(
            ["openssl", *arguments], cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
        )
        return run.stdout

    return openssl
