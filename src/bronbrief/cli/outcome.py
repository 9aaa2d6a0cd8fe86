"""What came of a run, for people and for programs."""

import sys
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager

from bronbrief.core.workspace import BUILD
from bronbrief.locale import i18n
from bronbrief.pipeline.options import FORMATS
from bronbrief.pipeline.progress import Progress, Silence
from bronbrief.pipeline.report import BriefReport, BuildReport, State, as_data
from bronbrief.reporting.summary import state_word, summary

INDEX = f"{BUILD}/index.html"


@contextmanager
def progress(lang: str, *, hidden: bool) -> Iterator[Progress]:
    """Show progress on a terminal while the body runs; say nothing where output is piped or `hidden`."""
    if hidden or not sys.stderr.isatty():
        yield Silence()
        return
    with ExitStack() as stack:
        yield _Late(stack, lang)


class _Late:
    """Progress that begins when there is something to do: drawing it takes longer than finding nothing."""

    def __init__(self, stack: ExitStack, lang: str) -> None:
        self._stack, self._lang = stack, lang
        self._bar: Progress = Silence()

    def starts(self, names: Sequence[str]) -> None:
        """Begin to draw."""
        from bronbrief.cli.progress import terminal_progress

        self._bar = self._stack.enter_context(terminal_progress(self._lang))
        self._bar.starts(names)

    def enters(self, name: str, stage: str) -> None:
        """Hand on."""
        self._bar.enters(name, stage)

    def ends(self, brief: BriefReport) -> None:
        """Hand on."""
        self._bar.ends(brief)


def as_text(report: BuildReport, lang: str) -> str:
    """Write what was built and where, a line for each file that people open, and the summary."""
    lines: list[str] = []
    if INDEX in report.files:
        lines += [line for brief in report.briefs for line in _brief(brief, lang)]
        lines.append(f"{i18n.say('outcome', 'contents', lang)}: {INDEX}")
    failed = "failed" if report.files else "faulty"
    states = (State.BUILT, State.UNCHANGED, State.CHECKED)
    counts = [(str(state), report.count(state)) for state in states]
    counts.append((failed, report.count(State.FAILED)))
    return "\n".join([*lines, summary(counts, report.diagnostics, lang)]) + "\n"


def as_json(report: BuildReport, lang: str) -> str:
    """Write the state and the files of every brief, and all findings, as one JSON document."""
    from bronbrief.reporting.json import dumps

    return dumps(as_data(report, lang)) + "\n"


def _brief(brief: BriefReport, lang: str) -> list[str]:
    shown = [path for path in brief.files if path.endswith(FORMATS)]
    word = state_word(brief.state, lang)
    if brief.state is State.FAILED:
        return [f"{word:<13}{brief.path}"]
    return [f"{word if number == 0 else '':<13}{path}" for number, path in enumerate(shown)]


def findings(report: BuildReport, form: str, lang: str) -> str:
    """Write findings for programs: "json", "github" or "sarif"."""
    if form == "json":
        return as_json(report, lang)
    from bronbrief.reporting import github, sarif

    if form == "github":
        return github.render(report.diagnostics, lang)
    from importlib.metadata import version

    return sarif.render(report.diagnostics, version("bronbrief"), lang)
