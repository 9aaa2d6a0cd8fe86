"""Read back what was made of a brief before it is published, and say which file of a template is to blame."""

import os
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import islice, zip_longest
from xml.etree.ElementTree import Element

from bronbrief.brief.model import Brief
from bronbrief.core.diagnostics import Diagnostic, Place, Related, Severity, report
from bronbrief.core.workspace import (
    BRIEFS,
    SPEC_LIMIT,
    TEMPLATES,
    FileProblemError,
    Workspace,
    packaged_templates,
)
from bronbrief.evidence.differences import difference
from bronbrief.html.pages import Page
from bronbrief.html.templates import HOUSE, SHARED, Template
from bronbrief.verify.about import about_brief, about_page, differing_about
from bronbrief.verify.allowed_page import added
from bronbrief.verify.compare import Difference, Readings, compare
from bronbrief.verify.expected import ExpectedFile, expected_of, shown_name
from bronbrief.verify.finished import read_finished
from bronbrief.verify.judging import Judged, judge, style_sheets
from bronbrief.verify.web_page import NotAPageError, parse, tree_of

MOST = 12
"""Findings about one file: a template that changes every quotation is not told of a hundred times."""
_SKIP = re.compile(r'<a class="skip"[^>]*>[^<]*</a>\s*')
_STYLE = re.compile(r"<style>(.*?)</style>", re.DOTALL)


def read_back_pages(
    pages: Sequence[Page], brief: Brief, template: Template, workspace: Workspace
) -> tuple[Diagnostic, ...]:
    """Read pages as browsers and the typesetter do: their words, and what their styles do to quotations."""
    expected, found = expected_of(brief), list[Diagnostic]()
    parsed: dict[str, Element] = {}
    for page in pages:
        blame = _Blame(workspace, template, page.medium, brief.name)
        bare, given = _without_style(page)
        body = _SKIP.sub("", bare.partition("<body")[2])
        known = parsed.get(body)
        try:
            root = parse(bare) if known is None or _has_more(bare) else known
        except NotAPageError:
            found.append(report("readback-unreadable", blame.place(), file=page.medium))
            continue
        parsed[body] = root
        if page.medium == "screen":
            differences = list(compare(Readings(tree_of(root)), expected))
            found += (blame.difference(one, "HTML") for one in differences[:MOST])
            found += (blame.about(*one) for one in differing_about(about_page(root), about_brief(brief)))
        sheets = [*given, *style_sheets(root)]
        judged = list(judge(root, sheets, page.medium))
        found += (blame.judged(one, expected, trusted=len(given)) for one in judged[:MOST])
        if page.medium == "screen" and not judged:
            found += (blame.foreign(what, "HTML") for what in added(page.html, root, sheets))
    return tuple(_each_once(found))


def read_back_pdf(
    data: bytes, brief: Brief, template: Template, workspace: Workspace, *, failed: bool
) -> tuple[Diagnostic, ...]:
    """Read a finished PDF, as it is said and as it is seen, and hold it against its brief.

    Where the brief has `failed` already, it only shows which words became others.
    """
    blame = _Blame(workspace, template, "print", brief.name)
    read = read_finished(data, f"{brief.name}.pdf")
    if read.value is None:
        return (report("readback-unreadable", blame.place(), file=f"{brief.name}.pdf"),)
    differences = compare(read.value.readings, expected_of(brief))
    found = [blame.difference(one, "PDF") for one in islice(differences, MOST)]
    if not found and not failed:
        found += blame.refused(read.diagnostics)
    return tuple(_each_once(found))


def _without_style(page: Page) -> tuple[str, list[str]]:
    """Take out of a page the style that its template was given, where it stands there unchanged.

    The first is the line with the values of the brief, the second are the files of the template.
    """
    found = _STYLE.search(page.html)
    if found is None or not found[1].endswith(page.style):
        return page.html, []
    faces = found[1].removesuffix(page.style)
    if re.sub(r"@font-face\{[^{}]*\}\n", "", faces):
        return page.html, []
    own, _, shared = page.style.partition("\n")  # the values of this brief, and what is read once for all
    return page.html[: found.start(1)] + page.html[found.end(1) :], [own, shared]


def _has_more(bare: str) -> bool:
    """Tell whether a page has styles of its own beside the one that it was given."""
    return bare.count("<style") != 1


