"""PDFs: what no reader sees is not in the text, and is named with its reason."""

import io
import re

import pikepdf
import pytest
from pikepdf import Array, Name
from weasyprint import HTML

from bronbrief.intake.extraction import extract
from bronbrief.intake.extractors import ExtractionError
from bronbrief.intake.pdf.reader import read_pdf
from support.documents import pdf
from support.drawn_pdf import (
    Changes,
    box,
    drawn,
    named,
    picture,
    read,
    text,
    with_annotations,
    with_layer,
    with_picture,
)


def sentence(before: str = "", after: str = "", middle: str = "geen ") -> str:
    """Draw a sentence with operators around its fourth word, which turns it."""
    return (
        f"BT /F1 12 Tf 72 700 Td (De raad heeft ) Tj {before} ({middle}) Tj {after} "
        "(bezwaar tegen het plan.) Tj ET\n"
    )


WITHOUT = "De raad heeft bezwaar tegen het plan.\n"
WHITE_GROUND = box(0, 0, 595, 842, "1 1 1 rg")


@pytest.mark.parametrize(
    ("content", "change", "reason"),
    [
        (sentence("3 Tr", "0 Tr"), None, "invisible"),
        (sentence("7 Tr", "0 Tr"), None, "invisible"),
        (sentence("/Clear gs", "/Opaque gs"), None, "invisible"),
        (sentence("1 1 1 rg", "0 g"), None, "white"),
        (sentence("0.98 0.99 1 rg", "0 g"), None, "white"),
        (WHITE_GROUND + sentence("1 g", "0 g"), None, "white"),
        (
            box(60, 690, 400, 30, "0.1 0.3 0.5 rg")
            + sentence("0.1 0.3 0.5 rg", "1 g").replace("BT", "BT 1 g"),
            None,
            "white",
        ),
        (sentence("/F1 0.5 Tf", "/F1 12 Tf"), None, "too-small"),
        (sentence("/F1 0.001 Tf", "/F1 12 Tf"), None, "too-small"),
        (sentence("/OC /Layer BDC", "EMC"), with_layer, "layer-off"),
        (sentence(middle="") + text(-300, 700, "geen"), None, "off-page"),
        (sentence(middle="") + text(72, 2000, "geen"), None, "off-page"),
        (sentence(middle="") + "q 0 0 10 10 re W n " + text(300, 400, "geen") + "Q", None, "covered"),
        (sentence(middle="") + text(300, 400, "geen") + box(290, 390, 60, 30), None, "covered"),
        (
            sentence(middle="") + text(300, 400, "geen") + picture(290, 390, 60, 30),
            with_picture(ink=False),
            "covered",
        ),
    ],
)
def test_what_no_reader_sees_is_left_out_and_named(content: str, change: Changes | None, reason: str) -> None:
    """Whatever hides a word, it is not in the text, the words beside it are, and the reason is told."""
    found = read(content, change)
    assert found.text.replace("\t", " ") == WITHOUT.strip()
    assert [one for one in named(found) if one[0] != "image"] == [(reason, "geen")]


@pytest.mark.parametrize(
    "content",
    [
        box(60, 690, 400, 30) + sentence("1 1 1 rg", "1 1 1 rg").replace("BT", "BT 1 g"),
        sentence("0.7 g", "0 g"),
        sentence("1 Tr", "0 Tr"),
        sentence("1 0.8 0 rg", "0 g"),
        sentence("/F1 5 Tf", "/F1 12 Tf"),
        box(60, 690, 400, 30, "1 1 0 rg") + sentence(),
        sentence() + box(60, 650, 400, 30),
    ],
)
def test_what_a_reader_sees_is_taken_in(content: str) -> None:
    """White on dark, grey, outlined, coloured and small letters are read, and text near a box is."""
    found = read(content)
    assert found.text == "De raad heeft geen bezwaar tegen het plan."
    assert named(found) == []


def test_a_name_under_a_bar_cannot_be_quoted() -> None:
    """Of a badly redacted page the words beside the bar are text, and no letter of the name is."""
    line = "Het bezwaar van mevrouw Quispel uit de wijk is gegrond."
    found = read(text(60, 700, line) + box(187, 696, 45, 14))
    assert "uispe" not in found.text
    assert found.text.startswith("Het bezwaar van mevrouw ")
    assert found.text.endswith("uit de wijk is gegrond.")
    assert "uispe" in named(found)[0][1]


def test_words_beside_what_is_covered_stay_apart() -> None:
    """Two halves of a line with a bar between them make no new word."""
    found = read("BT /F1 12 Tf 72 700 Td (brug) Tj (geheim) Tj (pont) Tj ET" + box(97, 695, 41, 16))
    assert found.text.split() == ["brug", "pont"]


