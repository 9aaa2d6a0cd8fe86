"""A shell is offered what there is, and nothing that it would run; its script goes where it is looked for."""

import subprocess
import sys
from pathlib import Path

import pytest

from bronbrief.cli.main import run

OFFER = "import sys\nfrom bronbrief.cli.main import main\nmain()"


def offered(root: Path, line: str) -> list[str]:
    """Return what bash is offered at the end of a line, asked as its script asks."""
    words = f"bronbrief {line}"
    environ = {"COMP_WORDS": words, "COMP_CWORD": str(len(words.split(" ")) - 1), "LC_ALL": "C.UTF-8"}
    done = subprocess.run(
        [sys.executable, "-c", OFFER], cwd=root, capture_output=True, text=True, check=False,
        env=environ | {"_BRONBRIEF_COMPLETE": "bash_complete"},
    )  # fmt: skip
    assert done.stderr == ""
    return [item.removeprefix("plain,") for item in done.stdout.splitlines() if item]


@pytest.mark.every(4)
@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("build ve", ["veerdienst"]),
        ("open ve", ["veerdienst"]),
        ("check x ve", ["veerdienst"]),
        ("dossier ve", ["veerdienst"]),
        ("watch ve", ["veerdienst"]),
        ("sources ha", ["havenkrant-2023"]),
        ("find --source ha", ["havenkrant-2023"]),
        ("new x --template tijd", ["tijdlijn"]),
        ("templates --copy tijd", ["tijdlijn"]),
        ("explain quote-dr", ["quote-drift"]),
        ("explain [quote-dr", ["quote-drift"]),
        ("help comp", ["completion"]),
        ("check --lang n", ["nl"]),
    ],
)
def test_what_there_is_is_offered(workspace: Path, line: str, expected: list[str]) -> None:
    """Briefs, sources, templates, codes and languages are completed by the names that there are."""
    assert offered(workspace, line) == expected


def test_no_name_is_offered_that_a_shell_would_run(workspace: Path) -> None:
    """Names with anything but letters, digits and plain marks are left to be typed."""
    for name in ("ve$(touch x)", "ve`id`", "ve;id", "ve x", "ve\x1b[31m", "ve\nx", "ve*", "ve\udcff"):
        (workspace / "briefs" / f"{name}.yaml").write_text("title: x\n", encoding="utf-8")
    (workspace / "briefs" / "veë-2.yaml").write_text("title: x\n", encoding="utf-8")
    assert offered(workspace, "build ve") == ["veerdienst", "veë-2"]


def test_where_there_is_no_workspace_nothing_is_offered(tmp_path: Path, workspace: Path) -> None:
    """Elsewhere no brief is offered, and with --workspace those of that one."""
    assert offered(tmp_path / "..", "build ve") == []
    assert offered(tmp_path, f"build --workspace {workspace} ve") == ["veerdienst"]


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give the user an empty home, and bash for a shell."""
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("SHELL", "/bin/bash")
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "BASH_COMPLETION_USER_DIR"):
        monkeypatch.delenv(name, raising=False)
    return tmp_path


@pytest.mark.parametrize(
    ("shell", "place"),
    [
        ("bash", ".local/share/bash-completion/completions/bronbrief"),
        ("zsh", ".local/share/zsh/site-functions/_bronbrief"),
        ("fish", ".config/fish/completions/bronbrief.fish"),
    ],
)
def test_the_script_goes_where_its_shell_looks(
    home: Path, capsys: pytest.CaptureFixture[str], shell: str, place: str
) -> None:
    """It is printed, or put in place, twice the same, and removed again."""
    assert run(["completion", shell]) == 0
    script = capsys.readouterr().out
    assert "_BRONBRIEF_COMPLETE" in script
    for _ in range(2):
        assert run(["completion", shell, "--install"]) == 0
        assert place in capsys.readouterr().out
        assert (home / place).read_text(encoding="utf-8") == script
    for _ in range(2):
        assert run(["completion", shell, "--uninstall"]) == 0
        assert not (home / place).exists()


def test_bash_takes_the_script(home: Path, workspace: Path) -> None:
    """Bash reads the script without a complaint, and completes with it."""
    del home
    assert run(["completion", "--install"]) == 0
    script = Path("~/.local/share/bash-completion/completions/bronbrief").expanduser()
    answer = "env() { printf 'plain,veerdienst\\n'; }"
    asked = "COMP_WORDS=(bronbrief build ve); COMP_CWORD=2; _bronbrief_completion bronbrief"
    line = f". {script}; {answer}; {asked}; echo $COMPREPLY"
    done = subprocess.run(["bash", "-c", line], cwd=workspace, capture_output=True, text=True, check=False)
    assert (done.stdout, done.stderr) == ("veerdienst\n", "")


def test_what_is_not_ours_stays(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A file of somebody else, a link or a folder at that place is neither replaced nor removed."""
    place = home / ".local/share/bash-completion/completions/bronbrief"
    place.parent.mkdir(parents=True)
    for make in (
        lambda: place.write_text("# mine\n", encoding="utf-8"),
        lambda: place.symlink_to(home / "elsewhere"),
        place.mkdir,
    ):
        make()
        for option in ("--install", "--uninstall"):
            assert run(["completion", option]) == 2
            assert "file-not-ours" in capsys.readouterr().err
        assert place.is_symlink() or place.is_dir() or place.read_text(encoding="utf-8") == "# mine\n"
        place.rmdir() if place.is_dir() else place.unlink()
    assert not (home / "elsewhere").exists()


def test_another_shell_is_told_which_there_are(
    home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Where the user's shell is none of the three, the three are named."""
    del home
    monkeypatch.setenv("SHELL", "/bin/tcsh")
    assert run(["completion", "--lang", "en"]) == 2
    assert "bash, zsh, fish" in capsys.readouterr().err


def test_without_a_home_there_is_no_place_for_it(
    home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A user without a home folder, as containers have them, is told so; a relative one does not count."""
    del home

    def homeless(_path: Path) -> Path:
        raise RuntimeError("Could not determine home directory.")

    monkeypatch.setattr(Path, "expanduser", homeless)
    monkeypatch.setenv("XDG_DATA_HOME", "hier")
    assert run(["completion", "--install"]) == 2
    assert "output-unwritable" in capsys.readouterr().err
    assert not Path("hier").exists()
