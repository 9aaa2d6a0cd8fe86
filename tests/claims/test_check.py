"""The claims check on small briefs: what must be found, and what must be left alone."""

import hashlib
from collections.abc import Callable
from pathlib import Path

import pytest

from bronbrief.blocks.registry import BLOCKS
from bronbrief.claims.check import check_claims
from bronbrief.claims.match.fact_cache import FactCache
from bronbrief.core.diagnostics import Diagnostic, Severity
from bronbrief.core.workspace import Workspace
from bronbrief.evidence.searchable import SearchPool
from bronbrief.evidence.select import prove_all
from bronbrief.sources.catalogue import load_catalogue
from bronbrief.spec.load import load_spec

SOURCE = """\
De gemeente Coevorden heeft sinds 2000 een stedenband met de Wit-Russische stad Brest.
Burgemeester Renze Bergsma zei dat op 9 augustus 2020.

De lening bedraagt anderhalf miljard dollar. Zeventig voertuigen en driehonderd manschappen rolden het land
binnen.

Het centrum hielp meer dan 22 000 burgers. Hij won met 80 procent van de stemmen;
dat steunt de Europese Unie (EU) niet.

Brest vierde zijn duizendjarig bestaan met een tiendaagse viering. Vladimir Poetin kwam ook,
op 18 september jl.
"""
RECORD = """\
title: Coevorden en Brest
title_basis: stated
publisher: De Drentse Krant
date: 2021-03
kind: news
lang: nl
countries: [BY]
actors: [Agnes Mulder]
sha256: {sha256}
"""
HEAD = """\
title: Coevorden en Brest
template: raadsinformatiebrief
lang: {lang}
date: 2026-11-21
for: Gemeenteraad van Coevorden
excerpts:
  band: {{source: krant, passage: al. 1}}
  lening: {{source: krant, passage: al. 2}}
  centrum: {{source: krant, passage: al. 3}}
  feest: {{source: krant, passage: al. 4}}
"""
Check = Callable[..., list[Diagnostic]]


@pytest.fixture
def check(tmp_path: Path) -> Check:
    """Return a function that checks a spec's body against a source of four paragraphs."""

    def checked(body: str, lang: str = "nl-NL", *, keep_title: bool = True) -> list[Diagnostic]:
        for folder in ("briefs", "seeds"):
            (tmp_path / folder).mkdir(exist_ok=True)
        data = SOURCE.encode()
        (tmp_path / "seeds" / "krant.txt").write_bytes(data)
        record = RECORD.format(sha256=hashlib.sha256(data).hexdigest())
        (tmp_path / "seeds" / "krant.yaml").write_text(record, encoding="utf-8")
        (tmp_path / "briefs" / "brug.yaml").write_text(
            HEAD.format(lang=lang).removeprefix("" if keep_title else "title: Coevorden en Brest\n") + body,
            encoding="utf-8",
        )
        workspace = Workspace(tmp_path)
        loaded, catalogue = load_spec(workspace, "briefs/brug.yaml", BLOCKS), load_catalogue(workspace).value
        assert loaded.value is not None, loaded.diagnostics
        assert catalogue is not None
        excerpts = prove_all(loaded.value, catalogue).value
        assert excerpts is not None
        return list(check_claims(loaded.value, excerpts, FactCache(), SearchPool(catalogue), ()))

    return checked


def section(*paragraphs: str) -> str:
    """Write a spec's sections: one, whose body has these paragraphs."""
    lines = "\n\n".join(paragraphs).split("\n")
    body = "".join(f"      {line}\n" for line in lines)
    return f"sections:\n  - heading: Stand van zaken\n    body: |\n{body}"


HONEST = [
    "Coevorden heeft al sinds 2000 een band met Brest [@band].",
    "In augustus 2020 sprak burgemeester Bergsma [@band]. Dat was op 9 augustus, dus in 2020.",
    "Op zondag 9 augustus 2020 zei de burgemeester dat [@band].",
    "De stad in Belarus kreeg bezoek uit Wit-Rusland, zegt De Drentse Krant van maart 2021 [@band].",
    "Het gaat om 1,5 miljard dollar, ofwel 1.500.000.000 dollar [@lening].",
    "Er kwamen 70 voertuigen en 300 man [@lening].",
    "Het centrum hielp 22.000 burgers, ruim 22 duizend dus [@centrum].",
    "Loop je na wie won: 80% [@centrum]. De EU en de Europese Unie erkennen dat niet [@centrum].",
    "Brest bestond 1000 jaar; het feest duurde tien dagen. Poetins komst: 18 september [@feest].",
    "Kamerlid Agnes Mulder wordt in het record genoemd [@feest].",
    "Raadsleden stuurden brieven. Demonstranten vroegen aandacht. Verder gebeurde er niets [@band].",
    "De Brestse delegatie en het Coevordens bestuur spraken elkaar [@band].",
    "Eén bron zegt het: [@band]",
    "Het feest duurde tien dagen [@krant, al. 4].",
]


