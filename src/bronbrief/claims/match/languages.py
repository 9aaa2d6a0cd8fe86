"""The languages in which claims are read: each is a folder of words and patterns, as `nl/` and `en/` are.

A text in a language without a folder has no words to be read by: a brief in one is not judged.
"""

import gzip
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from itertools import chain
from typing import Any

from babel import Locale
from pydantic import TypeAdapter

from bronbrief.claims.match.language import Language
from bronbrief.core.tables import filled, laid_over, read_table

Tables = dict[str, dict[str, Any]]
_ROOT = files("bronbrief.claims")
_COMMON = _ROOT / "match"
# Numbers and units travel along with what is cited; patterns do not.
_BORROWED = (
    *(("numbers", "scales"), ("units", "measures"), ("units", "money")),
    *(("units", "doubtful_money"), ("units", "small_money")),
)


@cache
def languages() -> dict[str, Language]:
    """Return the languages that have a folder, by their codes (ISO 639-1)."""
    folders = (folder for folder in _ROOT.iterdir() if (folder / "numbers.toml").is_file())
    given = {folder.name: _areas(folder) for folder in sorted(folders, key=lambda folder: folder.name)}
    _borrow(given)
    typed = TypeAdapter(Language)
    return {code: typed.validate_python(_whole(code, areas)) for code, areas in given.items()}


def language(tag: str) -> Language | None:
    """Return the language of a tag (BCP 47), such as "nl-BE"; None for one without a folder."""
    return languages().get(tag.partition("-")[0].lower())


@cache
def words(code: str, name: str) -> frozenset[str]:
    """Return a list of words of a language, "bodies.txt" or "words.txt.gz"; empty where it has none."""
    file = _ROOT / code / name
    if not file.is_file():
        return frozenset()
    if name.endswith(".gz"):
        return frozenset(gzip.decompress(file.read_bytes()).decode().split("\n"))
    return frozenset(word for line in lines(code, name) for word in line.split())


def lines(code: str, name: str) -> list[str]:
    """Return the lines of a list of a language, without its comments."""
    text = (_ROOT / code / name).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line.strip() and not line.startswith("#")]


def _areas(folder: Traversable) -> Tables:
    """Read the files of a language; units and offices by their words."""
    given = {name: read_table(folder / f"{name}.toml") for name in ("numbers", "dates", "units", "names")}
    for area, table in (("units", "measures"), ("units", "money"), ("names", "offices")):
        given[area][table] = _by_word(given[area][table])
    return given


def _by_word(value: dict[str, str]) -> dict[str, str]:
    """Turn "code: its words" into the code of each word."""
    return {name.replace("_", " "): code for code, names in value.items() for name in names.split()}


def _borrow(given: Mapping[str, Tables]) -> None:
    """Give each language the numbers and units that others have: a brief takes "22 miljoen euro" over.

    Its own words come first.
    """
    for area, table in _BORROWED:
        common = dict(chain.from_iterable(one[area].get(table, {}).items() for one in given.values()))
        for one in given.values():
            one[area][table] = common | one[area].get(table, {})
    for one in given.values():
        for word in one["numbers"].pop("no_scales", ()):
            del one["numbers"]["scales"][word]


def _whole(code: str, given: Tables) -> Any:  # noqa: ANN401
    """Add what CLDR knows of a language, and fill its patterns."""
    dates, units, numbers = given["dates"], given["units"], given["numbers"]
    calendar = Locale(code)
    wide = {str(name).lower(): number for number, name in calendar.months["format"]["wide"].items()}
    short = {name[:3]: number for name, number in wide.items() if len(name) > 4}  # noqa: PLR2004
    dates["months"] = wide | short | dates.pop("short_months")
    # "Mei" is a month in full.
    dates["short_months"] = [name for name in dates["months"] if len(name) == 3 and name not in wide]  # noqa: PLR2004
    days = calendar.days["format"]["wide"].items()
    dates["weekdays"] = {str(name).lower(): number for number, name in days}
    units["measures"] |= _by_word(common_units()["symbols"])
    units["money"] |= _by_word(common_units()["codes"])
    units["signs"] = _by_word(common_units()["signs"])
    common = read_table(_COMMON / "patterns.toml")
    parts = common.pop("parts") | {
        "months": "|".join(sorted(dates["months"], key=len, reverse=True)),
        "no_scale": rf"(?!\s+(?:{'|'.join(numbers['scales'])})\b)",
        "signs": "".join(units["signs"]),
        "codes": "|".join(_by_word(common_units()["codes"])),
        "group": numbers["group"],
        "decimal": numbers["decimal"],
    }
    for area in given.values():
        parts |= area.pop("parts", {})
    return filled({"code": code, **laid_over(common, given)}, parts)


@cache
def common_units() -> dict[str, Any]:
    """Return what numbers measure in every language, as `units.toml` has it."""
    return read_table(_COMMON / "units.toml")
