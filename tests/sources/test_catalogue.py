"""The catalogue: texts and records held against each other, every finding in one run."""

import hashlib
import re
from pathlib import Path

import pytest

from bronbrief.core.diagnostics import Outcome
from bronbrief.core.workspace import Workspace
from bronbrief.locale.diagnostics import hint
from bronbrief.sources.catalogue import load_catalogue, source_ids
from bronbrief.sources.model import Catalogue

ROOT = Path(__file__).resolve().parents[2]
RECEIVED = {
    "000_c0cdc3d297fc425a.txt": "c85f058b513a72b36a23176a9abc447912e37322f2bed6e6b0b6c1dfbffdbd35",
    "001_dc5f877379d5dfa9.txt": "a748708023cd57b0e4f7e94c772a34a298fde1d3bde34f62060e80114fcb76ad",
    "002_ce63a29ae94b4f45.txt": "f10ba7cc2c5a7f37d3eb386061701378fb02f4461f478d82b499a64d9d83d4dd",
    "003_5bf86750952c11d4.txt": "abdf4d76bd6fcf866101e92301ec7b0fbeb178253842a9b9f7b964bbfa4bd6c4",
    "004_956377b5669fb0f9.txt": "37756a7f9bfdea7a734be2b919c1b48e2cea5d1b9d6d1c65cf7ed86f2b322cbe",
}
"""The SHA-256 of the five documents, by the names under which they were given."""


def codes(outcome: Outcome[Catalogue]) -> list[str]:
    """Return the codes of the findings."""
    return [finding.code for finding in outcome.diagnostics]


def test_shipped_sources_are_in_order() -> None:
    """The five documents load without a finding."""
    outcome = load_catalogue(Workspace(ROOT))
    assert outcome.diagnostics == ()
    assert outcome.value
    assert tuple(outcome.value.sources) == source_ids(Workspace(ROOT))
    assert len(outcome.value.sources) == 5


def test_shipped_sources_are_as_received() -> None:
    """Each text is the document that was given, byte for byte."""
    outcome = load_catalogue(Workspace(ROOT))
    assert outcome.value
    sources = outcome.value.sources.values()
    assert {source.record.origin: hashlib.sha256(source.data).hexdigest() for source in sources} == RECEIVED


def test_spans_lead_to_bytes_of_the_file() -> None:
    """A passage without line breaks is found in the file as received at its byte offsets."""
    outcome = load_catalogue(Workspace(ROOT), ["loekasjenko-poetin-2020"])
    source = outcome.value and outcome.value.get("loekasjenko-poetin-2020")
    assert source
    for passage in source.passages:
        start, end = source.byte_span(*passage.origin(0, len(passage.text)))
        assert source.data[start:end].decode() == passage.text


def test_only_the_sources_named_are_read(workspace: Path) -> None:
    """Other sources, sound or not, stay closed; unknown ids are left out without a finding."""
    (workspace / "seeds" / "kapot.txt").write_bytes(b"\xff")
    space = Workspace(workspace)
    outcome = load_catalogue(space, ["havenkrant-2023", "bestaat-niet"])
    assert outcome.value
    assert (list(outcome.value.sources), outcome.diagnostics) == (["havenkrant-2023"], ())
    assert "seeds/kapot.txt" not in space.reads


@pytest.mark.parametrize(
    ("data", "code"),
    [(b"", "source-empty"), (b" date 2024-03 \n", "source-without-passages"), (b"\xff", "source-not-utf8")],
)
def test_text_that_cannot_be_quoted(workspace: Path, data: bytes, code: str) -> None:
    """A text without words is an error at that file, and no source."""
    (workspace / "seeds" / "havenkrant-2023.txt").write_bytes(data)
    outcome = load_catalogue(Workspace(workspace))
    assert outcome.value
    assert (outcome.value.sources, codes(outcome)) == ({}, ["source-changed", code])


def test_changed_text_is_an_error_at_the_checksum(workspace: Path) -> None:
    """A text that is no longer what was recorded is refused, with both checksums shortened."""
    path = workspace / "seeds" / "havenkrant-2023.txt"
    path.write_bytes(path.read_bytes() + b"x")
    (finding,) = load_catalogue(Workspace(workspace)).diagnostics
    record = (workspace / "seeds" / "havenkrant-2023.yaml").read_text(encoding="utf-8").splitlines()
    assert finding.code == "source-changed"
    assert finding.is_error
    assert finding.place
    assert record[finding.place.line - 1].startswith("sha256:")
    assert finding.params["found"] == hashlib.sha256(path.read_bytes()).hexdigest()[:12] + "…"


