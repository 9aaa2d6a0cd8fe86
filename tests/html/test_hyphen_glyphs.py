"""Other hyphens: drawn as the typeface's own, each by a glyph of its own."""

import io
from pathlib import Path

import fontpkg
import pytest
from fontTools.ttLib import TTFont

from bronbrief.brief.model import HouseStyle
from bronbrief.html.fonts import load_fonts
from bronbrief.html.hyphen_glyphs import has_other_hyphens, with_hyphens


def _file() -> Path:
    family = fontpkg.families()["ibm-plex-serif"]
    return next(Path(file.path) for file in family.files if not file.variable)


def test_each_hyphen_has_a_glyph_of_its_own() -> None:
    """The three look the same, are as wide, and are told apart by their glyphs; the bytes are stable."""
    data = with_hyphens(_file().read_bytes())
    with_hyphens.cache_clear()
    assert data == with_hyphens(_file().read_bytes())
    font = TTFont(io.BytesIO(data))
    names = [font.getBestCmap()[code] for code in (0x2D, 0x2010, 0x2011)]
    assert len(set(names)) == 3
    outlines = [font["glyf"][name].getCoordinates(font["glyf"])[0] for name in names]
    assert outlines[0] == outlines[1] == outlines[2]
    assert len({font["hmtx"][name] for name in names}) == 1
    assert with_hyphens(data) == data


@pytest.mark.parametrize(
    "text", ["e\u2011loket", "Oost\u2010Europa", "\u2713\ufe0f"[1:], "a\u034fb", "a\u00adb", "\u180b"]
)
def test_what_shows_nothing_or_a_hyphen_is_not_lacking(text: str) -> None:
    """A hyphen can be drawn, and what is not drawn needs no glyph."""
    fonts = load_fonts(
        HouseStyle(None, "#123456", "#000000", "IBM Plex Serif", "Atkinson Hyperlegible")
    ).value
    assert fonts is not None
    assert fonts.lacking(text) == ()
    assert fonts.lacking("\u4e00") == ("\u4e00",)


def test_only_texts_with_other_hyphens_ask_for_them() -> None:
    """A common hyphen needs no other file."""
    assert has_other_hyphens(["a-b", "c\u2011d"])
    assert not has_other_hyphens(["a-b", "c–d"])