def test_white_words_below_others_are_told_from_them() -> None:
    """A word that others stand upon is judged by itself."""
    found = read(
        text(72, 700, "verborgen", before="1 g /F1") + text(72, 700, "Zichtbare woorden", before="0 g /F1")
    )
    assert found.text == "Zichtbare woorden"
    assert named(found) == [("white", "verborgen")]


def test_text_follows_the_glyphs_and_not_what_the_file_says_they_are() -> None:
    """Where the two differ, the difference is named."""
    found = read(sentence("/Span << /ActualText (alle ) >> BDC", "EMC"))
    assert found.text == "De raad heeft geen bezwaar tegen het plan."
    assert named(found) == [("actual-text", "alle ≠ geen")]


@pytest.mark.parametrize("said", ["(geen )", "<FEFF006700650065006E0020>", "()"])
def test_what_a_file_rightly_says_of_its_glyphs_is_no_finding(said: str) -> None:
    """The same words, in whatever encoding, and none, name nothing."""
    found = read(sentence(f"/Span << /ActualText {said} >> BDC", "EMC"))
    assert (found.text, named(found)) == ("De raad heeft geen bezwaar tegen het plan.", [])


def test_a_layer_of_recognised_text_over_a_scan_is_taken_in_and_marked() -> None:
    """An invisible layer on the picture of a page is what text recognition makes."""
    scan = picture(0, 0, 595, 842)
    found = read(scan + text(60, 700, "De raad besluit", before="3 Tr /F1"), with_picture())
    assert (found.text, found.ocr, named(found)) == ("De raad besluit", True, [])


@pytest.mark.parametrize(
    ("content", "ink"),
    [
        (picture(0, 0, 595, 842) + text(60, 700, "niet", before="3 Tr /F1"), False),
        (
            picture(0, 0, 595, 842)
            + text(60, 700, "niet", before="3 Tr /F1")
            + text(60, 400, "Wel zichtbaar"),
            True,
        ),
        (picture(0, 0, 200, 200) + text(60, 100, "niet", before="3 Tr /F1") + text(60, 400, "Wel"), True),
    ],
)
def test_an_invisible_word_is_no_layer_of_recognised_text(content: str, *, ink: bool) -> None:
    """On an even ground, in a page of visible text or on a small picture it is hidden text."""
    found = read(content + text(60, 300, "De raad."), with_picture(ink=ink))
    assert "niet" not in found.text
    assert not found.ocr
    assert ("invisible", "niet") in named(found)


def test_a_glyph_of_no_known_character_is_kept_as_unknown_and_named() -> None:
    """What the file does not say is neither dropped nor guessed."""

    def change(document: pikepdf.Pdf, page: pikepdf.Page) -> None:
        font = document.make_indirect(page.Resources.Font.F2)
        font.Encoding = pikepdf.Dictionary(
            Type=Name.Encoding, BaseEncoding=Name.WinAnsiEncoding, Differences=Array([98, Name("/gxyz")])
        )

    found = read(text(72, 700, "De abt") + text(72, 600, "De abt", before="/F2"), change)
    assert found.text.startswith("De abt")
    assert found.text.endswith("De a\ufffdt")
    assert named(found) == [("unsupported", "a\ufffdt")]


def test_a_picture_in_which_words_can_stand_is_named() -> None:
    """Words in pictures are not read, and the page of the picture is told."""
    found = read(text(60, 700, "Zie de kaart.") + picture(60, 200, 400, 300), with_picture())
    assert named(found) == [("image", "p. 1")]


def test_a_character_drawn_twice_for_bold_counts_once() -> None:
    """A shadow a hair away is the same letter, also where the file draws it much later."""
    found = read(text(72, 700, "Vet") + text(72, 600, "Anders") + text(72.3, 700, "Vet"))
    assert found.text.split() == ["Vet", "Anders"]


def test_a_pdf_without_text_names_the_tool_that_makes_some() -> None:
    """A scan is refused with advice."""
    outcome = extract(pdf([[]]), "x.pdf")
    assert [one.code for one in outcome.diagnostics] == ["document-scan"]


def field(name: str, kind: str, **more: object) -> dict[str, object]:
    """Return a field of a form at the right of the line at 700."""
    where = {"Rect": Array([200, 696, 500, 714]), "F": 4, "T": name, "FT": Name(f"/{kind}")}
    return {"Subtype": Name.Widget, **where, **more}


def test_the_value_of_a_field_stands_where_the_form_shows_it() -> None:
    """What is filled in is text, on the line of its label."""
    found = read(
        text(60, 700, "Bedrag in euro:"), with_annotations(field("b", "Tx", V="1.250"), shown="1.250")
    )
    assert found.text.split() == ["Bedrag", "in", "euro:", "1.250"]