@pytest.mark.parametrize(("written", "form"), [(b"\n", "LF"), (b"\r\n", "CRLF")])
def test_line_ends_that_changed_are_told_as_such(workspace: Path, written: bytes, form: str) -> None:
    """What git or an editor does to line ends is no new text, and gets no new checksum."""
    path, record = (workspace / "seeds" / f"havenkrant-2023{end}" for end in (".txt", ".yaml"))
    unix = path.read_bytes().replace(b"\r\n", b"\n")
    assert b"\n" in unix
    old, new = (
        hashlib.sha256(data).hexdigest() for data in (path.read_bytes(), unix.replace(b"\n", written))
    )
    record.write_text(record.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    path.write_bytes(unix.replace(b"\n", b"\r\n" if form == "LF" else b"\n"))
    (finding,) = load_catalogue(Workspace(workspace)).diagnostics
    assert (finding.code, finding.params["form"]) == ("source-line-ends-changed", form)
    assert finding.is_error
    path.write_bytes(path.read_bytes() + b"x")
    assert codes(load_catalogue(Workspace(workspace))) == ["source-changed"]


def test_missing_record_comes_with_one_to_paste(workspace: Path) -> None:
    """A text without a record is an error whose detail is a record to fill in."""
    record = workspace / "seeds" / "havenkrant-2023.yaml"
    record.unlink()
    outcome = load_catalogue(Workspace(workspace))
    assert codes(outcome) == ["source-without-record"]
    filled = outcome.diagnostics[0].detail
    for form in (
        "<…>",
        "<stated | page address | supplied>",
        "<news | press-release | letter | report | advice | ",
    ):
        assert form in filled
    filled = re.sub(r"(?<=^title: )<.*>", "Titel", filled, flags=re.MULTILINE)
    filled = filled.replace("<…>", "nl")
    filled = re.sub(r"<(\w+) \|.*>", r"\1", filled)
    record.write_text(filled, encoding="utf-8")
    assert load_catalogue(Workspace(workspace)).diagnostics == ()


@pytest.mark.parametrize(
    ("name", "code", "cure"),
    [
        ("nota.docx", "source-not-taken-in", "bronbrief add seeds/nota.docx"),
        ("nota.PDF", "source-not-taken-in", "bronbrief add seeds/nota.PDF"),
        ("krant.yml", "source-ending", "seeds/krant.yaml"),
        ("krant.TXT", "source-ending", "seeds/krant.txt"),
        ("foto.png", "source-not-read", "plain text"),
    ],
)
def test_a_file_that_is_not_read_gets_a_hint_for_its_kind(
    workspace: Path, name: str, code: str, cure: str
) -> None:
    """A document is to be taken in, a text or record with another ending renamed, all else left."""
    (workspace / "seeds" / name).write_bytes(b"x")
    (finding,) = load_catalogue(Workspace(workspace)).diagnostics
    assert finding.code == code
    assert cure in hint(finding)


def test_all_that_is_wrong_is_found_in_one_run(workspace: Path) -> None:
    """Stray records, names that cannot be ids and files of another kind are all named."""
    seeds = workspace / "seeds"
    (seeds / "wees.yaml").write_text("title: X\n", encoding="utf-8")
    (seeds / "Raad Brief.txt").write_text("Tekst.", encoding="utf-8")
    (seeds / "brief.docx").write_bytes(b"PK")
    (seeds / "README.md").write_text("Lees mij.", encoding="utf-8")
    outcome = load_catalogue(Workspace(workspace))
    assert sorted(codes(outcome)) == ["record-without-source", "source-name", "source-not-taken-in"]
    name = next(finding for finding in outcome.diagnostics if finding.code == "source-name")
    assert name.params["suggestion"] == "raad-brief.txt"
    assert source_ids(Workspace(workspace)) == ("havenkrant-2023",)


def test_broken_record_still_shows_what_is_wrong_with_the_text(workspace: Path) -> None:
    """A record that cannot be read does not hide findings about its text."""
    (workspace / "seeds" / "havenkrant-2023.yaml").write_text("title: [\n", encoding="utf-8")
    (workspace / "seeds" / "havenkrant-2023.txt").write_text("Tekst\u202e.", encoding="utf-8")
    outcome = load_catalogue(Workspace(workspace))
    assert codes(outcome)[-1] == "source-hidden-character"
    assert outcome.diagnostics[0].is_error


def test_link_out_of_the_workspace_is_refused(workspace: Path, tmp_path: Path) -> None:
    """A text that is a link to a file elsewhere is not read."""
    (tmp_path / "geheim.txt").write_text("Geheim.", encoding="utf-8")
    (workspace / "seeds" / "geheim.txt").symlink_to(tmp_path / "geheim.txt")
    outcome = load_catalogue(Workspace(workspace), ["geheim"])
    assert codes(outcome) == ["path-outside-workspace"]
