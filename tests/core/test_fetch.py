"""The one door to the network."""

import ast
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from time import sleep

import pytest

import bronbrief
from bronbrief.core import fetch
from bronbrief.core.fetch import ANSWER_LIMIT, FetchError, post

KIND = "application/timestamp-reply"
# `serve` listens on this machine alone; workers and `doctor` try whether sockets are refused.
LISTENING = {"serve"}
NETWORK = {
    "urllib.request",
    "http.client",
    "socket",
    "ssl",
    "ftplib",
    "smtplib",
    "aiohttp",
    "requests",
    "httpx",
}


@contextmanager
def answering(status: int = 200, kind: str = KIND, answer: bytes = b"ja", slow: float = 0) -> Iterator[str]:
    """Serve one answer on the loopback address; yield where."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            self.rfile.read(int(self.headers["Content-Length"]))
            self.send_response(status)
            self.send_header("Content-Type", kind)
            self.send_header("Location", "/elders")
            self.end_headers()
            with suppress(ConnectionError):
                for at in range(0, len(answer), 8192):
                    self.wfile.write(answer[at : at + 8192])
                    sleep(slow)

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        try:
            yield f"http://127.0.0.1:{server.server_port}/"
        finally:
            server.shutdown()


def test_an_answer_comes_back_as_it_is() -> None:
    """Bytes in, bytes out."""
    with answering(answer=b"\0\1" * 1000) as url:
        assert post(url, b"vraag", "application/timestamp-query", KIND) == b"\0\1" * 1000


@pytest.mark.parametrize(
    ("said", "seconds"),
    [
        ({"status": 302}, 5),
        ({"status": 500}, 5),
        ({"kind": "text/html"}, 5),
        ({"answer": b"x" * (ANSWER_LIMIT + 1)}, 5),
        ({"answer": b"x" * 8192 * 7, "slow": 0.2}, 0.3),
    ],
)
def test_an_answer_beyond_the_limits_is_refused(
    said: dict[str, int | str | bytes], seconds: float, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Another status, a redirect, another media type, too much, too slow."""
    monkeypatch.setattr(fetch, "SECONDS", seconds)
    with answering(**said) as url, pytest.raises(FetchError):  # type: ignore[arg-type]
        post(url, b"vraag", "application/timestamp-query", KIND)


@pytest.mark.parametrize("url", ["file:///etc/passwd", "ftp://127.0.0.1/x", "/etc/passwd", "http://[::1"])
def test_no_other_scheme_is_spoken(url: str) -> None:
    """An address that is none, or another kind of one, reads no file."""
    with pytest.raises((FetchError, ValueError)):
        post(url, b"", KIND, KIND)


def test_no_other_module_opens_the_network() -> None:
    """Whoever wants the network goes through this door."""
    top = Path(bronbrief.__file__).parent
    opened = set()
    for path in top.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_bytes())):
            names = [node.module] if isinstance(node, ast.ImportFrom) else []
            names += [one.name for one in node.names] if isinstance(node, ast.Import) else []
            if NETWORK & {name for name in names if name}:
                opened.add(path.relative_to(top).as_posix())

    reaching = {path for path in opened if path.split("/")[0] not in LISTENING}
    assert reaching == {"core/fetch.py", "core/loopback.py"}  # the second only listens, on this machine
