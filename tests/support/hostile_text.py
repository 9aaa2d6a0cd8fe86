"""Text that is hard for a regular expression: what its repeats take, over and over, nearly followed up."""

import importlib
from collections.abc import Iterable, Iterator
from random import Random
from typing import Any

_parser, _compiler = importlib.import_module("re._parser"), importlib.import_module("re._compiler")
REPEATS = ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT")
MANY, LONGEST = 50, 300
CANDIDATES = "aA0 .-\n,\"'()[]<>{}:;/=*#_&%@!?|\\^`~+$\t\u00a0“”’é…–€\u00ad\u0301½"
COMMON = (
    " ",
    "0",
    "a",
    "\n",
    "(",
    "[",
    '"',
    "“",
    "’",
    "-",
    ".",
    "a ",
    "A. ",
    "1.",
    "i)",
    "<a ",
    "&",
    "{",
    "`",
    "\n ",
    "é",
)


class Hostile:
    """Makes hostile text for one pattern, the same for the same seed."""

    def __init__(self, pattern: str | bytes, flags: int, seed: int = 0) -> None:
        self.tree = _parser.parse(pattern, flags)
        self.random = Random(seed)  # noqa: S311 - no secret
        self._kept: dict[str, str] = {}

    def units(self, rounds: int) -> list[tuple[str, str]]:
        """Return pairs of what stands once, and what is repeated after it; the pattern may match neither."""
        found = [("", one) for one in COMMON]
        for _ in range(rounds):
            found += self._pumps(self.tree, "")
            whole = self._sample(self.tree)
            found += [("", whole), ("", whole[:-1]), ("", whole[: len(whole) // 2])]
        found += [("", before + again) for before, again in found if before]
        return [pair for pair in dict.fromkeys(found) if pair[1]]

    def _pumps(self, nodes: Iterable[Any], before: str) -> Iterator[tuple[str, str]]:
        """Yield for each repeat without a bound what comes before it, and what it takes."""
        for node in nodes:
            kind, value = node[0].name, node[1]
            if kind in REPEATS:
                _, most, body = value
                if int(most) > MANY:
                    chars = self._chars(body[0]) if len(body) == 1 else ""
                    yield from ((before, char) for char in chars[:4])
                    yield before, self._sample(body)
            for inner in self._inner(node):
                yield from self._pumps(inner, before)
            before = (before + self._sample([node]))[-LONGEST:]

    def _inner(self, node: Any) -> list[Any]:
        kind, value = node[0].name, node[1]
        if kind == "BRANCH":
            return list(value[1])
        if kind in ("SUBPATTERN", *REPEATS):
            return [value[-1]]
        if kind == "ATOMIC_GROUP":
            return [value]
        return [value[1]] if kind in ("ASSERT", "ASSERT_NOT") else []

    def _sample(self, nodes: Iterable[Any]) -> str:
        """Return a text that the pattern may take, what stands around it left out of account."""
        text = ""
        for node in nodes:
            kind, value = node[0].name, node[1]
            if kind == "BRANCH":
                text += self._sample(self.random.choice(value[1]))
            elif kind in REPEATS:
                times = max(value[0], min(value[1], self.random.choice((0, 1, 2))))
                text += "".join(self._sample(value[2]) for _ in range(min(times, MANY)))
            elif kind in ("SUBPATTERN", "ATOMIC_GROUP"):
                text += self._sample(self._inner(node)[0])
            elif chars := self._chars(node):
                text += self.random.choice(chars[:4])
        return text[:LONGEST]

    def _chars(self, node: Any) -> str:
        kind, value = node[0].name, node[1]
        if kind == "LITERAL":
            return chr(value)
        if kind not in ("NOT_LITERAL", "IN", "ANY"):
            return ""
        key = repr(node)
        if key not in self._kept:
            one = _compiler.compile(_parser.SubPattern(self.tree.state, [node]))
            self._kept[key] = "".join(filter(_taker(one), CANDIDATES)) or _first(value)
        return self._kept[key]


def _taker(pattern: Any) -> Any:
    """Return what tells whether a pattern, of text or of bytes, takes a character."""

    def takes(char: str) -> bool:
        try:
            return bool(pattern.fullmatch(char))
        except TypeError:
            return bool(pattern.fullmatch(char.encode()))

    return takes


def _first(members: Any) -> str:
    """Return the first characters that a set names."""
    named = [one for one in members or () if one[0].name in ("LITERAL", "RANGE")]
    return "".join(chr(value if kind.name == "LITERAL" else value[0]) for kind, value in named)
