"""The tool itself: what it alters, what it draws, and what is listed as making no difference."""

from __future__ import annotations

import pytest
from cosmic_ray.mutating import mutate_code
from cosmic_ray.operators.operator import Operator

from tests.mutants.mutant import Mutant, draw, equivalents, fits, mutant_at, places
from tests.mutants.operators import OWN
from tests.mutants.reach import Reach
from tests.mutants.sources import files, text_of


@pytest.mark.parametrize("operator", OWN, ids=lambda operator: operator.__name__)
def test_an_operator_of_our_own_does_as_its_example(operator: type[Operator]) -> None:
    for example in operator.examples():
        code = f"if it:\n    {example.pre_mutation_code}\n"
        altered = f"if it:\n    {example.post_mutation_code}\n"
        assert mutate_code(code, operator(), 0) == altered
        assert mutate_code(altered, operator(), 0) != code


@pytest.mark.parametrize(
    "code", ["found = look()", "for one in many: one", "return", "return None", "name = 1", "name += 1"]
)
def test_our_own_operators_leave_alone_what_is_none_of_theirs(code: str) -> None:
    assert [mutate_code(f"{code}\n", operator(), 0) for operator in OWN] == [None] * len(OWN)


def test_the_same_seed_draws_the_same_of_every_kind_and_folder() -> None:
    drawn = draw(40, seed=3)
    assert [one.id for one in drawn] == [one.id for one in draw(40, seed=3)]
    assert {one.folder for one in drawn} == {"bank", "bank/web", "ca", "device"}
    assert len({one.kind for one in drawn}) == 9
    assert all(one.text != text_of(one.file) for one in drawn)


def test_a_mutant_names_the_function_that_it_is_in() -> None:
    place = next(one for one in places() if one.file == "bank/service.py" and one.kind == "raise")
    mutant = mutant_at(place)
    assert mutant is not None
    assert str(mutant).endswith("check_open: raise bank.refuse(Refusal(closed))  ->  pass")


@pytest.mark.parametrize("listed", equivalents(), ids=lambda one: one["was"])
def test_what_is_listed_as_equivalent_still_stands_there(listed: dict[str, str]) -> None:
    named = [file for file in files() if fits(listed["where"].split()[0], file)]
    assert any(fits(listed["was"], line) for file in named for line in text_of(file).splitlines())
    assert listed["why"]


def _mutant(line: int) -> Mutant:
    return Mutant("raise", "bank/x.py", "", line, "", "", "")


def test_whoever_runs_the_line_plays_the_least_alike_first() -> None:
    ran = {
        "a": {"bank/x.py": [1, 2]},
        "b": {"bank/x.py": [1, 2], "bank/y.py": [4]},
        "c": {"bank/x.py": [1, 2, 3]},
        "d": {"bank/y.py": [1, 2, 3]},
    }
    assert Reach(ran).least_alike(_mutant(2), most=9) == ["b", "c", "a"]
    assert Reach(ran).least_alike(_mutant(2), most=2) == ["b", "c"]
    assert Reach(ran).of(_mutant(3)) == ["c"]


def test_what_runs_before_anybody_comes_is_played_by_all_that_come_to_the_file() -> None:
    assert Reach({"a": {"bank/x.py": [5]}, "b": {"bank/y.py": [9]}}).of(_mutant(9)) == ["a"]


def test_whether_the_bank_starts_a_few_of_any_show() -> None:
    assert Reach({id: {"bank/y.py": [9]} for id in "abcde"}).of(_mutant(9)) == ["a", "b", "c"]
