"""Every changed byte of a source is found; each quotation from it stands, has moved, or is gone."""

import hashlib
from collections.abc import Callable
from functools import cache

from bronbrief.core.workspace import Workspace
from bronbrief.evidence.changes import Effect, changes
from bronbrief.evidence.differences import difference, word_diff
from bronbrief.evidence.model import Mark, Segment
from bronbrief.evidence.record import EvidenceRecord, RecordedPart, RecordedQuotation, RecordedSource
from bronbrief.evidence.recorded import read_evidence
from bronbrief.evidence.rereading import reads, seek
from bronbrief.sources.catalogue import load_catalogue
from bronbrief.sources.model import Catalogue, Source
from bronbrief.sources.passages import split_passages
from support.published import published_workspace

NAME, SOURCE = "coevorden-brest", "coevorden-bevriest-2024"


@cache
def _built() -> tuple[EvidenceRecord, Source]:
    root = published_workspace()
    data = (root / "build" / NAME / f"{NAME}.evidence.jsonld").read_bytes()
    record, catalogue = read_evidence(data, "record").value, load_catalogue(Workspace(root)).value
    assert record is not None
    assert catalogue is not None
    return record, catalogue.sources[SOURCE]


def _with_text(source: Source, text: str) -> Source:
    passages = split_passages(text)
    return Source(source.id, source.path, "", source.record, text.encode(), text, passages)


def _effects(text: str) -> dict[str, Effect]:
    record, source = _built()
    found = changes(record.quotations, _with_text(source, text), source.path)
    return {change.quotation.id: change.effect for change in found}


def test_an_unchanged_source_has_every_quotation_where_it_was() -> None:
    """Looking again in the same text finds every quotation in its passage."""
    _, source = _built()
    effects = _effects(source.text)
    assert len(effects) == 10
    assert set(effects.values()) == {Effect.STANDS}


def test_a_letter_changed_in_a_quotation_makes_that_one_gone() -> None:
    """Wherever a letter within a quotation is changed, that quotation is named, and those elsewhere stand."""
    record, source = _built()
    tried = 0
    for quotation in record.quotations:
        for part in (one for one in quotation.parts if one.source.path == source.path):
            for at in range(part.start, part.end, 9):
                if not source.text[at].isalnum():
                    continue
                other = "x" if source.text[at] != "x" else "y"
                effects = _effects(source.text[:at] + other + source.text[at + 1 :])
                assert effects.pop(quotation.id) is Effect.GONE
                apart = {
                    one.id
                    for one in record.quotations
                    if one.id in effects and not any(piece.start <= at < piece.end for piece in one.parts)
                }
                assert {effects[one] for one in apart} == {Effect.STANDS}
                tried += 1
    assert tried > 100


def test_a_change_outside_the_quotations_leaves_them_standing() -> None:
    """A letter that no quotation holds changes the checksum, and no quotation."""
    record, source = _built()
    quoted = {
        at
        for quotation in record.quotations
        for part in quotation.parts
        if part.source.path == source.path
        for at in range(part.start, part.end)
    }
    apart = [at for at, one in enumerate(source.text) if at not in quoted and one.isalpha()]
    for at in apart[:: max(len(apart) // 12, 1)]:
        text = source.text[:at] + "q" + source.text[at + 1 :]
        assert hashlib.sha256(text.encode()).hexdigest() != source.record.sha256
        assert set(_effects(text).values()) == {Effect.STANDS}


def test_a_paragraph_put_in_before_moves_what_follows() -> None:
    """Words that stand in another passage now are found there, and the new locator is given."""
    record, source = _built()
    quotation = next(one for one in record.quotations if one.id == "informele-contacten")
    at = source.text.index("In 2019")
    text = f"{source.text[:at]}Een nieuwe alinea.\n\n{source.text[at:]}"
    (change,) = changes([quotation], _with_text(source, text), source.path)
    assert change.effect is Effect.MOVED
    assert [part.locator for part in change.parts] == ["al. 6"]


def test_words_that_are_gone_come_with_what_is_there_now() -> None:
    """For a quotation that no longer stands, the words most like it are shown."""
    record, source = _built()
    quotation = next(one for one in record.quotations if one.id == "geen-formele-contacten")
    text = source.text.replace("geen formele contacten", "geen officiële contacten")
    (change,) = changes([quotation], _with_text(source, text), source.path)
    assert change.effect is Effect.GONE
    assert "geen officiële contacten" in change.parts[0].instead


def test_words_are_found_over_line_ends_hyphens_and_page_numbers() -> None:
    """A text as it was received may break lines, words and pages within a quotation."""
    text = (
        "De gemeente-\nraad van Oost-\nNederland ver-\nga-\n\n  - 12 -\n\f\ndert over de\r\nnota.\n\n"
        "- 3 van 4 -\n\f\nEn wel nu."
    )
    for words in (
        "De gemeenteraad van Oost-Nederland vergadert over de nota.",
        "nota. En wel",
        "over de nota.",
    ):
        assert seek(text, words), words
    for words in ("gemeente raad", "Oost Nederland", "meenteraad", "vergadertover", "nota. 3 En"):
        assert not seek(text, words), words


def test_a_stretch_reads_as_its_words_and_no_others() -> None:
    """White space and line ends do not count; letters, signs and edges do."""
    assert reads("ver-\ngadert  over", "vergadert over")
    assert not reads(" vergadert over", "vergadert over")
    assert not reads("vergadert over", "vergadert Over")
    assert not reads("vergadert over,", "vergadert over")


def test_only_what_changed_is_shown_and_proposed(shelve: Callable[..., Catalogue]) -> None:
    """Beside the word that changed, marks, spaces and composition are those of the source, old and new."""
    old = "De raad noemt het „een ramp” en Loekasjenko’s beleid is hard\u00a0voor 1\u202f000 inwoners."
    new = old.replace("hard", "zacht")
    source = shelve(bron=old).sources["bron"]
    part = RecordedPart(
        RecordedSource("seeds/bron.txt", "", "", "nl", {}),
        "al. 1",
        old,
        "",
        "",
        0,
        len(old),
        0,
        len(old.encode()),
    )
    printed = ((Segment(Mark.TEXT, old),),)
    quotation = RecordedQuotation("een", "exact", (), ("al. 1",), printed, "nl", None, (part,))
    (change,) = changes([quotation], _with_text(source, new), source.path)

    assert change.parts[0].instead == new
    shown = difference(old, change.parts[0].instead)
    assert shown.count("[-") == shown.count("{+") == 1
    assert "[-hard-]" in shown
    assert "{+zacht+}" in shown


def test_a_difference_shows_each_side_in_its_own_characters() -> None:
    """Where words differ, marks that fold are shown as each side has them, and count as no difference."""
    shown = word_diff('Het "grote plan" is hard', "Het „grote plan” is zacht").splitlines()

    assert shown == ['- Het "grote plan" is [-hard-]', "+ Het „grote plan” is {+zacht+}"]
