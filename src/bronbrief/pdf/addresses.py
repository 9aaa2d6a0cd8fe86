"""The addresses that a page may use beside `data:`, and the files of font packages behind them."""

import re
from importlib.resources import files

FONT = "bronbrief:font/"
ASSET = "bronbrief:asset/"
_FONT_PATH = re.compile(r"([a-z0-9]+(?:-[a-z0-9]+)*)/([A-Za-z0-9][A-Za-z0-9._-]*)")
_USED = re.compile(r"bronbrief:(?:font|asset)/[^\s\"'()<>\\]+")


class RefusedError(ValueError):
    """An address that the page may not use, or a file that is not what it must be."""


def addresses_in(html: str) -> tuple[str, ...]:
    """Return the addresses of fonts and assets that a page names, each once, in order."""
    return tuple(dict.fromkeys(_USED.findall(html)))


def font_file(path: str) -> bytes:
    """Return a file of a font package, by "PACKAGE/FILE". Raises RefusedError where there is none."""
    match = _FONT_PATH.fullmatch(path)
    if match is None:
        raise RefusedError("this is not the address of a packaged font")
    package = f"fontpkg_{match[1].replace('-', '_')}"
    try:
        return (files(package) / "files" / match[2]).read_bytes()
    except (ModuleNotFoundError, OSError) as error:
        raise RefusedError(f"there is no font {match[2]} in {match[1]}") from error
