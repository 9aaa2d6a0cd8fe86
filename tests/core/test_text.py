"""What counts as the same text, and that every folded character finds its way back."""

import unicodedata

import pytest
import regex
from hypothesis import example, given, settings
from hypothesis import strategies as st

from bronbrief.core.text import Fold, fold, fold_texts, folds_between, same

CURIOUS = (
    " \t\n\r\v\f\x85\u2028\u2029\u00a0\u1680\u2003\u2007\u202f\u205f\u3000\u00ad-\u2010\u2011–—…"
    "“”„‟«»‘’‚‛‹›\"'`´′″ﬀﬁﬂﬃﬄﬅﬆĲĳijfiaeéèëüñçåK\u0301\u0308\u0323\u030a\u0327\u200b\u200c\u200d\u2060\ufeff\u202e"
    "0123456789.,€%АаЕе가각ㄱ\u1100\u1161\u11a8한👩👨🏽🇳🇱e\u0600\u0903क्ष"
)
TEXTS = st.text(st.one_of(st.sampled_from(CURIOUS), st.characters(codec="utf-8")), max_size=40)

SAME = {
    Fold.WHITE_SPACE: [
        ("a b", "a  b"),
        ("a b", "a\nb"),
        ("a b", " a\r\n\tb "),
        ("a b", "a\n\n\nb"),
        ("a b", "a\fb"),
    ],
    Fold.NO_BREAK_SPACE: [("a b", f"a{space}b") for space in "\u00a0\u202f\u2007\u2003\u3000\u1680"]
    + [("a-b", f"a{hyphen}b") for hyphen in "\u2010\u2011"],
    Fold.QUOTATION_MARKS: [("'a'", f"{mark}a{mark}") for mark in "‘’‚‛‹›"]
    + [('"a"', f"{mark}a{mark}") for mark in "“”„‟«»"],
    Fold.LIGATURE: [("ff fi fl ffi ffl st", "ﬀ ﬁ ﬂ ﬃ ﬄ ﬆ"), ("IJ ij", "Ĳ ĳ")],
    Fold.COMPOSITION: [
        ("é", "e\u0301"),
        ("Oekraïne", "Oekrai\u0308ne"),
        ("Å", "\u212b"),
        ("한", "\u1112\u1161\u11ab"),
    ],
    Fold.HYPHENATION: [("samenwerking", "samen\u00adwerking"), ("samenwerking", "samen\u00ad\nwerking")],
}
DIFFERENT = [
    ("op stappen", "opstappen"),
    ("22000", "22 000"),
    ("22000", "22\u00a0000"),
    ("1,5", "1.5"),
    ("€ 5", "$ 5"),
    ("Er", "er"),
    ("“a”", "‘a’"),
    ("'", '"'),
    ("'", "`"),
    ("'", "´"),
    ("'", "′"),
    ('"', "″"),
    ("a-b", "a–b"),
    ("a–b", "a—b"),
    ("…", "..."),
    ("e", "é"),
    ("e", "е"),
    ("1", "١"),
    ("a", "ａ"),
    ("2", "²"),
    ("ﬁ", "f i"),
    ("a", "a\u200b"),
    ("a", "\u202ea"),
    ("a", "a\ufeff"),
    ("samen-werking", "samenwerking"),
    ("samen-\nwerking", "samenwerking"),
    ("a.", "a"),
    ("ß", "ss"),
]


@pytest.mark.parametrize(
    ("name", "a", "b"), [(name, *pair) for name, pairs in SAME.items() for pair in pairs]
)
def test_each_fold_is_named(name: Fold, a: str, b: str) -> None:
    """What a fold allows is the same text, and that fold alone is named for it."""
    assert same(a, b)
    assert folds_between(a, b) == (name,)


@pytest.mark.parametrize(("a", "b"), DIFFERENT)
def test_nothing_else_folds(a: str, b: str) -> None:
    """Letters, case, digits, marks, dashes and the presence of white space make another text."""
    assert not same(a, b)
    with pytest.raises(ValueError, match="not the same"):
        folds_between(a, b)


