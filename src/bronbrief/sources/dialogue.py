"""Who asks and who answers: numbered or labelled questions and answers among the blocks of a source."""

from collections.abc import Sequence
from itertools import pairwise

from bronbrief.sources.blocks import Block
from bronbrief.sources.labels import Opening
from bronbrief.sources.model import Unit

Turn = tuple[Unit, int]
Turns = list[Turn | None]


def find_turns(blocks: Sequence[Block]) -> Turns:
    """Return for each block the question or answer that it belongs to, or None.

    Labels ("Vraag 2:", "A:") decide where both kinds occur. Else numbers decide: two lists with the same
    numbers are questions and answers when the first asks; a single list is one of questions when it ends
    in question marks. Numbers that do neither are those of ordinary paragraphs.
    """
    labelled = {block.label.opening for block in blocks if block.label}
    if {Opening.QUESTION, Opening.ANSWER} <= labelled:
        turns = _by_labels(blocks)
    else:
        turns = [None] * len(blocks)
        _by_numbers(blocks, turns)
    return _once_each(turns)


def _by_labels(blocks: Sequence[Block]) -> Turns:
    turns: Turns = []
    current: Turn | None = None
    asked = 0
    for block in blocks:
        label = block.label
        if label and label.opening is Opening.QUESTION:
            asked = label.number or asked + 1
            current = (Unit.QUESTION, asked)
        elif label and label.opening is Opening.ANSWER:
            current = (Unit.ANSWER, label.number or asked or 1)
        elif block.unit is Unit.HEADING:
            current = None
        turns.append(current if block.unit is Unit.PARAGRAPH else None)
    return turns


def _by_numbers(blocks: Sequence[Block], turns: Turns) -> None:
    items = [at for at, block in enumerate(blocks) if _is_item(block)]
    if _alternates_by_number(blocks, items):
        for at, (item, stop) in enumerate(pairwise([*items, len(blocks)])):
            _claim(blocks, turns, item, stop, Unit.ANSWER if at % 2 else Unit.QUESTION)
        return
    rows = _rows(blocks, items)
    at = 0
    while at < len(rows):
        row = rows[at]
        after = rows[at + 1] if at + 1 < len(rows) else None
        end = after[0] if after else len(blocks)
        if not _asks(blocks, row, end):
            at += 1
        elif after and _answers(blocks, row, after, rows[at + 2][0] if at + 2 < len(rows) else len(blocks)):
            _claim_row(blocks, turns, row, end, Unit.QUESTION)
            end = rows[at + 2][0] if at + 2 < len(rows) else len(blocks)
            _claim_row(blocks, turns, after, end, Unit.ANSWER)
            at += 2
        else:
            _claim_questions(blocks, turns, row, end)
            at += 1


def _is_item(block: Block) -> bool:
    return block.unit is Unit.PARAGRAPH and block.opens_with(Opening.NUMBER)


def _number(block: Block) -> int:
    return (block.label.number if block.label else None) or 0


def _rows(blocks: Sequence[Block], items: Sequence[int]) -> list[list[int]]:
    """Split the numbered blocks into lists: each goes up, a number that does not starts the next."""
    rows: list[list[int]] = []
    for item in items:
        if rows and _number(blocks[item]) > _number(blocks[rows[-1][-1]]):
            rows[-1].append(item)
        else:
            rows.append([item])
    return rows


def _asking(blocks: Sequence[Block], row: Sequence[int], end: int) -> int:
    """Count the items of a list that ask: in their own words or in those that follow before the next."""
    return sum(_item_asks(blocks, item, stop) for item, stop in pairwise([*row, end]))


def _item_asks(blocks: Sequence[Block], item: int, stop: int) -> bool:
    return blocks[item].asks or (item + 1 < stop and blocks[item + 1].asks)


def _asks(blocks: Sequence[Block], row: Sequence[int], end: int) -> bool:
    return 2 * _asking(blocks, row, end) >= len(row)


def _answers(blocks: Sequence[Block], row: Sequence[int], after: Sequence[int], end: int) -> bool:
    asked = {_number(blocks[item]) for item in row}
    given = {_number(blocks[item]) for item in after}
    return given <= asked and min(given) == min(asked) and 2 * _asking(blocks, after, end) < len(after)


def _alternates_by_number(blocks: Sequence[Block], items: Sequence[int]) -> bool:
    """Tell whether each number stands twice running, first asking: 1. …? 1. … 2. …? 2. … ."""
    pairs = list(zip(items[::2], items[1::2], strict=False))
    if not pairs or len(items) % 2:
        return False
    same = all(_number(blocks[first]) == _number(blocks[second]) for first, second in pairs)
    rising = all(_number(blocks[one]) < _number(blocks[two]) for (one, _), (two, _) in pairwise(pairs))
    return same and rising and 2 * sum(blocks[first].asks for first, _ in pairs) >= len(pairs)


def _claim_row(blocks: Sequence[Block], turns: Turns, row: Sequence[int], end: int, unit: Unit) -> None:
    for item, stop in pairwise([*row, end]):
        _claim(blocks, turns, item, stop, unit)


def _claim(blocks: Sequence[Block], turns: Turns, item: int, stop: int, unit: Unit) -> None:
    """Give an item and the paragraphs after it, up to a heading, to one question or answer."""
    turn = (unit, _number(blocks[item]))
    for at in range(item, stop):
        if blocks[at].unit is Unit.HEADING:
            return
        if blocks[at].unit is Unit.PARAGRAPH:
            turns[at] = turn


def _claim_questions(blocks: Sequence[Block], turns: Turns, row: Sequence[int], end: int) -> None:
    """Mark a list of questions without a list of answers; where text follows each, that is its answer."""
    spans = list(pairwise([*row, end]))
    if not all(_item_asks(blocks, item, stop) for item, stop in spans):
        return
    answered = all(
        any(block.unit is Unit.PARAGRAPH and not block.asks for block in blocks[item + 1 : stop])
        for item, stop in spans
    )
    for item, stop in spans:
        turns[item] = (Unit.QUESTION, _number(blocks[item]))
        if answered:
            _claim_answer(blocks, turns, item, stop)
        elif stop != end:
            _claim(blocks, turns, item, stop, Unit.QUESTION)


def _claim_answer(blocks: Sequence[Block], turns: Turns, item: int, stop: int) -> None:
    number = _number(blocks[item])
    for at in range(item + 1, stop):
        if blocks[at].unit is Unit.HEADING:
            return
        if blocks[at].unit is Unit.PARAGRAPH:
            asks = blocks[at].asks and turns[at - 1] == (Unit.QUESTION, number)
            turns[at] = (Unit.QUESTION if asks else Unit.ANSWER, number)


def _once_each(turns: Turns) -> Turns:
    """Let each number stand for one question and one answer: a second of the same is ordinary text."""
    closed: set[Turn] = set()
    kept: Turns = []
    last: Turn | None = None
    for turn in turns:
        if turn is not None and turn != last:
            if last is not None:
                closed.add(last)
            last = turn
        kept.append(None if turn in closed else turn)
    return kept
