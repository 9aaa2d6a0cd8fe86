"""The files of the workspace as the app writes them: whole, one at a time, and none that changed meanwhile.

The app holds no document of its own. What a button does is an edit of the text that the reader sees in the
editor, made and read again here, and written when the reader saves it.
"""

from dataclasses import dataclass
from difflib import SequenceMatcher
from hashlib import sha256

from bronbrief.authoring.editing import save
from bronbrief.authoring.excerpt_yaml import Selected
from bronbrief.core.diagnostics import Outcome
from bronbrief.core.workspace import BRIEFS, SPEC_LIMIT, FileProblemError, Workspace
from bronbrief.core.yaml.patching import Put, patch, type_in
from bronbrief.core.yaml.values import read_yaml
from bronbrief.serve.sources import SourceView
from bronbrief.sources.catalogue import source_ids
from bronbrief.spec.paths import brief_name, spec_paths

SPEC = f"{BRIEFS}/…"  # a text that stands in no file yet
_MARK = "\ufeff"


@dataclass(frozen=True, slots=True)
class SpecText:
    """The text of a spec as an editor holds it, each line ended by LF, and the SHA-256 of its bytes."""

    path: str
    text: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Asked:
    """A selection in a source of that SHA-256, to be placed in a text where the cursor stands, if it does."""

    source: str
    sha256: str
    selected: Selected
    cursor: int | None


@dataclass(frozen=True, slots=True)
class Placed:
    """A text with a new excerpt of this name; `referred` tells whether a reference to it was put in."""

    name: str
    text: str
    referred: bool


class SpecFiles:
    """The specs of a workspace, read and written for the editor."""

    def __init__(self, workspace: Workspace, sources: SourceView) -> None:
        self._root = workspace.root
        self._sources = sources

    def read(self, name: str) -> SpecText | None:
        """Return the text of a spec; None where there is none, or none that is UTF-8."""
        found = self._raw(name)
        if found is None:
            return None
        path, data = found
        return SpecText(path, _shown(data.decode()), sha256(data).hexdigest())

    def save(self, name: str, text: str, seen: str) -> Outcome[SpecText]:
        """Write the text of a spec, if its file still has the SHA-256 `seen`; kept lines keep their ends."""
        workspace = Workspace(self._root)
        path, data = self._raw(name) or (f"{BRIEFS}/{name}.yaml", b"")
        written = _as_before(data.decode(), text).encode()
        saved = save(workspace, path, written, seen)
        if saved.value is None:
            return Outcome(None, saved.diagnostics)
        return Outcome(SpecText(path, text, saved.value))

    def put_excerpt(self, text: str, asked: Asked) -> Outcome[Placed] | None:
        """Return a text with the excerpt of a selection, and a reference to it where the cursor stands.

        Where the cursor stands in no text of the author, only the excerpt is placed. None for a selection
        that is not there, or no longer what was selected; what cannot be quoted or placed has findings.
        """
        read = read_yaml(text.encode(), SPEC)
        if read.value is None:
            return Outcome(None, read.diagnostics)
        excerpts = read.value.value.get("excerpts")
        taken = (*(excerpts if isinstance(excerpts, dict) else ()), *source_ids(Workspace(self._root)))
        picked = self._sources.pick(asked.source, asked.selected, taken)
        if picked is None or picked.sha256 != asked.sha256:
            return None
        if not picked.yaml:
            return Outcome(None, picked.refusals)
        made = read_yaml(f"excerpts:\n{picked.yaml}".encode(), SPEC)
        fields = made.value.value["excerpts"] if made.value else None
        assert isinstance(fields, dict)  # noqa: S101 it was written so
        (name, value), *_ = fields.items()
        typed = None if asked.cursor is None else type_in(text, SPEC, asked.cursor, f"![[{name}]]").value
        placed = patch(typed or text, SPEC, Put(("excerpts", name), value))
        if placed.value is None:
            return Outcome(None, placed.diagnostics)
        return Outcome(Placed(name, placed.value, referred=typed is not None))

    def _raw(self, name: str) -> tuple[str, bytes] | None:
        workspace = Workspace(self._root)
        path = next((path for path in spec_paths(workspace) if brief_name(path) == name), None)
        if path is None:
            return None
        try:
            data = workspace.read(path, SPEC_LIMIT)
            data.decode()
        except (FileProblemError, UnicodeDecodeError):
            return None
        return path, data


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
