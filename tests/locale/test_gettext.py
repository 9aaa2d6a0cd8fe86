"""What libraries say through gettext: click's own sentences, in the language of the command line."""

import gettext
import json
import os
from pathlib import Path

import click
import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import read_mo
from babel.messages.pofile import read_po

from bronbrief.locale import i18n

SHIPPED = Path(i18n.__file__).parent
CATALOGUES = [SHIPPED / lang / "LC_MESSAGES" / "messages.po" for lang in i18n.languages()]


def entries(catalogue: Catalog) -> list[str]:
    """Return what a catalogue translates, but for its head."""
    return sorted(json.dumps([one.id, one.string]) for one in catalogue if one.id)


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.parts[-3])
def test_the_compiled_file_is_current(path: Path) -> None:
    """`make docs` compiles what was translated."""
    with path.open("rb") as file, path.with_suffix(".mo").open("rb") as compiled:
        translated, found = read_po(file), read_mo(compiled)

    assert entries(found) == entries(translated)


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.parts[-3])
def test_click_still_says_what_is_translated(path: Path) -> None:
    """Every sentence stands so in the click that is installed: a version that says otherwise is noticed."""
    source = "".join(one.read_text(encoding="utf-8") for one in Path(click.__file__).parent.glob("*.py"))
    with path.open("rb") as file:
        sentences = [message.id for message in read_po(file) if message.id]

    for one in sentences:
        for sentence in one if isinstance(one, tuple) else (one,):
            assert f'"{sentence}"' in source


@pytest.mark.parametrize(("lang", "said"), [("nl-BE", "Gebruik:"), ("en", "Usage:"), ("de", "Usage:")])
def test_gettext_answers_inside_the_block(lang: str, said: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """What the environment asks for does not matter, and afterwards it is as it was."""
    monkeypatch.setenv("LANGUAGE", "nl")
    with i18n.gettext_in(lang):
        assert gettext.gettext("Usage:") == said

    assert os.environ["LANGUAGE"] == "nl"
    assert gettext.gettext("Usage:") == "Usage:"
