"""`intake/word/numbering.py`: numbers stand before paragraphs as Word computes them, or not at all."""

import pytest

from bronbrief.intake.numerals import format_number
from bronbrief.intake.word.document import read_word
from support.documents import para, run, word


def level(at: int, text: str, form: str = "decimal", start: int = 1, more: str = "") -> str:
    """Make a level of a list."""
    return (
        f'<w:lvl w:ilvl="{at}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/>{more}'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


def definition(name: int, *levels: str, more: str = "") -> str:
    """Make a definition of lists."""
    return f'<w:abstractNum w:abstractNumId="{name}">{more}{"".join(levels)}</w:abstractNum>'


def listed(name: int, of: int, overrides: str = "") -> str:
    """Make a list that counts with a definition."""
    return f'<w:num w:numId="{name}"><w:abstractNumId w:val="{of}"/>{overrides}</w:num>'


def item(name: int, at: int = 0, text: str = "x", more: str = "") -> str:
    """Make a paragraph in a list."""
    numbered = f'<w:numPr><w:ilvl w:val="{at}"/><w:numId w:val="{name}"/></w:numPr>'
    return para(text, properties=f"{numbered}{more}")


def lines(body: str, numbering: str, styles: str = "", changes: str = "") -> list[str]:
    """Return the blocks of a document, all of whose letters are accounted for."""
    parts: dict[str, bytes | str] = {"word/numbering.xml": numbering, "word/styles.xml": styles}
    answer = read_word(word(body, parts=parts), changes)
    assert answer.unaccounted == []
    return answer.text.rstrip("\n").split("\n\n")


LEGAL = definition(0, level(0, "Artikel %1"), level(1, "%1.%2"), level(2, "%3)", "lowerLetter"))


def test_levels_count_and_begin_anew_below_the_one_above() -> None:
    """Each level begins anew after one above it, and shows the numbers of those above."""
    body = "".join(item(1, at) for at in (0, 1, 1, 2, 2, 1, 2, 0, 1))
    expected = ["Artikel 1 x", "1.1 x", "1.2 x", "a) x", "b) x", "1.3 x", "a) x", "Artikel 2 x", "2.1 x"]
    assert lines(body, LEGAL + listed(1, 0)) == expected


def test_a_list_goes_on_after_text_and_under_another_id() -> None:
    """A list that is resumed does not begin anew, nor does another one of its definition."""
    body = item(1) + item(1) + para("Tussen.") + item(1) + item(2)
    numbering = definition(0, level(0, "%1.")) + listed(1, 0) + listed(2, 0)
    assert lines(body, numbering) == ["1. x", "2. x", "Tussen.", "3. x", "4. x"]


def test_a_list_begins_where_it_says() -> None:
    """A start of its own holds once, at the first paragraph; so does one of its definition."""
    anew = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="7"/></w:lvlOverride>'
    numbering = definition(0, level(0, "%1.", start=3)) + listed(1, 0) + listed(2, 0, anew)
    body = item(1) + item(2) + item(2) + item(1)
    assert lines(body, numbering) == ["3. x", "7. x", "8. x", "9. x"]


def test_a_list_may_write_a_level_its_own_way() -> None:
    """A level that a list sets anew is written so in that list only."""
    own = f'<w:lvlOverride w:ilvl="0">{level(0, "§ %1", "upperRoman")}</w:lvlOverride>'
    numbering = definition(0, level(0, "%1.")) + listed(1, 0) + listed(2, 0, own)
    assert lines(item(1) + item(2), numbering) == ["1. x", "§ II x"]


@pytest.mark.parametrize(("restart", "last"), [(0, "c. x"), (1, "a. x")])
def test_a_level_begins_anew_only_where_it_should(restart: int, last: str) -> None:
    """A level may count on through the ones above it."""
    deep = level(1, "%2.", "lowerLetter", more=f'<w:lvlRestart w:val="{restart}"/>')
    numbering = definition(0, level(0, "%1."), deep) + listed(1, 0)
    assert lines("".join(item(1, at) for at in (0, 1, 1, 0, 1)), numbering)[-1] == last


def test_a_style_may_number() -> None:
    """Headings get the number of the level that is theirs, and a paragraph may step out of a list."""
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="Kop{at}"><w:name w:val="heading {at}"/>'
        '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        for at in (1, 2)
    )
    linked = [
        level(at - 1, text, more=f'<w:pStyle w:val="Kop{at}"/>') for at, text in ((1, "%1"), (2, "%1.%2"))
    ]
    body = (
        para("Doel", properties='<w:pStyle w:val="Kop1"/>')
        + para("Deel", properties='<w:pStyle w:val="Kop2"/>')
        + item(0, 0, "Zonder", '<w:pStyle w:val="Kop2"/>')
        + para("Slot", properties='<w:pStyle w:val="Kop2"/>')
    )
    assert lines(body, definition(0, *linked) + listed(1, 0), styles) == [
        "# 1 Doel", "## 1.1 Deel", "## Zonder", "## 1.2 Slot",
    ]  # fmt: skip


def test_a_definition_may_stand_in_a_style_of_lists() -> None:
    """A list points to a style, the style to a list that counts."""
    counted = '<w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr>'
    styles = f'<w:style w:type="numbering" w:styleId="L">{counted}</w:style>'
    linked = definition(0, more='<w:numStyleLink w:val="L"/>')
    numbering = linked + definition(1, level(0, "(%1)")) + listed(1, 0) + listed(2, 1)
    assert lines(item(1), numbering, styles) == ["(1) x"]


