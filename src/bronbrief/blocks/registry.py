"""The block types that there are; ARCHITECTURE.md has the recipe of a new one."""

from typing import Any

from bronbrief.blocks.chart import ChartType
from bronbrief.blocks.comparison import ComparisonType
from bronbrief.blocks.figure import FigureType
from bronbrief.blocks.prose import BodyType, ClosingType
from bronbrief.blocks.questions import QuestionsType
from bronbrief.blocks.timeline import TimelineType
from bronbrief.brief.block import BlockType

BLOCKS: tuple[BlockType[Any], ...] = (
    BodyType(),
    TimelineType(),
    ComparisonType(),
    ChartType(),
    QuestionsType(),
    FigureType(),
    ClosingType(),
)
"""In the order of the schema and the reference."""
