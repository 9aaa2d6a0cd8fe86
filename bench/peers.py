"""Other tools on the same content: bare WeasyPrint, its command, Chromium, Pandoc with WeasyPrint, Typst."""

import re
import shutil
import sys
from collections.abc import Callable
from importlib.resources import files
from pathlib import Path

from lxml import html as parser

from bench.timing import command
from bronbrief.core.workspace import Workspace
from bronbrief.pipeline.build import draft
from bronbrief.pipeline.context import open_context
from bronbrief.spec.paths import brief_name, spec_paths

VARIANT = "pdf/a-2a"
_FONT = re.compile(r"bronbrief:font/([a-z0-9-]+)/([A-Za-z0-9._-]+)")
LOOP = """
import sys, weasyprint
for page in sys.argv[2:]:
    html = open(page, encoding="utf-8").read()
    weasyprint.HTML(string=html).write_pdf(sys.argv[1] + "/out.pdf", pdf_variant="pdf/a-2a")
"""

JOIN = """
import sys, pikepdf, weasyprint
joined = pikepdf.new()
for number, page in enumerate(sys.argv[2:]):
    html, one = open(page, encoding="utf-8").read(), f"{sys.argv[1]}/{number}.pdf"
    weasyprint.HTML(string=html).write_pdf(one, pdf_variant="pdf/a-2a")
    with pikepdf.open(one) as part:
        joined.pages.extend(part.pages)
joined.save(sys.argv[1] + "/joined.pdf")
"""


def print_pages(workspace: Path, folder: Path) -> list[Path]:
    """Write the print page of every brief of a workspace, with fonts at addresses that any tool can read."""
    folder.mkdir(parents=True, exist_ok=True)
    place = Workspace(workspace)
    pages = []
    for path in spec_paths(place):
        made = draft(open_context(place, path), path).draft
        if made is None or made.paper is None:
            raise RuntimeError(f"{path} has errors")
        page = folder / f"{brief_name(path)}.html"
        page.write_text(_FONT.sub(_file, made.paper.html), encoding="utf-8")
        pages.append(page)
    return pages


def _file(found: re.Match[str]) -> str:
    package = files(f"fontpkg_{found[1].replace('-', '_')}")
    return f"file://{package / 'files' / found[2]}"


def loop(pages: list[Path], folder: Path) -> Callable[[], object]:
    """Return one process that calls bare WeasyPrint for one page after the other."""
    return command(sys.executable, "-c", LOOP, folder, *pages)


def joined(pages: list[Path], folder: Path) -> Callable[[], object]:
    """Return one process that calls bare WeasyPrint for each page and puts the PDFs in one file."""
    return command(sys.executable, "-c", JOIN, folder, *pages)


def weasyprint_command(pages: list[Path], folder: Path) -> Callable[[], object]:
    """Return the `weasyprint` command, run once a page."""
    tool = Path(sys.executable).with_name("weasyprint")
    each = [command(tool, "--pdf-variant", VARIANT, page, folder / "command.pdf") for page in pages]
    return lambda: [run() for run in each]


def chromium(pages: list[Path], folder: Path) -> Callable[[], object] | None:
    """Return headless Chromium, printing to PDF, once a page; None where it is not installed."""
    tool = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if tool is None:
        return None
    flags = ("--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer")
    each = [command(tool, *flags, f"--print-to-pdf={folder / 'c.pdf'}", f"file://{page}") for page in pages]
    return lambda: [run() for run in each]


def pandoc(pages: list[Path], folder: Path) -> Callable[[], object] | None:
    """Return Pandoc with WeasyPrint as its PDF engine, once a page; None where it is not installed."""
    tool = shutil.which("pandoc")
    if tool is None:
        return None
    engine = Path(sys.executable).with_name("weasyprint")
    options = ("--from", "html", "--standalone", f"--pdf-engine={engine}")
    each = [command(tool, *options, page, "-o", folder / "pandoc.pdf") for page in pages]
    return lambda: [run() for run in each]


def typst(pages: list[Path], folder: Path) -> Callable[[], object]:
    """Return Typst, from PyPI, on the same text: headings, paragraphs, quotations, tables; once a page."""
    sources = []
    for page in pages:
        source = folder / f"{page.stem}.typ"
        source.write_text(to_typst(page.read_text(encoding="utf-8")), encoding="utf-8")
        sources.append(source)
    code = 'import sys, typst\ntypst.compile(sys.argv[1], output=sys.argv[1] + ".pdf", pdf_standards="a-2a")'
    each = [command(sys.executable, "-c", code, source) for source in sources]
    return lambda: [run() for run in each]


def to_typst(html: str) -> str:
    """Write the text of a page as Typst: the same words, headings, lists and tables, without the looks."""
    out = ['#set document(title: "Brief")', '#set text(lang: "nl")', '#set page(numbering: "1")']
    root = parser.fromstring(html)
    for element in root.iter("h1", "h2", "h3", "h4", "p", "li", "blockquote", "table"):
        if any(above.tag in ("table", "blockquote", "li") for above in element.iterancestors()):
            continue
        if element.tag == "table":
            rows = [[cell.text_content() for cell in row.iter("td", "th")] for row in element.iter("tr")]
            width = max((len(row) for row in rows), default=1)
            cells = [cell for row in rows for cell in (row + [""] * width)[:width]]
            out.append(f"#table(columns: {width}, {', '.join(f'[{_plain(cell)}]' for cell in cells)})")
            continue
        text = _plain(element.text_content())
        if element.tag.startswith("h"):
            out.append(f"{'=' * int(element.tag[1])} {text}")
        elif element.tag == "blockquote":
            out.append(f"#quote(block: true)[{text}]")
        else:
            out.append(f"- {text}" if element.tag == "li" else text)
    return "\n\n".join(out) + "\n"


def _plain(text: str) -> str:
    return re.sub(r"([\\#$*_`<>@=\[\]~/+-])", r"\\\1", " ".join(text.split()))