@pytest.mark.parametrize(
    ("more", "text", "shown"),
    [
        ('<w:suff w:val="nothing"/>', "x", "1.x"),
        ('<w:suff w:val="space"/>', "x", "1. x"),
        ("<w:rPr><w:vanish/></w:rPr>", "x", "x"),
        ("<w:isLgl/>", "x", "1. x"),
    ],
)
def test_what_comes_between_number_and_text(more: str, text: str, shown: str) -> None:
    """A tab, a space or nothing; a number may also be hidden."""
    assert lines(item(1, 0, text), definition(0, level(0, "%1.", more=more)) + listed(1, 0)) == [shown]


def test_a_number_and_a_figure_stay_apart() -> None:
    """A number without a full stop does not join the amount that a paragraph begins with."""
    assert lines(item(1, 0, "000 euro"), definition(0, level(0, "%1")) + listed(1, 0)) == ["1\t000 euro"]


def test_capitals_and_legal_numbers_are_written_as_they_show() -> None:
    """ARTIKEL in capitals, and 1.1 where the level above is written I."""
    capitals = level(0, "Artikel %1", "upperRoman", more="<w:rPr><w:caps/></w:rPr>")
    numbering = definition(0, capitals, level(1, "%1.%2", more="<w:isLgl/>")) + listed(1, 0)
    assert lines(item(1) + item(1, 1), numbering) == ["ARTIKEL I x", "1.1 x"]


def test_a_bullet_is_a_dash_but_a_box_stays_a_box() -> None:
    """Bullets are form; a box that may be ticked says something."""
    fonts = '<w:rPr><w:rFonts w:ascii="Wingdings"/></w:rPr>'
    numbering = definition(
        0, level(0, "\uf0b7", "bullet"), level(1, "\uf0a8", "bullet", more=fonts)
    ) + listed(1, 0)
    assert lines(item(1) + item(1, 1), numbering) == ["- x", "☐ x"]


def test_a_word_that_stands_before_an_item_is_read() -> None:
    """A letter of a font of signs, and one that serves as a ring, are bullets."""
    signs = '<w:rPr><w:rFonts w:ascii="Wingdings"/></w:rPr>'
    levels = (level(0, "Geen", "bullet"), level(1, "o", "bullet"), level(2, "ab", "bullet", more=signs))
    numbering = definition(0, *levels) + listed(1, 0)
    assert lines(item(1) + item(1, 1) + item(1, 2), numbering) == ["Geen x", "- x", "- x"]


def test_a_number_of_a_kind_that_is_not_known_is_not_invented() -> None:
    """Nothing stands before the paragraph, and the kind is named."""
    numbering = definition(0, level(0, "%1.", "ordinalText")) + listed(1, 0)
    answer = read_word(word(item(1), parts={"word/numbering.xml": numbering}))
    assert (answer.text, answer.unaccounted) == ("x\n", [])
    assert answer.left_out == [("unsupported", "ordinalText")]


def test_what_is_not_in_a_version_is_not_counted() -> None:
    """Numbers follow the choice: of paragraphs deleted, inserted, and put in a list."""
    gone = item(1, 0, f"<w:del>{run('weg')}</w:del>", "<w:rPr><w:del/></w:rPr>")
    new = '<w:numPr><w:numId w:val="1"/><w:ins/></w:numPr>'
    body = item(1) + gone + item(1) + para("nieuw", properties=new)
    numbering = definition(0, level(0, "%1.")) + listed(1, 0)
    assert lines(body, numbering, changes="accept") == ["1. x", "2. x", "3. nieuw"]
    assert lines(body, numbering, changes="reject") == ["1. x", "2. weg", "3. x", "nieuw"]


def test_hidden_paragraphs_are_not_counted_and_empty_ones_are() -> None:
    """Who prints the document sees 1, 2, 3."""
    hidden = item(1, 0, run("weg", "<w:vanish/>"), "<w:rPr><w:vanish/></w:rPr>")
    body = item(1) + hidden + item(1, 0, "") + item(1)
    assert lines(body, definition(0, level(0, "%1.")) + listed(1, 0)) == ["1. x", "2.", "3. x"]


@pytest.mark.parametrize(
    ("number", "kind", "shown"),
    [
        (4, "upperRoman", "IV"), (1949, "lowerRoman", "mcmxlix"), (26, "lowerLetter", "z"),
        (28, "upperLetter", "BB"), (7, "decimalZero", "07"), (5, "chicago", "**"), (3, "none", ""),
        (2, "decimalEnclosedCircle", "②"), (0, "decimal", "0"), (0, "upperRoman", None),
        (3, "hindiVowels", None), (9, "numberInDash", "- 9 -"), (2, "hex", "2"),
    ],
)  # fmt: skip
def test_the_forms_of_numbers(number: int, kind: str, shown: str | None) -> None:
    """Figures, letters and Roman numerals as Word writes them."""
    assert format_number(number, kind) == shown


def test_a_form_of_ones_own_has_zeros_before_it() -> None:
    """Word writes "001, 002, 003, ..." for three figures."""
    assert format_number(7, "custom", "001, 002, 003, ...") == "007"