@pytest.mark.parametrize("paragraph", HONEST)
def test_honest_prose_is_left_alone(check: Check, paragraph: str) -> None:
    """What the cited excerpt or its record says may be said in other words, figures and forms."""
    assert check(section(paragraph)) == []


INVENTED = [
    ("Coevorden heeft sinds 2001 een band met Brest [@band].", "2001", "claim-date"),
    ("Op 19 augustus 2020 zei hij het [@band].", "19 augustus 2020", "claim-date"),
    ("In september 2019 zei hij het [@feest].", "september 2019", "claim-date"),
    ("Het was op maandag 9 augustus 2020 [@band].", "maandag", "claim-date"),
    ("De lening is twee miljard dollar [@lening].", "twee miljard dollar", "claim-amount"),
    ("De lening is anderhalf miljard euro [@lening].", "anderhalf miljard euro", "claim-amount"),
    ("Hij won met 81 procent [@centrum].", "81 procent", "claim-percentage"),
    ("Hij won met 22.000% [@centrum].", "22.000%", "claim-percentage"),
    ("Er reden tachtig voertuigen [@lening].", "tachtig", "claim-number"),
    ("Er reden tientallen voertuigen [@lening].", "tientallen", "claim-number"),
    ("Het centrum hielp 2.200 burgers [@centrum].", "2.200", "claim-number"),
    ("Brest vierde zijn negenhonderdjarig bestaan [@feest].", "negenhonderdjarig", "claim-number"),
    ("Burgemeester Onno van Veldhuizen sprak [@band].", "Onno van Veldhuizen", "claim-name"),
    ("Wethouder Renze Mulder sprak [@band].", "Renze Mulder", "claim-name"),
    ("Utrecht stuurde een brief [@band].", "Utrecht", "claim-name"),
    ("De Poolse stad Minsk deed mee [@band].", "Minsk", "claim-name"),
    ("D66 stemde voor [@band].", "D66", "claim-name"),
    ("De raad van Coevorden sprak met de NAVO [@band].", "NAVO", "claim-name"),
    ("‘Kortrijk’ was de titel [@band].", "Kortrijk", "claim-name"),
]


@pytest.mark.parametrize(("paragraph", "text", "code"), INVENTED)
def test_invented_facts_are_reported_at_their_place(
    check: Check, paragraph: str, text: str, code: str
) -> None:
    """A date, number, percentage, amount or name that is nowhere is a warning at its own characters."""
    found = [finding for finding in check(section(paragraph)) if finding.params["text"] == text]

    assert [finding.code for finding in found] == [code]
    assert found[0].severity is Severity.WARNING
    place = found[0].place
    assert place is not None
    assert paragraph[place.column - 7 : place.end_column - 7] == text


def test_what_another_excerpt_says_must_be_cited(check: Check) -> None:
    """A fact of an excerpt that the paragraph does not cite is reported with the citation that is missing."""
    found = check(section("Er reden zeventig voertuigen door Brest [@band]."))

    assert [(one.code, one.params) for one in found] == [
        ("claim-uncited", {"text": "zeventig", "cite": "[@lening]"})
    ]


def test_what_a_heading_says_must_be_cited_below_it(check: Check) -> None:
    """A heading holds no references: the cure is to cite in the text that it heads, and that cures it."""
    body = section("De band is oud [@band].").replace("heading: Stand", "heading: Zeventig wagens")
    assert "Zeventig" in body
    assert [(one.code, one.params["cite"]) for one in check(body)] == [("claim-uncited-below", "[@lening]")]
    assert check(body.replace("[@band].", "[@band]. De lening ook [@lening].")) == []


