"""Find a recorded quotation again in its source, without the maps and folds that led to it the first time.

What is proven of each part of a quotation, against the source as it lies there:

- the bytes at the recorded place are the recorded words, but for white space, hyphens at a line's end and
  the page numbers of the file;
- the recorded characters and the recorded bytes are the same stretch, and the locator names its passage;
- the recorded surroundings are what stands around it;
- what prints is these words, in this order, with nothing but marks in brackets between them.

What is not proven: that the words in brackets and the translation are fair, they are the author's own.
"""

import re
from collections.abc import Iterator, Sequence
from functools import partial
from itertools import islice, pairwise

from bronbrief.core.diagnostics import Diagnostic, Place, report
from bronbrief.evidence.differences import difference
from bronbrief.evidence.record import RecordedPart, RecordedQuotation
from bronbrief.sources.hyphens import SUSPENDING
from bronbrief.sources.model import Passage, Source
from bronbrief.sources.passages import without_page_marks

CONTEXT = 32
PLACES_LIMIT = 100
_NL = r"(?:\r\n|[\n\r\v\f\x85\u2028\u2029])"
_BLANK = r"[^\S\n\r\v\f\x85\u2028\u2029]"
_BREAK = rf"{_BLANK}*{_NL}\s*"
_GAP = rf"(?:{_BREAK}|{_BLANK}+)"
_HYPHENS = "-\u2010\u00ad"
_NO_SUSPENSION = rf"(?!(?:{'|'.join(sorted(SUSPENDING))})\b)"
_MARK = r"\[(?!…\])[^\[\]\n]{1,2000}\]"
_OPENERS = "(["
_OMISSION = r"(?:[ \n]\[…\])"
_TOKEN = re.compile(r"\w+|\s+|[^\w\s]")


def squeeze(text: str) -> str:
    """Return a text with each run of white space as one space, and none at its ends."""
    return " ".join(text.split())


def pattern_of(words: str) -> re.Pattern[str]:
    """Make the pattern that finds words in a text as it was received, over line and page breaks."""
    pieces: list[str] = []
    text = squeeze(words)
    for at, character in enumerate(text):
        before = text[at - 1] if at else " "
        if character == " ":
            pieces.append(_GAP)
            continue
        if before in "-\u2010\u2011/":
            pieces.append(f"(?:{_BREAK})?")
        elif before.isalnum() and character.islower():
            pieces.append(f"(?:[{_HYPHENS}]{_BREAK}{_NO_SUSPENSION})?")
        elif before.isalnum():
            pieces.append(f"(?:\u00ad{_BREAK})?")
        pieces.append(re.escape(character))
    return re.compile("".join(pieces))


def seek(text: str, words: str) -> tuple[tuple[int, int], ...]:
    """Return where words stand in a text as it was received, as whole words, in characters."""
    if not words.strip():
        return ()
    plain = re.compile(r"\s+".join(map(re.escape, words.split())))
    text = without_page_marks(text)
    for pattern in (plain, pattern_of(words)):
        found = (match.span() for match in pattern.finditer(text))
        whole = (span for span in found if not _cuts(text, span[0]) and not _cuts(text, span[1]))
        if spans := tuple(islice(whole, PLACES_LIMIT)):
            return spans
    return ()


def reads(raw: str, words: str) -> bool:
    """Tell whether a stretch of a text as it was received holds these words, neither more nor less."""
    if raw != raw.strip():
        return False
    if squeeze(raw) == squeeze(words):
        return True
    return len(raw.splitlines()) > 1 and pattern_of(words).fullmatch(raw) is not None


def part_diagnostics(part: RecordedPart, source: Source, record: str, quotation: str) -> Iterator[Diagnostic]:
    """Check one part of a recorded quotation against its source; `record` is the path of the record."""
    place = Place(record)
    fault = partial(report, id=quotation, source=part.source.path)
    size, octets = len(source.text), len(source.data)
    if not (0 <= part.start < part.end <= size and 0 <= part.byte_start < part.byte_end <= octets):
        yield fault("verify-position", place, what=f"{part.start}–{part.end}")
        return
    raw = source.text[part.start : part.end]
    if raw.encode() != source.data[part.byte_start : part.byte_end]:
        what = f"{part.start}–{part.end}, {part.byte_start}–{part.byte_end}"
        yield fault("verify-position", place, what=what)
    elif source.byte_span(part.start, part.end) != (part.byte_start, part.byte_end):
        yield fault("verify-position", place, what=f"{part.byte_start}–{part.byte_end}")
    numberless = without_page_marks(source.text)[part.start : part.end]
    read = reads(raw, part.exact) or reads(numberless, part.exact)
    if not read or part.exact != part.exact.strip():
        yield fault("verify-words", place, detail=difference(part.exact, raw))
    passage = passage_at(source, part.start, part.end)
    if passage is None or str(passage.locator) != part.locator:
        there = str(passage.locator) if passage else "–"
        yield fault("verify-locator", place, recorded=part.locator, found=there)
        return
    if not _surrounded(part, passage):
        yield fault("verify-surroundings", place)


