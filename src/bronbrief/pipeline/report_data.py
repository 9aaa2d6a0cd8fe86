"""What came of a run, as data: for JSON, and for the tools of assistants."""

from bronbrief.pipeline.report import BuildReport
from bronbrief.reporting.json import FORMAT, findings
from bronbrief.reporting.shapes import BuildShape


def as_data(report: BuildReport, lang: str) -> BuildShape:
    """Return the state and the files of every brief, and all findings in a language."""
    return {
        "format": FORMAT,
        "briefs": [
            {"name": brief.name, "path": brief.path, "state": str(brief.state), "files": list(brief.files)}
            for brief in report.briefs
        ],
        "files": list(report.files),
        "diagnostics": findings(report.diagnostics, lang),
    }
