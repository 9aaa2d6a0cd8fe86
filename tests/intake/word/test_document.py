"""`intake/word/`: what a reader of a Word document sees is in its text, and what nobody sees is named."""

import io
import zipfile
from pathlib import Path

import pytest

from bronbrief.intake.extractors import ExtractionError
from bronbrief.intake.word.document import read_word
from bronbrief.sources.passages import split_passages
from support.documents import para, run, word

Out = list[tuple[str, str]]


def read(body: str, parts: dict[str, bytes | str] | None = None, changes: str = "") -> tuple[str, Out]:
    """Return the text of a document, and what was left out of it; all of its letters are accounted for."""
    answer = read_word(word(body, parts=parts), changes)
    assert answer.unaccounted == []
    return answer.text.removesuffix("\n"), answer.left_out


def text_of(body: str, parts: dict[str, bytes | str] | None = None) -> str:
    """Return the text of a document of which nothing is left out."""
    text, left_out = read(body, parts)
    assert left_out == []
    return text


RAISED, LOWERED = '<w:vertAlign w:val="superscript"/>', '<w:vertAlign w:val="subscript"/>'


def test_a_document_keeps_its_structure() -> None:
    """A heading that asks, a table whose cells hold paragraphs, and a footnote come out as they are."""
    rows = (("Jaar", "Deelnemers"), ("2023", "31"))
    cells = ["".join(f"<w:tc>{para(cell)}</w:tc>" for cell in row) for row in rows]
    call = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    body = (
        para("Wat kost het?", properties='<w:pStyle w:val="Heading2"/>')
        + para("Dat zegt de ondernemer", call, ".")
        + "<w:tbl>"
        + "".join(f"<w:tr>{row}</w:tr>" for row in cells)
        + "</w:tbl>"
    )
    text, left_out = read(
        body, {"word/footnotes.xml": f'<w:footnote w:id="2">{para("De noot.")}</w:footnote>'}
    )
    assert {str(one.locator): one.text for one in split_passages(text)} == {
        "kop 1": "Wat kost het?",
        "al. 1": "Dat zegt de ondernemer.",
        "al. 2": "Jaar | Deelnemers",
        "al. 3": "2023 | 31",
        "al. 4": "1. De noot.",
    }
    assert left_out == [("note-call", "1")]


@pytest.mark.parametrize(
    ("runs", "shown"),
    [
        ([run("10"), run("6", RAISED), run(" euro")], "10⁶ euro"),
        ([run("in 2024"), run("1", RAISED), run("2", RAISED), run(".")], "in 2024¹²."),
        ([run("H"), run("2", LOWERED), run("O en x"), run("n+1", RAISED)], "H₂O en x^(n+1)"),
        ([run("10"), run("-3", RAISED)], "10^(-3)"),
        ([run("de 21"), run("e", RAISED), run(" eeuw")], "de 21e eeuw"),
        ([run("1", RAISED), run("/"), run("2", LOWERED)], "¹/₂"),
        ([run("500"), run("3", '<w:position w:val="8"/>'), run(" woningen")], "500³ woningen"),
        ([run("woord"), run("a", RAISED), run(" Merk"), run("®", RAISED)], "woord^(a) Merk®"),
    ],
)
def test_raised_and_lowered_signs_join_no_number(runs: list[str], shown: str) -> None:
    """An exponent or a typed call to a note never becomes a figure of the number before it."""
    assert text_of(para(*runs)) == shown


