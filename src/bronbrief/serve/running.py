"""The preview that a menu started: noted for its user alone, so that a second click finds it again."""

import contextlib
import http.client
import json
import os
from pathlib import Path

from bronbrief.core.digests import sha256_of
from bronbrief.core.loopback import HIGHEST, Listening, entry_url
from bronbrief.core.user_cache import user_folder

PATIENCE = 2.0
"""Seconds in which a preview answers."""
_MOST = 1000


def note(root: Path, listening: Listening) -> None:
    """Write down where the preview of a workspace is; where that cannot be done, nothing happens."""
    path = _file(root)
    if path is None:
        return
    with contextlib.suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        path.unlink(missing_ok=True)
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "w", encoding="utf-8") as stream:
            json.dump({"port": listening.port, "token": listening.token}, stream)


def forget(root: Path) -> None:
    """Take away what was written down."""
    path = _file(root)
    if path is not None:
        with contextlib.suppress(OSError):
            path.unlink()


def running(root: Path) -> str | None:
    """Return the address of the preview of a workspace that the menu started; None where none answers."""
    path = _file(root)
    try:
        if path is None or path.stat().st_uid != os.getuid():
            return None
        with path.open(encoding="utf-8") as stream:
            noted = json.loads(stream.read(_MOST))
        port, token = noted["port"], noted["token"]
    except (OSError, ValueError, KeyError, TypeError):
        return None
    if not isinstance(port, int) or not 0 < port <= HIGHEST or not isinstance(token, str):
        return None
    return entry_url(port, token) if _answers(port, token) else None


def _answers(port: int, token: str) -> bool:
    """Tell whether a preview listens there that lets in who comes from us."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
    try:
        connection.request("GET", entry_url(port, token).removeprefix(f"http://127.0.0.1:{port}"))
        answer = connection.getresponse()
        return answer.status == http.client.SEE_OTHER and bool(answer.getheader("set-cookie"))
    except (OSError, http.client.HTTPException):
        return False
    finally:
        connection.close()


def _file(root: Path) -> Path | None:
    name = sha256_of(os.fsencode(root))
    with contextlib.suppress(RuntimeError):
        return user_folder() / "running" / f"{name}.json"
    return None
