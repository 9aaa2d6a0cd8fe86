"""Help is said in the language of whoever reads it: all of it, and nothing that is typed is translated."""

import click
import pytest

from bronbrief.cli.main import COMMANDS, NAME, command, run
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
    assert {key for key, value in said.items() if isinstance(value, dict)} == {"options", NAME, *COMMANDS}


@pytest.mark.parametrize("name", NAMES)
def test_help_names_the_same_in_every_language(name: str) -> None:
    """Options and the words for their values are the same, and no English heading is left in Dutch."""
    context = click.Context(given(name), info_name=name or NAME)
    dutch, english = help_of(name, "nl"), help_of(name, "en")
    for one in given(name).params:
        for word in one.opts if isinstance(one, click.Option) else [one.make_metavar(context)]:
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
    assert "Opdrachten:" in capsys.readouterr().out
    assert run(["find", "--help", "--lang", "en"]) == 0
    assert capsys.readouterr().out.startswith("Usage:")
