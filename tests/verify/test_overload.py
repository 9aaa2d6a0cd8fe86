"""Files that are made to keep a machine busy end in a finding, in a time that grows with their size."""

import io
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from bronbrief.dossier.described import verify_described
from bronbrief.verify import contained
from bronbrief.verify.finished import read_finished
from bronbrief.verify.limits import STREAM_LIMIT
from bronbrief.verify.sources import folder_texts
from bronbrief.verify.verify import verify
from support.published import published_small
from support.workspaces import BRIEF

PAGE = "<!DOCTYPE html><html><head><title>T</title>{head}</head><body>{body}</body></html>"
PATTERNS = (
    *(
        ("head", piece)
        for piece in ("content:", 'content:"a', "content:'", "/*", "/*a*", "a>", "{", "(", "@", "\\")
    ),
    *(
        ("body", piece)
        for piece in ("<a ", "<!--", "<", "</a", "<b>", "<div>", "<i></b>", "<table>x", "&amp", "<q>")
    ),
    *(
        ("body", piece)
        for piece in ("<a x y z>", "<!", "<![CDATA[", "<svg><desc>", "<p>", "<blockquote>a</blockquote>")
    ),
)


def events(call: Callable[[], object]) -> int:
    """Count the lines of Python that a call takes: a measure of time that no other program disturbs."""
    count = 0

    def note(*_: Any) -> Any:
        nonlocal count
        count += 1
        return note

    sys.settrace(note)
    try:
        call()
    finally:
        sys.settrace(None)
    return count


@pytest.mark.parametrize(("where", "piece"), PATTERNS)
def test_a_page_made_to_overwhelm_takes_no_more_than_its_size(where: str, piece: str) -> None:
    """Twice as much of what parsers stumble over takes about twice as many steps, not four times."""

    def steps(times: int) -> int:
        text = f"<style>{piece * times}</style>" if where == "head" else piece * times
        page = (
            PAGE.format(head="", body="")
            if not times
            else PAGE.format(**{"head": "", "body": "", where: text})
        )
        return events(lambda: read_finished(page.encode(), "x.html"))

    steps(1)  # what is loaded on first use
    assert steps(800) < 2.6 * steps(400) + 20_000


def pdf(pages: int, references: int, content: bytes) -> bytes:
    """Make a PDF whose pages all show one stream, each so many times."""
    written = io.BytesIO()
    with pikepdf.new() as document:
        stream = document.make_indirect(pikepdf.Stream(document, content))
        shown = document.make_indirect(pikepdf.Array([stream] * references))
        for _ in range(pages):
            page = pikepdf.Dictionary(Type=pikepdf.Name.Page, MediaBox=[0, 0, 600, 800], Contents=shown)
            document.pages.append(pikepdf.Page(page))
        document.Root.StructTreeRoot = pikepdf.Dictionary(Type=pikepdf.Name.StructTreeRoot)
        document.save(written)
    return written.getvalue()


@pytest.mark.parametrize(
    ("pages", "references", "content"),
    [
        (200, 4, b" " * (STREAM_LIMIT - 10)),
        (1, 50_000, b" " * (STREAM_LIMIT - 10)),
        (1, 50_000, b"q Q "),
        (1, 1, b"/P BMC " * 5_000),
        (1, 1, b"BT /F 12 Tf (a) Tj ET 0 0 600 800 re f " * 4_000),
    ],
)
def test_a_pdf_made_to_overwhelm_is_refused(pages: int, references: int, content: bytes) -> None:
    """What its pages would unfold to is added up without unpacking one stream twice; nesting has an end."""
    found = read_finished(pdf(pages, references, content), "x.pdf")
    codes = [finding.code for finding in found.diagnostics]
    assert codes == ["verify-unreadable"] or found.value is not None
    if references > 1:
        assert found.value is None


def test_links_among_the_sources_are_not_followed(tmp_path: Path) -> None:
    """A folder of sources that came along reads nothing of what lies elsewhere."""
    elsewhere = tmp_path / "elders"
    elsewhere.mkdir()
    (elsewhere / "geheim.txt").write_text("geheim", encoding="utf-8")
    sources = tmp_path / "bronnen"
    (sources / "map").mkdir(parents=True)
    for name in ("een.txt", "map/twee.txt"):
        (sources / name).write_text("open", encoding="utf-8")
    (sources / "link.txt").symlink_to(elsewhere / "geheim.txt")
    (sources / "linkmap").symlink_to(elsewhere)
    assert [name for name, _ in folder_texts(sources)] == ["een.txt", "twee.txt"]


@pytest.mark.parametrize("limits", [{"seconds": 0}, {"memory": 200 << 20}])
def test_what_takes_too_much_is_a_finding_about_the_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, limits: dict[str, Any]
) -> None:
    """Who verifies hears that it was not verified, and why."""
    path = tmp_path / "x.html"
    path.write_text(PAGE.format(head="", body="<p>a</p>" * 200_000), encoding="utf-8")
    monkeypatch.setattr(contained, "LIMITS", contained.LIMITS.__class__(file_size=0, **limits))
    done = verify_described(path, None)
    assert [finding.code for finding in done.general] in (["verify-too-heavy"], ["verify-unreadable"])
    assert done.standing.value == "wrong"


@pytest.mark.ci
def test_a_contained_verification_says_what_an_open_one_would(tmp_path: Path) -> None:
    """Findings come through with their places and words, also of a name that is no text."""
    path = tmp_path / "x.html"
    path.write_text("geen pagina", encoding="utf-8")
    assert verify_described(path, None) == verify(path)
    brief = published_small() / "build" / BRIEF
    assert verify_described(brief, None) == verify(brief)
    assert verify(brief).briefs[0].unchanged
    odd = tmp_path / "\udcff"
    odd.mkdir()
    assert verify_described(odd, None).standing.value == "wrong"
