"""Typefaces come from packages, whole, and what they cannot draw is named."""

import io
from dataclasses import replace
from pathlib import Path

import fontpkg
import pytest
from fontTools.ttLib import TTFont

from bronbrief.brief.model import HouseStyle
from bronbrief.core.diagnostics import Place
from bronbrief.html import webfonts
from bronbrief.html.addresses import font_file
from bronbrief.html.fonts import FontSet, load_fonts
from bronbrief.html.glyphs import missing_glyphs
from bronbrief.html.hyphen_glyphs import with_hyphens
from support.sample_brief import EXCERPTS, brief, excerpt

HOUSE = HouseStyle(None, "#1f4e5f", "#1b1b1b", "ibm-plex-serif", "atkinson-hyperlegible")


def fonts() -> FontSet:
    """Load the typefaces of the house style that is shipped."""
    found = load_fonts(HOUSE).value
    assert found is not None
    return found


def test_a_typeface_comes_in_four_static_styles() -> None:
    """Regular, italic, bold and bold italic are found for both typefaces, as files that exist."""
    for typeface in (fonts().text, fonts().display):
        assert {(face.weight, face.style) for face in typeface.faces} == {
            (400, "normal"),
            (400, "italic"),
            (700, "normal"),
            (700, "italic"),
        }
        assert all(face.path.is_file() for face in typeface.faces)


def test_an_unknown_typeface_is_reported_where_it_is_named() -> None:
    """A typeface that is not installed is reported at its place, with the nearest name first."""
    place = Place("briefs/x.yaml", 3, 9)
    outcome = load_fonts(replace(HOUSE, text_font="ibm-plex-sans"), {"text": place})
    assert outcome.value is None
    (finding,) = outcome.diagnostics
    assert (finding.code, finding.place) == ("font-unknown", place)
    assert finding.params["known"].startswith("ibm-plex-serif")


def test_a_typeface_without_bold_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """A typeface that lacks one of the four styles is reported once for each style that it lacks."""
    whole = fontpkg.families()["ibm-plex-serif"]
    light = replace(whole, files=tuple(file for file in whole.files if file.weight != 700))
    monkeypatch.setattr(
        fontpkg, "families", lambda: {"ibm-plex-serif": light, "atkinson-hyperlegible": whole}
    )
    codes = [finding.code for finding in load_fonts(HOUSE).diagnostics]
    assert codes == ["font-style-missing", "font-style-missing"]


def variable(monkeypatch: pytest.MonkeyPatch, least: int = 100, most: int = 900) -> None:
    """Have Heebo, a variable typeface, come with an italic, which is its upright in a second file."""
    family = fontpkg.families()["heebo"]
    upright = replace(family.files[0], wght_min=least, wght_max=most)
    both = replace(family, files=(upright, replace(upright, style="italic")))
    monkeypatch.setattr(fontpkg, "families", lambda: {**FAMILIES, "heebo": both})


FAMILIES = dict(fontpkg.families())
VARIABLE = replace(HOUSE, display_font="heebo")


