"""The key pool: keys at once, each once, and an end."""

from collections.abc import Iterator
from threading import enumerate as threads

import pytest

from mock_bank.ca import keys
from mock_bank.ca.keys import KeyPool


@pytest.fixture
def pool() -> Iterator[KeyPool]:
    pool = KeyPool()
    yield pool
    pool.close()


def pool_threads(pool: KeyPool) -> list[str]:
    return [thread.name for thread in threads() if thread is pool._thread]


def test_gives_each_key_to_one_taker(pool: KeyPool) -> None:
    taken = [pool.take() for _ in range(keys.SPARE + 2)]
    assert {key.key_size for key in taken} == {2048}
    assert len({key.private_numbers().p for key in taken}) == len(taken)


def test_hands_out_what_was_made_beforehand(pool: KeyPool, monkeypatch: pytest.MonkeyPatch) -> None:
    with pool._changed:
        assert pool._changed.wait_for(lambda: len(pool._spare) == keys.SPARE, timeout=60)
    pool.close()  # from here on nothing but take() could make a key
    monkeypatch.setattr(keys, "make_key", lambda: pytest.fail("a spare key was there"))
    assert pool.take().key_size == 2048


def test_its_thread_ends_when_it_is_closed(pool: KeyPool) -> None:
    assert pool_threads(pool) == ["key pool"]
    pool.close()
    assert pool_threads(pool) == []


def test_still_gives_keys_when_closed(pool: KeyPool) -> None:
    pool.close()
    pool._spare.clear()
    assert pool.take().key_size == 2048