@pytest.mark.parametrize(
    ("inside", "shown"),
    [
        ("<w:r><w:t>e</w:t><w:noBreakHyphen/><w:t>loket</w:t><w:tab/><w:t>a</w:t><w:br/><w:t>b</w:t></w:r>",
         "e\u2011loket\ta\nb"),
        ('<w:r><w:sym w:font="Wingdings" w:char="F0FE"/><w:sym w:font="Symbol" w:char="F0A3"/></w:r>', "☑≤"),
        (run("\uf0feo", '<w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/>'), "☑☐"),
        (run("Raad van straße", "<w:caps/>"), "RAAD VAN STRASSE"),
        (f'<w:hyperlink>{run("een link")}</w:hyperlink>', "een link"),
        (f'<w:smartTag>{run("Assen")}</w:smartTag>', "Assen"),
        (f"<w:sdt><w:sdtPr><w:lock/></w:sdtPr><w:sdtContent>{run('☒ ja')}</w:sdtContent></w:sdt>", "☒ ja"),
        (f'<w:fldSimple w:instr="DATE">{run("3 mei")}</w:fldSimple>', "3 mei"),
        (f'<w:dir w:val="rtl">{run("שלום")}</w:dir>', "שלום"),
        (f'<w:bdo w:val="rtl">{run("teiN")}</w:bdo>', "\u202eteiN\u202c"),
        (f"<w:r><w:ruby><w:rt>{run('ni')}</w:rt><w:rubyBase>{run('日')}</w:rubyBase></w:ruby></w:r>",
         "日(ni)"),
        (f'<w:nieuw>{run("iets nieuws")}</w:nieuw>', "iets nieuws"),
    ],
)  # fmt: skip
def test_what_shows_is_in_the_text(inside: str, shown: str) -> None:
    """Signs, links, controls, results of fields and what Word may come to know are read as they show."""
    assert text_of(para(inside)) == shown


BOX = "<w:ffData><w:checkBox>{}</w:checkBox></w:ffData>"


def test_white_space_counts_where_the_document_says_so() -> None:
    """Word drops white space at the ends of letters that no element around them preserves."""
    runs = "".join(f"<w:r><w:t>{text}</w:t></w:r>" for text in ("5 ", "000", "\n euro\n"))
    assert text_of(para(runs)) == "5000euro"
    kept = f'<w:smartTag xml:space="preserve">{runs}</w:smartTag>'
    assert text_of(para(kept)) == "5 000 euro"


