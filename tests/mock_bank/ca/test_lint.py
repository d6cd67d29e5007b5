"""What the authority signs, by the general rules (RFC 5280, RFC 6960), as pkilint checks them."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import datetime, timedelta
from importlib import import_module
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding

from mock_bank.ca.authority import Authority
from mock_bank.ca.authority_key import AuthorityKey
from mock_bank.ca.profile import KINDS
from mock_bank.clock import KST
from mock_bank.people import MAX_HOLDER
from tests.mock_bank.ca.conftest import Issue
from tests.mock_bank.ca.test_status import CHANGES, ask
from tests.mock_bank.conftest import Certify

# What pkilint says of a customer's certificate and is left as it is, with the reason.
EXCEPTED = {
    # RFC 5280 advises policies without further words, for programs need none. These are for people: whoever
    # opens the certificate reads that it is a mock and not valid.
    "pkix.certificate_policies_policy_has_qualifier"
}

Lint = Callable[..., set[str]]

# pkilint leaves open what it reads.
pytestmark = pytest.mark.filterwarnings("ignore:unclosed file .*document-:ResourceWarning")


@pytest.fixture
def lint(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Lint:
    """Have one of pkilint's linters look at files (DER): the codes of all that it notices or finds wrong."""
    # Its own decoder (pyasn1-fasder 0.1.3) does not know object identifiers from 2.40 on, as 2.999 is one,
    # and would not look at policies at all; pyasn1's own reads them.
    pyasn1 = import_module("pyasn1.codec.der.decoder")
    monkeypatch.setattr("pkilint.document.decode_der", pyasn1.decode)

    def lint(linter: str, *documents: bytes, options: tuple[str, ...] = ()) -> set[str]:
        files = [tmp_path / f"document-{number}.der" for number in range(len(documents))]
        for file, document in zip(files, documents, strict=True):
            file.write_bytes(document)
        tool = import_module(f"pkilint.bin.{linter}")
        tool.main(["lint", *options, "--severity", "NOTICE", "--format", "JSON", *map(str, files)])
        results = json.loads(capsys.readouterr().out)["results"]
        return {finding["code"] for result in results for finding in result["finding_descriptions"]}

    return lint


def test_the_authority_s_own_certificate(lint: Lint, authority_key: AuthorityKey) -> None:
    assert lint("lint_pkix_cert", authority_key.certificate.public_bytes(Encoding.DER)) == set()


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("holder", ["김하나", "가" * (MAX_HOLDER // 3)], ids=["usual name", "longest name"])
def test_customers_certificates(
    lint: Lint, certify: Certify, customer_key: RSAPrivateKey, kind: str, holder: str
) -> None:
    certificate = certify(customer_key.public_key(), kind=kind, holder=holder)
    assert lint("lint_pkix_cert", certificate) == EXCEPTED


def test_a_certificate_that_ends_after_2049(
    lint: Lint, certify: Certify, customer_key: RSAPrivateKey
) -> None:
    end = datetime(2050, 12, 31, 23, 59, 59, tzinfo=KST)  # from then on years are written otherwise
    certificate = certify(customer_key.public_key(), not_before=end - timedelta(days=365), not_after=end)
    assert lint("lint_pkix_cert", certificate) == EXCEPTED


def test_a_customer_s_certificate_follows_from_the_authority_s(
    lint: Lint, authority_key: AuthorityKey, old_certificate: bytes
) -> None:
    issuer = authority_key.certificate.public_bytes(Encoding.DER)
    assert lint("lint_pkix_signer_signee_cert_chain", issuer, old_certificate) == set()


def test_lists_of_what_is_in_force_no_longer(lint: Lint, authority: Authority, issue: Issue) -> None:
    options = ("--type", "CRL", "--profile", "PKIX")
    assert lint("lint_crl", authority.revocation_list(), options=options) == set()
    for name, (change, _) in CHANGES.items():
        change(authority, issue(name).serial)
    assert lint("lint_crl", authority.revocation_list(), options=options) == set()


@pytest.mark.parametrize("name", CHANGES)
def test_answers_about_one_certificate(lint: Lint, authority: Authority, issue: Issue, name: str) -> None:
    issued = issue()
    CHANGES[name][0](authority, issued.serial)
    answer = ask(authority, issued.certificate).public_bytes(Encoding.DER)
    assert lint("lint_ocsp_response", answer) == set()


def test_pkilint_sees_what_is_wrong(
    lint: Lint, authority_key: AuthorityKey, customer_key: RSAPrivateKey
) -> None:
    nameless = (
        x509.CertificateBuilder()
        .issuer_name(authority_key.certificate.subject)
        .subject_name(x509.Name([]))
        .public_key(customer_key.public_key())
        .serial_number(1)
        .not_valid_before(datetime(2026, 1, 1, tzinfo=KST))
        .not_valid_after(datetime(2027, 1, 1, tzinfo=KST))
        .sign(authority_key.key, SHA256())
    )
    found = lint("lint_pkix_cert", nameless.public_bytes(Encoding.DER))
    assert found == {
        "pkix.authority_key_identifier_extension_absent",
        "pkix.certificate_skid_end_entity_missing",
    }
