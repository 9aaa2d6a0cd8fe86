"""Hold a finished file against the records of the briefs that it prints, word for word: say what differs."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from bronbrief.brief.dates import edtf_text
from bronbrief.core.diagnostics import Diagnostic, Place, report
from bronbrief.evidence.differences import difference, most_alike
from bronbrief.evidence.record import EvidenceRecord, RecordedQuotation
from bronbrief.verify.about import About, differing_about
from bronbrief.verify.apparatus import squeezed
from bronbrief.verify.compare import Difference, compare, paired
from bronbrief.verify.expected import ExpectedFile, shown_name
from bronbrief.verify.finished import Finished
from bronbrief.verify.quotations import Printed, plain, printed_quotations
from bronbrief.verify.reading import transcript

FIRST_WORDS = 60
MOST = 12
"""Differences in one file that are told."""
_GUIDES = ("nl-NL", "nl-BE")
_CODES = {
    "words": "verify-printed-otherwise",
    "unseen": "verify-painted",
    "missing": "verify-not-printed",
    "added": "verify-not-recorded",
}

Key = tuple[str, str]
"""The path of a record and the id of a quotation in it."""


@dataclass(slots=True)
class Held:
    """What came of holding files: how each names a quotation, and what is wrong: with one, with a file."""

    labels: defaultdict[Key, list[str]] = field(default_factory=lambda: defaultdict(list))
    diagnostics: defaultdict[Key, list[Diagnostic]] = field(default_factory=lambda: defaultdict(list))
    about: defaultdict[str, list[Diagnostic]] = field(default_factory=lambda: defaultdict(list))
    stray: list[Diagnostic] = field(default_factory=list)
    texts: defaultdict[str, dict[str, str]] = field(default_factory=lambda: defaultdict(dict))
    """All that the web page and the PDF of a record say, by the ending of their names."""
    said: defaultdict[str, dict[str, About]] = field(default_factory=lambda: defaultdict(dict))
    """What these say of themselves."""
    stamps: dict[str, str] = field(default_factory=dict)
    """What the PDF of a record says before all else."""


def hold(file: Finished, record: EvidenceRecord, expected: ExpectedFile, held: Held) -> None:
    """Hold a file, or its part for a brief, against what its record says that it must say."""
    readings = file.part_with(record.title)
    known = {one.id for one in record.quotations}
    for one in tuple(compare(readings, expected))[:MOST]:
        finding = _diagnostic(one, file.path)
        if one.name in known:
            held.diagnostics[record.path, one.name].append(finding)
        else:
            held.about[record.path].append(finding)
    if readings.drawn is not None:
        first = next((one for one in readings.said.walk() if one.type == "P"), readings.said)
        held.stamps[record.path] = plain(first.text)
    quoted = [one.text for one in expected.quotations if one.kind == "BlockQuote"]
    if file.data is not None and [plain(one) for one in file.data] != quoted:
        what = next((one for one in file.data if plain(one) not in quoted), "application/ld+json")
        finding = report("verify-not-recorded", Place(file.path), file=file.path, what=shown_name(what))
        held.about[record.path].append(finding)
    pairs, _, _ = paired(printed_quotations(readings.said), expected.quotations)
    for printed, wanted in pairs:
        labels = held.labels[record.path, wanted.name]
        if printed.label and printed.label not in labels:
            labels.append(printed.label)
    ending = file.path.rpartition(".")[2].lower()
    held.texts[record.path][ending] = squeezed(transcript(readings.said, labels=False))
    if readings is file.readings:
        held.about[record.path] += _about(file, record)
        held.said[record.path][ending] = file.about


def _about(file: Finished, record: EvidenceRecord) -> Iterator[Diagnostic]:
    """Report a title, a language or a date that a file says to have, and its record does not."""
    wanted = {"title": record.title, "lang": record.lang, "date": record.date}
    for name, said, text in differing_about(file.about, wanted):
        code = "verify-title" if name == "title" else "verify-foreign"
        what, detail = f'{name}="{said}"', difference(said, text) if name == "title" else ""
        yield report(code, Place(file.path), detail=detail, file=file.path, title=text, what=what)


def hold_guest(file: Finished, records: Sequence[EvidenceRecord], held: Held) -> None:
    """Hold a file that is no brief, such as a guide: it may quote what the records have, and nothing else."""
    items = {(record.path, one.id): one for record in records for one in record.quotations}
    for printed in file.quotations:
        key = next((key for key, one in items.items() if _is(printed, one)), None)
        if key is None:
            at = most_alike(printed.text, (plain(one.printed) for one in items.values()))
            wanted = list(items.values())[at] if at is not None else None
            shown = difference(printed.text, plain(wanted.printed)) if wanted else ""
            held.stray.append(_stray(printed, file.path, shown))
            continue
        place, one = Place(file.path), items[key]
        drawn = plain(printed.shown or printed.text)
        if squeezed(drawn) != squeezed(printed.text):
            detail = difference(drawn, printed.text)
            held.diagnostics[key].append(
                report("verify-painted", place, detail=detail, file=file.path, what=key[1])
            )
        source = one.parts[0].source
        named = (guest_attribution(source.facts, source.title, one.locators, lang) for lang in _GUIDES)
        recorded = [plain(text) for text in named]
        if printed.attribution and printed.attribution not in recorded:
            detail = difference(printed.attribution, recorded[0])
            finding = report("verify-attribution", place, detail=detail, file=file.path, what=key[1])
            held.diagnostics[key].append(finding)


def guest_attribution(facts: Mapping[str, str], title: str, places: Sequence[str], lang: str) -> str:
    """Name a source and places in it, as pages beside briefs do, by what is recorded of them."""
    date = edtf_text(facts["date"], lang) if "date" in facts else ""
    return ", ".join(filter(None, (facts.get("publisher", ""), f"‘{title}’", date, "; ".join(places))))


def differing(held: Held, record: EvidenceRecord, labels: Mapping[str, str]) -> Iterator[Diagnostic]:
    """Report a web page and a PDF of one brief that do not say the same: all words stand in both."""
    for name in ("author", "description"):
        told = {text for said in held.said[record.path].values() for text in said.get(name, ())}
        if len(told) > 1:
            detail = "\n".join(sorted(told))
            yield report("verify-page-differs", Place(record.path), detail=detail, file=record.name)
    page, paper = held.texts[record.path].get("html"), held.texts[record.path].get("pdf")
    if page is None or paper is None:
        return
    page = page.removeprefix(squeezed(labels["skip_link"]))
    around = re.split(r"\{\w+\}", labels["dossier_stamp"])
    stamp = ".{1,40}".join(re.escape(squeezed(words)) for words in around)
    if page != paper and not re.fullmatch(stamp, paper.removesuffix(page) if page else paper):
        at = next((n for n, (one, other) in enumerate(zip(page, paper, strict=False)) if one != other), 0)
        shown = f"- {page[max(at - 30, 0) : at + 50]}\n+ {paper[max(at - 30, 0) : at + 50]}"
        yield report("verify-page-differs", Place(record.path), detail=shown, file=record.name)


def _is(printed: Printed, quotation: RecordedQuotation) -> bool:
    """Tell whether a printed quotation is a recorded one; within a line its paragraphs are run on."""
    paragraphs = tuple(plain(line) for line in quotation.printed.split("\n"))
    return printed.paragraphs in (paragraphs, (" ".join(paragraphs),))


def _stray(printed: Printed, path: str, shown: str) -> Diagnostic:
    what = shown_name(printed.text, FIRST_WORDS)
    return report("verify-not-recorded", Place(path), detail=shown, file=path, what=what)


def _diagnostic(one: Difference, path: str) -> Diagnostic:
    code = _CODES.get(one.code, f"verify-{one.code}")
    where = f"{path}, p. {one.page}" if one.page else path
    return replace(report(code, Place(path), detail=one.detail, file=path, what=one.what), place=Place(where))
