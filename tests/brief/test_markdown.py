"""Markdown becomes sanitised HTML; what may not stand there is found at its place."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bronbrief.brief.markdown import fill, parse
from bronbrief.brief.model import Prose
from bronbrief.brief.references import Reference
from support.tools import sized


def html(text: str, level: int | None = 2) -> str:
    """Return the HTML of a text, with each reference shown in braces."""
    parsed = parse(text, level)
    shown = []
    for piece in parsed.pieces:
        if isinstance(piece, Reference):
            shown.append(f"<<{piece.literal}>>")
        else:
            made = fill(piece, parsed.references, lambda one: Prose("{" + one.literal + "}", "R"))
            shown.append(made.html)
    return "\n".join(shown)


def faults(text: str, level: int | None = 2) -> list[tuple[str, str]]:
    """Return the codes of a text's faults, each with the characters that it points at."""
    return [(fault.code, text[fault.start : fault.end]) for fault in parse(text, level).faults]


@pytest.mark.parametrize(
    ("text", "typed"),
    [
        ("> Zo staat het er.", "> Zo staat het er."),
        ("Eerst dit.\n\n> Dan\n> dat.\n", "> Dan"),
        ("  > a", "  > a"),
    ],
)
def test_a_typed_quotation_is_refused(text: str, typed: str) -> None:
    """What looks like a quotation was cut from a source, or it does not print."""
    assert ("quotation-typed", typed) in faults(text)
    assert "<blockquote" not in html(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("*a* **b** `c`", "<p><em>a</em> <strong>b</strong> <code>c</code></p>"),
        ("een\n\ntwee", "<p>een</p>\n<p>twee</p>"),
        ("- een\n- twee", "<ul>\n<li>een</li>\n<li>twee</li>\n</ul>"),
        ("### Kop", "<h3>Kop</h3>"),
        ("[tekst](https://brug.nl/a?b=1&c)", '<p><a href="https://brug.nl/a?b=1&amp;c">tekst</a></p>'),
        ("    ingesprongen", "<p>ingesprongen</p>"),
    ],
)
def test_markdown_is_written(text: str, expected: str) -> None:
    """Emphasis, paragraphs, lists, headings and links work as authors expect."""
    assert html(text) == expected


def test_table_heads_have_a_scope() -> None:
    """A table's heads say that they head a column, which screen readers need."""
    assert html("| a | b |\n|---|---|\n| 1 | 2 |").count('<th scope="col">') == 2


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Dit is **niet af.", [("markdown-mark-left", "**")]),
        ("**Eerst** dit, dan ** dat**.", [("markdown-mark-left", "**"), ("markdown-mark-left", "**")]),
        ("Dit is *niet af.", [("markdown-mark-left", "*")]),
        ("Het is ~~oud~~ nieuw.", [("markdown-strike", "~~oud~~")]),
        ("- een **punt\n- nog een", [("markdown-mark-left", "**")]),
        ("**Alles** is *goed*, en `a ** b` ook.", []),
        (r"Twee sterren: \*\*, en 2**8 of 3 * 4.", []),
        ("Zie noot*, en bestand _defaults.yaml, ~100 m.", []),
    ],
)
def test_marks_that_would_print_are_found(text: str, left: list[tuple[str, str]]) -> None:
    """Emphasis without its other end, and what other Markdown has, is found where it stands; a sum is not."""
    assert faults(text) == left


def test_columns_stand_where_the_author_sets_them() -> None:
    """Colons in the line of dashes set a column to the right or in the middle, head and cells alike."""
    made = html("| Post | Euro | Jaar |\n|:---|---:|:---:|\n| Brug | 1.250 | 2026 |")
    assert '<th scope="col">Post</th>' in made
    assert re.findall(r'<th class="(.*?)" scope="col">(.*?)<', made) == [
        ("right", "Euro"),
        ("center", "Jaar"),
    ]
    assert re.findall(r'<td class="(.*?)">(.*?)<', made) == [("right", "1.250"), ("center", "2026")]


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "<![",
        "<![CDATA[ x",
        "<?php x",
        "<!-- x",
        "a <b onclick='x'>vet</b>",
        "</p></div>",
    ],
)
def test_html_prints_as_it_stands(text: str) -> None:
    """HTML in the author's text is text: nothing of it becomes an element, and nothing crashes."""
    shown = html(text)

    assert "<" not in shown.removeprefix("<p>").removesuffix("</p>")
    assert parse(text, 2).faults or "<![" in text or "<?" in text


