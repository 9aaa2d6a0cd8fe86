"""What counts as the same text: six named folds, and nothing else.

Letters, case, digits, decimal marks, currency, dashes, ellipses and other punctuation never fold, a hyphen
only with one that looks the same. White space never folds that one side has and the other has not. A hyphen
that stands at a line end on one side only is a matter for `core/hyphenation.py`: it depends on what the
other side has.
"""

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

import regex


class Fold(StrEnum):
    """The only differences between a quotation and its source that do not count, by name."""

    WHITE_SPACE = "white space"
    HYPHENATION = "hyphenation at a line end"
    QUOTATION_MARKS = "typographic quotation marks"
    NO_BREAK_SPACE = "no-break spaces"
    LIGATURE = "ligatures"
    COMPOSITION = "Unicode composition"


Edit = tuple[int, int, str]

LINE_BREAKS = "\n\v\f\r\x85\u2028\u2029"
# Every space separator (category Zs) but the plain space.
OTHER_SPACES = "\u00a0\u1680" + "".join(map(chr, range(0x2000, 0x200B))) + "\u202f\u205f\u3000"
_SPACES = f" \t{LINE_BREAKS}"
# Hyphens that may only be told from "-" by their code: the hyphen of Unicode, and the one that never breaks.
OTHER_HYPHENS = "\u2010\u2011"
_LOOSE_SPACE = re.compile(f"[{_SPACES}]{{2,}}|[\t{LINE_BREAKS}]")
_SOFT_HYPHEN = re.compile(f"\u00ad+(?:[ \t\u00ad]{{0,99}}[{LINE_BREAKS}][\u00ad{_SPACES}{OTHER_SPACES}]*)?")
_LIGATURES = MappingProxyType(
    {
        "ﬀ": "ff",
        "ﬁ": "fi",
        "ﬂ": "fl",
        "ﬃ": "ffi",
        "ﬄ": "ffl",
        "ﬅ": "st",
        "ﬆ": "st",
        "Ĳ": "IJ",
        "ĳ": "ij",
    }
)
_LIGATURE = re.compile(f"[{''.join(_LIGATURES)}]")
_QUOTATION_MARKS = str.maketrans(dict.fromkeys("“”„‟«»", '"') | dict.fromkeys("‘’‚‛‹›", "'"))
_QUOTATION_MARK = re.compile("[“”„‟«»‘’‚‛‹›]")
_PLAIN_SPACES = str.maketrans(dict.fromkeys(OTHER_SPACES, " ") | dict.fromkeys(OTHER_HYPHENS, "-"))
_OTHER_SPACE = re.compile(f"[{OTHER_SPACES}{OTHER_HYPHENS}]")
# Characters that never join a neighbour into one grapheme nor change under NFC: Latin letters, and common
# punctuation. They are named rather than the others: a set of most of Unicode takes long to compile.
_ALONE = "\0-\u02ff\u2010-\u2027\u202f-\u205f\u20a0-\u20cf"
_STRETCH = re.compile(f"[{_ALONE}]?[^{_ALONE}]+(?:[{_ALONE}][^{_ALONE}]+)*[{_ALONE}]?")
_MAY_JOIN = re.compile(f"[^{_ALONE}]")
# A text without any of these, without two spaces in a row and without space at its ends is folded already.
_FOLDABLE_ASCII = re.compile(f"[\t{LINE_BREAKS}]")
_PLAIN = re.sub(
    f"[\u00ad\t{LINE_BREAKS}{OTHER_SPACES}{OTHER_HYPHENS}{''.join(_LIGATURES)}“”„‟«»‘’‚‛‹›]|[^{_ALONE}]",
    "",
    "".join(map(chr, range(0x20D0))),
)
_FOLDABLE = re.compile(f"[^{re.escape(_PLAIN)}]")
# A control character that no fold touches and that joins nothing.
_BETWEEN = "\x1e"
_GRAPHEME = regex.compile(r"\X")


