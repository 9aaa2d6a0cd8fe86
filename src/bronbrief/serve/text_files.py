"""The text of a file as the browser holds it, and the file that is written of it: lines keep their ends."""

from dataclasses import dataclass
from difflib import SequenceMatcher

from bronbrief.authoring.editing import create, save
from bronbrief.core.diagnostics import Outcome
from bronbrief.core.digests import sha256_of
from bronbrief.core.workspace import SPEC_LIMIT, FileProblemError, Workspace

_MARK = "\ufeff"


@dataclass(frozen=True, slots=True)
class TextFile:
    """The text of a file as an editor holds it, each line ended by LF, and the SHA-256 of its bytes."""

    path: str
    text: str
    sha256: str


def read_text(workspace: Workspace, path: str) -> TextFile | None:
    """Return the text of a file of the workspace; None where there is none, or none that is UTF-8."""
    found = _raw(workspace, path)
    return None if found is None else TextFile(path, _shown(found.decode()), sha256_of(found))


def save_text(workspace: Workspace, path: str, text: str, seen: str) -> Outcome[TextFile]:
    """Write a text, if its file still has the SHA-256 `seen`; "" is that of a file that is not there yet."""
    if seen:
        written = _as_before((_raw(workspace, path) or b"").decode(), text).encode()
        saved = save(workspace, path, written, seen)
    else:
        saved = create(workspace, path, text.encode())
    return Outcome(TextFile(path, text, saved.value) if saved.value else None, saved.diagnostics)


def _raw(workspace: Workspace, path: str) -> bytes | None:
    try:
        data = workspace.read(path, SPEC_LIMIT)
        data.decode()
    except (FileProblemError, UnicodeDecodeError):
        return None
    return data


def _shown(text: str) -> str:
    return text.removeprefix(_MARK).replace("\r\n", "\n").replace("\r", "\n")


def _as_before(old: str, new: str) -> str:
    """Return a new text with the byte order mark of the old one, and its line ends where a line stays."""
    mark = _MARK if old.startswith(_MARK) else ""
    before, after = old.removeprefix(mark).splitlines(keepends=True), new.split("\n")
    usual = "\r\n" if sum(line.endswith("\r\n") for line in before) * 2 > len(before) else "\n"
    if all(line.endswith(usual) for line in before[:-1]):
        return mark + usual.join(after)
    ends = [usual] * (len(after) - 1)
    plain = [line.rstrip("\r\n") for line in before]
    for first, second, size in SequenceMatcher(None, plain, after, autojunk=False).get_matching_blocks():
        for step in range(min(size, len(ends) - second)):
            ends[second + step] = before[first + step][len(plain[first + step]) :] or usual
    return mark + "".join(line + end for line, end in zip(after, [*ends, ""], strict=True))
