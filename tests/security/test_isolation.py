"""A build reads its own files, writes in build/, reaches no host, and tells nothing of its machine."""

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

import bronbrief
from support.tools import ROOT, some
from support.workspaces import write_minimal_workspace

WATCH = """
import json, os, sys
log = os.open(os.environ["WATCH_LOG"], os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
def hook(event, arguments):
    if event == "open" and isinstance(arguments[0], (str, bytes)):
        flags = arguments[2] or 0
        if flags & getattr(os, "O_PATH", 0):  # names a place, and reads nothing
            return
        writes = bool(flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT))
        note = ["write" if writes else "read", os.path.abspath(os.fsdecode(arguments[0]))]
    elif event in ("socket.connect", "socket.getaddrinfo", "socket.sendto", "urllib.Request"):
        note = ["network", repr(arguments[1:])]
    else:
        return
    os.write(log, (json.dumps(note) + "\\n").encode())
sys.addaudithook(hook)
"""
"""As `sitecustomize`, this watches every Python process of a build, workers and their server included."""
RUN = "from bronbrief.cli.main import main; main()"
MACHINE = ("/usr/", "/lib/", "/lib64/", "/etc/", "/dev/", "/proc/", "/sys/", "/var/cache/fontconfig/")
"""What the interpreter, the dynamic linker and fontconfig look at on any machine."""
NEVER = ("/etc/passwd", "/etc/shadow", "/etc/hostname", "/root/.ssh", ".bash_history")


@dataclass(frozen=True, slots=True)
class Built:
    """A workspace after a build, and what the build was seen to do."""

    root: Path
    temporary: Path
    events: tuple[tuple[str, str], ...]


def environment(home: Path, **more: str) -> dict[str, str]:
    """Return an environment of its own, with names that must not turn up anywhere."""
    kept = {name: os.environ[name] for name in ("PATH", "LD_LIBRARY_PATH") if name in os.environ}
    names = {"USER": "geheime-gebruiker", "LOGNAME": "geheime-gebruiker", "HOSTNAME": "geheime-machine"}
    return kept | names | {"HOME": str(home), "TMPDIR": str(home), "GEHEIM": "geheim-van-de-omgeving"} | more


def build(root: Path, home: Path, **more: str) -> tuple[tuple[str, str], ...]:
    """Build a workspace in a process of its own and return what it opened and reached."""
    home.mkdir()
    (home / "sitecustomize.py").write_text(WATCH, encoding="utf-8")
    log = home / "events"
    done = subprocess.run(
        [sys.executable, "-c", RUN, "build", "--workspace", str(root), "--quiet", "--lang", "en"],
        env=environment(home, PYTHONPATH=str(home), WATCH_LOG=str(log), **more),
        cwd=home,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    seen = [json.loads(line) for line in log.read_text("utf-8").splitlines()]
    return tuple((kind, what) for kind, what in seen)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """Build briefs of this repository, all in CI, in a folder whose name must not turn up anywhere."""
    folder = tmp_path_factory.mktemp("geheime-map")
    root = folder / "werk van geheim"
    for name in ("briefs", "seeds"):
        shutil.copytree(ROOT / name, root / name)
    briefs = sorted((root / "briefs").glob("[!_]*.yaml"))
    for path in set(briefs) - set(some(briefs, 6)):
        path.unlink()
    return Built(root, folder / "thuis", build(root, folder / "thuis"))


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build a small workspace once, to compare others with."""
    folder = tmp_path_factory.mktemp("een")
    root = write_minimal_workspace(folder / "werk")
    build(root, folder / "thuis")
    return root


def outputs(root: Path) -> Mapping[str, bytes]:
    """Return every published file by its path in build/."""
    files = (
        path for path in (root / "build").rglob("[!.]*") if path.is_file() and ".cache" not in path.parts
    )
    return {str(path.relative_to(root)): path.read_bytes() for path in files}


def everything_in(path: str, data: bytes) -> bytes:
    """Return a file's bytes, and for a PDF also its streams, unpacked, and its strings."""
    if not path.endswith(".pdf"):
        return re.sub(rb"base64,[A-Za-z0-9+/=]+", b"", data)
    parts: list[bytes] = []
    with pikepdf.open(BytesIO(data)) as pdf:
        for item in pdf.objects:
            if isinstance(item, pikepdf.Stream):
                parts.append(b"" if "/Length1" in item else item.read_bytes())
            parts.append(item.unparse() if not isinstance(item, pikepdf.Stream) else b"")
    return b"\n".join(parts)


@pytest.mark.ci
def test_no_host_is_reached(built: Built) -> None:
    """Building all the briefs opens no connection and asks for no address."""
    asked = [what for kind, what in built.events if kind == "network"]
    assert [what for what in asked if str(built.temporary) not in what] == []


@pytest.mark.ci
def test_only_its_own_files_are_read(built: Built) -> None:
    """What is opened is the workspace, the programs and typefaces, or what any program reads."""
    own = [str(built.root), str(built.temporary), str(ROOT / "src"), str(ROOT / "templates"), sys.prefix]
    own += [sys.base_prefix, str(Path(bronbrief.__file__).parent), *MACHINE]
    read = {what for kind, what in built.events if kind == "read"}
    assert any(path.startswith(str(built.root)) for path in read)
    assert [path for path in sorted(read) if not path.startswith(tuple(own))] == []
    assert [path for path in read if path.endswith(NEVER)] == []


def test_only_build_is_written(built: Built) -> None:
    """What is written lies in build/ or is temporary, and the sources stay as they are."""
    allowed = (str(built.root / "build"), str(built.temporary), "/dev/")
    written = {what for kind, what in built.events if kind == "write" and "__pycache__" not in what}
    assert [path for path in sorted(written) if not path.startswith(allowed)] == []
    for source in (ROOT / "seeds").iterdir():
        assert (built.root / "seeds" / source.name).read_bytes() == source.read_bytes()


def test_outputs_say_nothing_of_the_machine(built: Built) -> None:
    """No path, user, host or variable of the machine stands in any output, PDF streams included."""
    home, python = str(Path.home()), sys.base_prefix
    words = [b"geheim", b"site-packages", str(ROOT).encode(), python.encode(), b"/tmp/"]
    words += [home.encode() + b"/"]
    files = outputs(built.root)
    assert len(files) > 3 * len([*(built.root / "briefs").glob("[!_]*.yaml")])
    for path, data in files.items():
        text = everything_in(path, data)
        assert [word for word in words if word in text] == [], path


@pytest.mark.ci
@pytest.mark.parametrize(
    "variables",
    [
        {"PYTHONHASHSEED": "1", "TZ": "Asia/Tokyo", "LC_ALL": "C"},
        {"PYTHONHASHSEED": "4242", "TZ": "America/New_York", "LANG": "tr_TR.UTF-8", "SOURCE_DATE_EPOCH": "0"},
    ],
)
def test_surroundings_change_no_byte(variables: Mapping[str, str], small: Path, tmp_path: Path) -> None:
    """Another folder, clock zone, locale, hash seed, mask and times of change give the same bytes."""
    root = write_minimal_workspace(tmp_path / "elders" / "dieper" / "werk")
    for path in root.rglob("*.*"):
        os.utime(path, (1_000_000_000, 1_000_000_000))
    before = os.umask(0o077)
    try:
        build(root, tmp_path / "thuis", **variables)
    finally:
        os.umask(before)
    assert outputs(root) == outputs(small)
