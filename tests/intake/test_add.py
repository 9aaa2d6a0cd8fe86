"""`intake/add.py`: a document becomes a source that loads, whole or not at all; nothing is invented."""

import hashlib
import os
from pathlib import Path

import pytest

from bronbrief.core.diagnostics import Outcome
from bronbrief.core.workspace import Workspace
from bronbrief.intake.add import Intake, Request, take_in
from bronbrief.locale.diagnostics import hint
from bronbrief.sources.catalogue import load_catalogue, source_ids
from bronbrief.sources.model import Source
from support.documents import CORE, docx, pdf
from support.drawn_pdf import drawn, picture, text, with_picture

DUTCH = "Het college heeft besloten de brug te vervangen. Dat wordt een jaar later dan ook de raad wilde."
PAGE = """<!doctype html><html lang="nl-NL"><head><title>Brug dicht | Havenkrant</title>
<meta property="og:site_name" content="Havenkrant"><link rel="canonical" href="https://example.org/brug">
<script type="application/ld+json">{"@graph": [{"@type": "NewsArticle", "headline": "Brug dicht",
"datePublished": "2024-05-03T08:00:00+02:00", "author": [{"name": "J. de Vries"}]}]}</script></head>
<body><nav>Menu</nav><div class="cookie-bar">Wij gebruiken cookies</div><main><h1>Brug dicht</h1>
<div class="share-buttons"><a href="#">Deel op X</a></div>
<p>De gemeente sluit de <b>brug</b> over de
vliet.<br>Dat meldt het college.</p><ol><li>Voor auto's<li>Voor fietsers</ol>
<table><tr><th>Jaar<th>Kosten<tr><td>2024<td>€ 1,5 mln</table>
<script>kwaad()</script><p hidden>geheim</p></main><footer>Alle rechten</footer></body></html>"""


def add(workspace: Path, name: str, data: bytes, **options: object) -> Outcome[Intake]:
    """Write a document beside the workspace and take it in."""
    path = workspace.parent / name
    path.write_bytes(data)
    return take_in(Workspace(workspace), Request(str(path), **options))  # type: ignore[arg-type]


def taken(workspace: Path, name: str, data: bytes, **options: object) -> Source:
    """Take a document in and return the source as the workspace loads it, without any finding."""
    outcome = add(workspace, name, data, **options)
    assert outcome.value is not None, outcome.diagnostics
    loaded = load_catalogue(Workspace(workspace))
    assert loaded.value is not None
    assert loaded.diagnostics == ()
    return loaded.value.sources[outcome.value.source.id]


def codes(outcome: Outcome[Intake]) -> list[str]:
    """Return the codes of what was found."""
    return [finding.code for finding in outcome.diagnostics]


def test_a_text_in_utf8_is_the_source_byte_for_byte(workspace: Path) -> None:
    """Nothing is rewritten, not even line ends and a byte order mark, and no copy is kept."""
    data = b"\xef\xbb\xbfKop\r\n\r\n" + DUTCH.encode() + b"\r\n"
    source = taken(workspace, "Mijn Nota 2.txt", data)
    assert (source.id, source.data, source.record.original) == ("mijn-nota-2", data, None)
    assert (source.record.lang, source.record.title, source.record.title_ground) == ("nl", "Kop", "supplied")


def test_a_title_from_the_file_name_says_what_to_write_once_it_is_corrected(workspace: Path) -> None:
    """Who corrects the title reads beside its basis that it may now be stated."""
    outcome = add(workspace, "Nota.txt", DUTCH.encode())
    assert outcome.value is not None
    record = (workspace / "seeds/nota.yaml").read_text(encoding="utf-8")
    assert "title_basis: supplied  # " in record
    assert "stated" in record


def test_a_text_in_windows_1252_is_converted_and_kept(workspace: Path) -> None:
    """The text comes out right, and the record holds the checksums of both files."""
    data = "Café ‘Het Veer’ – € 5. ".encode("cp1252") + DUTCH.encode()
    source = taken(workspace, "cafe.txt", data)
    assert source.text.startswith("Café ‘Het Veer’ – € 5.")
    assert source.record.original == "cafe.original.txt"
    assert (workspace / "seeds" / "cafe.original.txt").read_bytes() == data
    assert source.record.original_sha256 == hashlib.sha256(data).hexdigest()
    assert source.record.sha256 == hashlib.sha256(source.data).hexdigest()
    assert "cafe.original" not in source_ids(Workspace(workspace))


def test_a_web_page_gives_its_text_and_what_it_says_of_itself(workspace: Path) -> None:
    """Navigation, notices, scripts and what is hidden stay out; metadata fill the record."""
    source = taken(workspace, "brug.html", PAGE.encode())
    assert [passage.text for passage in source.passages] == [
        "Brug dicht",
        "De gemeente sluit de brug over de vliet.",
        "Dat meldt het college.",
        "1. Voor auto's",
        "2. Voor fietsers",
        "Jaar | Kosten",
        "2024 | € 1,5 mln",
    ]
    record = source.record
    assert (record.title, record.publisher, record.author) == ("Brug dicht", "Havenkrant", "J. de Vries")
    assert (record.date, record.url, record.kind) == ("2024-05-03", "https://example.org/brug", "news")
    assert (record.lang, record.origin) == ("nl-NL", "brug.html")
    assert record.extractor is not None
    assert record.extractor.startswith("tinyhtml5 ")


