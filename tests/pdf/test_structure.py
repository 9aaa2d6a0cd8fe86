"""The structure tree: one rule a test, each read back from a finished PDF."""

import base64

import pytest

from bronbrief.verify.reading import Node, read_tree, transcript
from support.typesetting import below, page, pdf_of, rich_pdf, shape, tree_of

PIXEL = base64.b64encode(
    base64.b64decode(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
    )
).decode()
IMAGE = f"data:image/png;base64,{PIXEL}"
LONG = "Een zin over verantwoordelijkheidsverdelingen en stedenbandovereenkomsten. " * 90


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<h1>Een</h1><p>Twee</p>", "Document[H1[_] P[_]]"),
        ("<section><h2>Kop</h2><article><p>T</p></article></section>", "Document[Sect[H2[_] Art[P[_]]]]"),
        ("<main><div>Los</div><div><p>In</p></div></main>", "Document[P[_] P[_]]"),
        ("<div>Voor<p>Midden</p>na</div>", "Document[P[_] P[_] P[_]]"),
        ("<blockquote>Kaal</blockquote>", "Document[BlockQuote[P[_]]]"),
        ("<p>Een <q>‘citaat <q>“in”</q> citaat’</q></p>", "Document[P[_ Quote[_ Quote[_] _]]]"),
        ("<p><em>a</em> <strong>b</strong> <cite>c</cite> <span>d</span><sup>2</sup></p>",
         "Document[P[Em[_] Strong[_] _]]"),
        ("<div role='group'><p>Citaat 1</p><blockquote>Zo.</blockquote><p>Bron</p></div>",
         "Document[Div[P[_] BlockQuote[P[_]] P[_]]]"),
        ("<p>De <abbr title='Algemene wet'>Awb</abbr> en <abbr>kv</abbr></p>", "Document[P[_ Span[_] _]]"),
        ("<ul><li>a</li></ul>", "Document[L[LI[Lbl[_] LBody[_]]]]"),
        ("<ol><li><p>a</p><ol><li>b</li></ol></li></ol>",
         "Document[L[LI[Lbl[_] LBody[P[_] L[LI[Lbl[_] LBody[_]]]]]]]"),
        ("<ol style='list-style-position:inside'><li>a</li></ol>", "Document[L[LI[Lbl[_] LBody[_]]]]"),
        ("<ul style='list-style:none'><li>a</li></ul>", "Document[L[LI[LBody[_]]]]"),
        ("<dl><dt>a</dt><dd>b</dd><div><dt>c</dt><dt>d</dt><dd>e</dd></div></dl>",
         "Document[L[LI[Lbl[_] LBody[_]] LI[Lbl[_] Lbl[_] LBody[_]]]]"),
        ("<nav role='doc-toc'><ol><li><a href='#x'>X</a><ol><li><a href='#x'>Y</a></li></ol></li></ol></nav><h1 id='x'>X</h1>",  # noqa: E501
         "Document[Sect[TOC[TOCI[Reference[Link[_]] TOC[TOCI[Reference[Link[_]]]]]]] H1[_]]"),
        ("<p>Kop</p><p></p><div></div><section></section>", "Document[P[_]]"),
        ("<div role='heading' aria-level='3'>Kop</div>", "Document[H3[_]]"),
    ],
)  # fmt: skip
def test_elements_become_structure(body: str, expected: str) -> None:
    """Each HTML element gives the type that a careful person would choose; wrappers give none."""
    style = "nav li{list-style:none}"
    assert shape(tree_of(body, style)) == expected


@pytest.mark.every(4)
@pytest.mark.parametrize(
    "body",
    [
        f"<p>{LONG}</p>",
        f"<blockquote><p>{LONG}</p></blockquote>",
        f"<section><p>{LONG}</p></section>",
        f"<ul><li>{LONG}</li></ul>",
        f"<p><a href='https://example.org/'>{LONG}</a></p>",
        f"<p><span lang='en'>{LONG}</span></p>",
        f"<table><tbody><tr><th>A</th><td>{LONG}</td></tr></tbody></table>",
    ],
)
def test_one_element_over_pages(body: str) -> None:
    """An element that runs over several pages is one structure element, with all of its words in order."""
    tree = tree_of(body)
    kinds = [node.type for node in tree.walk()]
    assert len(kinds) == len(set(kinds)) or kinds.count("P") == 1
    assert LONG.strip() in tree.text


def test_long_lists_and_tables_stay_whole() -> None:
    """A list of 40 items and a table of 60 rows over pages are one list and one table."""
    tree = read_tree(rich_pdf())
    lists = [len(below(node, "LI")) for node in below(tree, "L")]
    assert 40 in lists
    tables = below(tree, "Table")
    assert [len(below(table, "THead")) for table in tables] == [1, 0]
    assert [len(below(table, "TR")) for table in tables] == [62, 2]


