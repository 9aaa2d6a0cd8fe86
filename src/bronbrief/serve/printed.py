"""Where each text that a brief prints stands in its spec: the way from the preview to the text.

The page itself knows nothing of it. A text is looked for by its letters, for Markdown and YAML write it with
marks and breaks of their own.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bronbrief.brief.model import Brief
from bronbrief.brief.references import Kind, mark
from bronbrief.core.places import Path, Places, Span
from bronbrief.html.glyphs import texts_of

SURE, LEAST = 40, 8
"""Letters by which a text is found, for what follows may hold marks; and by how many at least."""
_LETTER = re.compile(r"\w")


@dataclass(frozen=True, slots=True)
class Printed:
    """A text as it prints, a paragraph at most, and the line and column at which the spec has it."""

    text: str
    line: int
    column: int


def printed_texts(brief: Brief, places: Places) -> tuple[Printed, ...]:
    """Find the texts of a brief in its spec, in the order of the spec; what stands elsewhere is left out.

    Excerpts come last: a quotation is printed where a text refers to it, and once more in the notes.
    """
    texts = (*_references(brief, places), *_own(brief, places))
    found = {one: path[:1] == ("excerpts",) for path, one in texts}
    return tuple(sorted(found, key=lambda one: (found[one], one.line, one.column)))


def _own(brief: Brief, places: Places) -> Iterator[tuple[Path, Printed]]:
    at: dict[Path, int] = {}
    for path, text in _texts(brief):
        span = places.spans.get(path)
        if span is None:
            continue
        for paragraph in filter(str.strip, text.split("\n")):
            start = _find(span, paragraph, at.get(path, span.start))
            at[path] = at.get(path, span.start) if start is None else start
            place = span.origin.place(at[path], at[path])
            yield path, Printed(paragraph, place.line, place.column)


def _texts(brief: Brief) -> Iterator[tuple[Path, str]]:
    """Yield the texts of a brief as the spec has them: facts without their labels."""
    facts = {tuple(fact.key.split(".")): fact for fact in brief.facts}
    yield from ((path, text) for path, text in texts_of(brief) if path not in facts)
    for path, fact in facts.items():
        yield from ((path, line) for value in fact.values for line in value)


def _references(brief: Brief, places: Places) -> Iterator[tuple[Path, Printed]]:
    """Yield the quotations where a text of the spec prints them."""
    origin = places.spans[()].origin
    texts = {excerpt.id: excerpt.text for excerpt in brief.excerpts}
    for one in mark(origin.text).references:
        if one.kind is Kind.QUOTATION and one.targets[0].id in texts:
            place = origin.place(one.start, one.start)
            yield (), Printed(texts[one.targets[0].id], place.line, place.column)


def _find(span: Span, text: str, start: int) -> int | None:
    """Return where the spec has a text, from a character of it on; None where its letters are not there."""
    wanted = "".join(_LETTER.findall(text))[:SURE]
    counted = list(_LETTER.finditer(span.origin.text, start, span.end))
    letters = "".join(letter.group() for letter in counted)
    at = letters.find(wanted)
    while at < 0 and len(wanted) > LEAST:
        wanted = wanted[: len(wanted) // 2]
        at = letters.find(wanted)
    return counted[at].start() if wanted and at >= 0 else None
