"""Records: strict, each finding at its place, all in one run."""

from pathlib import Path

import pytest

from bronbrief.core.workspace import Workspace
from bronbrief.core.yaml.values import read_yaml
from bronbrief.locale.diagnostics import hint
from bronbrief.sources.record import minimal_record, read_record

SHA = "A" * 64
SOUND = f"""\
title: "Een brief: aan Brest"
title_basis: supplied
kind: letter
lang: nl-BE
sha256: {SHA}
date: 2020-09-18/..
url: https://example.org/a?b=c~1
countries: [BY, EU]
actors:
  - Gemeente Oostdam
note: >-
  Twee
  regels.
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with seeds/."""
    (tmp_path / "seeds").mkdir()
    return tmp_path


def found(folder: Path, text: str) -> list[tuple[str, int, int]]:
    """Read a record and return the code, line and column of each finding."""
    (folder / "seeds" / "a.yaml").write_text(text, encoding="utf-8")
    outcome = read_record(Workspace(folder), "seeds/a.yaml")
    places = [(finding.code, finding.place) for finding in outcome.diagnostics]
    return [(code, place.line, place.column) for code, place in places if place]


def test_sound_record_is_read_whole(folder: Path) -> None:
    """Every field arrives; a checksum in capitals is the same checksum."""
    assert found(folder, SOUND) == []
    record = read_record(Workspace(folder), "seeds/a.yaml").value
    assert record
    assert (record.title, record.title_ground, record.lang) == ("Een brief: aan Brest", "supplied", "nl-BE")
    assert (record.sha256, record.date, record.note) == (SHA.lower(), "2020-09-18/..", "Twee regels.")
    assert (record.countries, record.actors, record.publisher) == (("BY", "EU"), ("Gemeente Oostdam",), None)


@pytest.mark.parametrize(
    ("line", "code", "column"),
    [
        ("publihser: X", "record-key-misspelt", 1),
        ("zaaknummer: X", "record-key-misspelt", 1),
        ("retrieved: 21 november 2026", "record-day", 12),
        ("retrieved: 2026-11", "record-day", 12),
        ("archived: web.archive.org/x", "record-url", 11),
        ("identifier: ECLI:NL:HR:19", "record-identifier", 13),
        ("identifier: [een, twee]", "record-not-text", 13),
        ("part_of:", "record-value-missing", 1),
        ("zwaartekracht: X", "record-key-unknown", 1),
        ("publisher:", "record-value-missing", 1),
        ("publisher: [X]", "record-not-text", 12),
        ("author: {a: b}", "record-not-text", 9),
        (f"author: {'x' * 5000}", "record-too-long", 9),
    ],
)
def test_wrong_line_is_found_at_its_place(folder: Path, line: str, code: str, column: int) -> None:
    """Unknown keys, empty values and values of the wrong shape are refused where they stand."""
    expected_line = len(SOUND.splitlines()) + 1
    if code == "record-value-missing":
        assert [name for name, *_ in found(folder, SOUND + line + "\n")] in ([], [code])
    else:
        assert found(folder, SOUND + line + "\n") == [(code, expected_line, column)]


@pytest.mark.parametrize(
    ("key", "value", "code"),
    [
        ("kind", "newspaper", "record-not-one-of"),
        ("title_basis", "guessed", "record-not-one-of"),
        ("lang", "Nederlands", "record-language"),
        ("lang", "qq", "record-language"),
        ("sha256", "abc", "record-sha256"),
        ("date", "2020-13", "record-date"),
        ("date", "2023-02-29", "record-date"),
        ("date", "18 september 2020", "record-date"),
        ("date", "0000-00", "record-date"),
        ("date", "3-6-2026", "record-date"),
        ("url", "javascript:alert(1)", "record-url"),
        ("url", "file:///etc/passwd", "record-url"),
        ("url", "https://", "record-url"),
        ("url", "https://user:pw@example.org/", "record-url"),
        ("url", "https://example.org/a b", "record-url"),
        ("url", "https://[x/", "record-url"),
        ("countries", "[Belarus]", "record-country"),
        ("countries", "[QZ]", "record-country"),
        ("countries", "BY", "record-not-a-list"),
    ],
)
def test_wrong_value_is_refused(folder: Path, key: str, value: str, code: str) -> None:
    """Each kind of fact has a check of its own."""
    kept = [line for line in SOUND.splitlines() if not line.startswith(f"{key}:")]
    text = "\n".join([f"{key}: {value}", *kept])
    assert [(name, line) for name, line, _ in found(folder, text)] == [(code, 1)]