def _each_once(found: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
    seen: set[tuple[object, ...]] = set()
    for one in found:
        key = (one.code, one.place, tuple(one.params.items()), one.detail)
        if key not in seen:
            seen.add(key)
            yield one


class _Blame:
    """Says where in the templates of a workspace to look for what changed a page."""

    def __init__(self, workspace: Workspace, template: Template, medium: str, brief: str) -> None:
        self._template, self._medium, self._brief = template, medium, brief
        self._places = tuple(_differing(workspace, template.name, medium))

    def place(self) -> Place:
        """Return the place of the first file that is not as it was shipped; else that of the brief."""
        return self._places[0] if self._places else Place(f"{BRIEFS}/{self._brief}.yaml")

    def difference(self, one: Difference, kind: str) -> Diagnostic:
        """Report what is read otherwise than it should be."""
        where = f"{kind}, p. {one.page}" if one.page else kind
        code = f"readback-{one.code}"
        others = self._others()
        return report(code, self.place(), detail=one.detail, related=others, what=one.what, where=where)

    def about(self, name: str, said: str, wanted: str) -> Diagnostic:
        """Report what a page says of itself otherwise than its brief."""
        detail, others = difference(said, wanted), self._others()
        what, where = shown_name(wanted), f"HTML, {name}"
        return report("readback-text", self.place(), detail=detail, related=others, what=what, where=where)

    def foreign(self, what: str, kind: str) -> Diagnostic:
        """Report what the proof of a finished file would call wrong."""
        return report("readback-foreign", self.place(), related=self._others(), what=what, where=kind)

    def refused(self, found: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
        """Report what the proof of a finished PDF calls wrong."""
        for one in found:
            if one.code == "verify-foreign":
                yield self.foreign(one.params["what"], "PDF")
            elif one.severity is Severity.ERROR:
                yield replace(one, place=self.place())

    def judged(self, one: Judged, expected: ExpectedFile, *, trusted: int) -> Diagnostic:
        """Report what may alter a quotation, at the line of its style sheet or in the page that uses it."""
        code, place, others = "readback-markup", self.place(), self._others()
        if one.sheet is not None and one.sheet < trusted:
            code, line = "readback-style", self._line(one.line if one.sheet else 0)
            if not self._places or line.file in {other.file for other in self._places}:
                place, others = line, ()
            else:  # what is shipped, where a page of the workspace uses it
                others = (Related(line, "style-stands"),)
        where = "PDF" if self._medium == "print" else "HTML"
        where = f"{where}, {one.look}" if one.look else where
        what = _named(one.words, expected)
        return report(code, place, related=others, declaration=one.what, what=what, where=where)

    def _others(self) -> tuple[Related, ...]:
        return tuple(Related(place, "template-differs") for place in self._places[1:4])

    def _line(self, line: int) -> Place:
        """Turn a line of the styles into a line of the file that it comes from; 0 is a line of ours."""
        left = line
        for path, lines in self._template.sheets.get(self._medium, ()):
            if left <= lines:
                return Place(path, max(left, 1), 1)
            left -= lines
        return self.place()


def _named(words: str, expected: ExpectedFile) -> str:
    """Return the excerpt that some words are, or hold; else the words."""
    same = next((one.name for one in expected.quotations if one.text == words), None)
    return (
        same
        or next((one.name for one in expected.quotations if one.text in words), None)
        or shown_name(words)
    )


def _differing(workspace: Workspace, template: str, medium: str) -> Iterator[Place]:
    """Yield the files of a template that are not those shipped: pages, style sheets, that of the house."""
    for ending in (".j2", f"{medium}.css"):
        for folder in (SHARED, template):
            for name in workspace.names(f"{TEMPLATES}/{folder}", ending):
                shipped = packaged_templates() / name.removeprefix(f"{TEMPLATES}/")
                if not shipped.is_file():
                    yield Place(name)
                elif os.path.realpath(shipped) != os.path.realpath(workspace.root / name):
                    line = _first_difference(_text(workspace, name), shipped.read_bytes())
                    if line:
                        yield Place(name, line, 1)
    if _text(workspace, f"{TEMPLATES}/{HOUSE}"):
        yield Place(f"{TEMPLATES}/{HOUSE}", 1, 1)


def _text(workspace: Workspace, path: str) -> bytes:
    """Read a template file; what cannot be read was told by whoever needed it."""
    try:
        return workspace.read(path, SPEC_LIMIT)
    except FileProblemError:
        return b""


def _first_difference(one: bytes, other: bytes) -> int:
    """Return the first line with words that differs, from 1; 0 where the files are the same."""
    if one == other:
        return 0
    lines, others = one.split(b"\n"), other.split(b"\n")
    pairs = enumerate(zip_longest(lines, others), 1)
    changed = (n for n, (mine, theirs) in pairs if mine and mine.strip() and mine != theirs)
    return next(changed, min(len(lines), len(others)))