def field(code: str, result: str | None, data: str = "") -> str:
    """Make a complex field; a result of None means that it keeps none."""
    middle = "" if result is None else f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{result}'
    return (
        f'<w:r><w:fldChar w:fldCharType="begin">{data}</w:fldChar><w:instrText>{code}</w:instrText></w:r>'
        f'{middle}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


@pytest.mark.parametrize(
    ("inside", "shown"),
    [
        (field("REF x", run("artikel 4")), "artikel 4"),
        (field("TOC", run("a ") + field("PAGEREF", run("7"))), "a 7"),
        (field("FORMCHECKBOX", None, BOX.format("<w:checked/>")), "☒"),
        (field("FORMCHECKBOX", None, BOX.format('<w:default w:val="0"/>')), "☐"),
        (field("FORMDROPDOWN", None, '<w:ffData><w:ddList><w:result w:val="1"/><w:listEntry w:val="ja"/>'
               '<w:listEntry w:val="nee"/></w:ddList></w:ffData>'), "nee"),
        (field('SYMBOL 254 \\f "Wingdings"', None), "☑"),
        (field("MACROBUTTON Geen [klik hier]", None), "[klik hier]"),
    ],
)  # fmt: skip
def test_a_field_gives_what_it_shows(inside: str, shown: str) -> None:
    """The code of a field is no text; its result is, and so is what it shows without one."""
    assert text_of(para(inside)) == shown


def test_letters_in_the_code_of_a_field_are_named() -> None:
    """What a condition compares stands in the document, and no reader sees it."""
    code = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>IF </w:instrText></w:r>'
    rest = '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>wel</w:t></w:r>'
    body = para(code + run("geheim") + rest + '<w:r><w:fldChar w:fldCharType="end"/></w:r>')
    assert read(body) == ("wel", [("hidden", "geheim")])
    assert text_of(para(code + run("alles blijft"))) == "alles blijft"


def test_a_field_that_word_works_out_itself_is_named() -> None:
    """A formula of the old kind keeps no result: its code is told."""
    assert read(para("a", field("EQ \\f(1;2)", None))) == ("a", [("unsupported", "EQ \\f(1;2)")])


UNSEEN = [
    ("<w:vanish/>", "hidden"),
    ('<w:rStyle w:val="Weg"/>', "hidden"),
    ('<w:color w:val="FFFFFF"/>', "white"),
    ('<w:color w:val="FEFEFE"/>', "white"),
    ('<w:color w:val="000000" w:themeColor="background1"/>', "white"),
    ('<w14:textFill><w14:solidFill><w14:schemeClr w14:val="bg1"/></w14:solidFill></w14:textFill>', "white"),
    ('<w:color w:val="000000"/><w:highlight w:val="black"/>', "covered"),
    ('<w:highlight w:val="black"/>', "covered"),
    ('<w:color w:val="FF0000"/><w:shd w:val="clear" w:fill="FF0000"/>', "covered"),
    ('<w:sz w:val="2"/>', "too-small"),
    ('<w:w w:val="1"/>', "too-small"),
    ("<w14:textFill><w14:noFill/></w14:textFill>", "invisible"),
]
STYLES = (
    '<w:style w:type="character" w:styleId="Weg"><w:rPr><w:vanish/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Stil"><w:name w:val="Stil"/><w:rPr><w:vanish/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Stiller"><w:basedOn w:val="Stil"/></w:style>'
    '<w:style w:type="table" w:styleId="Kop"><w:tblStylePr w:type="firstRow"><w:tcPr><w:shd w:val="clear" '
    'w:fill="003366"/></w:tcPr></w:tblStylePr></w:style>'
)


@pytest.mark.parametrize(("properties", "reason"), UNSEEN)
def test_what_nobody_sees_is_left_out_and_named(properties: str, reason: str) -> None:
    """Hidden, white, covered and tiny letters reverse no sentence: they are told with their reason."""
    body = para("Het zwembad gaat ", run("nie", properties), run("t", properties), run(" open."))
    assert read(body, {"word/styles.xml": STYLES}) == ("Het zwembad gaat open.", [(reason, "niet")])


@pytest.mark.parametrize(
    "properties",
    [
        '<w:vanish w:val="0"/>',
        '<w:color w:val="auto"/><w:shd w:val="clear" w:fill="000000"/>',
        '<w:color w:val="FFFFFF"/><w:shd w:val="clear" w:fill="003366"/>',
        '<w:color w:val="FFFFFF"/><w:highlight w:val="darkBlue"/>',
        "<w:webHidden/>",
        '<w:sz w:val="12"/>',
        '<w:color w:val="BFBFBF" w:themeColor="background1" w:themeShade="BF"/>',
    ],
)
def test_what_shows_on_another_ground_stays(properties: str) -> None:
    """White letters on blue, and what is hidden on the web only, are seen on paper."""
    assert text_of(para("dit ", run("blijft", properties))) == "dit blijft"


@pytest.mark.parametrize(
    ("properties", "reason"),
    [
        ('<w:spacing w:line="1" w:lineRule="exact"/>', "too-small"),
        ('<w:ind w:left="30000"/>', "off-page"),
        ('<w:pStyle w:val="Stil"/>', "hidden"),
    ],
)
def test_a_paragraph_that_nobody_sees_is_named(properties: str, reason: str) -> None:
    """Lines without height, far beside the page or hidden by a style are told."""
    body = para("Zichtbaar.") + para("Niet te zien.", properties=properties)
    assert read(body, {"word/styles.xml": STYLES}) == ("Zichtbaar.", [(reason, "Niet te zien.")])


@pytest.mark.parametrize(
    ("drawing", "reason"),
    [
        ("<w:drawing><wp:docPr hidden='1'/>{}</w:drawing>", "hidden"),
        ("<w:drawing><wp:posOffset>-99999999</wp:posOffset>{}</w:drawing>", "off-page"),
        ('<w:pict><v:shape style="visibility: hidden">{}</v:shape></w:pict>', "hidden"),
        ('<w:pict><v:shape style="margin-left:-9999pt;top:0">{}</v:shape></w:pict>', "off-page"),
    ],
)
def test_a_box_that_nobody_sees_is_named(drawing: str, reason: str) -> None:
    """A box that is hidden, or lies off every page, is not read as text."""
    content = f"<w:txbxContent>{para('Weg.')}</w:txbxContent>"
    assert read(para("a", f"<w:r>{drawing.format(content)}</w:r>")) == ("a", [(reason, "Weg.")])


def test_styles_hide_and_show_again() -> None:
    """A style hides a paragraph, the style of a run turns that round, as Word does."""
    style = '<w:pStyle w:val="Stiller"/>'
    body = para("weg", run(" terug", '<w:rStyle w:val="Weg"/>'), properties=style)
    assert read(body, {"word/styles.xml": STYLES}) == ("terug", [("hidden", "weg")])


def test_white_letters_in_a_coloured_table_stay() -> None:
    """The colour behind a cell stands with the cell, or in the style of its table."""
    white = '<w:color w:val="FFFFFF"/>'
    shaded = f'<w:tc><w:tcPr><w:shd w:val="clear" w:fill="003366"/></w:tcPr>{para(run("Jaar", white))}</w:tc>'
    plain = f"<w:tc>{para(run('Bedrag', white))}</w:tc>"
    styled = '<w:tblPr><w:tblStyle w:val="Kop"/></w:tblPr>'
    parts: dict[str, bytes | str] = {"word/styles.xml": STYLES}
    assert text_of(f"<w:tbl>{styled}<w:tr>{shaded}{plain}</w:tr></w:tbl>", parts) == "Jaar | Bedrag"
    assert read(f"<w:tbl><w:tr>{shaded}{plain}</w:tr></w:tbl>") == ("Jaar", [("white", "Bedrag")])


CHR = "<m:naryPr><m:chr m:val='∑'/></m:naryPr>"


def equation(inside: str) -> str:
    """Make an equation."""
    return f"<m:oMath>{inside}</m:oMath>"


def m(text: str, name: str = "r") -> str:
    """Make a run of an equation, or a part of that name with one."""
    letters = f"<m:r><m:t>{text}</m:t></m:r>"
    return letters if name == "r" else f"<m:{name}>{letters}</m:{name}>"


@pytest.mark.parametrize(
    ("inside", "shown"),
    [
        (m("≤ 3%"), "≤ 3%"),
        (f"<m:f>{m('a+b', 'num')}{m('2', 'den')}</m:f>", "(a+b)/2"),
        (f"{m('3')}<m:f>{m('1', 'num')}{m('2', 'den')}</m:f>", "3 1/2"),
        (f"<m:f>{m('1', 'num')}{m('2', 'den')}</m:f>{m('x')}", "1/2 x"),
        (f"<m:sSup>{m('10', 'e')}{m('6', 'sup')}</m:sSup>", "10⁶"),
        (f"<m:sSub>{m('x', 'e')}{m('i', 'sub')}</m:sSub>", "x_(i)"),
        (f"<m:rad><m:deg/>{m('x', 'e')}</m:rad>", "√(x)"),
        (f"<m:nary>{CHR}{m('i=1', 'sub')}{m('n', 'sup')}{m('x', 'e')}</m:nary>", "∑_(i=1)^(n) x"),
        (f"<m:d><m:dPr><m:begChr m:val='['/></m:dPr>{m('a', 'e')}{m('b', 'e')}</m:d>", "[a|b)"),
        (f"<m:func>{m('log', 'fName')}{m('x', 'e')}</m:func>", "log(x)"),
        (f"<m:m><m:mr>{m('1', 'e')}{m('2', 'e')}</m:mr></m:m>", "[1, 2]"),
        (f"<m:nieuw>{m('y')}</m:nieuw>", "y"),
    ],
)  # fmt: skip
def test_an_equation_is_text_on_a_line(inside: str, shown: str) -> None:
    """No sign of an equation is lost, and no two of its numbers become one."""
    assert text_of(para("Norm: ", equation(inside), ".")) == f"Norm: {shown}."


def test_a_fraction_does_not_join_the_number_before_it() -> None:
    """Three and a half is no thirty-one halves."""
    half = f"<m:f>{m('1', 'num')}{m('2', 'den')}</m:f>"
    assert text_of(para("ruim 3", equation(half), " miljoen")) == "ruim 3 1/2 miljoen"


def test_only_headings_are_headings() -> None:
    """A style made from that of a heading is one too, unless it says that it is body text."""
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="{name}"><w:name w:val="{said}"/>'
        f'<w:basedOn w:val="{base}"/><w:pPr>{more}</w:pPr></w:style>'
        for name, said, base, more in (
            ("T", "Title", "", ""),
            ("A", "Author", "T", ""),
            ("K", "heading 2", "", ""),
            ("L", "Los", "K", ""),
            ("M", "Tekst", "K", '<w:outlineLvl w:val="9"/>'),
            ("N", "Eigen", "", '<w:outlineLvl w:val="2"/>'),
        )
    )
    body = "".join(para(name, properties=f'<w:pStyle w:val="{name}"/>') for name in "TAKLMN")
    assert text_of(body, {"word/styles.xml": styles}).split("\n\n") == [
        "# T",
        "A",
        "## K",
        "## L",
        "M",
        "### N",
    ]


