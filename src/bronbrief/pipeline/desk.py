"""What the briefs of a run share, and the sheet on which the steps of one brief note what they find."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import TypeVar

from bronbrief.brief.model import Brief
from bronbrief.core.diagnostics import Diagnostic, Outcome, has_errors
from bronbrief.core.workspace import Workspace
from bronbrief.pipeline.progress import Progress, Silence
from bronbrief.sources.model import Catalogue

T = TypeVar("T")

FORMATS = ("pdf", "html")


@dataclass(frozen=True, slots=True)
class Options:
    """How to run: what to make, the folder that paths are read from, and who follows.

    `shows` gets each brief without errors with its web page, before the PDF is set: for a preview.
    """

    formats: Sequence[str] = FORMATS
    folder: Path | None = None
    progress: Progress = field(default_factory=Silence)
    shows: Callable[[Brief, str], None] | None = None


@dataclass(frozen=True, slots=True)
class Desk:
    """The workspace with its sources, read once, and what was found in them."""

    workspace: Workspace
    catalogue: Catalogue
    source_findings: tuple[Diagnostic, ...]
    options: Options

    def about(self, source_ids: Iterable[str]) -> tuple[Diagnostic, ...]:
        """Return what was found in these sources and their records."""
        wanted = set(source_ids)
        return tuple(
            finding
            for finding in self.source_findings
            if finding.place and PurePosixPath(finding.place.file).stem in wanted
        )


@dataclass(slots=True)
class Findings:
    """Gathers what the steps find, so that each step can be written as one line."""

    found: list[Diagnostic] = field(default_factory=list)

    def take(self, outcome: Outcome[T]) -> T | None:
        """Keep an outcome's findings and hand on its value."""
        self.found.extend(outcome.diagnostics)
        return outcome.value

    def add(self, diagnostics: Iterable[Diagnostic]) -> None:
        """Keep findings that come without a value."""
        self.found.extend(diagnostics)

    @property
    def stop(self) -> bool:
        """Tell whether anything found so far stops the brief."""
        return has_errors(self.found)
