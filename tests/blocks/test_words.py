"""Every block type has its words in every language, in one table of one file."""

import tomllib
from pathlib import Path

import pytest

from bronbrief.blocks.registry import BLOCKS
from bronbrief.locale import i18n
from support.block_words import lacking

SHIPPED = Path(i18n.__file__).parent


@pytest.mark.parametrize("lang", i18n.languages())
def test_every_block_has_its_words(lang: str) -> None:
    """Each file has a table for each block type, with all words that it needs and no other."""
    file = f"locale/{lang}/blocks.toml"
    tables = tomllib.loads((SHIPPED.parent / file).read_text(encoding="utf-8"))
    assert [fault for block in BLOCKS for fault in lacking(block, tables, file)] == []
    assert tables.keys() == {block.key for block in BLOCKS}
