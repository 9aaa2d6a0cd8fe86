"""Who asks and who answers: numbered or labelled questions and answers among the groups of a source."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from bronbrief.sources.groups import Group
from bronbrief.sources.labels import Opening
from bronbrief.sources.model import Locator, Unit
from bronbrief.sources.speakers import find_speakers, opens_turn

Turn = Locator
Turns = list[Turn | None]
_LABELS = (Opening.QUESTION, Opening.ANSWER, Opening.TURN)


def find_turns(text: str, groups: Sequence[Group]) -> Turns:
    """Return for each group the question, answer or speaker that it belongs to, or None.

    Labels ("Vraag 2:", "Antwoord op 2 en 3:") decide where there are such of answers. Else numbers decide:
    two lists with the same numbers are questions and answers when the first asks; a single list is one of
    questions when it ends in question marks. Numbers that do neither are those of ordinary paragraphs. An
    opening of a form that is not known ends a turn: whose words follow is then not said.
    """
    if _is_labelled(groups):
        return _Labelled(text, groups).turns()
    if speakers := find_speakers(text, groups):
        return speakers
    turns: Turns = [None] * len(groups)
    _by_numbers(text, groups, turns)
    return _once_each(turns)


def _is_labelled(groups: Sequence[Group]) -> bool:
    """Tell whether answers have labels of their own, and are not all below one heading "Antwoord"."""
    numbered = any(_asks_by_number(groups, at) for at in range(len(groups)))
    questions = [group for group in groups if group.opens_with(Opening.QUESTION)]
    answers = [group for group in groups if group.opens_with(Opening.ANSWER)]
    if not answers or not (questions or numbered):
        return False
    heads = [group.label for group in (*questions, *answers) if group.label]
    sections = all(label.alone and label.number is None for label in heads)
    return not (numbered and sections and len(questions) <= 1 and len(answers) == 1)


def _asks_by_number(groups: Sequence[Group], at: int) -> bool:
    """Tell whether a numbered group asks: in its own words, or in those that follow without a label."""
    if not _is_item(groups[at]):
        return False
    below = groups[at + 1] if at + 1 < len(groups) else None
    return groups[at].asks or (below is not None and below.asks and not below.opens_with(Opening.NUMBER))


@dataclass(slots=True)
class _Labelled:
    """Reads a source whose answers are labelled.

    An answer without a number belongs to the one question that is open. Where the questions have no labels,
    numbered paragraphs that ask are the questions.
    """

    text: str
    groups: Sequence[Group]
    current: Turn | None = None
    last: int = 0
    asked: list[Turn] = field(default_factory=list)
    used: set[Turn] = field(default_factory=set)

    def turns(self) -> Turns:
        labels = [group.label for group in self.groups if group.label and group.opens_with(Opening.QUESTION)]
        counts = bool(labels) and all(label.number is None for label in labels)
        found: Turns = []
        for at, group in enumerate(self.groups):
            if group.opens_with(Opening.QUESTION) or (not labels and _asks_by_number(self.groups, at)):
                self._ask(group, counts=counts)
            elif group.opens_with(Opening.ANSWER):
                self._answer(group)
            elif self._ends(group, numbered=not labels):
                self.current, self.asked = None, []
            elif self._may_answer(at):
                self.current = None
            found.append(self.current if group.unit is Unit.PARAGRAPH else None)
        return found

    def _ask(self, group: Group, *, counts: bool) -> None:
        number, name = _numbers(group)
        if counts:
            number = self.last + 1
        if not number:
            self.current, self.asked = None, []
            return
        self.last = number
        self._open(Turn(Unit.QUESTION, number, name=name))
        if self.current:
            self.asked.append(self.current)

    def _answer(self, group: Group) -> None:
        number, name = _numbers(group)
        open_question = self.asked[0] if len(self.asked) == 1 else None
        self.asked = []
        if number:
            self._open(Turn(Unit.ANSWER, number, name=name))
        elif open_question:
            self._open(Turn(Unit.ANSWER, open_question.number, name=open_question.name))
        else:
            self.current = None

    def _open(self, turn: Turn) -> None:
        """Begin a turn; a second of the same number is ordinary text."""
        self.current = None if turn in self.used else turn
        self.used.add(turn)

    def _may_answer(self, at: int) -> bool:
        asking = self.current is not None and self.current.unit is Unit.QUESTION
        return asking and self.groups[at - 1].asks and _is_unsure(self.groups[at])

    def _ends(self, group: Group, *, numbered: bool) -> bool:
        next_one = numbered and _is_item(group) and _number(group) == self.last + 1
        return next_one or _stops(self.text, group)


def _numbers(group: Group) -> tuple[int, str]:
    return (group.label.number or 0, group.label.name) if group.label else (0, "")


def _stops(text: str, group: Group) -> bool:
    """Tell whether a group ends the turn before it: a heading, or what may be someone else's opening."""
    return group.unit is Unit.HEADING or group.opens_with(*_LABELS) or opens_turn(text, group)


def _is_unsure(group: Group) -> bool:
    """Tell whether a group below a question that was asked may be an answer as well as an explanation."""
    return group.unit is Unit.PARAGRAPH and not group.asks and group.label is None


