"""The last line of a run counts briefs and findings."""

import pytest

from bronbrief.cli.run_views import summary
from bronbrief.core.diagnostics import Severity, report

ERROR = report("file-missing", path="x")
WARNING = report("file-missing", severity=Severity.WARNING, path="x")


@pytest.mark.parametrize(
    ("lang", "line"),
    [
        ("en", "5 briefs built, 1 brief not built; 2 errors, 1 warning."),
        ("nl", "5 brieven gebouwd, 1 brief niet gebouwd; 2 fouten, 1 waarschuwing."),
    ],
)
def test_counts_in_words(lang: str, line: str) -> None:
    """Numbers take the singular or the plural, and what is zero is left out."""
    counts = [("built", 5), ("unchanged", 0), ("failed", 1)]

    assert summary(counts, [ERROR, WARNING, ERROR], lang) == line


def test_nothing_found_is_said() -> None:
    """A run without findings says so."""
    assert summary([("checked", 1)], [], "en") == "1 brief in order; no findings."
    assert summary([], [ERROR], "en") == "1 error."
