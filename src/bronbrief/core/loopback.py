"""Ports of this machine's own address, which no other reaches, and the token that lets somebody in."""

import errno
import hmac
import os
import secrets
import socket
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from bronbrief.core.diagnostics import Outcome, report

ADDRESSES = ((socket.AF_INET, "127.0.0.1"), (socket.AF_INET6, "::1"))
TRIED = 50
HIGHEST = 65535
SERVER: Mapping[str, Any] = {
    "log_level": "warning",
    "access_log": False,
    "server_header": False,
    "timeout_graceful_shutdown": 1,
    "limit_concurrency": 100,
    "ws": "none",
    "proxy_headers": False,
}
"""How a server for this machine alone is set up (uvicorn.Config)."""
TOKEN_VARIABLE = "BRONBRIEF_TOKEN"  # noqa: S105 - the name of one


def _token() -> str:
    """Return what lets somebody in: another at each start, or the one that the environment gives."""
    return os.environ.get(TOKEN_VARIABLE) or secrets.token_urlsafe(32)


@dataclass(frozen=True, slots=True)
class Listening:
    """Sockets that listen on loopback: IPv4, and IPv6 where the machine has it; both on one port."""

    port: int
    sockets: tuple[socket.socket, ...]
    token: str = field(default_factory=_token, repr=False)

    @property
    def url(self) -> str:
        """Return the address, with the token that lets its reader in."""
        return f"http://127.0.0.1:{self.port}/?token={self.token}"

    @property
    def entry(self) -> str:
        """Return an address that lets a reader in once."""
        return entry_url(self.port, self.token)


def entry_url(port: int, token: str) -> str:
    """Return an address that lets a reader in once: other users see what a browser is started with."""
    nonce = secrets.token_urlsafe(12)
    return f"http://127.0.0.1:{port}/?ticket={nonce}.{_signed(nonce, token)}"


def nonce_of(ticket: str, token: str) -> str | None:
    """Return what is of this ticket alone; None for one that was not made with the token."""
    nonce, _, signature = ticket.partition(".")
    fits = hmac.compare_digest(signature.encode(errors="replace"), _signed(nonce, token).encode())
    return nonce if fits else None


def _signed(nonce: str, token: str) -> str:
    return hmac.new(token.encode(), nonce.encode(errors="replace"), "sha256").hexdigest()


def listen(port: int) -> Outcome[Listening]:
    """Take a port, any free one for 0; where it is taken, the finding names the next one that is free."""
    try:
        first = _socket(*ADDRESSES[0], port)
    except OSError as error:
        if error.errno == errno.EADDRINUSE:
            return Outcome(None, (report("port-taken", port=port, free=_next_free(port)),))
        reason = error.strerror or type(error).__name__
        return Outcome(None, (report("port-refused", port=port, reason=reason),))
    taken = first.getsockname()[1]
    try:
        return Outcome(Listening(taken, (first, _socket(*ADDRESSES[1], taken))))
    except OSError:
        return Outcome(Listening(taken, (first,)))


def _socket(family: socket.AddressFamily, address: str, port: int) -> socket.socket:
    made = socket.socket(family, socket.SOCK_STREAM)
    try:
        made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        if family is socket.AF_INET6:
            made.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 1)
        made.bind((address, port))
        made.listen(128)
    except OSError:
        made.close()
        raise
    return made


def _next_free(port: int) -> int:
    """Return the first free port after one, or 0: any."""
    for candidate in range(port + 1, min(port + TRIED, HIGHEST)):
        try:
            _socket(*ADDRESSES[0], candidate).close()
        except OSError:
            continue
        return candidate
    return 0
