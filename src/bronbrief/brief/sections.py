"""The sections of a brief, block by block, in the order in which they are read."""

from bronbrief.brief.block import blocks_of
from bronbrief.brief.builder import DEEPEST, Builder, Spot
from bronbrief.brief.model import Section
from bronbrief.core.places import Path
from bronbrief.spec import section as spec

TOP = 2
NUMBERED = ("arguments", "counterarguments")


def build_section(
    builder: Builder, given: spec.Section, path: Path, level: int = TOP, number: int | None = None
) -> Section:
    """Build a section with its blocks, then the sections within it; `number` is its own among arguments."""
    anchor = builder.heading_anchor(given.heading)
    builder.writer.plain((*path, "heading"), given.heading)
    level = min(level, DEEPEST)
    blocks = tuple(
        part
        for block, value in blocks_of(given)
        for part in block.build(value, Spot((*path, block.key), level, given.heading), builder)
    )
    numbered = given.role in NUMBERED
    inner = tuple(
        build_section(builder, part, (*path, "sections", at), level + 1, at + 1 if numbered else None)
        for at, part in enumerate(given.sections)
    )
    return Section(given.heading, anchor, level, blocks, inner, given.role, number)
