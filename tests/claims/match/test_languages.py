"""The languages of the claims check: what a folder brings, and what is done without one."""

import shutil
from collections.abc import Iterator
from decimal import Decimal
from importlib.resources import files
from pathlib import Path

import pytest

from bronbrief.claims.match import languages as loader
from bronbrief.claims.match.days import find_days
from bronbrief.claims.match.languages import language, languages
from bronbrief.claims.match.numbers import find_numbers
from bronbrief.spec.types import LANGUAGES


@pytest.fixture
def with_german(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Give the check a third folder, `de/`, made of the Dutch one."""
    for code in ("nl", "en"):
        shutil.copytree(str(files("bronbrief.claims") / code), tmp_path / code)
    shutil.copytree(tmp_path / "nl", tmp_path / "de")
    monkeypatch.setattr(loader, "_ROOT", tmp_path)
    languages.cache_clear()
    yield tmp_path / "de"
    languages.cache_clear()


def test_every_language_of_a_brief_has_a_folder() -> None:
    """Of no brief that can be built the claims go unjudged for want of words."""
    assert all(language(tag) for tag in LANGUAGES)


def test_a_region_is_no_language() -> None:
    """Flemish papers are read by the words of Dutch; what has no folder by none."""
    assert language("nl-BE") is language("nl")
    assert language("fr-BE") is None


def test_a_folder_makes_a_language(with_german: Path) -> None:
    """A third language takes a folder, and no line of code: months come from CLDR, words from its files."""
    numbers = with_german / "numbers.toml"
    numbers.write_text(
        numbers.read_text(encoding="utf-8").replace("duizend =", "tausend ="), encoding="utf-8"
    )
    german = languages()["de"]
    assert [(day.day, day.month) for day in find_days("am 3 Mai 2021", german)] == [(3, 5)]
    assert [int(number.value or 0) for number in find_numbers("12 tausend Menschen", german)] == [12_000]


def test_a_key_that_nobody_reads_is_refused(with_german: Path) -> None:
    """A mistyped key in a language's file is a mistake of its author, and is not passed over."""
    names = with_german / "names.toml"
    names.write_text('rolls = "x"\n' + names.read_text(encoding="utf-8"), encoding="utf-8")
    with pytest.raises(ValueError, match="rolls"):
        languages()


def test_numbers_and_units_of_another_language_are_borrowed() -> None:
    """A brief in English takes "22,75 miljoen euro" over from its source; its own words come first."""
    (amount,) = find_numbers("with 22,75 miljoen euro", languages()["en"])
    assert (amount.value, amount.unit) == (Decimal(22_750_000), "EUR")
    assert languages()["en"].numbers.scales["dozen"] == 12
    assert "dozen" not in languages()["nl"].numbers.scales
