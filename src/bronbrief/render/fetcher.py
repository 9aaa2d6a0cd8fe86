"""The one way for the typesetting engine to reach a file: an allow-list without network or disk paths.

Three kinds of address are served, and nothing else: `bronbrief:font/PACKAGE/FILE` (a file of an installed
font package), `bronbrief:asset/PATH` (an image of the workspace), and `data:` (an image or font in the page
itself). What comes back is what its first bytes say, whatever its name.
"""

import base64
import binascii
import hashlib
import re
from dataclasses import dataclass, field
from importlib.resources import files
from urllib.parse import unquote, unquote_to_bytes

from weasyprint.urls import URLFetcher, URLFetcherResponse

from bronbrief.core.workspace import ASSET_LIMIT, FileProblemError, Workspace
from bronbrief.render.sniffing import media_type, svg_reaches_out

FONT = "bronbrief:font/"
ASSET = "bronbrief:asset/"
_FONT_PATH = re.compile(r"([a-z0-9]+(?:-[a-z0-9]+)*)/([A-Za-z0-9][A-Za-z0-9._-]*)")
_FONT_STARTS = {
    b"\x00\x01\x00\x00": "font/ttf",
    b"OTTO": "font/otf",
    b"wOF2": "font/woff2",
    b"wOFF": "font/woff",
}


class RefusedError(ValueError):
    """An address that the page may not use, or a file that is not what it must be."""


@dataclass(slots=True)
class Served:
    """What was given out and what was refused, for the checks after typesetting."""

    fonts: set[str] = field(default_factory=set)
    """SHA-256 of every font given out."""
    refused: dict[str, str] = field(default_factory=dict)
    """From address to the reason why it was refused."""
    problems: list[FileProblemError] = field(default_factory=list)


class Fetcher(URLFetcher):  # type: ignore[misc]  # the engine has no types
    """Serve the engine from the workspace and the font packages; refuse all else."""

    def __init__(self, workspace: Workspace) -> None:
        """Serve assets from a workspace; every read of one is recorded there."""
        super().__init__(allowed_protocols=(), allow_redirects=False)
        self._workspace = workspace
        self.served = Served()

    def fetch(self, url: str, headers: object = None) -> URLFetcherResponse:  # noqa: ARG002 - the engine's signature
        """Return the file behind an address. Raises RefusedError, which the engine logs."""
        try:
            data, kind = self._load(url)
        except RefusedError as error:
            self.served.refused[url] = str(error)
            raise
        if kind.startswith("font/"):
            self.served.fonts.add(hashlib.sha256(data).hexdigest())
        return URLFetcherResponse(url, data, {"Content-Type": kind})

    def _load(self, url: str) -> tuple[bytes, str]:
        if url.startswith(FONT):
            return _checked(_font_file(url.removeprefix(FONT)))
        if url.startswith(ASSET):
            return _checked(self._asset(unquote(url.removeprefix(ASSET))))
        if url.lower().startswith("data:"):
            return _checked(_inline(url))
        raise RefusedError("only fonts of installed packages and files of the workspace may be used")

    def _asset(self, path: str) -> bytes:
        try:
            return self._workspace.read(path, ASSET_LIMIT)
        except FileProblemError as error:
            self.served.problems.append(error)
            raise RefusedError(error.diagnostic.code) from error


def _font_file(path: str) -> bytes:
    match = _FONT_PATH.fullmatch(path)
    if match is None:
        raise RefusedError("this is not the address of a packaged font")
    package = f"fontpkg_{match[1].replace('-', '_')}"
    try:
        return (files(package) / "files" / match[2]).read_bytes()
    except (ModuleNotFoundError, OSError) as error:
        raise RefusedError(f"there is no font {match[2]} in {match[1]}") from error


def _inline(url: str) -> bytes:
    head, comma, body = url.partition(",")
    if not comma:
        raise RefusedError("a data address without data")
    raw = unquote_to_bytes(body)
    if not head.lower().endswith(";base64"):
        return raw
    try:
        return base64.b64decode(raw, validate=True)
    except binascii.Error as error:
        raise RefusedError("damaged base64") from error


def _checked(data: bytes) -> tuple[bytes, str]:
    """Return a file with its type as its first bytes say. Raises RefusedError."""
    kind = _FONT_STARTS.get(data[:4]) or media_type(data)
    if kind is None:
        raise RefusedError("this is neither a font nor a PNG, JPEG, WebP or SVG image")
    if kind == "image/svg+xml" and svg_reaches_out(data):
        raise RefusedError("an SVG image may not refer to anything outside itself")
    return data, kind
