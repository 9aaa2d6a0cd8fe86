"""Notes about long sources: what was found out once is known, by the same code about the same bytes."""

import hashlib
from pathlib import Path

import pytest

from bronbrief.core.workspace import Workspace
from bronbrief.sources import catalogue, decoding
from bronbrief.sources.kept_passages import LEAST
from bronbrief.sources.notes import MOST, Notes

HASH = "a" * 64


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give each test a cache folder of its own."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return tmp_path / "cache" / "bronbrief" / "notes"


def test_what_was_kept_is_known(home: Path) -> None:
    """Answers come back by subject; to keep them again without anything new writes nothing."""
    notes = Notes(HASH)
    notes.about("words", "r1")["all"] = 3
    notes.about("places", "r2")["x"] = [[1, 2, []]]
    notes.keep()
    again = Notes(HASH)
    assert again.about("words", "r1") == {"all": 3}
    (home / HASH).unlink()
    again.keep()
    assert not (home / HASH).exists()
    again.about("words", "r1")["few"] = 1
    again.keep()
    assert Notes(HASH).about("words", "r1") == {"all": 3, "few": 1}
    assert Notes(HASH).about("places", "r2") == {"x": [[1, 2, []]]}, "a subject not asked for stays"


def test_other_code_begins_anew() -> None:
    """What other code found out is not believed, nor a subject that has grown too large."""
    notes = Notes(HASH)
    notes.about("words", "r1")["all"] = 3
    notes.about("places", "r1").update({str(number): [] for number in range(MOST + 1)})
    notes.keep()
    assert Notes(HASH).about("words", "r2") == {}
    assert Notes(HASH).about("places", "r1") == {}
    assert Notes("b" * 64).about("words", "r1") == {}


@pytest.mark.parametrize("spoil", [lambda data: data[:-1], lambda data: b"x" + data, lambda _: b""])
def test_a_file_that_is_not_whole_holds_nothing(home: Path, spoil: object) -> None:
    """A byte more or less: the notes are empty, and can be kept anew."""
    notes = Notes(HASH)
    notes.about("words", "r1")["all"] = 3
    notes.keep()
    assert callable(spoil)
    (home / HASH).write_bytes(spoil((home / HASH).read_bytes()))
    again = Notes(HASH)
    assert again.about("words", "r1") == {}
    again.about("words", "r1")["all"] = 4
    again.keep()
    assert Notes(HASH).about("words", "r1") == {"all": 4}


def test_without_a_hash_nothing_is_noted(home: Path) -> None:
    """A short source is quicker read again: it has no notes, in this run nor the next."""
    notes = Notes()
    notes.about("words", "r1")["all"] = 3
    assert notes.about("words", "r1") == {}
    notes.keep()
    assert not home.exists()


@pytest.mark.parametrize("hidden", [0, 2])
def test_hidden_characters_are_told_in_every_run(
    hidden: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A long source without hidden characters is gone through once; one that has them, every time."""
    text = "De raad besloot." + "\u200b" * hidden + " Het college antwoordde.\n\n" * (LEAST // 20)
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "lang.txt").write_text(text, encoding="utf-8", newline="")
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    record = f"title: Lang\ntitle_basis: supplied\nkind: web\nlang: nl\nsha256: {sha256}\n"
    (tmp_path / "seeds" / "lang.yaml").write_text(record, encoding="utf-8")
    workspace = Workspace(tmp_path)
    first = catalogue.load_catalogue(workspace)
    assert first.value is not None
    first.value.sources["lang"].notes.keep()
    if not hidden:
        monkeypatch.setattr(decoding, "_hidden", None)
    again = catalogue.load_catalogue(workspace)
    assert again.diagnostics == first.diagnostics
    assert [one.code for one in again.diagnostics] == ["source-hidden-character"] * (hidden > 0)
