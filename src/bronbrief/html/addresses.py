"""The addresses that a page may use beside `data:`, and the files of font packages behind them."""

import re
from importlib.resources import files
from urllib.parse import unquote

from bronbrief.html.hyphen_glyphs import with_hyphens
from bronbrief.html.instances import static

FONT = "bronbrief:font/"
ASSET = "bronbrief:asset/"
SCHEMES = frozenset({"http", "https", "mailto", "tel"})
"""Where a link of a page may lead, beside places in the page itself."""
_FONT_PATH = re.compile(
    r"([a-z0-9]+(?:-[a-z0-9]+)*)/([A-Za-z0-9][A-Za-z0-9._,\[\]-]*)(?:\?(?:weight=(\d{1,4}))?&?(hyphens)?)?"
)
_USED = re.compile(r"bronbrief:(?:font|asset)/[^\s\"'()<>\\]+")
_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*+):", re.IGNORECASE)
_EMBEDDED = re.compile(
    r"data:(?:image/(?:png|jpeg|webp|svg\+xml)|font/(?:ttf|otf|woff2?))[;,]", re.IGNORECASE
)
_DROPPED = re.compile(r"[\t\n\r]")
_PARTED = re.compile(r"[/\\]")
_TRIMMED = "".join(map(chr, range(0x21)))


class RefusedError(ValueError):
    """An address that the page may not use, or a file that is not what it must be."""


def is_link(address: str, *, beside: bool) -> bool:
    """Tell whether a page may link to an address, read as browsers read it (WHATWG URL, 4.4).

    With `beside` it may also be a file in the page's own folder or below it.
    """
    bare = _DROPPED.sub("", address.strip(_TRIMMED))
    if bare.startswith("#"):
        return True
    scheme = _SCHEME.match(bare)
    if scheme is not None:
        return scheme[1].lower() in SCHEMES
    return beside and bool(bare) and bare[0] not in "/\\" and ".." not in _PARTED.split(unquote(bare))


def is_embedded(address: str) -> bool:
    """Tell whether an image or a font stands in the page itself, or is one that only we put there."""
    return bool(_EMBEDDED.match(address)) or address.startswith("bronbrief:")


def addresses_in(html: str) -> tuple[str, ...]:
    """Return the addresses of fonts and assets that a page names, each once, in order."""
    return tuple(dict.fromkeys(_USED.findall(html)))


def font_file(path: str) -> bytes:
    """Return a file of a font package, by "PACKAGE/FILE". Raises RefusedError where there is none.

    With "?weight=700" behind it a variable file comes in that weight, with "?hyphens" it has glyphs for all
    hyphens, with "?weight=700&hyphens" both.
    """
    match = _FONT_PATH.fullmatch(unquote(path))
    if match is None:
        raise RefusedError("this is not the address of a packaged font")
    package = f"fontpkg_{match[1].replace('-', '_')}"
    try:
        data = (files(package) / "files" / match[2]).read_bytes()
    except (ModuleNotFoundError, OSError) as error:
        raise RefusedError(f"there is no font {match[2]} in {match[1]}") from error
    data = static(data, int(match[3])) if match[3] else data
    return with_hyphens(data) if match[4] else data
