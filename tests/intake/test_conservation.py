"""Nothing lost, nothing added: every word of a page is in the text or named as left out, once and in order.

The oracle is lxml, whose parser is another one than those that `add` reads pages with.
"""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html as other_parser

from bronbrief.intake import second_reading
from bronbrief.intake.extractors import EXTRACTORS, ExtractionError
from bronbrief.intake.html import gather, text

# Words that no number, dash or quotation mark of ours can be mistaken for.
WORD = re.compile("α[β-ψ]+ω")
OURS = re.compile(r"[\s\d.#|“”‘’()a-zA-Z^_\-/√]*")
LETTERS = "βγδεζηθικλμνξοπρστυφχψ"
HIDING = ["hidden", "style=display:none", "style=visibility:hidden", "style=font-size:0", "class=weg"]
PLAIN = [
    "",
    "",
    "",
    "class=cookie-bar",
    "role=search",
    "type=a",
    "start=5 reversed",
    "open",
    "aria-hidden=true",
]
TAGS = (
    *("p", "div", "span", "b", "section", "article", "main", "aside", "nav", "header", "footer", "form"),
    *("blockquote", "pre", "h2", "h3", "ul", "ol", "li", "dl", "dt", "dd", "table", "figure", "figcaption"),
    *("details", "summary", "button", "label", "select", "textarea", "sup", "sub", "q", "ins", "small"),
    *("ruby", "a", "svg", "noscript"),
)
SHEET = "<style>.weg{display:none} .cookie-bar{color:red}</style>"


def word(number: int) -> str:
    """Return a word of its own for a number."""
    text = ""
    while number:
        number, at = divmod(number, len(LETTERS))
        text += LETTERS[at]
    return f"α{text}ω"


@st.composite
def pages(draw: st.DrawFn) -> str:
    """Draw a page whose words all differ; its markup is as untidy as pages are."""
    count = 0

    def words() -> str:
        nonlocal count
        count += 1
        return word(count * 31)

    def node(depth: int) -> str:
        tag = draw(st.sampled_from(TAGS))
        given = draw(st.sampled_from([*PLAIN, *HIDING]))
        parts = [words() if draw(st.booleans()) else ""]
        for _ in range(draw(st.integers(0, 3)) if depth < 4 else 0):
            parts += [node(depth + 1), draw(st.sampled_from(["", " ", f" {words()} "]))]
        if tag == "table":
            parts = [f"<tr><td>{words()}</td><td>{''.join(parts)}</td></tr>"]
        if tag in {"select", "textarea", "svg"}:
            inner = {"select": "option", "svg": "text"}.get(tag)
            parts = [f"<{inner}>{words()}</{inner}>" if inner else words()]
        closed = "" if tag in {"p", "li", "dt", "dd"} and draw(st.booleans()) else f"</{tag}>"
        return f"<{tag} {given}>{''.join(parts)}{closed}"

    body = "".join(node(0) for _ in range(draw(st.integers(1, 5))))
    return f"<!doctype html><html><head><title>t</title>{SHEET}</head><body>{body} {words()}</body></html>"


def taken(page: str, suffix: str = ".html", changes: str = "accept") -> tuple[str, list[str], list[str]]:
    """Return the text of a page, what was left out, and what the second reading found missing."""
    answer = EXTRACTORS[suffix](page.encode(), changes)
    return answer.text, [text for _, text in answer.left_out], answer.unaccounted


@given(pages())
def test_every_word_is_in_the_text_or_named_once(page: str) -> None:
    """Whatever the markup: all words of the page are accounted for, and the text has them in order."""
    try:
        text, left_out, lost = taken(page)
    except ExtractionError as refused:
        assert refused.code == "document-login-page"  # noqa: PT017
        return
    there = WORD.findall(
        " ".join(other_parser.document_fromstring(page).xpath("//body//text()[not(parent::style)]"))
    )
    kept = WORD.findall(text)
    assert sorted(kept + WORD.findall(" ".join(left_out))) == sorted(there)
    assert kept == [one for one in there if one in set(kept)]
    assert OURS.fullmatch(WORD.sub("", text))
    assert lost == []


@given(pages())
def test_no_hidden_word_is_in_the_text(page: str) -> None:
    """What stands below an element that is hidden is not in the text, as the other parser sees it."""
    tree = other_parser.document_fromstring(page)
    held = "//*[self::span or self::section or self::div]"  # which this parser nests as browsers do
    hidden = tree.xpath(f"{held}[@hidden or contains(@style,'none') or contains(@class,'weg')]//text()")
    kept = set(WORD.findall(taken(page)[0]))
    assert not kept & set(WORD.findall(" ".join(hidden)))


@given(
    st.lists(
        st.sampled_from(["αβω **αγω**", "~~αδω~~", "[αεω](x)", "`αζω`", "![αηω](y)", "αθω[^1]"]), min_size=1
    )
)
def test_markdown_is_accounted_for_too(parts: list[str]) -> None:
    """Words of links, code, pictures, struck text and notes are in the text or named."""
    page = "\n\n".join(parts) + "\n\n- αιω\n\n| ακω |\n|---|\n| αλω |\n\n[^1]: αμω\n"
    text, left_out, lost = taken(page, ".md")
    assert sorted(WORD.findall(text) + WORD.findall(" ".join(left_out))) == sorted(WORD.findall(page))
    assert lost == []


@pytest.mark.parametrize("data", ["Één\r\nregel\x0c\x0bvan – 5 €.\n", "een \u200b nul", "één\rtwee\x85drie"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-32", "cp1252"])
def test_a_text_is_taken_in_character_by_character(data: str, encoding: str) -> None:
    """However it is encoded, no character goes or comes but a byte order mark."""
    try:
        written = data.encode(encoding)
    except UnicodeEncodeError:
        return
    answer = EXTRACTORS[".txt"](written)
    assert answer.text == data.removeprefix("\ufeff")


def test_the_second_reading_sees_what_the_first_loses(monkeypatch: pytest.MonkeyPatch) -> None:
    """A mistake in the walk that drops or doubles a word is named, and so is a word that it makes up."""
    page = "<p>Het college wil de haven niet sluiten.<p>De raad wel."
    real = gather.join_blocks
    for wrong, named in (
        (lambda text: text.replace("niet ", ""), "Het college wil de haven niet sluiten."),
        (lambda text: text.replace("wel", "wel wel"), "De raad wel."),
        (lambda text: text + "onzin", "z (0 ≠ 1)"),
    ):
        monkeypatch.setattr(text, "join_blocks", lambda *given, wrong=wrong: wrong(real(*given)))
        assert named in taken(page)[2]


def test_the_second_reading_keeps_signs_apart() -> None:
    """A minus or a bar that goes is no white space."""
    texts = ["-5 graden | ", "½"]
    assert second_reading.not_accounted(texts, "-5 graden | ½", [], "") == []
    assert second_reading.not_accounted(texts, "5 graden | ½", [], "")
    assert second_reading.not_accounted(texts, "-5 graden ½", [], "")
