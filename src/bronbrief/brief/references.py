"""The author's references in Markdown: `![[id]]` quotes, `[@id]` and `[@source, al. 3]` cite.

References are taken out of the text before Markdown sees it, and tokens of Unicode noncharacters stand in
their place: Markdown cannot read them as anything else, no user's text may hold them, and each token leads
back to the exact characters that the author wrote. A backslash before a reference keeps it as text.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from bronbrief.core.yaml.values import Data

OPEN, CLOSE, ALONE = "\ufdd0", "\ufdd1", "\ufdd2"
TOKEN = re.compile(f"{OPEN}([0-9]+){CLOSE}")

_NONCHARACTERS = re.compile("[\ufdd0-\ufdef]")
_REFERENCE = re.compile(
    r"""(?<!\\)(?:
        !\[\[(?P<quotation>[^\[\]\n]*)\]\]
      | \[(?P<citation>\s*@[^\[\]]*)\]
      | (?P<image>!\[(?!\[)[^\[\]\n]*\]\([^()\n]*\))
    )""",
    re.VERBOSE,
)
_IDENTIFIER = r"[a-z0-9]+(?:-[a-z0-9]+)*"
_TARGET = re.compile(rf"\s*@(?P<id>{_IDENTIFIER})\s*(?:,\s*(?P<locator>[^\s,;@][^;@]*))?", re.ASCII)


class Kind(StrEnum):
    """What a reference asks for; an image is recognised only to be refused."""

    QUOTATION = "quotation"
    CITATION = "citation"
    IMAGE = "image"
    MALFORMED = "malformed"


@dataclass(frozen=True, slots=True)
class Target:
    """One thing that a reference names: an excerpt, or a source with a locator.

    `start` and `end` are characters of the Markdown text.
    """

    id: str
    locator: str | None
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Reference:
    """A reference as the author wrote it: `literal` stands at characters `start` to `end` of the text."""

    kind: Kind
    targets: tuple[Target, ...]
    start: int
    end: int
    literal: str


@dataclass(frozen=True, slots=True)
class Marked:
    """Markdown with a token for each reference; token n stands for `references[n]`.

    `shifts` pairs a character of `text` after each token with the same character of the author's text.
    """

    text: str
    references: tuple[Reference, ...]
    shifts: tuple[tuple[int, int], ...]

    def origin(self, position: int) -> int:
        """Map a character of `text` to the author's text; inside a token, to where the token ends."""
        at = bisect_right(self.shifts, position, key=lambda shift: shift[0]) - 1
        marked, written = self.shifts[at]
        return written + position - marked

    def restore(self, text: str) -> str:
        """Put back what the author wrote for every token that is left in a text."""
        return TOKEN.sub(lambda match: self.references[int(match[1])].literal, text)


def mark(text: str) -> Marked:
    """Replace every reference in a Markdown text by a token.

    Noncharacters in the text itself become U+FFFD, so that nobody can forge a token.
    """
    clean = _NONCHARACTERS.sub("\ufffd", text)
    parts: list[str] = []
    references: list[Reference] = []
    shifts = [(0, 0)]
    done, length = 0, 0
    for match in _REFERENCE.finditer(clean):
        token = f"{OPEN}{len(references)}{CLOSE}"
        parts += [clean[done : match.start()], token]
        length += match.start() - done + len(token)
        done = match.end()
        shifts.append((length, done))
        references.append(_read(match))
    return Marked("".join([*parts, clean[done:]]), tuple(references), tuple(shifts))


def _read(match: re.Match[str]) -> Reference:
    start, end, literal = match.start(), match.end(), match[0]
    if match["image"] is not None:
        return Reference(Kind.IMAGE, (), start, end, literal)
    if match["quotation"] is not None:
        name = match["quotation"].strip()
        if not re.fullmatch(_IDENTIFIER, name, re.ASCII):
            return Reference(Kind.MALFORMED, (), start, end, literal)
        return Reference(Kind.QUOTATION, (Target(name, None, start, end),), start, end, literal)
    targets = _targets(match["citation"], match.start("citation"))
    return Reference(Kind.CITATION if targets else Kind.MALFORMED, targets, start, end, literal)


def _targets(inside: str, offset: int) -> tuple[Target, ...]:
    """Read "@id; @source, al. 3"; empty if any part of it cannot be read."""
    targets = []
    position = offset
    for piece in inside.split(";"):
        match = _TARGET.fullmatch(piece)
        if match is None:
            return ()
        locator = " ".join(match["locator"].split()) if match["locator"] else None
        start = position + len(piece) - len(piece.lstrip())
        targets.append(Target(match["id"], locator, start, start + len(piece.strip())))
        position += len(piece) + 1
    return tuple(targets)


def names_in(node: Data) -> Iterator[str]:
    """Yield the names that texts of a spec refer to, and the texts that may be a name and nothing else."""
    if isinstance(node, str):
        yield from (target.id for one in mark(node).references for target in one.targets)
        yield node
    elif node is not None:
        for one in node.values() if isinstance(node, dict) else node:
            yield from names_in(one)