@dataclass(frozen=True, slots=True)
class Folded:
    """Folded text and its way back: character `i` came from `starts[i]` to `ends[i]` of the original.

    Both sequences rise, never split a grapheme (UAX 29) and are as long as the text.
    """

    text: str
    starts: Sequence[int]
    ends: Sequence[int]

    def origin(self, start: int, end: int) -> tuple[int, int]:
        """Map folded characters `start` to `end` (not empty) to characters of the original."""
        return self.starts[start], self.ends[end - 1]


def fold(text: str, folds: Collection[Fold] = frozenset(Fold)) -> Folded:
    """Fold text by all six folds or by those given; folding what is folded changes nothing."""
    return _fold(text, folds)


def fold_texts(texts: Sequence[str]) -> list[str]:
    """Fold many texts together, without their ways back: the texts of `fold`, in a tenth of the time."""
    whole = _BETWEEN.join(texts)
    if whole.count(_BETWEEN) != max(0, len(texts) - 1):
        return [fold(text).text for text in texts]
    if "\u00ad" in whole:
        whole = _SOFT_HYPHEN.sub("", whole)
    for char in (char for char in OTHER_SPACES + OTHER_HYPHENS if char in whole):
        whole = whole.replace(char, _PLAIN_SPACES[ord(char)])
    if "  " in whole or any(char in whole for char in f"\t{LINE_BREAKS}"):
        whole = _LOOSE_SPACE.sub(" ", whole)
    whole = whole.replace(f" {_BETWEEN}", _BETWEEN).replace(f"{_BETWEEN} ", _BETWEEN).strip(" ")
    for mark in (mark for mark in _QUOTATION_MARKS if chr(mark) in whole):
        whole = whole.replace(chr(mark), _QUOTATION_MARKS[mark])
    for letter in (letter for letter in _LIGATURES if letter in whole):
        whole = whole.replace(letter, _LIGATURES[letter])
    return _composed_text(whole).split(_BETWEEN) if texts else []


def same(a: str, b: str) -> bool:
    """Tell whether two texts differ in nothing but what the folds allow."""
    return a == b or fold(a).text == fold(b).text


def folds_between(quoted: str, cited: str) -> tuple[Fold, ...]:
    """Name the fewest folds that make two texts equal, in the order of `Fold`; none if they are equal.

    Raises ValueError for texts that no folds make equal.
    """
    if not same(quoted, cited):
        raise ValueError("these texts are not the same")
    if quoted == cited:
        return ()
    needed = frozenset(Fold)
    for name in Fold:
        fewer = needed - {name}
        if _fold(quoted, fewer).text == _fold(cited, fewer).text:
            needed = fewer
    return tuple(name for name in Fold if name in needed)


def _fold(text: str, folds: Collection[Fold]) -> Folded:
    folded = Folded(text, range(len(text)), range(1, len(text) + 1))
    if _is_folded(text):
        return folded
    for name, step in _STEPS.items():
        if name in folds:
            folded = step(folded)
    return _whole_graphemes(folded, text)


def _is_folded(text: str) -> bool:
    """Tell quickly whether no fold can change a text, as is true of most paragraphs."""
    if not text or text[0] in _SPACES or text[-1] in _SPACES or "  " in text:
        return False
    return not (_FOLDABLE_ASCII if text.isascii() else _FOLDABLE).search(text)


def _drop_soft_hyphens(folded: Folded) -> Folded:
    if "\u00ad" not in folded.text:
        return folded
    found = _SOFT_HYPHEN.finditer(folded.text)
    return _edited(folded, ((match.start(), match.end(), "") for match in found))


def _plain_spaces(folded: Folded) -> Folded:
    return _translated(folded, _OTHER_SPACE, _PLAIN_SPACES)


