"""Findings for people: the words, the line with the place marked, what is around it, and a way out."""

from collections.abc import Iterable, Iterator

from rich.console import Console
from rich.text import Text

from bronbrief.core.diagnostics import Diagnostic, Place, Related, Severity, sort_key
from bronbrief.core.findings import headline, hint
from bronbrief.core.workspace import Workspace
from bronbrief.reporting.excerpt import Lines, printable

COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.HINT: "cyan"}
WORDS = {
    "en": {"error": "error", "warning": "warning", "hint": "advice", "cure": "hint", "more": "more"},
    "nl": {"error": "fout", "warning": "waarschuwing", "hint": "advies", "cure": "tip", "more": "meer"},
}
WIDTH = 100
MARGIN = 9


def render(
    diagnostics: Iterable[Diagnostic], workspace: Workspace | None, lang: str = "en", width: int = WIDTH
) -> str:
    """Write findings as plain lines, sorted by place; an empty string where there are none."""
    return compose(diagnostics, workspace, lang, width).plain


def show(
    console: Console, diagnostics: Iterable[Diagnostic], workspace: Workspace | None, lang: str = "en"
) -> None:
    """Print findings, in colour where the console takes it."""
    width = min(console.width, 140) if console.is_terminal else WIDTH
    console.print(compose(diagnostics, workspace, lang, width), end="", soft_wrap=True)


def compose(
    diagnostics: Iterable[Diagnostic], workspace: Workspace | None, lang: str, width: int = WIDTH
) -> Text:
    """Lay findings out, one block each with an empty line after it."""
    lines = Lines(workspace)
    text = Text()
    for diagnostic in sorted(diagnostics, key=sort_key):
        for line in _block(diagnostic, lines, "nl" if lang.startswith("nl") else "en", width):
            text.append_text(line).append("\n")
        text.append("\n")
    return text


def where(place: Place) -> str:
    """Write a place as editors and terminals understand it: file:line:column."""
    return f"{printable(place.file)}:{place.line}:{place.column}" if place.line else printable(place.file)


def _block(diagnostic: Diagnostic, lines: Lines, lang: str, width: int) -> Iterator[Text]:
    said = WORDS[lang]
    colour = COLOURS[diagnostic.severity]
    at = f"{where(diagnostic.place)}: " if diagnostic.place else ""
    yield Text.assemble(
        (at, "bold"),
        (f"{said[diagnostic.severity]}: ", f"bold {colour}"),
        (printable(headline(diagnostic, lang)), "bold"),
        (f" [{diagnostic.code}]", "dim"),
    )
    if diagnostic.place:
        yield from _quoted(diagnostic.place, lines, colour, width)
    for related in diagnostic.related:
        yield from _related(related, lines, width)
    for line in diagnostic.detail.splitlines():
        yield Text(" " * MARGIN + printable(line))
    cure = printable(hint(diagnostic, lang))
    yield Text.assemble((f"  {said['cure']}: ", "bold green"), cure)
    yield Text(f"  {said['more']}: bronbrief explain {diagnostic.code}", "dim")


def _quoted(place: Place, lines: Lines, colour: str, width: int) -> Iterator[Text]:
    marked = lines.marked(place, width - MARGIN)
    if marked is None:
        return
    yield Text.assemble((f"{marked.number:>6} | ", "dim"), marked.text)
    yield Text.assemble((" " * 6 + " | ", "dim"), " " * marked.indent, ("^" * marked.width, f"bold {colour}"))


def _related(related: Related, lines: Lines, width: int) -> Iterator[Text]:
    yield Text.assemble((f"  {where(related.place)}: ", "bold"), printable(related.phrase))
    yield from _quoted(related.place, lines, "blue", width)
