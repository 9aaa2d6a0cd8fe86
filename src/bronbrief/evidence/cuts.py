"""What a quotation cuts away and what that may turn: words at either end of its sentences and behind […].

A cut within a sentence is ordinary. It is told where what was cut holds a negation, a condition or a hedge
that bears on what was kept, where another speaks behind […], and where a number loses a part.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from bronbrief.core.sentences import sentences, sentences_around
from bronbrief.evidence.bearing import NEAR, bears_on_rest, bears_on_start
from bronbrief.evidence.cut_numbers import number_around
from bronbrief.evidence.differences import inserted, visible
from bronbrief.evidence.folded_source import Span
from bronbrief.evidence.searchable import Searchable
from bronbrief.evidence.turning import Turn, Turning, Words, words_of
from bronbrief.sources.model import Unit

_CLOSED = re.compile(r"[.!?…][\"'»)\]]*\s*\Z")
_LABEL = re.compile(
    r"(?:(?<=[.!?\"')\]] )|\A)(?:[A-ZÀ-Þ][\w.'-]*(?: [\w.'-]+){0,4} \([^()]{1,40}\)"
    r"|[A-ZÀ-Þ][\w.'-]+(?: [A-ZÀ-Þ][\w.'-]+){0,2}):"
)
_ASIDE = re.compile(r"\s*(?:,.*,|\(.*\)|-.*-|–.*–|—.*—)\s*", re.DOTALL)
_MATTER = re.compile(r"\w{5}")
"""A word of an aside that has a negation of its own: "nooit eerder getoond", but not "nog niet"."""
_ITEM_SIGNS = " -–—*•▪◦·"


@dataclass(frozen=True, slots=True)
class Cut:
    """Something that was cut away: the code of its finding, the word that tells, and all words cut there."""

    code: str
    word: str
    words: str
    span: Span

    @property
    def shown(self) -> str:
        """Return the words that were cut away as a difference shows what only the source has."""
        return visible(inserted(self.words.split()))


def find_cuts(searchable: Searchable, spans: Sequence[Span]) -> Iterator[Cut]:
    """Yield what the spans of a quotation, in order, cut away that may turn its sense."""
    words = words_of(searchable.source.record.lang)
    yield from _at_start(searchable, words, spans[0])
    for former, latter in pairwise(spans):
        yield from _behind(searchable, words, former, latter)
    yield from _at_end(searchable, words, spans[-1])
    for span in spans:
        yield from _numbers(searchable, words, span)


def _at_start(searchable: Searchable, words: Words, span: Span) -> Iterator[Cut]:
    head = _head(searchable, span)
    kept = searchable.piece(span.start, span.end)
    found = [one for one in words.turns(head) if bears_on_rest(words, head, one, kept)]
    if found:
        yield _cut(found, head, span)


def _at_end(searchable: Searchable, words: Words, span: Span) -> Iterator[Cut]:
    tail, kept = _tail(searchable, span), searchable.piece(span.start, span.end)
    found = [one for one in words.turns(tail) if bears_on_start(words, tail, one, kept)]
    if found:
        yield _cut(found, tail, span)


def _behind(searchable: Searchable, words: Words, former: Span, latter: Span) -> Iterator[Cut]:
    """Yield what stands behind […]: any word counts, but of whole sentences those that refer back."""
    gap = searchable.piece(former.end, latter.start)
    speaker = _other_speaker(searchable, words, former, latter)
    if speaker:
        yield Cut("speaker-cut-away", speaker, gap.strip(), former)
    head, tail = _head(searchable, latter), _tail(searchable, former)
    if len(tail) + len(head) >= len(gap):
        turned = [(gap, list(_of_gap(words, gap)))]
    else:
        kept, between = searchable.piece(latter.start, latter.end), gap[len(tail) : len(gap) - len(head)]
        before = searchable.piece(former.start, former.end)
        turned = [
            (tail, [one for one in words.turns(tail) if bears_on_start(words, tail, one, before)]),
            *((said, list(_of_before(words, said))) for said in _back_references(between, words)),
            (head, [one for one in words.turns(head) if bears_on_rest(words, head, one, kept)]),
        ]
    yield from (_cut(found, piece, former) for piece, found in [one for one in turned if one[1]][:1])


def _of_gap(words: Words, gap: str) -> Iterator[Turning]:
    """Yield what turns the words around a gap of less than a sentence; an aside may turn itself alone."""
    aside = _ASIDE.fullmatch(gap)
    for one in words.turns(gap):
        own = one.turn is Turn.HEDGE or words.relative.match(gap) or _MATTER.search(gap, one.end)
        if not aside or one.turn is Turn.CONDITION or not own:
            yield one


def _back_references(text: str, words: Words) -> Iterator[str]:
    """Yield the whole sentences of a text that speak of the one before."""
    for start, end in sentences(text):
        sentence = text[start:end]
        short = len(sentence.split()) <= NEAR  # "Zeker niet."
        if short or words.back.match(sentence) or words.counter.match(sentence):
            yield sentence


def _of_before(words: Words, sentence: str) -> Iterator[Turning]:
    """Yield what turns the main clause of a sentence, asides between commas left out of account."""
    opening = words.counter.match(sentence)
    for one in words.turns(sentence):
        before = sentence[opening.end() if opening else 0 : one.start].lstrip(" ,\"'(")
        plain = before.count(",") % 2 == 0 and not words.boundary.search(before.rpartition(",")[2])
        if plain or one.turn is Turn.CONDITION:
            yield one


def _cut(found: Sequence[Turning], stretch: str, span: Span) -> Cut:
    weightiest = min(found, key=lambda one: list(Turn).index(one.turn))
    return Cut("words-cut-away", weightiest.text, stretch.strip(), span)


def _head(searchable: Searchable, span: Span) -> str:
    """Return what stands before a span in its sentence; an item of a list has the line that leads to it."""
    at = searchable.passage_at(span.start)
    text, start = searchable.folded_text(at), span.start - searchable.offsets[at]
    if not text[:start].strip(_ITEM_SIGNS) and (lead := _lead(searchable, at)):
        return lead
    begin, _ = sentences_around(text, start, start + 1)
    return text[begin:start]


def _lead(searchable: Searchable, at: int) -> str:
    """Return the sentence before a list that has passage `at` as an item; "" where no colon leads to it."""
    while at and searchable.folded_text(at - 1).endswith((";", ",")):
        at -= 1
    lead = searchable.folded_text(at - 1) if at else ""
    return f"{lead[sentences_around(lead, len(lead) - 1, len(lead))[0] : -1]} " if lead.endswith(":") else ""


def _tail(searchable: Searchable, span: Span) -> str:
    """Return what stands after a span in its sentence."""
    at = searchable.passage_at(span.end - 1)
    text, end = searchable.folded_text(at), span.end - searchable.offsets[at]
    if _CLOSED.search(text[:end]):
        return ""
    _, stop = sentences_around(text, end - 1, end)
    return text[end:stop]


def _other_speaker(searchable: Searchable, words: Words, former: Span, latter: Span) -> str:
    """Return how another speaker is known behind […]: a label, or another question or answer."""
    gap = searchable.piece(former.end, latter.start)
    label = words.speaker.search(gap) or _LABEL.search(gap.lstrip())
    if label:
        return label[0].strip()
    one, other = (
        searchable.passages[searchable.passage_at(at)].locator for at in (former.end - 1, latter.start)
    )
    said = (Unit.QUESTION, Unit.ANSWER)
    differs = (one.unit, one.number) != (other.unit, other.number)
    return str(other) if differs and (one.unit in said or other.unit in said) else ""


def _numbers(searchable: Searchable, words: Words, span: Span) -> Iterator[Cut]:
    """Yield the numbers that the edges of a span take from their range, unit, sign, date or power."""
    for at, edge in (
        (searchable.passage_at(span.start), span.start),
        (searchable.passage_at(span.end - 1), span.end),
    ):
        whole = number_around(searchable.folded_text(at), edge - searchable.offsets[at], words.numbers)
        if whole:
            yield Cut("number-cut-off", whole, whole, span)
