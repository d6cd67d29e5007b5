"""A printout has what a page shows on paper, and no more."""

from __future__ import annotations

import pytest

from harness.failure.mismatch import Mismatch
from tests.steps.conftest import Stage

PAGE = "<style>@media print { nav { display: none } }</style><nav>메뉴</nav><p>일련번호 4711</p>"


@pytest.mark.parametrize("text", ["the customer prints the screen", "고객이 화면을 저장한다"])
def test_what_is_printed(stage: Stage, text: str) -> None:
    stage.show(PAGE)
    stage.others["printout"] = stage.play("when", text)
    stage.play("then", 'the printout says "일련번호 4711"')
    stage.play("then", '인쇄물에 "메뉴"라고 나오지 않는다')
    for wrong in ('인쇄물에 "메뉴"라고 나온다', 'the printout does not say "4711"'):
        with pytest.raises(Mismatch):
            stage.play("then", wrong)
    assert stage.page.get_by_text("메뉴").is_visible()
