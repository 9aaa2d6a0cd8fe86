"""A folded source: its passages stand in one text, each as it folds by itself."""

from collections.abc import Callable

from hypothesis import given, settings
from hypothesis import strategies as st

from bronbrief.core.text import fold
from bronbrief.evidence.folded_source import FoldedSource
from bronbrief.sources.model import Catalogue

WRAPPED = (
    "De samen-\nwerking is “goed”.\n\n7\n\nDe sa\u00adlariskosten zijn ﬁks: twee\u00a0 ton.\n\n---\n\n"
    "De samenwerking.\n"
)


@settings(deadline=None)
@given(st.data())
def test_a_piece_is_a_piece_of_the_text(seeds: Catalogue, data: st.DataObject) -> None:
    """Any stretch is cut from the text; what lies before its start or after its end is nothing."""
    source = data.draw(st.sampled_from(sorted(seeds.sources.values(), key=lambda one: one.id)))
    folded = FoldedSource(source)
    start = data.draw(st.integers(-50, len(folded.text) + 50))
    end = data.draw(st.integers(start, start + 400))
    known = range(len(folded.text))
    assert folded.piece(start, end) == "".join(folded.text[at] for at in range(start, end) if at in known)


def test_each_passage_stands_in_the_text_as_it_folds(
    seeds: Catalogue, shelve: Callable[..., Catalogue]
) -> None:
    """Folded together or one by one, passages read the same, and each is found again at its offset."""
    for source in (*seeds.sources.values(), shelve(bron=WRAPPED).sources["bron"]):
        folded = FoldedSource(source)
        for at, passage in enumerate(folded.passages):
            span = folded.whole(at)
            assert folded.folded_text(at) == fold(passage.text).text == folded.piece(span.start, span.end)
            (stretch,) = folded.stretches(span)
            assert (stretch.passage, stretch.passage.text[stretch.start : stretch.end]) == (
                passage,
                passage.text.strip(),
            )


def test_page_numbers_do_not_part_passages(shelve: Callable[..., Catalogue]) -> None:
    """A page number is left out of the text; a lone number or a ruling stands in it where it stood."""
    paged = WRAPPED.replace("7\n", "- 7 -\n\f")
    (folded, plain) = (FoldedSource(shelve(bron=text).sources["bron"]) for text in (paged, WRAPPED))
    assert 'is "goed". De salariskosten' in folded.text
    assert 'is "goed". 7 De salariskosten zijn fiks: twee ton. --- De samenwerking.' in plain.text