def test_quotation_set_off_counts_for_its_neighbours_only(check: Check) -> None:
    """A quotation carries the paragraphs directly before and after it, and not the one after those."""
    body = section("Zeventig wagens [@band].", "![[lening]]", "Zeventig dus [@band].", "En zeventig [@band].")
    found = check(body)

    assert [finding.place.line for finding in found if finding.place] == [20]


def test_paragraph_without_citation_is_held_against_its_section(check: Check) -> None:
    """Where a paragraph cites nothing, the excerpts of its section carry it, and no others."""
    body = section("De lening is bekend [@lening].", "Zeventig wagens kwamen; 22.000 burgers keken toe.")

    assert [finding.params["text"] for finding in check(body)] == ["22.000"]


def test_every_kind_of_text_is_checked(check: Check) -> None:
    """Title fields, key messages, headings, moments, cells, actors, questions, answers and method count."""
    body = """\
subtitle: Over Utrecht
summary: Over Hengelo
key_messages: ["Coevorden sprak met Zwolle [@band]."]
method: Zie ook Assen.
sections:
  - heading: Wat Deventer deed
    timeline:
      - {date: 2001-02, event: Brest sprak met Emmen., cite: [band], contested: Zutphen zwijgt.}
    closing: Tot slot Almelo.
  - heading: Vergelijking
    comparison:
      caption: Wie met Venlo sprak
      columns: [Contact, Sneek]
      rows:
        - {actor: Gemeente Meppel, cells: [Brest, Lochem], cite: [[band], []]}
  - heading: Vragen
    questions: [{question: Wat doet Brugge?, answer: "Niets, zegt Ieper [@band]."}]
    figure: {image: briefs/x.png, alt: Bord bij Kampen, caption: Het bord in Breda.}
    sections: [{heading: Leuven, body: "In Aalst niet. [@band]"}]
"""
    texts = {finding.params["text"] for finding in check(body)}

    assert texts == {
        *("Utrecht", "Hengelo", "Zwolle", "Assen", "Deventer", "2001-02", "Emmen", "Zutphen", "Almelo"),
        *("Venlo", "Sneek", "Meppel", "Lochem", "Brugge", "Ieper", "Kampen", "Breda", "Leuven", "Aalst"),
    }  # fmt: skip


def test_cells_of_a_markdown_table_stand_alone(check: Check) -> None:
    """A cell is held against what it cites, and without citation against its row."""
    table = "| Wat | Hoe |\n|---|---|\n| Wagens | zeventig [@lening] |\n| Burgers | zeventig [@centrum] |"
    found = check(section(table))

    assert [(finding.place.line, finding.params["cite"]) for finding in found if finding.place] == [
        (17, "[@lening]")
    ]


def test_list_items_stand_alone(check: Check) -> None:
    """An item of a list is held against its own citations."""
    found = check(section("- zeventig wagens [@lening]\n- zeventig burgers [@centrum]"))

    assert [finding.place.line for finding in found if finding.place] == [15]


def test_numbers_that_the_brief_itself_counts_are_known(check: Check) -> None:
    """A brief may count its sources; a wrong count is found."""
    table = """\
    comparison:
      columns: [Wat]
      rows:
        - {actor: Gemeente Coevorden, cells: [band], cite: [[band]]}
        - {actor: Gemeente Brest, cells: [feest], cite: [[feest]]}
"""
    right = section("Twee gemeenten uit vier citaten. [@band]") + table
    wrong = section("Drie gemeenten uit vijf citaten. [@band]") + table

    assert check(right) == []
    assert [finding.params["text"] for finding in check(wrong)] == ["Drie", "vijf"]


def test_number_of_a_file_carries_itself_only(check: Check) -> None:
    """What is said of the meeting may be repeated as it stands; its digits count nobody."""
    council = "council: {file_number: Z-2026-0412, agenda_item: 7a, annex: 2}\n"
    body = section(
        "Zaak Z-2026-0412, agendapunt 7a, bijlage 2. Er kwamen 412 mensen, met 2026 gasten [@band]."
    )

    found = [finding.params["text"] for finding in check(council + body)]
    assert [text for text in found if text[0].isdigit()] == ["412", "2026"]


@pytest.mark.parametrize(
    ("date", "found"), [("199X", ["199X"]), ("19XX", ["19XX"]), ("20XX", []), ("200X", [])]
)
def test_moment_with_digits_left_open_holds_a_year_that_is_said(
    check: Check, date: str, found: list[str]
) -> None:
    """A decade or century of a moment is held against the years that its excerpt has."""
    moment = f"    timeline: [{{date: {date}, event: De band begon., cite: [band]}}]\n"
    body = "sections:\n  - heading: Stand van zaken\n" + moment

    assert [finding.params["text"] for finding in check(body)] == found


