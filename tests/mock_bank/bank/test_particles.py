"""A particle follows how the word before it is read."""

from __future__ import annotations

import pytest

from mock_bank.bank.particles import settled


@pytest.mark.parametrize(
    ("both", "fitting"),
    [
        ("이름과/와", "이름과"),
        ("휴대폰 번호과/와", "휴대폰 번호와"),
        ("이름은/는", "이름은"),
        ("번호은/는", "번호는"),
        ("값을/를, 수을/를", "값을, 수를"),
        ("1500-0000으로/로", "1500-0000으로"),
        ("1500-0001으로/로", "1500-0001로"),
        ("1500-0002으로/로", "1500-0002로"),
        ("1500-0006으로/로", "1500-0006으로"),
        ("서울으로/로", "서울로"),
        ("3이/가", "3이"),
        ("4이/가", "4가"),
        ("은/는 그대로", "은/는 그대로"),
    ],
)
def test_the_form_that_fits(both: str, fitting: str) -> None:
    assert settled(both) == fitting
