"""Verify in a process of its own, held to limits: what is verified may come from anyone."""

import json
import os
from dataclasses import asdict, replace
from pathlib import Path

from pydantic import TypeAdapter

from bronbrief.core.child import ChildFailedError, TooHeavyError, call
from bronbrief.core.confine import Limits
from bronbrief.core.diagnostics import Outcome, Place, report
from bronbrief.core.workspace import MEBIBYTE, Workspace
from bronbrief.reporting.json import dumps
from bronbrief.verify.bundle import BYTES_LIMIT
from bronbrief.verify.proofs import Verification

LIMITS, WALL_SECONDS = Limits(memory=2048 * MEBIBYTE, seconds=120, file_size=0), 300
_ANSWER = TypeAdapter(Verification)


def verify_contained(
    path: Path, workspace: Workspace | None, folder: Path | None, trusted: bytes, by: str
) -> Verification:
    """Verify what lies under a path as `verify` does, in a child that may read these places only.

    `by` names what is called there, which takes what `verified` does and answers by `answered`. `trusted`
    are the certificates of issuers of seals that are believed. What takes more time or memory than it may
    is a finding about the whole.
    """
    asked = [str(path), str(workspace.root) if workspace else None, str(folder) if folder else None]
    readable = (path if path.is_dir() else path.parent, workspace and workspace.root, folder)
    reads = [os.path.realpath(one) for one in readable if one]
    limits = replace(LIMITS, reads=(*reads, os.path.realpath(path)))
    answer = _called(by, json.dumps(asked), trusted, limits, path)
    if answer.value is None:
        return Verification(path.name or str(path), general=answer.diagnostics)
    return _ANSWER.validate_json(answer.value)


def inspect_contained(path: Path, how: str) -> Outcome[str]:
    """Read the structure of a PDF in such a child; return it as an outline, a transcript or json."""
    try:
        with path.open("rb") as stream:
            data = stream.read(BYTES_LIMIT + 1)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        return Outcome(None, (report("file-unreadable", path=path.name, reason=reason),))
    if len(data) > BYTES_LIMIT:
        limit = f"{BYTES_LIMIT // MEBIBYTE} MiB"
        return Outcome(None, (report("file-too-large", path=path.name, limit=limit),))
    read = _called(f"{__name__}:inspected", how, data, LIMITS, path)
    if read.value == b"":
        return Outcome(None, (report("pdf-not-tagged", path=path.name),))
    return Outcome(read.value.decode() if read.value else None, read.diagnostics)


def _called(by: str, asked: str, data: bytes, limits: Limits, path: Path) -> Outcome[bytes]:
    """Have the child called; what it takes too much for, or breaks over, is a finding about the whole."""
    name = path.name or str(path)
    try:
        return Outcome(call(by, asked, data, limits, WALL_SECONDS))
    except TooHeavyError as error:
        return Outcome(None, (report("verify-too-heavy", Place(str(path)), file=name, what=str(error)),))
    except ChildFailedError as error:
        return Outcome(None, (report("verify-unreadable", Place(str(path)), file=name, reason=str(error)),))


def verified(asked: str, trusted: bytes) -> tuple[Path, Verification]:
    """Verify what the parent asked; return its path too."""
    from bronbrief.verify.verify import verify  # noqa: PLC0415 - the libraries are loaded in the child only

    path, root, folder = (Path(one) if one else None for one in json.loads(asked))
    assert path is not None  # noqa: S101
    return path, verify(path, Workspace(root) if root else None, folder, trusted or None)


def answered(done: Verification) -> bytes:
    """Write what the parent reads."""
    return json.dumps(_ANSWER.dump_python(done, mode="json"), ensure_ascii=False).encode(errors="replace")


def inspected(how: str, data: bytes) -> bytes:
    """Read the structure of a PDF, in the child; answer nothing where it has none."""
    from bronbrief.verify.reading import NotTaggedError, outline, read_tree, transcript  # noqa: PLC0415

    try:
        tree = read_tree(data)
    except NotTaggedError:
        return b""
    ways = {"outline": outline, "transcript": transcript, "json": lambda node: dumps(asdict(node))}
    return ways[how](tree).encode(errors="replace")
