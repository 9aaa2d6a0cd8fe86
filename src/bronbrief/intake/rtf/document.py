"""An RTF document to the text that it shows."""

from datetime import date
from locale import windows_locale

from bronbrief.intake.converted import Converted, read_versions
from bronbrief.intake.refusal import Refusal
from bronbrief.intake.rtf.reader import Reader
from bronbrief.intake.rtf.second_reading import rtf_texts
from bronbrief.intake.rtf.tokens import tokens


def read_rtf(data: bytes, changes: str = "") -> dict[str, object]:
    """Read an RTF document: the answer of an extractor."""
    if not data.lstrip().startswith(b"{\\rtf"):
        raise Refusal("document-unreadable", "no {\\rtf")
    texts = rtf_texts(data)

    def convert(accept: bool) -> Converted:  # noqa: FBT001 - one of the two versions
        reader = Reader(accept)
        reader.read(tokens(data))
        writer = reader.shown.writer
        return Converted(writer.page(css="color:auto"), writer.added, reader.shown.taken, _facts(reader))

    return read_versions(convert, texts, changes, "RTF")


def _facts(reader: Reader) -> dict[str, str]:
    language = windows_locale.get(reader.numbers.get("deflang", 0), "")
    return {
        "title": reader.kept.get("title", "").strip(),
        "author": reader.kept.get("author", "").strip(),
        "lang": language.replace("_", "-"),
        "made": _day(*(reader.numbers.get(one, 0) for one in ("yr", "mo", "dy"))),
    }


def _day(year: int, month: int, day: int) -> str:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return ""
