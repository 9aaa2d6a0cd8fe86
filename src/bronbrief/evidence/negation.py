"""A quotation that begins just after "niet" says the opposite of its source: tell the reviewer."""

import re
from collections.abc import Iterator
from types import MappingProxyType

from bronbrief.evidence.folded_source import Span
from bronbrief.evidence.searchable import Searchable

_DUTCH = "niet geen nooit nauwelijks niemand niets nergens noch evenmin amper zonder"
_ENGLISH = "not no never hardly nobody nothing nowhere nor neither without cannot"
_FRENCH = "ne n pas non jamais aucun aucune rien personne sans ni"
_GERMAN = "nicht kein keine keinen keiner nie niemals kaum niemand nichts weder ohne"
_WORDS = MappingProxyType(
    {
        lang: frozenset(words.split())
        for lang, words in (("nl", _DUTCH), ("en", _ENGLISH), ("fr", _FRENCH), ("de", _GERMAN))
    }
)
_BEFORE = re.compile(r"([^\W_]+)[^\w.!?]*\Z")
_AFTER = re.compile(r"[^\w.!?]*([^\W_]+)")
_CLOSED = re.compile(r"[.!?][\"')\]]*\Z")
_LETTERS = re.compile(r"[^\W\d_]+")
_REACH = 60


def negations_beside(searchable: Searchable, span: Span) -> Iterator[tuple[str, str]]:
    """Yield "before" or "after" with each negation that a cut leaves just outside, in the same sentence."""
    negations = _negations(searchable)
    first, last = searchable.passage_at(span.start), searchable.passage_at(span.end - 1)
    start, end = span.start - searchable.offsets[first], span.end - searchable.offsets[last]
    head, tail = searchable.folded_text(first), searchable.folded_text(last)
    before = _BEFORE.search(head[max(start - _REACH, 0) : start])
    if before and before.group(1).casefold() in negations:
        yield "before", before.group(1)
    after = _AFTER.match(tail[end : end + _REACH])
    if after and after.group(1).casefold() in negations and not _CLOSED.search(tail[:end][-5:]):
        yield "after", after.group(1)


def negates(searchable: Searchable, text: str) -> bool:
    """Tell whether words of a source hold a negation: without them it may say the opposite."""
    return not _negations(searchable).isdisjoint(_LETTERS.findall(text.casefold()))


def _negations(searchable: Searchable) -> frozenset[str]:
    return _WORDS.get(searchable.source.record.lang[:2], _WORDS["nl"] | _WORDS["en"])
