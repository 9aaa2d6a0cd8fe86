"""Prose over sources of many genres, written by hand: every invented fact is found, no honest word flagged.

`unseen/` holds the sources. Each line of `planted.lines` and `honest.lines` is a paragraph of its own brief:
its language, the source and paragraph that it cites, and the words; what is invented stands between « and ».
"""

import hashlib
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from bronbrief.blocks.registry import BLOCKS
from bronbrief.claims.check import check_claims
from bronbrief.claims.match.fact_cache import FactCache
from bronbrief.core.diagnostics import Severity
from bronbrief.core.workspace import Workspace
from bronbrief.evidence.searchable import SearchPool
from bronbrief.evidence.select import prove_all
from bronbrief.sources.catalogue import load_catalogue
from bronbrief.spec.load import load_spec

HERE = Path(__file__).parent / "unseen"
RECORD = """\
title: "{title}"
title_basis: stated
publisher: {publisher}
date: {date}
kind: news
lang: {lang}
sha256: {sha256}
"""
RECORDS = {
    "voorstel": ("Gemeente Hellendoorn", "2024-03-12", "nl"),
    "notulen": ("Gemeenteraad", "2024-11-07", "nl"),
    "politie": ("Politiezone Leiemeersen", "2024", "nl-BE"),
    "besluit": ("Gemeente Baarle-Nassau", "2023-03", "nl"),
    "news": ("The Zeeland Post", "2023-06-05", "en"),
    "antwoord": ("Vlaams Parlement", "2022-03", "nl-BE"),
    "jeugd": ("Rekenkamercommissie Drechtsteden", "2022-06", "nl"),
    "windturbines": ("Het Meetjesland", "2024-06-12", "nl-BE"),
    "audit": ("Court of Audit", "2021-11", "en"),
    "erfgoed": ("Gemeente Oudewater", "2024-10", "nl"),
    "zorg": ("Gemeente Purmerend", "2025-02", "nl"),
    "asiel": ("Ministerie van Justitie en Veiligheid", "2024-02", "nl"),
    "mobiliteit": ("Stad Mechelen", "2025-01-28", "nl-BE"),
    "horeca": ("Gemeente Stichtse Vecht", "2023-04", "nl"),
    "zwemmen": ("Gemeente Lansingerland", "2025-06-26", "nl"),
    "fietssnelweg": ("Vlaams Parlement", "2024-11-19", "nl-BE"),
    "broadband": ("National Audit Office", "2024-07", "en"),
    "apotheek": ("Dagblad van het Oosten", "2025-04", "nl"),
    "programmabegroting": ("Gemeente Hoeksche Waard", "2024-10", "nl"),
    "waterschap": ("Waterschap Aa en Dommel", "2023-09-14", "nl"),
    "keizersplein": ("Stad Aalst", "2025-03-04", "nl-BE"),
    "babybox": ("Scottish Parliament", "2023", "en"),
    "kamerbrief": ("Ministerie van Infrastructuur en Waterstaat", "2024-02-19", "nl"),
    "ombudsman": ("Vlaamse Ombudsdienst", "2023-05", "nl-BE"),
    "erasmus": ("European Commission", "2022-12-08", "en"),
}
SPEC = """\
title: {title}
template: raadsinformatiebrief
lang: {lang}
date: 2026-11-21
for: {reader}
excerpts:
  stuk: {{source: {source}, passage: al. {number}}}
sections:
  - heading: {heading}
    body: |
      {words} [@stuk]
"""
WORDS = {
    "nl": {"lang": "nl-NL", "title": "Een brief", "reader": "Raad", "heading": "Stand"},
    "en": {"lang": "en", "title": "A brief", "reader": "Council", "heading": "State"},
}
Found = list[tuple[int, int, str]]


@pytest.fixture(scope="module")
def check(tmp_path_factory: pytest.TempPathFactory) -> Callable[..., Found]:
    """Return a function that tells where a paragraph over a source claims what is not there."""
    root = tmp_path_factory.mktemp("unseen")
    for folder in ("briefs", "seeds"):
        (root / folder).mkdir()
    for name, (publisher, date, lang) in RECORDS.items():
        data = (HERE / f"{name}.txt").read_bytes()
        (root / "seeds" / f"{name}.txt").write_bytes(data)
        known = {"title": data.decode().split("\n")[0].lstrip("# "), "publisher": publisher}
        record = RECORD.format(**known, date=date, lang=lang, sha256=hashlib.sha256(data).hexdigest())
        (root / "seeds" / f"{name}.yaml").write_text(record, encoding="utf-8")
    workspace = Workspace(root)
    catalogue = load_catalogue(workspace).value
    assert catalogue is not None

    def checked(about: str, words: str, *, opposites: bool = False) -> Found:
        lang, source, number = about.split()
        spec = SPEC.format(**WORDS[lang], source=source, number=number, words=words)
        (root / "briefs" / "stuk.yaml").write_text(spec, encoding="utf-8")
        loaded = load_spec(workspace, "briefs/stuk.yaml", BLOCKS)
        assert loaded.value is not None, loaded.diagnostics
        excerpts = prove_all(loaded.value, catalogue).value
        assert excerpts
        found = check_claims(loaded.value, excerpts, FactCache(), SearchPool(catalogue), ())
        if opposites:
            return [(0, 0, one.code) for one in found if one.severity is Severity.HINT]
        facts = [one for one in found if one.severity is not Severity.HINT]
        return [
            (one.place.column - 7, one.place.end_column - 7, one.params["text"]) for one in facts if one.place
        ]

    return checked


def lines(name: str) -> list[tuple[str, str]]:
    """Return what each line of a file is about, and its words."""
    text = (HERE / name).read_text(encoding="utf-8")
    return [(about, words) for about, _, words in (line.partition(": ") for line in text.splitlines())]


def marked(words: str) -> tuple[str, list[tuple[int, int]]]:
    """Return words without « and », and where these stood."""
    spans, plain = [], ""
    for part in re.split("(«[^»]*»)", words):
        if part.startswith("«"):
            spans.append((len(plain), len(plain) + len(part) - 2))
        plain += part.strip("«»") if part.startswith("«") else part
    return plain, spans


@pytest.mark.ci
def test_every_planted_fact_is_found_and_nothing_beside_it(check: Callable[..., Found]) -> None:
    """Each invented number, date, name, unit or office is reported where it stands, and no other word is."""
    missed, too_much, planted = [], [], 0
    for about, words in lines("planted.lines"):
        plain, spans = marked(words)
        found = check(about, plain)
        planted += len(spans)
        missed += [
            (about, words) for start, end in spans if not any(a < end and start < b for a, b, _ in found)
        ]
        too_much += [
            (words, text) for a, b, text in found if not any(a < end and start < b for start, end in spans)
        ]
    assert planted > 770
    assert missed == []
    assert too_much == []


@pytest.mark.ci
def test_honest_words_are_left_alone(check: Callable[..., Found]) -> None:
    """What a source says may be said in other words, forms, figures and units that come to the same."""
    given = lines("honest.lines")
    assert len(given) > 560
    assert [(about, words, found) for about, words in given if (found := check(about, words))] == []


@pytest.mark.ci
def test_hints_at_opposites_are_rare(check: Callable[..., Found]) -> None:
    """Of honest words, at most one line in a hundred gets the hint that it says the opposite."""
    told = [about for about, words in lines("honest.lines") if check(about, words, opposites=True)]
    assert len(told) * 100 <= len(lines("honest.lines"))
