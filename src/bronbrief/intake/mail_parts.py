"""The parts of a mail or a saved page (RFC 2045 to 2049): which are shown, and in what letters."""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from email.header import decode_header
from email.message import Message
from email.utils import parsedate_to_datetime
from typing import Any, TypeAlias

from bronbrief.intake.extractors import ExtractionError, beyond_ascii

_TEXTS = frozenset(["text/plain", "text/html"])
_LOCKED = frozenset(["application/pkcs7-mime", "application/x-pkcs7-mime", "multipart/encrypted"])
Part: TypeAlias = "Message[Any, Any]"


@dataclass(frozen=True, slots=True)
class Leaf:
    """A part that holds no others, and what becomes of it: body, alternative, related or attachment."""

    part: Part
    role: str


def leaves(part: Part, role: str = "body") -> Iterator[Leaf]:
    """Yield the parts of a mail in order, as a mail program takes them (RFC 2046, 5.1; RFC 2387)."""
    kind = part.get_content_type()
    if kind in _LOCKED and part.get_param("smime-type") != "signed-data":
        raise ExtractionError("document-locked", kind)
    if not part.is_multipart() or part.get_content_maintype() == "message":
        yield Leaf(part, role if role == "related" or _is_shown(part) else "attachment")
        return
    children: list[Any] = [*part.get_payload()]
    shown = _shown(children, kind, part)
    other = {"multipart/alternative": "alternative", "multipart/related": "related"}.get(kind, "attachment")
    for child in children:
        yield from leaves(child, role if role != "body" or child in shown else other)


def _shown(children: list[Part], kind: str, part: Part) -> list[Part]:
    """Return those among parts that a mail program shows."""
    if kind == "multipart/alternative":
        rich = [one for one in children if any(leaf.get_content_type() == "text/html" for leaf in one.walk())]
        plain = [one for one in children if one.get_content_type() == "text/plain"]
        return (rich or plain or children)[-1:]
    if kind == "multipart/related":
        start = part.get_param("start")
        named = [one for one in children if start and one.get("Content-ID") == start]
        return named or children[:1]
    return children[:1] if kind in {"multipart/signed", "multipart/report"} else children


def _is_shown(part: Part) -> bool:
    return (
        part.get_content_type() in _TEXTS
        and part.get_content_disposition() != "attachment"
        and not part.get_filename()
    )


def letters(part: Part) -> tuple[str, list[str]]:
    """Return the text of a part, and the words in it whose letters were guessed."""
    data = part.get_payload(decode=True)
    data = data if isinstance(data, bytes) else b""
    for charset in (part.get_content_charset(), "utf-8-sig"):
        with suppress(LookupError, UnicodeDecodeError):
            if charset:
                return data.decode(charset), []
    text = data.decode("cp1252", "replace")
    return text, beyond_ascii(text)


def header(part: Part, name: str) -> str:
    """Return a header as people read it; "" where there is none."""
    raw = next((value for key, value in part.raw_items() if key.lower() == name.lower()), "")
    words = "".join(str(raw).splitlines()).encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    try:
        found = decode_header(words)
        return "".join(
            one.decode(charset or "utf-8", "replace") if isinstance(one, bytes) else one
            for one, charset in found
        ).strip()
    except (LookupError, ValueError):
        return words


def day_of(message: Part) -> str:
    """Return the day on which a mail was sent, or a page saved; "" where it does not say."""
    try:
        return parsedate_to_datetime(header(message, "Date")).date().isoformat()
    except ValueError:
        return ""
