"""`sources/search.py`: what is found, how a question is read, and an index that mends itself."""

import os
import shutil
import sqlite3
import threading
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bronbrief.core.workspace import Workspace
from bronbrief.sources import search_sync
from bronbrief.sources.number_forms import number_forms
from bronbrief.sources.search import Hit, SearchResult, search
from bronbrief.sources.search_words import plain
from support.tools import sized

SOURCE = "havenkrant-2023"
ENDLESS = (
    "CREATE VIEW sources AS "
    "WITH RECURSIVE no(name, stamp) AS (SELECT 1, 1 UNION ALL SELECT 1, 1 FROM no) SELECT * FROM no"
)
OTHER = """\
Brieven over de Wit-Russische stad

De burgemeester van Oostdam schreef in 2021 over Oekraïne en de café-eigenaren. Hij noemde geen bedragen.

- 3 -

De samen-
werking met de stad Brest rust. Niemand spreekt nog van een stedenband, en niemand weet waarom.
"""


@pytest.fixture
def two(workspace: Path) -> Workspace:
    """Return the small workspace with a second source."""
    write(workspace, "brieven-2021", OTHER)
    return Workspace(workspace)


def write(root: Path, name: str, text: str) -> Path:
    """Write a text in seeds/, old enough for its stamp to count."""
    path = root / "seeds" / f"{name}.txt"
    path.write_text(text, encoding="utf-8")
    os.utime(path, (1_700_000_000, 1_700_000_000))
    return path


def places(found: SearchResult) -> list[tuple[str, str]]:
    """Return where the hits stand."""
    return [(hit.source_id, hit.locator) for hit in found.hits]


def marked(hit: Hit) -> list[str]:
    """Return the words that are marked in a hit."""
    return [hit.text[start:end] for start, end in hit.marks]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("oekraine", ["Oekraïne"]),
        ("OEKRAÏNE", ["Oekraïne"]),
        ("Oekrai\u0308ne", ["Oekraïne"]),
        ("café", ["café"]),
        ("wit-russische", ["Wit-Russische"]),
        ("samenwerking", ["samenwerking"]),
        ('"niemand weet waarom"', ["niemand weet waarom"]),
        ("“niemand weet”", ["niemand weet"]),
        ("steden*", ["stedenband"]),
        ("steden", ["stedenband"]),
        ("burgemester", ["burgemeester"]),
        ("stedenbant", ["stedenband"]),
        ("brest stedenband", ["Brest", "stedenband"]),
        ("1,5", ["1,5"]),
    ],
)
def test_words_are_found_as_people_write_them(two: Workspace, text: str, words: list[str]) -> None:
    """Accents, capitals, hyphens at line ends, beginnings and small misspellings do not hide a word."""
    found = search(two, text)
    assert [marked(hit) for hit in found.hits] == [words]


def test_a_phrase_wants_its_words_together(two: Workspace) -> None:
    """Words in another order or apart are not the phrase."""
    assert places(search(two, '"weet niemand"')) == []
    assert places(search(two, "weet niemand")) == [("brieven-2021", "al. 2")]


def test_all_words_before_some(two: Workspace) -> None:
    """Where no passage has all words, passages with some are given, and said to be so."""
    found = search(two, "wethouder bedragen")
    assert found.some
    assert {place[0] for place in places(found)} == {SOURCE, "brieven-2021"}


def test_a_replaced_word_is_said_and_an_unknown_one_too(two: Workspace) -> None:
    """The reader is told which words were sought in place of others."""
    found = search(two, "stedenbant qqxyz")
    assert found.replaced == (("stedenbant", ("stedenband",)),)
    assert found.unknown == ("qqxyz",)


def test_page_numbers_are_not_found(two: Workspace) -> None:
    """What is not text of a source does not come up."""
    assert search(two, "3").hits == ()


