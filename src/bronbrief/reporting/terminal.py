"""Findings for people: the words, the line with the place marked, what is around it, and a way out."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from bronbrief.core.diagnostics import Diagnostic, Place, Related, Severity, sort_key
from bronbrief.core.workspace import Workspace
from bronbrief.locale import i18n
from bronbrief.locale.diagnostics import headline, hint, phrase
from bronbrief.reporting.excerpt import Lines, printable
from bronbrief.reporting.links import address

COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.HINT: "cyan"}
WIDTH = 100
MARGIN = 9


Line = list[tuple[str, str]]
"""A line for a terminal: stretches of text, each with its style in Rich's words, or none."""


def render(
    diagnostics: Iterable[Diagnostic], workspace: Workspace | None, lang: str = "en", width: int = WIDTH
) -> str:
    """Write findings as plain lines, sorted by place; an empty string where there are none."""
    lines = compose(diagnostics, workspace, lang, width)
    return "".join("".join([text for text, _ in line]) + "\n" for line in lines)


def compose(
    diagnostics: Iterable[Diagnostic],
    workspace: Workspace | None,
    lang: str,
    width: int,
    *,
    links: bool = False,
) -> Iterator[Line]:
    """Lay findings out, one block each with an empty line after it; with `links` places lead to files."""
    lines = Lines(workspace)
    root = workspace.root if workspace and links else None
    for diagnostic in sorted(diagnostics, key=sort_key):
        yield from _block(diagnostic, lines, lang, width, root)
        yield []


def where(place: Place) -> str:
    """Write a place as editors and terminals understand it: file:line:column."""
    return f"{printable(place.file)}:{place.line}:{place.column}" if place.line else printable(place.file)


def _block(diagnostic: Diagnostic, lines: Lines, lang: str, width: int, root: Path | None) -> Iterator[Line]:
    said = i18n.words("diagnostics", lang)
    colour = COLOURS[diagnostic.severity]
    at = f"{where(diagnostic.place)}: " if diagnostic.place else ""
    yield [
        (at, _leading(diagnostic.place, root)),
        (f"{said[diagnostic.severity]}: ", f"bold {colour}"),
        (printable(headline(diagnostic, lang)), "bold"),
        (f" [{diagnostic.code}]", "dim"),
    ]
    if diagnostic.place:
        yield from _quoted(diagnostic.place, lines, colour, width)
    for related in diagnostic.related:
        yield from _related(related, lines, lang, width, root)
    for line in diagnostic.detail.splitlines():
        yield [(" " * MARGIN + printable(line), "")]
    yield [(f"  {said['tip']}: ", "bold green"), (printable(hint(diagnostic, lang)), "")]
    yield [(f"  {said['more']}: bronbrief explain {diagnostic.code}", "dim")]


def _leading(place: Place | None, root: Path | None) -> str:
    """Return the style of a place: where files lie in `root`, a link to its file."""
    return f"bold link {address(root / place.file)}" if place and root else "bold"


def _quoted(place: Place, lines: Lines, colour: str, width: int) -> Iterator[Line]:
    marked = lines.marked(place, width - MARGIN)
    if marked is None:
        return
    yield [(f"{marked.number:>6} | ", "dim"), (marked.text, "")]
    yield [(" " * 6 + " | ", "dim"), (" " * marked.indent, ""), ("^" * marked.width, f"bold {colour}")]


def _related(related: Related, lines: Lines, lang: str, width: int, root: Path | None) -> Iterator[Line]:
    yield [
        (f"  {where(related.place)}: ", _leading(related.place, root)),
        (printable(phrase(related, lang)), ""),
    ]
    yield from _quoted(related.place, lines, "blue", width)
