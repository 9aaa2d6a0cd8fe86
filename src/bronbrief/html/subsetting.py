"""Cutting typefaces down to what a web page keeps. Loading the library takes longer than most pages do."""

import io
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont

from bronbrief.html.coverage import FEATURES, LATIN


def latin_subset(path: Path) -> bytes:
    """Cut a font down to Latin and pack it as WOFF2; the same file gives the same bytes."""
    options = subset.Options()
    options.flavor = "woff2"
    options.layout_features = list(FEATURES)
    options.drop_tables = [*options.drop_tables, "meta"]
    options.hinting = False
    options.notdef_outline = True
    with TTFont(path, recalcTimestamp=False) as font:
        worker = subset.Subsetter(options)
        worker.populate(unicodes=LATIN)
        worker.subset(font)
        font.flavor = "woff2"
        packed = io.BytesIO()
        font.save(packed, reorderTables=True)
    return packed.getvalue()
