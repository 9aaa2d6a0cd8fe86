"""OpenDocument texts are read as LibreOffice shows them; the rest is left out by name."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bronbrief.intake.extraction import extract
from bronbrief.intake.extractors import ExtractionError
from bronbrief.intake.odt.document import read_odt
from support.documents import docx
from support.open_documents import change, flat_odt, odt, para, styled, text_style, tracked

STYLES = "".join(
    text_style(name, properties)
    for name, properties in {
        "weg": 'text:display="none"',
        "wit": 'fo:color="#ffffff"',
        "klein": 'fo:font-size="0.5pt"',
        "hoog": 'style:text-position="super 58%"',
        "laag": 'style:text-position="-33% 58%"',
        "streep": 'style:text-line-through-style="solid"',
        "groot": 'fo:text-transform="uppercase"',
        "licht": 'fo:color="#ffffff" fo:background-color="#003366"',
    }.items()
)
LISTS = (
    '<text:list-style style:name="N">'
    '<text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."/>'
    '<text:list-level-style-number text:level="2" style:num-format="a" style:num-suffix=")"/>'
    '</text:list-style><text:list-style style:name="B">'
    '<text:list-level-style-bullet text:level="1" text:bullet-char="•"/></text:list-style>'
)
OUTLINE = (
    '<text:outline-style style:name="Outline">'
    '<text:outline-level-style text:level="1" style:num-format="1" style:num-suffix="."/>'
    '<text:outline-level-style text:level="2" style:num-format="1" text:display-levels="2"/>'
    "</text:outline-style>"
)
HEAD = "<style:master-page><style:header><text:p>Concept</text:p></style:header></style:master-page>"


def noted(words: str) -> str:
    """Make a note with number 1."""
    body = f"<text:note-body><text:p>{words}</text:p></text:note-body>"
    return f"<text:note><text:note-citation>1</text:note-citation>{body}</text:note>"


def read(body: str, changes: str = "", **given: Any) -> tuple[str, list[tuple[str, str]]]:
    """Return the text of a body and what was left out; every letter is accounted for."""
    answer = read_odt(odt(body, STYLES + LISTS, **given), changes)
    assert answer.unaccounted == []
    return answer.text.rstrip("\n"), answer.left_out


def item(*inside: str, start: str = "") -> str:
    """Make an item of a list."""
    return f"<text:list-item{start}>{''.join(inside)}</text:list-item>"


def listed(*items: str, style: str = "N", more: str = "") -> str:
    """Make a list."""
    return f'<text:list text:style-name="{style}"{more}>{"".join(items)}</text:list>'


@pytest.mark.parametrize(("style", "reason"), [("weg", "hidden"), ("wit", "white"), ("klein", "too-small")])
def test_what_nobody_sees_is_left_out(style: str, reason: str) -> None:
    """Hidden, white and tiny text is named with its reason."""
    assert read(para("Wij gaan ", styled("niet ", style), "door.")) == ("Wij gaan door.", [(reason, "niet")])


def test_what_is_seen_in_another_form_stays() -> None:
    """Raised figures do not stick, capitals show as capitals, light text on a dark ground is text."""
    body = para("10", styled("3", "hoog"), " CO", styled("2", "laag"), " ", styled("wel", "groot"))
    assert read(body)[0] == "10³ CO2 WEL"
    assert read(para(styled("Licht", "licht")))[0] == "Licht"


def test_lists_are_numbered_as_they_show() -> None:
    """Numbers count on by level, resume, restart and start anew; a second paragraph has none."""
    body = (
        listed(
            item(para("een"), listed(item(para("sub")), item(para("sub")), style="")),
            item(para("twee"), para("meer")),
        )
        + para("Tussen.")
        + listed(
            item(para("drie")),
            item(para("negen"), start=' text:start-value="9"'),
            more=' text:continue-numbering="true"',
        )
        + listed(item(para("anders")))
        + listed(item(para("punt")), style="B")
    )
    assert read(body)[0].split("\n\n") == [
        *("1. een", "a) sub", "b) sub", "2. twee", "meer", "Tussen.", "3. drie", "9. negen"),
        *("1. anders", "- punt"),
    ]


def test_headings_are_numbered_by_the_outline() -> None:
    """A heading has its level and its number; one that is a head of a list has none."""
    body = (
        '<text:h text:outline-level="1">Aanleiding</text:h><text:h text:outline-level="2">Doel</text:h>'
        '<text:h text:outline-level="1" text:is-list-header="true">Bijlage</text:h>'
        '<text:h text:outline-level="1">Slot</text:h>'
    )
    assert read(body, styles=OUTLINE)[0].split("\n\n") == [
        *("# 1. Aanleiding", "## 1.1 Doel", "# Bijlage", "# 2. Slot")
    ]


def test_notes_stand_behind_the_text_and_calls_are_left_out() -> None:
    """No call sticks to a word or a year."""
    note = noted("Zie B.")
    assert read(para("In 2024", note, " besloot de raad.")) == (
        "In 2024 besloot de raad.\n\n1. Zie B.",
        [("note-call", "1")],
    )


def test_frames_comments_heads_and_pictures_are_placed_or_named() -> None:
    """A frame does not split the sentence in which it hangs."""
    frame = "<draw:frame><draw:text-box><text:p>Kader.</text:p></draw:text-box></draw:frame>"
    picture = '<draw:frame><draw:image xlink:href="x.png"/><svg:desc>Een kaart</svg:desc></draw:frame>'
    comment = (
        "<office:annotation><dc:creator>Jansen</dc:creator><text:p>Klopt dit?</text:p></office:annotation>"
    )
    text, out = read(para("De ", frame, "raad", comment, " besluit", picture, "."), masters=HEAD)
    assert text == "De raad besluit.\n\nKader."
    assert sorted(out) == [
        *(("comment", "Klopt dit?"), ("header-footer", "Concept"), ("image", ""), ("image", "Een kaart"))
    ]


def test_fields_show_what_they_hold_and_forms_are_named() -> None:
    """The result of a field is text; what is hidden by a condition, and fields of a form, are named."""
    body = (
        '<office:forms><form:form><form:text form:current-value="Jansen"/>'
        "<form:textarea><text:p>meer</text:p></form:textarea></form:form></office:forms>"
        + para("Op <text:date>1 mei</text:date> om <text:variable-get>9</text:variable-get> uur")
        + para('<text:hidden-text text:is-hidden="true" text:string-value="geheim"/>Slot.')
        + para('<text:hidden-paragraph text:is-hidden="true"/>Weg.')
        + '<text:section text:display="none"><text:p>Ook weg.</text:p></text:section>'
    )
    assert read(body) == (
        "Op 1 mei om 9 uur\n\nSlot.",
        [
            *(("form", "meer"), ("form", "Jansen"), ("hidden", "geheim"), ("hidden", "Weg.")),
            ("hidden", "Ook weg."),
        ],
    )


def test_formulas_are_text_and_charts_are_not() -> None:
    """The words of a chart are left out as a drawing."""
    raised = "<m:msup><m:mi>x</m:mi><m:mn>2</m:mn></m:msup><m:annotation>x sup 2</m:annotation>"
    formula = f'<m:math xmlns:m="http://www.w3.org/1998/Math/MathML">{raised}</m:math>'
    chart = flat_odt(para("Inwoners")).decode()
    parts = {"Object 1/content.xml": formula, "Object 2/content.xml": chart}
    holds = '<draw:frame><draw:object xlink:href="./Object {}"/></draw:frame>'
    assert read(para("f = ", holds.format(1)), parts=parts)[0] == "f = x²"
    assert read(para("zie ", holds.format(2)), parts=parts)[1] == [("drawing", "Inwoners")]


def test_a_table_is_read_row_by_row_and_tabs_keep_figures_apart() -> None:
    """Cells are parted, covered ones are left out, and 12 and 13 are not one number."""
    row = "<table:table-row>{}</table:table-row>"
    cell = "<table:table-cell><text:p>{}</text:p></table:table-cell>"
    covered = "<table:covered-table-cell><text:p>oud</text:p></table:covered-table-cell>"
    body = f"<table:table>{row.format(cell.format('jaar') + cell.format('2024') + covered)}</table:table>"
    assert read(body + para("12<text:tab/>13<text:tab/>ha")) == (
        "jaar | 2024\n\n12\t13 ha",
        [("hidden", "oud")],
    )


@pytest.mark.parametrize(
    ("body", "accepted", "rejected"),
    [
        (
            tracked(w=para("niet ")) + para("Wij gaan ", change("w"), "door."),
            "Wij gaan door.",
            "Wij gaan niet door.",
        ),
        (
            tracked(n="") + para("A", change("n", "-start"), " en B") + para("C", change("n", "-end"), " D."),
            "A en B\n\nC D.",
            "A D.",
        ),
        (
            tracked(w=para(" en B") + para("C")) + para("A", change("w"), " D."),
            "A D.",
            "A en B\n\nC D.",
        ),
        (
            para("Het bedrag is ", styled("10", "streep"), " 12 euro."),
            "Het bedrag is 12 euro.",
            "Het bedrag is 10 12 euro.",
        ),
        (
            tracked(n="")
            + listed(
                item(para("een", change("n", "-start"))),
                item(para("nieuw", change("n", "-end"))),
                item(para("twee")),
            ),
            "1. een\n\n2. nieuw\n\n3. twee",
            "1. een\n\n2. twee",
        ),
    ],
)
def test_two_versions_are_a_choice_of_the_author(body: str, accepted: str, rejected: str) -> None:
    """Tracked and struck text is refused without a choice, and told with the one made."""
    with pytest.raises(ExtractionError, match="document-two-versions"):
        read(body)
    assert read(body, "accept")[0] == accepted
    assert read(body, "reject")[0] == rejected


def test_a_flat_file_and_a_wrong_ending_are_read_as_what_they_are() -> None:
    """The bytes say what a document is, before its name does."""
    for data, name in (
        (flat_odt(para("tekst")), "x.xml"),
        (odt(para("tekst")), "x.docx"),
        (docx(["tekst"]), "x.odt"),
    ):
        outcome = extract(data, name)
        assert outcome.value is not None, outcome.diagnostics
        assert outcome.value.text == "tekst\n"


def test_properties_are_proposed() -> None:
    """Title, author, language and the day of making come from the file."""
    meta = (
        "<dc:title>Nota wonen</dc:title><meta:initial-creator>Jansen</meta:initial-creator>"
        "<dc:language>nl-NL</dc:language><meta:creation-date>2023-02-01T08:00:00</meta:creation-date>"
    )
    facts = read_odt(odt(para("x"), meta=meta)).facts
    expected = {"title": "Nota wonen", "author": "Jansen", "lang": "nl-NL", "made": "2023-02-01"}
    assert expected.items() <= facts.items()


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (
            flat_odt(para("&e;"), prologue='<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>'),
            "document-hostile",
        ),
        (odt("x", parts={"Pictures/x": bytes(70 << 20)}), "document-hostile"),
        (odt("x", parts={"META-INF/manifest.xml": "<m><encryption-data/></m>"}), "document-locked"),
        (odt("<text:p>")[:200], "document-unreadable"),
        (flat_odt("<text:section>" * 5000 + "x" + "</text:section>" * 5000), "document-too-heavy"),
    ],
)
def test_hostile_and_broken_files_are_findings(data: bytes, code: str) -> None:
    """Entities, bombs, passwords, damage and depth end in a finding."""
    outcome = extract(data, "x.odt" if data.startswith(b"PK") else "x.fodt")
    assert [one.code for one in outcome.diagnostics] == [code]


PIECES = (
    "αβω",
    styled("αγω", "weg"),
    styled("αδω", "hoog"),
    styled("αεω", "groot"),
    "<office:annotation><text:p>αζω</text:p></office:annotation>",
    "<draw:frame><draw:text-box><text:p>αηω</text:p></draw:text-box></draw:frame>",
    noted("αθω"),
    '<text:hidden-text text:is-hidden="true">αιω</text:hidden-text>',
    "<text:ruby><text:ruby-base>ακω</text:ruby-base><text:ruby-text>αλω</text:ruby-text></text:ruby>",
    "<text:unknown>αμω</text:unknown>",
    "<text:date>αοω</text:date><text:creator>απω</text:creator>",
    change("n", "-start"),
    change("n", "-end"),
    change("w"),
)
BLOCKS = (
    "{}",
    "<text:section>{}</text:section>",
    "<table:table><table:table-row><table:table-cell>{}</table:table-cell></table:table-row></table:table>",
    listed(item("{}")),
)


@given(
    st.lists(st.tuples(st.sampled_from(BLOCKS), st.lists(st.sampled_from(PIECES), max_size=5)), max_size=5)
)
def test_every_letter_is_in_the_text_or_named(blocks: list[tuple[str, list[str]]]) -> None:
    """Whatever stands where, in both versions: nothing is lost, and nothing is there twice."""
    body = tracked(n="", w=para("ανω") + para("αξω")) + "".join(
        block.format(para(*pieces)) for block, pieces in blocks
    )
    for changes in ("accept", "reject"):
        read(body, changes)
