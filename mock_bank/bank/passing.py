"""What time brings at the bank without anybody's doing: seen to whenever the bank is asked anything, once."""

from __future__ import annotations

from mock_bank.bank import notices, relays
from mock_bank.bank.context import Bank
from mock_bank.bank.models import Look


def catch_up(bank: Bank) -> None:
    """Do what has fallen due since the bank was last asked; a world's first look finds nothing due.

    What is done is committed: not to hold the database locked while a request opens the bank once more.
    """
    look = bank.session.get(Look, 1)
    if look is None:
        look = Look(id=1, at=bank.now())
        bank.session.add(look)
        bank.session.commit()
    is_time = notices.is_time(look.at, bank.now())
    if is_time:
        notices.send_due(bank, look.at)
        look.at = bank.now()
    if relays.forget(bank) or is_time:
        bank.session.commit()
