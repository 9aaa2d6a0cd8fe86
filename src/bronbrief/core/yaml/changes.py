"""What can be changed in a YAML file, and the values that it then holds."""

from dataclasses import dataclass
from typing import Any

from bronbrief.core.places import Path
from bronbrief.core.yaml.writing import Data


@dataclass(frozen=True, slots=True)
class Put:
    """Give the value at a path; a key that is not there is added, with what is missing above it.

    A new key comes where `order`, the keys of its mapping, has it; one that is not in it comes last.
    """

    path: Path
    value: Data
    order: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Insert:
    """Put a value in a list before the item at a path, or after the last where the path is past it."""

    path: Path
    value: Data


@dataclass(frozen=True, slots=True)
class Remove:
    """Take away the key or the item at a path."""

    path: Path


@dataclass(frozen=True, slots=True)
class Move:
    """Put the item at a path in the place of another of its list."""

    path: Path
    to: int


Change = Put | Insert | Remove | Move


def make(values: Data, change: Change) -> None:
    """Make a change in values.

    Raises KeyError, IndexError, TypeError or AttributeError where that cannot be.
    """
    *above, last = change.path
    node: Any = values
    for number, step in enumerate(above):
        if isinstance(change, Put | Insert) and isinstance(node, dict) and node.get(step) is None:
            node[step] = [] if isinstance(change, Insert) and number == len(above) - 1 else {}
        node = node[step]
    if isinstance(change, Put):
        node[last] = change.value
    elif isinstance(change, Insert):
        node.insert(last, change.value)
    elif isinstance(change, Remove):
        del node[last]
    else:
        node.insert(change.to, node.pop(last))
