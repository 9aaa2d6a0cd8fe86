"""What came of a run decides the exit code."""

import pytest

from bronbrief.core.diagnostics import Diagnostic, Place, Severity, report
from bronbrief.pipeline.report import BriefReport, BuildReport, State

ERROR = report("file-missing", Place("b.yaml", 2, 1, 2, 3), path="x")
WARNING = report("file-missing", Place("a.yaml", 1, 1, 1, 3), severity=Severity.WARNING, path="x")
HINT = report("file-missing", severity=Severity.HINT, path="x")


def run_of(*found: Diagnostic, state: State = State.CHECKED) -> BuildReport:
    """Make the report of a run with one brief."""
    return BuildReport((BriefReport("a", "briefs/a.yaml", state, diagnostics=found),))


@pytest.mark.parametrize(
    ("found", "code"),
    [
        ((), 0),
        ((HINT, WARNING), 0),
        ((WARNING, ERROR), 1),
        ((ERROR, report("output-unwritable", path="x", reason="y")), 2),
        ((report("engine-library-missing", library="pango"),), 2),
    ],
)
def test_exit_code(found: tuple[Diagnostic, ...], code: int) -> None:
    """Errors in the user's input give 1, a broken machine gives 2 whatever else was found."""
    assert run_of(*found).exit_code == code


def test_general_findings_count() -> None:
    """A finding that belongs to no brief weighs as much."""
    assert BuildReport(general=(ERROR,)).exit_code == 1


def test_findings_are_sorted_and_told_once() -> None:
    """Briefs that share a file do not repeat what is wrong with it."""
    brief = BriefReport("a", "briefs/a.yaml", State.FAILED, diagnostics=(ERROR, WARNING))

    assert BuildReport((brief, brief), (ERROR,)).diagnostics == (WARNING, ERROR)


def test_strict_counts_warnings_as_errors() -> None:
    """In a strict run a warning fails its brief; advice stays advice."""
    strict = run_of(WARNING, HINT).strict()

    assert strict.exit_code == 1
    assert strict.count(State.FAILED) == 1
    assert [finding.severity for finding in strict.diagnostics] == [Severity.HINT, Severity.ERROR]
    assert run_of(HINT).strict().exit_code == 0


def test_strict_may_be_about_one_area() -> None:
    """Counted as errors are then the warnings of that area; others stay what they are."""
    claim = report("claim-number", Place("briefs/a.yaml"), text="37")
    judged = run_of(WARNING, claim).strict("claims")

    assert {one.code for one in judged.diagnostics if one.is_error} == {"claim-number"}
    assert run_of(WARNING).strict("claims").exit_code == 0


def test_seconds_do_not_make_a_difference() -> None:
    """Two runs that differ only in the time they took are equal."""
    one, other = (BriefReport("a", "briefs/a.yaml", State.BUILT, seconds=seconds) for seconds in (0.1, 0.2))

    assert one == other