def test_quotations_are_as_many_as_in_the_text() -> None:
    """Three block quotations are three, though pages part them."""
    assert len(below(read_tree(rich_pdf()), "BlockQuote")) == 3


def test_only_standard_types_and_no_empty_wrappers() -> None:
    """No NonStruct, Div or Part stands in the tree, and every Span says why it is there."""
    nodes = list(read_tree(rich_pdf()).walk())
    assert not {node.type for node in nodes} & {"NonStruct", "Div", "Part", "Private"}
    assert all(node.lang or node.expansion for node in nodes if node.type == "Span")


def test_language_stands_on_its_element() -> None:
    """A passage in another language has Lang on its own element; the brief's own language is not repeated."""
    tree = tree_of(
        "<p lang='en'>One</p><p lang='nl-NL'>Twee</p><div lang='de'>Drei</div>"
        "<p>Vier <em lang='fr'>cinq</em></p><blockquote lang='en'><p>Six</p></blockquote>"
        "<div lang='en'><p>Seven</p><p>Eight</p></div>"
    )
    found = [(node.type, node.lang) for node in tree.walk() if node.lang]
    assert found == [("P", "en"), ("P", "de"), ("Em", "fr"), ("BlockQuote", "en"), ("Div", "en")]


def test_list_numbering_is_said() -> None:
    """ListNumbering tells how a list is numbered; a description list is not."""
    tree = tree_of(
        "<ul><li>a</li></ul><ol><li>a</li></ol><ol style='list-style:lower-alpha'><li>a</li></ol>"
        "<ol style='list-style:upper-roman'><li>a</li></ol><dl><dt>a</dt><dd>b</dd></dl>"
    )
    found = [node.attributes["ListNumbering"] for node in below(tree, "L")]
    assert found == ["Disc", "Decimal", "LowerAlpha", "UpperRoman", "None"]


def test_figure_holds_its_caption() -> None:
    """A figure is one Figure with the image, its alternative text and its Caption inside."""
    tree = tree_of(f"<figure><img src='{IMAGE}' alt='Een vlak'><figcaption>Figuur 1</figcaption></figure>")
    assert [node.alt for node in below(tree, "Figure")] == ["Een vlak"]
    assert [node.text for node in below(below(tree, "Figure")[0], "Caption")] == ["Figuur 1"]


@pytest.mark.parametrize("order", ["{table}{caption}", "{caption}{table}"])
def test_caption_of_a_table_in_a_figure(order: str) -> None:
    """A caption of the figure around a table is the table's Caption, above or below it as written."""
    table, caption = "<table><tr><th>A</th><td>1</td></tr></table>", "<figcaption>Tabel 1</figcaption>"
    tree = tree_of(f"<figure>{order.format(table=table, caption=caption)}</figure>")
    (found,) = below(tree, "Table")
    assert [kid.type for kid in found.kids if isinstance(kid, Node)].count("Caption") == 1
    assert shape(tree).count("Caption") == 1
    assert tree.text.startswith("Tabel 1") == order.startswith("{caption}")


def test_figure_has_its_box_in_points_from_the_foot() -> None:
    """BBox is in PDF units: 20 mm in from the left and the top of an A5 page, 40 by 20 CSS pixels."""
    body = f"<img src='{IMAGE}' alt='x' style='display:block;width:40px;height:20px'>"
    box = [float(edge) for edge in below(tree_of(body), "Figure")[0].attributes["BBox"].split()]
    left, top = 20 / 25.4 * 72, (210 - 20) / 25.4 * 72
    assert box == pytest.approx([left, top - 15, left + 30, top], abs=0.01)


def test_image_without_words_is_an_artifact() -> None:
    """An image with empty alternative text is not in the tree, and neither is what is hidden from readers."""
    tree = tree_of(
        f"<p>Voor <img src='{IMAGE}' alt='' style='width:9px'> na<span aria-hidden='true'> *</span>.</p>"
    )
    assert shape(tree) == "Document[P[_]]"
    assert tree.text == "Voor na."


def test_generated_words_count_and_ornaments_do_not() -> None:
    """Text from a style sheet is read where it has letters; arrows, bullets and dots are ornament."""
    tree = tree_of(
        "<p class='a'>een</p><p class='b'>twee</p>", ".a::before{content:'» '}.b::before{content:'Let op: '}"
    )
    assert [node.text for node in below(tree, "P")] == ["» een", "Let op: twee"]
    tree = tree_of("<p class='a'>een</p>", ".a::before{content:'– '}.a::after{content:' + '}")
    assert tree.text == "een"


def test_page_furniture_is_outside_the_tree() -> None:
    """Running heads and page numbers are Pagination artifacts, and no text of the tree."""
    data = pdf_of(page("<p>Tekst</p>", "@page{@top-left{content:'Kop'}@bottom-right{content:counter(page)}}"))
    assert read_tree(data).text == "Tekst"


