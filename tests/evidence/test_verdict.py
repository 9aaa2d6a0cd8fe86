"""The verdicts, and the second check against the bytes."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from bronbrief.core.text import Fold
from bronbrief.evidence.model import Excerpt, Part, Verdict
from bronbrief.evidence.verdict import (
    agrees_with_file,
    pronounce,
    pronounce_absent,
)
from bronbrief.sources.model import Catalogue, Locator, Unit


@pytest.mark.parametrize(
    ("claims", "verdict", "folds"),
    [
        ([], Verdict.EXACT, ()),
        ([("a", "a", False)], Verdict.EXACT, ()),
        ([("a b", "a  b", False), ("c", "c", False)], Verdict.FOLDED, (Fold.WHITE_SPACE,)),
        (
            [('"a"', "“a”", False), ("a b", "a\u00a0b", False)],
            Verdict.FOLDED,
            (Fold.QUOTATION_MARKS, Fold.NO_BREAK_SPACE),
        ),
        ([("goed-\nkeuren", "goedkeuren", False)], Verdict.FOLDED, (Fold.HYPHENATION,)),
        ([("goed-keuren", "goed-keuren", True)], Verdict.FOLDED, (Fold.HYPHENATION,)),
        (
            [("“goed-\nkeuren”", '"goedkeuren"', False)],
            Verdict.FOLDED,
            (Fold.HYPHENATION, Fold.QUOTATION_MARKS),
        ),
        ([("a", "a", False), ("niet goed", "goed", False)], Verdict.DRIFT, ()),
        ([("goed-keuren", "goedkeuren", False)], Verdict.DRIFT, ()),
    ],
)
def test_pronounce(claims: list[tuple[str, str, bool]], verdict: Verdict, folds: tuple[Fold, ...]) -> None:
    """Exact is character for character, folded names its folds, anything else is drift."""
    assert pronounce(claims) == (verdict, folds)


def test_similar_is_drift_and_other_is_missing() -> None:
    """What stands nowhere drifted if something much like it does, else it is missing."""
    assert pronounce_absent(95.0) is Verdict.DRIFT
    assert pronounce_absent(20.0) is Verdict.MISSING


TEXT = "Kop\n\nDe samen-\nwerking  is\ngoed: én/\nof beter.\n\n- 12 -\n\f\nEinde van het stuk.\n"


@pytest.mark.parametrize(
    ("first", "last", "text", "agrees"),
    [
        ("De", "goed", "De samenwerking is goed", True),
        ("De", "goed", "De samen-werking  is goed", True),
        ("De", "goed", "De samen- werking is goed", True),
        ("De", "goed", "De samenwerking is  goed ", True),
        ("De", "goed", "De samenwerking was goed", False),
        ("De", "goed", "De samenwerkingis goed", False),
        ("De", "goed", "De samenwerking is", False),
        ("goed", "beter", "goed: én/of beter", True),
        ("goed", "beter", "goed: én/ of beter", True),
        ("beter", "Einde", "beter. Einde", True),
        ("beter", "Einde", "beter. - 12 - Einde", True),
        ("Kop", "De", "De", False),
    ],
)
def test_second_check(
    shelve: Callable[..., Catalogue], first: str, last: str, text: str, *, agrees: bool
) -> None:
    """The bytes of the file must give the part again, but for white space, line ends and page numbers."""
    source = shelve(bron=TEXT).sources["bron"]
    start, end = TEXT.index(first), TEXT.index(last) + len(last)
    part = Part(0, Locator(Unit.PARAGRAPH, 1), 0, 1, *source.byte_span(start, end), text, "", "")

    assert agrees_with_file(source, part) is agrees


def test_bytes_in_mid_character_never_agree(shelve: Callable[..., Catalogue]) -> None:
    """An offset that divides a character is a disagreement, not a crash."""
    source = shelve(bron="één stad").sources["bron"]
    part = Part(0, Locator(Unit.PARAGRAPH, 1), 0, 3, 1, 5, "één", "", "")

    assert not agrees_with_file(source, part)


def test_an_inconsistency_is_reported(
    prove_one: Callable[..., tuple[Excerpt | None, list[str]]], monkeypatch: pytest.MonkeyPatch
) -> None:
    """If the maps led astray, the excerpt is refused with an error of its own."""
    from bronbrief.evidence import cutting  # noqa: PLC0415

    cut = cutting._part
    monkeypatch.setattr(
        cutting, "_part", lambda *given: replace(cut(*given), byte_start=cut(*given).byte_start + 1)
    )

    excerpt, codes = prove_one("Dit is een zin in de bron.", quote="een zin")
    assert excerpt is None
    assert set(codes) == {"evidence-inconsistent"}
