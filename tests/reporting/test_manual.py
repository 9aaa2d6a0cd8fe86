"""The manual of diagnostics is made from the words of each, so that it cannot grow stale."""

from pathlib import Path

import pytest

from bronbrief.core.diagnostics import codes
from bronbrief.locale import i18n
from bronbrief.locale.diagnostics import words
from bronbrief.reporting.manual import explain, main, manual, page_name

DOCS = Path(__file__).resolve().parents[2] / "docs"


@pytest.mark.parametrize("lang", i18n.languages())
def test_committed_page_is_current(lang: str) -> None:
    """The page in docs/ is what the words give today: `make docs` writes it anew."""
    assert (DOCS / page_name(lang)).read_text(encoding="utf-8") == manual(lang)


@pytest.mark.parametrize("lang", i18n.languages())
def test_every_code_has_an_entry(lang: str) -> None:
    """Each code stands in the manual once, under a heading of its own."""
    page = manual(lang)

    assert [page.count(f"\n### {code}\n") for code in codes()] == [1] * len(codes())


def test_explanation_gives_headline_cause_and_cure() -> None:
    """An explanation holds the words of a code in the language asked for."""
    text, said = explain("file-missing", "nl"), words("file-missing", "nl")

    assert text.startswith("file-missing (fout)\n")
    assert all(part in text for part in (said.headline, said.cause, said.cure))


def test_pages_are_written_to_the_folder_named(tmp_path: Path) -> None:
    """The command writes one page a language."""
    main(str(tmp_path))

    assert sorted(path.name for path in tmp_path.iterdir()) == ["diagnostics.md", "diagnostics.nl.md"]
