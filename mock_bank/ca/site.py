"""What the authority publishes: which of its certificates are in force no longer."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager

from flask import Flask, Response, request

from mock_bank.ca.authority import Authority


def create_authority_site(authority_of: Callable[[], AbstractContextManager[Authority]]) -> Flask:
    """The authority's service; `authority_of` is asked at each request, for the world that it belongs to."""
    site = Flask(__name__, static_folder=None)

    @site.get("/crl")
    def crl() -> Response:
        """The list of revoked certificates (DER)."""
        with authority_of() as authority:
            return Response(authority.revocation_list(), mimetype="application/pkix-crl")

    @site.post("/ocsp")
    def ocsp() -> Response:
        """One certificate's status: an OCSP request and response (DER)."""
        with authority_of() as authority:
            return Response(authority.answer_status(request.get_data()), mimetype="application/ocsp-response")

    return site
