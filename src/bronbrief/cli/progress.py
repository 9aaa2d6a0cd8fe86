"""Progress on a terminal: the brief at hand, the step it is in, and how many have come through."""

import sys
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager

from bronbrief.locale import i18n
from bronbrief.pipeline.options import Progress, Silence
from bronbrief.pipeline.report import BriefReport


@contextmanager
def shown_progress(lang: str, *, hidden: bool) -> Iterator[Progress]:
    """Show progress on a terminal while the body runs; say nothing where output is piped or `hidden`."""
    if hidden or not sys.stderr.isatty():
        yield Silence()
        return
    with ExitStack() as stack:
        yield _Bar(stack, lang)


class _Bar:
    """Follows a run with a bar on standard error, drawn only where there is something to do."""

    def __init__(self, stack: ExitStack, lang: str) -> None:
        self._stack, self._stages = stack, i18n.words("outcome", lang)["stage"]

    def starts(self, names: Sequence[str]) -> None:
        """Begin to draw a bar for so many briefs."""
        from rich.console import Console
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

        left, at_hand = TimeRemainingColumn(compact=True), TextColumn("{task.description}", markup=False)
        columns = (BarColumn(20), MofNCompleteColumn(), left, at_hand)
        self._bar = self._stack.enter_context(
            Progress(*columns, console=Console(stderr=True), transient=True)
        )
        self._task = self._bar.add_task("", total=len(names))

    def enters(self, name: str, stage: str) -> None:
        """Show the brief at hand and its step."""
        self._bar.update(self._task, description=f"{name}: {self._stages[stage]}")

    def ends(self, brief: BriefReport) -> None:  # noqa: ARG002 - the bar only counts
        """Move the bar on by one brief."""
        self._bar.advance(self._task)