def test_changes_within_an_equation_follow_the_choice() -> None:
    """A figure that was inserted in an equation is in one version only."""
    body = para(equation(f"{m('x=')}<w:ins>{m('1')}</w:ins><w:del>{m('2')}</w:del>"))
    assert read(body, changes="accept")[0] == "x=1"
    assert read(body, changes="reject") == ("x=2", [("inserted", "1")])


def box(text: str, fallback: str | None = None) -> str:
    """Make a text box as Word writes it: twice, in a new form and in an old one."""
    one, other = (f"<w:txbxContent>{para(words)}</w:txbxContent>" for words in (text, fallback or text))
    new = f"<w:drawing><wp:docPr/><wps:wsp><wps:txbx>{one}</wps:txbx></wps:wsp></w:drawing>"
    old = f"<w:pict><v:shape><v:textbox>{other}</v:textbox></v:shape></w:pict>"
    return f"<w:r>{either('wps', new, old)}</w:r>"


def either(requires: str, choice: str, fallback: str) -> str:
    """Make alternatives, of which the first may ask for more than a program knows."""
    first = f'<mc:Choice Requires="{requires}">{choice}</mc:Choice>'
    return f"<mc:AlternateContent>{first}<mc:Fallback>{fallback}</mc:Fallback></mc:AlternateContent>"


