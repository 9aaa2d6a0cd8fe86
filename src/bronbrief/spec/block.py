"""What a spec knows of a block type: its key, what stands under it, and how to help who writes it.

The block types themselves are in `bronbrief.blocks`; whoever reads a spec hands them in.
"""

from abc import ABC, abstractmethod
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, ClassVar, Generic, TypeVar

from bronbrief.core.diagnostics import Diagnostic
from bronbrief.core.places import Path
from bronbrief.spec.examples import Example
from bronbrief.spec.names import Names

V = TypeVar("V")


@dataclass(frozen=True, slots=True)
class Sample:
    """What a new spec puts in: the block's words in a language, a date, and an excerpt to cite or ""."""

    words: Mapping[str, str]
    date: str
    cite: str


class SpecBlock(ABC, Generic[V]):
    """A block type as specs have it; `V` is what the model makes of the value under its key."""

    key: str
    """The key of a section that holds the block."""
    annotation: Any
    """The type of the value: V, as Pydantic reads it."""
    field: Any
    """The `Field` that describes the key to authors; its default is None."""
    example: Example
    """The block at work, for the reference."""
    meanings: ClassVar[Mapping[str, tuple[str, ...]]] = {}
    """What people write instead of the keys of this block, such as Dutch, with the keys meant."""
    last: bool = False
    """Whether it prints after all other blocks, wherever the author wrote it."""

    def check(self, given: V, path: Path, names: Names) -> Iterator[Diagnostic]:  # noqa: ARG002
        """Yield what is wrong with a value that its types do not show, names without an excerpt included.

        References in Markdown are looked up where it is written.
        """
        return iter(())

    @abstractmethod
    def skeleton(self, sample: Sample) -> Iterator[str]:
        """Yield the lines of a section that holds the block, for a new spec whose template needs one.

        They stand in the list `sections`, so the first is `  - heading: …`.
        """


Blocks = tuple[SpecBlock[Any], ...]
