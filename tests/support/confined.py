"""What a process that was taken over would try; each returns what it came by."""

import os
import socket
import subprocess
from collections.abc import Callable, Mapping
from pathlib import Path


def read(path: str) -> str:
    """Read a file."""
    return Path(path).read_text("utf-8")


def write(path: str) -> str:
    """Write a file beside one."""
    Path(path).with_name("geschreven").write_text("x", encoding="utf-8")
    return "written"


def names(path: str) -> str:
    """List the folder of a file."""
    return " ".join(os.listdir(Path(path).parent))  # noqa: PTH208


def connect(port: str) -> str:
    """Reach a server on this machine."""
    with socket.create_connection(("127.0.0.1", int(port)), timeout=5):
        return "reached"


def send(port: str) -> str:
    """Send without a connection."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as one:
        return str(one.sendto(b"x", ("127.0.0.1", int(port))))


def run(_: str) -> str:
    """Start a program."""
    return subprocess.run(["/bin/echo", "run"], capture_output=True, text=True, check=True).stdout


def fill(_: str) -> str:
    """Fill the memory."""
    return str(len(bytearray(1 << 32)))


def spin(_: str) -> str:
    """Take all the time that there is."""
    while True:
        pass


TRIES: Mapping[str, Callable[[str], str]] = {
    one.__name__: one for one in (read, write, names, connect, send, run, fill, spin)
}


def attempt(what: str, argument: str) -> str:
    """Try something, and say what came of it."""
    try:
        return TRIES[what](argument)
    except OSError as error:
        return type(error).__name__


def answer(argument: str, data: bytes) -> bytes:
    """Try something in a child."""
    return attempt(argument, data.decode()).encode()
