"""From a value of the spec to prose: references looked up, numbered and put in, faults reported in place."""

from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet

from bronbrief.brief.citations import Pinpoint
from bronbrief.brief.lint import printed_marks
from bronbrief.brief.markdown import Parsed, fill, parse
from bronbrief.brief.mistyped import mistyped, read_anew
from bronbrief.brief.model import Block, Citation, Prose, ProseBlock, Quotation, QuotationBlock
from bronbrief.brief.numbering import NoteNumbers
from bronbrief.brief.quoting import inline_quotation, inline_text, note_calls
from bronbrief.brief.references import Kind, Reference, Target, mark
from bronbrief.core.diagnostics import Diagnostic, Place, Replacement, report
from bronbrief.core.near import nearest
from bronbrief.core.places import Path
from bronbrief.evidence.model import Excerpt
from bronbrief.sources.locators import find_passages, parse_locator, several_locators
from bronbrief.sources.model import Catalogue, Locator, Source
from bronbrief.spec.load import LoadedSpec

NOTHING = Prose("", "")
LISTED = 3


class Writer:
    """Write the parts of one brief, in reading order.

    `excerpts` are those that were proven, `unread` the ids of sources that exist and could not be read: that
    was reported with them. `diagnostics` fills as the writer goes; `used` holds the ids of the excerpts that
    the author called for, `links` the anchors that the author links to. What was refused is left out, which
    was reported. `lost` tells that a reference could not be followed, so that more may have been called for.
    """

    def __init__(
        self,
        loaded: LoadedSpec,
        excerpts: Mapping[str, Excerpt],
        catalogue: Catalogue,
        numbers: NoteNumbers,
        unread: AbstractSet[str],
    ) -> None:
        self.spec = loaded.spec
        self.places = loaded.places
        self.numbers = numbers
        self.labels = numbers.labels
        self.diagnostics: list[Diagnostic] = []
        self.used: set[str] = set()
        self.links: list[tuple[str, Place]] = []
        self.lost = False
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
                if excerpt is not None:
                    blocks.append(QuotationBlock(self.numbers.quotation(excerpt)))
        return tuple(blocks)

    def plain(self, path: Path, text: str | None) -> None:
        """Report references and marks in a text that is not read as Markdown: they would print."""
        for start, end in printed_marks(text or ""):
            place = self.places.within(path, start, end)
            self.fail(report("markdown-not-here", place, mark=(text or "")[start:end].strip()))
        if text is None or ("@" not in text and "[" not in text):
            return
        references = mark(text).references
        named = [(one.start, one.end, [target.id for target in one.targets]) for one in references]
        slips = mistyped(text, references, self.spec.excerpts, self._sources)
        named += [(one.start, one.end, list(one.names)) for one in slips]
        for start, end, names in named:
            if not self._sources.isdisjoint(names) or not self.spec.excerpts.keys().isdisjoint(names):
                place = self.places.within(path, start, end)
                self.fail(report("reference-not-here", place, text=text[start:end]))
                self.lost = True

    def citations(self, names: list[str]) -> tuple[Citation, ...]:
        """Call the notes of excerpts that a list names; unknown names were reported with the spec."""
        return tuple(self.numbers.call(one) for name in names if (one := self._named(name)))

    def quotation(self, name: str | None) -> Quotation | None:
        """Set off an excerpt by its name; an unknown name was reported with the spec."""
        excerpt = self._named(name) if name is not None else None
        return self.numbers.quotation(excerpt) if excerpt else None

    def fail(self, diagnostic: Diagnostic) -> None:
        """Note a finding."""
        self.diagnostics.append(diagnostic)

    def _parse(self, path: Path, text: str, level: int | None) -> Parsed:
        parsed = parse(text, level)
        for fault in parsed.faults:
            self.fail(report(fault.code, self.places.within(path, fault.start, fault.end), **fault.params))
        if any(fault.code == "markdown-too-complex" for fault in parsed.faults):
            self.lost = True
        else:
            self._mistyped(path, text, parsed.references)
        for link in parsed.links:
            self.links.append((link.anchor, self.places.within(path, link.start, link.end)))
        return parsed

    def _mistyped(self, path: Path, text: str, references: tuple[Reference, ...]) -> None:
        """Report references that would print as they stand."""
        for one in mistyped(text, references, self.spec.excerpts, self._sources):
            self._meant(self.places.within(path, one.start, one.end), text[one.start : one.end], one.form)
            self.lost = True

    def _render(self, path: Path, reference: Reference) -> Prose:
        if reference.kind in (Kind.IMAGE, Kind.MALFORMED):
            self._not_read(path, reference)
            return NOTHING
        if reference.kind is Kind.QUOTATION:
            excerpt = self._excerpt(path, reference.targets[0])
            if excerpt is None:
                return NOTHING
            calls = note_calls([self.numbers.call(excerpt)], self.labels)
            return Prose(inline_quotation(excerpt, self.spec.lang) + calls, inline_text(excerpt))
        cited = [self._cited(path, target) for target in reference.targets]
        return Prose(note_calls([self.numbers.call(one) for one in cited if one], self.labels), "")

    def _not_read(self, path: Path, reference: Reference) -> None:
        """Report what cannot be read as a reference."""
        place = self.places.within(path, reference.start, reference.end)
        self.lost = True
        image = reference.kind is Kind.IMAGE
        meant = None if image else read_anew(reference, self.spec.excerpts, self._sources)
        if meant is not None:
            self._meant(place, reference.literal, meant.form)
        else:
            code = "markdown-image" if image else "citation-malformed"
            self.fail(report(code, place, text=reference.literal))

    def _meant(self, place: Place, text: str, form: str) -> None:
        """Report a reference that was meant otherwise than it is typed."""
        self.fail(report("citation-mistyped", place, text=text, form=form).meaning(form))

    def _named(self, name: str) -> Excerpt | None:
        """Look up an excerpt by its name; one that failed its proof was reported there."""
        self.used.add(name)
        self.lost = self.lost or name not in self.spec.excerpts
        return self._excerpts.get(name)

    def _excerpt(self, path: Path, target: Target) -> Excerpt | None:
        """Look up an excerpt that a text quotes."""
        if target.id not in self.spec.excerpts and target.id in self._sources:
            self.fail(report("excerpt-is-source", self._place(path, target), id=target.id))
        elif target.id not in self.spec.excerpts:
            self._unknown(path, target, self.spec.excerpts)
        return self._named(target.id)

    def _cited(self, path: Path, target: Target) -> Excerpt | Pinpoint | None:
        """Look up what a citation names: an excerpt, or a source with or without a locator."""
        if target.id in self.spec.excerpts:
            if target.locator:
                self.fail(report("citation-locator-on-excerpt", self._place(path, target), id=target.id))
            return self._named(target.id)
        source = self._catalogue.get(target.id)
        if source is None:
            self.lost = True
            if target.id not in self._unread:
                self._unknown(path, target, [*self.spec.excerpts, *self._sources])
            return None
        locator = parse_locator(target.locator) if target.locator else None
        passages = find_passages(source, locator) if locator else ()
        if target.locator and not passages:
            self.fail(_no_place(self._place(path, target), source, target.locator))
            self.lost = True
        return Pinpoint(source, locator, passages) if passages else Pinpoint(source)

    def _unknown(self, path: Path, target: Target, known: Iterable[str]) -> None:
        place, near = self._place(path, target), nearest(target.id, sorted(known))
        if near is not None:
            self.fail(
                report("citation-misspelt", place, id=target.id, near=near).with_fix(
                    *self._named_so(path, target, near)
                )
            )
        else:
            self.fail(report("citation-unknown", place, id=target.id))

    def _named_so(self, path: Path, target: Target, name: str) -> Iterator[Replacement]:
        """Yield what puts another name in the place of the one that a reference has."""
        span = self.places.spans.get(path)
        at = span.text.find(target.id, span.lead + target.start) - span.lead if span else -1
        if target.start <= at < target.end:
            yield Replacement(self.places.within(path, at, at + len(target.id)), name)

    def _place(self, path: Path, target: Target) -> Place:
        return self.places.within(path, target.start, target.end)


def _no_place(place: Place, source: Source, text: str) -> Diagnostic:
    """Report a place that a source does not have; several at once are written out."""
    locator = parse_locator(text)
    several = several_locators(text)
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
