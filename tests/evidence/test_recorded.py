"""An evidence record is read as strictly as it was written; every changed character in it is found."""

import json
import re
from collections.abc import Iterator
from functools import cache
from typing import Any

import pytest

from bronbrief.core.workspace import Workspace
from bronbrief.evidence.record import EvidenceRecord
from bronbrief.evidence.recorded import read_evidence
from bronbrief.evidence.rereading import part_diagnostics, printed_diagnostics
from bronbrief.sources.catalogue import load_catalogue
from bronbrief.sources.model import Catalogue
from support.published import published_small, published_workspace
from support.workspaces import BRIEF

LONG = "enschede-dalian"
COUNTED = ("start", "end")
SPELLED = ("exact", "prefix", "suffix")


@cache
def _built(name: str) -> tuple[str, Catalogue]:
    root = published_small() if name == BRIEF else published_workspace()
    text = (root / "build" / name / f"{name}.evidence.jsonld").read_text(encoding="utf-8")
    catalogue = load_catalogue(Workspace(root)).value
    assert catalogue is not None
    return text, catalogue


def _found(text: str, catalogue: Catalogue) -> set[str]:
    """Return the codes of everything found in a record, against its sources by their checksums."""
    read = read_evidence(text.encode(), "record")
    codes = {finding.code for finding in read.diagnostics}
    return codes | set(_rechecked(read.value, catalogue)) if read.value else codes


def _rechecked(record: EvidenceRecord, catalogue: Catalogue) -> Iterator[str]:
    known = {source.record.sha256: source for source in catalogue.sources.values()}
    for one in record.quotations:
        sources = [known.get(part.source.sha256) for part in one.parts]
        for part, source in zip(one.parts, sources, strict=True):
            if source is None or source.path != part.source.path:
                yield "source"
            else:
                yield from (finding.code for finding in part_diagnostics(part, source, "record", one.id))
        yield from (finding.code for finding in printed_diagnostics(one, sources, "record"))


def _changed(value: object, key: str = "") -> Iterator[object]:
    """Yield a JSON value with one character of one quotation changed, each in turn."""
    if isinstance(value, dict):
        for name, item in value.items():
            for other in _changed(item, name):
                yield {**value, name: other}
    elif isinstance(value, list):
        for at, item in enumerate(value):
            for other in _changed(item, key):
                yield [*value[:at], other, *value[at + 1 :]]
    elif isinstance(value, int) and key in COUNTED:
        yield value + 1
        yield value - 1
        yield value * 10
    elif isinstance(value, str) and (key in SPELLED or key in ("value", "sha256")):
        for at, character in enumerate(value):
            yield value[:at] + ("a" if character != "a" else "b") + value[at + 1 :]
            yield value[:at] + value[at + 1 :]


@pytest.mark.parametrize("name", [BRIEF, LONG])
def test_an_unchanged_record_gives_no_finding(name: str) -> None:
    """A record as it was written agrees with its sources."""
    assert not _found(*_built(name))


def test_every_character_changed_in_a_record_is_found() -> None:
    """Each character of words, surroundings, positions, checksums and what prints: all are found.

    The author's own words, in brackets, are not in the source: that they were changed shows in the
    finished files.
    """
    text, catalogue = _built(BRIEF)
    record = json.loads(text)
    items = record["first"]["items"]
    tried = 0
    for item in items:
        own = item["body"][0]["value"]
        for other in _changed(item):
            assert isinstance(other, dict)
            printed = other["body"][0]["value"]
            if other["target"] == item["target"] and _same_but_for_insertions(own, printed):
                continue
            assert _found(_alone(record, other), catalogue), (own, other)
            tried += 1
    assert tried > 800


def test_characters_changed_in_a_long_record_are_found() -> None:
    """A sample of the same, for quotations over line breaks, page breaks and several passages."""
    text, catalogue = _built(LONG)
    record = json.loads(text)
    items = record["first"]["items"]
    for item in items:
        assert not _found(_alone(record, item), catalogue)
        for number, other in enumerate(_changed(item)):
            assert isinstance(other, dict)
            if number % 113 or "[" in item["body"][0]["value"]:
                continue
            assert _found(_alone(record, other), catalogue), other


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('"verdict": "exact"', '"verdict": "folded"'),
        ('"verdict": "exact"', '"verdict": "exacte"'),
        ('"total": 3', '"total": 2'),
        ('"Annotation"', '"Annotatio"'),
        ('"identifying"', '"identifyin"'),
        ('"locator": "al. 1"', '"locator": "al. 2"'),
        ('"exact":', '"exact": "x", "exact":'),
        ('"folds"', '"fold"'),
        ("urn:bronbrief:veerdienst:in-stand", "urn:bronbrief:veerdienst:geen-reden"),
    ],
)
def test_a_record_of_another_shape_is_found(old: str, new: str) -> None:
    """What is fixed in a record, and what its parts repeat of each other, cannot be changed unseen."""
    text, catalogue = _built(BRIEF)
    assert old in text
    assert _found(text.replace(old, new, 1), catalogue)


@pytest.mark.parametrize(
    "data", [b"", b"null", b"[]", b"{}", b"[" * 5000, b'{"id": NaN}', b"\xff", b"9" * 5000]
)
def test_what_is_no_record_is_a_finding(data: bytes) -> None:
    """Anything else than a record is refused without a traceback."""
    outcome = read_evidence(data, "record")
    assert outcome.value is None
    assert [finding.code for finding in outcome.diagnostics] == ["verify-record-shape"]


def _alone(record: dict[str, Any], item: Any) -> str:
    """Write a record with this quotation alone."""
    name = item["id"].rpartition(":")[2]
    alone = {"setOff": [name], "inline": [], "notes": [], "sources": [item["target"][0]["source"]]}
    return json.dumps({**record, **alone, "total": 1, "first": {**record["first"], "items": [item]}})


def _same_but_for_insertions(one: str, other: str) -> bool:
    """Tell whether two printed texts differ within square brackets only, and those not of an omission."""
    outside = [re.sub(r"\[(?!…\])[^\[\]]+\]", "[]", text) for text in (one, other)]
    return outside[0] == outside[1]
