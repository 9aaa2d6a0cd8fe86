"""Every place in a spec where the author speaks."""

from collections.abc import Iterator, Mapping
from typing import Any

from bronbrief.brief.block import blocks_of
from bronbrief.brief.statements import Ground, Statement, Statements
from bronbrief.core.places import Path, placed_sections
from bronbrief.spec.model import BriefSpec

_PARTICULARS: Any = {
    **dict.fromkeys(("short_title", "for_", "author", "keywords", "council", "fields", "cover_image"), True),
    "accept": {"__all__": {"reason"}},
}


def statements_of(spec: BriefSpec) -> Statements:
    """Return all that the author says in a spec, in its order."""
    found = Statements()
    for key in ("title", "subtitle", "summary"):
        found.plain((key,), getattr(spec, key), ())
    for number, text in enumerate(spec.key_messages):
        found.prose(("key_messages", number), text, ())
    for section, path in placed_sections(spec.sections):
        found.plain((*path, "heading"), section.heading, path)
        for block, given in blocks_of(section):
            block.state(given, (*path, block.key), path, found)
    found.prose(("method",), spec.method, ())
    for name, excerpt in spec.excerpts.items():
        grounds = (Ground(name), Ground(excerpt.source))
        for number, added in enumerate(excerpt.insert):
            path = ("excerpts", name, "insert", number, "text")
            found.additions.append(Statement(path, added.text, 0, len(added.text), (), (grounds,)))
    given = spec.model_dump(by_alias=True, include=_PARTICULARS)
    for at, said in _texts((), given):
        found.particular(at, said, ())
    return found


def _texts(path: Path, value: object) -> Iterator[tuple[Path, str]]:
    """Yield the texts in a value, each with its path."""
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, Mapping):
        for key, inner in value.items():
            yield from _texts((*path, key), inner)
    elif isinstance(value, list | tuple):
        for number, inner in enumerate(value):
            yield from _texts((*path, number), inner)
