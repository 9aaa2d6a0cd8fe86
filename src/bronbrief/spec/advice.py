"""The limits of good style, as a spec may set them."""

from typing import Annotated

from pydantic import Field

from bronbrief.spec.excerpts import Strict
from bronbrief.spec.types import Number, Text

Pair = Annotated[list[Text], Field(min_length=2, max_length=2)]


class Advice(Strict):
    """The limits from which `check` gives a hint; nothing stops on them."""

    quoted_share: Number = Field(
        20,
        le=100,
        description="The share of a source, in percent of its words, that a brief may quote without a hint.",
        examples=[20],
    )
    words: Number = Field(
        1500, description="The number of own words that a brief may have without a hint.", examples=[1500]
    )
    one_name: list[Pair] = Field(
        [["Belarus", "Wit-Rusland"]],
        description="Pairs of names for the same; own words that use both get a hint.",
        examples=[[["Belarus", "Wit-Rusland"]]],
    )
