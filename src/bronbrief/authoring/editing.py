"""Edits of a file's text: made only in the file that they were made from, and never half written."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import unified_diff
from itertools import groupby

from bronbrief.core.diagnostics import Diagnostic, Outcome, Place, Replacement, has_errors, report, unwritable
from bronbrief.core.digests import sha256_of
from bronbrief.core.places import file_text
from bronbrief.core.workspace import BRIEFS, SEEDS, SPEC_LIMIT, FileProblemError, Workspace
from bronbrief.core.yaml.edits import Edit, replaced
from bronbrief.core.yaml.values import read_yaml

_MARK = "\ufeff"  # a byte order mark stays where it is, and is no character of the text


@dataclass(frozen=True, slots=True)
class Edited:
    """A file of the workspace as it would become: text before and after, and the hash of what was read."""

    path: str
    before: str
    after: str
    sha256: str

    def diff(self) -> str:
        """Return what changes, as a unified diff with two lines around it."""
        lines = unified_diff(
            self.before.splitlines(), self.after.splitlines(), self.path, self.path, n=2, lineterm=""
        )
        return "\n".join(lines)


def save(workspace: Workspace, path: str, data: bytes, seen: str) -> Outcome[str]:
    """Write a file whole, if what stands there still has the SHA-256 `seen`; return the new one.

    Who wrote it meanwhile is not overwritten: that is the finding.
    """
    try:
        if sha256_of(workspace.read(path, SPEC_LIMIT)) != seen:
            return Outcome(None, (report("file-changed-meanwhile", Place(path), file=path),))
    except FileProblemError as problem:
        return Outcome(None, (problem.diagnostic,))
    return _written(workspace, path, data, replace=True)


def create(workspace: Workspace, path: str, data: bytes) -> Outcome[str]:
    """Write a new file whole and return its SHA-256; what stands there meanwhile is not overwritten."""
    return _written(workspace, path, data, replace=False)


def _written(workspace: Workspace, path: str, data: bytes, *, replace: bool) -> Outcome[str]:
    try:
        workspace.write(path, data, replace=replace)
    except FileProblemError as problem:
        return Outcome(None, (problem.diagnostic,))
    except FileExistsError:
        return Outcome(None, (report("file-changed-meanwhile", Place(path), file=path),))
    except OSError as error:
        return Outcome(None, (unwritable(path, error, Place(path)),))
    return Outcome(sha256_of(data))


def fixed(workspace: Workspace, diagnostics: Iterable[Diagnostic]) -> tuple[Edited, ...]:
    """Return the files of `briefs/` and `seeds/` with the exact cures of findings, nothing written yet.

    Of cures that overlap the first in the text is made. A file that would read worse is left out.
    """
    cures = sorted({one.fix for one in diagnostics if one.fix}, key=lambda fix: (fix[0].place, fix[-1].place))
    found = (
        _edited(workspace, path, list(fixes))
        for path, fixes in groupby(cures, lambda fix: fix[0].place.file)
        if path.startswith((f"{BRIEFS}/", f"{SEEDS}/")) and path.endswith((".yaml", ".yml"))
    )
    return tuple(one for one in found if one is not None)


def _edited(workspace: Workspace, path: str, fixes: list[tuple[Replacement, ...]]) -> Edited | None:
    try:
        data = workspace.read(path, SPEC_LIMIT)
        text = data.decode()
    except (FileProblemError, UnicodeDecodeError):
        return None
    mark = _MARK if text.startswith(_MARK) else ""
    text = text.removeprefix(mark)
    new = replaced(text, list(_edits(text, fixes)))
    if new == text or (_reads(text) and not _reads(new)):
        return None
    return Edited(path, mark + text, mark + new, sha256_of(data))


def _edits(text: str, fixes: list[tuple[Replacement, ...]]) -> Iterator[Edit]:
    """Yield the edits of fixes, each whole or not at all, none where an earlier one has changed the text."""
    origin, done = file_text("", text), -1
    for fix in fixes:
        edits = sorted(
            (
                origin.offset(one.place.line, one.place.column),
                origin.offset(one.place.end_line, one.place.end_column),
                one.text,
            )
            for one in fix
        )
        if edits[0][0] > done:
            done = edits[-1][1]
            yield from edits


def _reads(text: str) -> bool:
    return not has_errors(read_yaml(text.encode(), "").diagnostics)
