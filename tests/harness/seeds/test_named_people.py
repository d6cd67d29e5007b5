from __future__ import annotations

import re
from pathlib import Path

import pytest
from faker import Faker

from harness.errors import HarnessError
from harness.seeds.named_people import (
    BUSINESS_WEIGHTS,
    PEOPLE_FILE,
    People,
    business_number,
    made_up,
    resident_number,
)

KIM = """
    [people.kim-hana]
    name = "김하나"
    english = "Kim Hana"
    note_en = "for the lobby"
    kind = "personal"
    number = "901332-2000012"
    phone = "010-0000-0001"
    email = "hana@example.com"
    account = { number = "000-123-456789", password = "1357", balance = 1_500_000 }
    security = "security-card"
    certificates = [{ kind = "personal-bank", days_left = 14 }]
"""


def people(root: Path, text: str = KIM) -> People:
    (root / PEOPLE_FILE).parent.mkdir()
    (root / PEOPLE_FILE).write_text(text, encoding="utf-8")
    return People.load(root)


@pytest.fixture
def faker() -> Faker:
    faker = Faker("ko_KR")
    faker.seed_instance(1)
    return faker


@pytest.mark.parametrize("name", ["김하나", "Kim Hana", "kim-hana"])
def test_a_person_is_found_by_each_name(tmp_path: Path, name: str) -> None:
    person = people(tmp_path)[name]
    assert person.key == "kim-hana"
    assert person.certificates[0].days_left == 14


def test_a_person_goes_to_the_bank_without_what_only_features_need(tmp_path: Path) -> None:
    sent = people(tmp_path)["Kim Hana"].as_json()
    assert "english" not in sent
    assert sent["account"] == {"number": "000-123-456789", "password": "1357", "balance": 1_500_000}
    assert sent["certificates"][0]["place"] == "hard-disk"
    assert sent["certificates"][0]["registered"]


@pytest.mark.parametrize(("wrong", "nearest"), [("Kim Hanna", "Kim Hana"), ("김한나", "김하나")])
def test_an_unknown_name_is_answered_with_the_nearest(tmp_path: Path, wrong: str, nearest: str) -> None:
    with pytest.raises(
        HarnessError, match=f"nobody in seeds/people.toml is called “{wrong}”; .* “{nearest}”"
    ) as error:
        people(tmp_path)[wrong]
    assert error.value.in_language("ko").startswith(f"seeds/people.toml에 “{wrong}”")
    assert error.value.in_language("ko").endswith(f"사람은 없습니다. 가장 가까운 이름: “{nearest}”")


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ('phone = "010-0000-0001"', "", r":2: \[people.kim-hana\]: missing: phone"),
        ("account = {", "purse = {", r":10: \[people.kim-hana\] purse: there is no 'purse' here"),
        ("days_left", "days", r":12: \[people.kim-hana\] certificates 1 days: there is no 'days' here"),
        ("[people.", "[persons.", " has nobody"),
        ("]\n    name", "\n    name", ":2: this is no TOML"),
    ],
)
def test_a_wrong_file_is_one_message(tmp_path: Path, old: str, new: str, message: str) -> None:
    with pytest.raises(HarnessError, match=f"seeds/people.toml.*{message}"):
        people(tmp_path, KIM.replace(old, new))


def test_a_missing_file_is_one_message(tmp_path: Path) -> None:
    with pytest.raises(HarnessError, match=r"seeds/people.toml does not exist"):
        People.load(tmp_path)


def test_made_up_people_are_plainly_nobody(faker: Faker) -> None:
    for index in range(50):
        person = made_up(faker, f"person-{index}")
        assert re.fullmatch(r"[가-힣]{2,5}", person.name)
        assert re.fullmatch(r"\d\d1332-\d{7}", person.number)
        assert re.fullmatch(r"010-0000-\d{4}", person.phone)
        assert re.fullmatch(r"000-\d{3}-\d{6}", person.account.number)
        assert person.email.endswith("@example.com")


def test_made_up_people_differ_from_each_other(faker: Faker) -> None:
    # So many that two would share a phone by chance.
    some = [made_up(faker, f"person-{index}") for index in range(500)]
    for field in ("key", "number", "phone", "email"):
        assert len({getattr(person, field) for person in some}) == len(some)


def test_made_up_businesses_have_a_wrong_check_digit(faker: Faker) -> None:
    for _ in range(50):
        number = business_number(faker)
        assert re.fullmatch(r"\d{3}-\d{2}-\d{5}", number)
        assert not is_valid_business_number(number)


def test_the_check_digit_is_computed_right() -> None:
    # 124-81-00998 is published with the rule as a number that passes.
    assert is_valid_business_number("124-81-00998")


def is_valid_business_number(number: str) -> bool:
    digits = [int(digit) for digit in number.replace("-", "")]
    total = sum(digit * weight for digit, weight in zip(digits, (*BUSINESS_WEIGHTS, 1), strict=True))
    return (total + digits[8] * 5 // 10) % 10 == 0


def test_a_seed_makes_the_same_people_again() -> None:
    def someone(seed: int) -> object:
        faker = Faker("ko_KR")
        faker.seed_instance(seed)
        return made_up(faker, "person-1", "corporate"), resident_number(faker)

    assert someone(7) == someone(7)
    assert someone(7) != someone(8)
