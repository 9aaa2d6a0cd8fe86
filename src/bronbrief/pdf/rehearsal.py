"""A page that nobody reads: setting it makes ready what the engine otherwise makes at the first brief.

Those are the patterns of Dutch hyphens, and the types of what the engine's libraries take and give: a third
of the time of a first brief.
"""

from bronbrief.pdf.addresses import FONT, RefusedError, addresses_in, font_file
from bronbrief.pdf.document_meta import DocumentMeta
from bronbrief.pdf.fetcher import PackedFetcher
from bronbrief.pdf.typeset import typeset

_FACE = f"{FONT}ibm-plex-serif/IBMPlexSerif-Regular.ttf"
_PAGE = f"""<!doctype html>
<html lang="nl">
<title>Repetitie</title>
<style>
@font-face {{ font-family: rehearsal; src: url("{_FACE}") }}
@page {{ size: A5; @bottom-right {{ font-family: rehearsal; content: counter(page) "/" counter(pages) }} }}
html {{ font-family: rehearsal; hyphens: auto }}
p {{ width: 6cm }}
</style>
<h1>Repetitie</h1>
<p><a href="#a">Gemeenteraad</a> en volksvertegenwoordigers en gemeenteraadsverkiezingen.</p>
<table id="a"><tr><th scope="col">Raadsvergadering</th></tr><tr><td>1</td></tr></table>
"""


def rehearse() -> None:
    """Set a page in one of the typefaces that come along; without that typeface, do nothing."""
    try:
        files = {address: font_file(address.removeprefix(FONT)) for address in addresses_in(_PAGE)}
    except RefusedError:
        return
    typeset(_PAGE, DocumentMeta("Repetitie", "nl", "2000-01-01", ""), PackedFetcher(files))
