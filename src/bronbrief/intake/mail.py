"""A mail (.eml; RFC 5322) to the text that a mail program shows, and a page that a browser saved as one.

Such a page is in one file with all that it shows (MHTML, RFC 2557).
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from email import message_from_bytes
from email.utils import getaddresses
from typing import Any

from bronbrief import __version__
from bronbrief.intake.converted import no_parts
from bronbrief.intake.extractors import Answer, ExtractionError
from bronbrief.intake.html.text import read_page
from bronbrief.intake.mail_parts import Leaf, Part, day_of, header, leaves, letters
from bronbrief.intake.second_reading import not_accounted

_SHOWN_HEADERS = ("From", "To", "Cc", "Date", "Subject")
_ADDRESS = re.compile(r"<?(?:https?://|mailto:|www\.)\S+|\[cid:[^\]]*\]|\[image:[^\]]*\]")
_WORD = re.compile(r"[^\W_]+")
_CONTENT_ID = re.compile(r"cid:([^\s\"'<>)]+)", re.IGNORECASE)
_KINDS = frozenset(["multipart/related", "multipart/alternative", "text/html"])


def read_mail(data: bytes, changes: str = "") -> Answer:
    """Read a mail or a saved page."""
    message: Part = message_from_bytes(data)
    if _is_web_archive(message):
        return _read_web_archive(message, changes)
    headers = [f"{name}: {said}" for name in _SHOWN_HEADERS if (said := header(message, name))]
    if not headers:
        raise ExtractionError("document-unreadable", "no headers of a mail")
    found = list(leaves(message))
    bodies = [leaf.part for leaf in found if leaf.role == "body"]
    pages = [_read(part, changes) for part in bodies]
    left_out = [("metadata", said) for said in headers]
    left_out += [one for page in pages for one in page.left_out]
    left_out += _beside(found, bodies, [page.text for page in pages])
    return Answer(
        "\n".join(page.text.rstrip("\n") + "\n" for page in pages),
        f"Bronbrief {__version__}, mail",
        facts=_facts(message),
        left_out=left_out,
        unaccounted=[*(lost for page in pages for lost in page.unaccounted), *_forgotten(message, found)],
        choices=next((page.choices for page in pages if page.choices), {}),
        guessed=[word for part in bodies for word in letters(part)[1]],
    )


def _read(part: Part, changes: str) -> Answer:
    """Read a part that is shown, a page or plain text."""
    words, _ = letters(part)
    if part.get_content_type() == "text/html":
        return read_page(words, changes, no_parts)
    text = words.replace("\r\n", "\n")
    if str(part.get_param("format", "")).lower() == "flowed":
        text = "\n".join(_flowed(text, joined=str(part.get_param("delsp", "")).lower() == "yes"))
    lost = not_accounted([words.replace(">", "")], text.replace(">", ""), [], "")
    return Answer(text, unaccounted=lost)


def _flowed(text: str, *, joined: bool) -> Iterator[str]:
    """Join the lines that a mail program joins again (RFC 3676)."""
    line, depth = "", 0
    for raw in text.split("\n"):
        bare = raw.lstrip(">")
        quoted = len(raw) - len(bare)
        bare = bare.removeprefix(" ")
        if line and (quoted != depth or bare == "-- "):
            yield line.rstrip()
            line = ""
        depth = quoted
        line = (line or ">" * quoted + " " * bool(quoted)) + bare
        if bare == "-- " or not bare.endswith(" "):
            yield line.rstrip()
            line = ""
        elif joined:
            line = line[:-1]
    if line:
        yield line.rstrip()


def _beside(found: Sequence[Leaf], bodies: Sequence[Part], texts: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Yield what is left out of the parts that are not shown as text."""
    pages = [letters(part)[0] for part in bodies if part.get_content_type() == "text/html"]
    pictures = {name for page in pages for name in _CONTENT_ID.findall(page)}  # which are told there
    for leaf in found:
        if leaf.role == "alternative" and leaf.part.get_content_type() == "text/plain":
            if other := _differing(letters(leaf.part)[0], texts):
                yield "alternative", other
        elif leaf.role != "body" and header(leaf.part, "Content-ID").strip("<>") not in pictures:
            yield "attachment", _name(leaf.part)


