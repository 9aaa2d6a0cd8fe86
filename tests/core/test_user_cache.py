"""The user's own cache folder."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

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
    monkeypatch.setattr(user_cache, "MOST", 10 + 2 * len(user_cache._checksum("fonts", "a", b"")))
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


SPOILS: dict[str, Callable[[bytes], bytes]] = {
    "cut short": lambda data: data[:-1],
    "cut down to its checksum": lambda data: data[:32],
    "of no length": lambda _: b"",
    "with a byte turned": lambda data: data[:-3] + bytes([data[-3] ^ 1]) + data[-2:],
    "with a byte of its checksum turned": lambda data: bytes([data[0] ^ 1]) + data[1:],
    "with more at its end": lambda data: data + b"x",
    "without a checksum, as of old": lambda _: b"one",
}


@pytest.mark.parametrize("spoil", SPOILS.values(), ids=SPOILS)
def test_a_damaged_file_is_as_good_as_none(
    spoil: Callable[[bytes], bytes], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever befell a file, it is not recalled, and can be kept anew."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    keep("fonts", "a", b"one")
    file = tmp_path / "bronbrief" / "fonts" / "a"
    file.write_bytes(spoil(file.read_bytes()))
    assert recall("fonts", "a") is None
    keep("fonts", "a", b"one")
    assert recall("fonts", "a") == b"one"


def test_another_file_is_not_taken_for_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A whole file under the name of another, or among those of another kind, is not recalled."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    keep("fonts", "a", b"one")
    keep("fonts", "b", b"two")
    keep("notes", "c", b"three")
    folder = tmp_path / "bronbrief"
    (folder / "fonts" / "a").replace(folder / "fonts" / "b")
    (folder / "notes" / "c").replace(folder / "fonts" / "c")
    assert recall("fonts", "b") is None
    assert recall("fonts", "c") is None


@pytest.mark.parametrize("step", ["fsync", "replace"])
def test_what_cannot_be_kept_leaves_nothing(
    step: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On a disk that is full at any moment nothing is left half-written, and what was kept stays."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    keep("fonts", "a", b"one")

    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(os, step, full)
        keep("fonts", "a", b"two")
        keep("fonts", "b", b"two")
    assert [path.name for path in (tmp_path / "bronbrief" / "fonts").iterdir()] == ["a"]
    assert recall("fonts", "a") == b"one"


def test_what_is_kept_is_on_the_disk_before_it_has_its_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A power cut leaves the whole file or none: it is forced to disk before it is renamed."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    steps: list[str] = []
    for name in ("fsync", "replace"):
        real = getattr(os, name)

        def noted(*values: Any, name: str = name, real: Callable[..., None] = real, **more: Any) -> None:
            steps.append(name)
            real(*values, **more)

        monkeypatch.setattr(os, name, noted)
    keep("fonts", "a", b"one")
    assert steps[:2] == ["fsync", "replace"]
