"""The files of the workspace as the app writes them: whole, one at a time, and none that changed meanwhile.

The app holds no document of its own. What a button does is an edit of the text that the reader sees in the
editor, made and read again here, and written when the reader saves it.
"""

from dataclasses import dataclass

from bronbrief.authoring.excerpt_yaml import Selected
from bronbrief.core.diagnostics import Outcome
from bronbrief.core.workspace import BRIEFS, Workspace
from bronbrief.core.yaml.patching import Put, Remove, patch, type_in
from bronbrief.core.yaml.values import Data, read_yaml
from bronbrief.serve.sources import SourceView
from bronbrief.serve.text_files import TextFile, read_text, save_text
from bronbrief.sources.catalogue import source_ids
from bronbrief.spec.excerpts import ExcerptSpec
from bronbrief.spec.keys import key_names
from bronbrief.spec.paths import brief_name, spec_paths
from bronbrief.spec.schema import KEY_ORDER

_CHOOSES = frozenset({"source", "quote", "from", "to", "passage", "prefix", "suffix", "across"})
"""Keys of an excerpt that say which words it quotes."""
SPEC = f"{BRIEFS}/…"  # a text that stands in no file yet


@dataclass(frozen=True, slots=True)
class Asked:
    """A selection in a source of that SHA-256, to be placed in a text where the cursor stands, if it does.

    It may be what an excerpt of the text is to quote instead: then `instead` is the name of that.
    """

    source: str
    sha256: str
    selected: Selected
    cursor: int | None
    instead: str = ""


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

    def read(self, name: str) -> TextFile | None:
        """Return the text of a spec; None where there is none, or none that is UTF-8."""
        path = self._path(name)
        return read_text(Workspace(self._root), path) if path else None

    def save(self, name: str, text: str, seen: str) -> Outcome[TextFile]:
        """Write the text of a spec that is there, if its file still has the SHA-256 `seen`."""
        return save_text(
            Workspace(self._root), self._path(name) or f"{BRIEFS}/{name}.yaml", text, seen or "-"
        )

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
        if asked.instead:
            return _instead(text, excerpts, asked.instead, value)
        typed = None if asked.cursor is None else type_in(text, SPEC, asked.cursor, f"![[{name}]]").value
        put = Put(("excerpts", name), value) if excerpts else Put(("excerpts",), {name: value}, KEY_ORDER)
        placed = patch(typed or text, SPEC, put)
        if placed.value is None:
            return Outcome(None, placed.diagnostics)
        return Outcome(Placed(name, placed.value, referred=typed is not None))

    def _path(self, name: str) -> str | None:
        specs = spec_paths(Workspace(self._root))
        return next((path for path in specs if brief_name(path) == name), None)


def _instead(text: str, excerpts: Data, name: str, value: Data) -> Outcome[Placed] | None:
    """Return a text in which an excerpt quotes other words; what else its author says of it stays."""
    old = excerpts.get(name) if isinstance(excerpts, dict) else None
    if not isinstance(old, dict) or not isinstance(value, dict):
        return None
    gone = (key for key in old if key in _CHOOSES and key not in value)
    order = key_names(ExcerptSpec)
    given = (Put(("excerpts", name, key), one, order) for key, one in value.items() if old.get(key) != one)
    placed = patch(text, SPEC, *given, *(Remove(("excerpts", name, key)) for key in gone))
    return Outcome(Placed(name, placed.value, referred=False) if placed.value else None, placed.diagnostics)
