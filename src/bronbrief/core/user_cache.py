"""What is quicker kept than made again, in the user's own cache folder; to lose it costs time, nothing else.

It is not in the workspace: what came along with somebody else's must not decide how letters look. Typefaces
cut for the web are kept so. Names are hashes of all that a file was made from, so that none grows stale. Each
file begins with a checksum of its kind, its name and the rest: one that is damaged, or is another, is as good
as none.
"""

import contextlib
import hashlib
import os
from pathlib import Path

from bronbrief.core.atomic_write import settle, write_whole
from bronbrief.core.own_files import user_base

MOST = 512 * 1024**2
"""Bytes that one kind of file may take; the oldest give way."""
_CHECKSUM = 32


def recall(kind: str, name: str) -> bytes | None:
    """Return a file that was kept, or None where there is none that is whole."""
    folder = _folder(kind)
    try:
        kept = b"" if folder is None else (folder / name).read_bytes()
    except OSError:
        return None
    data = kept[_CHECKSUM:]
    return data if kept[:_CHECKSUM] == _checksum(kind, name, data) else None


def keep(kind: str, name: str, data: bytes) -> None:
    """Keep a file; where that cannot be done, nothing happens."""
    folder = _folder(kind)
    if folder is None:
        return
    with contextlib.suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        settle(folder)
        write_whole(folder, name, _checksum(kind, name, data) + data)
        _make_room(folder)


def _checksum(kind: str, name: str, data: bytes) -> bytes:
    return hashlib.sha256(f"{kind}/{name}\0".encode() + data).digest()


def _folder(kind: str) -> Path | None:
    """Return the folder of one kind of file, or None where the user has no home."""
    try:
        return user_folder() / kind
    except RuntimeError:
        return None


def user_folder() -> Path:
    """Return the folder of all that is kept. Raises RuntimeError where the user has no home."""
    return user_base("XDG_CACHE_HOME", "~/.cache") / "bronbrief"


def _make_room(folder: Path) -> None:
    with os.scandir(folder) as entries:
        found = [(entry.stat().st_mtime_ns, entry.stat().st_size, entry.path) for entry in entries]
    total = sum(size for _, size, _ in found)
    for _, size, path in sorted(found)[:-1]:
        if total <= MOST:
            return
        Path(path).unlink(missing_ok=True)
        total -= size