def test_markdown_loses_its_marks(workspace: Path) -> None:
    """What is quoted from Markdown is the text that it prints."""
    data = b"---\na: x\n---\n# De brug\n\nHet **college** zegt [niets](/x) over `kosten`.\n\n- een\n- twee\n"
    source = taken(workspace, "brug.md", data)
    texts = [passage.text for passage in source.passages]
    assert texts == ["De brug", "Het college zegt niets over kosten.", "- een", "- twee"]
    assert source.record.title == "De brug"


def test_a_word_document_gives_its_text_and_properties(workspace: Path) -> None:
    """Title, author and language come from the properties; the day it was made is no date of it."""
    core = CORE.format(title="Nota brug", author="A. Jansen").encode()
    data = docx(["Aanleiding", DUTCH], parts={"docProps/core.xml": core})
    source = taken(workspace, "nota.docx", data)
    assert [passage.text for passage in source.passages][-1] == DUTCH
    record = source.record
    assert (record.title, record.author, record.lang) == ("Nota brug", "A. Jansen", "nl-NL")
    assert (record.date, record.date_ground, record.title_ground) == (None, None, "supplied")
    written = (workspace / "seeds" / "nota.yaml").read_text(encoding="utf-8")
    assert "date:  # niet bekend; het bestand is gemaakt op 2023-04-05" in written


def test_text_that_software_recognised_is_marked_as_such_in_the_record(workspace: Path) -> None:
    """A layer of recognised text over a scan is a source, the record says so, and so is the author told."""
    scan = picture(0, 0, 595, 842) + text(60, 700, "De raad besluit de dijk op te hogen.", before="3 Tr /F1")
    outcome = add(workspace, "besluit.pdf", drawn(scan, change=with_picture()))
    assert outcome.value is not None
    assert outcome.value.source.record.ocr == "true"
    assert codes(outcome) == ["document-recognised"]
    assert taken(workspace, "brug.pdf", pdf([["De brug gaat dicht."]])).record.ocr is None


def test_sentences_run_on_over_the_pages_of_a_pdf(workspace: Path) -> None:
    """Page numbers and running heads do not cut a sentence in two, and no word is lost."""
    line = "Op dag {} heeft het college de raad in een brief laten weten dat de brug over de vliet"
    rest = "in het volgende jaar wordt vervangen, want de kosten vallen hoger uit dan {} keer was verwacht."
    pages = [
        ["Nota brug" if at else "NOTA", *(text.format(at) for text in (rest, line)), f"Pagina {at} van 5"]
        for at in range(5)
    ]
    source = taken(workspace, "brug.pdf", pdf(pages, "/Title (Nota brug) /CreationDate (D:20230102030405Z)"))
    whole = " ".join(passage.text for passage in source.passages)
    for at in range(4):
        assert f"{line.format(at)} {rest.format(at + 1)}" in whole
    assert whole.count("Nota brug") == 0
    assert (source.record.title, source.record.date) == ("Nota brug", None)
    assert "\f" in source.text


def test_what_is_not_known_is_left_to_the_author_with_its_place(workspace: Path) -> None:
    """A title from the file's name is supplied, and each empty or doubtful line of the record is listed."""
    outcome = add(workspace, "verslag_van-de-raad.txt", DUTCH.encode())
    assert outcome.value is not None
    record = outcome.value.source.record
    assert (record.title, record.title_ground) == ("Verslag van de raad", "supplied")
    assert (record.publisher, record.author, record.date, record.url) == (None, None, None, None)
    lines = (workspace / outcome.value.record_path).read_text(encoding="utf-8").splitlines()
    listed = {one.key: lines[one.line - 1] for one in outcome.value.to_do}
    assert set(listed) == {"title", "publisher", "author", "date", "url", "kind", "lang"}
    assert all(line.startswith(f"{key}:") for key, line in listed.items())
    assert "bestandsnaam" in listed["title"]


def test_what_the_author_gives_goes_first(workspace: Path) -> None:
    """Options win over what the document says, and need no looking at."""
    given = {
        "title": "Echte titel: deel 1",
        "publisher": "Gemeente",
        "date": "2021~",
        "kind": "letter",
        "lang": "nl-BE",
    }
    outcome = add(
        workspace, "brug.html", PAGE.encode(), source_id="brug-2021", facts=given, countries=("NL", "BE")
    )
    assert outcome.value is not None
    record = outcome.value.source.record
    assert (record.title, record.publisher, record.date) == ("Echte titel: deel 1", "Gemeente", "2021~")
    assert (record.kind, record.lang, record.countries) == ("letter", "nl-BE", ("NL", "BE"))
    assert {one.key for one in outcome.value.to_do} == {"author", "url"}


