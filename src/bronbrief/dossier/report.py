"""What came of making a dossier."""

from dataclasses import dataclass
from pathlib import Path

from bronbrief.core.diagnostics import Diagnostic
from bronbrief.pipeline.report import BuildReport, distinct


@dataclass(frozen=True, slots=True)
class DossierReport:
    """The folder, the ZIP file and the names of the files; empty where there is no dossier."""

    build: BuildReport
    found: tuple[Diagnostic, ...] = ()
    folder: Path | None = None
    archive: Path | None = None
    files: tuple[str, ...] = ()

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """Return all findings, of the briefs and of the dossier, in the order that a reader meets them."""
        return distinct([*self.build.diagnostics, *self.found])

    @property
    def exit_code(self) -> int:
        """Return 0 where there is a dossier, 1 for findings in the user's input, 2 for a broken machine."""
        whole = BuildReport(self.build.briefs, (*self.build.general, *self.found))
        return whole.exit_code
