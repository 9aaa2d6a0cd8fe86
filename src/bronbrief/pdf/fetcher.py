"""The one way for the typesetting engine to reach a file: an allow-list without network or disk paths.

Three kinds of address are served, and nothing else: `bronbrief:font/PACKAGE/FILE` (a file of an installed
font package), `bronbrief:asset/PATH` (an image of the workspace), and `data:` (an image or font in the page
itself). What comes back is what its first bytes say, whatever its name.
"""

import base64
import binascii
import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import quote, unquote, unquote_to_bytes

from weasyprint.urls import URLFetcher, URLFetcherResponse

from bronbrief.core.digests import sha256_of
from bronbrief.core.images import SVG, is_too_large, media_type, svg_reaches_out
from bronbrief.core.workspace import ASSET_LIMIT, FileProblemError, Workspace
from bronbrief.html.addresses import ASSET, FONT, RefusedError, font_file
from bronbrief.html.font_files import DAMAGED
from bronbrief.html.instances import static

_ALLOWED = "only fonts of installed packages and files of the workspace may be used"
_FONT_STARTS = {
    b"\x00\x01\x00\x00": "font/ttf",
    b"OTTO": "font/otf",
    b"wOF2": "font/woff2",
    b"wOFF": "font/woff",
}


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
            self.served.fonts.add(sha256_of(data))
        return URLFetcherResponse(url, data, {"Content-Type": kind})

    def fingerprint(self, addresses: Iterable[str]) -> str:
        """Return a hash of the files behind some addresses of fonts and assets, as they are now."""
        digest = hashlib.sha256()
        for url in addresses:
            try:
                data = self._file(url)
            except (RefusedError, FileProblemError):
                data = b""
            digest.update(f"{url} {len(data)} ".encode(errors="surrogatepass") + data)
        return digest.hexdigest()

    def _load(self, url: str) -> tuple[bytes, str]:
        if url.lower().startswith("data:"):
            return _checked(_inline(url))
        try:
            return _checked(self._file(url))
        except FileProblemError as error:
            self.served.problems.append(error)
            raise RefusedError(error.diagnostic.code) from error

    def _file(self, url: str) -> bytes:
        """Return the file behind an address. Raises RefusedError and FileProblemError."""
        if url.startswith(FONT):
            return font_file(url.removeprefix(FONT))
        if url.startswith(ASSET):
            return self._workspace.read(unquote(url.removeprefix(ASSET)), ASSET_LIMIT)
        raise RefusedError(_ALLOWED)


class PackedFetcher(Fetcher):
    """Serve the engine from files that came along with the page, by their addresses, and from no disk."""

    def __init__(self, packed: Mapping[str, bytes]) -> None:
        """Serve these files."""
        super().__init__(Workspace(Path()))
        self._packed = packed

    def _file(self, url: str) -> bytes:
        if url.startswith(ASSET):
            url = ASSET + quote(unquote(url.removeprefix(ASSET)))
        elif not url.startswith(FONT):
            raise RefusedError(_ALLOWED)
        data = self._packed.get(url)
        if data is None:
            raise RefusedError("this file did not come along with the page")
        return data


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
    if kind == SVG and svg_reaches_out(data):
        raise RefusedError("an SVG image may not refer to anything outside itself")
    if not kind.startswith("font/") and is_too_large(data, kind):
        raise RefusedError("this image would take too much memory to draw")
    if kind in ("font/ttf", "font/otf"):
        try:
            data = static(data)
        except DAMAGED as error:
            raise RefusedError("this font is damaged") from error
    return data, kind
