"""What to do with each value that the model refused, so that the rest of the spec can be read on.

A misspelt key is read as the one that was meant; of thousands, only as many as are reported. What a spec can
do without is left out. Where the model wants a value there is a stand-in, so that all around it is still
looked at.
"""

from collections.abc import Iterable

from pydantic import BaseModel

from bronbrief.core.places import Path
from bronbrief.core.yaml.values import Data
from bronbrief.spec.errors import FINDINGS_LIMIT, meant_for
from bronbrief.spec.keys import model_at, value_at
from bronbrief.spec.left_out import as_identifier, cites
from bronbrief.spec.mending import Cure, Drop, Put, Rename, Wrap
from bronbrief.spec.refusals import Refusal

UNREAD = "niet-gelezen"
"""Stands in for the name of a source or a template."""

_TEXT = "…"
_ROW: dict[str, Data] = {"actor": _TEXT, "cells": [_TEXT]}
_STAND_INS: dict[str, Data] = {
    **dict.fromkeys(("title", "heading", "event", "question", "answer", "actor", "alt", "reason"), _TEXT),
    "cells": [_TEXT],
    "columns": [_TEXT],
    "date": "2000-01-01",
    "lang": "nl-NL",
    "rows": [_ROW],
    "sections": [{"heading": _TEXT}],
    "source": UNREAD,
    "template": UNREAD,
}
_ALIGNED = ("cells", "columns")


def cures_for(refusals: Iterable[Refusal], model: type[BaseModel], data: dict[str, Data]) -> dict[Path, Cure]:
    """Return what to do at which path."""
    ward = _Ward(model, data)
    cures: dict[Path, Cure] = {}
    for refusal in refusals:
        if refusal.path:
            path, cure = ward.cure(refusal)
            cures.setdefault(path, cure)
    return cures


class _Ward:
    """The spec, and the names that keys were given."""

    def __init__(self, model: type[BaseModel], data: dict[str, Data]) -> None:
        self._model, self._data = model, data
        self._taken: set[Path] = set()
        self._looked_up = 0
        excerpts = data.get("excerpts")
        self._excerpts = frozenset(excerpts) if isinstance(excerpts, dict) else frozenset()

    def cure(self, refusal: Refusal) -> tuple[Path, Cure]:
        """Return what to do, and where: at the value, or at what holds it."""
        path = refusal.path
        if refusal.at_key:
            return path, self._key(refusal)
        if refusal.rule == "list_type" and isinstance(refusal.value, str) and not model_at(self._model, path):
            # With a dash that lacks its space the text is no item yet, and is judged as none.
            return path, Drop() if refusal.value.startswith("-") else Wrap()
        if path[0] == "excerpts" and len(path) == len(("excerpts", "id")):
            return path, Put({"source": UNREAD})
        if isinstance(path[-1], int):
            return path, Put(_TEXT) if path[-2] in _ALIGNED else Drop()
        stand_in = _STAND_INS.get(path[-1])
        if stand_in is not None and _is_required(self._model, path):
            return path, Put(stand_in)
        return path[:-1] if _is_required(self._model, path) else path, Drop()

    def _key(self, refusal: Refusal) -> Cure:
        """Read a key as the one that was meant, unless that one stands beside it."""
        path, key = refusal.path, refusal.key
        unknown = refusal.rule == "extra_forbidden"
        self._looked_up += unknown
        if unknown and (self._looked_up > FINDINGS_LIMIT or refusal.value is None):
            return Drop()
        meant = meant_for(path, self._model) if unknown else as_identifier(key)
        beside = value_at(self._data, path[:-1])
        target = (*path[:-1], meant or "")
        if meant and target not in self._taken and not (isinstance(beside, dict) and meant in beside):
            self._taken.add(target)
            return Rename(meant)
        item = beside.get(key) if isinstance(beside, dict) else None
        return Drop(weighs=not (unknown and isinstance(item, str)) or cites(item, self._excerpts))


def _is_required(top: type[BaseModel], path: Path) -> bool:
    model = model_at(top, path[:-1])
    fields = model.model_fields.items() if model else ()
    return any((field.alias or name) == path[-1] and field.is_required() for name, field in fields)
