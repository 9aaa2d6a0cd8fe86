"""The pages of a brief: one structure, safe, whole and the same for screen and print."""

import base64
import hashlib
import json
import re
from collections import Counter
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from bronbrief.blocks.figure import FigureBlock
from bronbrief.brief.model import Brief, HouseStyle, Prose, ProseBlock, Section
from bronbrief.core.workspace import Workspace
from bronbrief.html.pages import Page, print_page, screen_page
from bronbrief.html.templates import load_template
from support import validators
from support.browser import SCHEMES, WIDTHS, Browser
from support.outline import Outline, outline
from support.published import published_workspace
from support.sample_brief import EXCERPTS, IMAGE, SECTIONS, SVG, brief, quotation, write_assets

TEMPLATES = (
    *("factsheet", "memo", "nota-gemeenteraad", "raadsinformatiebrief", "raadsvoorstel", "statenmededeling"),
    *("tijdlijn", "vergelijking", "vraag-antwoord"),
)
ON_SCREEN_ALONE = re.compile(
    r'<span class="cell-head">[^<]*</span> |<p class="scroll-hint[^<]*</p>|<nav .*?</nav>', re.DOTALL
)
HOSTILE = "</style></script><script>alert(1)</script>\"'&<img src=x onerror=alert(1)>"


