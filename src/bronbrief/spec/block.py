"""What a spec knows of a block type: its key, what stands under it, and how to help who writes it.

The block types themselves are in `bronbrief.blocks`; whoever reads a spec hands them in.
"""

from abc import ABC, abstractmethod
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

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

    last: bool = False
    """Whether it prints after all other blocks, wherever the author wrote it."""

    @property
    @abstractmethod
    def key(self) -> str:
        """Return the key of a section that holds the block."""

    @property
    @abstractmethod
    def annotation(self) -> Any:  # noqa: ANN401 any type that Pydantic takes
        """Return the type of the value: V, as Pydantic reads it."""

    @property
    @abstractmethod
    def field(self) -> Any:  # noqa: ANN401 as Pydantic types its fields
        """Return the `Field` that describes the key to authors; its default is None."""

    @property
    @abstractmethod
    def meanings(self) -> Mapping[str, tuple[str, ...]]:
        """Return what people write instead of the keys of this block, such as Dutch, with the keys meant."""

    @property
    @abstractmethod
    def example(self) -> Example:
        """Return the block at work, for the reference."""

    @abstractmethod
    def check(self, given: V, path: Path, names: Names) -> Iterator[Diagnostic]:
        """Yield what is wrong with a value that its types do not show, names without an excerpt included."""

    @abstractmethod
    def skeleton(self, sample: Sample) -> Iterator[str]:
        """Yield the lines of a section that holds the block, for a new spec whose template needs one.

        They stand in the list `sections`, so the first is `  - heading: …`.
        """


Blocks = tuple[SpecBlock[Any], ...]