def test_note_calls_and_notes_are_tied() -> None:
    """A call is a Reference with a Link; a note is a Note with an ID and a way back."""
    tree = read_tree(rich_pdf())
    notes = below(tree, "Note")
    assert [note.id for note in notes] == [f"noot-{number}" for number in range(1, 7)]
    assert all(shape(note).startswith("Note[P[Link[_ Em[_] _] _ Link[_]") for note in notes)
    calls = [node for node in below(tree, "Reference") if node.text.isdigit()]
    assert [node.text for node in calls] == ["1", "2", "3", "4", "5", "6"]
    assert all(len(below(call, "Link")) == 1 for call in calls)


def test_page_footnote_is_read_where_it_is_called() -> None:
    """A footnote at the foot of the page is a Note right after its Reference, with an ID."""
    tree = tree_of("<p>Een<span class='v'>De noot.</span> twee.</p>", ".v{float:footnote}")
    assert shape(tree) == "Document[P[_ Reference[_] Note[Lbl[_] _] _]]"
    assert below(tree, "Note")[0].id == "note-1"


def test_each_link_is_one_link() -> None:
    """A link with inline markup over two lines is one Link, without another inside, named by its text."""
    body = (
        "<p>Zie <a href='https://example.org/x'>een <em>hele lange</em> <code>koppeling</code> "
        + "woord " * 12
    )
    tree = tree_of(f"{body}</a>.</p>", "code{font:inherit}")
    (link,) = below(tree, "Link")
    assert len(link.links) == 2
    assert set(link.links) == {f"{link.text} (https://example.org/x)"}


def test_label_of_a_link_is_its_name() -> None:
    """A link with an ARIA label is called so, and a bare address is not said twice."""
    tree = tree_of(
        "<p><a href='#a' aria-label='Noot 1' id='a'>1</a> <a href='https://example.org/'>https://example.org/</a></p>"
    )
    assert [node.links for node in below(tree, "Link")] == [("Noot 1",), ("https://example.org/",)]


def test_letter_case_of_the_document_is_kept() -> None:
    """Words that a style sheet sets in capitals are read as they are written."""
    tree = tree_of("<p style='text-transform:uppercase'>Straße en vier</p>")
    assert tree.text == "Straße en vier"


@pytest.mark.parametrize("width", [28, 33, 41, 52, 64])
def test_words_are_whole_at_any_width(width: int) -> None:
    """Wherever lines break, hyphens of the engine vanish, hyphens of the text stay, and no space is lost."""
    text = (
        "De bestuurlijk-juridische verantwoordelijkheidsverdelingen van stedenbandovereenkomsten "
        "efficiënt en/of officieel vastgelegd in 2020–2024, zie al. 3 en verantwoordelijkheids-afspraken."
    )
    body = text.replace("van", "<em>van</em> <strong>de</strong>", 1)
    tree = tree_of(f"<p style='width:{width}mm'>{body}</p>")
    assert tree.text == text.replace("van", "van de", 1)


def test_label_that_floats_is_parted_from_its_head() -> None:
    """A label set in the margin does not stick to the first word of the head."""
    tree = tree_of("<h2><span class='l'>Vraag 1</span> Waarom?</h2>", ".l{float:left;width:30mm}")
    assert tree.text == "Vraag 1 Waarom?"


def test_transcript_of_the_sample_reads_well() -> None:
    """A screen reader hears list labels with their items, cells of a row together, images by their words."""
    lines = transcript(read_tree(rich_pdf())).splitlines()
    assert "• Genest verwijst" in lines
    assert "Gemeente 7\tIn 1967 bevestigde de gemeente de stedenbandovereenkomst.\t7" in lines
    assert "Een plaatje in de regel midden in de zin, en een sierplaatje." in lines
    assert "Slot met harde spatie en een afbreekstreepje.6" in lines


def _no_nested(node: Node, kind: str) -> bool:
    return all(
        not [inner for inner in below(found, kind) if inner is not found] for found in below(node, kind)
    )


def test_no_link_in_a_link_and_no_paragraph_in_a_paragraph() -> None:
    """Elements that may not hold their like do not."""
    tree = read_tree(rich_pdf())
    assert all(_no_nested(tree, kind) for kind in ("Link", "P", "Note", "TD", "H2", "Caption"))


def test_numbers_of_a_list_are_its_authors() -> None:
    """A list that begins at three, or leaves out a number, has the numbers of the page in its labels."""
    tree = tree_of("<ol start='3'><li>a</li><li>b</li><li value='7'>c<ol><li>d</li></ol></li><li>e</li></ol>")

    assert [node.text for node in below(tree, "Lbl")] == ["3.", "4.", "7.", "1.", "8."]
