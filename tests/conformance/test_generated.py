"""What no one wrote still holds: generated specs of every kind, taken down the whole road and judged."""

import json
import re
import shutil
from collections import Counter
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from bronbrief.core.workspace import Workspace
from bronbrief.verify.proofs import Standing
from bronbrief.verify.reading import Node, read_tree, transcript
from bronbrief.verify.verify import verify
from support.browser import Browser, Scheme
from support.generated_builds import EVERY, SPREAD, Built, build_some
from support.generated_specs import LANGUAGES, SPECIAL, TEMPLATES
from support.spoken import read_page, structure, words
from support.validators import nu, siegfried, verapdf

EXPECTED = {
    *("words-cut-away", "number-cut-off", "speaker-cut-away", "quoted-share", "brief-long"),
    "cell-uncited",
    *("pdf-short-first-page", "pdf-short-last-page", "pdf-stranded-items", "pdf-broken-early"),
}
"""Findings that generated texts deserve: cuts at a "niet" or to another answer, much quoted, bad pages, cells
that cite nothing."""
AXE_SPREAD = 5
INVENTED = "claim-"
"""The running text is made up, and says numbers and names that no source has: these findings are right."""
ADDED = re.compile(r"\[(?:…|sic|aldus het college)\]")
"""What prints within a quotation and is not the source's."""


@cache
def tree_of(brief: Built) -> Node:
    """Return the structure tree of a brief's PDF, read once for all tests."""
    return read_tree(brief.pdf.read_bytes())


def test_every_spec_is_built(generated: tuple[Built, ...]) -> None:
    """Specs of every template and language come through with the findings expected, at least sixty in CI."""
    surprises = {
        f"{brief.name}: {code} {where}"
        for brief in generated
        for code, severity, where in brief.found
        if severity == "error" or not (code in EXPECTED or code.startswith(INVENTED))
    }

    assert not surprises
    assert len(generated) * EVERY >= 60
    assert all(brief.pdf.is_file() and brief.html.is_file() for brief in generated)
    names = {brief.name for brief in generated}
    wanted = {f"{template}-{lang.lower()}-1" for template in TEMPLATES for lang in LANGUAGES} | set(SPECIAL)
    assert wanted <= names or EVERY > 1


def test_their_proof_calls_none_wrong(generated: tuple[Built, ...]) -> None:
    """A reader's proof of what was published finds nothing wrong."""
    for brief in generated:
        done = verify(brief.pdf.parent, Workspace(brief.root))
        assert done.standing is not Standing.WRONG, (brief.name, done)


def test_every_pdf_meets_both_standards(generated: tuple[Built, ...]) -> None:
    """VeraPDF finds no failure of PDF/A-2a or PDF/UA-1 in any of them."""
    assert not verapdf(brief.pdf for brief in generated)


def test_every_page_is_valid(generated: tuple[Built, ...]) -> None:
    """The Nu Html Checker finds no error in any of them."""
    assert not nu(brief.html for brief in generated)


@pytest.mark.parametrize(
    ("width", "scheme"), [(320, "light"), (320, "dark"), (1280, "light"), (1280, "dark")]
)
def test_axe_finds_nothing(
    generated: tuple[Built, ...], browser: Browser, width: int, scheme: Scheme
) -> None:
    """Axe-core finds nothing in every fifth of them, narrow or wide, light or dark; none scrolls sideways."""
    for brief in generated[::AXE_SPREAD]:
        assert not browser.axe(brief.html, width=width, scheme=scheme)
        assert browser.overhang(brief.html, width=width) == 0, brief.name


def test_every_pdf_is_recognised(generated: tuple[Built, ...]) -> None:
    """Siegfried knows each of them for PDF/A-2a."""
    assert {siegfried(brief.pdf) for brief in generated} == {"fmt/476"}


@pytest.mark.ci
def test_every_transcript_is_the_text_of_the_page(generated: tuple[Built, ...]) -> None:
    """What a screen reader says of the PDF is what the web page says, word for word and in order."""
    for brief in generated:
        spoken = transcript(tree_of(brief), labels=False).split()

        assert spoken == words(read_page(brief.html)), brief.name


def test_every_tree_has_the_elements_of_the_page(generated: tuple[Built, ...]) -> None:
    """Headings, quotations, tables, cells, lists, notes, calls to notes: as many as on the web page."""
    for brief in generated:
        found = Counter(node.type for node in tree_of(brief).walk())
        wanted = structure(read_page(brief.html))

        assert {kind: found[kind] for kind in wanted} == wanted, brief.name


def test_every_quotation_is_the_words_of_its_source(generated: tuple[Built, ...]) -> None:
    """Each quotation prints in the PDF as its sources have it in the files as received, white space aside."""
    counted = 0
    for brief in generated:
        printed = _bare(transcript(tree_of(brief), labels=False))
        record = json.loads(brief.evidence.read_text(encoding="utf-8"))
        for item in record["first"]["items"]:
            text = item["body"][0]["value"]
            received = "".join(_received(brief, target) for target in item["target"])
            counted += 1

            assert _bare(ADDED.sub("", text)) == _bare(received), (brief.name, item["id"])
            assert all(_bare(line) in printed for line in text.splitlines()), (brief.name, item["id"])
    assert counted * EVERY > 1000


@pytest.mark.ci
def test_second_build_gives_the_same_bytes(generated: tuple[Built, ...], tmp_path: Path) -> None:
    """Built anew from a copy elsewhere, in another order, every file holds the same bytes."""
    again, root = generated[::-SPREAD], generated[0].root
    copy = tmp_path / "copy"
    shutil.copytree(root, copy, ignore=shutil.ignore_patterns("build"))
    (copy / "build").mkdir()
    build_some(copy, tuple(brief.name for brief in again))

    assert len(again) * EVERY >= 8
    for brief in again:
        for file in (brief.pdf, brief.html, brief.evidence):
            other = copy / file.relative_to(root)
            assert other.read_bytes() == file.read_bytes(), file.name


def _received(brief: Built, target: Mapping[str, Any]) -> str:
    """Read a part of a quotation from the file as received, with words that a line end divides made whole."""
    where = next(one for one in target["selector"] if one["type"] == "DataPositionSelector")
    data = (brief.root / target["source"]["id"]).read_bytes()[where["start"] : where["end"]]
    return re.sub(r"-\s*\n\s*", "", data.decode())


def _bare(text: str) -> str:
    return "".join(text.split())
