"""Editing marks: data beside the quotation, segments in print."""

from collections.abc import Callable
from typing import Any

import pytest

from bronbrief.evidence.model import Excerpt, Mark, Segment

ProveOne = Callable[..., tuple[Excerpt | None, list[str]]]
STARTS = "De raad en IJsland vinden de stad mooi."
TEXT = "Hij vindt de Wit-Russiche stad mooi. “Overal wordt je” gezien, en de stad is groot."


def segments(prove_one: ProveOne, **fields: Any) -> tuple[Segment, ...]:
    """Return the segments of an excerpt of one paragraph."""
    excerpt, codes = prove_one(TEXT, **fields)
    assert codes == []
    assert excerpt is not None
    assert "".join(s.text for s in excerpt.paragraphs[0] if s.mark is not Mark.INSERTION)
    return excerpt.paragraphs[0]


def test_sic_marks_every_occurrence(prove_one: ProveOne) -> None:
    """Each occurrence of a text under sic is a segment; the characters are the source's."""
    found = segments(prove_one, passage="al. 1", sic=["stad"])

    assert [segment.text for segment in found if segment.mark is Mark.SIC] == ["stad", "stad"]
    assert "".join(segment.text for segment in found) == TEXT


def test_sic_takes_whole_words_under_the_folds(prove_one: ProveOne) -> None:
    """Marks match by the same folds as quotations, and never within a word."""
    found = segments(prove_one, quote="“Overal wordt je” gezien", sic=['"Overal\nwordt je"'])
    assert found[0] == Segment(Mark.SIC, "“Overal wordt je”")

    excerpt, codes = prove_one(TEXT, quote="de Wit-Russiche stad", sic=["Rus"])
    assert (excerpt, codes) == (None, ["mark-not-found"])


def test_insertion_prints_between_spaces(prove_one: ProveOne) -> None:
    """An insertion comes after its word with a space that is not the source's; punctuation follows it."""
    excerpt, _ = prove_one(TEXT, quote="Hij vindt de", insert=[{"after": "Hij", "text": "de burgemeester"}])
    assert excerpt is not None
    assert excerpt.text == "Hij [de burgemeester] vindt de"
    assert excerpt.paragraphs[0][1:3] == (Segment(Mark.TEXT, " "), Segment(Mark.INSERTION, "de burgemeester"))

    excerpt, _ = prove_one(TEXT, quote="de stad is groot.", insert=[{"after": "groot", "text": "en oud"}])
    assert excerpt is not None
    assert excerpt.text == "de stad is groot [en oud]."


def test_insertion_in_a_repeated_word_is_refused(prove_one: ProveOne) -> None:
    """The place of an insertion must be the only one of its kind."""
    excerpt, codes = prove_one(TEXT, passage="al. 1", insert=[{"after": "stad", "text": "Brest"}])
    assert (excerpt, codes) == (None, ["insertion-ambiguous"])

    excerpt, codes = prove_one(TEXT, quote="Hij vindt", insert=[{"after": "Zij", "text": "Brest"}])
    assert (excerpt, codes) == (None, ["mark-not-found"])


def test_emphasis_and_sic_together(prove_one: ProveOne) -> None:
    """Sic within emphasis splits it, and an insertion splits either."""
    found = segments(
        prove_one,
        quote="de Wit-Russiche stad mooi",
        emphasis=["de Wit-Russiche stad"],
        sic=["Wit-Russiche"],
        insert=[{"after": "stad", "text": "Brest"}],
    )

    assert found == (
        Segment(Mark.EMPHASIS, "de "),
        Segment(Mark.SIC, "Wit-Russiche"),
        Segment(Mark.EMPHASIS, " stad"),
        Segment(Mark.TEXT, " "),
        Segment(Mark.INSERTION, "Brest"),
        Segment(Mark.TEXT, " mooi"),
    )


def test_omissions_stand_between_spaces(prove_one: ProveOne) -> None:
    """The spaces beside […] are not the source's, and the parts are untouched."""
    found = segments(prove_one, quote="Hij vindt […] mooi.")

    assert found == (
        Segment(Mark.TEXT, "Hij vindt"),
        Segment(Mark.TEXT, " "),
        Segment(Mark.OMISSION),
        Segment(Mark.TEXT, " "),
        Segment(Mark.TEXT, "mooi."),
    )


def test_a_mark_does_not_run_over_an_omission(prove_one: ProveOne) -> None:
    """What is left out is not there to be marked."""
    excerpt, codes = prove_one(TEXT, quote="Hij vindt […] mooi.", emphasis=["vindt mooi"])

    assert (excerpt, codes) == (None, ["mark-not-found"])


@pytest.mark.parametrize("by", [None, "Vertaalbureau Noord"])
def test_translation_is_carried(prove_one: ProveOne, by: str | None) -> None:
    """A translation stands beside the quotation with its language and its translator."""
    given = {"lang": "en", "text": "He finds"} | ({"by": by} if by else {})
    excerpt, _ = prove_one(TEXT, quote="Hij vindt", translation=given)

    assert excerpt is not None
    assert excerpt.translation is not None
    assert (excerpt.translation.lang, excerpt.translation.text, excerpt.translation.by) == (
        "en",
        "He finds",
        by,
    )


@pytest.mark.parametrize(
    ("text", "case", "printed"),
    [
        ("De raad komt bijeen.", "lower", "[d]e raad komt bijeen."),
        ("en de raad komt bijeen.", "upper", "[E]n de raad komt bijeen."),
        ("IJsbaan en brug.", "lower", "[ij]sbaan en brug."),
        ("Één brug.", "lower", "[é]én brug."),
    ],
)
def test_another_first_letter_prints_in_brackets(
    prove_one: ProveOne, text: str, case: str, printed: str
) -> None:
    """With `initial` the first letter changes its case, in brackets; the evidence keeps the source's own."""
    excerpt, codes = prove_one(text, quote=text, initial=case)

    assert excerpt is not None
    assert (excerpt.text, codes) == (printed, [])
    assert excerpt.parts[0].text == text


def test_a_first_letter_that_is_so_already_is_told(prove_one: ProveOne) -> None:
    """An `initial` that changes nothing prints nothing, and is told."""
    excerpt, codes = prove_one("De raad komt bijeen.", quote="De raad", initial="upper")

    assert excerpt is not None
    assert (excerpt.text, codes) == ("De raad", ["initial-useless"])


def test_first_letter_with_other_marks(prove_one: ProveOne) -> None:
    """Emphasis and sic on the first word go on after its bracketed letter."""
    fields = {"emphasis": ["De raad"], "insert": [{"after": "De", "text": "x"}]}
    excerpt, _ = prove_one(STARTS, quote="De raad", initial="lower", **fields)

    assert excerpt is not None
    found = excerpt.paragraphs[0]
    assert [one.mark for one in found][:2] == [Mark.INITIAL, Mark.EMPHASIS]
    assert "".join(one.text for one in found if one.mark is Mark.EMPHASIS) == "e raad"
