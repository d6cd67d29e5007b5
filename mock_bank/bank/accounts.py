"""Accounts: the password that guards one, and the money in it."""

from __future__ import annotations

import os

from cryptography.exceptions import InvalidKey
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

from mock_bank.bank import errors
from mock_bank.bank.context import Bank
from mock_bank.bank.errors import Refusal
from mock_bank.bank.models import Account


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


def check_balance(bank: Bank, account: Account, amount: int) -> None:
    """Raise Refusal FEE-UNPAID when the account does not hold `amount` won."""
    if account.balance < amount:
        raise bank.refuse(Refusal(errors.FEE_UNPAID), account=account.number, amount=amount)


def withdraw(bank: Bank, account: Account, amount: int, purpose: str) -> None:
    """Take `amount` won from the account, which holds that much."""
    if amount == 0:
        return
    account.balance -= amount
    bank.record("money withdrawn", account=account.number, amount=amount, purpose=purpose)
