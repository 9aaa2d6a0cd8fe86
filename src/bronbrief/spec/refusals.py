"""What the model refused: the rule, the value and its path in the data as the author wrote them."""

from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from pydantic import BaseModel
from pydantic_core import ErrorDetails

from bronbrief.core.places import Path, Places
from bronbrief.core.yaml.values import Data
from bronbrief.spec.block import Blocks

DIAGNOSTICS_LIMIT = 200
"""Findings about one file: who meets these has read enough."""


@dataclass(frozen=True, slots=True)
class Refusal:
    """One refusal: the rule, the path of the value, and whether the key itself is at fault."""

    rule: str
    path: Path
    at_key: bool
    value: object
    limit: str

    @property
    def key(self) -> str:
        """Return the nearest key above the value, for use in words."""
        return next((str(step) for step in reversed(self.path) if isinstance(step, str)), "")


@dataclass(frozen=True, slots=True)
class Refused:
    """What was refused and where to look: the model, the data as read, places, and keys without a value.

    `blocks` are the types of blocks that specs may hold.
    """

    model: type[BaseModel]
    data: dict[str, Data]
    places: Places
    empty: AbstractSet[Path]
    blocks: Blocks = ()


def refusals_in(errors: Iterable[ErrorDetails], data: dict[str, Data]) -> list[Refusal]:
    """Return what the model refused, in its order, each with the path of the value in the data."""
    return [_refusal(error, data) for error in errors]


def _refusal(error: ErrorDetails, data: dict[str, Data]) -> Refusal:
    path, at_key = _path(error, data)
    context = error.get("ctx", {})
    limit = next(
        (context[key] for key in ("max_length", "min_length", "le", "expected") if key in context), ""
    )
    return Refusal(error["type"], path, at_key, error["input"], str(limit))


def _path(error: ErrorDetails, data: dict[str, Data]) -> tuple[Path, bool]:
    """Return the path in the data; steps that name a member of a union are left out."""
    path: list[str | int] = []
    node: Data = data
    for step in error["loc"]:
        if step == "[key]" and not (isinstance(node, dict) and step in node):
            return tuple(path), True
        if isinstance(node, dict) and isinstance(step, str):
            if step in node or error["type"] == "missing":
                path.append(step)
            node = node.get(step)
        elif isinstance(node, list) and isinstance(step, int) and step < len(node):
            path.append(step)
            node = node[step]
    return tuple(path), error["type"] == "extra_forbidden"


def text_of(value: object) -> str:
    """Return a value that is a text, and "" for any other."""
    return value if isinstance(value, str) else ""
