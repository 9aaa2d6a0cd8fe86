"""A section of a spec: its heading, blocks of the types that were handed in, and the sections within it."""

from collections.abc import Mapping
from typing import Any, ClassVar, NamedTuple, Self, cast

from pydantic import Field, ModelWrapValidatorHandler, PrivateAttr, create_model, model_validator

from bronbrief.spec.block import Blocks, SpecBlock
from bronbrief.spec.excerpts import Acceptance, Strict
from bronbrief.spec.types import OneOfRoles, Text


class Written(NamedTuple):
    """A block that the author wrote: its type, and what the model made of its value."""

    block: SpecBlock[Any]
    given: Any


class _Headed(Strict):
    """What stands before the blocks of a section."""

    heading: Text = Field(description="The heading.", examples=["Aanleiding"])
    role: OneOfRoles | None = Field(
        None,
        description="What the section is in a council's paper. A template may ask for it and dress it; the "
        "sections within `arguments` and `counterarguments` are numbered.",
        examples=["arguments"],
    )


class Section(_Headed):
    """A section of the brief; its blocks print in the order in which you write them, `closing` last."""

    sections: list["Section"] = Field([], description="Sections within this one, at most four levels deep.")
    accept: list[Acceptance] = Field(
        [], description="Numbers, dates and names in this section that no excerpt has, each with a reason."
    )

    block_types: ClassVar[Blocks] = ()
    _order: tuple[str, ...] = PrivateAttr(())

    @model_validator(mode="wrap")
    @classmethod
    def _remember_order(cls, data: Any, handler: ModelWrapValidatorHandler[Self]) -> Self:  # noqa: ANN401
        section = handler(data)
        if isinstance(data, Mapping):
            section._order = tuple(data)  # noqa: SLF001 its own
        return section

    @property
    def written(self) -> tuple[Written, ...]:
        """Return the blocks there are, in the order in which the author wrote them; the last ones last."""
        present = [block for block in self.block_types if getattr(self, block.key) is not None]
        present.sort(key=lambda block: (block.last, self._order.index(block.key)))
        return tuple(Written(block, getattr(self, block.key)) for block in present)


def section_model(blocks: Blocks) -> type[Section]:
    """Make the model of a section that may hold blocks of these types."""
    fields: dict[str, Any] = {block.key: (block.annotation | None, block.field) for block in blocks}
    own: dict[str, Any] = {
        "sections": (list["Section"], Section.model_fields["sections"]),
        "block_types": (ClassVar[Blocks], blocks),
    }
    # The order of the bases is that of the keys: the heading, the blocks, and what Section adds.
    bases: Any = (Section, create_model("Blocks", __base__=_Headed, **fields))
    return cast("type[Section]", create_model("Section", __base__=bases, __doc__=Section.__doc__, **own))
