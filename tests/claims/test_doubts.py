"""What only follows from a reference that came to nothing is not said of the author's own words."""

import hashlib
from pathlib import Path

import pytest

from bronbrief.claims.check import check_claims
from bronbrief.claims.house_words import advise
from bronbrief.core.workspace import Workspace
from bronbrief.evidence.select import prove_all
from bronbrief.sources.catalogue import load_catalogue
from bronbrief.spec.load import load_spec

SOURCES = {
    "krant": "De brug kost 40 000 euro.\n\nWethouder Smit opent de brug.\n",
    "folder": "De pont heet Zwaluw.\n\n" + "Het veer vaart elke dag naar de overkant. " * 40 + "\n",
}
RECORD = "title: Bericht\ntitle_basis: stated\nkind: news\nlang: nl\nsha256: {sha256}\n"
HEAD = """\
title: Brug
template: raadsinformatiebrief
lang: nl-NL
date: 2026-11-21
excerpts:
  kosten: {source: krant, passage: al. 1}
  gedreven: {source: krant, quote: Wethouder Smit sluit de brug.}
  pont: {source: folder, passage: al. 1}
"""


def found(tmp_path: Path, body: str, head: str = HEAD) -> list[tuple[str, str]]:
    """Return what the claims check and the advice say of a spec, as codes and words."""
    for folder in ("briefs", "seeds"):
        (tmp_path / folder).mkdir(exist_ok=True)
    for name, text in SOURCES.items():
        record = RECORD.format(sha256=hashlib.sha256(text.encode()).hexdigest())
        (tmp_path / f"seeds/{name}.txt").write_text(text, encoding="utf-8")
        (tmp_path / f"seeds/{name}.yaml").write_text(record, encoding="utf-8")
    (tmp_path / "briefs/brug.yaml").write_text(head + body, encoding="utf-8")
    workspace = Workspace(tmp_path)
    loaded, catalogue = load_spec(workspace, "briefs/brug.yaml").value, load_catalogue(workspace).value
    assert loaded is not None
    assert catalogue is not None
    excerpts = prove_all(loaded, catalogue).value or {}
    findings = (*check_claims(loaded, excerpts, catalogue), *advise(loaded, excerpts, catalogue))
    return [(one.code, one.params.get("text", "")) for one in findings]


def section(body: str, *more: str) -> str:
    """Write a spec's sections: one with this body, and more of its lines."""
    lines = "".join(f"      {line}\n" for line in body.split("\n"))
    return f"sections:\n  - heading: Stand\n    body: |\n{lines}" + "".join(f"    {line}\n" for line in more)


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Dat waren er 77 [@kosten].", [("claim-number", "77")]),
        ("Dat waren er 77 [@gedreven].", []),
        ("Dat waren er 77 [@kosten; @gedreven].", []),
        ("Dat waren er 77 [@weg].", []),
        ("Dat waren er 77 [@krant, al. 9].", []),
        ("Dat waren er 77 [@Kosten].", []),
        ("Dat waren er 77 (@kosten).", []),
        ("Dat waren er 77 [kosten].", []),
        ("Dat waren er 77 [kosten elders].\n\nZie [@kosten].", [("claim-number", "77")]),
        ("Dat waren er 77.\n\nZie [@kosten].", [("claim-number", "77")]),
        ("Dat waren er 77.\n\nZie [@kosten] en [@gedreven].", []),
        ("Dat waren er 77.\n\nZie [@kosten] en [@Gedreven].", []),
        ("> Dat waren er 77.\n\nZie [@kosten].", []),
        ("Zij sprak van “het grote werk” [@gedreven].", []),
        ("Zij sprak van “het grote werk” [@kosten].", [("claim-quotation", "het grote werk")]),
        ("Het woord is aan Jan Klaassen [@kosten].\n\nZie [@weg].", [("claim-name", "Jan Klaassen")]),
        ("Zwaluw vaart [@kosten].\n\nZie [@pont].", [("claim-uncited", "Zwaluw")]),
        ("Zwaluw vaart [@kosten].\n\nZie [@weg].", []),
        ("Dat zeggen drie bronnen [@kosten].\n\nZie [@gedreven; @pont].", [("claim-number", "drie")]),
        ("Dat zeggen drie bronnen [@kosten].\n\nZie [@weg; @pont].", []),
    ],
)
def test_claims_are_judged_where_it_is_known_what_carries_them(
    tmp_path: Path, body: str, expected: list[tuple[str, str]]
) -> None:
    """A fact is reported when all that it rests on was found, and left alone when some was not."""
    assert found(tmp_path, section(body)) == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Dat waren er 77 [@gedreven].", []),
        ("Dat waren er [@gedreven].", [("accept-unused", "77")]),
        ("Dat waren er [@weg].", []),
    ],
)
def test_acceptances_count_where_claims_are_left_alone(
    tmp_path: Path, body: str, expected: list[tuple[str, str]]
) -> None:
    """An acceptance that a statement under doubt may need is not called unused."""
    assert found(tmp_path, section(body, "accept: [{text: '77', reason: Geteld.}]")) == expected


@pytest.mark.parametrize(("quote", "codes"), [("De pont heet Zwaluw.", ["quoted-share"]), ("Nee.", [])])
def test_share_of_a_source_waits_for_all_its_quotations(tmp_path: Path, quote: str, codes: list[str]) -> None:
    """How much is quoted of a source is said when all that is quoted of it was proven."""
    head = HEAD + f"  lang: {{source: folder, passage: al. 2}}\n  kort: {{source: folder, quote: {quote}}}\n"

    assert [code for code, _ in found(tmp_path, section("Het veer [@lang; @kort]."), head)] == codes
