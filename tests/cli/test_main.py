"""The command line ends with 0, 1 or 2, and never shows a traceback for an expected mistake."""

import io
import re
import signal
import subprocess
import sys
from pathlib import Path

import click
import pytest

from bronbrief import __version__
from bronbrief.cli import main as module
from bronbrief.cli.commands import default_lang
from bronbrief.cli.main import COMMANDS, run

HEAVY = (
    "weasyprint",
    "pydantic",
    "jinja2",
    "markdown",
    "rich",
    "yaml",
    "fontTools",
    "pikepdf",
    "rapidfuzz",
    "babel",
)


def modules_after(*arguments: str) -> set[str]:
    """Run the command line in a clean interpreter, and return the modules that it imported."""
    code = (
        "import sys\nfrom bronbrief.cli.main import run\n"
        f"code = run({list(arguments)!r})\nprint('\\n'.join(sys.modules), file=sys.stderr)\nsys.exit(code)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return set(done.stderr.split())


@pytest.mark.parametrize("arguments", [("--version",), ("--help",), ("build", "--help"), ("check", "--help")])
def test_help_and_version_import_no_library_that_building_needs(arguments: tuple[str, ...]) -> None:
    """Asking what the command is costs no more than importing click."""
    assert modules_after(*arguments).isdisjoint(HEAVY)


def test_explaining_needs_no_library_that_building_needs() -> None:
    """An explanation comes from the catalogue of messages alone."""
    assert modules_after("explain", "file-missing").isdisjoint(HEAVY)


def test_the_command_runs_as_a_module() -> None:
    """`python -m bronbrief` is the command, for where no script is installed."""
    done = subprocess.run(
        [sys.executable, "-m", "bronbrief", "--version"], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == f"bronbrief {__version__}"


def test_version_is_that_of_the_package(capsys: pytest.CaptureFixture[str]) -> None:
    """`--version` prints the name and the version."""
    assert run(["--version"]) == 0
    assert capsys.readouterr().out == f"bronbrief {__version__}\n"


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Each command loads, and says what it does and what each option means."""
    assert run([name, "--help"]) == 0
    shown = capsys.readouterr().out
    assert shown.startswith(f"Usage: bronbrief {name}")
    found = module.command.get_command(click.Context(module.command), name)
    assert found is not None
    for option in found.params:
        assert not isinstance(option, click.Option) or re.search(rf"{option.opts[0]}\b.*\n? {{2,}}\w", shown)


@pytest.mark.parametrize(
    "arguments", [["buidl"], ["build", "--no-such-option"], ["check", "--format", "xml"]]
)
def test_wrong_usage_exits_with_two(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """What the command line does not know is told in a line, without a traceback."""
    assert run(arguments) == 2
    errors = capsys.readouterr().err
    assert "Error: " in errors
    assert "Traceback" not in errors


@pytest.mark.parametrize(
    ("environment", "lang"),
    [
        ({}, "en"),
        ({"LANG": "nl_NL.UTF-8"}, "nl"),
        ({"LANG": "nl_BE.UTF-8", "LC_MESSAGES": "en_GB"}, "en"),
        ({"LANG": "en_GB", "LC_MESSAGES": "de_DE", "LC_ALL": "nl_BE"}, "nl"),
        ({"LANG": "nl_NL", "LC_ALL": ""}, "nl"),
    ],
)
def test_language_comes_from_the_locale(environment: dict[str, str], lang: str) -> None:
    """LC_ALL goes before LC_MESSAGES, that before LANG; an empty one does not count."""
    assert default_lang(environment) == lang


@pytest.mark.parametrize(
    ("locale", "lang"), [("C.UTF-8", "nl"), ("", "nl"), ("fr_BE", "nl"), ("en_GB", "en")]
)
def test_where_the_locale_says_neither_the_workspace_does(
    workspace: Path, monkeypatch: pytest.MonkeyPatch, locale: str, lang: str
) -> None:
    """A server without a locale answers in the language of the briefs; a locale in English stays English."""
    (workspace / "briefs" / "_defaults.yaml").write_text("# gedeeld\nlang: nl-NL\n", encoding="utf-8")
    monkeypatch.chdir(workspace / "seeds")
    assert default_lang({"LANG": locale}) == lang
    assert default_lang({"LANG": locale, "LC_ALL": "C"}) == "en"


@pytest.fixture
def raising(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> type[BaseException]:
    """Let the command `explain` fail in a way that nobody expected."""

    def fail() -> None:
        raise ZeroDivisionError("division by zero\nand more")

    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setattr("tempfile.tempdir", None)
    monkeypatch.setattr("bronbrief.reporting.manual.explain", lambda _code, _lang: fail())
    return ZeroDivisionError


@pytest.mark.usefixtures("raising")
def test_our_own_mistake_is_owned_up_to(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """An unexpected exception is called our mistake; the traceback goes to a file that is named."""
    assert run(["explain", "file-missing"]) == 2
    errors = capsys.readouterr().err
    (crash,) = tmp_path.glob("bronbrief-crash-*.txt")
    assert "Traceback" not in errors
    assert "ZeroDivisionError: division by zero" in errors
    assert str(crash) in errors
    assert "Traceback" in crash.read_text(encoding="utf-8")


@pytest.mark.usefixtures("raising")
def test_debug_shows_the_traceback(capsys: pytest.CaptureFixture[str]) -> None:
    """`--debug` prints the traceback itself."""
    assert run(["--debug", "explain", "file-missing"]) == 2
    assert "Traceback" in capsys.readouterr().err


def test_interrupt_ends_with_130(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """Ctrl-C ends with a sentence and the exit code that shells expect."""

    def interrupt(_code: str, _lang: str) -> str:
        raise KeyboardInterrupt

    monkeypatch.setattr("bronbrief.reporting.manual.explain", interrupt)

    assert run(["explain", "file-missing"]) == 130
    assert "Traceback" not in capsys.readouterr().err


def test_closed_pipe_ends_quietly() -> None:
    """A reader that goes away, such as `head`, leaves no complaint behind."""
    code = (
        "import sys\nimport bronbrief.reporting.manual as manual\n"
        "manual.explain = lambda code, lang: 'x' * 1_000_000\n"
        "from bronbrief.cli.main import run\nsys.exit(run(['explain', 'file-missing']))"
    )
    with subprocess.Popen(
        [sys.executable, "-c", code], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        errors = process.stderr.read()

    assert errors == ""
    assert process.returncode == 128 + signal.SIGPIPE


def test_characters_that_the_terminal_lacks_do_not_stop_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """On a terminal with another encoding, what it cannot show becomes a question mark."""
    stream = io.TextIOWrapper(io.BytesIO(), encoding="latin-1")
    monkeypatch.setattr(sys, "stdout", stream)

    assert run(["explain", "glyph-missing"]) == 0
    stream.seek(0)
    assert "?{character}?" in stream.read()


def test_module_names_match_commands() -> None:
    """Every command of the group has a module of its own."""
    folder = Path(module.__file__).parent

    assert all((folder / f"{name.replace('-', '_')}.py").is_file() for name in COMMANDS)


def test_on_windows_it_says_where_it_runs() -> None:
    """Nothing that Windows lacks is imported; the way to go is told in every language, and exit 2."""
    code = (
        "import sys\nsys.platform = 'win32'\nsys.modules.update(dict.fromkeys(['fcntl', 'resource']))\n"
        "from bronbrief.__main__ import main\nmain()"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (2, "")
    assert "Traceback" not in done.stderr
    assert done.stderr.count("wsl --install") == 2