def test_a_text_box_is_read_once_behind_its_paragraph() -> None:
    """A box cuts no sentence in two; another text in the other form is told."""
    assert (
        text_of(para("Een zin ", box("In het kader."), "loopt door."))
        == "Een zin loopt door.\n\nIn het kader."
    )
    text, left_out = read(para("a", box("In het kader.", "Iets anders.")))
    assert (text, left_out) == ("a\n\nIn het kader.", [("hidden", "Iets anders.")])


def test_a_branch_that_word_does_not_know_is_not_read() -> None:
    """Of alternatives a reader sees the first that Word understands."""
    assert read(para(either("zz", run("nieuw"), run("oud")))) == ("oud", [("hidden", "nieuw")])


def test_what_is_no_text_is_named() -> None:
    """Pictures, charts, objects, comments, heads and feet are told with the words that they have."""
    picture = '<w:r><w:drawing><wp:docPr descr="Foto van de brug"/><pic:pic/></w:drawing></w:r>'
    watermark = '<w:r><w:pict><v:shape><v:textpath string="CONCEPT"/></v:shape></w:pict></w:r>'
    old = '<w:r><w:object><o:OLEObject ProgID="Equation.3"/></w:object></w:r>'
    foreign = f"<x:iets>losse letters{run('en een run')}</x:iets>"
    parts: dict[str, bytes | str] = {
        "word/comments.xml": f"<w:comment>{para('Klopt dit?')}</w:comment>",
        "word/header1.xml": para("Gemeente Waterdam"),
        "word/header2.xml": para("Gemeente Waterdam"),
        "word/footer1.xml": para(
            "Pagina 1", '<w:r><w:pict><v:shape><v:textpath string="GEHEIM"/></v:shape></w:pict></w:r>'
        ),
    }
    text, left_out = read(para("a", picture, watermark, old, foreign), parts)
    assert text == "a"
    assert left_out == [
        ("image", "Foto van de brug"),
        ("drawing", "CONCEPT"),
        ("unsupported", "Equation.3"),
        ("unsupported", "en een run"),
        ("unsupported", "losse letters"),
        ("comment", "Klopt dit?"),
        ("header-footer", "Gemeente Waterdam"),
        ("header-footer", "Pagina 1"),
        ("drawing", "GEHEIM"),
    ]