@pytest.mark.parametrize(
    ("facts", "code"),
    [
        ({"date": "gisteren"}, "record-date"),
        ({"date": "12 mei 2026"}, "record-date"),
        ({"url": "x"}, "record-url"),
        ({"kind": "boek"}, "record-not-one-of"),
    ],
)
def test_a_fact_that_a_record_cannot_hold_is_refused(
    workspace: Path, facts: dict[str, str], code: str
) -> None:
    """A wrong option is named before anything is read or written."""
    outcome = add(workspace, "x.txt", DUTCH.encode(), facts=facts)
    assert codes(outcome) == [code]
    assert hint(outcome.diagnostics[0], "nl")
    assert source_ids(Workspace(workspace)) == ("havenkrant-2023",)


def test_a_text_that_lies_in_seeds_already_gets_its_record(workspace: Path) -> None:
    """Who put the text there first needs only the record, and the text is left as it is."""
    path = workspace / "seeds" / "nota.txt"
    path.write_bytes(DUTCH.encode())
    outcome = take_in(Workspace(workspace), Request(str(path)))
    assert outcome.value is not None, outcome.diagnostics
    assert outcome.value.paths == ("seeds/nota.yaml",)
    assert path.read_bytes() == DUTCH.encode()


@pytest.mark.parametrize("taken_name", ["nota.txt", "nota.yaml", "nota.original.docx"])
def test_nothing_is_overwritten_and_nothing_is_half_written(workspace: Path, taken_name: str) -> None:
    """If one of the files stands there, none is written."""
    (workspace / "seeds" / taken_name).write_text("van een ander", encoding="utf-8")
    before = {path.name: path.read_bytes() for path in (workspace / "seeds").iterdir()}
    assert codes(add(workspace, "nota.docx", docx([DUTCH]))) == ["source-exists"]
    assert {path.name: path.read_bytes() for path in (workspace / "seeds").iterdir()} == before


def test_a_write_that_fails_is_taken_back(workspace: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A full disk halfway leaves seeds/ as it was."""
    real, written = os.fsync, 0

    def full(descriptor: int) -> None:
        nonlocal written
        written += 1
        if written == 2:
            raise OSError(28, "No space left on device")
        real(descriptor)

    monkeypatch.setattr(os, "fsync", full)
    before = sorted((workspace / "seeds").iterdir())
    assert codes(add(workspace, "nota.docx", docx([DUTCH]))) == ["output-unwritable"]
    assert sorted((workspace / "seeds").iterdir()) == before


def test_an_id_that_will_not_do_is_refused(workspace: Path) -> None:
    """The finding proposes one that will."""
    outcome = add(workspace, "x.txt", DUTCH.encode(), source_id="Mijn Bron")
    assert codes(outcome) == ["source-id"]
    assert outcome.diagnostics[0].params["suggestion"] == "mijn-bron"


def test_an_address_is_not_fetched(workspace: Path) -> None:
    """Who gives a web address is told to save the page."""
    outcome = take_in(Workspace(workspace), Request("https://example.org/brug.html"))
    assert codes(outcome) == ["document-is-address"]


_FOOT = "Tweede Kamer, vergaderjaar 2021–2022, 35 925 V, nr."
STATED = [
    (
        f"Motie van het lid Zandstra\n\nDe Kamer,\n\nverzoekt de regering te handelen.\n\n{_FOOT} 33   1\n",
        "Tweede Kamer, vergaderjaar 2021–2022, 35 925 V, nr. 33",
        "motion",
    ),
    ("ECLI:NL:RBOVE:2021:17\n\nDe rechtbank wijst het verzoek af.\n", "ECLI:NL:RBOVE:2021:17", "judgment"),
    (
        "Persbericht\n\nHet college sluit de brug.\n\nZie ECLI:NL:HR:2019:2006.\n",
        None,
        "press-release",
    ),
    (
        "Schriftelijke vraag nr. 12 (2020-2021)\n\nVraag om meer geld voor de brug.\n",
        "Schriftelijke vraag nr. 12 (2020-2021)",
        "written-question",
    ),
    (f"Verslag\n\n{_FOOT} 3\n\n{_FOOT} 4\n", None, "report"),
]


@pytest.mark.parametrize(("text", "number", "kind"), STATED)
def test_a_number_is_taken_only_where_the_document_states_its_own(
    workspace: Path, text: str, number: str | None, kind: str
) -> None:
    """The foot of each page and the head name the document; what it cites, and a choice of two, do not."""
    record = taken(workspace, "stuk.txt", text.encode()).record

    assert (record.identifier, record.kind) == (number, kind)


def test_a_page_of_the_official_gazette_states_its_number(workspace: Path) -> None:
    """The facts in the head of such a page make the citation whole, with the session."""
    head = "".join(
        f'<meta name="OVERHEIDop.{name}" content="{value}">'
        for name, value in (
            ("vergaderjaar", "2021-2022"),
            ("dossiernummer", "35925-V"),
            ("ondernummer", "33"),
        )
    )
    page = f"<html lang=nl><head>{head}<title>Motie</title></head><body><p>{DUTCH}</p></body></html>"

    assert (
        taken(workspace, "kst.html", page.encode()).record.identifier
        == "Kamerstukken II 2021-2022, 35925-V, nr. 33"
    )
