"""Styles kept from page to page: never one that would give other bytes."""

from dataclasses import replace

import pytest

from bronbrief.core.diagnostics import Place
from bronbrief.html.addresses import FONT, font_file
from bronbrief.pdf import stylesheet_cache
from bronbrief.pdf.document_meta import DocumentMeta
from bronbrief.pdf.fetcher import Fetcher
from bronbrief.pipeline.typesetting import PackedPage, Typesetter

FACE = "ibm-plex-serif/IBMPlexSerif-Regular.ttf"
OTHER = "ibm-plex-serif/IBMPlexSerif-Bold.ttf"
PAGE = (
    '<!DOCTYPE html><html lang="nl"><head><meta charset="utf-8"><title>T</title><style>'
    '@font-face{{font-family:"one";src:url("{address}")}}\n:root{{--hue:{hue};}}\n'
    "body{{font-family:one;color:var(--hue)}}p{{background:url({image})}}</style></head>"
    "<body><main><h1>Kop</h1><p>Een alinea.</p></main></body></html>"
)
ASSET = "bronbrief:asset/letter.ttf"
IMAGE = "bronbrief:asset/vlak.svg"
SQUARE = b'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><path d="M0 0h9v9z" fill="%s"/></svg>'


def packed(address: str, font: bytes, hue: str = "#123456", fill: bytes = b"#abcdef") -> PackedPage:
    """Pack a page whose style names a typeface and an image."""
    html = PAGE.format(address=address, hue=hue, image=IMAGE)
    meta = DocumentMeta("T", "nl-NL", "2026-11-21", "")
    return PackedPage(html, meta, {address: font, IMAGE: SQUARE % fill}, Place("briefs/t.yaml"))


PLAIN, BOLD = font_file(FACE), font_file(OTHER)
FIRST = packed(FONT + FACE, PLAIN)
CHANGES = {
    "another typeface behind the address of a package": (FIRST, packed(FONT + FACE, BOLD)),
    "another typeface behind the address of an asset": (packed(ASSET, PLAIN), packed(ASSET, BOLD)),
    "a file that is no typeface, and then is": (packed(ASSET, b"nothing"), packed(ASSET, PLAIN)),
    "a typeface that is there no more": (FIRST, replace(FIRST, files={IMAGE: FIRST.files[IMAGE]})),
    "another value of this one brief": (FIRST, packed(FONT + FACE, PLAIN, hue="#ff0000")),
    "another image behind the same address": (FIRST, packed(FONT + FACE, PLAIN, fill=b"#000000")),
    "another rule": (FIRST, replace(FIRST, html=FIRST.html.replace("</style>", "h1{color:red}</style>"))),
}


@pytest.mark.parametrize("change", CHANGES)
def test_what_was_kept_never_shows_where_something_changed(change: str) -> None:
    """A page after another gets the bytes and the findings that it gets where nothing was kept."""
    before, after = CHANGES[change]
    kept, fresh = Typesetter(), Typesetter()
    earlier = kept.set(before)
    assert kept.set(after) == fresh.set(after)
    assert kept.set(before) == earlier
    assert earlier != fresh.set(after)


def test_the_same_style_is_prepared_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Pages that differ in their own values and words only share one style."""
    prepared: list[str] = []
    prepare = stylesheet_cache._prepare

    def counted(style: str, fetcher: Fetcher) -> stylesheet_cache.Prepared:
        prepared.append(style)
        return prepare(style, fetcher)

    monkeypatch.setattr(stylesheet_cache, "_prepare", counted)
    typesetter = Typesetter()
    for hue in ("#111111", "#222222", "#333333"):
        assert typesetter.set(packed(FONT + FACE, PLAIN, hue)).value
    assert len(prepared) == 1


def test_no_more_styles_are_kept_than_a_few() -> None:
    """A process that lives long does not gather the styles of a day."""
    typesetter = Typesetter()
    for number in range(stylesheet_cache.CAPACITY + 3):
        typesetter.set(replace(FIRST, html=FIRST.html.replace("</style>", f"h1{{order:{number}}}</style>")))
    assert len(typesetter._stylesheets._entries) == stylesheet_cache.CAPACITY
