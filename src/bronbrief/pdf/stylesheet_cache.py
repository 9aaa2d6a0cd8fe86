"""Style sheets and typefaces, prepared once for every page that has the same ones.

A page carries its whole style in itself. All of it but the values of this one brief (`:root{…}`) is the same
for every brief of a template, and parsing it and loading its typefaces takes a quarter of the time of setting
a brief. What the engine logs and fetches while it prepares a style is kept with it, and told for every page.

A style is the same where its text is the same, and every file that it names: behind an address may be another
file later on. Images are no part of it: each page fetches its own.
"""

import logging
import re
from dataclasses import dataclass

from weasyprint import CSS
from weasyprint.css.counters import CounterStyle
from weasyprint.text.fonts import FontConfiguration

from bronbrief.html.addresses import addresses_in
from bronbrief.pdf import engine_log
from bronbrief.pdf.fetcher import Fetcher, Served

CAPACITY = 8
_STYLE = re.compile(r"<style>(.*?)</style>", re.DOTALL)
_OWN = re.compile(r"^:root\{[^}]*\}\n", re.MULTILINE)

# Few typefaces hold the engine's own hyphen (U+2010) and its bullet for inner lists (U+25E6): both would be
# taken from a system font. A template can still choose others.
BASE_STYLE = 'html { hyphenate-character: "-" } ul { list-style-type: disc }\n'


@dataclass(frozen=True, slots=True)
class Prepared:
    """A style made ready: its sheets, its typefaces and counters, and what was met on the way."""

    sheets: tuple[CSS, ...]
    fonts: FontConfiguration
    counters: CounterStyle
    profiles: dict[str, object]
    served: Served
    records: tuple[logging.LogRecord, ...]


class StylesheetCache:
    """The styles that were prepared last, up to `CAPACITY` of them."""

    def __init__(self) -> None:
        """Begin with none."""
        self._entries: dict[tuple[str, str], Prepared] = {}

    def prepare(self, style: str, fetcher: Fetcher) -> Prepared:
        """Return a style made ready; `fetcher` counts as having served what it took to prepare it."""
        key = style, fetcher.fingerprint(addresses_in(style))
        prepared = self._entries.pop(key, None) or _prepare(style, fetcher)
        while len(self._entries) >= CAPACITY:
            del self._entries[next(iter(self._entries))]
        self._entries[key] = prepared
        fetcher.served.fonts |= prepared.served.fonts
        fetcher.served.refused |= prepared.served.refused
        known = {id(problem) for problem in fetcher.served.problems}
        fetcher.served.problems += [one for one in prepared.served.problems if id(one) not in known]
        return prepared

    def clear(self) -> None:
        """Forget all styles; each removes the files of its typefaces."""
        self._entries.clear()


def split_style(html: str) -> tuple[str, str, str]:
    """Split a page into the page without its style, the style that it shares, and its own values."""
    found = _STYLE.search(html)
    if found is None:
        return html, "", ""
    style = found[1]
    own = _OWN.search(style)
    bare = html[: found.start()] + html[found.end() :]
    if own is None:
        return bare, style, ""
    return bare, style[: own.start()] + style[own.end() :], own.group()


def _prepare(style: str, fetcher: Fetcher) -> Prepared:
    fonts, counters = FontConfiguration(), CounterStyle()
    profiles: dict[str, object] = {}
    with engine_log.collected() as records:
        base = CSS(string=BASE_STYLE, url_fetcher=fetcher)
        sheet = CSS(
            string=style,
            url_fetcher=fetcher,
            font_config=fonts,
            counter_style=counters,
            color_profiles=profiles,
        )
    served = fetcher.served
    kept = Served(set(served.fonts), dict(served.refused), list(served.problems))
    return Prepared((base, sheet), fonts, counters, profiles, kept, tuple(records))
