"""Serve the preview on this machine's own address, and on no other."""

import socket
import time
from collections.abc import Callable
from dataclasses import dataclass

import uvicorn

from bronbrief.core.loopback import SERVER, Listening
from bronbrief.core.processes import keep_current_folder_off_path
from bronbrief.core.workspace import Workspace
from bronbrief.serve.app import make_app
from bronbrief.serve.preview import Preview


@dataclass(frozen=True, slots=True)
class Manner:
    """How the preview serves.

    `lang` is the language of the interface, None for the one that the browser prefers. With `writes` the
    page may write specs and sources of the workspace. `patience` is after how many seconds without anybody
    there it ends, None for never.
    """

    lang: str | None
    writes: bool
    patience: float | None


def serve(
    workspace: Workspace, listening: Listening, manner: Manner, ready: Callable[[], None] = lambda: None
) -> None:
    """Serve until interrupted or left alone. `ready` is called once the preview answers."""
    keep_current_folder_off_path()
    preview = Preview(workspace)
    server: uvicorn.Server
    app = make_app(
        preview,
        (listening.port, listening.token),
        manner.lang,
        lambda: server.should_exit,
        writes=manner.writes,
    )
    config = uvicorn.Config(app, lifespan="off", **SERVER)
    server = _Server(config, ready, manner.patience)
    try:
        preview.start()
        server.run(sockets=list(listening.sockets))
    finally:
        preview.stop()


class _Server(uvicorn.Server):
    """A server that says when it is ready, and ends when it has long been left alone."""

    def __init__(self, config: uvicorn.Config, ready: Callable[[], None], patience: float | None) -> None:
        super().__init__(config)
        self._ready, self._patience, self._visited = ready, patience, time.monotonic()

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Start, and say so."""
        await super().startup(sockets)
        if not self.should_exit:
            self._ready()

    async def on_tick(self, counter: int) -> bool:
        """Look whether anybody is there: a page that is looked at keeps a connection."""
        if self.server_state.connections:
            self._visited = time.monotonic()
        elif self._patience is not None and time.monotonic() - self._visited > self._patience:
            return True
        return await super().on_tick(counter)