def test_a_document_within_the_document_is_named() -> None:
    """What is imported when the document is opened was not read."""
    text, left_out = read(para("a") + '<w:altChunk r:id="r9"/>')
    assert (text, [reason for reason, _ in left_out]) == ("a", ["unsupported"])


def test_notes_are_numbered_as_the_document_says() -> None:
    """Endnotes count in Roman numerals, marks of one's own stay, and a note that nobody calls is told."""
    calls = '<w:r><w:endnoteReference w:id="3"/></w:r>', '<w:r><w:endnoteReference w:id="2"/></w:r>'
    own = '<w:r><w:footnoteReference w:customMarkFollows="1" w:id="1"/><w:t>*</w:t></w:r>'
    parts: dict[str, bytes | str] = {
        "word/footnotes.xml": f'<w:footnote w:id="1">{para("* Ster.")}</w:footnote>'
        f'<w:footnote w:id="5">{para("Zonder verwijzing.")}</w:footnote>',
        "word/endnotes.xml": f'<w:endnote w:id="2">{para("Twee.")}</w:endnote>'
        f'<w:endnote w:id="3">{para("Een.")}</w:endnote>',
    }
    text, left_out = read(para("In 2024", calls[0], " kwamen 300", calls[1], " mensen", own, "."), parts)
    assert text == "In 2024 kwamen 300 mensen.\n\n* Ster.\n\ni. Een.\n\nii. Twee."
    assert left_out == [
        ("note-call", "i"),
        ("note-call", "ii"),
        ("note-call", "*"),
        ("hidden", "Zonder verwijzing."),
    ]


def test_a_note_called_in_deleted_text_goes_with_it() -> None:
    """It is in the version that has the call, under its number there."""
    call = '<w:r><w:footnoteReference w:id="{}"/></w:r>'
    parts: dict[str, bytes | str] = {
        "word/footnotes.xml": "".join(
            f'<w:footnote w:id="{at}">{para(f"Noot {at}.")}</w:footnote>' for at in (1, 2)
        )
    }
    body = para("a", f"<w:del>{call.format(1)}</w:del>", call.format(2))
    assert read(body, parts, "accept") == ("a\n\n1. Noot 2.", [("note-call", "1"), ("deleted", "Noot 1.")])
    assert read(body, parts, "reject")[0] == "a\n\n1. Noot 1.\n\n2. Noot 2."


def test_a_table_is_read_by_row() -> None:
    """Merged cells count once, a nested table is read cell by cell, and two numbers in a cell stay apart."""

    def cell(*inside: str, properties: str = "") -> str:
        return f"<w:tc><w:tcPr>{properties}</w:tcPr>{''.join(inside)}</w:tc>"

    rows = [
        cell(para("Post"), properties='<w:vMerge w:val="restart"/>') + cell(para("5"), para("000")),
        cell(para(), properties="<w:vMerge/>") + cell(para("x")) + cell(para("y")),
        cell(para("Buiten"), f"<w:tbl><w:tr>{cell(para('a'))}{cell(para('b'))}</w:tr></w:tbl>", para("na"))
        + cell(para("c")),
    ]
    body = "<w:tbl>" + "".join(f"<w:tr>{row}</w:tr>" for row in rows) + "</w:tbl>"
    assert text_of(body).split("\n\n") == ["Post | 5\t000", "x | y", "Buiten", "a | b", "na", "c"]


