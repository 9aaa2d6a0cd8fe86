"""The sections of a brief, block by block, in the order in which they are read."""

import re
import unicodedata
from itertools import groupby

from bronbrief.brief.dates import edtf_text
from bronbrief.brief.figures import check_image
from bronbrief.brief.model import (
    Answered,
    Block,
    Cell,
    ComparisonBlock,
    ComparisonGroup,
    ComparisonRow,
    FigureBlock,
    Moment,
    QuestionsBlock,
    Section,
    TimelineBlock,
)
from bronbrief.brief.plain_dates import machine_date
from bronbrief.brief.writer import Writer
from bronbrief.core.places import Path
from bronbrief.core.workspace import Workspace
from bronbrief.spec import model as spec

TOP, DEEPEST = 2, 6
DASHES = {"–", "—", "-", "−"}


class Builder:
    """Build the blocks of one brief; anchors are unique within it."""

    def __init__(self, writer: Writer, workspace: Workspace) -> None:
        self.writer = writer
        self.workspace = workspace
        self.anchors: set[str] = set()
        self.questions = 0

    def section(self, given: spec.Section, path: Path, level: int = TOP) -> Section:
        """Build a section with its blocks, then the sections within it."""
        anchor = self._anchor(given.heading)
        self.writer.plain((*path, "heading"), given.heading)
        level = min(level, DEEPEST)
        blocks = tuple(block for key in given.block_order for block in self._blocks(given, key, path, level))
        inner = tuple(
            self.section(part, (*path, "sections", number), level + 1)
            for number, part in enumerate(given.sections)
        )
        return Section(given.heading, anchor, level, blocks, inner)

    def _blocks(self, given: spec.Section, key: str, path: Path, level: int) -> tuple[Block, ...]:
        at = (*path, key)
        match getattr(given, key):
            case str() as text:
                return self.writer.flow(at, text, level)
            case spec.Comparison() as table:
                return (self._comparison(table, at, given.heading),)
            case spec.Figure() as figure:
                return self._figure(figure, at)
            case list() as items if key == "timeline":
                moments = [self._moment(item, (*at, number)) for number, item in enumerate(items)]
                return (TimelineBlock(tuple(moments)),)
            case list() as items:
                answered = [self._answered(item, (*at, n), level) for n, item in enumerate(items)]
                return (QuestionsBlock(tuple(answered)),)
            case _:
                return ()

    def _moment(self, given: spec.TimelineEntry, path: Path) -> Moment:
        date = edtf_text(given.date, self.writer.spec.lang)
        event = self.writer.phrase((*path, "event"), given.event)
        citations = self.writer.citations(given.cite)
        contested = None
        if given.contested is not None:
            contested = self.writer.phrase((*path, "contested"), given.contested)
        quotation = self.writer.quotation(given.quote)
        return Moment(date, machine_date(given.date), event, citations, quotation, contested)

    def _comparison(self, given: spec.Comparison, path: Path, heading: str) -> ComparisonBlock:
        self.writer.plain((*path, "caption"), given.caption)
        for number, column in enumerate(given.columns):
            self.writer.plain((*path, "columns", number), column)
        rows = list(enumerate(given.rows))
        groups = []
        for name, members in groupby(rows, key=lambda row: row[1].group):
            built = tuple(self._row(row, (*path, "rows", number)) for number, row in members)
            groups.append(ComparisonGroup(name, built))
        caption, captioned = given.caption or heading, bool(given.caption)
        return ComparisonBlock(caption, tuple(given.columns), tuple(groups), captioned)

    def _row(self, given: spec.ComparisonRow, path: Path) -> ComparisonRow:
        for key in ("actor", "group"):
            self.writer.plain((*path, key), getattr(given, key))
        cells = []
        for number, text in enumerate(given.cells):
            prose = self.writer.phrase((*path, "cells", number), text)
            names = given.cite[number] if number < len(given.cite) else []
            cells.append(Cell(prose, self.writer.citations(names), text.strip() in DASHES))
        return ComparisonRow(given.actor, tuple(cells))

    def _answered(self, given: spec.Question, path: Path, level: int) -> Answered:
        self.questions += 1
        anchor = f"vraag-{self.questions}"
        self.anchors.add(anchor)
        question = self.writer.phrase((*path, "question"), given.question)
        answer = self.writer.flow((*path, "answer"), given.answer, min(level + 1, DEEPEST))
        return Answered(question, answer, anchor)

    def _figure(self, given: spec.Figure, path: Path) -> tuple[Block, ...]:
        kind = check_image(self.writer, self.workspace, path, given.image, given.alt)
        for key in ("alt", "credit"):
            self.writer.plain((*path, key), getattr(given, key))
        caption = None
        if given.caption is not None:
            caption = self.writer.phrase((*path, "caption"), given.caption)
        return (FigureBlock(given.image, kind, given.alt, caption, given.credit),) if kind else ()

    def _anchor(self, heading: str) -> str:
        """Make an id from a heading, such as "deel-aanleiding"; the next of that name gets a number."""
        plain = unicodedata.normalize("NFKD", heading).encode("ascii", "ignore").decode().lower()
        base = f"deel-{re.sub(r'[^a-z0-9]+', '-', plain).strip('-') or 'zonder-naam'}"
        anchor, number = base, 1
        while anchor in self.anchors:
            number += 1
            anchor = f"{base}-{number}"
        self.anchors.add(anchor)
        return anchor
