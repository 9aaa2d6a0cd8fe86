"""A web page to the text that people read: its main part, a blank line between blocks, and its metadata."""

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from importlib.metadata import version
from types import MappingProxyType
from urllib.parse import urljoin
from xml.etree.ElementTree import Element

from tinyhtml5.parser import HTMLParser

from bronbrief.intake.extractors import Answer, beyond_ascii
from bronbrief.intake.html.facts import page_facts
from bronbrief.intake.html.gather import Gathered, join_blocks
from bronbrief.intake.html.notes import drop_note_calls
from bronbrief.intake.html.parts import parts_apart
from bronbrief.intake.html.shown import look_over
from bronbrief.intake.html.style import read_styles_and_shadows
from bronbrief.intake.html.versions import choose
from bronbrief.intake.html.walk import Walk
from bronbrief.intake.html.walls import refuse_walls
from bronbrief.intake.second_reading import not_accounted, page_texts

_HEAD = 4096
_ENCODED = re.compile(rb"charset|\A\xff\xfe|\A\xfe\xff", re.IGNORECASE)
_SAVED = re.compile(
    r"<!--\s*(?:saved from url=\(\d+\)(?P<old>\S+)"
    r"|Page saved with SingleFile\s+url:\s*(?P<url>\S+)"
    r"(?:\s+saved date:\s*\w{3} (?P<month>\w{3}) (?P<day>\d\d) (?P<year>\d{4}))?)"
)
_MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()

Parts = Callable[[Element, Mapping[Element, str]], dict[Element, str]]
"""Tells which elements are not the text of a page, with the reason, given the elements that are not seen."""


def read_html(data: bytes, changes: str = "") -> Answer:
    """Read a page of the web.

    Bytes that are UTF-8 are read so, whatever the page declares or fails to; others as HTML prescribes.
    """
    try:
        page: bytes | str = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        page = data
    read = read_page(page, changes)
    known = isinstance(page, str) or _ENCODED.search(data[:1024])
    guessed = [] if known else beyond_ascii(read.text)
    return replace(read, extractor=f"tinyhtml5 {version('tinyhtml5')}", guessed=guessed)


def read_page(
    page: bytes | str,
    changes: str = "",
    parts: Parts = parts_apart,
    *,
    sheets: Mapping[str, str] = MappingProxyType({}),
    address: str = "",
) -> Answer:
    """Read a page as a browser shows it on a screen; who asks for it names the extractor.

    `changes`, accept or reject, chooses where the page shows two versions. Raises ExtractionError where
    it does not say, and where a page of the web is a wall before another one, or empty until its scripts
    run. Other pages, such as the body of a mail, say with `parts` what of them is not their text.
    `sheets` are style sheets that came along, by their addresses, and `address` is that of the page.
    """
    parser = HTMLParser(namespace_html_elements=False)
    root = parser.parse(page)
    shown_page = page if isinstance(page, str) else page.decode(parser.encoding or "cp1252", "replace")
    facts = page_facts(root) | _saved_facts(shown_page)
    links = drop_note_calls(root)
    _put_sheets(root, sheets, address)
    styles = read_styles_and_shadows(root)
    shown = look_over(root, styles)
    apart = parts(root, shown.unseen)
    gone, choices = choose(root, shown, apart, changes)
    text = Gathered(styles, left_out=links)
    Walk(text, shown.unseen, apart | gone, facts["lang"]).read(root)
    if parts is parts_apart:
        refuse_walls(root, text.blocks, shown.unseen)
    whole = join_blocks(text.blocks, text.levels)
    hashes = "#" * (whole.count("#") - sum(block.count("#") for block in text.blocks))
    out = [words for _, words in text.left_out]
    added = "".join([*text.added, hashes])
    lost = not_accounted(page_texts(shown_page), whole, out, added)
    left_out = [*text.left_out, *text.told]
    return Answer(whole, "", facts, left_out, lost, added, choices)


def _saved_facts(page: str) -> dict[str, str]:
    """Return the address that a page was saved from, and the day, if the program that saved it says so."""
    found = _SAVED.search(page[:_HEAD])
    if found is None:
        return {}
    facts = {"url": found["url"] or found["old"]}
    if found["month"] in _MONTHS:
        facts["retrieved"] = f"{found['year']}-{_MONTHS.index(found['month']) + 1:02}-{found['day']}"
    return facts


def _put_sheets(root: Element, sheets: Mapping[str, str], address: str) -> None:
    """Put style sheets, by their addresses, in the place of the links to them."""
    for link in root.iter("link"):
        if "stylesheet" in (link.get("rel") or "").lower().split():
            sheet = sheets.get(urljoin(address, link.get("href", "")))
            if sheet is not None:
                link.tag, link.text = "style", sheet
                link.set("rel", "")
