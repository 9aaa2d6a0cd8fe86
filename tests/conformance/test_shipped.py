"""The briefs that this repository ships, judged by every validator there is."""

from collections import Counter

import pytest

from bronbrief.dossier.described import verify_described
from bronbrief.verify.reading import read_tree, transcript
from support.browser import SCHEMES, WIDTHS, Browser, Scheme
from support.generated_builds import Built
from support.spoken import read_page, structure, words
from support.tools import ROOT, some
from support.validators import nu, siegfried, verapdf

SIX = sorted(path.stem for path in (ROOT / "briefs").glob("[!_]*.yaml"))


def test_six_briefs_are_built_without_errors(shipped: tuple[Built, ...]) -> None:
    """The six briefs come through, and typesetting finds nothing to remark on."""
    assert [brief.name for brief in shipped] == SIX
    assert len(SIX) == 6
    found = [(brief.name, code, severity) for brief in shipped for code, severity, _ in brief.found]
    assert not [one for one in found if one[2] == "error" or one[1].startswith("pdf-")]


@pytest.mark.ci
def test_verify_says_of_no_brief_that_its_files_hold_what_they_should_not(shipped: tuple[Built, ...]) -> None:
    """Drawings, signs and the words for telephones are no alarm: page and PDF say the same."""
    for brief in some(shipped, 3):
        codes = {one.code for one in verify_described(brief.pdf.parent, None).general if one.is_error}
        assert not codes & {"verify-foreign", "verify-page-differs", "verify-unreadable"}, brief.name


def test_validators_find_nothing(shipped: tuple[Built, ...]) -> None:
    """VeraPDF and Nu find nothing in any of them, and Siegfried knows each for PDF/A-2a."""
    assert not verapdf(brief.pdf for brief in shipped)
    assert not nu(brief.html for brief in shipped)
    assert {siegfried(brief.pdf) for brief in shipped} == {"fmt/476"}


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("width", WIDTHS)
def test_axe_finds_nothing(shipped: tuple[Built, ...], browser: Browser, width: int, scheme: Scheme) -> None:
    """Axe-core finds nothing at each width in each scheme, and no page scrolls sideways."""
    for brief in shipped:
        assert not browser.axe(brief.html, width=width, scheme=scheme)
        assert browser.overhang(brief.html, width=width) == 0


def test_transcripts_and_trees_are_those_of_the_pages(shipped: tuple[Built, ...]) -> None:
    """Each PDF says what its web page says, word for word, with as many elements of each kind."""
    for brief in shipped:
        tree, page = read_tree(brief.pdf.read_bytes()), read_page(brief.html)
        found, wanted = Counter(node.type for node in tree.walk()), structure(page)

        assert transcript(tree, labels=False).split() == words(page), brief.name
        assert {kind: found[kind] for kind in wanted} == wanted, brief.name
