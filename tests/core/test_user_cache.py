"""The user's own cache folder."""

import os
from pathlib import Path

import pytest

from bronbrief.core import user_cache
from bronbrief.core.user_cache import keep, recall


def test_what_was_kept_is_recalled(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file is found by its kind and name, and nothing else is left in the folder."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    assert recall("fonts", "a") is None
    keep("fonts", "a", b"one")
    keep("fonts", "a", b"two")
    assert recall("fonts", "a") == b"two"
    assert recall("passages", "a") is None
    assert os.listdir(tmp_path / "bronbrief" / "fonts") == ["a"]  # noqa: PTH208 - names are the point


def test_the_oldest_give_way(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A kind of file takes no more room than it may, and what was kept last stays."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    monkeypatch.setattr(user_cache, "MOST", 10)
    for age, name in enumerate(("a", "b", "c")):
        keep("fonts", name, b"12345")
        os.utime(tmp_path / "bronbrief" / "fonts" / name, ns=(age, age))
    assert [recall("fonts", name) is not None for name in "abc"] == [False, True, True]
    keep("fonts", "d", b"much too long")
    assert [recall("fonts", name) is not None for name in "bcd"] == [False, False, True]


def test_a_cache_that_cannot_be_had_is_no_mistake(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file in the place of the folder, or a user without a home, costs time only."""
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file"))
    keep("fonts", "a", b"one")
    assert recall("fonts", "a") is None

    def homeless(_: Path) -> Path:
        raise RuntimeError("no home")

    monkeypatch.delenv("XDG_CACHE_HOME")
    monkeypatch.setattr(Path, "expanduser", homeless)
    keep("fonts", "a", b"one")
    assert recall("fonts", "a") is None
