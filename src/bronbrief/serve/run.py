"""Serve the preview on this machine's own address, and on no other."""

import errno
import os
import secrets
import socket
from collections.abc import Callable
from dataclasses import dataclass, field

import uvicorn

from bronbrief.core.diagnostics import Outcome
from bronbrief.core.findings import report
from bronbrief.core.import_path import keep_current_folder_off_path
from bronbrief.core.workspace import Workspace
from bronbrief.serve.app import make_app
from bronbrief.serve.preview import Preview

ADDRESSES = ((socket.AF_INET, "127.0.0.1"), (socket.AF_INET6, "::1"))
TRIED = 50
HIGHEST = 65535
MOST_CONNECTIONS = 100
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
        """Return the address of the preview, with the token that lets its reader in."""
        return f"http://127.0.0.1:{self.port}/?token={self.token}"


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


def serve(
    workspace: Workspace,
    listening: Listening,
    lang: str | None,
    ready: Callable[[], None] = lambda: None,
    *,
    writes: bool = True,
) -> None:
    """Serve until interrupted. `ready` is called once the preview answers.

    `lang` is the language of the interface, None for the one that the browser prefers. With `writes` the
    page may write specs and sources of the workspace.
    """
    keep_current_folder_off_path()
    preview = Preview(workspace)
    server: uvicorn.Server
    app = make_app(
        preview, (listening.port, listening.token), lang, lambda: server.should_exit, writes=writes
    )
    config = uvicorn.Config(
        app,
        lifespan="off",
        log_level="warning",
        access_log=False,
        server_header=False,
        timeout_graceful_shutdown=1,
        limit_concurrency=MOST_CONNECTIONS,
        ws="none",
        proxy_headers=False,
    )
    server = _Server(config, ready)
    try:
        preview.start()
        server.run(sockets=list(listening.sockets))
    finally:
        preview.stop()


class _Server(uvicorn.Server):
    """A server that says when it is ready."""

    def __init__(self, config: uvicorn.Config, ready: Callable[[], None]) -> None:
        super().__init__(config)
        self._ready = ready

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Start, and say so."""
        await super().startup(sockets)
        if not self.should_exit:
            self._ready()


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
