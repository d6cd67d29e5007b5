"""What a visit keeps of a customer, and what it forgets."""

from __future__ import annotations

from mock_bank.bank import errors, sessions
from mock_bank.world import World


def test_a_visit_that_ended_knows_nothing_of_the_customer_but_why_it_ended(world: World) -> None:
    with world.bank() as bank:
        visit = sessions.sign_in(bank, "kim-hana", "12345")
        visit.procedure_id, visit.identified, visit.data = 1, True, {"terms agreed": True}
        sessions.end(visit, errors.SESSION_EXPIRED.code)
        assert not any((visit.customer_key, visit.serial, visit.procedure_id, visit.identified, visit.data))
        assert visit.ended == "SESSION-EXPIRED"


def test_nobody_guesses_the_id_of_a_visit(world: World) -> None:
    with world.bank() as bank:
        ids = [sessions.start(bank).id for _ in range(3)]
    assert len(set(ids)) == 3
    assert min(map(len, ids)) >= 32
