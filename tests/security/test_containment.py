"""What reads strangers' files reaches no file, host or program but its own, whatever becomes of it.

Each test lets a real child process of ours try what a process that was taken over would try.
"""

import socket
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from bronbrief.core.child import ChildFailedError, TooHeavyError, call
from bronbrief.core.confine import Limits, offered
from bronbrief.intake import extraction
from bronbrief.pipeline.pool import WorkerPool
from bronbrief.verify import contained
from support.confined import attempt
from support.tools import ROOT

Tried = Callable[[str, str], str]
LONG = 120.0
files = pytest.mark.skipif(not offered().files, reason="this kernel has no Landlock (Linux 5.13)")
network = pytest.mark.skipif(not offered().network, reason="this kernel has no seccomp filters")


@pytest.fixture
def canary(tmp_path: Path) -> Path:
    """Return a file outside every workspace."""
    path = tmp_path / "elders" / "kanarie.txt"
    path.parent.mkdir()
    path.write_text("piep", encoding="utf-8")
    return path


@pytest.fixture
def port() -> Iterator[int]:
    """Return the port of a server that listens on this machine."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        yield server.getsockname()[1]


def in_child(limits: Limits, monkeypatch: pytest.MonkeyPatch) -> Tried:
    """Return a way to try something in a child."""
    monkeypatch.setenv("PYTHONPATH", str(ROOT / "tests"))

    def tried(what: str, argument: str) -> str:
        return call("support.confined:answer", what, argument.encode(), limits, LONG).decode()

    return tried


@pytest.fixture(params=["add", "verify", "worker"])
def tried(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Tried]:
    """Return a way to try something in each kind of process that reads strangers' files."""
    (tmp_path / "werk").mkdir()
    if request.param == "worker":
        with WorkerPool(1, LONG, int, workspace=tmp_path / "werk") as pool:
            yield lambda what, argument: pool.submit(attempt, what, argument).result(LONG)
        return
    yield in_child(extraction.LIMITS if request.param == "add" else contained.LIMITS, monkeypatch)


@files
@pytest.mark.parametrize("what", ["read", "names", "write", "run"])
def test_no_file_outside_is_reached_and_no_program_run(tried: Tried, canary: Path, what: str) -> None:
    """A canary outside the workspace is not read, listed or joined by another file, and nothing is run."""
    assert attempt(what, str(canary)) != "PermissionError", "the attempt itself must be able to succeed"
    canary.with_name("geschreven").unlink(missing_ok=True)
    assert tried(what, str(canary)) == "PermissionError"
    assert not canary.with_name("geschreven").exists()


@network
@pytest.mark.parametrize("what", ["connect", "send"])
def test_no_host_is_reached(tried: Tried, port: int, what: str) -> None:
    """A canary server on this machine hears nothing, by connection or without."""
    assert attempt(what, str(port)) in {"reached", "1"}
    assert tried(what, str(port)) == "PermissionError"


@files
def test_a_worker_reads_its_workspace_and_writes_only_what_it_makes(tmp_path: Path) -> None:
    """What it needs, it may."""
    (tmp_path / "bron.txt").write_text("tekst", encoding="utf-8")
    with WorkerPool(1, LONG, int, workspace=tmp_path) as pool:
        assert pool.submit(attempt, "read", str(tmp_path / "bron.txt")).result(LONG) == "tekst"
        for own in (Path(pool.folder), tmp_path / "build"):
            assert pool.submit(attempt, "write", str(own / "x")).result(LONG) == "written"
        assert pool.submit(attempt, "write", str(tmp_path / "x")).result(LONG) == "PermissionError"


def test_a_child_has_only_so_much_memory_and_time(monkeypatch: pytest.MonkeyPatch) -> None:
    """One that fills the memory or never ends is given up, by its own clock and by ours."""
    tried = in_child(Limits(memory=1 << 30, seconds=1, file_size=0), monkeypatch)
    with pytest.raises(TooHeavyError, match="SIGXCPU"):
        tried("spin", "")
    if offered().memory:
        with pytest.raises(TooHeavyError, match="MemoryError"):
            tried("fill", "")
    with pytest.raises(TooHeavyError, match="SIGKILL"):
        call("support.confined:answer", "spin", b"", Limits(), 1)


def test_what_goes_wrong_in_a_child_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """An exception is named, and an answer without end is cut off."""
    monkeypatch.setenv("PYTHONPATH", str(ROOT / "tests"))
    with pytest.raises(ChildFailedError, match="KeyError"):
        call("support.confined:answer", "niet-daar", b"", Limits(), LONG)
    monkeypatch.setattr("bronbrief.core.child.ANSWER_LIMIT", 3)
    with pytest.raises(TooHeavyError):
        call(
            "support.confined:answer",
            "read",
            str(ROOT / "README.md").encode(),
            Limits(reads=(str(ROOT),)),
            LONG,
        )


def test_a_child_writes_no_byte(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where no kernel keeps files from it, the limit on their size still does."""
    tried = in_child(Limits(file_size=0, writes=(str(tmp_path),)), monkeypatch)
    assert tried("write", str(tmp_path / "x")) == "OSError"
    assert (tmp_path / "geschreven").read_bytes() == b""
