"""What stands in a brief for what was refused, so that all the rest of it can still be looked at.

A stand-in has every field that the real thing may have, so that no template fails for want of one, and says
nothing of its own. A brief that holds one is never published.
"""

from bronbrief.evidence.model import Excerpt, Mark, Part, Segment, Translation, Verdict
from bronbrief.sources.model import Locator, Passage, Record, Run, Source, Unit
from bronbrief.spec.model import ExcerptSpec

TEXT = "x"
IMAGE_TYPE = "image/gif"
IMAGE = f"data:{IMAGE_TYPE};base64,R0lGODlhAQABAAAAACwAAAAAAQABAAA="
"""One pixel."""

_PLACE = Locator(Unit.PARAGRAPH, 1)


def stand_in(name: str, spec: ExcerptSpec | None, source: Source | None, lang: str) -> Excerpt:
    """Make what stands in for an excerpt that was not proven, or that does not exist.

    What the author wrote beside the quotation is kept. `lang` is that of the brief.
    """
    length = len(TEXT)
    given = spec.translation if spec else None
    return Excerpt(
        id=name,
        source_id=spec.source if spec else name,
        verdict=Verdict.EXACT,
        folds=(),
        parts=(Part(0, _PLACE, 0, length, 0, length, TEXT, "", ""),),
        paragraphs=((Segment(Mark.TEXT, TEXT),),),
        lang=source.record.lang if source else lang,
        translation=Translation(**given.model_dump()) if given else None,
    )


def stand_in_source(source_id: str, lang: str) -> Source:
    """Make what stands in for a source that does not exist, or could not be read."""
    length = len(TEXT)
    record = Record(
        title=TEXT,
        title_ground="stated",
        kind="news",
        lang=lang,
        sha256="0" * 64,
        publisher=TEXT,
        author=TEXT,
        date="2000-01-01",
        date_ground=TEXT,
        url="https://example.org/",
        countries=("NL",),
        actors=(TEXT,),
        origin=TEXT,
        note=TEXT,
        licence=TEXT,
    )
    paths = f"seeds/{source_id}.txt", f"seeds/{source_id}.yaml"
    passage = Passage(0, _PLACE, TEXT, (Run(0, length, 0, length),), 0, length)
    return Source(source_id, *paths, record, TEXT.encode(), TEXT, (passage,))
