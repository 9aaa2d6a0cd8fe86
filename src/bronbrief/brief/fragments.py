"""Links that open a web page at the words quoted (WICG, URL Fragment Text Directives)."""

import re
from collections.abc import Iterable
from urllib.parse import quote

WHOLE = 60
EDGE_WORDS = 5


def fragment_url(url: str, texts: Iterable[str]) -> str:
    """Add a text directive for each text to an address.

    A short text is given whole; of a longer one its first and last words, with what lies between left out.
    A page that changed, or a browser that knows no directives, simply opens at the top.
    """
    directives = "&".join(f"text={_directive(text)}" for text in texts if text.strip())
    if not directives:
        return url
    return f"{url}{'' if '#' in url else '#'}:~:{directives}"


def _directive(text: str) -> str:
    flat = " ".join(text.split())
    words = flat.split(" ")
    if len(flat) <= WHOLE or len(words) <= 2 * EDGE_WORDS:
        return _encode(flat)
    return f"{_encode(' '.join(words[:EDGE_WORDS]))},{_encode(' '.join(words[-EDGE_WORDS:]))}"


def _encode(text: str) -> str:
    """Percent-encode a text; a hyphen would be read as the sign of a prefix or suffix."""
    return re.sub("-", "%2D", quote(text, safe=""))
