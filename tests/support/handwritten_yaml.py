"""YAML as many hands write it: every style of text, any indentation, comments and empty lines anywhere.

`written(values, choose)` writes values in a form that `choose` picks; each comment is one of a kind.
"""

import re
from collections.abc import Callable, Iterator

from bronbrief.core.yaml.values import Data
from bronbrief.core.yaml.writing import in_flow, scalar

Choose = Callable[[int], int]
"""Returns a number below the one that it is given."""
COMMENT = re.compile(r"# opmerking \d+ é")
_FOLDABLE = re.compile(r"[^\s#](?:[^\n]*[^\s])?(?:\n{1,2}[^\s#](?:[^\n]*[^\s])?)*\n?")
_SPREAD = re.compile(r"[A-Za-z]+ [a-zé]+")


class Hand:
    """One hand that writes a file."""

    def __init__(self, choose: Choose) -> None:
        self._choose = choose
        self._comments = 0
        self._step = 2 + choose(3)
        self._flat_lists = choose(3) == 0

    def file(self, values: dict[str, Data]) -> str:
        """Write a mapping as a file."""
        lines = [*self._between(0), *self._mapping(values, 0), *self._between(0)]
        text = "\n".join(lines) + "\n" * self._choose(3)
        return text.replace("\n", "\r\n") if self._choose(4) == 0 else text

    def _comment(self) -> str:
        self._comments += 1
        return f"# opmerking {self._comments} é"

    def _tail(self) -> str:
        return f"{' ' * (1 + self._choose(3))}{self._comment()}" if self._choose(4) == 0 else ""

    def _between(self, indent: int) -> Iterator[str]:
        for _ in range(self._choose(3)):
            yield f"{' ' * indent}{self._comment()}" if self._choose(3) == 0 else ""
            if self._choose(2):
                return

    def _mapping(self, values: dict[str, Data], indent: int) -> Iterator[str]:
        for number, (key, value) in enumerate(values.items()):
            if number:
                yield from self._between(indent)
            name = f"'{key}'" if self._choose(5) == 0 else scalar(key)
            yield from self._after(f"{' ' * indent}{name}:", value, indent)

    def _list(self, values: list[Data], indent: int) -> Iterator[str]:
        for number, value in enumerate(values):
            if number:
                yield from self._between(indent)
            yield from self._item(value, indent)

    def _item(self, value: Data, indent: int) -> Iterator[str]:
        dash = f"{' ' * indent}-"
        if isinstance(value, dict) and value and self._choose(5):
            inner = indent + 1 + 1 + self._choose(3)
            first, *rest = self._mapping(value, inner)
            yield f"{dash}{first[indent + 1 :]}"
            yield from rest
        else:
            yield from self._after(dash, value, indent)

    def _after(self, head: str, value: Data, indent: int) -> Iterator[str]:
        """Write what follows a colon or a dash."""
        if isinstance(value, str):
            yield from self._text(head, value, indent)
        elif value is None:
            yield f"{head}{self._tail()}"
        elif not value or self._choose(6) == 0:
            yield f"{head} {in_flow(value)}{self._tail()}"
        elif isinstance(value, dict):
            yield f"{head}{self._tail()}"
            yield from self._mapping(value, indent + self._step)
        else:
            flat = self._flat_lists and head.endswith(":")
            yield f"{head}{self._tail()}"
            yield from self._list(value, indent + (0 if flat else self._step))

    def _text(self, head: str, text: str, indent: int) -> Iterator[str]:
        """Write a text in one of the ways that can hold it."""
        below = " " * (indent + 1 + self._choose(4))
        ways = list(_ways(text))
        way = ways[self._choose(len(ways))]
        body = text.rstrip("\n")
        if way in "|>":
            kept = "-" if body == text else "" if text == f"{body}\n" else "+"
            yield f"{head} {way}{kept}{self._tail()}"
            folded = body.replace("\n", "\n\n").replace(". ", ".\n")
            lines = (folded if way == ">" else text.removesuffix("\n")).split("\n")
            yield from (f"{below}{line}" if line else "" for line in lines)
            return
        quoted = text.replace("'", "''")
        escaped = scalar(f"{text}\n")[1:-7]
        written = {"'": f"'{quoted}'", '"': f'"{escaped}"'}.get(way, scalar(text))
        if way == "below":
            yield f"{head}{self._tail()}"
            yield f"{below}{written}{self._tail()}"
        elif way == "spread":
            first, _, second = text.partition(" ")
            yield f"{head} {first}"
            yield f"{below}{second}{self._tail()}"
        else:
            yield f"{head} {written}{self._tail()}"


def _ways(text: str) -> Iterator[str]:
    """Yield the ways in which a text can be written, those that people like several times."""
    yield '"'
    if "\n" not in text:
        yield from ("'", "below", "plain", "plain", "plain", "plain")
    if _SPREAD.fullmatch(text):
        yield "spread"
    if text.strip(" \n") and not text.startswith((" ", "\n")):
        yield from "|||"
    if _FOLDABLE.fullmatch(text):
        yield from ">>"
