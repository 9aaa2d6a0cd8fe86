"""The generated specs and the briefs of this repository, built once a run, with what was found."""

import shutil
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from bronbrief.core.workspace import Workspace
from bronbrief.pipeline.run import build
from support.generated_specs import write_workspace
from support.once import once
from support.tools import ROOT, sized

EVERY = sized(1, 20)
"""Which specs are built: all of them where CI=true, else every twentieth."""
SPREAD = sized(8, 7)
"""Every eighth of what was built is enough for a second build."""


@dataclass(frozen=True, slots=True)
class Built:
    """A generated brief: where it stands, its files, and what was found: code, severity, place and values."""

    name: str
    root: Path
    found: tuple[tuple[str, str, str], ...]

    @property
    def pdf(self) -> Path:
        """Return the PDF."""
        return self.root / "build" / self.name / f"{self.name}.pdf"

    @property
    def html(self) -> Path:
        """Return the page for the screen."""
        return self.root / "build" / self.name / f"{self.name}.html"

    @property
    def evidence(self) -> Path:
        """Return the record of the evidence."""
        return self.root / "build" / self.name / f"{self.name}.evidence.jsonld"


def build_some(root: Path, names: tuple[str, ...]) -> tuple[Built, ...]:
    """Build specs of a workspace that stands already."""
    report = build(Workspace(root), names)
    return tuple(
        Built(
            brief.name,
            root,
            tuple(
                (finding.code, finding.severity.value, f"{finding.place} {dict(finding.params)}")
                for finding in brief.diagnostics
            ),
        )
        for brief in sorted(report.briefs, key=lambda brief: brief.name)
    )


@cache
def generated_briefs() -> tuple[Built, ...]:
    """Build the generated specs that are tried, once a run."""
    return once("generated", lambda root: build_some(root, write_workspace(root)[::EVERY]))


@cache
def shipped_briefs() -> tuple[Built, ...]:
    """Build the briefs of this repository in a workspace of their own, once a run."""
    return once("raad", _build_shipped)


def _build_shipped(root: Path) -> tuple[Built, ...]:
    for folder in ("briefs", "seeds", "templates"):
        shutil.copytree(ROOT / folder, root / folder)
    (root / "build").mkdir()
    return build_some(root, ())
