"""What a block type does for a brief: its part of it, and what the author says in it.

A block type is one module of `bronbrief.blocks`; whoever reads a spec hands them in, and the spec keeps them.
"""

from abc import abstractmethod
from collections.abc import Iterator
from typing import Any

from bronbrief.brief.builder import Builder, Spot
from bronbrief.brief.model import Block
from bronbrief.brief.statements import Statements
from bronbrief.core.places import Path
from bronbrief.spec.block import SpecBlock, V
from bronbrief.spec.section import Section


class BlockType(SpecBlock[V]):
    """A block type, whole; `V` is what the model makes of the value under its key."""

    @abstractmethod
    def build(self, given: V, at: Spot, builder: Builder) -> tuple[Block, ...]:
        """Make what prints, in reading order: notes and quotations are numbered as they are asked for."""

    @abstractmethod
    def state(self, given: V, path: Path, scope: Path, statements: Statements) -> None:
        """Tell what the author says at a path, and what is cited there, in the section at `scope`."""

    def has_own_words(self, given: V) -> bool:  # noqa: ARG002
        """Tell whether it says something of the author's own, so that quotations do not stand alone."""
        return True

    def running_texts(self, given: V, path: Path) -> Iterator[tuple[Path, str]]:  # noqa: ARG002
        """Yield the Markdown texts in which quotations can be set off."""
        return iter(())

    def uncited(self, given: V, path: Path) -> Iterator[tuple[str, Path, str]]:  # noqa: ARG002
        """Yield what cites nothing and gives no reason: what a template may promise, its place, its words."""
        return iter(())


def blocks_of(section: Section) -> Iterator[tuple[BlockType[Any], Any]]:
    """Yield the blocks of a section with their types. Raises TypeError for types that make no brief."""
    for block, given in section.written:
        if not isinstance(block, BlockType):
            raise TypeError(f"no brief can be made of {block.key}")
        yield block, given
