"""Looking something up, and how what was found looks: on a terminal, and as lines."""

import sys
from collections.abc import Iterable

import click

from bronbrief.authoring.search_remarks import how_it_was_read
from bronbrief.core.workspace import Workspace
from bronbrief.locale import i18n
from bronbrief.reporting.excerpt import printable
from bronbrief.sources.search import WEIGHED, Hit, SearchResult, search

AROUND = 110
OPEN, CLOSE = "»", "«"


def look(workspace: Workspace, text: str, source_id: str | None, limit: int, lang: str) -> SearchResult:
    """Search, and say on a terminal how far the index is, where that takes more than a moment."""

    def tell(done: int, total: int) -> None:
        line = i18n.say("views", "find.reading", lang, done=done, total=total)
        sys.stderr.write(f"\r{line}" if done < total else f"\r{' ' * len(line)}\r")
        sys.stderr.flush()

    progress = tell if sys.stderr.isatty() else None
    return search(workspace, text, source_id=source_id, limit=limit, progress=progress)


def listing(hits: Iterable[Hit], *, rich: bool) -> str:
    """List hits: with the words in bold for the eye, or one line each with tabs and the words in »marks«."""
    if rich:
        return "".join(map(_entry, hits))
    return "".join(f"{hit.source_id}\t{hit.locator}\t{surroundings(hit)}\n" for hit in hits)


def remarks(text: str, found: SearchResult, lang: str) -> str:
    """Say how the question was read, and how much more there is."""
    lines = how_it_was_read(found, lang)
    if not found.hits and not found.unknown:
        lines.append(i18n.say("views", "find.none", lang, text=printable(text)))
    if len(found.hits) < found.total:
        many = i18n.say("views", "find.many", lang, total=found.total)
        total = many if found.total >= WEIGHED else str(found.total)
        lines.append(i18n.say("views", "find.more", lang, shown=len(found.hits), total=total))
    return "".join(f"{line}\n" for line in lines)


def surroundings(hit: Hit, opening: str = OPEN, closing: str = CLOSE) -> str:
    """Return the text where most of the words found stand, on one line, with each between marks."""
    begin, end = max(
        (_bounds(hit.text, start) for start, _ in hit.marks or [(0, 0)]),
        key=lambda bounds: sum(bounds[0] <= start and stop <= bounds[1] for start, stop in hit.marks),
    )
    parts, at = ["…" if begin else ""], begin
    for start, stop in hit.marks:
        if begin <= start and stop <= end:
            parts += [printable(hit.text[at:start]), opening, printable(hit.text[start:stop]), closing]
            at = stop
    return "".join([*parts, printable(hit.text[at:end]), "…" if end < len(hit.text) else ""])


def _bounds(text: str, middle: int) -> tuple[int, int]:
    """Return the bounds of whole words about as far to either side as there is room on a few lines."""
    begin = max(middle - AROUND, 0)
    if begin:
        begin = text.find(" ", begin) + 1 or begin
    end = text.find(" ", min(begin + 2 * AROUND, len(text)))
    return min(begin, middle), len(text) if end < 0 else end


def _entry(hit: Hit) -> str:
    head = click.style(hit.source_id, fg="cyan", bold=True)
    wrapped = click.wrap_text(
        surroundings(hit, "\x01", "\x02"), width=96, initial_indent="  ", subsequent_indent="  "
    )
    shown = wrapped.replace("\x01", "\x1b[1;33m").replace("\x02", "\x1b[0m")
    return f"{head}, {hit.locator}\n{shown}\n\n"