@pytest.mark.parametrize("level", [2, None])
def test_reference_in_code_stays_text(level: int | None) -> None:
    """A reference in a code span is shown, not followed."""
    assert "<code>[@a] &lt;b&gt; ![[c]]</code>" in html("`[@a] <b> ![[c]]` x", level)


def test_quotation_alone_is_set_off() -> None:
    """`![[id]]` alone in a paragraph splits the text; in a sentence, list or quotation it does not."""
    assert html("Zo:\n\n![[a]]\n\nEn ![[b]] zo.\n\n- ![[c]]") == (
        "<p>Zo:</p>\n<<![[a]]>>\n<p>En {![[b]]} zo.</p>\n<ul>\n<li>{![[c]]}</li>\n</ul>"
    )


def test_quotations_on_lines_of_their_own_are_set_off() -> None:
    """Two quotations under each other, without text, are two quotations set off."""
    assert html("![[a]]\n![[b]]") == "<<![[a]]>>\n<<![[b]]>>"


def test_phrase_sets_nothing_off() -> None:
    """Within a line or cell a quotation stands in its sentence, and a single paragraph loses its tags."""
    assert html("![[a]]", None) == "{![[a]]}"
    assert html("een *twee*", None) == "een <em>twee</em>"
    assert html("een\n\ntwee", None) == "<p>een</p>\n<p>twee</p>"


def test_call_stands_against_its_word() -> None:
    """White space before a citation goes; before a quotation it stays."""
    assert html("woord [@a]. En\n[@b] ![[c]]", None) == "woord{[@a]}. En{[@b]} {![[c]]}"


def test_plain_text_has_no_markup() -> None:
    """The plain form holds the words and the quotations, without tags or entities."""
    parsed = parse("Kaas & *worst* < brood [@a] ![[b]]", None)
    (piece,) = parsed.pieces
    assert isinstance(piece, str)

    made = fill(piece, parsed.references, lambda one: Prose("<x>", "‘q’" if one.literal[0] == "!" else ""))

    assert made.plain == "Kaas & worst < brood ‘q’"


@pytest.mark.parametrize(
    ("text", "code", "pointed"),
    [
        ("a\n\n## kop\n\nb", "heading-level-skipped", "## kop"),
        ("### een\n\n##### twee", "heading-level-skipped", "##### twee"),
        ("[hier](javascript:alert)", "link-refused", "hier"),
        ("[hier](brug.html)", "link-refused", "hier"),
        ("[hier](http://[)", "link-refused", "hier"),
        ("[hier](https:brug)", "link-refused", "hier"),
        ("[hier](file:///etc/passwd)", "link-refused", "hier"),
        ("Zie <https://brug.nl>.", "link-text-bare", "https://brug.nl"),
        ("[www.brug.nl](https://brug.nl)", "link-text-bare", "www.brug.nl"),
        ("[](https://brug.nl)", "link-text-missing", "[](https://brug.nl)"),
        ("x [zie [@a]](https://brug.nl)", "citation-in-link", "zie [@a]"),
        ("a | b\n--|--\n1 | 2 | 3", "markdown-table-ragged", "1 | 2 | 3"),
        ("| a | b |\n|---|---|\n| 1 |", "markdown-table-ragged", "| 1 |"),
        ("een <br> twee", "markdown-html", "<br>"),
        ("[" * 30, "markdown-too-complex", "["),
        ("Zie noot[^1].", "markdown-footnote", "[^1]"),
        ("Tekst\n\n-een\n-twee", "markdown-dash-space", "-een"),
        ("- een\n-twee", "markdown-dash-space", "-twee"),
        ("Tekst\n\n• een\n• twee", "markdown-bullet", "•"),
        ("– een\n– twee", "markdown-bullet", "–"),
        ("\uf0b7 een", "markdown-bullet", "\uf0b7"),
        ("| Post | Jaar |\n| Reizen | vier |", "markdown-table-rule", "| Post | Jaar |"),
        (
            "| Post | Jaar |\n| Reizen | vier |\n| --- | --- |",
            "markdown-table-in-text",
            "| Post | Jaar |",
        ),
        ("Post\tJaar\nReizen\tvier", "markdown-table-tabs", "Post\tJaar\nReizen\tvier"),
        ("|  | b |\n|---|---|\n| 1 | 2 |", "markdown-head-empty", "|  | b |"),
        ("Tekst\n![[a]]\n\nMeer", "quotation-not-apart", "![[a]]"),
        ("Met *nadruk*\n![[a]]\nen meer", "quotation-not-apart", "![[a]]"),
    ],
)
def test_fault_is_found_at_its_place(text: str, code: str, pointed: str) -> None:
    """Each fault has its code, and points at the author's own characters."""
    assert faults(text) == [(code, pointed)]


