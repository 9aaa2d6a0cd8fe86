"""Forged finished files, of the kinds that the tests hold: how many of them `verify` names."""

import importlib
import os
import sys
import tempfile
from collections.abc import Callable, Iterator
from typing import Any

from bench.material import ROOT


def forged_files() -> Iterator[tuple[str, int, int]]:
    """Yield for each group of forgeries its name, how many kinds there are, and how many are named."""
    sys.path.insert(0, str(ROOT / "tests"))
    tools: Any = importlib.import_module("support.tools")
    with tempfile.TemporaryDirectory(prefix="bronbrief-bench-") as folder:
        os.environ[tools.TEMPORARY] = folder
        papers: Any = importlib.import_module("verify.test_forged_pdf")
        structure: Any = importlib.import_module("verify.test_forged_structure")
        pages: Any = importlib.import_module("verify.test_forged_page")
        groups = (
            ("PDF", papers.FORGED, papers.test_what_bronbrief_does_not_write_is_named),
            (
                "PDF: structure, links, metadata, typefaces, colours",
                structure.FORGED,
                structure.test_what_a_pdf_says_beside_its_pages_agrees_with_them,
            ),
            ("web page: markup in a quotation", pages.MARKUP, pages.test_markup_in_a_quotation_is_named),
            ("web page: style sheets", pages.STYLES, pages.test_a_style_with_a_policy_of_its_own_is_judged),
            ("web page: around the text", pages.AROUND, pages.test_what_a_page_may_not_hold_is_named),
            (
                "web page: styles of the author's own words (not checked)",
                pages.OWN_WORDS,
                pages.test_a_style_that_touches_the_words_of_the_author_is_not_checked,
            ),
            (
                "web page: words beside the text (not checked)",
                pages.BESIDE,
                pages.test_words_beside_the_text_are_not_checked,
            ),
            (
                "web page: attributions, notes, translations, sources, method",
                pages.FACTS,
                pages.test_what_follows_from_the_record_is_compared_word_for_word,
            ),
        )
        for name, kinds, test in groups:
            yield name, len(kinds), sum(_holds(test, kind) for kind in kinds)


def _holds(test: Callable[[str], None], kind: str) -> bool:
    try:
        test(kind)
    except AssertionError:
        return False
    return True
