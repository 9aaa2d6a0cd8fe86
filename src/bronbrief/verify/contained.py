"""Verify in a process of its own, held to limits: what is verified may come from anyone."""

import json
import os
from dataclasses import replace
from pathlib import Path

from pydantic import TypeAdapter

from bronbrief.core.child import ChildFailedError, TooHeavyError, call
from bronbrief.core.confine import Limits
from bronbrief.core.diagnostics import Place
from bronbrief.core.findings import report
from bronbrief.core.workspace import MEBIBYTE, Workspace
from bronbrief.verify.proofs import Verification

LIMITS, WALL_SECONDS = Limits(memory=2048 * MEBIBYTE, seconds=120, file_size=0), 300
_ANSWER = TypeAdapter(Verification)


def verify_contained(
    path: Path,
    workspace: Workspace | None = None,
    folder: Path | None = None,
    trusted: bytes = b"",
    by: str = f"{__name__}:answer",
) -> Verification:
    """Verify what lies under a path as `verify` does, in a child that may read these places only.

    `by` names what is called there, which may look at more and answers as `answer` does. `trusted` are the
    certificates of issuers of seals that are believed. What takes more time or memory than it may is a
    finding about the whole.
    """
    asked = [str(path), str(workspace.root) if workspace else None, str(folder) if folder else None]
    readable = (path if path.is_dir() else path.parent, workspace and workspace.root, folder)
    reads = [os.path.realpath(one) for one in readable if one]
    limits = replace(LIMITS, reads=(*reads, os.path.realpath(path)))
    name = path.name or str(path)
    try:
        answer = call(by, json.dumps(asked), trusted, limits, WALL_SECONDS)
    except TooHeavyError as error:
        found = report("verify-too-heavy", Place(str(path)), file=name, what=str(error))
    except ChildFailedError as error:
        found = report("verify-unreadable", Place(str(path)), file=name, reason=str(error))
    else:
        return _ANSWER.validate_json(answer)
    return Verification(name, findings=(found,))


def answer(asked: str, trusted: bytes) -> bytes:
    """Verify, in the child, and answer in JSON."""
    return answered(verified(asked, trusted)[1])


def verified(asked: str, trusted: bytes) -> tuple[Path, Verification]:
    """Verify what the parent asked; return its path too."""
    from bronbrief.verify.verify import verify  # noqa: PLC0415 - the libraries are loaded in the child only

    path, root, folder = (Path(one) if one else None for one in json.loads(asked))
    assert path is not None  # noqa: S101
    return path, verify(path, Workspace(root) if root else None, folder, trusted or None)


def answered(done: Verification) -> bytes:
    """Write what the parent reads."""
    return json.dumps(_ANSWER.dump_python(done, mode="json"), ensure_ascii=False).encode(errors="replace")
