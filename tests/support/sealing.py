"""Certificates of our own making, and a server of time stamps on this machine: for tests of seals."""

import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

from asn1crypto import keys, tsp, x509
from cryptography import x509 as made
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import pkcs12
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID
from pyhanko.sign.timestamps.dummy_client import DummyTimeStamper

PASSPHRASE = "veerpont en kade"  # noqa: S105 - of certificates made for a test
CLERK, SERVICE = "Griffie Oostdam", "Tijdstempeldienst Oostdam"
_DER, _PEM = serialization.Encoding.DER, serialization.Encoding.PEM


@dataclass(frozen=True)
class Party:
    """Somebody with a key and a certificate, and the certificate of who issued it."""

    key: rsa.RSAPrivateKey
    certificate: made.Certificate
    issuer: made.Certificate

    def write(self, path: Path) -> Path:
        """Write key and certificates as PKCS #12, under the pass phrase."""
        encryption = serialization.BestAvailableEncryption(PASSPHRASE.encode())
        data = pkcs12.serialize_key_and_certificates(
            b"zegel", self.key, self.certificate, [self.issuer], encryption
        )
        path.write_bytes(data)
        return path

    def write_issuer(self, path: Path) -> Path:
        """Write the certificate of the issuer as PEM."""
        path.write_bytes(self.issuer.public_bytes(_PEM))
        return path


def issuer(name: str = "Certificaten voor Oostdam") -> Party:
    """Make an issuer of certificates, with one that it issued itself."""
    return _party(name, None, authority=True)


def clerk(by: Party | None) -> Party:
    """Make a clerk whose certificate somebody issued, or the clerk itself."""
    return _party(CLERK, by)


def service(by: Party | None) -> Party:
    """Make a service of time stamps."""
    return _party(SERVICE, by, usage=ExtendedKeyUsageOID.TIME_STAMPING)


def _party(
    name: str, by: Party | None, *, authority: bool = False, usage: made.ObjectIdentifier | None = None
) -> Party:
    key = rsa.generate_private_key(65537, 2048)
    subject = made.Name([made.NameAttribute(NameOID.COMMON_NAME, name)])
    builder = (
        made.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(by.certificate.subject if by else subject)
        .public_key(key.public_key())
        .serial_number(made.random_serial_number())
        .not_valid_before(dt.datetime(2020, 1, 1, tzinfo=dt.UTC))
        .not_valid_after(dt.datetime(2100, 1, 1, tzinfo=dt.UTC))
        .add_extension(made.BasicConstraints(authority, None), critical=True)
        .add_extension(
            made.KeyUsage(
                digital_signature=not authority,
                content_commitment=not authority,
                key_encipherment=False,
                data_encipherment=False,
                key_agreement=False,
                key_cert_sign=authority,
                crl_sign=authority,
                encipher_only=False,
                decipher_only=False,
            ),
            critical=True,
        )
    )
    if usage is not None:
        builder = builder.add_extension(made.ExtendedKeyUsage([usage]), critical=True)
    certificate = builder.sign(by.key if by else key, hashes.SHA256())
    return Party(key, certificate, by.certificate if by else certificate)


@contextmanager
def time_stamps(party: Party, answer: bytes | None = None, fail_after: int = 10_000) -> Iterator[str]:
    """Serve time stamps on the loopback address; yield where. `answer` is given instead, to every question.

    After `fail_after` answers the server says that it is broken.
    """
    private = party.key.private_bytes(_DER, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    stamper = DummyTimeStamper(
        x509.Certificate.load(party.certificate.public_bytes(_DER)), keys.PrivateKeyInfo.load(private)
    )
    given = 0

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            nonlocal given
            question = self.rfile.read(int(self.headers["Content-Length"]))
            given += 1
            if given > fail_after:
                self.send_error(503)
                return
            data = answer or stamper.request_tsa_response(tsp.TimeStampReq.load(question)).dump()
            self.send_response(200)
            self.send_header("Content-Type", "application/timestamp-reply")
            self.end_headers()
            with suppress(ConnectionError):  # who asked may have heard enough
                self.wfile.write(data)

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        try:
            yield f"http://127.0.0.1:{server.server_port}/"
        finally:
            server.shutdown()
