"""What tells bytes, files and lists of names from all others: their SHA-256."""

import hashlib
import os
import stat

LARGEST = 256 * 1024 * 1024
"""The size of the largest file that is read, in bytes."""
ABSENT = ""
"""The digest of what is not there or cannot be read."""


def sha256_of(data: bytes) -> str:
    """Return the SHA-256 of bytes, in hexadecimal digits."""
    return hashlib.sha256(data).hexdigest()


def digest_of(path: str | os.PathLike[str]) -> str:
    """Return the SHA-256 of a file in hex, or of the names in a folder (a path with a slash at its end).

    Names of files are told from others. Of a file that is larger than any that is read, when and how it was
    last changed stands in for what it holds. ABSENT for what is not there or cannot be read, and for what is
    no file: a pipe would keep us waiting.
    """
    name = os.fspath(path)
    try:
        if name.endswith("/"):
            with os.scandir(name) as entries:
                shown = (entry for entry in entries if not entry.name.startswith("."))
                names = sorted(one.name if is_file(one) else f"{one.name}/" for one in shown)
            return sha256_of("\0".join(names).encode(errors="surrogateescape"))
        with open(name, "rb", opener=_without_waiting) as stream:
            status = os.fstat(stream.fileno())
            if not stat.S_ISREG(status.st_mode):
                return ABSENT
            if status.st_size > LARGEST:
                stamp = (status.st_size, status.st_mtime_ns, status.st_ctime_ns, status.st_ino)
                return sha256_of(repr(stamp).encode())
            return hashlib.file_digest(stream, "sha256").hexdigest()
    except (OSError, ValueError):
        return ABSENT


def _without_waiting(path: str, flags: int) -> int:
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))


def is_file(entry: os.DirEntry[str]) -> bool:
    """Tell whether an entry is a file that can be read; a link that leads to itself is not."""
    try:
        return entry.is_file()
    except OSError:
        return False
