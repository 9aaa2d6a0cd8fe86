"""Progress on a terminal: the brief at hand, the step it is in, and how many have come through."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeRemainingColumn
from rich.progress import Progress as Bar

from bronbrief.locale import i18n
from bronbrief.pipeline.report import BriefReport


class TerminalProgress:
    """Follows a run with a bar on standard error."""

    def __init__(self, bar: Bar, lang: str) -> None:
        self._bar = bar
        self._stages = i18n.words("outcome", lang)["stage"]
        self._task = bar.add_task("", total=None)

    def starts(self, names: Sequence[str]) -> None:
        """Set the length of the bar."""
        self._bar.update(self._task, total=len(names))

    def enters(self, name: str, stage: str) -> None:
        """Show the brief at hand and its step."""
        self._bar.update(self._task, description=f"{name}: {self._stages[stage]}")

    def ends(self, brief: BriefReport) -> None:  # noqa: ARG002 - the bar only counts
        """Move the bar on by one brief."""
        self._bar.advance(self._task)


@contextmanager
def terminal_progress(lang: str) -> Iterator[TerminalProgress]:
    """Show progress while the body runs, and clear it away after."""
    columns = (
        BarColumn(20),
        MofNCompleteColumn(),
        TimeRemainingColumn(compact=True),
        TextColumn("{task.description}", markup=False),
    )
    with Bar(*columns, console=Console(stderr=True), transient=True) as bar:
        yield TerminalProgress(bar, lang)
