"""Over HTTP as over standard input and output: who has no token gets nothing, and signals end it all."""

import http.client
import json
import os
import signal
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import psutil
import pytest

from support.assistant import TOKEN, converse, http_assistant, listening, run_server
from support.serving import COMMAND
from support.workspaces import BRIEF, SOURCE_ID, write_minimal_workspace

SOON = 90
HELLO = {
    "jsonrpc": "2.0",
    "id": 1,
    "method": "initialize",
    "params": {
        "protocolVersion": "2025-06-18",
        "capabilities": {},
        "clientInfo": {"name": "proef", "version": "1"},
    },
}


def _status(address: str, **headers: str) -> int:
    """Say hello by hand and return the status of the answer."""
    parts = urlsplit(address)
    assert parts.port is not None
    sent = {"Content-Type": "application/json", "Accept": "application/json, text/event-stream"}
    with closing(http.client.HTTPConnection("127.0.0.1", parts.port, timeout=SOON)) as connection:
        connection.request("POST", parts.path, json.dumps(HELLO), sent | headers)
        with connection.getresponse() as answer:
            return answer.status


@pytest.mark.ci
def test_every_reading_tool_answers_over_http(workspace: Path) -> None:
    """The official client calls each tool with the token; without it, or by another name, nobody gets in."""
    calls: dict[str, dict[str, Any]] = {
        "list_sources": {},
        "read_source": {"source": SOURCE_ID},
        "find": {"text": "veerdienst"},
        "prove": {"source": SOURCE_ID, "quotation": "Wij zien geen reden"},
        "read_brief": {"brief": BRIEF},
        "check": {},
        "explain": {"code": "quote-drift"},
        "list_templates": {},
        "schema": {},
        "verify": {"path": "seeds"},
    }

    async def script(address: str) -> None:
        async with http_assistant(address) as assistant:
            listed = {one.name for one in (await assistant.client.list_tools()).tools}
            assert listed == calls.keys()
            for tool, given in calls.items():
                answer = await assistant.call(tool, **given)
                assert not answer.refused, (tool, answer.data)
            uris = [str(one.uri) for one in (await assistant.client.list_resources()).resources]
            assert f"bronbrief://briefs/{BRIEF}" in uris
            for uri in uris:
                assert (await assistant.client.read_resource(uri)).contents

    with listening(workspace) as (address, process):
        port, bearer = urlsplit(address).port, f"Bearer {TOKEN}"
        converse(script, address)
        assert _status(address) == 401
        assert _status(address, Authorization="Bearer een-ander-token") == 401
        assert _status(address, Authorization=TOKEN) == 401
        assert _status(address, Authorization=bearer, Host=f"kwaad.example:{port}") == 421
        assert _status(address, Authorization=bearer, Origin="https://kwaad.example") == 403
        assert _status(address, Authorization=bearer, Origin=f"http://127.0.0.1:{port}") == 200
        children = psutil.Process(process.pid).children(recursive=True)
        process.send_signal(signal.SIGINT)
        assert process.wait(SOON) == 0
    _, alive = psutil.wait_procs(children, SOON)
    assert [one for one in alive if one.status() != psutil.STATUS_ZOMBIE] == []


@pytest.mark.ci
@pytest.mark.parametrize("ending", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT, None])
def test_it_ends_whole_and_writes_nothing_but_the_protocol(
    tmp_path: Path, ending: signal.Signals | None
) -> None:
    """A signal, or the end of the input, ends it and its workers; standard output holds messages alone."""
    root = write_minimal_workspace(tmp_path / "werk")
    restored = "import signal; signal.signal(signal.SIGHUP, signal.SIG_DFL); "
    arguments = [sys.executable, "-c", restored + COMMAND, *run_server(root)[3:]]
    with subprocess.Popen(
        arguments, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env={**os.environ}
    ) as server:
        assert server.stdin is not None
        assert server.stdout is not None
        server.stdin.write(b"geen bericht\n" + json.dumps(HELLO).encode() + b"\n")
        server.stdin.flush()
        answers = [json.loads(server.stdout.readline())]
        while answers[-1].get("id") != 1:
            answers.append(json.loads(server.stdout.readline()))
        assert answers[-1]["result"]["serverInfo"]["name"] == "bronbrief"
        children = psutil.Process(server.pid).children(recursive=True)
        if ending is None:
            server.stdin.close()
        else:
            server.send_signal(ending)
        code = server.wait(SOON)
        assert server.stdout.read() == b""
    assert code == (128 + ending if ending in (signal.SIGTERM, signal.SIGHUP) else 0)
    _, alive = psutil.wait_procs(children, SOON)
    assert [one for one in alive if one.status() != psutil.STATUS_ZOMBIE] == []


@pytest.mark.ci
def test_work_that_is_cut_short_is_no_crash(tmp_path: Path) -> None:
    """A signal while tools are at work ends them without a word: no traceback is shown."""
    root = write_minimal_workspace(tmp_path / "werk")
    arguments = run_server(root, "--write")
    pipe = subprocess.PIPE
    with subprocess.Popen(arguments, stdin=pipe, stdout=pipe, stderr=pipe) as server:
        assert server.stdin is not None
        assert server.stdout is not None
        assert server.stderr is not None
        ready = {"jsonrpc": "2.0", "method": "notifications/initialized"}
        calls = [
            {"jsonrpc": "2.0", "id": at, "method": "tools/call", "params": {"name": name, "arguments": {}}}
            for at, name in ((2, "build"), (3, "check"), (4, "list_sources"))
        ]
        server.stdin.write(b"".join(json.dumps(one).encode() + b"\n" for one in (HELLO, ready, *calls)))
        server.stdin.flush()
        assert json.loads(server.stdout.readline())["id"] == 1
        server.send_signal(signal.SIGTERM)
        said = server.stderr.read()
        assert server.wait(SOON) == 128 + signal.SIGTERM
    assert b"Traceback" not in said
    assert b"rror" not in said


@pytest.mark.ci
def test_a_message_that_is_too_long_is_passed_over(tmp_path: Path) -> None:
    """A line beyond the limit is no message; the next one is answered."""
    root = write_minimal_workspace(tmp_path / "werk")
    with subprocess.Popen(run_server(root), stdin=subprocess.PIPE, stdout=subprocess.PIPE) as server:
        assert server.stdin is not None
        assert server.stdout is not None
        server.stdin.write(b'{"a": "' + b"x" * 9_000_000 + b'"}\n' + json.dumps(HELLO).encode() + b"\n")
        server.stdin.flush()
        answer = json.loads(server.stdout.readline())
        while answer.get("id") != 1:
            answer = json.loads(server.stdout.readline())
        server.stdin.close()
        assert server.wait(SOON) == 0


@pytest.mark.ci
def test_without_the_library_it_says_what_to_install(workspace: Path) -> None:
    """Where the extra is not installed, the command says how to get it; no other command asks for it."""
    hide = "import sys; sys.modules['mcp'] = None; sys.modules['mcp_types'] = None; "
    run = f"from bronbrief.cli.main import run; sys.exit(run(['mcp', '--workspace', {str(workspace)!r}]))"
    done = subprocess.run([sys.executable, "-c", hide + run], capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert "bronbrief[mcp]" in done.stderr
    other = run.replace("'mcp', ", "'check', ")
    assert (
        subprocess.run([sys.executable, "-c", hide + other], capture_output=True, check=False).returncode == 0
    )
