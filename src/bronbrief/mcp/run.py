"""Run the server over standard input and output, or over HTTP on this machine's own address."""

import hmac
import os
import signal
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from concurrent.futures import Executor
from contextlib import contextmanager
from functools import partial
from typing import Any, TextIO, cast

import anyio
import uvicorn
from anyio.to_thread import run_sync
from mcp.server.stdio import stdio_server
from mcp.server.transport_security import TransportSecuritySettings
from starlette.datastructures import Headers
from starlette.responses import JSONResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from bronbrief.core.loopback import SERVER, Listening
from bronbrief.core.processes import ENDINGS, keep_current_folder_off_path
from bronbrief.core.workspace import Workspace
from bronbrief.mcp.server import Server
from bronbrief.mcp.tools import Tools
from bronbrief.pipeline import executor
from bronbrief.pipeline.options import Options

PATH = "/mcp"
WORKERS = 2
CHUNK = 65536
LONGEST = 8 * 1024 * 1024
"""How many bytes one message may take; the library holds those that come over HTTP to 4 MiB."""
NAMES = ("127.0.0.1", "localhost", "[::1]")
MOST_SESSIONS = 20


def serve_stdio(workspace: Workspace, lang: str, *, writes: bool) -> int:
    """Serve whoever started this process, until it ends the input; return the signal that came, or 0.

    Standard output belongs to the protocol.
    """
    lines, out = _taken_over()
    with out, _server(workspace, lang, writes=writes) as (server, workers):

        async def serve() -> None:
            lowlevel = server._lowlevel_server  # noqa: SLF001 - as the library's own `run_stdio_async`
            async with stdio_server(cast(Any, lines), anyio.wrap_file(out)) as (incoming, outgoing):
                await lowlevel.run(incoming, outgoing, lowlevel.create_initialization_options())

        return anyio.run(_until_ended, serve, workers)


def serve_http(
    workspace: Workspace, lang: str, listening: Listening, ready: Callable[[], None], *, writes: bool
) -> int:
    """Serve who has the token, on loopback, until a signal; return which. `ready` is called at the start."""
    hosts = [f"{name}:{listening.port}" for name in NAMES]
    security = TransportSecuritySettings(
        allowed_hosts=hosts, allowed_origins=[f"http://{host}" for host in hosts]
    )
    with _server(workspace, lang, writes=writes) as (server, workers):
        app = server.streamable_http_app(
            streamable_http_path=PATH, transport_security=security, max_sessions=MOST_SESSIONS
        )
        running = uvicorn.Server(uvicorn.Config(Door(app, listening.token), **SERVER))

        async def serve() -> None:
            ready()
            await running.serve(list(listening.sockets))

        return anyio.run(_until_ended, serve, workers)


class Door:
    """Let in who shows the token (RFC 6750, 2.1); the library sees whether Host and Origin fit."""

    def __init__(self, app: ASGIApp, token: str) -> None:
        self._app, self._expected = app, f"Bearer {token}".encode()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, or refuse it."""
        answer: ASGIApp = self._app
        if scope["type"] == "http":
            shown = Headers(scope=scope).get("authorization", "")
            if not hmac.compare_digest(shown.encode(errors="replace"), self._expected):
                told = "Send the token that `bronbrief mcp --http` printed: Authorization: Bearer TOKEN"
                answer = JSONResponse(
                    {"error": "invalid_token", "error_description": told},
                    401,
                    {"WWW-Authenticate": "Bearer"},
                )
        await answer(scope, receive, send)


class Lines:
    """The lines of a descriptor; waiting for one can be cancelled, which reading in a thread cannot."""

    def __init__(self, descriptor: int) -> None:
        self._descriptor = descriptor

    async def __aiter__(self) -> AsyncIterator[str]:
        """Yield the lines; a longer one than there may be comes as an empty one, which is no message."""
        held, skipping = bytearray(), False
        while chunk := await self._chunk():
            *whole, rest = chunk.split(b"\n")
            for line in whole:
                held += line
                yield "" if skipping or len(held) > LONGEST else held.decode(errors="replace")
                held, skipping = bytearray(), False
            held += rest
            if len(held) > LONGEST:
                held, skipping = bytearray(), True

    async def _chunk(self) -> bytes:
        try:
            await anyio.wait_readable(self._descriptor)
        except OSError:  # a file on disk: always readable, and nothing to wait for
            await anyio.lowlevel.checkpoint()
        return os.read(self._descriptor, CHUNK)


def _taken_over() -> tuple[Lines, TextIO]:
    """Take standard input and output for the protocol; others read nothing, and write to standard error."""
    lines = Lines(os.dup(0))
    out = open(os.dup(1), "w", encoding="utf-8")  # noqa: PTH123, SIM115 - a descriptor
    with open(os.devnull, "rb") as nothing:  # noqa: PTH123
        os.dup2(nothing.fileno(), 0)
    os.dup2(2, 1)
    return lines, out


@contextmanager
def _server(workspace: Workspace, lang: str, *, writes: bool) -> Iterator[tuple[Server, Executor]]:
    keep_current_folder_off_path()
    with executor.open_workers(Options(), WORKERS, workspace.root) as workers:
        yield Server(Tools(workspace, lang, workers), writes=writes), workers


async def _until_ended(serve: Callable[[], Awaitable[None]], workers: Executor) -> int:
    """Serve until that ends or a signal comes; then end the workers first, so that nobody waits for them."""
    heard = 0
    listened = [number for number in ENDINGS if signal.getsignal(number) is not signal.SIG_IGN]

    async def listen() -> None:
        nonlocal heard
        with anyio.open_signal_receiver(*listened) as signals:
            started.set()
            async for number in signals:
                heard = heard or int(number)
                await run_sync(partial(workers.shutdown, cancel_futures=True))
                tasks.cancel_scope.cancel()

    started = anyio.Event()
    async with anyio.create_task_group() as tasks:
        tasks.start_soon(listen)
        await started.wait()
        await serve()
        tasks.cancel_scope.cancel()
    return heard
