"""References that the author mistyped: they would print as they stand, and nothing would be cited.

They are known by the names in them. Text in brackets that names no excerpt and no source is left alone, and
so is what stands in code, in a link, in an address, or behind a backslash.
"""

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from bronbrief.brief.lint import CODE
from bronbrief.brief.references import Kind, Reference
from bronbrief.core.near import nearest
from bronbrief.spec.types import as_identifier

_LIKENESS = 0.8
_NAME = r"[^\W_][\w-]*"
_FREE = r"(?<![\\])(?<!\\!)"
_MASKED = re.compile(
    CODE + r"|\[(?:[^\[\]\n]|\[[^\[\]\n]*\])*\]\([^()\n]*\)"
    r"|<[^<>\s]+>|(?:https?://|www\.)[^\s)\]]+"
)
# What nobody writes but to refer, whatever name is in it.
_PLAIN = re.compile(
    rf"{_FREE}(?:!{{1,3}}\[\[\s*(?P<closed>[^\[\]\n]{{1,100}})\]+"
    rf"|!{{1,3}}\[\[\s*@?(?P<open>{_NAME})"
    rf"|\[\s*@\s*(?P<cut>{_NAME}))"
)
# What is a reference only if it names something: `loose` ones may name it nearly.
_NAMING = re.compile(
    rf"{_FREE}(?:(?P<loose>\[\[\s*(?P<double>[^\[\]\n]{{1,100}})\]+"
    rf"|!\[\s*(?P<bang>[^\[\]\n]{{1,100}})\](?!\()|\[\[\s*@?(?P<unclosed>{_NAME}))"
    rf"|(?<!\[)\[\s*(?P<single>[^\[\]\n^]{{1,100}})\](?![(\]])"
    rf"|\(\s*@(?P<round>[^()\[\]\n]{{1,100}})\)"
    rf"|(?<![\w@./-])(?<!\\\()@(?P<bare>{_NAME})(?![\w@]|[.-]\w)\]?)"
)
# What people put between two names, and between the name of a source and a place in it.
_PARTS = re.compile(r";|(?:,|&|\ben\b|\band\b)\s*+(?=@)|(?<!\s)\s++(?=@)")
_LOCATED = re.compile("[,:]")
_BRACKET = re.compile(r"(?<!\\)!?(?<!\\)\[\Z")
_BANG = re.compile(r"(?<![^\s(])!\Z")


@dataclass(frozen=True, slots=True)
class Mistyped:
    """A mistyped reference at characters `start` to `end`: what it names, and how it is written."""

    start: int
    end: int
    names: tuple[str, ...]
    form: str


def mistyped(
    text: str, references: Iterable[Reference], excerpts: Collection[str], sources: Collection[str]
) -> Iterator[Mistyped]:
    """Yield the mistyped references in a Markdown text, in order, given the names that may be meant.

    `references` are those that `mark` finds in the text.
    """
    if "@" not in text and "[" not in text:
        return
    known = {*excerpts, *sources}
    found = []
    masked = list(_MASKED.sub(_blank, text))
    for one in references:
        masked[one.start : one.end] = "\0" * (one.end - one.start)
        before, after = _wrapped(text, one) if one.kind is Kind.CITATION else (0, 0)
        if before:
            names = [(target.id, target.locator) for target in one.targets]
            found.append(_made(one.start - before, one.end + after, names, sources, quotes=True))
    rest = "".join(masked)
    for match in _PLAIN.finditer(rest):
        inside = match["closed"] or match["open"] or match["cut"]
        names = _named(inside, known, loose=True) or [(as_identifier(inside) or "id", None)]
        found.append(_made(*match.span(), names, sources, quotes=match["cut"] is None))
    for match in _NAMING.finditer(_PLAIN.sub(_blank, rest)):
        inside = next(match[name] for name in _INSIDE if match[name])
        names = _named(inside, known, loose=match["loose"] is not None)
        if names:
            found.append(_made(*match.span(), names, sources, quotes=match["loose"] is not None))
    yield from sorted(found, key=lambda one: one.start)


def read_anew(reference: Reference, excerpts: Collection[str], sources: Collection[str]) -> Mistyped | None:
    """Read a reference whose names break the rules for names, if they are known when written by them."""
    names = _named(reference.literal.strip("![]"), {*excerpts, *sources}, loose=True)
    quotes = reference.literal.startswith("!")
    return _made(reference.start, reference.end, names, sources, quotes=quotes) if names else None


def _wrapped(text: str, citation: Reference) -> tuple[int, int]:
    """Return how many signs that do not belong stand before and after a citation: ![@id], [[@id]]."""
    start, end = citation.start, citation.end
    bracket = _BRACKET.search(text, max(start - 2, 0), start)
    if bracket and text[end : end + 1] == "]" and text[end + 1 : end + 2] != "(":
        return len(bracket[0]), 1
    return (1, 0) if _BANG.search(text, max(start - 1, 0), start) else (0, 0)


def _blank(match: re.Match[str]) -> str:
    return "\0" * len(match[0])


_INSIDE = ("double", "bang", "unclosed", "single", "round", "bare")
_Names = list[tuple[str, str | None]]


def _named(inside: str, known: Collection[str], *, loose: bool) -> _Names:
    """Read "name", "@name; @other" or "name, al. 3"; empty if any part of it names nothing."""
    names: _Names = []
    for part in _PARTS.split(inside):
        given, *rest = _LOCATED.split(part.strip().lstrip("@!"), maxsplit=1)
        name = _known(given.strip(), known, loose=loose)
        if name is None:
            return []
        names.append((name, "".join(rest).strip() or None))
    return names


def _known(given: str, known: Collection[str], *, loose: bool) -> str | None:
    if given in known:
        return given
    if not loose:
        return None
    plain = as_identifier(given)
    return plain if plain in known else nearest(given, known, _LIKENESS)


def _made(start: int, end: int, names: _Names, sources: Collection[str], *, quotes: bool) -> Mistyped:
    """Write the reference as it should be: an excerpt that was to be quoted, else a citation."""
    first, _ = names[0]
    if quotes and len(names) == 1 and first not in sources:
        form = f"![[{first}]]"
    else:
        cited = (f"@{name}, {at}" if at and name in sources else f"@{name}" for name, at in names)
        form = f"[{'; '.join(cited)}]"
    return Mistyped(start, end, tuple(name for name, _ in names), form)
