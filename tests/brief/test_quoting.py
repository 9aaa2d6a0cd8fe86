"""Quotations in a sentence print the source's characters, escaped and nothing else, in real marks."""

import re
from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bronbrief.brief.model import Citation
from bronbrief.brief.quoting import inline_quotation, inline_text, join_calls, note_calls, quotation_marks
from bronbrief.evidence.model import Excerpt, Mark, Segment, Verdict

HOSTILE = "<script>alert(1)</script> [@x] *a* {{ 7*7 }} ![[b]] &amp; </q>"


def excerpt(*segments: Segment, lang: str = "nl") -> Excerpt:
    """Return an excerpt of one paragraph."""
    return Excerpt("brug", "krant", Verdict.EXACT, (), (), (segments,), lang)


def words(html: str) -> str:
    """Return the text that a browser shows of some HTML."""
    return unescape(re.sub(r"<[^<>]*>", "", html))


@pytest.mark.parametrize(
    ("text", "marks"),
    [
        ("De brug", "‘’"),
        ("foto's van de brug", "‘’"),
        ("de “brug” is open", "‘’"),
        ("de 'brug' is open", "“”"),
        ("de ‘brug’ is open", "“”"),
        ("'s avonds", "“”"),
    ],
)
def test_marks_alternate(text: str, marks: str) -> None:
    """A quotation that holds single marks stands in double ones; an apostrophe is no mark."""
    assert "".join(quotation_marks(text)) == marks


def test_hostile_text_stays_literal() -> None:
    """What looks like HTML, Markdown, a reference or a template in a source prints as it stands."""
    html = inline_quotation(excerpt(Segment(Mark.TEXT, HOSTILE)), "nl-NL")

    assert words(html) == f"‘{HOSTILE}’"
    assert re.findall(r"</?[a-z]+", html) == ["<q", "</q"]


def test_editing_marks_are_shown() -> None:
    """Omissions, insertions, sic and emphasis print with their signs, as real characters."""
    made = excerpt(
        Segment(Mark.TEXT, "De "),
        Segment(Mark.INSERTION, "oude"),
        Segment(Mark.TEXT, " "),
        Segment(Mark.SIC, "bruch"),
        Segment(Mark.TEXT, " "),
        Segment(Mark.OMISSION),
        Segment(Mark.TEXT, " blijft "),
        Segment(Mark.EMPHASIS, "open"),
    )

    html = inline_quotation(made, "nl-NL")

    assert words(html) == "‘De [oude] bruch [sic] […] blijft open’"
    assert "<em>open</em>" in html


@pytest.mark.parametrize(
    ("lang", "brief", "marked"),
    [("nl", "nl-NL", False), ("nl-BE", "nl-NL", False), ("nl", "en", True), ("en", "nl-NL", True)],
)
def test_another_language_is_marked(lang: str, brief: str, marked: bool) -> None:  # noqa: FBT001
    """A quotation says its language only where it is not the brief's."""
    assert (
        f' lang="{lang}"' in inline_quotation(excerpt(Segment(Mark.TEXT, "x"), lang=lang), brief)
    ) is marked


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"]), min_size=1))
def test_text_of_a_quotation_is_the_excerpt(text: str) -> None:
    """Whatever the source holds, what prints between the marks is exactly that."""
    made = excerpt(Segment(Mark.TEXT, text))
    html = inline_quotation(made, "nl-NL")
    inner = html[html.index(">") + 1 : html.rindex("</q>")]

    assert inner[1:-1].replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&") == text.replace(
        "\n", "\n"
    )
    assert inline_text(made)[1:-1] == text.replace("\n", " ")


def test_calls_are_raised_links() -> None:
    """Calls print their numbers alone, the lowest first, with words for who listens."""
    html = note_calls(
        [Citation(4, "noot-4-ref-1", "noot-4"), Citation(2, "noot-2-ref-3", "noot-2")], {"note": "noot"}
    )

    assert words(html) == "\u00a02, 4"
    assert 'href="#noot-4" id="noot-4-ref-1" aria-label="noot 4"' in html
    assert note_calls([], {"note": "noot"}) == ""


def test_calls_side_by_side_become_one_row() -> None:
    """Two rows of calls with nothing but space between them are one, in ascending order; others stay."""
    labels = {"note": "noot"}
    second, first = (note_calls([Citation(n, f"noot-{n}-ref-1", f"noot-{n}")], labels) for n in (12, 3))

    assert words(join_calls(f"Zo{second} {first}.")) == "Zo\u00a03, 12."
    assert join_calls(f"Zo{second} {first}.").count("<sup") == 1
    apart = f"<p>Zo{second}, en zo{first} verder.</p>"
    assert join_calls(apart) == apart
