"""Help is said in the language of whoever reads it: all of it, and nothing that is typed is translated."""

import click
import pytest

from bronbrief.cli.commands import EARLIER
from bronbrief.cli.main import COMMANDS, GROUPS, NAME, command, run
from bronbrief.locale import i18n

NAMES = ("", *COMMANDS)
LANGS = i18n.languages()


def given(name: str) -> click.Command:
    """Return a command, the group itself for no name."""
    found = command.get_command(click.Context(command), name) if name else command
    assert found is not None
    return found


def help_of(name: str, lang: str) -> str:
    """Return the help of a command in a language."""
    top = click.Context(command, info_name=NAME, obj=lang, **command.context_settings)
    found = given(name)
    return found.get_help(click.Context(found, parent=top, info_name=name) if name else top)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("lang", LANGS)
def test_every_option_is_described(name: str, lang: str) -> None:
    """Each option of each command has words of its own or those that it shares; none are left over."""
    said = i18n.words("commands", lang)
    options = {one.opts[0] for one in given(name).params if isinstance(one, click.Option)}
    own, shared = said[name or NAME].get("options", {}), said["options"]

    assert options <= {*own, *shared}
    assert set(own) <= options
    tables = {key for key, value in said.items() if isinstance(value, dict)}
    assert tables == {"options", "groups", NAME, *COMMANDS}
    assert set(said["groups"]) == set(GROUPS)


@pytest.mark.parametrize("name", NAMES)
def test_help_names_the_same_in_every_language(name: str) -> None:
    """Options and the words for their values are the same, and no English heading is left in Dutch."""
    context = click.Context(given(name), info_name=name or NAME)
    dutch, english = help_of(name, "nl"), help_of(name, "en")
    for one in given(name).params:
        words = set(one.opts) - EARLIER if isinstance(one, click.Option) else {one.make_metavar(context)}
        for word in words:
            assert word in dutch
            assert word in english
    assert not any(
        word in dutch for word in ("Usage:", "Options:", "OPTIONS", "default:", "Show this", "locale")
    )
    assert english.startswith("Usage:")


def test_the_language_is_that_of_findings(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """`--lang` before or behind a command counts, and then the locale."""
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    for words in (["find", "--lang", "nl", "--help"], ["--lang", "nl", "find", "--help"]):
        assert run(words) == 0
        assert "Zoek woorden in alle bronnen." in capsys.readouterr().out
    assert run(["find", "--help"]) == 0
    assert capsys.readouterr().out.startswith("Usage:")
    monkeypatch.setenv("LC_ALL", "nl_BE.UTF-8")
    assert run(["--help"]) == 0
    assert "Beginnen:" in capsys.readouterr().out
    assert run(["find", "--help", "--lang", "en"]) == 0
    assert capsys.readouterr().out.startswith("Usage:")


@pytest.mark.parametrize("lang", LANGS)
def test_commands_are_listed_by_the_work_that_they_are_for(
    lang: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Each command stands once, under a heading, with its whole sentence."""
    assert run(["--lang", lang, "--help"]) == 0
    shown = capsys.readouterr().out
    said = i18n.words("commands", lang)
    assert all(f"\n{heading}:\n" in shown for heading in said["groups"].values())
    listed = shown[shown.index(f"\n{said['groups']['begin']}:") :].splitlines()
    assert [line.split()[0] for line in listed if line[2:].split(" ")[0] in COMMANDS] == list(COMMANDS)
    for name in COMMANDS:
        assert said[name]["short"].endswith(".")
        assert " ".join([name, *said[name]["short"].split()]) in " ".join(shown.split())


@pytest.mark.parametrize("name", COMMANDS)
def test_help_is_a_command_too(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    """`bronbrief help NAME` says what `bronbrief NAME --help` says, in the language asked for."""
    for lang in LANGS:
        assert run(["help", name, "--lang", lang]) == 0
        said = capsys.readouterr().out
        assert run([name, "--help", "--lang", lang]) == 0
        assert said == capsys.readouterr().out


def test_help_of_nothing_is_the_list_and_of_the_unknown_a_mistake(capsys: pytest.CaptureFixture[str]) -> None:
    """Without a name it lists the commands; a wrong name gets the nearest, and exit code 2."""
    assert run(["help", "--lang", "en"]) == 0
    assert "completion" in capsys.readouterr().out
    assert run(["help", "chek", "--lang", "nl"]) == 2
    assert "Bedoelt u check?" in capsys.readouterr().err


def test_one_word_for_each_language(capsys: pytest.CaptureFixture[str]) -> None:
    """`--lang` is that of the messages, `--text-lang` that of a brief or source; the earlier name is kept."""
    for name in ("new", "add"):
        assert run([name, "--help"]) == 0
        shown = capsys.readouterr().out
        assert "--text-lang LANG" in shown
        assert "--language" not in shown
        names = {option for one in given(name).params for option in one.opts}
        assert {"--lang", "--text-lang", "--language"} <= names
