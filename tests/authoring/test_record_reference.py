"""The reference of records is made from the model that reads them, so that it cannot grow stale."""

from pathlib import Path

import pytest

from bronbrief.authoring.record_reference import main, page_name, record_reference
from bronbrief.locale import i18n
from bronbrief.sources.facts import GROUNDS, KINDS, REASONS
from bronbrief.sources.record import FIELDS

DOCS = Path(__file__).resolve().parents[2] / "docs"


@pytest.mark.parametrize("lang", i18n.languages())
def test_committed_page_is_current(lang: str) -> None:
    """The page in docs/ is what the model and the words give today: `make docs` writes it anew."""
    assert (DOCS / page_name(lang)).read_text(encoding="utf-8") == record_reference(lang)


@pytest.mark.parametrize("lang", i18n.languages())
def test_every_key_and_value_is_explained(lang: str) -> None:
    """Each key, kind, basis and reason stands in the page, in each language in words of its own."""
    page = record_reference(lang)
    rows = [line.split(" | ") for line in page.splitlines() if line.startswith("| `")]
    named = [row[0].strip("| `") for row in rows]
    assert [key for key in FIELDS if named.count(key) < 1] == []
    assert set(KINDS) | set(REASONS) <= set(named)
    assert all(f"`{ground}`" in page for ground in GROUNDS)
    own = i18n.words("record_reference", lang)["keys"]
    assert own.keys() >= FIELDS.keys()


def test_pages_are_written_to_the_folder_named(tmp_path: Path) -> None:
    """The command writes one page a language."""
    main(str(tmp_path))
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "record-reference.md",
        "record-reference.nl.md",
    ]
