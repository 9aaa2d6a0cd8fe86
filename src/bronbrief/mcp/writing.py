"""What assistants write: a source that a person laid ready, and specs; nothing else, and nowhere else.

They say nothing on a person's behalf: no facts of a record, and nothing new under `accept`.
"""

import stat
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from bronbrief.core.diagnostics import Outcome, Place, has_errors, report, unwritable
from bronbrief.core.digests import sha256_of
from bronbrief.core.workspace import BRIEFS, SPEC_LIMIT, FileProblemError, Workspace
from bronbrief.core.yaml.values import Data, read_yaml
from bronbrief.intake.add import Intake, Request, take_in
from bronbrief.mcp.answers import BriefText, RefusedError, granted
from bronbrief.spec.paths import brief_name, named_brief, spec_paths

INBOX = "inbox"
_KNOWN = 20


def take_from_inbox(workspace: Workspace, name: str, source_id: str, lang: str) -> Outcome[Intake]:
    """Take in a document that lies in `inbox/`; its record gets what it says of itself, and nothing else."""
    known = tuple(path.partition("/")[2] for path in workspace.names(INBOX, ""))
    path = own_file(workspace, INBOX, name) if name in known else None
    if path is None:
        shown = ", ".join(known[:_KNOWN]) or "-"
        raise RefusedError((report("inbox-file", name=name, known=shown),))
    return take_in(workspace, Request(str(path), source_id, lang=lang))


def own_file(workspace: Workspace, folder: str, name: str) -> Path | None:
    """Return the path of a file that lies in a folder itself; None for a link and for what is no file."""
    try:
        path = workspace.resolve(f"{folder}/{name}")
        told = (workspace.root / folder / name).lstat()
        own = path == workspace.resolve(".") / folder / name
    except (FileProblemError, OSError, ValueError):
        return None
    return path if own and stat.S_ISREG(told.st_mode) and told.st_nlink == 1 else None


def read_brief(workspace: Workspace, name: str) -> BriefText:
    """Return a spec as it stands, or raise RefusedError."""
    path = path_of(workspace, name)
    if path not in spec_paths(workspace):
        shown = ", ".join(map(brief_name, spec_paths(workspace)[:_KNOWN])) or "-"
        raise RefusedError((report("brief-unknown", name=name, names=shown),))
    data = _read(workspace, path)
    try:
        text = data.decode()
    except UnicodeDecodeError as error:
        byte = f"{data[error.start]:02X}"
        raise RefusedError((report("yaml-not-utf8", Place(path), byte=byte),)) from error
    return {"path": path, "text": text, "sha256": sha256_of(data)}


def edited(text: str, edits: Sequence[tuple[str, str]], path: str) -> str:
    """Return a text with edits made, one after the other; RefusedError for words that do not stand once."""
    for old, new in edits:
        count = text.count(old)
        if count != 1:
            raise RefusedError((report("edit-not-once", Place(path), path=path, count=count, text=old),))
        text = text.replace(old, new)
    return text


@dataclass(frozen=True, slots=True)
class Parsed:
    """What of a spec counts before it is saved: whether it names an assistant, and what it accepts."""

    made_with: bool
    accepted: frozenset[tuple[str, str]]


def parsed(data: bytes, path: str) -> Outcome[Parsed]:
    """Read bytes as a mapping in YAML. For a worker."""
    read = read_yaml(data, path)
    if read.value is None or has_errors(read.diagnostics):
        return Outcome(None, read.diagnostics)
    values = read.value.value
    return Outcome(Parsed(bool(values.get("made_with")), frozenset(_accepted(values))))


def _accepted(value: Data) -> Iterator[tuple[str, str]]:
    """Yield what stands under `accept` anywhere in a spec: the words, and the reason."""
    if isinstance(value, dict):
        for key, inner in value.items():
            if key == "accept":
                for one in inner if isinstance(inner, list) else [inner]:
                    fields = one if isinstance(one, dict) else {"text": one}
                    yield str(fields.get("text")), str(fields.get("reason"))
            yield from _accepted(inner)
    for inner in value if isinstance(value, list) else ():
        yield from _accepted(inner)


def standing(workspace: Workspace, name: str) -> bytes:
    """Return a spec as it stands; nothing where there is none. Raises RefusedError."""
    path = path_of(workspace, name)
    there = workspace.has(path) or (workspace.root / path).is_symlink()
    own = workspace.resolve(BRIEFS) == workspace.resolve(".") / BRIEFS
    if not own or (there and own_file(workspace, *path.split("/")) is None):
        raise RefusedError((report("path-outside-workspace", Place(path), path=path),))
    return _read(workspace, path) if there else b""


def write_brief(workspace: Workspace, name: str, text: str, started_from: str) -> tuple[str, str]:
    """Write a spec and return its path and SHA-256; only over the version that the assistant started from.

    `started_from` is empty for a new one. Raises RefusedError.
    """
    stands = standing(workspace, name)
    found = sha256_of(stands) if stands else ""
    path, data = path_of(workspace, name), text.encode()
    if found != started_from.lower():
        raise RefusedError((report("brief-changed-meanwhile", Place(path), path=path, sha256=found or "-"),))
    try:
        workspace.write(path, data, replace=bool(stands))
    except FileProblemError as problem:
        raise RefusedError((problem.diagnostic,)) from problem
    except OSError as error:
        raise RefusedError((unwritable(path, error),)) from error
    return path, sha256_of(data)


def _read(workspace: Workspace, path: str) -> bytes:
    try:
        return workspace.read(path, SPEC_LIMIT)
    except FileProblemError as problem:
        raise RefusedError((problem.diagnostic,)) from problem


def path_of(workspace: Workspace, name: str) -> str:
    """Return the path of a brief by its name or path, or raise RefusedError for what is neither."""
    plain = granted(named_brief(name))
    other = f"{BRIEFS}/{plain}.yml"
    return other if workspace.has(other) else f"{BRIEFS}/{plain}.yaml"
