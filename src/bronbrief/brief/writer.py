"""From a value of the spec to prose: references looked up, numbered and put in, faults reported in place."""

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from dataclasses import replace

from bronbrief.brief.citations import Pinpoint
from bronbrief.brief.lint import printed_marks
from bronbrief.brief.markdown import Parsed, Rendered, fill, parse
from bronbrief.brief.mistyped import mistyped, read_anew
from bronbrief.brief.model import Block, Citation, Prose, ProseBlock, Quotation, QuotationBlock
from bronbrief.brief.numbering import Ledger
from bronbrief.brief.quoting import inline_quotation, inline_text, note_calls
from bronbrief.brief.references import Kind, Reference, Target, mark
from bronbrief.brief.stand_ins import TEXT, stand_in
from bronbrief.core.diagnostics import Diagnostic, Place
from bronbrief.core.findings import report
from bronbrief.core.near import nearest
from bronbrief.core.places import Path
from bronbrief.evidence.model import Excerpt
from bronbrief.sources.locators import find_passages, parse_locator, several_locators
from bronbrief.sources.model import Catalogue, Locator, Source
from bronbrief.spec.left_out import names_in
from bronbrief.spec.load import LoadedSpec

NOTHING = Rendered("", "")
LISTED = 3


class Writer:
    """Write the parts of one brief, in reading order.

    `excerpts` are those that were proven, `unread` the ids of sources that exist and could not be read: that
    was reported with them. `findings` fills as the writer goes; `used` holds the ids of the
    excerpts that the author called for or may have meant, `links` the anchors that the author links to. What
    was refused has a stand-in, which `stand_ins` names, and somebody has said why. `uncertain` tells that a
    reference could not be followed, so that nobody knows all notes, quotations and sources.
    """

    def __init__(
        self,
        loaded: LoadedSpec,
        excerpts: Mapping[str, Excerpt],
        catalogue: Catalogue,
        ledger: Ledger,
        unread: AbstractSet[str] = frozenset(),
    ) -> None:
        self.spec = loaded.spec
        self.places = loaded.places
        self.left_out = loaded.left_out
        self.ledger = ledger
        self.labels = ledger.labels
        self.findings: list[Diagnostic] = []
        self.used: set[str] = set()
        self.links: list[tuple[str, Place]] = []
        self.stand_ins: set[str] = set()
        self.uncertain = False
        self._excerpts = excerpts
        self._catalogue = catalogue
        self._unread = unread
        self._sources = catalogue.sources.keys() | unread

    def phrase(self, path: Path, text: str) -> Prose:
        """Write Markdown for use within a line or a cell; every quotation in it stands in its sentence."""
        parsed = self._parse(path, text, None)
        html = "\n".join(piece for piece in parsed.pieces if isinstance(piece, str))
        return fill(html, parsed.references, lambda reference: self._render(path, reference))

    def flow(self, path: Path, text: str, level: int) -> tuple[Block, ...]:
        """Write Markdown as blocks under a heading of this level; a quotation alone is set off."""
        parsed = self._parse(path, text, level)
        blocks: list[Block] = []
        for piece in parsed.pieces:
            if isinstance(piece, str):
                made = fill(piece, parsed.references, lambda reference: self._render(path, reference))
                blocks.append(ProseBlock(made))
            else:
                excerpt = self._excerpt(path, piece.targets[0])
                blocks.append(QuotationBlock(self.ledger.quotation(excerpt)))
        return tuple(blocks)

    def plain(self, path: Path, text: str | None) -> str | None:
        """Hand on a text that is not read as Markdown: references and marks in it would print."""
        for start, end in printed_marks(text or ""):
            place = self.places.within(path, start, end)
            self.fail(report("markdown-not-here", place, mark=(text or "")[start:end].strip()))
        if text is None or ("@" not in text and "[" not in text):
            return text
        references = mark(text).references
        named = [(one.start, one.end, [target.id for target in one.targets]) for one in references]
        slips = mistyped(text, references, self.spec.excerpts, self._sources)
        named += [(one.start, one.end, list(one.names)) for one in slips]
        for start, end, names in named:
            if not self._sources.isdisjoint(names) or not self.spec.excerpts.keys().isdisjoint(names):
                place = self.places.within(path, start, end)
                self.fail(report("reference-not-here", place, text=text[start:end]))
                self.used.update(names)
        return text

    def citations(self, names: list[str]) -> tuple[Citation, ...]:
        """Call the notes of excerpts that a list names; unknown names were reported with the spec."""
        return tuple(self.ledger.call(self._named(name)) for name in names)

    def quotation(self, name: str | None) -> Quotation | None:
        """Set off an excerpt by its name; an unknown name was reported with the spec."""
        return self.ledger.quotation(self._named(name)) if name is not None else None

    def fail(self, diagnostic: Diagnostic) -> None:
        """Note a finding."""
        self.findings.append(diagnostic)

    def _parse(self, path: Path, text: str, level: int | None) -> Parsed:
        parsed = parse(text, level)
        for fault in parsed.faults:
            self.fail(report(fault.code, self.places.within(path, fault.start, fault.end), **fault.params))
        if not any(fault.code == "markdown-too-complex" for fault in parsed.faults):
            self._mistyped(path, text, parsed.references)
        for link in parsed.links:
            self.links.append((link.anchor, self.places.within(path, link.start, link.end)))
        if any(fault.code == "markdown-too-complex" for fault in parsed.faults):
            # Nothing of this text was read, so nothing it names may be called unused.
            self.used.update(target.id for reference in parsed.references for target in reference.targets)
            self.uncertain = True
            return replace(parsed, pieces=(TEXT,))
        return parsed

    def _mistyped(self, path: Path, text: str, references: tuple[Reference, ...]) -> None:
        """Report references that would print as they stand; what they name may not be called unused."""
        for one in mistyped(text, references, self.spec.excerpts, self._sources):
            place = self.places.within(path, one.start, one.end)
            self.fail(report("citation-mistyped", place, text=text[one.start : one.end], form=one.form))
            self.used.update(one.names)
            self.uncertain = True

    def _render(self, path: Path, reference: Reference) -> Rendered:
        if reference.kind in (Kind.IMAGE, Kind.MALFORMED):
            self._not_read(path, reference)
            return NOTHING
        if reference.kind is Kind.QUOTATION:
            excerpt = self._excerpt(path, reference.targets[0])
            calls = note_calls([self.ledger.call(excerpt)], self.labels)
            return Rendered(inline_quotation(excerpt, self.spec.lang) + calls, inline_text(excerpt))
        citations = [self.ledger.call(self._cited(path, target)) for target in reference.targets]
        return Rendered(note_calls(citations, self.labels), "")

    def _not_read(self, path: Path, reference: Reference) -> None:
        """Report what cannot be read as a reference; what it names may not be called unused."""
        place = self.places.within(path, reference.start, reference.end)
        self.used.update(names_in(reference.literal))
        self.uncertain = True
        image = reference.kind is Kind.IMAGE
        meant = None if image else read_anew(reference, self.spec.excerpts, self._sources)
        if meant is not None:
            self.fail(report("citation-mistyped", place, text=reference.literal, form=meant.form))
            self.used.update(meant.names)
        else:
            code = "markdown-image" if image else "citation-malformed"
            self.fail(report(code, place, text=reference.literal))

    def _named(self, name: str) -> Excerpt:
        """Look up an excerpt that a list names; unknown names were reported with the spec."""
        if name not in self.spec.excerpts:
            self._mean(nearest(name, self.spec.excerpts))
        return self._proven(name)

    def _proven(self, name: str) -> Excerpt:
        """Return an excerpt, or its stand-in: one that is defined and failed its proof was reported there."""
        self.used.add(name)
        excerpt = self._excerpts.get(name)
        if excerpt is not None:
            return excerpt
        self.stand_ins.add(name)
        spec = self.spec.excerpts.get(name)
        source = self._catalogue.get(spec.source) if spec else None
        return stand_in(name, spec, source, self.spec.lang)

    def _mean(self, near: str | None) -> None:
        """Note that a name leads nowhere: the excerpt that was meant may not be called unused."""
        self.uncertain = True
        if near is not None:
            self.used.add(near)

    def _excerpt(self, path: Path, target: Target) -> Excerpt:
        """Look up an excerpt that a text quotes."""
        if target.id not in self.spec.excerpts and target.id in self._sources:
            self.uncertain = True
            self.fail(report("excerpt-is-source", self._place(path, target), id=target.id))
        elif target.id not in self.spec.excerpts:
            self._unknown(path, target, sorted(self.spec.excerpts))
        return self._proven(target.id)

    def _cited(self, path: Path, target: Target) -> Excerpt | Pinpoint:
        """Look up what a citation names: an excerpt, or a source with or without a locator."""
        if target.id in self.spec.excerpts:
            if target.locator:
                self.fail(report("citation-locator-on-excerpt", self._place(path, target), id=target.id))
            return self._proven(target.id)
        source = self._catalogue.get(target.id)
        if source is None and target.id in self._unread:
            self.uncertain = True
            return self._proven(target.id)
        if source is None:
            self._unknown(path, target, [*sorted(self.spec.excerpts), *self._catalogue.sources])
            return self._proven(target.id)
        if target.locator is None:
            return Pinpoint(source)
        locator = parse_locator(target.locator)
        passages = find_passages(source, locator) if locator else ()
        if locator is None or not passages:
            self.fail(_no_place(self._place(path, target), source, target.locator))
            self.uncertain = True
            return Pinpoint(source)
        return Pinpoint(source, locator, passages)

    def _unknown(self, path: Path, target: Target, known: list[str]) -> None:
        near = nearest(target.id, known)
        self._mean(near)
        if self.left_out.may_define(target.id):
            return
        place = self._place(path, target)
        if near is not None:
            self.fail(report("citation-misspelt", place, id=target.id, near=near))
        else:
            self.fail(report("citation-unknown", place, id=target.id))

    def _place(self, path: Path, target: Target) -> Place:
        return self.places.within(path, target.start, target.end)


def _no_place(place: Place, source: Source, text: str) -> Diagnostic:
    """Report a place that a source does not have; several at once are written out."""
    locator = parse_locator(text)
    several = () if locator else several_locators(text)
    if several and all(find_passages(source, one) for one in several):
        form = "; ".join(f"@{source.id}, {one}" for one in several)
        return report("passage-unlike", place, text=text, form=form)
    near = "; ".join(map(str, nearest_locators(source, locator))) or "–"
    return report("citation-locator-unknown", place, source=source.id, locator=text, near=near)


def nearest_locators(source: Source, asked: Locator | None) -> tuple[Locator, ...]:
    """Return the locators of a source that are nearest to one that it does not have."""
    given = [passage.locator for passage in source.passages]
    if asked is not None:
        given.sort(key=lambda at: (at.unit != asked.unit, abs(at.number - asked.number)))
    return tuple(given[:LISTED])