def _single_spaces(folded: Folded) -> Folded:
    text = folded.text
    head, tail = len(text) - len(text.lstrip(_SPACES)), len(text.rstrip(_SPACES))
    if head > tail:
        return Folded("", (), ())
    if not head and tail == len(text) and "  " not in text and not _FOLDABLE_ASCII.search(text):
        return folded

    def edits() -> Iterator[Edit]:
        if head:
            yield 0, head, ""
        for match in _LOOSE_SPACE.finditer(text, head, tail):
            yield match.start(), match.end(), " "
        if tail < len(text):
            yield tail, len(text), ""

    return _edited(folded, edits())


def _straight_marks(folded: Folded) -> Folded:
    return _translated(folded, _QUOTATION_MARK, _QUOTATION_MARKS)


def _separate_letters(folded: Folded) -> Folded:
    found = _LIGATURE.finditer(folded.text)
    return _edited(folded, ((match.start(), match.end(), _LIGATURES[match.group()]) for match in found))


def _composed(folded: Folded) -> Folded:
    if unicodedata.is_normalized("NFC", folded.text):
        return folded

    def edits() -> Iterator[Edit]:
        for start, end in _graphemes(folded.text):
            letter = folded.text[start:end]
            composed = unicodedata.normalize("NFC", letter)
            if composed != letter:
                yield start, end, composed

    return _edited(folded, edits())


def _composed_text(text: str) -> str:
    if unicodedata.is_normalized("NFC", text):
        return text
    pieces: list[str] = []
    done = 0
    for start, end in _graphemes(text):
        pieces += (text[done:start], unicodedata.normalize("NFC", text[start:end]))
        done = end
    return "".join((*pieces, text[done:]))


_STEPS: Mapping[Fold, Callable[[Folded], Folded]] = MappingProxyType(
    {
        Fold.HYPHENATION: _drop_soft_hyphens,
        Fold.NO_BREAK_SPACE: _plain_spaces,
        Fold.WHITE_SPACE: _single_spaces,
        Fold.QUOTATION_MARKS: _straight_marks,
        Fold.LIGATURE: _separate_letters,
        Fold.COMPOSITION: _composed,
    }
)


def _translated(folded: Folded, seen: re.Pattern[str], table: dict[int, str]) -> Folded:
    text = folded.text
    for char in set(seen.findall(text)):  # a few replacements are quicker than translating every character
        text = text.replace(char, table[ord(char)])
    return Folded(text, folded.starts, folded.ends)


def _edited(folded: Folded, edits: Iterable[Edit]) -> Folded:
    """Replace stretches of the text, given in order; what stands for a stretch maps to the whole of it."""
    pieces: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    done = 0
    for start, end, text in edits:
        pieces += (folded.text[done:start], text)
        starts += folded.starts[done:start]
        ends += folded.ends[done:start]
        starts += [folded.starts[start]] * len(text)
        ends += [folded.ends[end - 1]] * len(text)
        done = end
    if not pieces:
        return folded
    pieces.append(folded.text[done:])
    starts += folded.starts[done:]
    ends += folded.ends[done:]
    return Folded("".join(pieces), starts, ends)


def _graphemes(text: str) -> Iterator[tuple[int, int]]:
    """Yield the graphemes that may be more than one character, or change under NFC."""
    if not _MAY_JOIN.search(text):
        return
    for stretch in _STRETCH.finditer(text):
        for match in _GRAPHEME.finditer(text, stretch.start(), stretch.end()):
            yield match.span()


def _whole_graphemes(folded: Folded, text: str) -> Folded:
    """Widen the map wherever it would cut a grapheme of the original in two."""
    wide = [(start, end) for start, end in _graphemes(text) if end - start > 1]
    if not wide:
        return folded
    starts, ends = list(folded.starts), list(folded.ends)
    for start, end in wide:
        for at in range(bisect_right(ends, start), bisect_left(starts, end)):
            starts[at], ends[at] = min(starts[at], start), max(ends[at], end)
    return Folded(folded.text, starts, ends)
