"""Pages as programs save them: where and when they were saved, and the style sheets that came along."""

import re
from collections.abc import Mapping
from urllib.parse import urljoin
from xml.etree.ElementTree import Element

_HEAD = 4096
_SAVED = re.compile(
    r"<!--\s*(?:saved from url=\(\d+\)(?P<old>\S+)"
    r"|Page saved with SingleFile\s+url:\s*(?P<url>\S+)"
    r"(?:\s+saved date:\s*\w{3} (?P<month>\w{3}) (?P<day>\d\d) (?P<year>\d{4}))?)"
)
_MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()


def saved_facts(page: str) -> dict[str, str]:
    """Return the address that a page was saved from, and the day, if the program that saved it says so."""
    found = _SAVED.search(page[:_HEAD])
    if found is None:
        return {}
    facts = {"url": found["url"] or found["old"]}
    if found["month"] in _MONTHS:
        facts["retrieved"] = f"{found['year']}-{_MONTHS.index(found['month']) + 1:02}-{found['day']}"
    return facts


def put_sheets(root: Element, sheets: Mapping[str, str], address: str) -> None:
    """Put style sheets, by their addresses, in the place of the links to them."""
    for link in root.iter("link"):
        if "stylesheet" in (link.get("rel") or "").lower().split():
            sheet = sheets.get(urljoin(address, link.get("href", "")))
            if sheet is not None:
                link.tag, link.text = "style", sheet
                link.set("rel", "")