def _name(part: Part) -> str:
    """Return the name of a part, the subject of a mail, or the words of a text without a name."""
    if part.get_content_maintype() == "message" and part.is_multipart():
        inner = part.get_payload(0)
        subject = header(inner, "Subject") if not isinstance(inner, str) else ""
        return subject or part.get_content_type()
    if part.get_filename() or part.get_content_maintype() != "text":
        return part.get_filename() or part.get_content_type()
    words = letters(part)[0]
    return read_page(words, "accept", no_parts).text if part.get_content_subtype() == "html" else words


def _differing(plain: str, texts: Sequence[str]) -> str:
    """Return what the plain version of a mail says that the one which is shown does not, or the reverse."""
    shown = Counter(_words("\n".join(texts)))
    had = Counter(_words(plain))
    more, less = had - shown, shown - had
    lines = [
        " ".join(line.split()) for line in plain.splitlines() if any(word in more for word in _words(line))
    ]
    return " ".join(lines) or (f"- {' '.join(less)}" if less else "")


def _words(text: str) -> list[str]:
    return _WORD.findall(_ADDRESS.sub(" ", text).casefold())


def _forgotten(message: Part, found: Sequence[Leaf]) -> Iterator[str]:
    """Yield the parts that no rule for mails took into account, by a second way through them."""
    known = {id(leaf.part) for leaf in found}
    waiting: list[Any] = [message]
    while waiting:
        part = waiting.pop()
        if id(part) in known:
            continue
        children = part.get_payload()
        if isinstance(children, list):
            waiting += children
        else:
            yield _name(part)


def _facts(message: Part) -> dict[str, str]:
    people = [name or address for name, address in getaddresses([header(message, "From")])]
    return {
        "title": header(message, "Subject"),
        "title_basis": "stated",
        "author": ", ".join(filter(None, people)),
        "date": day_of(message),
        "lang": header(message, "Content-Language"),
        "genre": "EmailMessage",
    }


def _is_web_archive(message: Part) -> bool:
    """Tell whether a message is a page that was saved, and no mail that somebody sent."""
    sender = header(message, "From")
    saved = sender.startswith("<Saved by") or bool(header(message, "Snapshot-Content-Location"))
    return saved or (not sender and message.get_content_type() in _KINDS)


def _read_web_archive(message: Part, changes: str) -> Answer:
    """Read a saved page. Pages within the page are told by their words."""
    parts: list[Part] = [one for one in message.walk() if not one.is_multipart()]
    pages = [one for one in parts if one.get_content_type() in {"text/html", "application/xhtml+xml"}]
    address = header(message, "Snapshot-Content-Location") or header(message, "Content-Location")
    wanted = (message.get_param("start"), address)
    found = [one for one in pages if {header(one, "Content-ID"), header(one, "Content-Location")} & {*wanted}]
    page = next(iter(found or pages), None)
    if page is None:
        raise ExtractionError("document-unreadable", "no text/html")
    address = address or header(page, "Content-Location")
    words, guessed = letters(page)
    read = read_page(words, changes, sheets=_sheets(parts), address=address)
    left_out = read.left_out
    for other in pages:
        if other is not page:
            inner = read_page(letters(other)[0], changes or "accept", no_parts)
            left_out += [("unsupported", inner.text)] if inner.text.strip() else []
    facts = {"url": address, "title": header(message, "Subject"), "retrieved": day_of(message)}
    facts |= {key: value for key, value in read.facts.items() if value}
    return replace(read, extractor=f"Bronbrief {__version__}, MHTML", facts=facts, guessed=guessed)


def _sheets(parts: list[Part]) -> dict[str, str]:
    """Return the style sheets that came along, by the addresses under which a page names them."""
    found = {}
    for one in parts:
        if one.get_content_type() == "text/css":
            sheet, _ = letters(one)
            found[header(one, "Content-Location")] = sheet
            found[f"cid:{header(one, 'Content-ID').strip('<>')}"] = sheet
    return found
