"""Records go to reference managers and come back; what a record cannot hold is named, nothing is made up."""

import json
from pathlib import Path
from typing import Any

import pytest

from bronbrief.core.workspace import Workspace
from bronbrief.intake.add import Request, take_in
from bronbrief.intake.csl import as_csl, choose_entry, facts_of, read_csl
from bronbrief.sources.catalogue import load_catalogue
from bronbrief.sources.facts import KINDS
from bronbrief.sources.model import Source

TEXT = "Nota brugbeheer\n\nDe gemeente onderhoudt alle bruggen en doet dat tot het einde van 2030.\n"
# As Zotero 6 and 7 write a report, a newspaper article and a case, with the fields that people fill in.
REPORT = {
    "id": "http://zotero.org/users/1/items/ABCD2345",
    "type": "report",
    "title": "Nota brugbeheer",
    "collection-title": "Openbare werken",
    "event-place": "Oostdam",
    "number": "2021-0417",
    "page": "31",
    "publisher": "Gemeente Oostdam",
    "URL": "https://oostdam.nl/nota",
    "language": "nl-NL",
    "author": [
        {"family": "Berg", "given": "Anna", "non-dropping-particle": "van den"},
        {"literal": "Team Beheer"},
    ],
    "issued": {"date-parts": [["2021", 5, 3]]},
    "accessed": {"date-parts": [["2026", 11, 21]]},
    "archive_location": "kast 4",
}


def made(workspace: Path, entries: object, **given: Any) -> Any:
    """Take the text in with entries in CSL-JSON."""
    (workspace.parent / "zotero.json").write_text(json.dumps(entries), encoding="utf-8")
    (workspace.parent / "nota.txt").write_text(TEXT, encoding="utf-8")
    csl = str(workspace.parent / "zotero.json")
    return take_in(Workspace(workspace), Request(str(workspace.parent / "nota.txt"), csl=csl, **given))


def test_an_entry_fills_the_record_and_what_is_lost_is_said(workspace: Path) -> None:
    """Names, dates and numbers arrive; place, pages and a shelf mark have no key, and are named."""
    done = made(workspace, [REPORT])
    record = done.value.source.record

    assert (record.title, record.title_ground, record.kind) == ("Nota brugbeheer", "stated", "report")
    assert (record.author, record.publisher) == ("Anna van den Berg, Team Beheer", "Gemeente Oostdam")
    assert (record.date, record.retrieved, record.archived) == ("2021-05-03", "2026-11-21", None)
    assert (record.identifier, record.url, record.lang) == ("2021-0417", "https://oostdam.nl/nota", "nl-NL")
    lost = [one.params["keys"] for one in done.diagnostics if one.code == "csl-not-kept"]
    assert lost == ["collection-title, event-place, page, archive_location"]


def test_what_the_author_says_goes_before_the_entry(workspace: Path) -> None:
    """An option corrects the entry."""
    assert made(workspace, REPORT, facts={"date": "2020"}).value.source.record.date == "2020"


def test_of_several_entries_the_title_or_the_id_tells(workspace: Path) -> None:
    """The title that stands in the text decides; where none does, the id; else nothing is taken in."""
    other = REPORT | {"id": "anders2020", "title": "Iets anders", "citation-key": "anders2020"}
    items = (REPORT, other)

    assert choose_entry(items, "", TEXT) is REPORT
    assert choose_entry(items, "anders2020", TEXT) is other
    done = made(workspace, [other, other | {"id": "b"}])
    assert (done.value, [one.code for one in done.diagnostics]) == (None, ["csl-entry-unclear"])


@pytest.mark.parametrize("data", [b"", b"[]", b"{}", b"[1]", b'[{"type": 3}]', b"@book{x}", b"[" * 100_000])
def test_what_is_no_csl_json_is_refused(data: bytes) -> None:
    """Other formats and broken files end in an error that says so."""
    with pytest.raises(ValueError):  # noqa: PT011 - the message is the reader's, in its words
        read_csl(data)


@pytest.mark.parametrize(
    ("issued", "date"),
    [
        ({"date-parts": [[2021]]}, "2021"),
        ({"date-parts": [[2021, 3]], "circa": True}, "2021-03~"),
        ({"date-parts": [[2021]], "season": 3}, "2021-23"),
        ({"date-parts": [[2020, 1], [2020, 4]]}, "2020-01/2020-04"),
        ({"raw": "2020-09-18/.."}, "2020-09-18/.."),
        ({"literal": "12 maart 2021"}, "2021-03-12"),
        ({"literal": "de week na Pasen"}, None),
        ({"date-parts": [["ooit"]]}, None),
        ("2021", None),
    ],
)
def test_dates_keep_what_they_say(issued: object, date: str | None) -> None:
    """Months, seasons, spans and doubt arrive as EDTF; what has no such form is named as lost."""
    read = facts_of({"type": "report", "issued": issued})

    assert read.facts.get("date") == date
    assert ("issued" in read.unkept) is (date is None)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("date", ["2021", "2021-03~", "2020-09-18/..", "2021-21", "2020-01/2020-04"])
def test_a_record_comes_back_as_it_went(workspace: Path, kind: str, date: str) -> None:
    """Every kind and date survives the way to a manager and back."""
    text = (workspace / "seeds" / "havenkrant-2023.yaml").read_text(encoding="utf-8")
    more = "author: A. Bouwer\npart_of: Zaterdag\nidentifier: stb-2018-141\nurl: https://oostdam.nl\n"
    more += "retrieved: 2026-11-21\narchived: https://web.archive.org/x\nnote: Let op.\n"
    text = text.replace("kind: news", f"kind: {kind}").replace("date: 2023-11", f"date: {date}")
    (workspace / "seeds" / "havenkrant-2023.yaml").write_text(text + more, encoding="utf-8")
    source = _source(workspace)
    item = as_csl(source)

    read = facts_of(json.loads(json.dumps(item)))

    assert read.unkept == ()
    record = source.record
    assert read.facts == {
        key: getattr(record, key)
        for key in (
            *("title", "author", "publisher", "part_of", "date", "identifier", "url"),
            *("retrieved", "archived", "kind", "lang", "note"),
        )
    }


def _source(workspace: Path) -> Source:
    loaded = load_catalogue(Workspace(workspace)).value
    assert loaded is not None
    return loaded.sources["havenkrant-2023"]
