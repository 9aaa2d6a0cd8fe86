"""The combined file: one document out of several, in which nothing leads astray."""

import io
import subprocess
from collections import Counter
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2
import pytest

from bronbrief.core.workspace import Workspace
from bronbrief.dossier.combine import Part, combine, page_count
from bronbrief.dossier.guide import anchor, cover
from bronbrief.dossier.lettering import stamp_face
from bronbrief.dossier.matter import Annex
from bronbrief.dossier.stamp import stamp
from bronbrief.verify.reading import outline, read_tree, transcript
from support.dossiers import MEETING, annex_of, write_two_briefs
from support.tools import require
from support.validators import siegfried, verapdf
from support.workspaces import BRIEF


@pytest.fixture(scope="module")
def pieces(tmp_path_factory: pytest.TempPathFactory) -> tuple[bytes, list[Part]]:
    """Return a cover and three stamped briefs, two of which are the same."""
    workspace = write_two_briefs(tmp_path_factory.mktemp("geheel") / "werkmap")
    annexes = [annex_of(workspace, name, at) for at, name in enumerate((BRIEF, "veer-in-cijfers", BRIEF), 1)]
    parts = [
        Part(
            stamp(annex.pdf, annex.stamp(MEETING), stamp_face()), annex.label_in(annex.labels), anchor(annex)
        )
        for annex in annexes
    ]
    starts = [2, 2 + page_count(parts[0].pdf), 2 + page_count(parts[0].pdf) + page_count(parts[1].pdf)]
    front = cover(annexes, starts, MEETING, workspace)
    assert front.value is not None, front.diagnostics
    return front.value, parts


@pytest.fixture(scope="module")
def whole(pieces: tuple[bytes, list[Part]]) -> bytes:
    """Return the combined file."""
    return combine(*pieces, "Dossier {page} van {pages}", stamp_face())


@pytest.mark.ci
def test_the_whole_keeps_the_conformance_of_its_parts(whole: bytes, tmp_path: Path) -> None:
    """PDF/A-2a and PDF/UA-1 hold, and archives recognise the format."""
    file = tmp_path / "geheel.pdf"
    file.write_bytes(whole)

    assert not verapdf([file])
    assert siegfried(file) == "fmt/476"


def test_the_whole_reads_as_its_parts_in_order(whole: bytes, pieces: tuple[bytes, list[Part]]) -> None:
    """A screen reader says the cover, then each brief, and not a word more."""
    front, parts = pieces
    apart = [transcript(read_tree(pdf)) for pdf in (front, *(part.pdf for part in parts))]

    assert transcript(read_tree(whole)) == "\n".join(apart)


def test_the_number_in_the_dossier_stands_clear_of_that_of_the_page(whole: bytes) -> None:
    """Both are legible on every page, however low a template sets its foot."""
    with pypdfium2.PdfDocument(whole) as document:
        for number in range(1, len(document)):
            text = document[number].get_textpage()
            edges = []
            for words in ("Pagina ", f"Dossier {number + 1} "):
                start, length = text.search(words, match_case=True).get_next() or (0, 0)
                edges.append([text.get_charbox(at) for at in range(start, start + length - 1)])
            page, dossier = edges
            assert max(edge[3] for edge in dossier) < min(edge[1] for edge in page) - 2


def test_each_brief_is_a_part_in_its_own_language(whole: bytes) -> None:
    """The tree has one Document, with a Part for the cover and one for each brief."""
    tree = read_tree(whole)

    assert tree.type == "Document"
    assert [getattr(kid, "type", None) for kid in tree.kids] == ["Part"] * 4
    assert [getattr(kid, "lang", None) for kid in tree.kids][1:] == ["nl-NL", "nl-BE", "nl-NL"]


def test_links_lead_into_their_own_brief(whole: bytes, pieces: tuple[bytes, list[Part]]) -> None:
    """Every link has a destination; those of a brief stay in it, those of the cover lead to first pages."""
    lengths = [page_count(pieces[0]), *(page_count(part.pdf) for part in pieces[1])]
    firsts = [sum(lengths[:at]) for at in range(len(lengths))]
    owner = [part for part, length in enumerate(lengths) for _ in range(length)]
    with pikepdf.open(io.BytesIO(whole)) as opened:
        numbers = {page.obj.objgen: number for number, page in enumerate(opened.pages)}
        flat = opened.Root.Names.Dests.Names
        dests = {str(flat[at]): numbers[flat[at + 1][0].objgen] for at in range(0, len(flat), 2)}
        links = [
            (number, dests[str(annotation.Dest)])
            for number, page in enumerate(opened.pages)
            for annotation in page.obj.get("/Annots", ())
            if "/Dest" in annotation
        ]
    assert [target for number, target in links if number == 0] == firsts[1:]
    assert len(links) > len(firsts)
    assert all(owner[number] == owner[target] for number, target in links if number)
    assert list(dests) == sorted(dests, key=str.encode)


