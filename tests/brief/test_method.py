"""The account of method says what is true of this brief, and nothing else."""

from collections.abc import Callable
from pathlib import Path

import pytest

from bronbrief.brief.labels import load_labels
from bronbrief.brief.method import account
from bronbrief.core.text import Fold
from bronbrief.core.workspace import Workspace
from bronbrief.evidence.model import Excerpt, Mark, Segment, Translation
from bronbrief.sources.model import Source

SourceMaker = Callable[..., Source]
ExcerptMaker = Callable[..., Excerpt]
Account = Callable[..., str]


@pytest.fixture
def said(tmp_path: Path) -> Account:
    """Return a function that gives the Dutch account of some excerpts and sources, as one text."""
    labels = load_labels(Workspace(tmp_path), "nl-NL").value or {}

    def text(excerpts: tuple[Excerpt, ...], sources: tuple[Source, ...]) -> str:
        places = {one.id: f"citaat {number}" for number, one in enumerate(excerpts, 1)}
        return " ".join(prose.plain for prose in account(excerpts, sources, labels, places, None))

    return text


def test_plain_account(said: Account, make_source: SourceMaker, make_excerpt: ExcerptMaker) -> None:
    """One exact quotation from one source is counted; no mark, fold or translation is spoken of."""
    assert said((make_excerpt("a"),), (make_source(),)) == (
        "Eén citaat uit één bron. Elk citaat is uit het bronbestand geknipt. "
        "Eén is teken voor teken teruggevonden."
    )


def test_verdicts_are_counted(said: Account, make_source: SourceMaker, make_excerpt: ExcerptMaker) -> None:
    """Exact and folded quotations are counted apart, and the folds that were used are named."""
    folded = make_excerpt("c", folds=(Fold.QUOTATION_MARKS, Fold.WHITE_SPACE))
    text = said((make_excerpt("a"), make_excerpt("b"), folded), (make_source(),))

    assert "3 citaten uit één bron" in text
    assert "2 zijn teken voor teken" in text
    assert "gelijkstelling van: witruimte en regeleinden, rechte of gekrulde aanhalingstekens." in text
    assert "ligaturen" not in text


@pytest.mark.parametrize(
    ("mark", "words"),
    [
        (Mark.OMISSION, "[…]: daar"),
        (Mark.SIC, "[sic]: zo staat"),
        (Mark.INSERTION, "Woorden tussen [ ]"),
        (Mark.EMPHASIS, "Nadruk in een citaat"),
        (Mark.INITIAL, "Een eerste letter tussen [ ]"),
    ],
)
def test_only_marks_that_occur_are_explained(
    said: Account, make_source: SourceMaker, make_excerpt: ExcerptMaker, mark: Mark, words: str
) -> None:
    """A sign is explained where it occurs, and only there."""
    plain = said((make_excerpt("a"),), (make_source(),))
    marked = said((make_excerpt("a", marks=(Segment(mark, "x"),)),), (make_source(),))

    assert words not in plain
    assert words in marked


def test_brackets_of_the_source_are_named(
    said: Account, make_source: SourceMaker, make_excerpt: ExcerptMaker
) -> None:
    """Where a source has brackets of its own they are listed with their place, apart from the author's."""
    theirs = make_excerpt("a", "Binnen de termijn [van zes weken] en […] ook daarna.")
    ours = make_excerpt("b", marks=(Segment(Mark.INSERTION, "de raad"),))
    only, both = said((theirs,), (make_source(),)), said((theirs, ours), (make_source(),))

    assert "staan zo in de bron: [van zes weken] […] (citaat 1)." in only
    assert "andere vierkante haken" not in only
    assert "(citaat 1). Voor alle andere vierkante haken in citaten geldt: Woorden tussen [ ]" in both
    assert "staan zo in de bron" not in said((ours,), (make_source(),))


def test_joined_lines_are_owned_up_to(
    said: Account, make_source: SourceMaker, make_excerpt: ExcerptMaker
) -> None:
    """Where the file has a line break within a quotation that prints as a space, that is said."""
    broken = make_source("krant-2023", "De brug\nblijft open.")

    assert "lopende tekst" in said((make_excerpt("a"),), (broken,))
    assert "lopende tekst" not in said((make_excerpt("a"),), (make_source(),))


def test_translations_and_inferences(
    said: Account, make_source: SourceMaker, make_excerpt: ExcerptMaker
) -> None:
    """Own translations, translations by others, titles and dates that were inferred are each named."""
    own, other = Translation("en", "x"), Translation("en", "x", "Bureau")
    sources = (make_source(title_ground="page address", date="2021-03~"),)
    text = said((make_excerpt("a", translation=own), make_excerpt("b", translation=other)), sources)

    for words in ("‘eigen vertaling’", "overige vertalingen", "titel die niet in de bron", "‘ca.’"):
        assert words in text


def test_brief_without_quotations_says_so(said: Account) -> None:
    """Nothing is claimed of quotations that are not there."""
    assert said((), ()) == "In deze publicatie staan geen citaten."


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        ("nl-NL", "Bij het opstellen is een digitale assistent gebruikt: Meedenker 2."),
        ("nl-BE", "Bij het opstellen is een digitale assistent gebruikt: Meedenker 2."),
        ("en", "A digital assistant helped to write this publication: Meedenker 2."),
    ],
)
def test_an_assistant_is_named_before_all_else(tmp_path: Path, lang: str, words: str) -> None:
    """The account of method opens with the assistant that helped, by its name, in the brief's language."""
    labels = load_labels(Workspace(tmp_path), lang).value or {}
    (paragraph,) = account((), (), labels, {}, "Meedenker 2")

    assert paragraph.plain.startswith(words)
    assert "Meedenker" not in account((), (), labels, {}, None)[0].plain
