"""The manual of diagnostics is made from the catalogue, so that it cannot grow stale."""

from pathlib import Path

import pytest

from bronbrief.core.findings import MESSAGES, areas
from bronbrief.reporting.manual import AREA_TITLES, FILES, area_name, explain, main, manual

DOCS = Path(__file__).resolve().parents[2] / "docs"


@pytest.mark.parametrize("lang", FILES)
def test_committed_page_is_current(lang: str) -> None:
    """The page in docs/ is what the catalogue gives today: `make docs` writes it anew."""
    assert (DOCS / FILES[lang]).read_text(encoding="utf-8") == manual(lang)


@pytest.mark.parametrize("lang", FILES)
def test_every_code_has_an_entry(lang: str) -> None:
    """Each code stands in the manual once, under a heading of its own."""
    page = manual(lang)

    assert [page.count(f"\n### {code}\n") for code in MESSAGES] == [1] * len(MESSAGES)


def test_every_area_has_a_title() -> None:
    """An area of the catalogue has a title in each language."""
    assert {area_name(area) for area in areas()} == set(AREA_TITLES)


def test_explanation_gives_headline_cause_and_cure() -> None:
    """An explanation holds the words of the catalogue in the language asked for."""
    text, words = explain("file-missing", "nl"), MESSAGES["file-missing"].nl

    assert text.startswith("file-missing (fout)\n")
    assert all(part in text for part in (words.headline, words.cause, words.cure))


def test_pages_are_written_to_the_folder_named(tmp_path: Path) -> None:
    """The command writes one page a language."""
    main(str(tmp_path))

    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(FILES.values())
