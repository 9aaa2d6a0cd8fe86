"""Take the text out of a document in a child process, with little memory, little time and no files.

Documents come from anywhere, and the libraries that read them are large. What goes wrong in the child, a
crash included, becomes a finding.
"""

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import PurePath

from bronbrief.core.child import ChildFailedError, TooHeavyError, call
from bronbrief.core.confine import Limits
from bronbrief.core.diagnostics import Diagnostic, Outcome
from bronbrief.core.findings import report
from bronbrief.core.workspace import MEBIBYTE
from bronbrief.intake.extractors import SUFFIXES

DOCUMENT_LIMIT = 64 * MEBIBYTE
LIMITS = Limits(memory=2048 * MEBIBYTE, seconds=60, file_size=0)
WALL_SECONDS = 120
CALLS_SHOWN = 12
_CODES = frozenset({"document-locked", "document-unreadable", "document-hostile", "document-too-heavy"})
_VISIBLE = re.compile(r"\w")


@dataclass(frozen=True, slots=True)
class Extracted:
    """What came out of a document: its text, and the facts that it states, by key of a record.

    `extractor` names the library and its version; it is empty where the file is the text, byte for byte.
    `calls` are calls to notes that were left out of the text.
    """

    text: str
    facts: dict[str, str] = field(default_factory=dict)
    extractor: str = ""
    calls: tuple[str, ...] = ()


def extract(data: bytes, name: str) -> Outcome[Extracted]:
    """Take the text out of a document, read as what its name says it is."""
    suffix = PurePath(name).suffix.lower()
    if suffix not in SUFFIXES:
        known = ", ".join(SUFFIXES)
        return Outcome(None, (report("document-kind", name=name, suffix=suffix or "–", known=known),))
    if len(data) > DOCUMENT_LIMIT:
        limit = f"{DOCUMENT_LIMIT // MEBIBYTE} MiB"
        return Outcome(None, (report("file-too-large", path=name, limit=limit),))
    answer = _answer_of_child(data, suffix)
    code = str(answer.get("code", ""))
    if code:
        known = code if code in _CODES else "document-unreadable"
        return Outcome(None, (report(known, name=name, reason=str(answer.get("reason", ""))[:200]),))
    text = str(answer["text"])
    if not _VISIBLE.search(text):
        scan = suffix == ".pdf"
        return Outcome(None, (report("document-scan" if scan else "document-without-text", name=name),))
    facts = answer.get("facts")
    found = {str(key): str(value) for key, value in facts.items()} if isinstance(facts, dict) else {}
    calls = answer.get("calls")
    called = tuple(map(str, calls)) if isinstance(calls, list) else ()
    value = Extracted(text, found, str(answer.get("extractor", "")), called)
    return Outcome(value, tuple(_left_out(name, called)))


def _left_out(name: str, calls: Sequence[str]) -> Iterator[Diagnostic]:
    """Tell which calls to notes are not in the text, the first few by what they show."""
    if calls:
        shown = ", ".join(calls[:CALLS_SHOWN]) + (", …" if len(calls) > CALLS_SHOWN else "")
        yield report("document-note-calls", name=name, count=len(calls), calls=shown)


def _answer_of_child(data: bytes, suffix: str) -> dict[str, object]:
    """Run the child and return its answer; `code` says what went wrong."""
    try:
        answer = json.loads(call("bronbrief.intake.child:answer", suffix, data, LIMITS, WALL_SECONDS))
    except TooHeavyError as error:
        return {"code": "document-too-heavy", "reason": str(error)}
    except ChildFailedError as error:
        return {"code": "document-unreadable", "reason": str(error)}
    return answer if isinstance(answer, dict) else {"code": "document-unreadable"}
