"""Accounts: the password that guards one, and the money in it."""

from __future__ import annotations

import os

from cryptography.exceptions import InvalidKey
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from sqlalchemy import select

from mock_bank.bank import errors, masking
from mock_bank.bank.context import Bank
from mock_bank.bank.errors import Refusal
from mock_bank.bank.models import Account, AccountEntry


def hash_password(password: str) -> str:
    """How an account password is kept."""
    # Four digits of synthetic people need no costly hash, only none that can be read.
    cheap = Argon2id(salt=os.urandom(16), length=32, iterations=1, lanes=1, memory_cost=8)
    return cheap.derive_phc_encoded(password.encode())


def password_is(account: Account, password: str) -> bool:
    """Whether `password` is the account's."""
    try:
        Argon2id.verify_phc_encoded(password.encode(), account.password_hash)
    except InvalidKey:
        return False
    return True


def of_number(bank: Bank, number: str) -> Account | None:
    """The account of that number, if this bank has one."""
    return bank.session.get(Account, number)


def check_balance(bank: Bank, account: Account, amount: int) -> None:
    """Raise Refusal FEE-UNPAID when the account does not hold `amount` won."""
    if account.balance < amount:
        raise bank.refuse(Refusal(errors.FEE_UNPAID), account=masking.account(account.number), amount=amount)


def withdraw(bank: Bank, account: Account, amount: int, text: str) -> None:
    """Take `amount` won from the account, which holds that much; `text` is what its history says."""
    if not amount:
        return
    _move(bank, account, -amount, text)
    bank.record("money withdrawn", account=masking.account(account.number), amount=amount, purpose=text)


def deposit(bank: Bank, account: Account, amount: int, text: str) -> None:
    """Put `amount` won into the account; `text` is what its history says."""
    _move(bank, account, amount, text)
    bank.record("money deposited", account=masking.account(account.number), amount=amount, purpose=text)


def _move(bank: Bank, account: Account, amount: int, text: str) -> None:
    account.balance += amount
    bank.session.add(
        AccountEntry(
            account_number=account.number,
            at=bank.now(),
            text=text,
            amount=amount,
            balance=account.balance,
        )
    )


def history(bank: Bank, account: Account) -> list[AccountEntry]:
    """The account's movements, the newest first."""
    entries = select(AccountEntry).where(AccountEntry.account_number == account.number)
    return list(bank.session.scalars(entries.order_by(AccountEntry.id.desc())))
