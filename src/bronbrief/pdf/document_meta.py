"""What a PDF says of itself: its title, language, date and maker, as a value that takes no engine."""

from dataclasses import dataclass

from bronbrief.brief.model import Brief
from bronbrief.core.diagnostics import Place


@dataclass(frozen=True, slots=True)
class PageLimit:
    """The largest number of pages that a template is meant for, and the place at which it was chosen."""

    pages: int
    template: str
    place: Place


@dataclass(frozen=True, slots=True)
class DocumentMeta:
    """What a PDF says of itself, and how many pages it may have.

    `date` is ISO 8601 (2026-11-21) and counts as made and changed.
    """

    title: str
    lang: str
    date: str
    producer: str
    author: str = ""
    subject: str = ""
    keywords: tuple[str, ...] = ()
    creator: str = "Bronbrief"
    limit: PageLimit | None = None


def meta_of(brief: Brief, producer: str) -> DocumentMeta:
    """Return what the PDF of a brief says of itself."""
    return DocumentMeta(
        title=brief.title,
        lang=brief.lang,
        date=brief.date,
        producer=producer,
        author=brief.author or brief.house.name or "",
        subject=brief.summary or brief.subtitle or "",
        keywords=brief.keywords,
    )