def test_a_field_that_the_file_does_not_draw_is_read_or_named() -> None:
    """A value without an appearance is not lost."""
    found = read(text(60, 700, "Bedrag:"), with_annotations(field("b", "Tx", V="1.250", DA="/F1 11 Tf 0 g")))
    assert "1.250" in found.text or ("form", "1.250") in named(found)


@pytest.mark.parametrize(("state", "mark"), [("/Yes", "☒"), ("/Off", "☐")])
def test_a_tick_box_says_whether_it_is_ticked(state: str, mark: str) -> None:
    """A tick is a character, and so is its absence."""

    def change(document: pikepdf.Pdf, page: pikepdf.Page) -> None:
        looks = {}
        for name, drawing in (("/Yes", text(2, 2, "4", before="/Z")), ("/Off", "")):
            form = document.make_stream(drawing.encode())
            form.Type, form.Subtype, form.BBox = Name.XObject, Name.Form, Array([0, 0, 14, 14])
            form.Resources = pikepdf.Dictionary(Font=page.Resources.Font)
            looks[name] = form
        tick = field(
            "t", "Btn", AS=Name(state), V=Name(state), AP=pikepdf.Dictionary(N=pikepdf.Dictionary(looks))
        )
        tick["Rect"] = Array([60, 697, 74, 711])
        with_annotations(tick)(document, page)

    found = read(text(80, 700, "Ik ga akkoord"), change)
    assert found.text == f"{mark} Ik ga akkoord"


def test_a_box_laid_upon_words_hides_them() -> None:
    """A name under an annotation that is drawn over it is as covered as one under a box of the page."""

    def change(document: pikepdf.Pdf, page: pikepdf.Page) -> None:
        bar = document.make_stream(b"0 g 0 0 100 20 re f")
        bar.Type, bar.Subtype, bar.BBox = Name.XObject, Name.Form, Array([0, 0, 100, 20])
        rectangle = Array([195, 694, 295, 714])
        square = {"Subtype": Name.Square, "Rect": rectangle, "F": 4, "AP": pikepdf.Dictionary(N=bar)}
        with_annotations(square)(document, page)

    found = read(text(60, 700, "De aanvrager is") + text(200, 700, "Jan Quispel"), change)
    assert (found.text, named(found)) == ("De aanvrager is", [("covered", "Jan Quispel")])


def test_shown_notes_are_text_and_comments_are_named() -> None:
    """Words laid upon the page are read; a comment that opens when it is pressed is not part of it."""
    shown = {"Subtype": Name.FreeText, "Rect": Array([60, 500, 360, 520]), "F": 4, "Contents": "Vrij woord"}
    found = read(text(60, 700, "De raad."), with_annotations(shown, shown="Vrij woord"))
    assert found.text.split() == ["De", "raad.", "Vrij", "woord"]
    comment = {"Subtype": Name.Text, "Rect": Array([60, 500, 80, 520]), "F": 4, "Contents": "Klopt dit?"}
    hidden = {"Subtype": Name.FreeText, "Rect": Array([60, 500, 360, 520]), "F": 2, "Contents": "Weg ermee"}
    found = read(text(60, 700, "De raad."), with_annotations(comment, hidden, shown="Weg ermee"))
    assert found.text == "De raad."
    assert named(found) == [("comment", "Klopt dit?"), ("hidden", "Weg ermee")]


LINE = text(72, 700, "De raad is niet akkoord.", 12)


@pytest.mark.parametrize(
    "line",
    [
        "0.8 w 129 704 m 149 704 l S\n",
        "129 703.6 21 0.8 re f\n",
        "1 0 0 RG 1.2 w 129 703 m 150 703 l S\n",
    ],
)
def test_words_that_a_line_strikes_out_are_a_choice(line: str) -> None:
    """Struck words are one of two versions; the author chooses, as in any other document."""
    with pytest.raises(ExtractionError, match="document-two-versions") as refused:
        read(LINE + line)
    assert any("[-niet-]" in one for one in refused.value.differences)
    data = drawn(LINE + line)
    accepted, rejected = read_pdf(data, "accept"), read_pdf(data, "reject")
    assert accepted.text == "De raad is akkoord."
    assert accepted.left_out == [("struck", "niet")]
    assert (rejected.text, rejected.left_out) == ("De raad is niet akkoord.", [])
    assert (accepted.choices, rejected.choices) == ({"changes": "accepted"}, {"changes": "rejected"})


