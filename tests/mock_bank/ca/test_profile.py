"""Kinds, subjects and dates by rule, with no authority at work."""

from datetime import datetime, timedelta

import pytest

from mock_bank.ca.profile import KINDS, is_over, renewed_dates, subject
from mock_bank.clock import KST


def last_second(year: int, month: int, day: int) -> datetime:
    return datetime(year, month, day, 23, 59, 59, tzinfo=KST)


@pytest.mark.parametrize(
    ("old_end", "new_end"),
    [
        (last_second(2026, 3, 30), last_second(2027, 3, 30)),
        (last_second(2026, 12, 31), last_second(2027, 12, 31)),
        (last_second(2027, 2, 28), last_second(2028, 2, 28)),
        (last_second(2028, 2, 29), last_second(2029, 2, 28)),
        (datetime(2026, 3, 30, 9, 30, tzinfo=KST), last_second(2027, 3, 30)),
    ],
)
def test_a_renewed_certificate_ends_a_year_after_the_old_one(old_end: datetime, new_end: datetime) -> None:
    now = old_end - timedelta(days=14)
    assert renewed_dates(old_end, now) == (now, new_end)


def test_the_end_is_reckoned_in_korean_days() -> None:
    end = datetime.fromisoformat("2026-03-30T20:00:00+00:00")  # the 31st in Korea
    assert renewed_dates(end, end)[1] == last_second(2027, 3, 31)


def test_the_last_second_still_belongs_to_a_certificate() -> None:
    end = last_second(2026, 3, 30)
    assert not is_over(end, end)
    assert not is_over(end, end + timedelta(microseconds=999_999))
    assert is_over(end, end + timedelta(seconds=1))


def test_the_field_s_four_kinds_under_an_arc_of_the_mock_s_own() -> None:
    rows = [(k.id, k.label, k.fee, k.policy.dotted_string, k.corporate) for k in KINDS.values()]
    assert rows == [
        ("personal-bank", "은행/보험용(개인)", 0, "2.999.200005.1.1.4", False),
        ("personal-general", "범용(개인)", 4400, "2.999.200005.1.1.1", False),
        ("corporate-bank", "은행/보험용(기업)", 0, "2.999.200005.1.1.2", True),
        ("corporate-general", "범용(기업)", 4400, "2.999.200005.1.1.5", True),
    ]


def test_a_person_s_subject_is_the_same_each_time_and_nobody_else_s() -> None:
    hana = subject("kim-hana", "김하나", KINDS["personal-bank"])
    assert hana == subject("kim-hana", "김하나", KINDS["personal-bank"])
    assert hana != subject("kim-hana-2", "김하나", KINDS["personal-bank"])
    assert hana != subject("kim-hana", "김하나", KINDS["personal-general"])


def test_a_person_s_digits_are_as_many_as_the_field_s() -> None:
    # Three of the bank's and sixteen of the person's, whatever their hash begins with.
    names = {key: subject(key, "김하나", KINDS["personal-bank"]).rdns[-1] for key in map(str, range(200))}
    digits = [name.rfc4514_string().partition("()000")[2] for name in names.values()]
    assert {len(one) for one in digits} == {16}
    assert {one[0] for one in digits} == set("0123456789")