def test_month_of_the_brief_itself_is_none_of_the_source(check: Check) -> None:
    """The brief's own date may be named; a month alone, or a year alone, is not said to be that one."""
    body = section("Stand op 21 november 2026. In november kwam hij, in 2026 [@band].")

    assert [finding.params["text"] for finding in check(body)] == ["november", "2026"]


def test_wrong_office_is_reported_with_the_name(check: Check) -> None:
    """Who is mayor in the source is no alderman: the finding shows both words."""
    found = check(section("Dat zei wethouder Bergsma [@band]."))

    assert [(finding.code, finding.params["text"]) for finding in found] == [
        ("claim-name", "wethouder Bergsma")
    ]


def test_heading_in_title_case_claims_no_names(check: Check) -> None:
    """A heading may write ordinary words with a capital; a name in it is still looked up."""
    body = section("De band is oud [@band].")
    assert check(body.replace("Stand van zaken", "Het Verslag in Cijfers en Jaren")) == []
    found = check(body.replace("Stand van zaken", "Het Verslag in Cijfers uit Utrecht"))
    assert [finding.params["text"] for finding in found] == ["Utrecht"]


def test_people_of_a_language_are_named_where_nothing_is_cited(check: Check) -> None:
    """A heading may be about Dutch municipalities; a paragraph that cites something needs it said there."""
    body = section("Een Nederlandse regeling ontbreekt [@band].").replace(
        "Stand van zaken", "Nederlandse steden"
    )

    assert [finding.params["text"] for finding in check(body)] == ["Nederlandse"]


def test_accepted_words_are_not_reported(check: Check) -> None:
    """Words under `accept` stand, in the whole brief or in the section that accepts them."""
    accept = "accept: [{text: in Friesland, reason: Daar was het.}]\n"
    inner = "    accept: [{text: 26 jaar, reason: Van 2000 tot 2026.}]\n"
    body = section("Al 26 jaar, in Friesland en in Assen [@band].") + inner + accept

    assert [finding.params["text"] for finding in check(body)] == ["Assen"]


def test_acceptance_of_another_section_does_not_help(check: Check) -> None:
    """What one section accepts is still reported in another, and an acceptance without use is a hint."""
    body = section("Al 26 jaar [@band].") + (
        "  - heading: Elders\n    body: Niets.\n    accept: [{text: 26 jaar, reason: Geteld.}]\n"
    )
    found = check(body)

    assert [(finding.code, finding.severity) for finding in found] == [
        ("claim-number", Severity.WARNING),
        ("accept-unused", Severity.HINT),
    ]


def test_english_briefs_read_dutch_sources(check: Check) -> None:
    """In English, countries, nationalities and names from Cyrillic go by their English names."""
    body = section(
        "The Dutch municipality of Coevorden has twinned with Brest in Belarus since 2000 [@band].",
        "President Putin came to the Belarusian town on 18 September [@feest].",
        "The loan is $1.5 billion; seventy vehicles and three hundred men came [@lening].",
        "The centre helped 22,000 citizens. The European Union objects [@centrum].",
    )

    assert check(body, "en") == []


def test_english_inventions_are_found(check: Check) -> None:
    """In English as well, what no source says is reported."""
    body = section("In May 2019 Lukashenko lent $2.5 billion to Ukraine, or 5 per cent [@lening].")
    texts = [finding.params["text"] for finding in check(body, "en")]

    assert texts == ["May 2019", "$2.5 billion", "5 per cent", "Lukashenko", "Ukraine"]


def test_translation_counts_as_its_excerpt(check: Check) -> None:
    """Names of a translation may be used, for they stand in the brief beside the source's own."""
    body = section("The Uyghurs came on foot [@vertaald].")
    spec = body + "\n"
    translated = (
        "  vertaald:\n    source: krant\n    passage: al. 4\n"
        "    translation: {lang: en, text: The Uyghurs came as well.}\n"
    )

    assert [finding.params["text"] for finding in check(section("The Uyghurs came [@feest]."), "en")] == [
        "Uyghurs"
    ]
    assert check(translated + spec, "en") == []


