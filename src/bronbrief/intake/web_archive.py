"""A page that a browser saved with all that it shows in one file (MHTML, RFC 2557)."""

from bronbrief import __version__
from bronbrief.intake.converted import no_parts
from bronbrief.intake.html.text import read_page
from bronbrief.intake.mail_parts import Part, day_of, header, letters
from bronbrief.intake.refusal import Refusal

_KINDS = frozenset(["multipart/related", "multipart/alternative", "text/html"])


def is_web_archive(message: Part) -> bool:
    """Tell whether a message is a page that was saved, and no mail that somebody sent."""
    sender = header(message, "From")
    saved = sender.startswith("<Saved by") or bool(header(message, "Snapshot-Content-Location"))
    return saved or (not sender and message.get_content_type() in _KINDS)


def read_web_archive(message: Part, changes: str) -> dict[str, object]:
    """Read a saved page: the answer of an extractor. Pages within the page are told by their words."""
    parts: list[Part] = [one for one in message.walk() if not one.is_multipart()]
    pages = [one for one in parts if one.get_content_type() in {"text/html", "application/xhtml+xml"}]
    address = header(message, "Snapshot-Content-Location") or header(message, "Content-Location")
    wanted = (message.get_param("start"), address)
    found = [one for one in pages if {header(one, "Content-ID"), header(one, "Content-Location")} & {*wanted}]
    page = next(iter(found or pages), None)
    if page is None:
        raise Refusal("document-unreadable", "no text/html")
    address = address or header(page, "Content-Location")
    words, guessed = letters(page)
    read = read_page(words, changes, sheets=_sheets(parts), address=address)
    left_out = read.left_out
    for other in pages:
        if other is not page:
            inner = read_page(letters(other)[0], changes or "accept", no_parts)
            left_out += [{"reason": "unsupported", "text": inner.text}] if inner.text.strip() else []
    facts = {"url": address, "title": header(message, "Subject"), "retrieved": day_of(message)}
    facts |= {key: value for key, value in read.facts.items() if value}
    return read.answer(f"Bronbrief {__version__}, MHTML") | {"facts": facts, "guessed": guessed}


def _sheets(parts: list[Part]) -> dict[str, str]:
    """Return the style sheets that came along, by the addresses under which a page names them."""
    found = {}
    for one in parts:
        if one.get_content_type() == "text/css":
            sheet, _ = letters(one)
            found[header(one, "Content-Location")] = sheet
            found[f"cid:{header(one, 'Content-ID').strip('<>')}"] = sheet
    return found
