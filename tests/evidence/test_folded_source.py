"""A folded source: the same characters whether it was folded as a whole, in pieces, or in an earlier run."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bronbrief.evidence.folded_source import FoldedSource, Span
from bronbrief.evidence.searchable import Searchable
from bronbrief.sources.model import Catalogue, Source
from bronbrief.sources.notes import Notes

WRAPPED = (
    "De samen-\nwerking is “goed”.\n\n7\n\nDe sa\u00adlariskosten zijn ﬁks: twee\u00a0 ton.\n\n---\n\n"
    "De samenwerking.\n"
)


@pytest.fixture
def long(shelve: Callable[..., Catalogue], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Source:
    """Return a source that has notes, and none in them yet."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    source = shelve(bron=WRAPPED).sources["bron"]
    return replace(source, notes=Notes(source.record.sha256))


def again(source: Source) -> Source:
    """Return a source as a later run has it."""
    source.notes.keep()
    return replace(source, notes=Notes(source.record.sha256))


@settings(deadline=None)
@given(st.data())
def test_a_piece_is_a_piece_of_the_text(seeds: Catalogue, data: st.DataObject) -> None:
    """Any stretch is the same, be the whole folded or only the passages that it runs through."""
    source = data.draw(st.sampled_from(sorted(seeds.sources.values(), key=lambda one: one.id)))
    whole, pieces = FoldedSource(source), FoldedSource(source)
    pieces._text = None
    start = data.draw(st.integers(-50, len(whole.text) + 50))
    end = data.draw(st.integers(start, start + 400))
    assert pieces.piece(start, end) == whole.text[max(start, 0) : max(end, 0)] == whole.piece(start, end)
    assert pieces._text is None


def test_a_later_run_needs_no_text(long: Source) -> None:
    """Offsets, passages and single folded texts are there without the whole being folded."""
    first = FoldedSource(long)
    later = FoldedSource(again(long))
    assert tuple(later.offsets) == tuple(first.offsets)
    for at in range(len(first.passages)):
        assert later.whole(at) == first.whole(at)
        assert later.folded_text(at) == first.folded_text(at)
        assert list(later.stretches(later.whole(at))) == list(first.stretches(first.whole(at)))
    assert later._text is None
    assert later.text == first.text


@pytest.mark.parametrize(
    "typed",
    [
        "De samenwerking is",
        "de samen-\nwerking",
        "“goed”",
        "salariskosten zijn fiks: twee ton",
        "samenwerking",
    ],
)
def test_what_was_found_is_found_again(long: Source, typed: str) -> None:
    """A text has the same places in a later run, hyphens at line ends as the author reads them included."""
    first = Searchable(long).find(typed)
    later = Searchable(again(long))
    assert later.find(typed).spans == first.spans
    assert first.spans == () or later._text is None
    assert all(isinstance(span, Span) for span in later.find(typed).spans)


def test_what_was_not_found_is_explained_in_every_run(long: Source) -> None:
    """A text that stands within words, or nowhere, is searched for again: the explanation needs it."""
    first = Searchable(long)
    hits = [first.find(typed) for typed in ("alariskost", "De haven", 'goed". De')]
    later = Searchable(again(long))
    assert [later.find(typed) for typed in ("alariskost", "De haven", 'goed". De')] == hits


def test_notes_hold_no_quotation(long: Source, tmp_path: Path) -> None:
    """What is kept names places; the words of the source are not in it."""
    Searchable(long).find("salariskosten zijn fiks")
    long.notes.keep()
    (kept,) = (tmp_path / "bronbrief" / "notes").iterdir()
    assert b"salaris" not in kept.read_bytes()
    assert b"zijn" not in kept.read_bytes()
