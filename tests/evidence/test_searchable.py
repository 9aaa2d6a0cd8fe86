"""A source made searchable: spans lead back to passages and bytes, in time that does not grow with places."""

from collections.abc import Callable

from hypothesis import given, settings
from hypothesis import strategies as st

from bronbrief.evidence.folded_source import Span
from bronbrief.evidence.searchable import PLACES_LIMIT, Searchable
from bronbrief.sources.model import Catalogue


def test_bytes_agree_with_the_source(seeds: Catalogue) -> None:
    """The offsets that are added up once are those that the source works out from its start."""
    for source in seeds.sources.values():
        searchable = Searchable(source)
        for at in range(len(searchable.passages)):
            for stretch in searchable.stretches(searchable.whole(at)):
                start, end = stretch.passage.origin(stretch.start, stretch.end)
                assert searchable.byte_span(stretch) == source.byte_span(start, end)


def test_every_passage_is_found_where_it_stands(seeds: Catalogue) -> None:
    """Each passage of each seed, searched for whole, has its own span among the hits."""
    for source in seeds.sources.values():
        searchable = Searchable(source)
        for at, passage in enumerate(searchable.passages):
            assert searchable.whole(at) in searchable.find(passage.text).spans


@settings(deadline=None)
@given(st.data())
def test_spans_map_to_their_own_text(seeds: Catalogue, data: st.DataObject) -> None:
    """Any span of the searchable text gives stretches whose words are the words of the span."""
    source = data.draw(st.sampled_from(sorted(seeds.sources.values(), key=lambda one: one.id)))
    searchable = Searchable(source)
    start = data.draw(st.integers(0, len(searchable.text) - 2))
    end = data.draw(st.integers(start + 1, min(start + 400, len(searchable.text))))
    typed = searchable.text[start:end].strip()
    if not typed:
        return
    begin = searchable.text.index(typed, start)
    found = " ".join(
        one.passage.text[one.start : one.end] for one in searchable.stretches(Span(begin, begin + len(typed)))
    )

    plain = str.maketrans("“”‘’", "\"\"''")
    assert "".join(found.translate(plain).split()) == "".join(typed.split())


def test_places_are_limited(shelve: Callable[..., Catalogue]) -> None:
    """A word that stands everywhere does not fill the memory with places."""
    source = shelve(bron="de " * (PLACES_LIMIT * 3)).sources["bron"]

    assert len(Searchable(source).find("de").spans) == PLACES_LIMIT


def test_nothing_is_nowhere(seeds: Catalogue) -> None:
    """A text that folds to nothing has no places."""
    hits = Searchable(seeds.sources["coevorden-bevriest-2024"]).find(" \u00ad\n")

    assert hits.spans == hits.cut == hits.crossing == ()


def test_all_places_of_a_repeated_text_are_listed(shelve: Callable[..., Catalogue]) -> None:
    """A text that stands more than once, within a passage and in several, is found each time."""
    text = "Aan de kade en aan de kade en aan de haven.\n\nZij stond aan de kade en zweeg.\n\nAan de wal."
    searchable = Searchable(shelve(bron=text).sources["bron"])
    assert len(searchable.find("aan de kade").spans) == 2
    assert len(searchable.find("de kade en aan de").spans) == 2
    assert len(searchable.find("aan\nde kade").spans) == 2
    assert searchable.find("en zweeg. Aan de").spans == ()