@pytest.fixture(scope="module")
def assets(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    """Return a workspace with the image that the sample brief shows; its fonts are cut once."""
    root = tmp_path_factory.mktemp("workspace")
    write_assets(root)
    return Workspace(root)


def pages(workspace: Workspace, **changes: Any) -> tuple[Page, Page]:
    """Make both pages of the sample brief."""
    made: Brief = brief(**changes)
    template = load_template(workspace, made.template).value
    assert template is not None
    screen, paper = screen_page(made, template, workspace), print_page(made, template, workspace)
    assert screen.diagnostics == paper.diagnostics == ()
    assert screen.value is not None
    assert paper.value is not None
    return screen.value, paper.value


def seen(workspace: Workspace, **changes: Any) -> Outline:
    """Return the web page of the sample brief, read."""
    return outline(pages(workspace, **changes)[0].html)


@pytest.mark.every(12)
@pytest.mark.parametrize("lang", ["nl-NL", "nl-BE", "en"])
@pytest.mark.parametrize("template", TEMPLATES)
def test_screen_and_print_say_the_same_words_in_the_same_order(
    assets: Workspace, template: str, lang: str
) -> None:
    """Every template prints every block in every language, word for word alike in both media.

    Beside that a screen has an outline, and on a telephone cells of a comparison name their column again.
    """
    on_screen, on_paper = pages(assets, template=template, lang=lang)
    screen, paper = outline(ON_SCREEN_ALONE.sub("", on_screen.html)), outline(on_paper.html)
    assert screen.spoken == paper.spoken
    for block in ("blockquote", "table", "figure", "time"):
        assert len(screen.all(block)) == len(paper.all(block)) > 0


def test_a_long_brief_has_an_outline_and_a_link_to_its_pdf(assets: Workspace) -> None:
    """Its links lead to the headings; the PDF beside it is linked where there is one, and never on paper."""
    made = brief()
    template = load_template(assets, made.template).value
    assert template is not None
    page = screen_page(made, template, assets, with_pdf=True).value
    paper = print_page(made, template, assets).value
    assert page is not None
    assert paper is not None
    nav = page.html.partition('<nav class="outline"')[2].partition("</nav>")[0]
    for section in made.sections:
        assert f'<a href="#{section.anchor}">' in nav
        assert f'id="{section.anchor}"' in page.html
    assert f'<a href="{made.name}.pdf">' in nav
    assert "<nav" not in paper.html
    assert ".pdf" not in seen(assets).spoken
    assert f'<meta property="og:title" content="{made.title}">' in page.html


def test_tables_of_an_author_scroll_in_frames_of_their_own(assets: Workspace) -> None:
    """Each can be reached by keys and has a name of its own; on paper there is no frame."""
    table = "<table><tr><th>Post</th></tr><tr><td>€ 5</td></tr></table>"
    block = ProseBlock(Prose(f"{table}<p>en</p>{table}", "Post"))
    screen, paper = pages(assets, sections=(replace(SECTIONS[0], blocks=(block,)),))
    for number in (1, 2):
        frame = f'<div class="table-scroll" role="region" tabindex="0" aria-label="Tabel {number}"><table>'
        assert frame in screen.html
    assert '<div class="table-scroll"' not in paper.html


def test_the_same_brief_gives_the_same_bytes(assets: Workspace) -> None:
    """Making the pages twice changes nothing."""
    assert pages(assets) == pages(assets)


def test_quotations_print_the_characters_of_the_source(assets: Workspace) -> None:
    """A block quotation holds its excerpt's text, with omissions, additions and [sic] as real characters."""
    shown = {" ".join(block.words.split()) for block in seen(assets).all("blockquote", class_="quotation")}
    assert shown == {quotation(name).excerpt.text for name in list(EXCERPTS)[:5]}


def test_a_quotation_is_numbered_and_attributed(assets: Workspace) -> None:
    """Number, words and source follow each other, and the source leads to the place where it was read."""
    page = seen(assets)
    blocks = page.all("div", class_="quotation-block")
    assert [block.attributes["id"] for block in blocks] == [f"citaat-{number}" for number in (1, 4, 5, 2, 3)]
    assert " ".join(blocks[0].words.split()) == (
        "Citaat 1 Er is op dit moment ook geen perspectief op verbetering van de onderlinge relatie. "
        "RTV Drenthe, maart 2024, al. 1"
    )
    links = [link.attributes["href"] for link in page.all("a") if "attribution" in _classes(page, link)]
    assert any(
        str(link).startswith("https://www.rtvdrenthe.nl/") and "#:~:text=" in str(link) for link in links
    )
    assert "#bron-vlaanderen-wit-rusland-2020" in links


def _classes(page: Outline, link: Any) -> str:
    at = page.elements.index(link)
    above = [element for element in page.elements[:at] if element.tag == "p"]
    return str(above[-1].attributes.get("class")) if above else ""


def test_added_emphasis_and_own_translations_are_labelled(assets: Workspace) -> None:
    """What is not the source's is said to be the author's, in words."""
    words = " ".join(seen(assets).all("div", class_="quotation-block", id="citaat-3")[0].words.split())
    assert "(nadruk toegevoegd)" in words
    assert "Eigen vertaling Flanders is not in favour" in words


def test_notes_and_their_calls_lead_to_each_other(assets: Workspace) -> None:
    """Every call leads to a note, every note back to each of its calls, and no anchor is used twice."""
    page = seen(assets)
    anchors = [element.attributes["id"] for element in page.elements if "id" in element.attributes]
    assert [anchor for anchor, times in Counter(anchors).items() if times > 1] == []
    inner = [
        str(link.attributes["href"])[1:] for link in page.all("a") if str(link.attributes["href"])[0] == "#"
    ]
    assert set(inner) <= set(anchors)
    notes = {note.attributes["id"] for note in page.all("li", class_="note")}
    assert {str(call.attributes["href"])[1:] for call in page.all("a", role="doc-noteref")} == notes
    backs = [str(back.attributes["href"])[1:] for back in page.all("a", role="doc-backlink")]
    calls = {call.attributes["id"] for call in page.all("a", role="doc-noteref")}
    assert calls == set(backs)


def test_a_note_points_to_the_quotation_or_holds_the_words(assets: Workspace) -> None:
    """A note repeats no quotation that prints elsewhere, and quotes in real quotation marks what does not."""
    notes = [" ".join(note.words.split()) for note in seen(assets).all("li", class_="note")]
    assert "zie citaat 1" in notes[0]
    assert "Er is op dit moment" not in notes[0]
    assert "‘Al met al kiest Coevorden er nu voor om met de stad geen formele contacten meer" in notes[1]
    assert "onderhouden.’ RTV Drenthe, maart 2024, al. 6" in notes[1]


def test_a_note_that_quotes_nothing_begins_with_its_source(assets: Workspace) -> None:
    """Where a source without a date is cited as a whole, no second stop follows that of “z.d.”."""
    first, *rest = brief().notes
    undated = replace(first, label="De Krant, z.d.")
    for note, said in ((undated, "De Krant, z.d."), (first, first.label)):
        page = seen(assets, notes=(note, *rest))
        words = " ".join(page.all("li", class_="note")[0].words.split())
        assert words.startswith(" ".join(said.split()))
        assert ".." not in words


def test_headings_begin_at_one_and_skip_no_level(assets: Workspace) -> None:
    """There is one h1, it comes first, and no heading is more than one level below the last."""
    levels = [int(element.tag[1]) for element in seen(assets).elements if re.fullmatch(r"h\d", element.tag)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_a_comparison_is_a_table_that_can_be_read_aloud(assets: Workspace) -> None:
    """Columns, rows and groups have headers with a scope, every row is whole, and the dash is explained."""
    page = seen(assets, template="vergelijking")
    headers = page.all("th")
    assert all(header.attributes["scope"] for header in headers)
    assert [header.words for header in page.all("th", scope="rowgroup")] == ["Belarus", "China"]
    assert len(page.all("th", scope="col")) == 5
    assert "– betekent: de bronnen zeggen hier niets over." in page.spoken
    assert len(page.all("caption")) == 1


def test_a_contested_moment_is_marked_in_words(assets: Workspace) -> None:
    """Where sources differ a label says so; colour and rules come on top of it."""
    page = seen(assets, template="tijdlijn")
    labels = [label.words for label in page.all("p", class_="contested-label")]
    assert labels == ["Bronnen verschillen", "Bronnen verschillen"]
    dates = [time.attributes["datetime"] for time in page.all("time") if "li" in time.around]
    assert dates == ["2000", "2019", "2020", "2022", "2024-03"]


def test_passages_in_another_language_are_marked(assets: Workspace) -> None:
    """In an English brief every Dutch quotation carries its language; in a Dutch one only the translation."""
    dutch, english = seen(assets), seen(assets, lang="en")
    assert {element.attributes["lang"] for element in dutch.elements if "lang" in element.attributes} == {
        "nl-NL",
        "en",
    }
    assert all(block.attributes.get("lang") == "nl" for block in english.all("blockquote"))
    assert english.all("q")
    assert all(block.attributes.get("lang") == "nl" for block in english.all("q"))


def test_a_flemish_brief_is_a_document_and_no_decision(assets: Workspace) -> None:
    """An nl-BE page says in RDFa that it is a foaf:Document, others say nothing; none is a besluit."""
    flemish, dutch = pages(assets, lang="nl-BE")[0].html, pages(assets)[0].html
    assert 'typeof="foaf:Document"' in flemish
    assert 'property="dct:title"' in flemish
    assert 'property="dct:date" content="2026-11-21"' in flemish
    assert "typeof" not in dutch
    assert "besluit:" not in flemish


def hostile() -> Brief:
    """Return a brief whose every plain field tries to break out."""
    house = HouseStyle(HOSTILE, "#1f4e5f", "#1b1b1b", "ibm-plex-serif", "atkinson-hyperlegible")
    fields = ("title", "subtitle", "version", "audience", "author", "summary", "date_text")
    made = brief(template="tijdlijn", keywords=(HOSTILE,), house=house, **dict.fromkeys(fields, HOSTILE))
    heading = replace(made.sections[0], heading=HOSTILE)
    return replace(made, sections=(heading, *made.sections[1:]), labels=dict.fromkeys(made.labels, HOSTILE))


def test_nothing_that_is_plain_text_becomes_markup(assets: Workspace) -> None:
    """Titles, names and labels that end elements, strings or style sheets print as they stand."""
    template = load_template(assets, "tijdlijn").value
    assert template is not None
    for make, scripts in ((screen_page, 1), (print_page, 0)):
        made = make(hostile(), template, assets).value
        assert made is not None
        page = outline(made.html)
        assert len(page.all("script")) == scripts
        assert len(page.all("style")) == 1
        assert [image.attributes["src"] for image in page.all("img") if image.attributes["src"] == "x"] == []
        assert page.all("h1")[0].words == HOSTILE


def test_the_page_admits_only_its_own_style(assets: Workspace) -> None:
    """The policy holds the hash of the very style sheet, and the page has no other style or script to run."""
    html = pages(assets)[0].html
    style = re.search(r"<style>(.*?)</style>", html, re.DOTALL)
    assert style is not None
    digest = base64.b64encode(hashlib.sha256(style[1].encode()).digest()).decode()
    page = outline(html)
    (policy,) = page.all("meta", **{"http-equiv": "Content-Security-Policy"})
    assert policy.attributes["content"] == (
        f"default-src 'none'; style-src 'sha256-{digest}'; font-src data:; img-src data:; "
        "base-uri 'none'; form-action 'none'"
    )
    assert not [element for element in page.elements if "style" in element.attributes]
    assert [script.attributes["type"] for script in page.all("script")] == ["application/ld+json"]


def test_the_page_needs_nothing_but_itself(assets: Workspace) -> None:
    """Fonts and images stand in the page; nothing is fetched when it is opened."""
    page = pages(assets)[0].html
    assert not outline(page).all("link")
    assert {address[:5] for address in re.findall(r'url\("?([^")]*)', page)} == {"data:"}
    assert {str(image.attributes["src"])[:5] for image in outline(page).all("img")} == {"data:"}


def test_the_data_for_machines_can_be_read(assets: Workspace) -> None:
    """The JSON-LD of the page is whole."""
    script = re.search(r"<script[^>]*>(.*?)</script>", pages(assets)[0].html, re.DOTALL)
    assert script is not None
    assert json.loads(script[1])["name"] == "Coevorden en Brest: van stedenband naar stilte"


def test_page_furniture_is_in_the_style_and_not_in_the_text(assets: Workspace) -> None:
    """Running heads and page numbers are margin boxes, in the brief's own words."""
    html = pages(assets, lang="en")[1].html
    assert '"Page " counter(page) " of " counter(pages) ""' in html
    assert "Page 1" not in outline(html).spoken


def _figure(image: str) -> tuple[Section, ...]:
    block = FigureBlock(image, "image/png", "iets", Prose("x", "x"), None)
    return (Section("Beeld", "beeld", 2, (block,)),)


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("weg.png", None, "file-missing"),
        ("tekst.png", b"geen beeld", "image-kind"),
        ("script.svg", SVG.replace("<rect", "<script>alert(1)</script><rect").encode(), "image-reaches-out"),
        ("../buiten.png", None, "path-outside-workspace"),
    ],
)
def test_an_image_that_cannot_be_shown_is_reported(
    assets: Workspace, name: str, data: bytes | None, code: str
) -> None:
    """A missing, foreign or scripted image leaves no page and one finding."""
    if data is not None:
        (assets.root / name).write_bytes(data)
    template = load_template(assets, "tijdlijn").value
    assert template is not None
    outcome = screen_page(brief(sections=_figure(name)), template, assets)
    assert outcome.value is None
    assert [finding.code for finding in outcome.diagnostics] == [code]


