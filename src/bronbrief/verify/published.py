"""Finished files as they were published: known by their bytes, whatever they are called now."""

import hashlib
from collections.abc import Mapping

from bronbrief.evidence.record import RecordedFile
from bronbrief.html.markup import MalformedError, tags
from bronbrief.verify.checksums import sha256

HTML, PDF = "text/html", "application/pdf"
_FORMATS = {".pdf": PDF, ".html": HTML}


def recorded_files(files: Mapping[str, bytes]) -> tuple[RecordedFile, ...]:
    """Return what a record says of finished files, which are given by name."""
    return tuple(
        RecordedFile(kind, sha256(data), style_hash(data) if kind == HTML else "")
        for name, data in sorted(files.items())
        if (kind := format_of(name))
    )


def format_of(name: str) -> str:
    """Return the format of a finished file by its name; nothing for any other file."""
    return next((kind for ending, kind in _FORMATS.items() if name.lower().endswith(ending)), "")


def style_hash(page: bytes) -> str:
    """Return the SHA-256 of the style sheets of a page, as they stand between their tags."""
    try:
        styles = [tag.content for tag in tags(page.decode()) if tag.name == "style"]
    except (MalformedError, UnicodeDecodeError):
        return ""
    return hashlib.sha256("\n".join(styles).encode()).hexdigest()
