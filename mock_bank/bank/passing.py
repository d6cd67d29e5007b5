"""What time brings at the bank without anybody's doing: seen to whenever the bank is asked anything, once."""

from __future__ import annotations

from mock_bank.bank import notices, relays
from mock_bank.bank.context import Bank
from mock_bank.bank.models import Look


def catch_up(bank: Bank) -> None:
    """Do what has fallen due since the bank was last asked; a world's first look finds nothing due."""
    look = bank.session.get(Look, 1)
    if look is None:
        look = Look(id=1, at=bank.now())
        bank.session.add(look)
    since, look.at = look.at, bank.now()
    if since == bank.now():
        return
    notices.send_due(bank, since)
    relays.forget(bank)
    bank.session.commit()  # not to hold the database locked while the request opens the bank once more
