"""Words by language: what a language lacks is said in English, and no shipped language lacks anything."""

import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from bronbrief.locale import i18n
from support.fields import fields

SHIPPED = Path(i18n.__file__).parent
PLAIN = (".cause", ".cure")  # of a diagnostic: never filled in
AREAS = sorted(
    path.relative_to(SHIPPED / i18n.ENGLISH).with_suffix("").as_posix()
    for path in (SHIPPED / i18n.ENGLISH).rglob("*.toml")
)
OTHERS = [lang for lang in i18n.languages() if lang != i18n.ENGLISH]


def texts(table: Mapping[str, Any], above: str = "") -> Iterator[tuple[str, str]]:
    """Yield every text of a table with the way to it."""
    for key, value in table.items():
        if isinstance(value, dict):
            yield from texts(value, f"{above}{key}.")
        else:
            yield f"{above}{key}", value


def said(lang: str, area: str) -> dict[str, str]:
    """Return the texts of a file, by the way to each."""
    return dict(texts(tomllib.loads((SHIPPED / lang / f"{area}.toml").read_text(encoding="utf-8"))))


@pytest.fixture
def german(tmp_path: Path) -> Iterator[Path]:
    """Make a folder of languages with a little German."""
    folder = tmp_path / "de"
    folder.mkdir()
    (folder / "related.toml").write_text('character-too = "{character} steht auch hier"\n', encoding="utf-8")
    with i18n.searching(tmp_path):
        yield folder


@pytest.mark.parametrize("area", AREAS)
@pytest.mark.parametrize("lang", OTHERS)
def test_a_shipped_language_says_all_that_english_says(lang: str, area: str) -> None:
    """The keys are the same, and so are the fields: no value that one language shows is kept from another."""
    english, other = said(i18n.ENGLISH, area), said(lang, area)

    assert english.keys() == other.keys()
    assert not [
        key for key, text in english.items() if not key.endswith(PLAIN) and fields(text) != fields(other[key])
    ]


@pytest.mark.parametrize("lang", OTHERS)
def test_no_area_is_left_over(lang: str) -> None:
    """A language has no file that English has not."""
    assert {
        path.relative_to(SHIPPED / lang).with_suffix("").as_posix()
        for path in (SHIPPED / lang).rglob("*.toml")
    } == set(AREAS)


@pytest.mark.parametrize(
    ("tag", "lang"),
    [
        ("nl", "nl"),
        ("nl-NL", "nl"),
        ("nl-BE", "nl"),
        ("nl_BE.UTF-8", "nl"),
        ("NL", "nl"),
        ("en-GB", "en"),
        ("C.UTF-8", "en"),
        ("", "en"),
        ("fr", "en"),
        ("nld", "en"),
    ],
)
def test_a_tag_is_answered_in_the_nearest_language(tag: str, lang: str) -> None:
    """Country and encoding do not matter; a language without words is answered in English."""
    assert i18n.spoken(tag) == lang


def test_english_is_the_last_of_the_languages() -> None:
    """All others are listed before the one on which they fall back."""
    assert i18n.languages() == ("nl", "en")


def test_a_third_language_is_a_folder(german: Path) -> None:
    """With a folder `de` there is German, in every country; what it lacks is said in English."""
    assert german.name in i18n.languages()
    assert i18n.spoken("de_AT.UTF-8") == "de"
    assert i18n.say("related", "character-too", "de-AT", character="x") == "x steht auch hier"
    assert i18n.say("related", "key-first", "de", key="a") == i18n.say("related", "key-first", "en", key="a")


def test_outside_the_block_there_is_no_third_language(tmp_path: Path) -> None:
    """A folder of languages counts only where the program was told of it."""
    (tmp_path / "de").mkdir()
    (tmp_path / "de" / "views.toml").write_text("", encoding="utf-8")
    with i18n.searching(tmp_path):
        pass

    assert "de" not in i18n.languages()


@pytest.mark.parametrize(("count", "text"), [(0, "0 briefs"), (1, "1 brief"), (2, "2 briefs")])
def test_a_count_chooses_the_form(count: int, text: str, tmp_path: Path) -> None:
    """A text in two forms is said in the one that fits the number."""
    (tmp_path / "en").mkdir()
    (tmp_path / "en" / "counted.toml").write_text(
        'briefs = { one = "1 brief", other = "{count} briefs" }\n', encoding="utf-8"
    )
    with i18n.searching(tmp_path):
        assert i18n.say("counted", "briefs", "en", count=count) == text


def test_an_unknown_area_or_key_is_a_mistake_of_ours() -> None:
    """Nothing is said in the place of words that there are not."""
    with pytest.raises(KeyError):
        i18n.words("nowhere", "en")
    with pytest.raises(KeyError):
        i18n.say("related", "nothing", "en")
