"""Take the text out of a document in a child process, with little memory, little time and no files.

Documents come from anywhere, and the libraries that read them are large. What goes wrong in the child, a
crash included, becomes a finding.
"""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import PurePath

from bronbrief.core.child import ChildFailedError, TooHeavyError, call
from bronbrief.core.confine import Limits
from bronbrief.core.diagnostics import Diagnostic, Outcome, Severity, clip, report
from bronbrief.core.workspace import MEBIBYTE
from bronbrief.intake.extractors import SUFFIXES
from bronbrief.intake.kinds import kind_of
from bronbrief.intake.left_out import few, one_line, read_answer, tell
from bronbrief.sources.model import LeftOut

DOCUMENT_LIMIT = 64 * MEBIBYTE
LIMITS = Limits(memory=2048 * MEBIBYTE, seconds=60, file_size=0)
WALL_SECONDS = 120
_CODES = frozenset(
    """
    document-locked document-unreadable document-hostile document-too-heavy document-cookie-wall
    document-login-page document-empty-shell document-xml document-several
    """.split()
)
_LINE_LENGTH = 300
# What Windows-1252 makes of letters in the code pages of DOS and of old Macintoshes, inside a word.
_ODD_WITHIN = re.compile(r"[^\W\d_][‚ƒ„“”…†‡ˆ‰Š‹Ž•˜™›¡-\xb4\xb6\xb8-\xbf×÷][^\W\d_]|[a-z][À-ÞŽŠŒ]")
# What LibreOffice and Word save as .docx, Outlook as .eml, and a browser as .mhtml.
_CONVERTIBLE = {
    **dict.fromkeys([".doc", ".dot", ".sxw", ".wps", ".wpd", ".pages"], "document-to-convert"),
    **dict.fromkeys([".msg", ".oft"], "document-outlook"),
    **dict.fromkeys([".warc", ".wacz"], "document-web-archive"),
}
_VISIBLE = re.compile(r"\w")


@dataclass(frozen=True, slots=True)
class Extracted:
    """What came out of a document: its text, and the facts that it states, by key of a record.

    `extractor` names the library and its version; it is empty where the file is the text, byte for byte.
    `left_out` is what the text does not have, in order. `choices` are what the author decided, by key of a
    record: which of two versions of the text. `ocr` tells that software read it from pictures.
    """

    text: str
    facts: dict[str, str] = field(default_factory=dict)
    extractor: str = ""
    left_out: tuple[LeftOut, ...] = ()
    choices: dict[str, str] = field(default_factory=dict)
    ocr: bool = False


def extract(data: bytes, name: str, changes: str = "") -> Outcome[Extracted]:
    """Take the text out of a document, read as what its name says it is.

    `changes`, accept or reject, chooses where the document has two versions of its text.
    """
    suffix = kind_of(data, PurePath(name).suffix.lower())
    if suffix not in SUFFIXES:
        known = ", ".join(SUFFIXES)
        code = _CONVERTIBLE.get(suffix, "document-kind")
        return Outcome(None, (report(code, name=name, suffix=suffix or "–", known=known),))
    if len(data) > DOCUMENT_LIMIT:
        limit = f"{DOCUMENT_LIMIT // MEBIBYTE} MiB"
        return Outcome(None, (report("file-too-large", path=name, limit=limit),))
    answer = _answer_of_child(data, suffix, changes)
    code = str(answer.get("code", ""))
    if code == "document-two-versions":
        return Outcome(None, (report(code, name=name, detail=_lines(answer, "differences")),))
    if code:
        known = code if code in _CODES else "document-unreadable"
        return Outcome(None, (report(known, name=name, reason=str(answer.get("reason", ""))[:200]),))
    text = str(answer["text"])
    if not _VISIBLE.search(text):
        scan = suffix == ".pdf"
        return Outcome(None, (report("document-scan" if scan else "document-without-text", name=name),))
    left_out = read_answer(answer.get("left_out"))
    extractor = str(answer.get("extractor", ""))
    choices, ocr = _texts(answer, "choices"), answer.get("ocr") is True
    value = Extracted(text, _texts(answer, "facts"), extractor, left_out, choices, ocr)
    found = [*tell(name, left_out), *_guessed(name, _list(answer, "guessed"))]
    if ocr:
        found.append(report("document-recognised", name=name))
    if lost := _lines(answer, "unaccounted"):
        found.append(report("document-unaccounted", name=name, detail=lost))
    return Outcome(value, tuple(found))


def _guessed(name: str, words: Sequence[str]) -> Iterator[Diagnostic]:
    """Tell that the encoding was guessed; it is doubtful where signs stand in the middle of words."""
    if words:
        doubtful = [word for word in words if _ODD_WITHIN.search(word)]
        severity = Severity.WARNING if doubtful else Severity.HINT
        shown = few(doubtful or words)
        yield report("document-encoding-guessed", name=name, words=shown, severity=severity)


def _lines(answer: Mapping[str, object], key: str) -> str:
    """Return the texts under a key of an answer, one a line, with signs that show only."""
    return "\n".join(clip(one_line(text), _LINE_LENGTH) for text in _list(answer, key))


def _list(answer: Mapping[str, object], key: str) -> list[str]:
    found = answer.get(key)
    return [str(one) for one in found] if isinstance(found, list) else []


def _texts(answer: Mapping[str, object], key: str) -> dict[str, str]:
    found = answer.get(key)
    return {str(name): str(value) for name, value in found.items()} if isinstance(found, dict) else {}


def _answer_of_child(data: bytes, suffix: str, changes: str) -> dict[str, object]:
    """Run the child and return its answer; `code` says what went wrong."""
    try:
        asked = f"{suffix} {changes}"
        answer = json.loads(call("bronbrief.intake.extractors:answer", asked, data, LIMITS, WALL_SECONDS))
    except TooHeavyError as error:
        return {"code": "document-too-heavy", "reason": str(error)}
    except ChildFailedError as error:
        return {"code": "document-unreadable", "reason": str(error)}
    return answer if isinstance(answer, dict) else {"code": "document-unreadable"}