@pytest.mark.parametrize(
    "paragraph",
    [
        "De stad noemt het ‘een tiendaagse viering’ [@feest].",
        'Het was "een tiendaagse viering", zegt de krant [@feest].',
        "“Een tiendaagse viering”, staat er [@feest].",
        "De ‘band’ is oud [@band]. Dat is ’s zomers zo, en zo'n band blijft.",
    ],
)
def test_quoted_words_that_are_cited_are_left_alone(check: Check, paragraph: str) -> None:
    """Words between quotation marks may stand when a cited excerpt has them; one word is no quotation."""
    assert check(section(paragraph)) == []


@pytest.mark.parametrize(
    ("paragraph", "words"),
    [
        ("De stad noemt het ‘een twaalfdaagse viering’ [@feest].", "een twaalfdaagse viering"),
        ("De stad noemt het ‘geen tiendaagse viering’ [@feest].", "geen tiendaagse viering"),
        ("De burgemeester: “wij zijn verheugd” [@band].", "wij zijn verheugd"),
        ('De burgemeester: "wij zijn verheugd" [@band].', "wij zijn verheugd"),
    ],
)
def test_quoted_words_that_nobody_cut_are_found(check: Check, paragraph: str, words: str) -> None:
    """Two words or more between quotation marks stand in what is cited, or they are reported."""
    found = [finding for finding in check(section(paragraph)) if finding.code == "claim-quotation"]

    assert [finding.params["text"] for finding in found] == [words]


@pytest.mark.parametrize(
    "paragraph",
    [
        'Zij: „wij zijn verheugd" [@band].',
        "Zij: ``wij zijn verheugd'' [@band].",
        "Zij: ,,wij zijn verheugd'' [@band].",
        'Zij: \\\\"wij zijn verheugd\\\\" [@band].',
        "Zij: «wij zijn verheugd» en niets [@band].",
        "Zij: &ldquo;wij **zijn** verheugd&rdquo; [@band].",
        "Zij: ‘wij zijn verheugd [@band]’.",
        "| wie | wat |\n|---|---|\n| zij | “wij zijn verheugd” [@band] |",
    ],
)
def test_marks_of_any_form_are_read(check: Check, paragraph: str) -> None:
    """Whatever the marks, words that no cited source has stop the brief, with one finding."""
    found = check(section(paragraph))

    assert [(one.code, one.params["text"]) for one in found] == [("claim-quotation", "wij zijn verheugd")]
    assert found[0].severity is Severity.ERROR


TABLE = """\
sections:
  - heading: X
    comparison: {{caption: {}, columns: [{}], rows: [{{actor: B, cells: [C]}}]}}
"""


@pytest.mark.parametrize(
    "body",
    [
        "title: “Wij zijn verheugd” over Brest",
        "subtitle: Zij zijn „heel verheugd”",
        "summary: De stad noemt zich «een zeer vrije stad».",
        "key_messages: [De stad is “een zeer vrije stad”. ]",
        "sections: [{heading: Een “heel vrije stad”, body: Dat. }]",
        TABLE.format("De ‘zeer vrije stad’", "Kolom"),
        TABLE.format("Een tabel", "De ‘zeer vrije stad’"),
        "sections: [{heading: X, timeline: [{date: 2020-08-09, event: De ‘zeer vrije stad’, cite: [band]}]}]",
        "sections: [{heading: X, questions: [{question: Is het ‘zeer vrij’?, answer: Ja.}]}]",
        "sections: [{heading: X, figure: {image: a.png, alt: A, caption: B, credit: De ‘zeer vrije stad’}}]",
        "short_title: De ‘zeer vrije stad’",
        "author: De schrijver van “een zeer vrije stad”",
        "keywords: [Brest, “een zeer vrije stad”]",
        "council: {subject: Een “zeer vrije stad”}",
        "council: {from: Het college van „een zeer vrije stad”}",
        "council: {follow_up: De stad noemt zich ‘zeer vrij’.}",
        "council: {settles: [Motie ‘zeer vrije stad’]}",
        "council: {signatories: [{name: A. Bos, role: van de ‘zeer vrije stad’}]}",
        "fields: [{label: Thema, value: Een «zeer vrije stad»}]",
        "fields: [{label: De “zeer vrije stad”, value: Ja}]",
        "accept: [{text: Dat, reason: De bron heeft ‘zeer vrije stad’.}]",
    ],
)
def test_typed_quotations_are_read_wherever_an_author_writes(check: Check, body: str) -> None:
    """Titles, captions, cells, moments, questions, and what prints in the head or at the end."""
    lines = "" if body.startswith("sections") else "sections: [{heading: X, body: Dat. }]\n"

    assert "claim-quotation" in [
        one.code for one in check(f"{body}\n{lines}", keep_title=not body.startswith("title"))
    ]


