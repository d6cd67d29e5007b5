"""What a page lacks is told in the tester's language, without a class's name, with what there is instead."""

from __future__ import annotations

from pathlib import Path
from unittest.mock import MagicMock

import pytest

from harness.failure.problem import explained
from pages.not_there import NotThere
from pages.screen import Screen


def looked_for(name: str, terms: list[str]) -> pytest.ExceptionInfo[NotThere]:
    page = MagicMock()
    page.get_by_role.return_value.get_by_role.return_value.all_inner_texts.return_value = terms
    with pytest.raises(NotThere) as error:
        Screen(page).fact(name)
    return error


@pytest.mark.parametrize(
    ("language", "terms", "told"),
    [
        ("en", ["수수료", "상태"], "nothing is listed here as “잔액”; there are: 수수료, 상태"),
        ("ko", ["수수료", "상태"], "화면에 “잔액” 항목이 없습니다. 있는 항목: 수수료, 상태"),
        ("ko", [], "화면에 “잔액” 항목이 없습니다. 있는 항목: 없음"),
    ],
)
def test_a_fact_that_is_not_listed(language: str, terms: list[str], told: str) -> None:
    error = looked_for("잔액", terms)
    lines = explained(error, Path.cwd(), language, False, lambda text: text)
    assert lines == {"problem": [told]}
