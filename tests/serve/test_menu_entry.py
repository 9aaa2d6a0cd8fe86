"""An entry in a menu starts the preview of its workspace, whatever that is called, and nothing else."""

import json
import os
import plistlib
import re
import shlex
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

import pytest

from bronbrief.cli.main import run
from bronbrief.serve.menu_entry import MARK, Desktop, MenuEntry, entry, started
from support.tools import require
from support.workspaces import write_minimal_workspace

HOSTILE = (
    "gewoon",
    " raad  van 2026 ",
    "100% raad %f %U %%",
    "met \"aanhaling\" en 'een'",
    "$(touch gekraakt) `touch gekraakt` $HOME ${HOME}",
    "a;touch gekraakt&&x|y>z<w",
    "terug\\slash\\n \\\\ \\s",
    "raad=1 ~ # [Desktop Entry] ? * {a,b}",
    "ünïcode – “raad”",
    "-rf --help",
)
UNUSABLE = ("a\nExec=touch gekraakt", "a\rb", "a\tb", "a\x1bb", "a\u2028b", "a\udcffb")


def words_of(text: str) -> list[str]:
    """Read the command of a desktop entry as the specification says: unescape, unquote, expand %%."""
    (value,) = [line.removeprefix("Exec=") for line in text.split("\n") if line.startswith("Exec=")]
    signs = {"s": " ", "n": "\n", "t": "\t", "r": "\r"}
    unescaped = re.sub(r"\\(.)", lambda found: signs.get(found[1], found[1]), value)
    words = re.findall(r'"((?:\\.|[^"\\])*)"', unescaped)
    assert '"' + '" "'.join(words) + '"' == unescaped
    assert not re.search(r"(?<!%)(?:%%)*%(?!%)", unescaped)
    return [re.sub(r"\\(.)", r"\1", word).replace("%%", "%") for word in words]


def of(root: Path, desktop: Desktop, menu: Path, machine: str = "") -> MenuEntry:
    """Return the entry of a workspace for a menu."""
    what = started(root, "nl")
    assert what.value is not None, what.diagnostics
    made = entry(what.value, desktop, menu, machine)
    assert made.value is not None, made.diagnostics
    return made.value


@pytest.mark.parametrize("name", HOSTILE)
def test_a_desktop_entry_holds_the_name_as_a_word(tmp_path: Path, name: str) -> None:
    """Read by the rules of the specification, the command is ours with the folder as its last word."""
    made = of(tmp_path / name, Desktop.FREEDESKTOP, tmp_path)
    ((data, executable),) = made.files.values()
    text = data.decode()
    assert words_of(text) == [
        *(sys.executable, "-P", "-m", "bronbrief", "serve", "--from-menu", "--workspace"),
        str(tmp_path / name),
    ]
    assert not executable
    assert re.fullmatch(r"bronbrief-[0-9a-f]{12}\.desktop", made.path.name)
    keys = [line.partition("=")[0] for line in text.rstrip("\n").split("\n")[2:]]
    assert keys == "Type Version Name Comment Exec Icon Terminal Categories".split()


@pytest.mark.parametrize("name", HOSTILE)
def test_the_desktop_itself_takes_the_entry(tmp_path: Path, name: str) -> None:
    """The validator of freedesktop.org finds nothing, and GNOME's library starts what we mean."""
    require("desktop")
    out = tmp_path / "out.json"
    code = f"import json, sys; open({str(out)!r}, 'w').write(json.dumps(sys.argv[1:]))"
    what = started(tmp_path / name, "nl").value
    assert what is not None
    what = replace(what, program=(sys.executable, "-c", code, str(tmp_path / name)))
    made = entry(what, Desktop.FREEDESKTOP, tmp_path).value
    assert made is not None
    made.path.write_bytes(made.files[made.path][0])
    done = subprocess.run(["desktop-file-validate", made.path], capture_output=True, text=True, check=False)
    assert (done.stdout, done.returncode) == ("", 0)
    subprocess.run(["gio", "launch", made.path], cwd=tmp_path, check=True)
    for _ in range(600):
        if out.exists() and out.stat().st_size:
            break
        time.sleep(0.05)
    assert json.loads(out.read_text(encoding="utf-8")) == [str(tmp_path / name)]
    assert not (tmp_path / "gekraakt").exists()


@pytest.mark.parametrize("name", HOSTILE)
def test_an_application_for_a_mac_holds_the_name_as_a_word(tmp_path: Path, name: str) -> None:
    """Its script, read by a shell, has the folder as its last word; its list of properties is one."""
    made = of(tmp_path / name, Desktop.MAC, tmp_path / "Apps")
    (about, script) = made.files
    assert made.path.parent == tmp_path / "Apps"
    assert made.path.suffix == ".app"
    told = plistlib.loads(made.files[about][0])
    assert told["CFBundleExecutable"] == script.name
    assert told["CFBundlePackageType"] == "APPL"
    text, executable = made.files[script]
    assert executable
    lines = text.decode().splitlines()
    assert lines[0] == "#!/bin/sh"
    assert shlex.split(lines[2])[-2:] == ["--workspace", str(tmp_path / name)]
    assert len(lines) == 3


