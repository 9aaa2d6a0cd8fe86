"""What a PDF says of itself, as a value that takes no library."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class DocumentMeta:
    """What a PDF says of itself. `date` is ISO 8601 (2026-11-21) and counts as made and changed."""

    title: str
    lang: str
    date: str
    producer: str
    author: str = ""
    subject: str = ""
    keywords: tuple[str, ...] = ()
    creator: str = "Bronbrief"