def test_hidden_rows_and_covered_cells_are_named() -> None:
    """What a table has and does not show is told."""
    hidden = f"<w:tr><w:trPr><w:hidden/></w:trPr><w:tc>{para('geheim')}</w:tc></w:tr>"
    covered = f"<w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr>{para('onder')}</w:tc><w:tc>{para('b')}</w:tc></w:tr>"
    assert read(f"<w:tbl>{hidden}{covered}</w:tbl>") == ("b", [("hidden", "geheim"), ("hidden", "onder")])


def test_a_large_capital_belongs_to_its_word() -> None:
    """A drop cap stands in a paragraph of its own, and is read with the next."""
    assert text_of(para("D", properties='<w:framePr w:dropCap="drop"/>') + para("e raad")) == "De raad"


def test_a_hidden_end_of_a_paragraph_ends_nothing() -> None:
    """A heading and its text run on where their border is hidden, and the heading keeps its number."""
    mark = "<w:rPr><w:vanish/><w:specVanish/></w:rPr>"
    assert text_of(para("Doel. ", properties=mark) + para("De raad wil dit.")) == "Doel. De raad wil dit."


def test_strict_and_other_names_are_read_alike() -> None:
    """The strict form of the standard names everything otherwise and says the same."""
    data = word(para("Raad ", run("niet", "<w:vanish/>")))
    for old, new in (
        (
            b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
            b"http://purl.oclc.org/ooxml/wordprocessingml/main",
        ),
        (
            b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
            b"http://purl.oclc.org/ooxml/officeDocument/relationships",
        ),
    ):
        data = _rewritten(data, old, new)
    answer = read_word(data)
    assert (answer.text, answer.unaccounted) == ("Raad\n", [])


def _rewritten(data: bytes, old: bytes, new: bytes) -> bytes:
    written = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as package, zipfile.ZipFile(written, "w") as copy:
        for name in package.namelist():
            copy.writestr(name, package.read(name).replace(old, new))
    return written.getvalue()


def test_a_style_map_of_another_program_is_not_followed() -> None:
    """A part that tells a converter to leave out what is bold has no say here."""
    bold = run("niet", "<w:b/>")
    assert (
        text_of(para("De brug gaat ", bold, " dicht."), {"mammoth/style-map": b"b => !"})
        == "De brug gaat niet dicht."
    )


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-16-le", "iso-8859-1"])
@pytest.mark.parametrize("name", ["word/media/x.bin", "customXml/item1.xml", "docProps/core.xml"])
def test_a_declaration_is_refused_in_any_part_and_encoding(encoding: str, name: str) -> None:
    """No name and no encoding lets a declaration of entities through."""
    label = "utf-16" if encoding.startswith("utf-16") else encoding
    text = f'<?xml version="1.0" encoding="{label}"?><!-- x --><!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'
    with pytest.raises(ExtractionError) as caught:
        read_word(word(para("a"), parts={name: text.encode(encoding)}))
    assert caught.value.code == "document-hostile"


def test_the_names_of_parts_have_no_case() -> None:
    """A package that writes them otherwise than it refers to them is read all the same."""
    data = word(para("a"), parts={"word/header1.xml": para("kop")})
    data = _rewritten(data, b"/word/header1", b"/WORD/Header1")
    assert read_word(data).left_out == [("header-footer", "kop")]


def test_a_page_of_another_colour_shows_white_letters() -> None:
    """Behind white letters on a coloured page there is no white."""
    data = word(para(run("wit", '<w:color w:val="FFFFFF"/>')))
    assert read_word(_rewritten(data, b"<w:body>", b"<w:background/><w:body>")).text == "wit\n"


