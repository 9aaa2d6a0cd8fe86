"""The record of earlier builds: what each brief was made from, and what came of it.

One JSON file, `build/.cache/ledger.json`, read at once; `checks.json` beside it is the same of what was only
checked. Without a record to believe (see `kept`), everything is built anew.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from bronbrief.core.diagnostics import Diagnostic, Place, Related, Severity
from bronbrief.core.workspace import Stamp, Workspace
from bronbrief.pipeline.kept import FOLDER, read_kept, write_kept

FORMAT = 2
NAME, CHECKS = "ledger", "checks"
PATH = f"{FOLDER}/{NAME}.json"


@dataclass(frozen=True, slots=True)
class Seen:
    """A file as it was when it was read: its stamp, and the hash of what stood in it; None for no file."""

    stamp: Stamp | None
    digest: str | None


@dataclass(frozen=True, slots=True)
class Recorded:
    """What came of one brief: what it was made from, and its files as they were published.

    `job` is the digest of all that its PDF was set from. `findings` are told again when nothing changed.
    """

    inputs: tuple[str, ...]
    formats: tuple[str, ...]
    outputs: tuple[tuple[str, Seen], ...] = ()
    findings: tuple[Diagnostic, ...] = ()
    failed: bool = False
    job: str = ""


@dataclass(slots=True)
class Ledger:
    """All records of a workspace.

    `files` holds every file that any of them was made from. `engine` names those that count for all briefs:
    our own code and the system's libraries. `whole` is the record of what belongs to no single brief: the
    table of contents and the schema; `sources` that of what was found in all sources together.
    """

    files: dict[str, Seen] = field(default_factory=dict)
    versions: dict[str, str] = field(default_factory=dict)
    engine: tuple[str, ...] = ()
    briefs: dict[str, Recorded] = field(default_factory=dict)
    whole: Recorded | None = None
    sources: Recorded | None = None


def load_ledger(workspace: Workspace, name: str = NAME) -> Ledger:
    """Read the record of builds, or of checks; a damaged one, or one from elsewhere, gives an empty one."""
    read = read_kept(workspace, name, FORMAT)
    try:
        return _parsed(read) if read else Ledger()
    except (ValueError, LookupError, TypeError, AttributeError):
        return Ledger()


def save_ledger(workspace: Workspace, ledger: Ledger, name: str = NAME) -> bool:
    """Write the record; whether that worked. A record that cannot be written costs time, nothing else."""
    return write_kept(workspace, name, FORMAT, _data(ledger))


def _data(ledger: Ledger) -> dict[str, object]:
    numbers = {path: number for number, path in enumerate(ledger.files)}
    return {
        "versions": ledger.versions,
        "files": [[path, *_seen_data(seen)] for path, seen in ledger.files.items()],
        "engine": [numbers[path] for path in ledger.engine],
        "briefs": [[name, *_record_data(record, numbers)] for name, record in ledger.briefs.items()],
        "whole": _record_data(ledger.whole, numbers) if ledger.whole else None,
        "sources": _record_data(ledger.sources, numbers) if ledger.sources else None,
    }


def _record_data(record: Recorded, numbers: dict[str, int]) -> list[object]:
    return [
        [numbers[path] for path in record.inputs],
        record.formats,
        [[name, *_seen_data(seen)] for name, seen in record.outputs],
        [_finding_data(finding) for finding in record.findings],
        record.failed,
        record.job,
    ]


def _seen_data(seen: Seen) -> tuple[object, ...]:
    return (*(seen.stamp or (-1, 0, 0, 0)), seen.digest)


def _finding_data(finding: Diagnostic) -> list[object]:
    return [
        finding.code,
        finding.severity,
        _place_data(finding.place),
        dict(finding.params),
        finding.detail,
        [[_place_data(one.place), one.phrase, dict(one.params)] for one in finding.related],
    ]


def _place_data(place: Place | None) -> list[object] | None:
    if place is None:
        return None
    return [place.file, place.line, place.column, place.end_line, place.end_column]


def _parsed(read: dict[str, Any]) -> Ledger:
    paths = [row[0] for row in read["files"]]
    return Ledger(
        {row[0]: _seen(row[1:]) for row in read["files"]},
        {str(name): str(version) for name, version in read["versions"].items()},
        tuple([paths[number] for number in read["engine"]]),
        {row[0]: _record(row[1:], paths) for row in read["briefs"]},
        _record(read["whole"], paths) if read["whole"] else None,
        _record(read["sources"], paths) if read["sources"] else None,
    )


def _record(row: Sequence[Any], paths: list[str]) -> Recorded:
    inputs, formats, outputs, findings, failed, job = row
    return Recorded(
        tuple([paths[number] for number in inputs]),
        tuple(formats),
        tuple([(output[0], _seen(output[1:])) for output in outputs]),
        tuple([_finding(one) for one in findings]),
        bool(failed),
        str(job),
    )


def _seen(row: Sequence[Any]) -> Seen:
    *stamp, digest = row
    size, changed, inode, touched = stamp
    return Seen(None, None) if size < 0 else Seen((size, changed, inode, touched), digest)


def _finding(row: Sequence[Any]) -> Diagnostic:
    code, severity, place, params, detail, related = row
    return Diagnostic(code, Severity(severity), _place(place), dict(params), detail, _related(related))


def _related(rows: Iterable[Any]) -> tuple[Related, ...]:
    return tuple(Related(_place(place) or Place(""), phrase, dict(params)) for place, phrase, params in rows)


def _place(row: Sequence[Any] | None) -> Place | None:
    return Place(*row) if row else None
