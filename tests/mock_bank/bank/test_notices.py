"""What customers are told without having asked (domain: Notices)."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from mock_bank.bank import notices
from mock_bank.bank.models import Message, Post
from mock_bank.bank.notices import Event
from mock_bank.clock import KST
from mock_bank.world import Worlds
from tests.mock_bank.bank.conftest import Enter
from tests.mock_bank.bank.visitor import Visitor

PHONE, EMAIL = "010-0000-0001", "hana@example.com"


def told(visitor: Visitor) -> list[tuple[datetime, str, str]]:
    """When the customer was told what, by which post; whatever is told goes by both."""
    with visitor.world.bank() as bank:
        sent = (
            bank.session.query(Message).where(~Message.text.contains("인증번호")).order_by(Message.id).all()
        )
        assert {(one.post, one.to) for one in sent} <= {(Post.SMS, PHONE), (Post.EMAIL, EMAIL)}
        assert [one.text for one in sent if one.post == Post.SMS] == [
            one.text for one in sent if one.post == Post.EMAIL
        ]
        return [(one.at, one.post, one.text) for one in sent]


def ends_told(visitor: Visitor) -> list[str]:
    """The days of the SMS that told of a certificate's end."""
    return [f"{at:%m-%d %H}" for at, post, text in told(visitor) if post == Post.SMS and "만료됩니다" in text]


def test_nothing_is_told_that_was_due_before_the_world_began(enter: Enter) -> None:
    visitor = enter(certificate={"days_left": 14})
    assert told(visitor) == []
    visitor.world.clock.move(timedelta(days=6))
    assert told(visitor) == []


def test_each_notice_comes_once_at_its_hour(enter: Enter) -> None:
    visitor = enter(now=datetime(2026, 3, 16, 8, 59, 59, tzinfo=KST), certificate={"days_left": 30})
    assert ends_told(visitor) == []
    visitor.world.clock.move(timedelta(seconds=1))
    assert ends_told(visitor) == ["03-16 09"]
    for _ in range(31):
        visitor.world.clock.move(timedelta(days=1))
        ends_told(visitor)
    assert ends_told(visitor) == ["03-16 09", "04-01 09", "04-08 09", "04-14 09"]


def test_a_leap_over_several_days_leaves_none_out(enter: Enter) -> None:
    visitor = enter(certificate={"days_left": 31})
    visitor.world.clock.move(timedelta(days=100))
    assert ends_told(visitor) == ["03-17 09", "04-02 09", "04-09 09", "04-15 09"]
    assert "7일 뒤(2026-04-16)" in told(visitor)[4][2]


def test_what_was_told_is_not_told_again_after_a_restart(enter: Enter, worlds: Worlds) -> None:
    visitor = enter(certificate={"days_left": 31})
    visitor.world.clock.move(timedelta(days=2))
    assert len(told(visitor)) == 2
    visitor.world.save()
    worlds.restart(visitor.world.id)
    assert len(told(visitor.restarted(visitor.server, worlds.get(visitor.world.id)))) == 2


@pytest.mark.parametrize("state", ["suspended", "revoked"])
def test_what_is_not_in_force_does_not_end(enter: Enter, state: str) -> None:
    visitor = enter(certificate={"days_left": 31, "state": state})
    visitor.world.clock.move(timedelta(days=31))
    assert told(visitor) == []


@pytest.mark.parametrize("event", Event)
def test_an_event_is_told_by_both_ways_and_names_whom_to_call(enter: Enter, event: Event) -> None:
    visitor = enter()
    with visitor.world.bank() as bank:
        customer = bank.customer(visitor.person.key)
        notices.notify(bank, customer, event, visitor.first_issued().serial)
        bank.session.commit()
    assert [post for _, post, _ in told(visitor)] == [Post.SMS, Post.EMAIL]
    assert "고객센터(1500-0000)" in told(visitor)[0][2]