def test_a_logo_takes_the_place_of_the_name(assets: Workspace) -> None:
    """A logo prints with its alternative text, which falls back on the name of the house."""
    house = HouseStyle("Griffie", "#1f4e5f", "#1b1b1b", "ibm-plex-serif", "atkinson-hyperlegible", IMAGE)
    logo = seen(assets, house=house).all("img")[0]
    assert logo.attributes["alt"] == "Griffie"


@pytest.fixture(scope="module")
def written(assets: Workspace) -> dict[str, Path]:
    """Write the web pages of all templates, and of two in the other languages."""
    found = {}
    for template, lang in [(name, "nl-NL") for name in TEMPLATES] + [
        ("tijdlijn", "nl-BE"),
        ("factsheet", "en"),
    ]:
        path = assets.root / f"{template}.{lang}.html"
        path.write_text(pages(assets, template=template, lang=lang)[0].html, encoding="utf-8")
        found[path.name.removesuffix(".html")] = path
    return found


def test_the_pages_are_valid_html(written: dict[str, Path]) -> None:
    """The Nu Html Checker finds no error in any template."""
    assert validators.nu(written.values()) == []


@pytest.mark.parametrize("template", TEMPLATES)
def test_the_pages_are_accessible(written: dict[str, Path], browser: Browser, template: str) -> None:
    """The checker axe finds nothing against WCAG 2.2 AA or best practice at three widths in both schemes."""
    path = written[f"{template}.nl-NL"]
    assert [
        failure
        for width in WIDTHS
        for scheme in SCHEMES
        for failure in browser.axe(path, width=width, scheme=scheme)
    ] == []


