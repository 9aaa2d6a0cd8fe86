"""The letters that a PDF draws, held against the typefaces that they come from."""

import io

import fontpkg
import pikepdf
from fontTools.ttLib import TTFont

from bronbrief.verify.letterforms import Shapes, compare_letterforms
from bronbrief.verify.reading import Node, read_pages, read_tree, trees_of
from support.forgery import before_all, draw_other, quoted_glyphs, say_other, texts_of
from support.published import published_small
from support.workspaces import BRIEF


def _pdf() -> bytes:
    return (published_small() / "build" / BRIEF / f"{BRIEF}.pdf").read_bytes()


def _false(data: bytes) -> tuple[str, ...]:
    with pikepdf.open(io.BytesIO(data)) as pdf:
        return compare_letterforms(pdf).false


def test_a_file_that_draws_what_it_says_has_no_false_letters() -> None:
    """Every glyph of every typeface is found in the installed one, ligatures and spaces included."""
    with pikepdf.open(io.BytesIO(_pdf())) as pdf:
        found = compare_letterforms(pdf)
    assert (found.false, found.unknown) == ((), ())


def test_joined_letters_are_known_by_what_they_are_joined_from() -> None:
    """A ligature is one of its letters and of no others, also in a typeface that names no glyph."""
    path = next(one.path for one in fontpkg.families()["ibm-plex-serif"].files if one.weight == 400)
    nameless = io.BytesIO()
    with TTFont(path) as font:
        font["post"].formatType = 3.0
        font.save(nameless)
        joined = Shapes(font).outline(font.getBestCmap()[ord("ﬁ")])
    shapes = Shapes(TTFont(nameless))
    shapes.cmap = {code: name for code, name in shapes.cmap.items() if chr(code) not in "ﬁﬂ"}
    assert "f_i" not in shapes.order
    assert shapes.draws("fi", joined)
    assert not shapes.draws("fl", joined)


def test_a_letter_that_is_said_to_be_another_is_named() -> None:
    """A map that gives a glyph another letter is seen by the shape, capitals and accents too."""
    pdf = _pdf()
    glyph = next(one for one in quoted_glyphs(pdf) if texts_of(pdf, one)[one.code] == "n")
    for other in ("m", "N", "ñ", "п", " ", "en"):
        assert _false(say_other(pdf, glyph, other)) == (f"“{other}”",)


def test_a_typeface_that_is_not_installed_is_named() -> None:
    """Where there is nothing to compare with, that is said."""
    data = _pdf()
    with pikepdf.open(io.BytesIO(data)) as pdf:
        font = next(
            one for one in pdf.objects if isinstance(one, pikepdf.Dictionary) and "/DescendantFonts" in one
        )
        del font.DescendantFonts[0].FontDescriptor.FontFile2
        found = compare_letterforms(pdf)
    assert len(found.unknown) == 1


def _drawn(data: bytes) -> Node:
    with pikepdf.open(io.BytesIO(data)) as pdf:
        return trees_of(pdf, read_pages(pdf))[1]


def _quoted(tree: Node) -> list[str]:
    return [node.text for node in tree.walk() if node.type in ("BlockQuote", "Quote")]


def test_what_is_drawn_is_read_without_what_is_said_of_it() -> None:
    """Read as painted, a page gives the glyphs that it draws, and nothing for what it does not draw."""
    pdf = _pdf()
    assert _quoted(_drawn(pdf)) == _quoted(read_tree(pdf))
    glyph = quoted_glyphs(pdf)[0]
    texts = texts_of(pdf, glyph)
    other = next(code for code, text in texts.items() if text in {"x", "e"})
    assert _quoted(_drawn(draw_other(pdf, glyph, other)))[0].startswith(texts[other])
    assert not any(_quoted(_drawn(before_all(pdf, b"3 Tr"))))
