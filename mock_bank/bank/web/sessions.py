"""Flask's session, kept as the bank's row of the visit instead of in a signed cookie.

A signed cookie expires by the machine's clock; these expire by the world's.
"""

from __future__ import annotations

from contextlib import ExitStack
from typing import Any

from flask import Flask, Request, Response, g
from flask.sessions import SessionInterface, SessionMixin

from mock_bank.bank import sessions
from mock_bank.bank.context import Bank
from mock_bank.bank.models import BankSession
from mock_bank.bank.sessions import COOKIE


class VisitSession(dict[str, Any], SessionMixin):
    """What Flask and its extensions keep of one visit."""

    def __init__(self, visit: BankSession | None) -> None:
        super().__init__(visit.data if visit else {})
        self.visit = visit


class VisitSessions(SessionInterface):
    """Opens the world's bank for a request, with the visit of the browser that asks."""

    def open_session(self, app: Flask, request: Request) -> VisitSession:
        """The session of the visit that the cookie names; static files need none."""
        if request.path.startswith("/static/"):
            return VisitSession(None)
        g.closing = ExitStack()
        g.bank = g.closing.enter_context(request.environ["mock_bank.world"].bank())
        g.visit = sessions.resume(g.bank, request.cookies.get(COOKIE))
        return VisitSession(g.visit)

    def save_session(self, app: Flask, session: Any, response: Response) -> None:
        """Write the visit's row and name it to the browser; the session is one of ours."""
        if session.visit is None:
            return
        bank: Bank = g.bank
        visit: BankSession = g.visit
        if visit is session.visit:
            visit.data = dict(session)
        bank.session.commit()
        response.set_cookie(COOKIE, visit.id, httponly=True, samesite="Lax")


def close_bank(error: BaseException | None = None) -> None:
    """Let go of the world's bank when the request is over."""
    if closing := g.pop("closing", None):
        closing.close()