def passage_at(source: Source, start: int, end: int) -> Passage | None:
    """Return the passage that holds these characters of a source, or None."""
    holds = (one for one in source.passages if one.origin_start <= start and end <= one.origin_end)
    return min(holds, key=lambda one: one.origin_end - one.origin_start, default=None)


def printed_diagnostics(
    quotation: RecordedQuotation, sources: Sequence[Source | None], record: str
) -> Iterator[Diagnostic]:
    """Check that what prints is made of the parts; `sources` has the source of each that is at hand."""
    if not _is_made_of_parts(quotation):
        yield report("verify-printed-words", Place(record), id=quotation.id)
        return
    for (one, other), source in zip(pairwise(quotation.parts), sources, strict=False):
        gap = source is not None and not _adjoin(source, one, other) and _joined(quotation, one, other)
        if one.end > other.start or gap:
            yield report("verify-order", Place(record), id=quotation.id)


def _is_made_of_parts(quotation: RecordedQuotation) -> bool:
    bare = "\n".join(part.exact for part in quotation.parts)
    if quotation.printed == bare or "[" not in quotation.printed:
        return quotation.printed == bare
    return printed_pattern(quotation).fullmatch(quotation.printed) is not None


def printed_pattern(quotation: RecordedQuotation) -> re.Pattern[str]:
    """Make the pattern of everything that may print for the parts of a quotation.

    Between two parts stands an omission or the end of a paragraph; within one, marks in brackets may stand.
    """
    between = rf"(?:{_OMISSION}[ \n]|\n)"
    first, *rest = ("".join(map(_marked, _TOKEN.findall(part.exact))) for part in quotation.parts)
    body = between.join((_either_initial(quotation.parts[0].exact, first), *rest))
    return re.compile(rf"(?:\[…\][ \n])?{body}{_OMISSION}?")


def _either_initial(words: str, pattern: str) -> str:
    """Let the first letter print in the other case, in brackets; the Dutch IJ is one letter."""
    letter = words[:2] if words[:2] in ("IJ", "ij") else words[:1]
    other = letter.swapcase()
    token = _TOKEN.match(words)
    if other == letter or len(other) != len(letter) or token is None:
        return pattern
    rest = pattern.removeprefix(re.escape(token[0]))
    return rf"(?:{re.escape(letter)}|\[{re.escape(other)}\]){re.escape(token[0][len(letter) :])}{rest}"


def _marked(token: str) -> str:
    """Let marks follow a word or a sign: after a space, or right after an opening bracket."""
    if token.isspace():
        return re.escape(token)
    return f"{re.escape(token)}(?:{'' if token in _OPENERS else ' '}{_MARK})*"


def _surrounded(part: RecordedPart, passage: Passage) -> bool:
    """Tell whether the text around a part is recorded: 32 characters of the passage, or up to its ends."""
    text = passage.text
    return any(
        (text[max(start - CONTEXT, 0) : start], text[end : end + CONTEXT]) == (part.prefix, part.suffix)
        for start, end in _views(part, passage)
    )


def _views(part: RecordedPart, passage: Passage) -> Iterator[tuple[int, int]]:
    """Yield the stretches of a passage's text that lead back to the recorded characters."""
    text = passage.text
    starts = [at for at in range(len(text)) if passage.origin(at, at + 1)[0] == part.start]
    ends = [at + 1 for at in range(len(text)) if passage.origin(at, at + 1)[1] == part.end]
    return ((start, end) for start in starts for end in ends if start < end)


def _joined(quotation: RecordedQuotation, one: RecordedPart, other: RecordedPart) -> bool:
    """Tell whether two parts print without an omission between them."""
    strict = rf"{re.escape(one.exact[-20:])}(?: {_MARK})*\n{re.escape(other.exact[:20])}"
    return re.search(strict, quotation.printed) is not None


def _adjoin(source: Source, one: RecordedPart, other: RecordedPart) -> bool:
    """Tell whether nothing of a passage stands between two parts."""
    between = (
        source.text[max(passage.origin_start, one.end) : min(passage.origin_end, other.start)]
        for passage in source.passages
    )
    return not any(piece.strip() for piece in between)


def _cuts(text: str, at: int) -> bool:
    """Tell whether a place in a text is in the middle of a word or a number."""
    return 0 < at < len(text) and text[at - 1].isalnum() and text[at].isalnum()
