"""Files appear all together or not at all, whatever happens on the way."""

import errno
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from bronbrief.core.workspace import Workspace
from bronbrief.pipeline import publish as module
from bronbrief.pipeline.publish import publish, publish_file, recover

FIRST = {"a.pdf": b"one", "a.html": b"one", "a.evidence.jsonld": b"same"}
SECOND = {"a.pdf": b"two", "a.html": b"two", "a.evidence.jsonld": b"same"}

WRITER = """
import sys
from pathlib import Path
from bronbrief.core.workspace import Workspace
from bronbrief.pipeline import publish as module
if sys.argv[2] == "aside":
    module._exchange = lambda one, other: False
workspace = Workspace(Path(sys.argv[1]))
print("ready", flush=True)
number = 0
while True:
    number += 1
    module.publish(workspace, "a", {f"{part}.bin": b"%d" % number * 20_000 for part in "abc"})
"""


def held(workspace: Workspace) -> dict[str, bytes]:
    """Read what stands in build/a/."""
    return {path.name: path.read_bytes() for path in sorted((workspace.build / "a").iterdir())}


def leftovers(workspace: Workspace) -> list[str]:
    """List what lies half-written or moved aside."""
    return [path.name for path in workspace.build.iterdir() if path.name.startswith((".new-", ".old-"))]


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    """Make an empty workspace."""
    return Workspace(tmp_path)


@pytest.fixture(params=["exchange", "aside"])
def way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Swap folders in one step, or by renaming the old one aside where that cannot be done."""
    if request.param == "aside":
        monkeypatch.setattr(module, "_exchange", lambda _one, _other: False)
    return str(request.param)


@pytest.mark.usefixtures("way")
@pytest.mark.parametrize("number", [1, 2, 3])
def test_an_interrupt_waits_until_all_is_tidy(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    """Ctrl-C while files are published, or while what they replace is removed, is heard after that."""
    publish(workspace, "a", FIRST)
    removed: list[Path] = []
    real = module._remove

    def removing(path: Path) -> None:
        removed.append(path)
        if len(removed) == number:
            os.kill(os.getpid(), signal.SIGINT)
        real(path)

    monkeypatch.setattr(module, "_remove", removing)
    with pytest.raises(KeyboardInterrupt):
        publish(workspace, "a", SECOND)
    assert held(workspace) == SECOND
    assert leftovers(workspace) == []


@pytest.mark.usefixtures("way")
def test_second_build_replaces_the_whole_folder(workspace: Workspace) -> None:
    """The folder holds exactly the files of the last build, and nothing else is left behind."""
    publish(workspace, "a", FIRST | {"old.pdf": b""})
    outcome = publish(workspace, "a", SECOND)

    assert outcome.value is not None
    assert outcome.value.changed
    assert outcome.value.paths == ("build/a/a.pdf", "build/a/a.html", "build/a/a.evidence.jsonld")
    assert held(workspace) == dict(sorted(SECOND.items()))
    assert leftovers(workspace) == []


def test_same_bytes_are_not_written_again(workspace: Workspace) -> None:
    """A build that gives the same bytes leaves the files, their times and their folder alone."""

    def written() -> dict[Path, tuple[int, int]]:  # when a file was read is another matter
        paths = [workspace.build / "a", *(workspace.build / "a").rglob("*")]
        return {path: (path.stat().st_ino, path.stat().st_mtime_ns) for path in paths}

    publish(workspace, "a", FIRST)
    before = written()
    outcome = publish(workspace, "a", FIRST)

    assert outcome.value is not None
    assert not outcome.value.changed
    assert written() == before


@pytest.mark.usefixtures("way")
def test_a_file_that_stays_the_same_keeps_its_time(workspace: Workspace) -> None:
    """Of a brief that changed, a file whose bytes did not keeps its time of change."""
    publish(workspace, "a", FIRST)
    evidence = workspace.build / "a" / "a.evidence.jsonld"
    os.utime(evidence, (1, 1))
    publish(workspace, "a", SECOND)

    assert evidence.stat().st_mtime == 1


def test_single_file_is_replaced_in_one_step(workspace: Workspace) -> None:
    """A single file is written when its bytes differ, and only then."""
    first, again, other = (publish_file(workspace, "index.html", data) for data in (b"1", b"1", b"2"))

    assert [outcome.value and outcome.value.changed for outcome in (first, again, other)] == [
        True,
        False,
        True,
    ]
    assert (workspace.build / "index.html").read_bytes() == b"2"
    assert leftovers(workspace) == []


def test_failing_disk_leaves_the_last_good_build(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A full disk is a diagnostic, and the files of the last good build stand untouched."""
    publish(workspace, "a", FIRST)

    def full(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    outcome = publish(workspace, "a", SECOND)

    assert [finding.code for finding in outcome.diagnostics] == ["output-unwritable"]
    assert outcome.diagnostics[0].params["reason"] == "No space left on device"
    assert held(workspace) == dict(sorted(FIRST.items()))
    assert leftovers(workspace) == []


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_missing_permission_is_a_diagnostic(workspace: Workspace) -> None:
    """A folder that may not be written to is a finding, not a traceback."""
    workspace.root.chmod(0o500)
    outcome = publish(workspace, "a", FIRST)
    workspace.root.chmod(0o700)

    assert [finding.code for finding in outcome.diagnostics] == ["output-unwritable"]


def test_a_file_in_the_place_of_the_output_folder_is_a_diagnostic(workspace: Workspace) -> None:
    """An output folder that cannot be made is a finding with the system's reason."""
    workspace.build.write_bytes(b"")
    outcome = publish(workspace, "a", FIRST)

    assert [finding.code for finding in outcome.diagnostics] == ["output-unwritable"]


def test_what_stands_in_the_place_of_the_lock_is_named(workspace: Workspace) -> None:
    """Who owns the lock, or what else it is, keeps a build from writing: it is told by its own name."""
    (workspace.build / ".lock").mkdir(parents=True)
    (finding,) = publish_file(workspace, "index.html", b"x").diagnostics
    assert (finding.code, finding.params["path"]) == ("output-unwritable", "build/.lock")


def test_output_folder_that_leaves_the_workspace_is_refused(tmp_path: Path) -> None:
    """A build/ that links elsewhere would let a hostile workspace replace other people's folders."""
    (tmp_path / "elsewhere" / "a").mkdir(parents=True)
    (tmp_path / "elsewhere" / "a" / "letter.txt").write_bytes(b"mine")
    (tmp_path / "workspace").mkdir()
    (tmp_path / "workspace" / "build").symlink_to(tmp_path / "elsewhere")
    outcome = publish(Workspace(tmp_path / "workspace"), "a", FIRST)

    assert [finding.code for finding in outcome.diagnostics] == ["path-outside-workspace"]
    assert (tmp_path / "elsewhere" / "a" / "letter.txt").read_bytes() == b"mine"


def test_linked_brief_folder_is_replaced_not_followed(workspace: Workspace, tmp_path: Path) -> None:
    """A link in the place of a brief's folder is removed; what it points to is left alone."""
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "letter.txt").write_bytes(b"mine")
    workspace.build.mkdir()
    (workspace.build / "a").symlink_to(tmp_path / "other")
    publish(workspace, "a", FIRST)

    assert not (workspace.build / "a").is_symlink()
    assert held(workspace) == dict(sorted(FIRST.items()))
    assert (tmp_path / "other" / "letter.txt").read_bytes() == b"mine"