def test_one_source_may_be_searched(two: Workspace) -> None:
    """With a source's id nothing else comes up."""
    assert {place[0] for place in places(search(two, "de", source_id=SOURCE))} == {SOURCE}
    assert search(two, "de", source_id="geen-bron").hits == ()


@settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
    max_examples=sized(200, 50),
    deadline=None,
)
@given(text=st.one_of(st.text(), st.text(alphabet="\"*^()-+:{}NEAROT AND\0\\'%_")))
def test_no_question_is_an_error(workspace: Path, text: str) -> None:
    """Whatever is typed, the syntax of the engine included, is only looked for."""
    for hit in search(Workspace(workspace), text).hits:
        assert all(0 <= start < end <= len(hit.text) for start, end in hit.marks)


@given(st.text())
def test_plain_text_is_as_long_as_it_was(text: str) -> None:
    """Marks found in plain text fit the text itself."""
    assert len(plain(text)) == len(text) or text.isascii()


def test_the_index_follows_the_files(two: Workspace) -> None:
    """Files that come, change, keep their size, or go, are seen by the next search."""
    root = two.root
    assert places(search(two, "zeppelin")) == []
    path = write(root, "nieuw", "Een zeppelin boven de stad.")
    assert places(search(two, "zeppelin")) == [("nieuw", "al. 1")]
    write(root, "nieuw", "Een luchtbal boven de stad.")
    assert places(search(two, "zeppelin")) == []
    assert places(search(two, "luchtbal")) == [("nieuw", "al. 1")]
    path.unlink()
    assert places(search(two, "luchtbal")) == []


