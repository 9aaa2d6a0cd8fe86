"""Seal the PDFs of a dossier (PAdES, EN 319 142-1) and have its list of checksums time-stamped (RFC 3161).

A seal is added behind a finished PDF and shows on no page: PDF/A-2 (6.4.3) and PDF/UA-1 hold on. The library
is an extra, `bronbrief[seal]`; where it is not installed, that is a finding.
"""

import hashlib
import io
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from bronbrief.core.diagnostics import Diagnostic, Outcome, Place, report
from bronbrief.core.fetch import FetchError, post
from bronbrief.core.own_thread import in_own_thread
from bronbrief.dossier.papers import Dossier
from bronbrief.verify.checksums import CHECKSUMS, TIME_STAMP

if TYPE_CHECKING:
    from asn1crypto import tsp
    from pyhanko.sign import signers
    from pyhanko.sign.timestamps import TimeStamper

FIELD = "Zegel"
QUESTION, ANSWER = "application/timestamp-query", "application/timestamp-reply"
CERTIFICATE_LIMIT = 1024 * 1024
_ALGORITHM = "sha256"


@dataclass(frozen=True)
class Sealing:
    """What a dossier is sealed with: a certificate with its key, a server of time stamps, or both."""

    certificate: "signers.SimpleSigner | None"
    stamper: "TimeStamper | None"
    server: str

    def over(self, make: Callable[[Mapping[str, bytes]], Outcome[Dossier]]) -> Outcome[Dossier]:
        """Make a dossier, seal its PDFs, and make it again of these: the rest names their checksums."""
        made = make({})
        if made.value is None or self.certificate is None:
            return self._stamped(made)
        sealed: dict[str, bytes] = {}
        for name, data in made.value.pdfs.items():
            try:
                sealed[name] = _sealed(data, self.certificate, self.stamper)
            except (OSError, ValueError) as error:
                return Outcome(None, (*made.diagnostics, self._failure(name, error)))
        return self._stamped(make(sealed))

    def _stamped(self, made: Outcome[Dossier]) -> Outcome[Dossier]:
        """Add the time stamp of the list of checksums, as the server would answer it (TimeStampResp)."""
        if made.value is None or self.stamper is None:
            return made
        from asn1crypto import tsp  # noqa: PLC0415
        from pyhanko.sign.general import CMSStructuralError  # noqa: PLC0415

        files = made.value.files
        try:
            token = _run(self.stamper, hashlib.sha256(files[CHECKSUMS]).digest())
        except (OSError, ValueError, CMSStructuralError) as error:
            return Outcome(None, (*made.diagnostics, self._failure(CHECKSUMS, error)))
        answer = tsp.TimeStampResp({"status": {"status": "granted"}, "time_stamp_token": token})
        whole = dict(sorted({**files, TIME_STAMP: answer.dump()}.items()))
        return Outcome(replace(made.value, files=whole), made.diagnostics)

    def _failure(self, name: str, error: Exception) -> Diagnostic:
        """Say why there is no seal or time stamp: the server is to blame for what comes over the network."""
        if isinstance(error, OSError):
            return report("dossier-time-stamp", server=self.server, reason=str(error))
        return report("dossier-seal", file=name, reason=str(error))


def _sealed(pdf: bytes, certificate: "signers.SimpleSigner", stamper: "TimeStamper | None") -> bytes:
    """Return a PDF with a seal behind it."""
    from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter  # noqa: PLC0415
    from pyhanko.sign import fields, signers  # noqa: PLC0415

    how = signers.PdfSignatureMetadata(
        field_name=FIELD, md_algorithm=_ALGORITHM, subfilter=fields.SigSeedSubFilter.PADES
    )
    out = io.BytesIO()
    signer = signers.PdfSigner(how, signer=certificate, timestamper=stamper)
    in_own_thread(signer.sign_pdf, IncrementalPdfFileWriter(io.BytesIO(pdf)), output=out)
    return out.getvalue()


def installed() -> bool:
    """Tell whether the library that seals is installed."""
    from importlib.util import find_spec  # noqa: PLC0415

    return find_spec("pyhanko") is not None


def open_sealing(
    path: Path | None, server: str | None, passphrase: Callable[[], str | None]
) -> Outcome[Sealing]:
    """Read a certificate with its key (PKCS #12), and say which server stamps the time.

    `passphrase` is asked only where there is a certificate to open. Nothing is sent yet.
    """
    if not installed():
        return Outcome(None, (report("dossier-seal-extra"),))
    if server and not server.startswith(("http://", "https://")):
        return Outcome(None, (report("dossier-time-stamp", server=server, reason="http://, https://"),))
    stamper = _stamper(server) if server else None
    if path is None:
        return Outcome(Sealing(None, stamper, server or ""))
    try:
        with path.open("rb") as file:
            data = file.read(CERTIFICATE_LIMIT)
    except OSError as error:
        return Outcome(
            None, (report("dossier-seal-file", Place(str(path)), file=path.name, reason=error.strerror),)
        )
    from pyhanko.sign import signers  # noqa: PLC0415

    words = passphrase()
    try:
        signer = signers.SimpleSigner.load_pkcs12_data(
            data, other_certs=[], passphrase=words.encode() if words else None
        )
    except ValueError:
        return Outcome(None, (report("dossier-seal-key", Place(str(path)), file=path.name),))
    return Outcome(Sealing(signer, stamper, server or ""))


def _stamper(server: str) -> "TimeStamper":
    """Return what asks a server for time stamps, through our own door to the network."""
    from asn1crypto import tsp  # noqa: PLC0415
    from pyhanko.sign.timestamps import TimeStamper  # noqa: PLC0415

    class _Stamper(TimeStamper):
        async def async_request_tsa_response(self, req: "tsp.TimeStampReq") -> "tsp.TimeStampResp":
            try:
                answer = post(server, req.dump(), QUESTION, ANSWER)
                return tsp.TimeStampResp.load(answer, strict=True)
            except (FetchError, ValueError) as error:
                raise OSError(str(error)) from error

    made: TimeStamper = _Stamper()  # type: ignore[no-untyped-call]
    return made


def _run(stamper: "TimeStamper", digest: bytes) -> object:
    import asyncio  # noqa: PLC0415

    return in_own_thread(asyncio.run, stamper.async_timestamp(digest, _ALGORITHM))
