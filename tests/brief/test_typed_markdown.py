"""Markdown as people type it: no letter or digit that the author typed is lost, added or moved."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

import pytest
import tinyhtml5
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from bronbrief.brief.markdown import parse
from support.tools import sized

WORDS = ["dijk", "Brest", "één", "x2", "₂", "3", "1990", "2,50", "snake_case_naam", "3*4", "2 * 3 * 4", "<10"]
MARKS = [
    "*",
    "**",
    "***",
    "_",
    "__",
    "~~",
    "`",
    "\\",
    "\\*",
    "(",
    ")",
    "[",
    "]",
    "|",
    "&",
    "#",
    "!",
    "-",
    "+",
    "=",
]
STARTS = ["", "- ", "+ ", "* ", "2. ", "3) ", "17. ", "1990. ", "> ", "### ", "#", "-", "5.", "| "]
INDENTS = ["", " ", "  ", "   ", "    ", "      ", "\t"]
ENDS = ["", "  ", "\\", ":", "*", "**"]

line = st.builds(
    lambda indent, start, words, end: indent + start + words + end,
    st.sampled_from(INDENTS),
    st.sampled_from(STARTS),
    st.lists(st.sampled_from([*WORDS, *MARKS, " ", " ", " "]), min_size=1, max_size=7).map("".join),
    st.sampled_from(ENDS),
)
TABLE = "| post | 2024 |\n|---|--:|\n| dijk | 12 |"
prose = st.lists(
    st.one_of(line, line, st.just(""), st.just(TABLE), st.just("---")), min_size=1, max_size=7
).map("\n".join)


def letters(text: str) -> str:
    """Return the letters and digits of a text."""
    return "".join(filter(str.isalnum, text))


def printed(node: Element) -> Iterator[str]:
    """Yield what a reader sees of an element: its words, and the numbers of its lists."""
    yield node.text or ""
    number = int(node.get("start", "1"))
    for child in node:
        if node.tag == "ol":
            number = int(child.get("value", number))
            yield f"{number} "
            number += 1
        yield from printed(child)
        yield child.tail or ""


def shown(text: str) -> str:
    """Return what is printed of a Markdown text."""
    made = "".join(piece for piece in parse(text, 2).pieces if isinstance(piece, str))
    return "".join(printed(tinyhtml5.parse(made, namespace_html_elements=False)))


@settings(deadline=None, max_examples=sized(300, 75))
@given(prose)
@example("*](`**3*4")
@example("1. een\n2) twee\n1990. Toen")
def test_no_letter_is_lost_or_moved(text: str) -> None:
    """The letters and digits of any prose are printed, all of them, in the order in which they were typed."""
    parsed = parse(text, 2)
    assume(
        not {fault.code for fault in parsed.faults}
        & {"markdown-table-ragged", "markdown-too-complex", "link-refused"}
    )

    assert letters(shown(text)) == letters(text)


READ = r"""
- een\n  - twee\n   - drie\n- vier
<ul><li>een<ul><li>twee</li><li>drie</li></ul></li><li>vier</li></ul>
1. een\n   - twee\n2. drie
<ol><li>een<ul><li>twee</li></ul></li><li>drie</li></ol>
Zo:\n- een\n- twee
<p>Zo:</p><ul><li>een</li><li>twee</li></ul>
1) een\n2) twee
<ol><li>een</li><li>twee</li></ol>
3. een\n5. twee\n6. drie
<ol start="3"><li>een</li><li value="5">twee</li><li>drie</li></ol>
1. een\n1. twee
<ol><li>een</li><li>twee</li></ol>
1. een\n\n   - twee\n2. drie
<ol><li><p>een</p><ul><li>twee</li></ul></li><li><p>drie</p></li></ol>
1990. Toen begon het.
<p>1990. Toen begon het.</p>
Het begon op\n12. mei en was\n- zo heet het -\nlang.
<p>Het begon op12. mei en was- zo heet het -lang.</p>
3*4*5 en 2 * 3 * 4
<p>3*4*5 en 2 * 3 * 4</p>
***een*** en *twee **drie***
<p><strong><em>een</em></strong> en <em>twee <strong>drie</strong></em></p>
**een *twee***
<p><strong>een <em>twee</em></strong></p>
*een **twee* drie**
<p>*een <strong>twee* drie</strong></p>
een_naam_met lijnen en _nadruk_
<p>een_naam_met lijnen en <em>nadruk</em></p>
#brug\n\n####### brug
<p>#brug</p><p>####### brug</p>
een  \ntwee\\ndrie
<p>een<br>twee<br>drie</p>
""".strip().splitlines()


@pytest.mark.parametrize(("text", "made"), list(zip(READ[::2], READ[1::2], strict=True)))
def test_people_type_it_so(text: str, made: str) -> None:
    """Lists, numbers, emphasis and headings are read as people mean them, however they are laid out."""
    pieces = parse(text.replace(r"\n", "\n"), 2).pieces

    assert "".join(map(str, pieces)).replace("\n", "") == made


def test_a_table_stands_right_below_a_line() -> None:
    """A table needs no empty line around it."""
    made = str(parse(f"Kosten:\n{TABLE}\nErna.", 2).pieces[0])

    assert "<p>Kosten:</p>" in made
    assert made.count("<tr>") == 2
    assert "<p>Erna.</p>" in made
