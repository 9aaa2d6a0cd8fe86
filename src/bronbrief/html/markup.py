"""Read the tags of a page, written so that no parser can read them otherwise (HTML, 13.1.2).

A browser mends what is written badly, in ways that hide an element from whoever reads more simply. Here
nothing is mended: a tag, an attribute or a comment that is not whole is an error. On the rest all agree.
Elements whose content is read by other rules are for the caller to refuse, but for style, script, title, svg.
"""

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass

SHOWN = 200
"""Characters that are told of what is not whole."""
_SPACE = r"[ \t\n\f\r]"
_NAME = r"[a-z][a-z0-9-]*+"
_VALUE = r"""(?:"[^"]*+"|'[^']*+'|[^ \t\n\f\r"'<>`=][^ \t\n\f\r"'<>`]*+)"""
_ATTRIBUTE = rf"""{_SPACE}++[^ \t\n\f\r"'<>/=]++(?:{_SPACE}*+={_SPACE}*+{_VALUE})?+"""
_COMMENT = r"<!--(?!-?>)(?:[^-]|-(?!-))*+-->"
ATTRIBUTES = rf"(?:{_ATTRIBUTE})*+{_SPACE}*+/?"
GAP = rf"(?:{_SPACE}|{_COMMENT})*+"
DOCTYPE = rf"<!doctype{_SPACE}++html{_SPACE}*+>"

_PIECE = re.compile(
    rf"[^<]++|{_COMMENT}|{DOCTYPE}|</{_NAME}{_SPACE}*+>|<(?P<name>{_NAME})(?P<attributes>{ATTRIBUTES})>",
    re.IGNORECASE,
)
_PAIR = re.compile(
    rf"(?<!{_SPACE}){_SPACE}++([^ \t\n\f\r\"'<>/=]++)(?:{_SPACE}*+={_SPACE}*+({_VALUE}))?+", re.IGNORECASE
)
_CONTENT = {
    "svg": re.compile(r"(?:(?!</?svg).)*+(?=</svg[ \t\n\f\r]*+>)", re.DOTALL | re.IGNORECASE),
    "style": re.compile(r".*?(?=</style>)", re.DOTALL),
    "script": re.compile(r"[^<]*+(?=</script[ \t\n\f\r]*+>)", re.IGNORECASE),
    "title": re.compile(r"[^<]*+(?=</title[ \t\n\f\r]*+>)", re.IGNORECASE),
}
_STYLE_END = re.compile(r"</style", re.IGNORECASE)


class MalformedError(ValueError):
    """Markup that parsers could read in more than one way, or mend; it holds what is written there."""


@dataclass(frozen=True, slots=True)
class Tag:
    """A start tag: its name and attributes, in lower case and decoded, and how it is written.

    `content` is what stands in style, script and title, which is not read as markup, and in a drawing.
    """

    name: str
    attributes: tuple[tuple[str, str], ...]
    written: str
    content: str = ""


def tags(page: str) -> Iterator[Tag]:
    """Yield the start tags of a page in order. Raises MalformedError."""
    at = 0
    while at < len(page):
        piece = _PIECE.match(page, at)
        if piece is None:
            raise MalformedError(page[at : at + SHOWN])
        at, name, content = piece.end(), (piece["name"] or "").lower(), ""
        if name in _CONTENT:
            held = _CONTENT[name].match(page, at)
            if held is None or _STYLE_END.search(held[0]):
                raise MalformedError(page[piece.start() : piece.start() + SHOWN])
            at, content = held.end(), held[0]
        if name:
            yield Tag(name, tuple(_pairs(piece["attributes"])), piece[0], content)


def _pairs(written: str) -> Iterator[tuple[str, str]]:
    for name, value in _PAIR.findall(written):
        bare = value[1:-1] if value[:1] in ("'", '"') else value
        yield name.lower(), html.unescape(bare)