def test_words_that_an_annotation_strikes_out_are_a_choice_too() -> None:
    """Many programs lay the line upon the page."""
    quads = Array([125, 714, 148, 714, 125, 697, 148, 697])
    with pytest.raises(ExtractionError, match="document-two-versions"):
        read(
            LINE,
            with_annotations({"Subtype": Name.StrikeOut, "Rect": [125, 697, 148, 714], "QuadPoints": quads}),
        )


@pytest.mark.parametrize(
    "line",
    [
        "0.8 w 129 698.5 m 149 698.5 l S\n",
        "0.8 w 129 711 m 149 711 l S\n",
        "0.5 w 20 704 m 575 704 l S\n",
        "129 697 21 14 re S\n",
        "0.8 w 300 704 m 340 704 l S\n",
        "0.6 w 130 704 m 136 704 l S\n",
    ],
)
def test_other_lines_strike_nothing_out(line: str) -> None:
    """Below or above words, across the page, around a word, beside them, or through one letter."""
    found = read(LINE + line)
    assert (found.text, named(found)) == ("De raad is niet akkoord.", [])


def test_a_word_upon_an_unseen_one_keeps_all_its_letters() -> None:
    """Where a box covers words and others stand upon it, no letter is lost that both have in one place."""
    found = read(text(72, 700, "wel") + box(70, 697, 24, 13, "1 g") + "0 g " + text(72, 700, "niet"))
    assert (found.text, named(found)) == ("niet", [("covered", "wel")])


def test_words_below_which_an_unseen_layer_says_the_same_are_text() -> None:
    """A layer for searching that was drawn first takes nothing from what is seen."""
    found = read(
        text(72, 700, "De raad besluit.", before="3 Tr /F1") + "0 Tr " + text(72, 700, "De raad besluit.")
    )
    assert found.text == "De raad besluit."


def to_unicode(pairs: str) -> bytes:
    """Make a map for text that says these codes stand for these characters."""
    lines = "".join(f"<{ord(pairs[at]):02X}> <{ord(pairs[at + 1]):04X}>\n" for at in range(0, len(pairs), 2))
    return f"begincmap {len(pairs) // 2} beginbfchar\n{lines}endbfchar endcmap".encode()


def test_a_map_that_says_other_figures_than_are_drawn_is_named() -> None:
    """A reader sees three where the file says eight; the text has what is seen."""

    def lie(document: pikepdf.Pdf, page: pikepdf.Page) -> None:
        page.Resources.Font.F1.ToUnicode = document.make_stream(to_unicode("38eeuurroo  "))

    found = read(text(72, 700, "33 euro"), lie)
    assert (found.text, named(found)) == ("33 euro", [("actual-text", "8 ≠ 3")])


def test_a_map_is_held_against_the_typeface_that_is_in_the_file() -> None:
    """Its table for Unicode tells which glyph draws which letter."""
    data = HTML(string="<p style='font-family:brief-text,serif'>Het plan is niet klaar.").write_pdf()
    with pikepdf.open(io.BytesIO(data)) as document:
        (font,) = [
            one for one in document.objects if isinstance(one, pikepdf.Dictionary) and "/ToUnicode" in one
        ]
        said = font.ToUnicode.read_bytes()
        font.ToUnicode = document.make_stream(said.replace(b"<0070>", b"<0062>"))
        written = io.BytesIO()
        document.save(written)
    honest, forged = read_pdf(data), read_pdf(written.getvalue())
    assert honest.left_out == []
    assert forged.text == honest.text == "Het plan is niet klaar."
    assert forged.left_out == [("actual-text", "b ≠ p")]


def test_small_capitals_and_ligatures_are_no_lies() -> None:
    """The same letters in another form are the same letters."""
    data = HTML(string="<p style='font-variant:small-caps'>Gemeente <p>financiële affiches, 3 m²").write_pdf()
    assert read_pdf(data).left_out == []


def test_a_glyph_of_two_letters_moves_no_other() -> None:
    """A map that gives a code the letters f and i says of all its other codes what it said without."""
    said = "Het plan is niet klaar, zei hij."
    data = HTML(string=f"<p>{said}").write_pdf()
    with pikepdf.open(io.BytesIO(data)) as document:
        for one in document.objects:
            if isinstance(one, pikepdf.Dictionary) and "/ToUnicode" in one:
                said_of = one.ToUnicode.read_bytes()
                count = int(re.findall(rb"(\d+) beginbfchar", said_of)[0])
                more = b"%d beginbfchar\n<0fff> <00660069>" % (count + 1)
                one.ToUnicode = document.make_stream(re.sub(rb"\d+ beginbfchar", more, said_of))
        written = io.BytesIO()
        document.save(written)
    read_back = read_pdf(written.getvalue())
    assert (read_back.text, read_back.left_out) == (said, [])
