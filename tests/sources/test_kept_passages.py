"""Passages that are kept are the passages that splitting gives."""

from collections.abc import Callable
from pathlib import Path

import pytest

from bronbrief.sources import kept_passages
from bronbrief.sources.kept_passages import pack, passages_of, unpack
from bronbrief.sources.model import Passage
from bronbrief.sources.passages import split_passages
from support.tools import ROOT

TEXTS = [path.read_text(encoding="utf-8-sig") for path in sorted((ROOT / "seeds").glob("*.txt"))]
WRAPPED = "Kop\n\nDe samen-\nwerking van land- en\ntuinbouw; so\u00adciaal/\nwerk.\n\n7\n\nVraag 1\nWie?\n"


def plain(passages: tuple[Passage, ...]) -> list[tuple[object, ...]]:
    """Write passages as plain values."""
    return [
        (one.index, one.locator, one.text, tuple(one.runs), one.origin_start, one.origin_end)
        for one in passages
    ]


@pytest.mark.parametrize("text", [*TEXTS, WRAPPED], ids=len)
def test_passages_come_back_as_they_were(text: str) -> None:
    """Locators, texts, runs and edges survive, and so does the way back to the source."""
    split = split_passages(text)
    back = unpack(pack(split), text)
    assert plain(back) == plain(split)
    for one, other in zip(split, back, strict=True):
        assert [one.origin(at, at + 1) for at in range(len(one.text))] == [
            other.origin(at, at + 1) for at in range(len(other.text))
        ]
        assert other.runs[1:] == tuple(one.runs)[1:]
        with pytest.raises(IndexError):
            other.runs[len(other.runs)]


@pytest.mark.parametrize(
    "spoil",
    [lambda data: data[:100] + bytes([data[100] ^ 1]) + data[101:], lambda data: data[:-1], lambda _: b""],
    ids=["a byte changed", "a piece gone", "nothing left"],
)
def test_a_file_that_is_not_whole_is_not_used(
    spoil: Callable[[bytes], bytes], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A byte changed, or a piece gone: the source is split again, and the file is whole again."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    text = WRAPPED * (kept_passages.LEAST // len(WRAPPED) + 1)
    first = passages_of(text, "a" * 64)
    (kept,) = (tmp_path / "bronbrief" / "passages").iterdir()
    whole = kept.read_bytes()
    kept.write_bytes(spoil(whole))
    assert plain(passages_of(text, "a" * 64)) == plain(first)
    assert kept.read_bytes() == whole


def test_a_long_source_is_split_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What lies in the user's cache is not split again; a short source is not kept at all."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    text = WRAPPED * (kept_passages.LEAST // len(WRAPPED) + 1)
    first = passages_of(text, "a" * 64)
    assert len(list((tmp_path / "bronbrief" / "passages").iterdir())) == 1
    passages_of(WRAPPED, "b" * 64)
    assert len(list((tmp_path / "bronbrief" / "passages").iterdir())) == 1

    def refuse(_: str) -> tuple[Passage, ...]:
        raise AssertionError("split again")

    monkeypatch.setattr(kept_passages, "split_passages", refuse)
    assert plain(passages_of(text, "a" * 64)) == plain(first)
    with pytest.raises(AssertionError):
        passages_of(text, "c" * 64)
