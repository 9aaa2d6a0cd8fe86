"""Lines break where a reader would break them; no character of the page changes."""

import hashlib
import re
from pathlib import Path

import pypdfium2
import pytest

from bronbrief.core.workspace import Workspace
from bronbrief.html.line_breaks import keep_together, soft_breaks, spaces_apart
from bronbrief.pipeline.run import build
from support.typesetting import attempt, page
from support.workspaces import BRIEF, RECORD, SOURCE_ID

TAG = re.compile(r"<[^>]*>")


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Dat kost € 12.500,50 per jaar.", ["€ 12.500,50"]),
        ("Een post van (€ 3) of 5 000 € en € 1 200 000.", ["(€ 3", "5 000 €", "€ 1 200 000"]),
        ("Zie al. 3, § 2 en art. 5.", ["al. 3", "§ 2", "art. 5."]),
        ("Het is 12 % van EUR 40,-.", ["12 %", "EUR 40,-"]),
        ("Op 9 augustus, 31 maart 2024 en May 8; in 2020 mei, 112 maart.", ["9 augustus", "31 maart"]),
        ("Al\u00a03, journal. 5 en 300 euro.", []),
    ],
)
def test_amounts_and_numbers_are_kept_together(text: str, kept: list[str]) -> None:
    """Each stands in an element whose lines do not break; the text reads as before."""
    made = keep_together(f"<p>{text}</p>")
    assert re.findall(r'<span class="together">([^<]*)</span>', made) == kept
    assert TAG.sub("", made) == text


def test_no_hyphen_comes_into_an_address() -> None:
    """Addresses of mail and of pages are marked, and the text reads as before."""
    text = "Mail griffie@haven-stad.example, of zie www.haven-stad.example/raad (https://haven.example/a-b)."
    made = keep_together(f"<p>{text}</p>")
    found = re.findall(r'<span class="address">([^<]*)</span>', made)
    assert [one.rstrip(").") for one in found] == [
        "griffie@haven-stad.example",
        "www.haven-stad.example/raad",
        "https://haven.example/a-b",
    ]
    assert TAG.sub("", made) == text


LONG = "Volksvertegenwoordigersreizen"
SOFT = '<span class="soft-break"></span>'


def test_a_long_word_of_the_author_may_break_at_its_syllables() -> None:
    """The marks are elements: the word reads as before, and short words have none."""
    made = soft_breaks(f'<html lang="nl-NL"><body><h1>{LONG} en bruggen</h1></body></html>')
    assert f"gers{SOFT}reizen en" in made
    assert TAG.sub("", made) == f"{LONG} en bruggen"
    assert f"en brug{SOFT}" not in made


@pytest.mark.parametrize(
    "kept",
    [
        f"<q>‘{LONG}’</q>",
        f"<blockquote><p>{LONG}</p></blockquote>",
        f'<p lang="de">{LONG}</p>',
        f'<p title="{LONG}">x</p>',
        f'<span class="address">{LONG}@haven.example</span>',
        f"<p>haven.example/{LONG}/raad</p>",
    ],
)
def test_words_of_others_and_addresses_have_no_soft_breaks(kept: str) -> None:
    """Quotations, other languages, attributes and addresses stay as they are."""
    page = f'<html lang="nl-NL"><body>{kept}</body></html>'
    assert soft_breaks(page) == page


def test_attributes_styles_and_drawings_stay_as_they_are() -> None:
    """Nothing is put into what is not text of the page."""
    page = (
        '<style>a{content:"€ 5"}</style><title>€ 5</title><p title="> € 5">x</p><svg><text>€ 5</text></svg>'
    )
    assert keep_together(page) == page


def amounts(root: Path) -> None:
    """Give the small workspace a brief that quotes and says amounts at many places of a line."""
    said = " ".join(
        f"Voor {'de haven ' * (at % 7)}geldt € {at + 1}.500 volgens art. {at}." for at in range(40)
    )
    source = f"Kosten van de haven\n\n{said}\n"
    (root / "seeds" / f"{SOURCE_ID}.txt").write_text(source, encoding="utf-8")
    digest = hashlib.sha256(source.encode()).hexdigest()
    (root / "seeds" / f"{SOURCE_ID}.yaml").write_text(RECORD.format(sha256=digest), encoding="utf-8")
    spec = f"""\
title: Wat de haven kost
template: raadsinformatiebrief
lang: nl-NL
date: 2026-11-21
version: "1.0"
for: Raad
key_messages:
  - De haven kost wat. [@alles]
excerpts:
  alles: {{ source: {SOURCE_ID}, passage: al. 1 }}
sections:
  - heading: Bedragen
    body: |
      ![[alles]]

      {said.replace("Voor", "Er staat: voor")} [@alles]
  - heading: Nog eens
    body: |
      | Post | Bedrag |
      |---|---|
      | Een lange post van de haven met veel woorden over geld en steigers | € 12.500 |
"""
    (root / "briefs" / f"{BRIEF}.yaml").write_text(spec, encoding="utf-8")


@pytest.mark.every(8)
@pytest.mark.parametrize("template", ["raadsinformatiebrief", "factsheet"])
def test_no_line_on_paper_ends_between_a_sign_and_its_amount(workspace: Path, template: str) -> None:
    """In quotations and own words alike; and the brief is read back as its source has it."""
    amounts(workspace)
    path = workspace / "briefs" / f"{BRIEF}.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("raadsinformatiebrief", template), "utf-8")
    report = build(Workspace(workspace))
    assert report.exit_code == 0
    with pypdfium2.PdfDocument(workspace / "build" / BRIEF / f"{BRIEF}.pdf") as document:
        lines = [line for page in document for line in page.get_textpage().get_text_range().splitlines()]
    assert sum("€" in line for line in lines) > 40
    assert [line for line in lines if line.rstrip().endswith(("€", "art."))] == []


BEFORE = """
    schreef niet brieven verantwoordelijkheid aan en het Coevorden schreef mee niet brieven Coevorden
    beleidsmedewerker een ambtenaren waterschapsverkiezingen ook samenwerkingsverband Gemeenteraadslid schreef
""".split()
INLINE = ("q", "strong", "em", 'a href="https://www.example.org"', "code", "bdi", 'span class="together"')
MEASURE = """
    @page{size:A4;margin:22mm} html{hyphenate-limit-chars:8 4 4;hyphenate-limit-zone:9mm} p{width:126mm}
    code{font:inherit}
"""


@pytest.mark.parametrize("tag", INLINE)
def test_no_line_is_broken_early_before_what_begins_within_it(tag: str) -> None:
    """A quotation, emphasis or a link at the end of a line leaves no piece of a word alone on that line."""
    whole = page(f"<p>{' '.join(BEFORE)} <{tag}>‘een’</{tag.partition(' ')[0]}> de.</p>", MEASURE)
    codes = [[one.code for one in attempt(made).diagnostics] for made in (whole, spaces_apart(whole))]
    assert codes == [["pdf-broken-early"], []]
    assert TAG.sub("", spaces_apart(whole)) == TAG.sub("", whole)
