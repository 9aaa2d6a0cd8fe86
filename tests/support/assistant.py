"""A scripted assistant: the official client, over standard input and output or over HTTP."""

import os
import re
import subprocess
import sys
from collections.abc import AsyncIterator, Callable, Coroutine, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import anyio
import httpx2
from mcp.client.client import Client
from mcp.client.stdio import StdioServerParameters
from mcp.client.streamable_http import streamable_http_client

from bronbrief.core.own_thread import in_own_thread
from bronbrief.core.workspace import Workspace
from bronbrief.mcp.server import Server
from bronbrief.mcp.tools import Tools
from support.jobs import InProcessExecutor
from support.serving import COMMAND

TOKEN = "een-token-van-een-proef"  # noqa: S105 - of a server of tests


@dataclass(frozen=True)
class Answer:
    """What a tool answered: its data, and whether it refused."""

    data: dict[str, Any]
    refused: bool

    @property
    def codes(self) -> list[str]:
        """Return the codes of the findings."""
        return [one["code"] for one in self.data.get("diagnostics", [])]


class Assistant:
    """Calls tools by name."""

    def __init__(self, client: Client) -> None:
        self.client = client

    async def call(self, tool: str, **arguments: Any) -> Answer:
        """Call a tool; what it answers in text is the same as the data."""
        result = await self.client.call_tool(tool, arguments)
        assert isinstance(result.structured_content, dict), result
        return Answer(result.structured_content, bool(result.is_error))


def converse(script: Callable[..., Coroutine[Any, Any, None]], *given: Any) -> None:
    """Run a conversation in a thread of its own: this one may be the browser's."""
    in_own_thread(anyio.run, script, *given)


def run_server(root: Path, *options: str) -> list[str]:
    """Return the command that starts the server for a workspace."""
    return [sys.executable, "-c", COMMAND, "mcp", "--workspace", str(root), "--lang", "en", *options]


def over_stdio(root: Path, script: Callable[[Assistant], Coroutine[Any, Any, None]], *options: str) -> None:
    """Run a script against a server that is started for it."""
    command, *arguments = run_server(root, *options)
    server = StdioServerParameters(command=command, args=arguments, env=dict(os.environ))

    async def session() -> None:
        async with Client(server, mode="legacy") as client:
            await script(Assistant(client))

    converse(session)


@contextmanager
def listening(root: Path, *options: str) -> Iterator[tuple[str, subprocess.Popen[str]]]:
    """Run a server on a free port; give its address and its process."""
    environ = os.environ | {"BRONBRIEF_TOKEN": TOKEN, "PYTHONUNBUFFERED": "1"}
    with subprocess.Popen(
        run_server(root, "--http", "--port", "0", *options),
        env=environ,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    ) as process:
        try:
            assert process.stdout is not None
            found = re.search(r"http://\S+", process.stdout.readline())
            assert found, "the server did not start"
            yield found[0], process
        finally:
            process.terminate()


@asynccontextmanager
async def http_assistant(address: str, token: str = TOKEN) -> AsyncIterator[Assistant]:
    """Connect to a server that listens."""
    headers = {"Authorization": f"Bearer {token}"}
    async with (
        httpx2.AsyncClient(headers=headers, timeout=120) as http,
        Client(streamable_http_client(address, http_client=http)) as client,
    ):
        yield Assistant(client)


def in_process(root: Path, script: Callable[[Assistant], Coroutine[Any, Any, None]], **how: Any) -> None:
    """Run a script against a server in this process, whose work is done here as well."""
    tools = Tools(Workspace(root), "en", InProcessExecutor())
    server = Server(tools, **({"writes": True} | how))

    async def session() -> None:
        async with Client(server) as client:
            await script(Assistant(client))

    converse(session)