def _by_numbers(text: str, groups: Sequence[Group], turns: Turns) -> None:
    items = [at for at, group in enumerate(groups) if _is_item(group)]
    if _alternates_by_number(groups, items):
        for at, (item, stop) in enumerate(pairwise([*items, len(groups)])):
            _claim(text, groups, turns, (item, stop), Unit.ANSWER if at % 2 else Unit.QUESTION)
        return
    rows = _rows(groups, items)
    at = 0
    while at < len(rows):
        row = rows[at]
        after = rows[at + 1] if at + 1 < len(rows) else None
        end = after[0] if after else len(groups)
        beyond = rows[at + 2][0] if at + 2 < len(rows) else len(groups)
        if not _asks(groups, row, end):
            at += 1
        elif after and _answers(groups, row, after, beyond):
            for span in pairwise([*row, end]):
                _claim(text, groups, turns, span, Unit.QUESTION)
            for span in pairwise([*after, beyond]):
                _claim(text, groups, turns, span, Unit.ANSWER)
            at += 2
        else:
            _claim_questions(text, groups, turns, (row, end))
            at += 1


def _is_item(group: Group) -> bool:
    return group.unit is Unit.PARAGRAPH and group.opens_with(Opening.NUMBER)


def _number(group: Group) -> int:
    return _numbers(group)[0]


def _rows(groups: Sequence[Group], items: Sequence[int]) -> list[list[int]]:
    """Split the numbered groups into lists: each goes up, a number that does not starts the next."""
    rows: list[list[int]] = []
    for item in items:
        if rows and _number(groups[item]) > _number(groups[rows[-1][-1]]):
            rows[-1].append(item)
        else:
            rows.append([item])
    return rows


def _asking(groups: Sequence[Group], row: Sequence[int], end: int) -> int:
    """Count the items of a list that ask: in their own words or in those that follow before the next."""
    return sum(_item_asks(groups, item, stop) for item, stop in pairwise([*row, end]))


def _item_asks(groups: Sequence[Group], item: int, stop: int) -> bool:
    return groups[item].asks or (item + 1 < stop and groups[item + 1].asks)


def _asks(groups: Sequence[Group], row: Sequence[int], end: int) -> bool:
    return 2 * _asking(groups, row, end) >= len(row)


def _answers(groups: Sequence[Group], row: Sequence[int], after: Sequence[int], end: int) -> bool:
    asked = {_number(groups[item]) for item in row}
    given = {_number(groups[item]) for item in after}
    return given <= asked and min(given) == min(asked) and 2 * _asking(groups, after, end) < len(after)


def _alternates_by_number(groups: Sequence[Group], items: Sequence[int]) -> bool:
    """Tell whether each number stands twice running, first asking: 1. …? 1. … 2. …? 2. … ."""
    pairs = list(zip(items[::2], items[1::2], strict=False))
    if not pairs or len(items) % 2:
        return False
    same = all(_numbers(groups[first]) == _numbers(groups[second]) for first, second in pairs)
    rising = all(_number(groups[one]) < _number(groups[two]) for (one, _), (two, _) in pairwise(pairs))
    return same and rising and 2 * sum(groups[first].asks for first, _ in pairs) >= len(pairs)


def _claim(text: str, groups: Sequence[Group], turns: Turns, span: tuple[int, int], unit: Unit) -> None:
    """Give an item and the paragraphs after it, up to what ends a turn, to one question or answer."""
    item, stop = span
    number, name = _numbers(groups[item])
    turn, asked = Turn(unit, number, name=name), False
    for at in range(item, stop):
        if at > item and (_stops(text, groups[at]) or (asked and _is_unsure(groups[at]))):
            return
        asked = unit is Unit.QUESTION and (asked or groups[at].asks)
        if groups[at].unit is Unit.PARAGRAPH:
            turns[at] = turn


def _claim_questions(
    text: str, groups: Sequence[Group], turns: Turns, given: tuple[Sequence[int], int]
) -> None:
    """Mark a list of questions without a list of answers; where text follows each, that is its answer."""
    row, end = given
    spans = list(pairwise([*row, end]))
    if not all(_item_asks(groups, item, stop) for item, stop in spans):
        return
    answered = all(
        any(group.unit is Unit.PARAGRAPH and not group.asks for group in groups[item + 1 : stop])
        for item, stop in spans
    )
    for item, stop in spans:
        number, name = _numbers(groups[item])
        turns[item] = Turn(Unit.QUESTION, number, name=name)
        if answered:
            _claim_answer(text, groups, turns, (item, stop))
        elif stop != end:
            _claim(text, groups, turns, (item, stop), Unit.QUESTION)


def _claim_answer(text: str, groups: Sequence[Group], turns: Turns, span: tuple[int, int]) -> None:
    item, stop = span
    number, name = _numbers(groups[item])
    question, answer = Turn(Unit.QUESTION, number, name=name), Turn(Unit.ANSWER, number, name=name)
    for at in range(item + 1, stop):
        if _stops(text, groups[at]):
            return
        if groups[at].unit is Unit.PARAGRAPH:
            asks = (groups[at].asks or groups[at].opens_with(Opening.LETTER)) and turns[at - 1] == question
            turns[at] = question if asks else answer


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