def test_faults_after_references_keep_their_place() -> None:
    """References before a fault do not shift it."""
    text = "Eerst [@a; @b] en ![[c]].\n\n# kop"

    assert faults(text, None) == [("markdown-heading-not-here", "# kop")]


@pytest.mark.parametrize(
    "text",
    [
        "### een\n\n#### twee\n\n### drie",
        "a | b\n--|--\n1 | `x|y`\n\nlos | woord",
        r"a | b" + "\n--|--\n" + r"1 | x \| y",
        "[tekst](https://brug.nl) [naar](#deel-brug) [post](mailto:a@brug.nl)",
        "3 < 4 en <5>",
        "Tekst:\n\n- een\n  en meer\n- twee\n\n### kop\n- drie",
        "Het was\n- zo zei hij - te laat, op\n12. mei",
        r"\-een, -5 graden" + "\n\n-5 graden",
        "`[^1]` en een paar: ![[a]]\n\n![[a]]\n![[b]]\n\n### kop\n![[a]]",
    ],
)
def test_sound_text_has_no_faults(text: str) -> None:
    """What is right is not reported."""
    assert faults(text) == []


def test_internal_links_are_kept_for_checking() -> None:
    """A link within the brief is noted, with the place of its words."""
    (link,) = parse("Zie [hier](#deel-brug).", 2).links

    assert (link.anchor, link.start, link.end) == ("deel-brug", 5, 9)


@settings(deadline=None, max_examples=sized(300, 75))
@given(st.text(alphabet="[]()!@*_`#|<>&-\\ \n\tax1;,:/\x02\x03\ufdd0\ufdd1", max_size=60))
def test_no_text_breaks_the_reading(text: str) -> None:
    """No text crashes the reading, leaves a token behind, or lets an element through that is not allowed."""
    for level in (2, None):
        shown = html(text, level)
        assert not set(shown) & {"\ufdd0", "\ufdd1", "\ufdd2"}
        assert "<script" not in shown
        assert "<img" not in shown


@pytest.mark.parametrize("piece", ["[", "[a](", "[a](<", "[@", "`", "![a"])
def test_text_that_would_take_too_long_is_refused(piece: str) -> None:
    """Brackets and backticks that pile up are refused before the library reads them."""
    parsed = parse((piece * 100_000)[:100_000], 2)

    assert [fault.code for fault in parsed.faults] == ["markdown-too-complex"]
    assert parsed.pieces == ()


def test_long_sound_text_is_read() -> None:
    """Many links and citations in many paragraphs are no reason to refuse a text."""
    text = "Zie [de brug](https://brug.nl) (en meer) [@a].\n\n" * 200

    assert parse(text, 2).faults == ()


@pytest.mark.parametrize("before", ["1. een\n2. twee\n\n| a | b |\n|---|---|\n| `c` | d |", "> " * 400 + "x"])
def test_a_text_leaves_nothing_behind_in_the_next(before: str) -> None:
    """What was read before, whole or broken off, changes nothing of what a text becomes."""
    text = "Een *tekst* met `code` en [een adres](https://example.org).\n\n- een\n- twee"
    alone = html(text)
    parse(before, 2)
    assert html(text) == alone
    assert html(text, 3) == alone