def test_words_around_an_excerpt_in_marks_are_refused(check: Check) -> None:
    """Marks around own words and an excerpt let the words pass for its own, though a source has them."""
    found = check(section("Er staat “heeft sinds 2000 ![[lening]]” over. [@band]"))

    assert [one.code for one in found] == ["claim-quotation"]
    assert check(section("Er staat “![[lening]]” over. [@band]")) == []


@pytest.mark.parametrize(
    ("paragraph", "word"),
    [
        ("Hij won met ‘80 procent van de stemmen’ [@centrum].", None),
        ("Het blad schrijft ‘dat steunt de Europese Unie’ [@centrum].", "niet"),
        ("Het centrum hielp ‘22 000 burgers’ [@centrum].", "meer dan 22 000"),
        ("Het centrum ‘hielp […] 22 000 burgers’ [@centrum].", "meer dan 22 000"),
        ("De stad is ‘een stedenband met […] Brest’ [@band].", None),
        ("De stad schrijft: “[b]rest vierde zijn duizendjarig bestaan” [@feest].", None),
    ],
)
def test_typed_quotations_keep_the_rules_for_cuts(check: Check, paragraph: str, word: str | None) -> None:
    """Words that a cited source has may stand, with a warning where what was cut off may turn them."""
    found = check(section(paragraph))

    assert [one.code for one in found] == (["claim-quotation-cut"] if word else [])
    assert not word or word in found[0].params["word"]


def test_titles_and_single_words_may_stand_between_marks(check: Check) -> None:
    """The title of a source in the workspace, and one word, are no quotations."""
    assert check(section("Zie ‘Coevorden en Brest’ over de ‘stedenband’ [@feest].")) == []


def test_quoted_words_can_be_accepted(check: Check) -> None:
    """A title or term between quotation marks stands when the author gives a reason."""
    body = section("Zie de motie ‘samen naar buiten [@band]’.")
    accepted = "    accept:\n      - {text: samen naar buiten, reason: De titel van de motie.}\n"

    assert check(body + accepted) == []


EDITED = """\
  steun:
    source: krant
    quote: dat steunt de Europese Unie (EU) niet
    insert: [{{after: dat, text: {added}}}]
    translation: {{lang: {lang}, text: "{text}"}}
"""


def edited(added: str, text: str, lang: str = "en") -> str:
    """Return an excerpt with words added and a translation, and a section that shows it."""
    excerpt = EDITED.format(added=added, text=text, lang=lang)
    return f"{excerpt}sections: [{{heading: Steun, body: 'Zo staat het er. ![[steun]] [@band]'}}]\n"


def test_words_added_to_a_quotation_are_held_against_its_source(check: Check) -> None:
    """What the author puts in square brackets is the author's own, though it stands in a quotation."""
    assert check(edited("de winst met 80 procent", "The EU does not support that.")) == []
    found = check(edited("de winst van 4000 Finnen", "The EU does not support that."))
    assert [one.code for one in found] == ["claim-number", "claim-name"]
    assert [one.params["text"] for one in found] == ["4000", "Finnen"]


@pytest.mark.parametrize(
    ("text", "lang", "claimed"),
    [
        ("The European Union does not support that.", "en", []),
        ("Since 3 May 1987 the EU has not supported those 250 tanks.", "en", ["3 May 1987", "250"]),
        ("Sinds 1987 steunt de EU dat voor 5 procent.", "nl", ["1987", "5 procent"]),
        ("Seit 1987 unterstützt die EU das nicht.", "de", []),
    ],
)
def test_a_translation_has_no_figures_of_its_own(
    check: Check, text: str, lang: str, claimed: list[str]
) -> None:
    """Dates and numbers of a translation stand in what it translates, not merely elsewhere in the source."""
    found = check(edited("dit", text, lang))
    assert sorted(one.params["text"] for one in found) == sorted(claimed)


