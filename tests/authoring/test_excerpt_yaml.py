"""`authoring/excerpt_yaml.py`: whatever is selected, the excerpt shown verifies and is the selection."""

import re

from hypothesis import given
from hypothesis import strategies as st

from bronbrief.authoring.excerpt_yaml import Selected, whole_words, write_excerpt
from bronbrief.core.workspace import Workspace
from bronbrief.sources.catalogue import load_catalogue
from bronbrief.sources.model import Catalogue, Source, Unit
from support.tools import ROOT

SPEC = """\
title: Een citaat
template: raadsinformatiebrief
lang: nl-NL
date: 2026-11-21
for: De raad
sections: [{heading: Kop, body: Tekst}]
excerpts:
"""


def _seeds() -> Catalogue:
    catalogue = load_catalogue(Workspace(ROOT)).value
    assert catalogue is not None
    return catalogue


SEEDS = _seeds()


@st.composite
def selections(draw: st.DrawFn) -> tuple[Source, Selected]:
    """Draw a source and a run of words in it: within a passage, or over passages."""
    source = draw(st.sampled_from(list(SEEDS.sources.values())))
    texts = [passage for passage in source.passages if passage.locator.unit is not Unit.LINE]
    at = draw(st.integers(0, len(texts) - 1))
    upto = draw(st.sampled_from([at, at, at, min(at + 1, len(texts) - 1), len(texts) - 1]))
    words = [match.span() for match in re.finditer(r"\S+", texts[at].text)]
    last_words = [match.span() for match in re.finditer(r"\S+", texts[upto].text)]
    begin = draw(st.integers(0, len(words) - 1))
    end = draw(st.integers(begin if at == upto else 0, len(last_words) - 1))
    return source, Selected(texts[at].index, words[begin][0], texts[upto].index, last_words[end][1])


def _words(source: Source, selected: Selected) -> list[str]:
    words: list[str] = []
    for passage in source.passages[selected.first : selected.last + 1]:
        if passage.locator.unit is not Unit.LINE:
            start = selected.start if passage.index == selected.first else 0
            end = selected.end if passage.index == selected.last else None
            words += passage.text[start:end].split()
    return words


@given(selections())
def test_any_selection_of_whole_words_gives_exactly_those_words(drawn: tuple[Source, Selected]) -> None:
    """The excerpt is proven, and its words are the words selected, numbers and compounds made whole."""
    source, selected = drawn
    whole = whole_words(source, selected)
    written = write_excerpt(source, selected)
    assert whole is not None
    assert written.value is not None, (source.id, selected, _words(source, selected), written.diagnostics)
    assert written.value.excerpt.text.split() == _words(source, whole)
    assert whole.start <= selected.start or whole.first != selected.first
    assert _words(source, selected)[0] in _words(source, whole)[0] or whole.start < selected.start


@given(selections())
def test_a_selection_is_widened_only_to_keep_a_number_or_word_whole(drawn: tuple[Source, Selected]) -> None:
    """Words between spaces stay as they were selected, but for digits in groups."""
    source, selected = drawn
    whole = whole_words(source, selected)
    assert whole is not None
    added = source.passages[whole.first].text[whole.start : selected.start]
    added += source.passages[whole.last].text[selected.end : whole.end]
    assert not added or any(char.isdigit() for char in added)
