"""What the PDF of a brief says of itself."""

from bronbrief.brief.model import Brief
from bronbrief.pdf.about import DocumentMeta


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
