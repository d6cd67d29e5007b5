"""The file of people that the lobby offers: what is wrong in it is said, with the place."""

from __future__ import annotations

from pathlib import Path

import pytest

from mock_bank.people import PeopleError, load_people

SEEDS = (Path(__file__).parents[2] / "seeds/people.toml").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (
            '"000-223-456781"',
            '"000-123-456789"',
            "two people have the account number 000-123-456789; give each an account of their own",
        ),
        (
            'account = { number = "000-123-456789", password = "1357", balance = 1_500_000 }',
            'account = { number = "000-123-456789", password = "1", balance = -1 }',
            "[people.kim-hana] account.password: String should have at least 4 characters; "
            "account.balance: Input should be greater than or equal to 0",
        ),
        (
            "days_left = 200",
            "days_left = 200_000",
            "[people.kang-jinho] certificates.0.days_left: Input should be less than or equal to 3650",
        ),
    ],
)
def test_a_file_of_people_that_cannot_be_used_says_why(tmp_path: Path, old: str, new: str, said: str) -> None:
    file = tmp_path / "people.toml"
    assert SEEDS.count(old) == 1
    file.write_text(SEEDS.replace(old, new), encoding="utf-8")
    with pytest.raises(PeopleError) as refused:
        load_people(file)
    assert str(refused.value) == f"{file}: {said}"