@pytest.mark.parametrize(
    ("body", "shown"),
    [
        (
            "summary: '   Sinds 1961 is er een band.'\nsections: [{heading: Band, body: 'Niets. [@band]'}]\n",
            "1961",
        ),
        ("subtitle: |\n\n\n  Band sinds 1961\nsections: [{heading: Band, body: 'Niets. [@band]'}]\n", "1961"),
        ("sections:\n  - heading: '  Band sinds 1961'\n    body: Niets. [@band]\n", "1961"),
        ("sections:\n  - heading: Band\n    body: '   Sinds 1961. [@band]'\n", "1961"),
    ],
)
def test_white_space_before_a_text_moves_no_place(check: Check, body: str, shown: str) -> None:
    """Findings stand at their own characters, whether the model keeps the white space before them or not."""
    (finding,) = (one for one in check(body) if one.code.startswith("claim-"))
    assert finding.place is not None
    line = (HEAD.format(lang="nl-NL") + body).splitlines()[finding.place.line - 1]
    assert line[finding.place.column - 1 : finding.place.end_column - 1] == shown


def test_a_brief_in_a_language_without_words_is_not_judged(
    check: Check, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where the language of a brief has no folder, nothing is said of its claims, as no words can be read."""
    body = section("In mei 2019 kwamen 250 Finnen [@band].")
    assert len(check(body)) == 3
    monkeypatch.setattr("bronbrief.claims.check.language", lambda _: None)
    assert check(body) == []


def test_the_numbers_of_a_list_are_no_claims(check: Check) -> None:
    """Markers that Markdown makes of "2." and "3)" say nothing of the matter."""
    assert check(section("1. Brest [@band]\n2. Coevorden [@band]\n3. Burgemeester Bergsma [@band]\n")) == []


OTHER = """\
  elders: {source: bode, passage: al. 1}
"""


def test_a_place_is_offered_only_in_sources_that_are_cited(check: Check, tmp_path: Path) -> None:
    """A fact that another source happens to have is not offered there: citing it would be false."""
    data = b"In 1987 stemde Vlaanderen over iets anders.\n"
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "bode.txt").write_bytes(data)
    record = RECORD.format(sha256=hashlib.sha256(data).hexdigest()).replace("De Drentse Krant", "De Bode")
    (tmp_path / "seeds" / "bode.yaml").write_text(record, encoding="utf-8")
    body = section("In 1987 besloot Brest iets [@band].") + "  - heading: Elders\n    body: Daar. [@elders]\n"

    assert [one.code for one in check(OTHER + body)] == ["claim-date"]


def test_the_opposite_of_what_is_cited_is_a_hint(check: Check) -> None:
    """A sentence that lacks the negation of its source is told, and can be accepted."""
    body = section("De winst met 80 procent steunt de Europese Unie [@centrum].")
    accepted = "    accept: [{text: De winst met 80 procent steunt de Europese Unie, reason: Uitgelegd.}]\n"

    assert [(one.code, one.severity) for one in check(body)] == [("claim-negated", Severity.HINT)]
    assert check(body + accepted) == []


@pytest.mark.parametrize(
    ("said", "lang", "own", "codes"),
    [
        ("Het voertuig weegt 5 ton.", "en", "It is a 5 ton truck", []),
        ("Het voertuig weegt 5 ton.", "en", "It weighs 5 tonnes", []),
        ("Het voertuig weegt 5 ton.", "en", "It is a 6 ton truck", ["claim-number"]),
        ("Het voertuig weegt 5 ton.", "nl-NL", "Het kost 5 ton", []),
        ("Het gaf 5 ton subsidie.", "en", "It gave € 500,000", []),
        ("Het gaf 5 ton subsidie.", "nl-NL", "Het gaf 6 ton", ["claim-number"]),
    ],
)
def test_a_ton_weighs_in_english(  # noqa: PLR0913, PLR0917 - a column of the table each
    check: Check, tmp_path: Path, said: str, lang: str, own: str, codes: list[str]
) -> None:
    """An English ton is a weight; a Dutch one is that, or a hundred thousand euros."""
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "bode.txt").write_text(said, encoding="utf-8")
    record = RECORD.format(sha256=hashlib.sha256(said.encode()).hexdigest())
    (tmp_path / "seeds" / "bode.yaml").write_text(record, encoding="utf-8")

    assert [one.code for one in check(OTHER + section(f"{own} [@elders]."), lang)] == codes
