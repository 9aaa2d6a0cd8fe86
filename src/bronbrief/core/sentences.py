"""The sentences of a text, and those around a place: what somebody who found a word is likely to quote."""

import re
from collections.abc import Iterator, Sequence

# A sentence ends with its mark, closing marks and a space, before what can open a sentence. Not after an
# initial, an abbreviation such as "dhr." or "art.", or a number of a list.
_END = re.compile(r"(?<![.!?…])[.!?…]++[\"'”’»)\]]*+\s++(?=[\"'“‘«(\[]*[A-ZÀ-ÖØ-Þ0-9])")
_NO_END = re.compile(
    r"(?:^|[\s(\"'‘“])(?:[A-Z]|[a-z]\.[a-z]|dhr|mw|mevr|drs|dr|ir|ing|mr|prof|art|nr|blz|pag|p|jl|ca|bijv|resp|"
    r"vgl|e\.d|o\.a|m\.b\.t|t\.a\.v|i\.v\.m|St)\.\s+\Z|(?:^|[.;:]\s)\d{1,2}\.\s+\Z",
    re.IGNORECASE,
)
_MOST_ADDED = 3


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """Yield where each sentence of a text begins and ends, without the white space behind it."""
    begin = 0
    for match in _END.finditer(text):
        if not _NO_END.search(text, max(match.start() - 12, 0), match.end()):
            yield begin, begin + len(text[begin : match.end()].rstrip())
            begin = match.end()
    if text[begin:].strip():
        yield begin, begin + len(text[begin:].rstrip())


def sentences_around(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the bounds of the sentences that hold characters `start` to `end`."""
    begin, stop = 0, len(text)
    for match in _END.finditer(text):
        if _NO_END.search(text, max(match.start() - 12, 0), match.end()):
            continue
        if match.end() <= start:
            begin = match.end()
        elif match.start() >= end - 1:
            stop = match.end()
            break
    return begin, stop - (len(text[begin:stop]) - len(text[begin:stop].rstrip()))


def with_speech_whole(text: str, start: int, end: int) -> tuple[int, int]:
    """Widen whole sentences to those in which the speech begins and ends that they cut through.

    Where that takes more than a few, or a mark has no other, the sentences are left as they are.
    """
    begin, stop = start, end
    for _ in range(_MOST_ADDED + 1):
        before, inside = text[:begin], text[begin:stop]
        odd = inside.count('"') % 2 == 1
        ends = sum(map(inside.count, "”»")) > sum(map(inside.count, "“„«")) or (odd and before.count('"') % 2)
        begins = sum(map(inside.count, "“„«")) > sum(map(inside.count, "”»")) or (odd and not ends)
        if ends and before.strip():
            begin, _ = sentences_around(text, len(before.rstrip()) - 1, begin)
        elif begins and text[stop:].strip():
            at = stop + len(text[stop:]) - len(text[stop:].lstrip())
            _, stop = sentences_around(text, at, at + 1)
        else:
            return (start, end) if ends or begins else (begin, stop)
    return start, end


def sentence_with_most(text: str, marks: Sequence[tuple[int, int]]) -> tuple[int, int]:
    """Return the bounds of the sentence that holds most of the different marked words, the first of equals.

    Without marks it is the first sentence of the text.
    """
    spans = dict.fromkeys(sentences_around(text, *mark) for mark in marks or ((0, 1),))

    def held(span: tuple[int, int]) -> int:
        inside = (mark for mark in marks if span[0] <= mark[0] and mark[1] <= span[1])
        return len({text[slice(*mark)].casefold() for mark in inside})

    return max(spans, key=held)