def test_a_command_file_for_windows_holds_plain_names_only() -> None:
    """What the command processor of Windows would take for its own is refused, and said."""
    made = of(Path("/home/x/raad 2026 (ünï)"), Desktop.WINDOWS, Path("/menu"), "Ubuntu-24.04")
    text = made.files[made.path][0].decode()
    assert text.endswith("\r\n")
    assert '--distribution "Ubuntu-24.04" --exec "/' in text
    assert text.count('"/home/x/raad 2026 (ünï)"') == 1
    assert made.path.name.endswith(".cmd")
    for name in ("100%", 'a"b', "a&b", "a^b", "a|b", "a<b", "a!b", "$(x)", "`x`", "a\\b", "a'b"):
        assert refused(Path("/home/x") / name, "Ubuntu") == ["menu-name"]
    assert refused(Path("/home/x/raad"), 'x" & calc "') == ["menu-name"]


def refused(root: Path, machine: str) -> list[str]:
    """Return why a command file for Windows is not written."""
    what = started(root, "nl").value
    assert what is not None
    return [one.code for one in entry(what, Desktop.WINDOWS, Path("/menu"), machine).diagnostics]


@pytest.mark.parametrize("name", UNUSABLE)
def test_names_that_no_menu_holds_are_findings(tmp_path: Path, name: str) -> None:
    """Line breaks, control characters and bytes that are no text are refused."""
    assert [one.code for one in started(tmp_path / name, "nl").diagnostics] == ["menu-name"]


@pytest.fixture
def menu(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the folder of a user's desktop entries."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.delenv("WSL_DISTRO_NAME", raising=False)
    return tmp_path / "data" / "applications"


@pytest.mark.skipif(sys.platform != "linux", reason="desktop entries are of Linux")
def test_installing_replaces_our_own_and_uninstalling_takes_it_away(
    menu: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Two workspaces of one name have an entry each; what is taken away twice was there once."""
    roots = [write_minimal_workspace(tmp_path / one / "raad") for one in "ab"]
    for _ in range(2):
        for root in roots:
            assert run(["serve", "--install", "--workspace", str(root), "--lang", "nl"]) == 0
            assert "raad staat nu in het menu" in capsys.readouterr().out
    assert len(list(menu.iterdir())) == 2
    for said in ("is verwijderd", "stond niets"):
        assert run(["serve", "--uninstall", "--workspace", str(roots[0]), "--lang", "nl"]) == 0
        assert said in capsys.readouterr().out
    (left,) = menu.iterdir()
    assert str(roots[1]) in left.read_text(encoding="utf-8")
    left.write_text("[Desktop Entry]\nName=Mine\n", encoding="utf-8")
    for option in ("--install", "--uninstall"):
        assert run(["serve", option, "--workspace", str(roots[1]), "--lang", "nl"]) == 2
        assert "file-not-ours" in capsys.readouterr().err
    assert "Mine" in left.read_text(encoding="utf-8")


def test_under_wsl_the_start_menu_of_windows_is_asked(
    menu: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The programs that Windows lends tell where it is; where they do not, that is said."""
    root = write_minimal_workspace(tmp_path / "raad")
    tools, start = tmp_path / "bin", tmp_path / "Start Menu" / "Programs"
    tools.mkdir()
    start.mkdir(parents=True)
    for name, said in (("powershell.exe", r"C:\Users\x\Programs"), ("wslpath", str(start))):
        (tools / name).write_text(f"#!/bin/sh\nprintf '%s\\r\\n' '{said}'\n", encoding="utf-8")
        (tools / name).chmod(0o755)
    monkeypatch.setenv("WSL_DISTRO_NAME", "Ubuntu")
    assert run(["serve", "--install", "--workspace", str(root)]) == 2
    assert "menu-missing" in capsys.readouterr().err
    monkeypatch.setenv("PATH", f"{tools}{os.pathsep}{os.environ['PATH']}")
    assert run(["serve", "--install", "--workspace", str(root)]) == 0
    (file,) = start.iterdir()
    assert MARK in file.read_text(encoding="utf-8")
    assert run(["serve", "--uninstall", "--workspace", str(root)]) == 0
    assert list(start.iterdir()) == []
    assert not menu.exists()


def test_on_a_mac_an_application_comes_and_goes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """All of its folder is taken away again, but for what somebody else put in it."""
    root = write_minimal_workspace(tmp_path / "raad")
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.delenv("WSL_DISTRO_NAME", raising=False)
    monkeypatch.setattr("bronbrief.cli.menu.sys.platform", "darwin")
    assert run(["serve", "--install", "--workspace", str(root)]) == 0
    (app,) = (tmp_path / "Applications").iterdir()
    assert os.access(app / "Contents" / "MacOS" / "start", os.X_OK)
    (app / "Contents" / "mine").write_text("x", encoding="utf-8")
    assert run(["serve", "--uninstall", "--workspace", str(root)]) == 0
    assert [path.name for path in app.rglob("*")] == ["Contents", "mine"]
    (app / "Contents" / "mine").unlink()
    assert run(["serve", "--install", "--workspace", str(root)]) == 0
    assert run(["serve", "--uninstall", "--workspace", str(root)]) == 0
    assert list((tmp_path / "Applications").iterdir()) == []
