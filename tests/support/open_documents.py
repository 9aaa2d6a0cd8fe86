"""OpenDocument texts made for tests, with what a test wants in them."""

import io
import zipfile
from collections.abc import Mapping

_ODF = "urn:oasis:names:tc:opendocument:xmlns:{}:1.0"
_SPACES = {
    **{name: _ODF.format(name) for name in ("office", "text", "style", "table", "meta", "form")},
    "fo": _ODF.format("xsl-fo-compatible"),
    "svg": _ODF.format("svg-compatible"),
    "draw": _ODF.format("drawing"),
    "dc": "http://purl.org/dc/elements/1.1/",
    "xlink": "http://www.w3.org/1999/xlink",
    "math": "http://www.w3.org/1998/Math/MathML",
}
SPACES = " ".join(f'xmlns:{prefix}="{space}"' for prefix, space in _SPACES.items())


def odt(  # noqa: PLR0913 - the parts that a package has
    body: str,
    automatic: str = "",
    *,
    styles: str = "",
    masters: str = "",
    meta: str = "",
    parts: Mapping[str, str | bytes] | None = None,
) -> bytes:
    """Make an OpenDocument text of what its body holds, of styles, heads and feet, and properties."""
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("mimetype", "application/vnd.oasis.opendocument.text", zipfile.ZIP_STORED)
        package.writestr("content.xml", _rooted("document-content", _content(body, automatic)))
        heads = (
            f"<office:styles>{styles}</office:styles><office:master-styles>{masters}</office:master-styles>"
        )
        package.writestr("styles.xml", _rooted("document-styles", heads))
        package.writestr("meta.xml", _rooted("document-meta", f"<office:meta>{meta}</office:meta>"))
        for name, data in (parts or {}).items():
            package.writestr(name, data)
    return written.getvalue()


def flat_odt(body: str, automatic: str = "", prologue: str = "") -> bytes:
    """Make an OpenDocument text in one XML file."""
    return f'<?xml version="1.0"?>{prologue}{_rooted("document", _content(body, automatic))}'.encode()


def para(*inside: str) -> str:
    """Make a paragraph."""
    return f"<text:p>{''.join(inside)}</text:p>"


def text_style(name: str, properties: str) -> str:
    """Make a style of text."""
    said = f"<style:text-properties {properties}/>"
    return f'<style:style style:name="{name}" style:family="text">{said}</style:style>'


def styled(words: str, name: str) -> str:
    """Make a run of text in a style."""
    return f'<text:span text:style-name="{name}">{words}</text:span>'


def tracked(**regions: str) -> str:
    """Make a list of tracked changes: by id, the deleted paragraphs, or nothing for an insertion."""
    info = "<office:change-info><dc:creator>Jansen</dc:creator></office:change-info>"
    made = "".join(
        f'<text:changed-region text:id="{name}"><text:{kind}>{info}{gone}</text:{kind}></text:changed-region>'
        for name, gone in regions.items()
        for kind in ["deletion" if gone else "insertion"]
    )
    return f"<text:tracked-changes>{made}</text:tracked-changes>"


def change(name: str, at: str = "") -> str:
    """Make the mark of a tracked change: its place, its start or its end."""
    return f'<text:change{at} text:change-id="{name}"/>'


def _content(body: str, automatic: str) -> str:
    styles = f"<office:automatic-styles>{automatic}</office:automatic-styles>"
    return f"{styles}<office:body><office:text>{body}</office:text></office:body>"


def _rooted(name: str, inside: str) -> str:
    return f"<office:{name} {SPACES}>{inside}</office:{name}>"
