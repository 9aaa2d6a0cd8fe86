"""What is quicker kept than made again, in the user's own cache folder; to lose it costs time, nothing else.

It is not in the workspace: what came along with somebody else's must not decide how letters look. Names are
hashes of all that a file was made from, so that none grows stale. Typefaces cut for the web are kept so.
"""

import contextlib
import os
from pathlib import Path
from tempfile import NamedTemporaryFile

MOST = 512 * 1024**2
"""Bytes that one kind of file may take; the oldest give way."""


def recall(kind: str, name: str) -> bytes | None:
    """Return a file that was kept, or None."""
    folder = _folder(kind)
    try:
        return None if folder is None else (folder / name).read_bytes()
    except OSError:
        return None


def keep(kind: str, name: str, data: bytes) -> None:
    """Keep a file; where that cannot be done, nothing happens."""
    folder = _folder(kind)
    if folder is None:
        return
    with contextlib.suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        with NamedTemporaryFile(dir=folder, delete=False) as stream:
            stream.write(data)
        Path(stream.name).replace(folder / name)
        _make_room(folder)


def _folder(kind: str) -> Path | None:
    """Return the folder of one kind of file, or None where the user has no home."""
    try:
        home = os.environ.get("XDG_CACHE_HOME") or Path("~/.cache").expanduser()
    except RuntimeError:
        return None
    return Path(home) / "bronbrief" / kind


def _make_room(folder: Path) -> None:
    with os.scandir(folder) as entries:
        found = [(entry.stat().st_mtime_ns, entry.stat().st_size, entry.path) for entry in entries]
    total = sum(size for _, size, _ in found)
    for _, size, path in sorted(found)[:-1]:
        if total <= MOST:
            return
        Path(path).unlink(missing_ok=True)
        total -= size