def test_a_file_is_read_only_where_its_stamp_changed(two: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    """With nothing changed only sources of hits are read; one file touched is read, and only that."""
    search(two, "zeppelin")
    stamps_settled(two)
    search(two, "zeppelin")
    opened: list[str] = []
    real = Workspace.read

    def noted(self: Workspace, path: str, limit: int) -> bytes:
        opened.append(path)
        return real(self, path, limit)

    monkeypatch.setattr(Workspace, "read", noted)
    search(two, "zeppelin")
    assert opened == []
    search(two, "wethouder")
    assert opened == [f"seeds/{SOURCE}.txt"]
    os.utime(two.root / "seeds" / "brieven-2021.txt", (1_600_000_000, 1_600_000_000))
    search(two, "zeppelin")
    assert opened == [f"seeds/{SOURCE}.txt", "seeds/brieven-2021.txt"]


def stamps_settled(workspace: Workspace) -> None:
    """Wait until no file is so new that its stamp does not count; the change time cannot be set."""
    newest = max(path.stat().st_ctime_ns for path in (workspace.root / "seeds").iterdir())
    while True:
        probe = workspace.root / "build" / "probe"
        probe.write_bytes(b"")
        if probe.stat().st_ctime_ns > newest + search_sync._FRESH_NS:
            return


def index_file(workspace: Workspace) -> Path:
    """Return the file of the index."""
    (path,) = (workspace.build / ".cache").glob("search*.sqlite")
    return path


@pytest.mark.parametrize("damage", ["gone", "empty", "noise", "torn", "tables", "old", "folder"])
def test_a_damaged_index_is_made_anew(two: Workspace, damage: str) -> None:
    """Whatever happened to the cache, the answer is the same and nothing is said of it."""
    before = places(search(two, "stedenband"))
    path = index_file(two)
    match damage:
        case "gone":
            path.unlink()
        case "empty":
            path.write_bytes(b"")
        case "noise":
            path.write_bytes(b"geen databank" * 1000)
        case "torn":
            data = path.read_bytes()
            path.write_bytes(data[: len(data) // 3])
        case "old":
            path.rename(path.with_name("search-0.sqlite"))
        case "tables":
            database = sqlite3.connect(path)
            database.execute("DROP TABLE passages")
            database.commit()
            database.close()
        case "folder":
            path.unlink()
            path.mkdir()
    assert before
    assert places(search(two, "stedenband")) == before


def test_every_torn_index_gives_the_right_answer(two: Workspace) -> None:
    """Blocks of zeroes anywhere in the file lead to no other answer and no exception."""
    before = places(search(two, "stedenband"))
    path = index_file(two)
    whole = path.read_bytes()
    for at in range(0, len(whole), 4096):
        path.write_bytes(whole[:at] + bytes(4096) + whole[at + 4096 :])
        search(two, "stedenband")
    path.write_bytes(whole)
    assert places(search(two, "stedenband")) == before


def test_without_a_place_to_write_the_index_lives_in_memory(two: Workspace) -> None:
    """A file where the folder for output belongs does not keep anyone from searching."""
    (two.root / "build").rmdir()
    (two.root / "build").write_text("in de weg", encoding="utf-8")
    assert places(search(two, "stedenband")) == [("brieven-2021", "al. 2")]


def test_searches_at_the_same_time_agree(two: Workspace) -> None:
    """Several searches that all find the index missing end with the same answer."""
    answers: list[list[tuple[str, str]]] = []
    threads = [
        threading.Thread(target=lambda: answers.append(places(search(Workspace(two.root), "stedenband"))))
        for _ in range(6)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert answers == [[("brieven-2021", "al. 2")]] * 6


def test_a_source_that_cannot_be_read_is_named(two: Workspace) -> None:
    """A search says which sources it could not look into."""
    (two.root / "seeds" / "kapot.txt").write_bytes(b"caf\xe9")
    assert search(two, "stedenband").unread == ("kapot",)


def test_links_out_of_the_workspace_are_not_searched(two: Workspace, tmp_path: Path) -> None:
    """A source that is a link to a file elsewhere is not read."""
    secret = tmp_path / "geheim.txt"
    secret.write_text("Het wachtwoord is zwaardvis.", encoding="utf-8")
    (two.root / "seeds" / "link.txt").symlink_to(secret)
    assert search(two, "zwaardvis").hits == ()


@pytest.mark.ci
def test_very_many_sources(tmp_path: Path) -> None:
    """In a large workspace one in so many is found, and so is what changed, in place or not."""
    for folder in ("briefs", "seeds"):
        (tmp_path / folder).mkdir()
    many = sized(10_000, 1_000)
    for number in range(many):
        (tmp_path / "seeds" / f"bron-{number}.txt").write_text(
            f"Dossier {number} over de haven.", encoding="utf-8"
        )
    workspace = Workspace(tmp_path)
    assert places(search(workspace, f'"dossier {many - 54}"')) == [(f"bron-{many - 54}", "al. 1")]
    assert search(workspace, "haven").total == 300
    assert places(search(workspace, '"dossier 42"')) == [("bron-42", "al. 1")]
    (tmp_path / "seeds" / "bron-42.txt").write_text("Dossier 42 gaat over de brug.", encoding="utf-8")
    assert "brug" in search(workspace, '"dossier 42"').hits[0].text
    (tmp_path / "seeds" / "nieuw.txt").write_text("Een zeppelin.", encoding="utf-8")
    assert places(search(workspace, "zeppelin")) == [("nieuw", "al. 1")]


def alter(root: Path, *statements: str) -> None:
    """Change the index as somebody would who has its file."""
    database = sqlite3.connect(index_file(Workspace(root)))
    for statement in statements:
        database.execute(statement)
    database.commit()
    database.close()


@pytest.mark.parametrize(
    "statements",
    [
        ("UPDATE passages SET text = replace(text, 'Niemand', 'Iedereen')",),
        ("DELETE FROM sources WHERE name = 'brieven-2021'",),
        (
            "DROP TABLE sources",
            ENDLESS,
        ),
    ],
    ids=["altered", "less", "endless"],
)
def test_an_index_from_elsewhere_is_not_believed(
    two: Workspace, tmp_path: Path, statements: tuple[str, ...]
) -> None:
    """An index that came along with a copy of the workspace is made anew, whatever stands in it."""
    before = search(two, "stedenband")
    alter(two.root, *statements)
    shutil.copytree(two.root, tmp_path / "kopie")
    assert search(Workspace(tmp_path / "kopie"), "stedenband") == before


def test_what_is_shown_is_cut_from_the_source(two: Workspace) -> None:
    """An index that says otherwise than the source shows nothing of its own, and mends itself."""
    before = search(two, "stedenband")
    row = "rowid, text) SELECT id, replace(text, 'Niemand', 'Iedereen') FROM passages"
    alter(
        two.root,
        "INSERT INTO words_of (words_of, rowid, text) SELECT 'delete', id, text FROM passages",
        f"INSERT INTO words_of ({row}",
        "UPDATE passages SET text = replace(text, 'Niemand', 'Iedereen')",
    )
    assert search(two, "iedereen").hits == ()
    assert search(two, "stedenband") == before


@pytest.mark.parametrize("name", ["", "search.lock"])
def test_nothing_is_written_through_links(two: Workspace, tmp_path: Path, name: str) -> None:
    """A folder for the index, or a file in it, that is a link to elsewhere is left as it is."""
    outside = tmp_path / "elders"
    outside.mkdir()
    link = two.root / "build" / ".cache" / name
    link.parent.mkdir(parents=True, exist_ok=True)
    link.symlink_to(outside / name)
    assert places(search(two, "stedenband")) == [("brieven-2021", "al. 2")]
    assert list(outside.iterdir()) == []


COUNCIL = """\
De gemeenteraad van Oostdam telde 1 200 insprekers, en dat heet een record.

Een raadslid liep de draad langs, zonder beraad, en gaf 1.350 euro uit.

De raad zelf vroeg tweeëntwintig bewoners, en later nog vijftienhonderd anderen.
"""


@pytest.mark.parametrize(
    ("question", "locators", "marks"),
    [
        ("raad", ["al. 3", "al. 1", "al. 2"], [["raad"], ["gemeenteraad"], ["raadslid"]]),
        ("1200", ["al. 1"], [["1 200"]]),
        ("1.200", ["al. 1"], [["1 200"]]),
        ("twaalfhonderd", ["al. 1"], [["1 200"]]),
        ("1350", ["al. 2"], [["1.350"]]),
        ("22", ["al. 3"], [["tweeëntwintig"]]),
        ("1 500", ["al. 3"], [["vijftienhonderd"]]),
        ('"raad"', ["al. 3"], [["raad"]]),
    ],
)
def test_parts_of_compounds_and_other_forms_of_numbers_answer(
    workspace: Path, question: str, locators: list[str], marks: list[list[str]]
) -> None:
    """The word itself comes first, then words that hold it as a part; a number answers to all its forms."""
    write(workspace, "gemeente", COUNCIL)

    found = search(Workspace(workspace), question, source_id="gemeente")

    assert [hit.locator for hit in found.hits] == locators
    assert [marked(hit) for hit in found.hits] == marks


@pytest.mark.parametrize(
    ("words", "form"),
    [
        (("2021",), ("2", "021")),
        (("duizend", "tweehonderd"), ("1200",)),
        (("honderdenvijf",), ("105",)),
        (("negenendertighonderd",), ("3900",)),
        (("twenty", "one"), ("21",)),
        (("1", "000", "000"), ("1000000",)),
    ],
)
def test_a_number_has_its_other_forms(words: tuple[str, ...], form: tuple[str, ...]) -> None:
    """Digits with and without groups, and numbers written out, are forms of one number."""
    assert form in number_forms(words)
    assert words not in number_forms(words)


@pytest.mark.parametrize("words", [("007",), ("1", "5"), ("1234", "567"), ("brug",), ("2021", "12", "01")])
def test_what_is_no_whole_number_has_no_other_forms(words: tuple[str, ...]) -> None:
    """Decimals, dates, codes and words are left as they are."""
    assert number_forms(words) == ()
