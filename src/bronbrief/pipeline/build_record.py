"""The record of runs: what each brief was made from, what came of it, and what was said.

One JSON file, `build/.cache/builds.json`; `checks.json` beside it is the same of what was only checked. It
names the folder that it stands in: a record that came along with a clone or a copy, or is damaged, counts for
nothing, and everything is made anew.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from bronbrief.core.diagnostics import Diagnostic, Place, Related, Replacement, Severity
from bronbrief.core.workspace import BUILD, SEEDS, FileProblemError, Workspace

FORMAT, LIMIT = 4, 256 * 1024 * 1024
FOLDER = f"{BUILD}/.cache"
BUILDS, CHECKS = f"{FOLDER}/builds.json", f"{FOLDER}/checks.json"
CONTENTS, SCHEMA, SOURCES = f"{BUILD}/index.html", f"{BUILD}/brief.schema.json", f"{SEEDS}/"
"""The keys of what belongs to no single brief: the table of contents, the schema, and all sources."""


@dataclass(frozen=True, slots=True)
class Made:
    """What came of one brief: the digest of each file that it was made from, and of each that was published.

    `digest` is that of all that its PDF was set from. `diagnostics` are told again when nothing changed.
    """

    inputs: Mapping[str, str]
    outputs: Mapping[str, str] = field(default_factory=dict)
    formats: tuple[str, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()
    failed: bool = False
    digest: str = ""


@dataclass(slots=True)
class BuildRecord:
    """All that was made in a workspace, by the path of its spec, and the installation that made it."""

    installed: Mapping[str, str] = field(default_factory=dict)
    made: dict[str, Made] = field(default_factory=dict)


def load_record(workspace: Workspace, path: str) -> BuildRecord:
    """Read a record; one that cannot be believed is empty."""
    try:
        read = json.loads(workspace.recording().read(path, LIMIT))
        if read["format"] != FORMAT or read["home"] != _home(workspace.resolve(FOLDER)):
            return BuildRecord()
        return BuildRecord(dict(read["installed"]), {key: _made(row) for key, row in read["made"].items()})
    except (OSError, ValueError, LookupError, TypeError, AttributeError, RecursionError, FileProblemError):
        return BuildRecord()


def save_record(workspace: Workspace, path: str, record: BuildRecord) -> bool:
    """Write a record whole; whether that worked. One that cannot be written costs time, nothing else."""
    try:
        folder = workspace.resolve(FOLDER)
        folder.mkdir(parents=True, exist_ok=True)
        data = {
            "format": FORMAT,
            "home": _home(folder),
            "installed": record.installed,
            "made": {key: _data(made) for key, made in sorted(record.made.items())},
        }
        text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
        workspace.write(path, text.encode(errors="surrogatepass"))
    except (OSError, FileProblemError):
        return False
    return True


def _home(folder: Path) -> list[str | int]:
    status = folder.stat()
    return [str(folder), status.st_dev, status.st_ino]


def _data(made: Made) -> list[object]:
    found = [_diagnostic_data(finding) for finding in made.diagnostics]
    return [made.inputs, made.outputs, made.formats, found, made.failed, made.digest]


def _diagnostic_data(finding: Diagnostic) -> list[object]:
    related = [[_place_data(one.place), one.phrase, dict(one.params)] for one in finding.related]
    place = _place_data(finding.place) if finding.place else None
    fix = [[_place_data(one.place), one.text] for one in finding.fix]
    return [finding.code, finding.severity, place, dict(finding.params), finding.detail, related, fix]


def _place_data(place: Place) -> list[object]:
    return [place.file, place.line, place.column, place.end_line, place.end_column]


def _made(row: Sequence[Any]) -> Made:
    inputs, outputs, formats, found, failed, digest = row
    findings = tuple([_diagnostic(one) for one in found])
    return Made(dict(inputs), dict(outputs), tuple(formats), findings, bool(failed), str(digest))


def _diagnostic(row: Sequence[Any]) -> Diagnostic:
    code, severity, place, params, detail, related, fix = row
    where = Place(*place) if place else None
    replacements = tuple(Replacement(Place(*at), text) for at, text in fix)
    return Diagnostic(code, Severity(severity), where, dict(params), detail, _related(related), replacements)


def _related(rows: Iterable[Any]) -> tuple[Related, ...]:
    return tuple(Related(Place(*place), phrase, dict(params)) for place, phrase, params in rows)