@pytest.mark.parametrize("template", TEMPLATES)
def test_the_pages_reflow(written: dict[str, Path], browser: Browser, template: str) -> None:
    """At 320 px nothing makes the page scroll sideways (WCAG 2.2, 1.4.10)."""
    with browser.page(written[f"{template}.nl-NL"], width=320) as page:
        assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_notes_are_folded_on_a_telephone_alone(browser: Browser) -> None:
    """Where there is little room many notes wait behind their heading: a call opens them, print too."""
    path = published_workspace() / "build" / "coevorden-brest" / "coevorden-brest.html"
    with browser.page(path, width=390) as page:
        note = page.locator("[role=doc-endnotes] li").first
        assert not note.is_visible()
        page.locator("a[role=doc-noteref]").first.click()
        note.wait_for(state="visible")
    for width in (1280, 390):
        with browser.page(path, width=width) as page:
            page.emulate_media(media="screen" if width > 390 else "print")
            box = page.locator("[role=doc-endnotes] li").first.bounding_box()
            assert box is not None
            assert box["height"] > 10


def test_a_table_of_many_columns_says_that_there_is_more(assets: Workspace) -> None:
    """Above a table of four columns stands how to see the rest, for telephones; above one of two, nothing."""
    for columns, said in ((4, 1), (2, 0)):
        cells = "".join(f"<th>{at}</th>" for at in range(columns))
        table = Prose(f"<table><thead><tr>{cells}</tr></thead><tbody></tbody></table>", "")
        section = replace(SECTIONS[0], blocks=(ProseBlock(table),), sections=())
        screen, paper = pages(assets, sections=(section,))
        assert screen.html.count('<p class="scroll-hint">') == said
        assert 'class="scroll-hint"' not in paper.html


def test_the_name_of_a_house_keeps_to_one_line_in_the_head(assets: Workspace) -> None:
    """A long name is cut between words there; on page 1 it stands whole."""
    name = "Gemeenschappelijke Regeling Samenwerkingsverband Oostdam en Omstreken"
    _, paper = pages(assets, house=replace(brief().house, name=name, logo=None))
    head = re.search(r'--running-house:"(.*?)"', paper.html)
    assert head is not None
    assert re.sub(r"\\2026 ", "…", head[1]) == "Gemeenschappelijke Regeling …"
    assert name in " ".join(re.sub(r"<[^>]+>", "", paper.html).split())
