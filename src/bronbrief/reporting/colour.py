"""Findings in colour, on a terminal that takes it: the one place of findings that needs Rich."""

from collections.abc import Iterable

from rich.console import Console
from rich.text import Text

from bronbrief.core.diagnostics import Diagnostic
from bronbrief.core.workspace import Workspace
from bronbrief.reporting.links import takes_links
from bronbrief.reporting.terminal import WIDTH, compose


def show(
    console: Console, diagnostics: Iterable[Diagnostic], workspace: Workspace | None, lang: str = "en"
) -> None:
    """Print findings, in colour where the console takes it."""
    width = min(console.width, 140) if console.is_terminal else WIDTH
    text = Text()
    links = console.is_terminal and takes_links(console.file)
    for line in compose(diagnostics, workspace, lang, width, links=links):
        text.append_text(Text.assemble(*line)).append("\n")
    console.print(text, end="", soft_wrap=True)
