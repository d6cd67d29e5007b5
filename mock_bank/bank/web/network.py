"""The warning on a public network before screens that handle a certificate (claim: keep.network).

To handle is to show a certificate or what the device holds, to sign with it, to make, move or delete it.
Which screens do, SCREENS says, here and to the customer (domain: Networks).
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import ParamSpec

from flask import g, redirect, render_template, request, session
from flask.typing import ResponseReturnValue

from mock_bank.bank import errors
from mock_bank.bank.web.access import own_page
from mock_bank.bank.web.failures import words

Arguments = ParamSpec("Arguments")
View = Callable[Arguments, ResponseReturnValue]

# By the views' names: what the customer calls them.
SCREENS = {
    "sign_in": "로그인",
    "transfer": "이체 확인",
    "manage": "인증서 관리",
    "issuing": "인증서 발급",
    "decision": "인증서 폐기·정지·회복",
    "register_other": "등록할 인증서 선택",
    "copy_certificate": "인증서 복사",
    "export_certificate": "인증서 내보내기",
    "import_certificate": "인증서 가져오기",
    "export_to_phone": "휴대폰으로 내보내기",
    "import_from_pc": "PC에서 가져오기",
    "change_password": "비밀번호 변경",
    "delete_certificate": "인증서 삭제",
}
_KNOWINGLY = "opened knowingly"  # the screens that the visitor opened although the network is public


def warns_on_public_network(page: View[Arguments]) -> View[Arguments]:
    """On a public network, show and do nothing of `page`, one of SCREENS, until the visitor goes on.

    That holds for the screen as long as the visit lasts.
    """
    screen = page.__name__
    assert screen in SCREENS, f"{screen} is not among the screens that the customer is told to warn"

    @wraps(page)
    def guarded(*args: Arguments.args, **kwargs: Arguments.kwargs) -> ResponseReturnValue:
        if g.bank.surroundings.network == "private" or screen in session.get(_KNOWINGLY, []):
            return page(*args, **kwargs)
        warning = words(errors.NETWORK_PUBLIC)
        screens = SCREENS.values()
        return render_template(
            "network.html", warning=warning, screens=screens, screen=screen, page=_this_page()
        )

    return guarded


def continue_knowingly() -> ResponseReturnValue:
    """Hear that the visitor was warned and goes on, and lead back to the page."""
    session[_KNOWINGLY] = [*session.get(_KNOWINGLY, []), request.form.get("screen", "")]
    return redirect(own_page(request.form.get("page", "")))


def _this_page() -> str:
    """The page's address, with what it was asked."""
    return request.full_path if request.query_string else request.path