@pytest.mark.ci
def test_a_variable_typeface_is_made_static(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of a variable typeface the four styles are cut, for print and screen, and differ in weight."""
    variable(monkeypatch)
    found = load_fonts(VARIABLE).value
    assert found is not None
    regular, _, bold, _ = found.display.faces
    for face in (regular, bold):
        with TTFont(io.BytesIO(face.read())) as font:
            assert "fvar" not in font
            assert font["OS/2"].usWeightClass == face.weight
        assert face.read() == face.read()
    faces = webfonts.print_faces(found, hyphens=True)
    address = f"heebo/{bold.path.name}?weight=700&hyphens"
    assert f'url("bronbrief:font/{address}")' in faces
    assert font_file(address) == with_hyphens(bold.read())
    assert webfonts.screen_faces(found).count("@font-face") == 8


def test_a_variable_typeface_that_gets_no_bolder_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """A variable typeface whose range ends before bold lacks both bold styles."""
    variable(monkeypatch, most=600)
    missing = [finding.params["weight"] for finding in load_fonts(VARIABLE).diagnostics]
    assert missing == ["700", "700"]


@pytest.mark.parametrize(
    "text", ["ABC abc", "élève ‘ja’ “nee” … – €", "Zażółć", "e\u0301", "a\u00a0b\u202fc\u00ad"]
)
def test_dutch_and_its_neighbours_can_be_drawn(text: str) -> None:
    """Latin letters, whole or composed, and the marks and spaces of typography lack nothing."""
    assert fonts().lacking(text) == ()


def test_what_no_typeface_can_draw_is_named_once() -> None:
    """A character without a glyph is given once, however often it is used."""
    assert fonts().lacking("漢字 en nog eens 漢") == ("漢", "字")


def test_a_missing_glyph_leads_to_what_the_author_wrote() -> None:
    """The path of a missing glyph is that of the value in the spec, and its name is Unicode's."""
    flawed = replace(EXCERPTS["perspectief"], paragraphs=excerpt("x", "y", "een ⚑ vlag").paragraphs)
    found = missing_glyphs(brief(title="Titel ☃", excerpts=(flawed,)), fonts())
    assert {(glyph.character, glyph.path) for glyph in found} == {
        ("☃", ("title",)),
        ("⚑", ("excerpts", "perspectief")),
    }
    assert {(glyph.code_point, glyph.name) for glyph in found} == {
        ("U+2603", "SNOWMAN"),
        ("U+2691", "BLACK FLAG"),
    }


def test_the_sample_brief_lacks_no_glyph() -> None:
    """A brief in Dutch, with notes and a translation, can be drawn as it is."""
    assert missing_glyphs(brief(), fonts()) == ()


def test_a_subset_holds_latin_and_is_the_same_every_time() -> None:
    """The web font is WOFF2 with Latin in it, small, and the same bytes twice."""
    path = fonts().display.faces[0].path
    data = webfonts.latin_subset(path)
    assert data == webfonts.latin_subset(path)
    assert data[:4] == b"wOF2"
    assert len(data) < path.stat().st_size / 2


def test_a_subset_keeps_its_letters(tmp_path: Path) -> None:
    """Letters of Western and Central Europe and typographic marks survive the cut."""
    file = tmp_path / "font.woff2"
    file.write_bytes(webfonts.latin_subset(fonts().text.faces[0].path))
    with TTFont(file) as font:
        kept = set(font.getBestCmap())
    assert {ord(letter) for letter in "aéßłŐ‘’“”–…€"} <= kept
    assert ord("Ж") not in kept


@pytest.mark.ci
def test_a_subset_is_cut_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What lies in the user's cache is not cut again, and gives the same page."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    webfonts._encoded.cache_clear()
    first = webfonts.screen_faces(fonts())
    assert len(list((tmp_path / "bronbrief" / "fonts").glob("*.woff2"))) == 8

    def refuse(path: Path) -> bytes:
        raise AssertionError(f"{path.name} was cut again")

    webfonts._encoded.cache_clear()
    monkeypatch.setattr(webfonts, "latin_subset", refuse)
    assert webfonts.screen_faces(fonts()) == first


@pytest.mark.ci
def test_a_cache_that_cannot_be_written_costs_nothing_but_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where the folder of the cache cannot be made, the page is made all the same."""
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file"))
    webfonts._encoded.cache_clear()
    assert webfonts.screen_faces(fonts()).count("@font-face") == 8


def test_print_takes_whole_files_from_the_packages() -> None:
    """Print refers to the fonts by addresses that hold no path of this machine."""
    faces = webfonts.print_faces(fonts())
    assert 'url("bronbrief:font/ibm-plex-serif/IBMPlexSerif-Regular.ttf")' in faces
    assert "/" + Path.home().parts[-1] not in faces