def test_identifiers_and_keys_are_unique(whole: bytes) -> None:
    """No two elements share an ID, no two pages or links a key, and table cells name headers that exist."""
    nodes = list(read_tree(whole).walk())
    ids = Counter(node.id for node in nodes if node.id)
    with pikepdf.open(io.BytesIO(whole)) as opened:
        tree = opened.Root.StructTreeRoot
        keys = [int(tree.ParentTree.Nums[at]) for at in range(0, len(tree.ParentTree.Nums), 2)]
        used = [int(page.obj.StructParents) for page in opened.pages]
        used += [int(one.StructParent) for page in opened.pages for one in page.obj.get("/Annots", ())]
        registered = [str(tree.IDTree.Names[at]) for at in range(0, len(tree.IDTree.Names), 2)]
        next_key = int(tree.ParentTreeNextKey)
    assert max(ids.values()) == 1
    assert sorted(used) == keys
    assert len(set(keys)) == len(keys)
    assert next_key > max(keys)
    assert registered == sorted(ids)
    headers = {name for node in nodes for name in node.attributes.get("Headers", "").split()}
    assert headers
    assert headers <= set(ids)


def test_marked_content_and_tree_agree(whole: bytes) -> None:
    """Each element that owns marked content by the parent tree says itself that it does."""
    with pikepdf.open(io.BytesIO(whole)) as opened:
        nums = opened.Root.StructTreeRoot.ParentTree.Nums
        pages = {int(page.obj.StructParents): page.obj.objgen for page in opened.pages}
        checked = 0
        for at in range(0, len(nums), 2):
            if int(nums[at]) not in pages:
                continue
            for mcid, element in enumerate(nums[at + 1]):
                assert (pages[int(nums[at])], mcid) in set(owned(element))
                checked += 1
    assert checked > 100


def owned(element: Any) -> list[tuple[tuple[int, int], int]]:
    """Return the page and the MCID of all marked content of an element."""
    found = []
    for kid in element.K if isinstance(element.K, pikepdf.Array) else [element.K]:
        if isinstance(kid, pikepdf.Dictionary):
            if kid.get("/Type") == "/MCR":
                found.append((kid.get("/Pg", element.get("/Pg")).objgen, int(kid.MCID)))
        else:
            found.append((element.Pg.objgen, int(kid)))
    return found


def test_bookmarks_name_each_brief_and_its_headings(whole: bytes) -> None:
    """A reader jumps to a brief, and within it to its sections."""
    with pikepdf.open(io.BytesIO(whole)) as opened, opened.open_outline() as bookmarks:
        titles = [item.title for item in bookmarks.root]
        below = [item.title for item in bookmarks.root[-1].children]
    assert titles[-3:] == ["Bijlage 1", "Bijlage 2", "Bijlage 3"]
    assert "Besluit" in below


def test_pages_are_numbered_through_beside_their_own_number(whole: bytes, tmp_path: Path) -> None:
    """The last page of each brief bears both numbers."""
    require("poppler")
    file = tmp_path / "geheel.pdf"
    file.write_bytes(whole)
    text = subprocess.run(
        ["pdftotext", "-layout", str(file), "-"], capture_output=True, check=True, encoding="utf-8"
    ).stdout.split("\f")[:-1]

    for number, page in enumerate(text, start=1):
        assert f"Dossier {number} van {len(text)}" in page
        assert number == 1 or "Pagina " in page


def test_equal_streams_stand_in_the_file_once(whole: bytes) -> None:
    """The typeface that a brief shares with its twin is not carried twice."""
    with pikepdf.open(io.BytesIO(whole)) as opened:
        programs = Counter(
            item.read_raw_bytes()
            for item in opened.objects
            if isinstance(item, pikepdf.Stream) and "/Length1" in item
        )
        profiles = sum(
            isinstance(item, pikepdf.Stream) and item.get("/N") == 3 and "/Type" not in item
            for item in opened.objects
        )
    assert len(programs) > 4
    assert max(programs.values()) == 1
    assert 1 <= profiles <= 2


def test_the_same_parts_give_the_same_bytes(whole: bytes, pieces: tuple[bytes, list[Part]]) -> None:
    """Joining is deterministic."""
    assert combine(*pieces, "Dossier {page} van {pages}", stamp_face()) == whole


def test_the_cover_lists_the_briefs_as_contents(built: Workspace, annexes: list[Annex]) -> None:
    """The list on the cover is a table of contents to a screen reader, with the page of each brief."""
    front = cover(annexes, [2, 5], MEETING, built)
    assert front.value is not None
    tree = read_tree(front.value)

    assert [node.type for node in tree.walk()].count("TOCI") == 2
    assert "Bijlage 3 Coördinatie van het veer: wat het kost dossier 5" in transcript(tree)
    assert "Vergadering van 8 december 2026" in outline(tree)