def test_notes_that_begin_anew_on_each_page_get_no_number() -> None:
    """A document does not know its pages; no number is invented, and that is told."""
    parts: dict[str, bytes | str] = {
        "word/settings.xml": '<w:footnotePr><w:numRestart w:val="eachPage"/></w:footnotePr>',
        "word/footnotes.xml": f'<w:footnote w:id="1">{para("Noot.")}</w:footnote>',
    }
    text, left_out = read(para("a", '<w:r><w:footnoteReference w:id="1"/></w:r>'), parts)
    assert text == "a\n\nNoot."
    assert left_out == [("note-call", ""), ("unsupported", "numRestart eachPage")]


def test_a_part_that_stands_there_twice_is_refused(tmp_path: Path) -> None:
    """Two programs could read two documents in such a package."""
    path = tmp_path / "x.docx"
    path.write_bytes(word(para("a")))
    with pytest.warns(UserWarning, match="Duplicate name"), zipfile.ZipFile(path, "a") as package:
        package.writestr("word/document.xml", "<x/>")
    with pytest.raises(ExtractionError, match="document-hostile"):
        read_word(path.read_bytes())


def test_a_document_under_a_password_is_named_as_such() -> None:
    """Word packs those in a container of another kind."""
    with pytest.raises(ExtractionError, match="document-locked"):
        read_word(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"))


@pytest.mark.parametrize(
    ("inside", "shown", "told"),
    [
        ('<w:fldSimple w:instr="DATE"/>', "Op besloten", "DATE"),
        (field("REF besluit", None), "Op besloten", "REF besluit"),
        (field('QUOTE "niet"', None), "Op besloten", 'QUOTE "niet"'),
        (field("PAGE", ""), "Op besloten", "PAGE"),
    ],
)
def test_a_field_that_was_never_worked_out_is_named(inside: str, shown: str, told: str) -> None:
    """Word may show something there that the document does not hold."""
    assert read(para("Op ", inside, " besloten")) == (shown, [("unsupported", told)])


@pytest.mark.parametrize("code", ["XE x", "SET a 1", "HYPERLINK x", "MERGEFIELD x", "IF 1 = 2 a"])
def test_a_field_that_shows_nothing_is_not_named(code: str) -> None:
    """A mark for an index shows nothing, nor does a result that is empty."""
    silent = code.split(maxsplit=1)[0] in {"XE", "SET", "HYPERLINK"}
    assert text_of(para("Op ", field(code, None if silent else ""), "besloten")) == "Op besloten"


def test_a_field_of_a_form_shows_what_it_begins_with() -> None:
    """Until somebody types in it."""
    data = '<w:ffData><w:textInput><w:default w:val="n.v.t."/></w:textInput></w:ffData>'
    assert text_of(para("Naam: ", field("FORMTEXT", None, data))) == "Naam: n.v.t."


TABLE = f"<w:tbl>{{}}<w:tr>{{}}<w:tc>{{}}{para('weg')}</w:tc></w:tr></w:tbl>"


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        (para(run("weg", '<w:spacing w:val="-200"/>')), "too-small"),
        (para("weg", properties='<w:framePr w:x="-9000" w:hAnchor="page"/>'), "off-page"),
        (para("weg", properties='<w:ind w:left="-30000"/>'), "off-page"),
        (TABLE.format('<w:tblPr><w:tblpPr w:tblpX="-9000"/></w:tblPr>', "", ""), "off-page"),
        (TABLE.format("", '<w:trPr><w:trHeight w:val="9" w:hRule="exact"/></w:trPr>', ""), "too-small"),
        (TABLE.format("", f"<w:tc>{para('')}</w:tc>", "<w:tcPr><w:hMerge/></w:tcPr>"), "hidden"),
    ],
)
def test_letters_upon_letters_and_places_off_the_page_are_told(body: str, reason: str) -> None:
    """What stands so that nobody sees it is no text, in a frame, a row or a cell."""
    assert read(f"{body}{para('Blijft.')}") == ("Blijft.", [(reason, "weg")])
