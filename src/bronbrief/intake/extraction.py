"""Take the text out of a document in a child process, with little memory, little time and no files.

Documents come from anywhere, and the libraries that read them are large. What goes wrong in the child, a
crash included, becomes a finding.
"""

import json
import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import PurePath

from bronbrief.core.diagnostics import Diagnostic, Outcome
from bronbrief.core.findings import report
from bronbrief.core.workspace import MEBIBYTE
from bronbrief.intake.extractors import SUFFIXES
from bronbrief.sources.model import LeftOut

DOCUMENT_LIMIT = 64 * MEBIBYTE
TEXT_LIMIT = 64 * MEBIBYTE
WALL_SECONDS = 120
CALLS_SHOWN = 12
_PASSED_ON = ("PATH", "PYTHONPATH", "LD_LIBRARY_PATH", "LANG", "LC_ALL")
_CODES = frozenset({"document-locked", "document-unreadable", "document-hostile", "document-too-heavy"})
_VISIBLE = re.compile(r"\w")


@dataclass(frozen=True, slots=True)
class Extracted:
    """What came out of a document: its text, and the facts that it states, by key of a record.

    `extractor` names the library and its version; it is empty where the file is the text, byte for byte.
    `left_out` is what the text does not have, in order. `ocr` tells that software read it from pictures.
    """

    text: str
    facts: dict[str, str] = field(default_factory=dict)
    extractor: str = ""
    left_out: tuple[LeftOut, ...] = ()
    ocr: bool = False


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
    entries = answer.get("left_out")
    left_out = tuple(LeftOut(**one) for one in entries) if isinstance(entries, list) else ()
    value = Extracted(text, found, str(answer.get("extractor", "")), left_out, answer.get("ocr") is True)
    calls = [one.text for one in left_out if one.reason == "note-call"]
    recognised = (report("document-recognised", name=name),) if value.ocr else ()
    return Outcome(value, (*_left_out(name, calls), *recognised))


def _left_out(name: str, calls: Sequence[str]) -> Iterator[Diagnostic]:
    """Tell which calls to notes are not in the text, the first few by what they show."""
    if calls:
        shown = ", ".join(calls[:CALLS_SHOWN]) + (", …" if len(calls) > CALLS_SHOWN else "")
        yield report("document-note-calls", name=name, count=len(calls), calls=shown)


def _answer_of_child(data: bytes, suffix: str) -> dict[str, object]:
    """Run the child and return its answer; `code` says what went wrong."""
    command = [sys.executable, "-P", "-m", "bronbrief.intake.child", suffix]
    environment = {name: os.environ[name] for name in _PASSED_ON if name in os.environ}
    try:
        done = subprocess.run(  # noqa: S603 - our own module
            command, input=data, capture_output=True, timeout=WALL_SECONDS, env=environment, check=False
        )
    except subprocess.TimeoutExpired:
        return {"code": "document-too-heavy", "reason": f"{WALL_SECONDS} s"}
    if done.returncode in {-signal.SIGXCPU, -signal.SIGKILL}:
        return {"code": "document-too-heavy", "reason": signal.Signals(-done.returncode).name}
    if done.returncode != 0 or len(done.stdout) > TEXT_LIMIT:
        last = done.stderr.decode(errors="replace").strip().splitlines()[-1:] or [f"exit {done.returncode}"]
        return {"code": "document-unreadable", "reason": last[0]}
    answer = json.loads(done.stdout)
    return answer if isinstance(answer, dict) else {"code": "document-unreadable"}