def test_several_folds_are_all_named() -> None:
    """A text that needs several folds names each, in the order of the enumeration, and no more."""
    assert folds_between('"Oekraïne" is', "“Oekrai\u0308ne”\u00a0 is") == (
        Fold.WHITE_SPACE,
        Fold.QUOTATION_MARKS,
        Fold.NO_BREAK_SPACE,
        Fold.COMPOSITION,
    )
    assert folds_between("zo", "zo") == ()


@settings(deadline=None)
@given(TEXTS)
@example("e\u00ad\u0301")
@example("a \u00ad b")
@example("ﬁ\u0301")
@example("\u2000\u0301")
@example("\n\u0301")
def test_fold_is_idempotent(text: str) -> None:
    """Folding what is folded changes nothing, and maps each character to itself."""
    once = fold(text)
    twice = fold(once.text)

    assert twice.text == once.text
    assert len(once.starts) == len(once.ends) == len(once.text)


@settings(deadline=None)
@given(TEXTS, st.data())
def test_slices_map_back(text: str, data: st.DataObject) -> None:
    """Any slice of folded text comes from a stretch of whole graphemes that folds to no less than it."""
    folded = fold(text)
    if not folded.text:
        return
    start = data.draw(st.integers(0, len(folded.text) - 1))
    end = data.draw(st.integers(start + 1, len(folded.text)))
    first, last = folded.origin(start, end)
    graphemes = {0, *(match.end() for match in regex.finditer(r"\X", text))}

    assert 0 <= first < last <= len(text)
    assert first in graphemes
    assert last in graphemes
    assert fold(folded.text[start:end]).text in fold(text[first:last]).text


@settings(deadline=None)
@given(TEXTS)
def test_map_rises(text: str) -> None:
    """Starts and ends never fall, and the whole folded text comes from the whole text but for its edges."""
    folded = fold(text)

    assert list(folded.starts) == sorted(folded.starts)
    assert list(folded.ends) == sorted(folded.ends)


@settings(deadline=None)
@given(TEXTS, TEXTS)
def test_same_means_folded_alike(a: str, b: str) -> None:
    """Two texts are the same exactly when they fold to one text, and then the folds between have names."""
    assert same(a, b) == (fold(a).text == fold(b).text)
    assert same(a, fold(a).text)
    if a != fold(a).text:
        assert folds_between(a, fold(a).text)


@settings(deadline=None)
@given(TEXTS)
def test_canonical_equivalence_is_sameness(text: str) -> None:
    """NFC and NFD of a text are the same text to us."""
    nfc, nfd = (unicodedata.normalize(form, text) for form in ("NFC", "NFD"))

    assert fold(nfc).text == fold(nfd).text


def test_plain_text_needs_no_map() -> None:
    """Text with nothing to fold keeps its characters, and its map takes no memory."""
    text = "Er is op dit moment geen perspectief. " * 1000
    folded = fold(text.strip())

    assert folded.text == text.strip()
    assert isinstance(folded.starts, range)
    assert isinstance(folded.ends, range)


def test_quotation_marks_keep_the_plain_map() -> None:
    """Typographic marks, which every newspaper has, cost no map either."""
    folded = fold("“Ja”, zei hij, ‘nee’.")

    assert folded.text == "\"Ja\", zei hij, 'nee'."
    assert isinstance(folded.starts, range)


@given(st.lists(TEXTS, max_size=6))
@example([" \u00a0", "a\u00ad\n", " b ", "e", "\u0301", "\x1e"])
@example(["\u00ad", "\u0301e\u0301", "“ﬁ”  x"])
def test_texts_fold_together_as_each_by_itself(texts: list[str]) -> None:
    """What stands beside a text changes nothing of it."""
    assert fold_texts(texts) == [fold(text).text for text in texts]
