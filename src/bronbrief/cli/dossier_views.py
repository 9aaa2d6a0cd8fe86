"""What somebody asks of `bronbrief dossier`, and what came of it, for people and for programs."""

import datetime as dt
import os
from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from bronbrief.cli.shared import BROKEN, WRONG
from bronbrief.core.diagnostics import Diagnostic, Outcome, of_environment
from bronbrief.core.workspace import Workspace
from bronbrief.dossier.report import DossierReport
from bronbrief.dossier.request import Asked, Request, read_request, source_date
from bronbrief.locale import i18n
from bronbrief.pdf.engine import load_engine
from bronbrief.reporting import json
from bronbrief.reporting.shapes import DossierFilesShape, DossierShape
from bronbrief.spec.paths import spec_paths

if TYPE_CHECKING:
    from bronbrief.dossier.seal import Sealing

SUFFIXES = (".yaml", ".yml")
PASSPHRASE = "BRONBRIEF_SEAL_PASSPHRASE"  # noqa: S105 - the name of a variable


def asked(
    workspace: Workspace, briefs: tuple[str, ...], wishes: Mapping[str, Any], lang: str
) -> Outcome[tuple[Request, "Sealing | None"]]:
    """Read what is asked for, and what it is sealed with; the command line goes before a file.

    Without the typesetting engine there is no use in asking.
    """
    request = _request(workspace, briefs, wishes)
    if request.value is None:
        return Outcome(None, request.diagnostics)
    certificate, server = wishes["seal"], wishes["timestamp"]
    if certificate is None and server is None:
        return Outcome((request.value, None), request.diagnostics)
    from bronbrief.dossier.seal import open_sealing

    sealing = open_sealing(certificate, server, lambda: _passphrase(lang))
    found = (*request.diagnostics, *sealing.diagnostics)
    return Outcome((request.value, sealing.value) if sealing.value else None, found)


def _passphrase(lang: str) -> str:
    """Ask for the pass phrase of a certificate, if a variable does not give it; it is never an argument."""
    given = os.environ.get(PASSPHRASE)
    if given is not None:
        return given
    words = i18n.say("views", "dossier.passphrase", lang)
    return str(click.prompt(words, hide_input=True, default="", show_default=False, err=True))


def _request(workspace: Workspace, briefs: tuple[str, ...], wishes: Mapping[str, Any]) -> Outcome[Request]:
    engine = load_engine()
    if engine.value is None:
        return Outcome(None, engine.diagnostics)
    file = _request_file(workspace, briefs)
    read = read_request(workspace, file) if file else Outcome(Request(tuple(map(Asked, briefs))))
    if read.value is None:
        return read
    council, replaces = wishes["council"], wishes["replaces"]
    told = {
        "meeting": _day(wishes["meeting"]),
        "published": _day(wishes["published"]),
        "replaces": _inside(workspace, str(replaces)) if replaces else None,
        "made": wishes["made"] or read.value.made or source_date(),
        "item": wishes["item"],
        "annex": wishes["annex"],
        "combined": wishes["combined"],
        "with_sources": wishes["with_sources"],
        "council": _inside(workspace, str(council)) if council else None,
    }
    changes = {name: value for name, value in told.items() if value}
    return Outcome(replace(read.value, **changes), read.diagnostics)


def _day(moment: dt.datetime | None) -> dt.date | None:
    return moment.date() if moment else None


def _request_file(workspace: Workspace, briefs: tuple[str, ...]) -> str | None:
    """Return the file that asks for a dossier, if that is what was named: a YAML file that is no spec."""
    if len(briefs) != 1 or not briefs[0].endswith(SUFFIXES):
        return None
    path = _inside(workspace, briefs[0])
    return None if path in spec_paths(workspace) else path


def _inside(workspace: Workspace, named: str) -> str:
    """Return a path from the top of the workspace: named from the current folder, else from the top."""
    from_here = os.path.relpath(Path(named).absolute(), workspace.root.absolute())
    if not os.path.lexists(named) and workspace.has(named):
        return Path(named).as_posix()
    return Path(from_here).as_posix()


def _shown(path: Path | None) -> str:
    """Return a path as it is shortest from the current folder."""
    if path is None:
        return ""
    return str(path.relative_to(Path.cwd())) if path.is_relative_to(Path.cwd()) else str(path)


def as_text(done: DossierReport, lang: str) -> str:
    """Write where the dossier is, and what it holds."""
    briefs = i18n.say("outcome", "count.brief", lang, count=len(done.build.briefs))
    folder, archive = _shown(done.folder), _shown(done.archive)
    values = {"folder": folder, "archive": archive, "files": len(done.files), "briefs": briefs}
    return i18n.say("views", "dossier.made", lang, **values)


def as_json(done: DossierReport, lang: str) -> str:
    """Write where the dossier is, its files, and all findings, as one JSON document."""
    made: DossierFilesShape = {
        "folder": _shown(done.folder),
        "zip": _shown(done.archive),
        "files": list(done.files),
    }
    return _document(done.diagnostics, lang, made if done.folder else None)


def refused(found: Iterable[Diagnostic], lang: str) -> str:
    """Write as one JSON document why there is nothing that a dossier could be made from."""
    return _document(found, lang, None)


def _document(found: Iterable[Diagnostic], lang: str, made: DossierFilesShape | None) -> str:
    written: DossierShape = {
        "format": json.FORMAT,
        "dossier": made,
        "diagnostics": json.diagnostics_as_data(found, lang),
    }
    return json.dumps(written) + "\n"


def refusal_code(found: Iterable[Diagnostic]) -> int:
    """Return the exit code where nothing was asked that can be done: 2 for a broken machine, else 1."""
    return BROKEN if any(map(of_environment, found)) else WRONG
