"""Keys: real ones, each made once."""

from mock_bank.ca.keys import Keys


def test_no_two_keys_of_a_world_are_the_same() -> None:
    keys = Keys()
    taken = [keys.nth(number) for number in range(3)]
    assert {key.key_size for key in taken} == {2048}
    assert len({key.private_numbers().p for key in taken}) == 3


def test_no_key_is_made_twice() -> None:
    keys = Keys()
    last = keys.nth(1)
    assert keys.nth(1) is last
