"""Read the seals of PDFs (PAdES) and the time stamp of a list of checksums (RFC 3161).

A seal that holds says that nobody changed a file since. Who sealed it, says the certificate, and whether that
can be believed depends on who issued it. Bronbrief knows no issuers: a reader gives those to be trusted.
Nothing is fetched; whether a certificate was withdrawn is not looked up.
"""

import io
from collections.abc import Iterator
from datetime import datetime
from importlib.util import find_spec
from typing import Any

from bronbrief.core.diagnostics import Diagnostic, Place, report
from bronbrief.core.own_thread import in_own_thread
from bronbrief.verify.checksums import CHECKSUMS

_MARK = b"/ByteRange"
# By what its certificate is: of an issuer that is trusted, of its owner's own making, of an unknown issuer.
_SEAL = ("verify-seal-known", "verify-seal-self-made", "verify-seal-unknown")
_STAMP = ("verify-time-stamp-known", "verify-time-stamp-self-made", "verify-time-stamp-unknown")
_WHEN = "%Y-%m-%d %H:%M %Z"


def seal_diagnostics(name: str, pdf: bytes, trusted: bytes | None) -> Iterator[Diagnostic]:
    """Say who sealed a PDF, when, and whether it holds; `trusted` are certificates as PEM or DER."""
    if _MARK not in pdf:
        return
    if find_spec("pyhanko") is None:
        yield report("verify-seal-unread", Place(name), file=name)
        return
    from pyhanko.pdf_utils.reader import PdfFileReader  # noqa: PLC0415
    from pyhanko.sign.validation import validate_pdf_signature  # noqa: PLC0415
    from pyhanko.sign.validation.status import SignatureCoverageLevel  # noqa: PLC0415

    try:
        seals = PdfFileReader(io.BytesIO(pdf)).embedded_regular_signatures
        for seal in seals:
            status = in_own_thread(validate_pdf_signature, seal, _context(trusted), _context(trusted))
            whole = status.coverage is SignatureCoverageLevel.ENTIRE_FILE
            if not (status.intact and status.valid and whole):
                yield report("verify-seal-broken", Place(name), file=name, who=_owner(status.signing_cert))
                continue
            yield _told(_SEAL, name, status, status.signer_reported_dt)
            if status.timestamp_validity is not None:
                yield from _stamp(name, status.timestamp_validity)
    except Exception as error:  # noqa: BLE001 - a stranger's file: whatever the library raises, the seal is not one
        yield report("verify-seal-broken", Place(name), file=name, who=type(error).__name__)


def time_stamp_diagnostics(
    name: str, answer: bytes, listed: bytes, trusted: bytes | None
) -> Iterator[Diagnostic]:
    """Say when a list of checksums was stamped, by whom, and whether it is still that list."""
    if find_spec("pyhanko") is None:
        yield report("verify-seal-unread", Place(name), file=name)
        return
    import asyncio  # noqa: PLC0415 - takes longer to load than a file without seals takes
    import hashlib  # noqa: PLC0415

    from asn1crypto import tsp  # noqa: PLC0415
    from pyhanko.sign.validation.generic_cms import validate_tst_signed_data  # noqa: PLC0415
    from pyhanko.sign.validation.status import TimestampSignatureStatus  # noqa: PLC0415

    try:
        token = tsp.TimeStampResp.load(answer, strict=True)["time_stamp_token"]["content"]
        digest = hashlib.sha256(listed).digest()
        fields = in_own_thread(
            asyncio.run, validate_tst_signed_data(token, _context(trusted), lambda _: digest)
        )
        yield from _stamp(name, TimestampSignatureStatus(**fields))
    except Exception:  # noqa: BLE001 - as above
        yield report("verify-time-stamp-broken", Place(name), file=name, listed=CHECKSUMS)


def _stamp(name: str, status: Any) -> Iterator[Diagnostic]:  # noqa: ANN401 - the library is an extra
    if not (status.intact and status.valid):
        yield report("verify-time-stamp-broken", Place(name), file=name, listed=CHECKSUMS)
        return
    yield _told(_STAMP, name, status, status.timestamp)


def _told(kind: tuple[str, str, str], name: str, status: Any, when: datetime | None) -> Diagnostic:  # noqa: ANN401
    """Say whose seal or time stamp it is, with the weight that its certificate gives it."""
    held = status.signing_cert
    known, self_made, unknown = kind
    code = known if status.trusted else self_made if held.self_signed != "no" else unknown
    moment = when.strftime(_WHEN).replace("UTC+00:00", "UTC") if when else "?"
    return report(code, Place(name), file=name, who=_owner(held), issuer=_name(held.issuer), when=moment)


def _owner(certificate: Any) -> str:  # noqa: ANN401
    return _name(certificate.subject)


def _name(name: Any) -> str:  # noqa: ANN401
    """Return the common name and the organisation of a name (X.520), each once."""
    said = name.native
    parts = (said.get("common_name"), said.get("organization_name"))
    texts = [str(part) for part in parts if part]
    return ", ".join(dict.fromkeys(texts)) or "?"


def _context(trusted: bytes | None) -> Any:  # noqa: ANN401
    """Return what certificates are judged by: those that are trusted, and nothing that is fetched."""
    from asn1crypto import pem, x509  # noqa: PLC0415
    from pyhanko_certvalidator import ValidationContext  # noqa: PLC0415

    roots = []
    if trusted and pem.detect(trusted):
        roots = [x509.Certificate.load(data) for _, _, data in pem.unarmor(trusted, multiple=True)]
    elif trusted:
        roots = [x509.Certificate.load(trusted)]
    return ValidationContext(trust_roots=roots, allow_fetching=False)
