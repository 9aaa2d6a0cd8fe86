"""Build the generated specs, all of them once a run, and keep what was found."""

import fcntl
import pickle
from dataclasses import dataclass
from pathlib import Path

from bronbrief.core.workspace import Workspace
from bronbrief.pipeline.run import build
from support.generated_specs import write_workspace
from support.tools import sized

EVERY = sized(1, 5)
"""Which specs are built: all of them where CI=true, else every fifth, of each template one or two."""
SPREAD = sized(8, 4)
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


def build_once(folder: Path) -> tuple[Built, ...]:
    """Build in a folder that several processes share: the first one builds, the others wait and read."""
    kept, root = folder / "generated.pickle", folder / "generated"
    with (folder / "generated.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not kept.exists():
            kept.write_bytes(pickle.dumps(build_some(root, write_workspace(root)[::EVERY])))
        made: tuple[Built, ...] = pickle.loads(kept.read_bytes())  # noqa: S301 - written just above
    return made