def test_recovery_puts_back_what_was_moved_aside(workspace: Workspace) -> None:
    """A process that died between moving the old folder and the new one loses nothing."""
    publish(workspace, "a", FIRST)
    (workspace.build / "a").rename(workspace.build / ".old-a")
    (workspace.build / ".new-a").mkdir()
    recover(workspace)

    assert held(workspace) == dict(sorted(FIRST.items()))
    assert leftovers(workspace) == []


@pytest.mark.parametrize("way", ["exchange", "aside"])
def test_killed_process_never_leaves_half_a_brief(workspace: Workspace, way: str) -> None:
    """After kill -9 at any moment, the folder holds the files of one build, whole."""
    publish(workspace, "a", {f"{part}.bin": b"0" for part in "abc"})
    for round_ in range(8):
        command = [sys.executable, "-c", WRITER, str(workspace.root), way]
        with subprocess.Popen(command, stdout=subprocess.PIPE) as process:
            assert process.stdout is not None
            process.stdout.readline()
            time.sleep(0.003 * round_)
            process.send_signal(signal.SIGKILL)
        if way == "aside":
            recover(workspace)
        files = held(workspace)

        assert sorted(files) == ["a.bin", "b.bin", "c.bin"]
        assert len(set(files.values())) == 1
        recover(workspace)
        assert leftovers(workspace) == []


@pytest.mark.parametrize("number", [errno.ENOLCK, errno.EOPNOTSUPP])
def test_a_file_system_without_locks_is_written_to(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    """Shared drives that cannot lock get the files all the same, whole and without remains."""

    def refuse(_handle: int, _how: int) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr("fcntl.flock", refuse)
    for files in (FIRST, SECOND):
        assert publish(workspace, "a", files).diagnostics == ()
        assert held(workspace) == files
    workspace.write_together("seeds", {"een.txt": b"een"}, replace=True)
    assert (workspace.root / "seeds" / "een.txt").read_bytes() == b"een"
    assert leftovers(workspace) == []
