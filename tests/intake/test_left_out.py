"""`intake/left_out.py`: what a text does not have of its document is told, kept in the record and shown."""

import json
from collections.abc import Sequence
from pathlib import Path

import pytest

from bronbrief.cli import source_views
from bronbrief.core.diagnostics import Severity
from bronbrief.core.workspace import Workspace
from bronbrief.intake import extraction
from bronbrief.intake.add import Request, take_in
from bronbrief.intake.left_out import KEPT_EACH, KEPT_LENGTH, bounded, read_answer, tell
from bronbrief.locale import i18n
from bronbrief.locale.diagnostics import headline, hint
from bronbrief.sources import as_data
from bronbrief.sources.catalogue import load_catalogue
from bronbrief.sources.facts import REASONS
from bronbrief.sources.model import LeftOut, Source
from bronbrief.sources.record import read_record


def taken(workspace: Path, monkeypatch: pytest.MonkeyPatch, left_out: Sequence[LeftOut]) -> Source:
    """Take in a document of which a library leaves out what is given."""
    entries = [(one.reason, one.text) for one in left_out]
    answer = {"text": "De raad stemt in.\n", "facts": {}, "extractor": "x 1", "left_out": entries}
    monkeypatch.setattr(extraction, "_answer_of_child", lambda *_: json.loads(json.dumps(answer)))
    path = workspace.parent / "nota.html"
    path.write_bytes(b"<p>De raad stemt in.")
    outcome = take_in(Workspace(workspace), Request(str(path)))
    assert outcome.value is not None, outcome.diagnostics
    loaded = load_catalogue(Workspace(workspace))
    assert loaded.value is not None
    assert loaded.diagnostics == ()
    return loaded.value.sources["nota"]


def test_a_finding_for_each_reason_shows_the_first_words() -> None:
    """What could turn the sense is a warning, the rest advice, in the reader's language."""
    texts = [LeftOut("hidden", "niet"), LeftOut("note-call", "1"), LeftOut("hidden", "tenzij")]
    hidden, calls = tell("brief.html", texts)
    assert (hidden.severity, calls.severity) == (Severity.WARNING, Severity.HINT)
    assert headline(hidden, "nl") == "Weggelaten uit brief.html: verborgen tekst (2)"
    assert headline(calls, "en") == "Left out of brief.html: calls to notes (1)"
    assert "“niet”, “tenzij”" in hint(hidden, "nl")


@pytest.mark.parametrize("lang", ["en", "nl"])
def test_every_reason_has_words(lang: str) -> None:
    """A reason that a record may hold can be told in each language, and no other is."""
    assert set(i18n.words("left_out", lang)) == set(REASONS)


@pytest.mark.parametrize("lang", ["en", "nl"])
@pytest.mark.parametrize("reason", REASONS)
def test_why_something_is_left_out_is_said_in_whole(reason: str, lang: str) -> None:
    """Where a headline is too long, the name of the document gives way."""
    (found,) = tell("een-heel-lang-genoemd-besluit-van-de-raad-van-oostdam.pdf", [LeftOut(reason, "niet")])
    said = headline(found, lang)
    assert i18n.say("left_out", reason, lang) in said
    assert "een-heel…" in said or "een-heel-l" in said


def test_what_a_record_keeps_is_bounded() -> None:
    """Equal entries are counted, long ones cut with their length, and the many told as a number."""
    texts = [LeftOut("navigation", f"menu {at}") for at in range(500)]
    kept = bounded([LeftOut("hidden", "x" * 5000), *texts, *[LeftOut("image")] * 3])
    assert kept[0] == LeftOut("hidden", "x" * (KEPT_LENGTH - 1) + "…", 1, 5000)
    assert len(kept) == 1 + KEPT_EACH + 1 + 1
    assert kept[-2:] == (LeftOut("navigation", "…", 500 - KEPT_EACH), LeftOut("image", "", 3))


def test_what_a_library_answers_is_not_believed() -> None:
    """An unknown reason is one that could not be read, and no line break or control reaches a record."""
    answer = [["magic", "a\nb\x1b[31m"], "xy", ["form", ""], ["form"]]
    assert read_answer(answer) == (LeftOut("unsupported", "a b [31m"), LeftOut("form", ""))
    assert read_answer(None) == ()


def test_the_record_keeps_what_was_left_out(workspace: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever its words, it reads back as it was and is shown with the source."""
    texts = ['“a”: {b}, [c] # "d" \\', "no", "3", "- x", "é" * 300, "*"]
    left_out = [LeftOut("hidden", text) for text in texts]
    source = taken(workspace, monkeypatch, [*left_out, LeftOut("image"), LeftOut("image")])
    assert source.record.left_out == (*bounded(left_out), LeftOut("image", "", 2))
    shown = source_views.details(source, "nl", rich=False)
    assert "weggelaten: verborgen tekst: “no”\n" in shown
    assert "weggelaten: afbeeldingen (2)\n" in shown
    data = as_data.listed(source)
    assert '"reason": "hidden"' in json.dumps(data["record"])


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("left_out: hidden", "record-not-a-list"),
        ("left_out: [hidden]", "record-left-out"),
        ("left_out: [{text: x}]", "record-left-out"),
        ("left_out: [{reason: hidden, why: x}]", "record-left-out"),
        ("left_out: [{reason: magic}]", "record-not-one-of"),
        ("left_out: [{reason: hidden, count: veel}]", "record-count"),
        ("left_out: [{reason: hidden, text: [x]}]", "record-not-text"),
    ],
)
def test_the_record_is_read_strictly(workspace: Path, written: str, code: str) -> None:
    """An entry that the record cannot hold is a finding on its line."""
    path = workspace / "seeds" / "havenkrant-2023.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(f"{text}{written}\n", encoding="utf-8")
    found = read_record(Workspace(workspace), "seeds/havenkrant-2023.yaml").diagnostics
    assert [one.code for one in found] == [code]
    assert found[0].place is not None
    assert found[0].place.line == text.count("\n") + 1
