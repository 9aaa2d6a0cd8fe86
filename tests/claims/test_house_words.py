"""Advice on style: hints with limits that a spec may set."""

import hashlib
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from bronbrief.blocks.registry import BLOCKS
from bronbrief.claims import house_words
from bronbrief.claims.house_words import advise
from bronbrief.core.diagnostics import Diagnostic, Severity
from bronbrief.core.workspace import Workspace
from bronbrief.evidence.select import prove_all
from bronbrief.sources.catalogue import load_catalogue
from bronbrief.spec.load import load_spec

LONG = "De raad sprak lang over de brug, en nam daarna geen besluit. " * 13
SOURCE = f"{LONG.strip()}\n\nWit-Rusland zweeg. Dat viel op."
RECORD = "title: Brug\ntitle_basis: stated\nkind: news\nlang: nl\nsha256: {sha256}\n"
HEAD = """\
title: De brug
template: raadsinformatiebrief
lang: nl-NL
date: 2026-11-21
excerpts:
  een: {source: krant, passage: al. 1}
  twee: {source: krant, passage: al. 2}
"""
Advise = Callable[..., list[Diagnostic]]


@pytest.fixture
def advised(tmp_path: Path) -> Advise:
    """Return a function that gives the hints on a spec's body."""

    def advice(body: str) -> list[Diagnostic]:
        for folder in ("briefs", "seeds"):
            (tmp_path / folder).mkdir(exist_ok=True)
        data = SOURCE.encode()
        (tmp_path / "seeds" / "krant.txt").write_bytes(data)
        record = RECORD.format(sha256=hashlib.sha256(data).hexdigest())
        (tmp_path / "seeds" / "krant.yaml").write_text(record, encoding="utf-8")
        (tmp_path / "briefs" / "brug.yaml").write_text(HEAD + body, encoding="utf-8")
        workspace = Workspace(tmp_path)
        loaded, catalogue = load_spec(workspace, "briefs/brug.yaml", BLOCKS), load_catalogue(workspace).value
        assert loaded.value is not None, loaded.diagnostics
        assert catalogue is not None
        excerpts = prove_all(loaded.value, catalogue).value
        assert excerpts is not None
        return list(advise(loaded.value, excerpts, catalogue))

    return advice


def body(text: str, more: str = "") -> str:
    """Write a section with this text."""
    lines = "".join(f"      {line}\n" for line in text.split("\n"))
    return f"sections:\n  - heading: Stand\n    body: |\n{lines}{more}"


FREE = "advice: {quoted_share: 100}\n"


def codes(found: list[Diagnostic]) -> list[str]:
    """Return the codes of hints, after making sure that they are no more than that."""
    assert all(finding.severity is Severity.HINT for finding in found)
    return [finding.code for finding in found]


def test_large_share_of_a_source_is_a_hint_with_its_number(advised: Advise) -> None:
    """Quoting nearly the whole of a source gives the share; a higher limit silences it."""
    found = advised(body("Zo staat het er: [@een] [@twee]"))

    assert codes(found) == ["quoted-share"]
    assert found[0].params == {"share": "100", "source": "krant", "limit": "20"}
    assert advised(body("Zo staat het er.") + FREE) == []


@pytest.mark.parametrize("passage", ["een twee  drie", " kop\u00a0en staart ", "eenwoord", ""])
def test_words_of_which_anything_is_quoted_count_whole(passage: str) -> None:
    """A word counts where a quotation begins or ends within it, and one beside the quotation does not."""
    words = [word.span() for word in re.finditer(r"\S+", passage)]
    for start in range(len(passage)):
        for end in range(start + 1, len(passage) + 1):
            expected = [first for first, last in words if first < end and start < last]
            assert list(house_words._words_at(passage, start, end)) == expected


def test_quotation_without_own_words_is_a_hint(advised: Advise) -> None:
    """A section that only quotes is named; one sentence suffices."""
    assert codes(advised(body("![[een]]") + FREE)) == ["excerpt-bare"]
    assert advised(body("De krant schrijft:\n\n![[een]]") + FREE) == []


def test_two_quotations_in_a_row_are_a_hint(advised: Advise) -> None:
    """The second of two quotations without words between is pointed at."""
    found = advised(body("Zie:\n\n![[een]]\n\n![[twee]]") + FREE)

    assert codes(found) == ["quotations-adjacent"]
    assert found[0].place is not None
    assert found[0].place.line == 15


def test_two_names_for_one_country_are_a_hint(advised: Advise) -> None:
    """Own words with both names get a hint; within quotation marks and in the method both may stand."""
    text = "Belarus en weer Belarus, dan Wit-Rusland."

    assert codes(advised(body(text) + FREE)) == ["two-names"]
    assert advised(body("Belarus, in de bron ‘Wit-Rusland’.\n\n![[twee]]") + FREE) == []
    assert advised(body("Belarus.") + FREE + "method: De bron schrijft Wit-Rusland.\n") == []
    assert advised(body(text) + "advice: {quoted_share: 100, one_name: []}\n") == []
    assert advised(body(text) + "advice: {quoted_share: 100, one_name: [[Belarus, Belarus]]}\n") == []


def test_long_brief_is_a_hint(advised: Advise) -> None:
    """More own words than the limit give a hint; quotations do not count."""
    limit = "advice: {quoted_share: 100, words: 20}\n"

    assert codes(advised(body("woord " * 30) + limit)) == ["brief-long"]
    assert advised(body("Zie:\n\n![[een]]") + limit) == []
