"""What came of a run: the state, the files and the findings of every brief."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from bronbrief.core.diagnostics import Diagnostic, Severity, codes, has_errors, of_environment, sort_key
from bronbrief.pipeline.build_record import BUILDS, CHECKS, Made
from bronbrief.spec.paths import brief_name

if TYPE_CHECKING:
    from bronbrief.reporting.shapes import BuildShape


class State(StrEnum):
    """How far a brief came. UNCHANGED was built, and its files held the same bytes already."""

    BUILT = "built"
    UNCHANGED = "unchanged"
    CHECKED = "checked"
    FAILED = "failed"


STATES = {BUILDS: State.UNCHANGED, CHECKS: State.CHECKED}
"""How far a brief has come that was not made anew, by the record that tells of it."""


@dataclass(frozen=True, slots=True)
class BriefReport:
    """What came of one brief. `files` are workspace-relative; `seconds` never reaches an output file."""

    name: str
    path: str
    state: State
    files: tuple[str, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()
    seconds: float = field(default=0.0, compare=False)


@dataclass(frozen=True, slots=True)
class BuildReport:
    """What came of a whole run; `general` holds findings that belong to no single brief."""

    briefs: tuple[BriefReport, ...] = ()
    general: tuple[Diagnostic, ...] = ()
    files: tuple[str, ...] = ()

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """Return all findings in the order that a reader meets them, each once."""
        found = [*self.general, *(finding for brief in self.briefs for finding in brief.diagnostics)]
        return distinct(found)

    @property
    def exit_code(self) -> int:
        """Return 0 where all went well, 1 for findings in the user's input, 2 for a broken machine."""
        if any(map(of_environment, self.diagnostics)):
            return 2
        return int(has_errors(self.diagnostics))

    def strict(self, area: str = "") -> "BuildReport":
        """Return the same with all warnings, or those of one area, as errors: briefs with any have failed."""
        return replace(
            self,
            briefs=tuple(_strict_brief(brief, area) for brief in self.briefs),
            general=tuple(_strict(finding, area) for finding in self.general),
        )

    def count(self, *states: State) -> int:
        """Count the briefs in any of these states."""
        return sum(brief.state in states for brief in self.briefs)


def _strict_brief(brief: BriefReport, area: str) -> BriefReport:
    found = tuple(_strict(finding, area) for finding in brief.diagnostics)
    return replace(brief, diagnostics=found, state=State.FAILED if has_errors(found) else brief.state)


def _strict(diagnostic: Diagnostic, area: str) -> Diagnostic:
    if diagnostic.severity is not Severity.WARNING or area not in ("", codes()[diagnostic.code].area):
        return diagnostic
    return replace(diagnostic, severity=Severity.ERROR)


def fresh_reports(fresh: Mapping[str, Made], state: State) -> dict[str, BriefReport]:
    """Report the briefs that are up to date from their records; `state` is that of those without errors."""
    return {
        path: BriefReport(
            brief_name(path),
            path,
            State.FAILED if made.failed else state,
            tuple(made.outputs),
            made.diagnostics,
        )
        for path, made in fresh.items()
    }


def distinct(found: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Sort findings by place and drop repeats: briefs share defaults, templates and sources.

    Of a finding that is a warning here and an error there, the error stays.
    """
    unique = {
        (finding.code, finding.place, tuple(sorted(finding.params.items())), finding.detail): finding
        for finding in sorted(found, key=lambda one: one.is_error)
    }
    return tuple(sorted(unique.values(), key=sort_key))


def as_data(report: BuildReport, lang: str) -> "BuildShape":
    """Return the state and the files of every brief, and all findings in a language."""
    from bronbrief.reporting.json import FORMAT, diagnostics_as_data

    return {
        "format": FORMAT,
        "briefs": [
            {"name": brief.name, "path": brief.path, "state": str(brief.state), "files": list(brief.files)}
            for brief in report.briefs
        ],
        "files": list(report.files),
        "diagnostics": diagnostics_as_data(report.diagnostics, lang),
    }
