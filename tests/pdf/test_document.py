"""A finished PDF: both standards at once, the same bytes every time, and no fault passed over in silence."""

import io
from collections.abc import Iterator
from pathlib import Path

import pikepdf
import pytest

from bronbrief.verify.reading import read_tree, transcript
from support.typesetting import RICH, attempt, page, pdf_of, rich_pdf, tree_of
from support.validators import siegfried, verapdf


def words(html: str) -> list[str]:
    """Return the words of an HTML document as it is written, by a parser that has no part in the PDF."""
    from lxml import html as parser  # noqa: PLC0415

    body = parser.fromstring(html).find("body")
    for gone in body.xpath("//*[@aria-hidden='true'] | //*[@class='verborgen'] | //*[@role='doc-toc']"):
        gone.drop_tree()
    for image in body.xpath("//img"):
        image.tail = f" {image.get('alt')} {image.tail or ''}"
    blocks = ("p", "h1", "h2", "h3", "li", "td", "th", "tr", "caption", "figure", "figcaption")
    for block in body.iter(*blocks, "dt", "dd", "div", "br", "address"):
        block.text, block.tail = f" {block.text or ''}", f" {block.tail or ''}"
    return str(body.text_content()).replace("\u00ad", "").split()


def begun(sheet: pikepdf.Page) -> Iterator[tuple[str, pikepdf.Object]]:
    """Yield tag and properties of every marked-content sequence of a page."""
    for instruction in pikepdf.parse_content_stream(sheet):
        if str(instruction.operator) == "BDC":
            tag, properties = instruction.operands
            yield str(tag), properties


def test_transcript_equals_the_html() -> None:
    """The PDF says the words of the HTML, all of them, in order, and no others."""
    html = RICH.read_text()
    start, end = html.index("<nav"), html.index("</nav>") + len("</nav>")
    spoken = transcript(read_tree(pdf_of(html[:start] + html[end:])), labels=False)
    assert spoken.split() == words(html)


@pytest.mark.ci
def test_meets_both_standards(tmp_path: Path) -> None:
    """VeraPDF finds nothing against PDF/A-2a or PDF/UA-1 in the sample that holds everything."""
    path = tmp_path / "rich.pdf"
    path.write_bytes(rich_pdf())
    assert not verapdf([path])


def test_archives_can_identify_it(tmp_path: Path) -> None:
    """Siegfried says PDF/A-2a, fmt/476."""
    path = tmp_path / "rich.pdf"
    path.write_bytes(rich_pdf())
    assert siegfried(path) == "fmt/476"


@pytest.mark.ci
def test_same_page_same_bytes() -> None:
    """Typesetting twice gives the same bytes."""
    assert attempt(RICH.read_text()).value == rich_pdf()


def test_every_annotation_is_in_the_tree_once() -> None:
    """Each link annotation of each page hangs in the tree under one Link, and knows where."""
    with pikepdf.open(io.BytesIO(rich_pdf())) as pdf:
        numbers = pdf.Root.StructTreeRoot.ParentTree.Nums
        parents = {int(key): value for key, value in zip(numbers[::2], numbers[1::2], strict=True)}
        annotations = [link for sheet in pdf.pages for link in sheet.get("/Annots", [])]
        seen = [int(annotation.StructParent) for annotation in annotations]
        assert len(seen) == len(set(seen)) > 20
        for annotation in annotations:
            owner = parents[int(annotation.StructParent)]
            objects = [
                kid.Obj.objgen for kid in owner.K if isinstance(kid, pikepdf.Dictionary) and "/Obj" in kid
            ]
            assert owner.S == "/Link"
            assert annotation.objgen in objects


def test_marks_on_a_page_are_dense_and_owned() -> None:
    """The parent tree names an element for every MCID of every page, and there are no others."""
    with pikepdf.open(io.BytesIO(rich_pdf())) as pdf:
        numbers = pdf.Root.StructTreeRoot.ParentTree.Nums
        parents = {int(key): value for key, value in zip(numbers[::2], numbers[1::2], strict=True)}
        for sheet in pdf.pages:
            marks = [int(properties.MCID) for _, properties in begun(sheet) if "/MCID" in properties]
            assert marks == list(range(len(parents[int(sheet.StructParents)])))


def test_running_heads_are_pagination_artifacts() -> None:
    """Margin boxes at the head and foot of each page are artifacts that say what they are."""
    with pikepdf.open(io.BytesIO(rich_pdf())) as pdf:
        for sheet in pdf.pages:
            kinds = {
                (str(properties.Type), str(properties.Subtype))
                for tag, properties in begun(sheet)
                if tag == "/Artifact"
            }
            assert {("/Pagination", "/Header"), ("/Pagination", "/Footer")} == kinds


def test_hyphen_at_a_line_end_is_a_soft_hyphen() -> None:
    """The engine's hyphen stands in a Span whose ActualText is U+00AD (ISO 32000-1, 14.8.2.2.3)."""
    data = pdf_of(page("<p style='width:30mm'>verantwoordelijkheidsverdelingen</p>"))
    with pikepdf.open(io.BytesIO(data)) as pdf:
        actual = [
            str(properties.ActualText) for _, properties in begun(pdf.pages[0]) if "/ActualText" in properties
        ]
    assert actual
    assert set(actual) == {"\u00ad"}


def test_images_are_not_smoothed() -> None:
    """No image asks for interpolation (PDF/A-2, 6.2.8)."""
    with pikepdf.open(io.BytesIO(rich_pdf())) as pdf:
        images = [found for found in pdf.objects if isinstance(found, pikepdf.Stream)]
        assert not any(found.get("/Interpolate", False) for found in images)


@pytest.mark.parametrize(
    ("html", "code"),
    [
        (page("<p>☂</p>"), "pdf-foreign-font"),
        (page("<p style='font-family:serif'>x</p>"), "pdf-foreign-font"),
        (page("<p>\U00013000</p>"), "pdf-missing-glyph"),
        (page("<p><a href='#nergens'>x</a></p>"), "pdf-dead-link"),
        (page("<p style='opacity:.5'>Half</p>"), "pdf-translucent-text"),
        (page("<p>x</p>", "@font-face{font-family:weg;src:url(bronbrief:font/ibm-plex-serif/weg.ttf)}"),
         "pdf-address-refused"),
        (page("<img src='bronbrief:asset/weg.png' alt='x'>"), "file-missing"),
        (page("<img src='data:image/png;base64,iVBORw0KGgoAAAA=' alt='x'>"), "pdf-image-not-loaded"),
        (page("<p>x</p>", "p{kleur:rood}"), "pdf-engine-warning"),
    ],
)  # fmt: skip
def test_faults_become_findings(html: str, code: str, tmp_path: Path) -> None:
    """What the engine only logs, or does in silence, is a finding; an error leaves no PDF."""
    done = attempt(html, tmp_path)
    assert code in [finding.code for finding in done.diagnostics]
    assert (done.value is None) == any(finding.is_error for finding in done.diagnostics)


def test_engine_findings_do_not_leak_between_runs() -> None:
    """What went wrong in one document is not said of the next."""
    assert attempt(page("<p>x</p>", "p{kleur:rood}")).diagnostics
    assert attempt(page("<p>x</p>")).diagnostics == ()


def test_repeated_head_of_a_table_is_read_once() -> None:
    """A head that is drawn on every page is said only where the table begins."""
    rows = "<tr><td>cel</td></tr>" * 80
    tree = tree_of(f"<table><thead><tr><th>Kolom</th></tr></thead><tbody>{rows}</tbody></table>")
    assert tree.text.count("Kolom") == 1