@pytest.mark.parametrize(
    "date", ["2024", "2024-03", "2024-03-15", "2021~", "2021-03~", "2020/..", "202X", "2020-21"]
)
def test_dates_may_be_uncertain(folder: Path, date: str) -> None:
    """EDTF of levels 0 and 1 is accepted."""
    assert found(folder, SOUND.replace("2020-09-18/..", date)) == []


def test_all_findings_come_in_one_run(folder: Path) -> None:
    """A record with several mistakes reports each of them, and there is no record."""
    codes = [code for code, *_ in found(folder, "titel: [X]\nkind: brief\nurl: x\nlang:\n")]
    assert sorted(codes) == sorted(
        ["record-key-misspelt", "record-not-text", "record-not-one-of", "record-url", "record-value-missing"]
        + ["record-key-missing"] * 2
    )
    assert read_record(Workspace(folder), "seeds/a.yaml").value is None


def test_misspelt_key_gets_its_name(folder: Path) -> None:
    """The hint says which key was meant."""
    (folder / "seeds" / "a.yaml").write_text(SOUND + "publihser: X\n", encoding="utf-8")
    (finding,) = read_record(Workspace(folder), "seeds/a.yaml").diagnostics
    assert "publisher" in hint(finding)


def test_a_key_in_dutch_is_one_mistake(folder: Path) -> None:
    """`titel` is read as the title, so that the title is not called missing as well."""
    assert found(folder, SOUND.replace("title:", "titel:")) == [("record-key-misspelt", 1, 1)]


def test_minimal_record_asks_for_all_that_it_does_not_know(folder: Path) -> None:
    """What the hint for a missing record offers can be pasted, and passes for nothing that nobody wrote."""
    assert read_yaml(minimal_record(SHA).encode(), "a").diagnostics == ()
    assert [(code, line) for code, line, _ in found(folder, minimal_record(SHA))] == [
        ("spec-placeholder", number) for number in (1, 2, 3, 4)
    ]


@pytest.mark.parametrize("ground", ["datum waarop het bestand is gemaakt", "date on which the file was made"])
def test_the_day_a_file_was_made_is_no_date_of_its_document(folder: Path, ground: str) -> None:
    """Records of old that say so have no date at all, whatever now stands there, and are told."""
    text = SOUND.replace("date: 2020-09-18/..", f"date: 2020-10-14\ndate_basis: {ground}")
    assert found(folder, text) == [("record-date-made", 7, 13)]
    record = read_record(Workspace(folder), "seeds/a.yaml").value
    assert record
    assert (record.date, record.date_ground) == (None, None)


def test_a_number_in_a_form_of_no_series_is_kept_and_named(folder: Path) -> None:
    """A number that cannot be is a warning: the record is read, and it prints as it stands."""
    (folder / "seeds" / "a.yaml").write_text(
        f"{SOUND}identifier: Kamerstukken II 2020/23, 35925, nr. 2\n", encoding="utf-8"
    )
    read = read_record(Workspace(folder), "seeds/a.yaml")

    assert read.value is not None
    assert read.value.identifier == "Kamerstukken II 2020/23, 35925, nr. 2"
    assert ["2020/21" in hint(finding, "nl") for finding in read.diagnostics] == [True]


def test_a_day_in_words_is_cured_by_the_hint(folder: Path) -> None:
    """The finding on a day of reading writes it as it must be."""
    (folder / "seeds" / "a.yaml").write_text(f"{SOUND}retrieved: 3 maart 2024\n", encoding="utf-8")
    findings = read_record(Workspace(folder), "seeds/a.yaml").diagnostics

    assert ["2024-03-03" in hint(finding, "nl") for finding in findings] == [True]
