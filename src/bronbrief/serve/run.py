"""Serve the preview on this machine's own address, and on no other."""

import socket
from collections.abc import Callable

import uvicorn

from bronbrief.core.import_path import keep_current_folder_off_path
from bronbrief.core.loopback import SERVER, Listening
from bronbrief.core.workspace import Workspace
from bronbrief.serve.app import make_app
from bronbrief.serve.preview import Preview


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
    config = uvicorn.Config(app, lifespan="off", **SERVER)
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
