"""Hold the quotations of a finished file against its evidence: none more, none less, none otherwise."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from bronbrief.brief.citations import TITLE_IN_LABEL
from bronbrief.brief.dates import edtf_text
from bronbrief.core.diagnostics import Diagnostic, Place, clip
from bronbrief.core.findings import report
from bronbrief.evidence.differences import difference, most_alike
from bronbrief.evidence.recorded import EvidenceRecord, RecordedQuotation
from bronbrief.verify.finished import Finished, painted_findings
from bronbrief.verify.quotations import Printed, plain

FIRST_WORDS = 60
_NUMBER = re.compile(r"\d+")
_ONLY = re.compile(r"(?:bijschrift|kop) 1")  # an only caption or heading prints without its number

Key = tuple[str, str]
"""The path of a record and the id of a quotation in it."""


@dataclass(slots=True)
class Matches:
    """What came of comparing: for each quotation how files name it and what is wrong, and what is stray."""

    labels: defaultdict[Key, list[str]] = field(default_factory=lambda: defaultdict(list))
    findings: defaultdict[Key, list[Diagnostic]] = field(default_factory=lambda: defaultdict(list))
    stray: list[Diagnostic] = field(default_factory=list)


def match(
    file: Finished, expected: Sequence[EvidenceRecord], known: Sequence[EvidenceRecord], matches: Matches
) -> None:
    """Compare a file with the records that it must print whole, and others that it may quote from."""
    items = {(record.path, one.id): one for record in (*expected, *known) for one in record.quotations}
    seen: set[Key] = set()
    for printed in file.quotations:
        same = [key for key, one in items.items() if _is(printed, one)]
        seen.update(same or _otherwise(printed, file, items, matches))
        for key in same:
            if printed.label and printed.label not in matches.labels[key]:
                matches.labels[key].append(printed.label)
            drawn = difference(printed.shown or "", printed.text)
            matches.findings[key] += painted_findings(printed, file.path, drawn)
        if same:
            matches.findings[same[0]] += _misattributed(printed, [items[key] for key in same], file.path)
    for record in expected:
        for one in record.quotations:
            if (record.path, one.id) not in seen:
                finding = report("verify-not-printed", Place(file.path), file=file.path)
                matches.findings[record.path, one.id].append(finding)


def _is(printed: Printed, quotation: RecordedQuotation) -> bool:
    """Tell whether a printed quotation is a recorded one; within a line its paragraphs are run on."""
    paragraphs = tuple(plain(line) for line in quotation.printed.split("\n"))
    return printed.paragraphs == paragraphs or printed.paragraphs == (" ".join(paragraphs),)


def _otherwise(
    printed: Printed, file: Finished, items: dict[Key, RecordedQuotation], matches: Matches
) -> Iterator[Key]:
    """Report a quotation that is not recorded so, at the recorded one that it is most like."""
    keys = list(items)
    at = most_alike(printed.text, (plain(items[key].printed) for key in keys))
    place = Place(file.path)
    if at is None:
        words = clip(printed.text, FIRST_WORDS)
        matches.stray.append(report("verify-not-recorded", place, file=file.path, words=words))
        return
    key = keys[at]
    shown = difference(printed.text, plain(items[key].printed))
    matches.findings[key].append(report("verify-printed-otherwise", place, detail=shown, file=file.path))
    if printed.label and printed.label not in matches.labels[key]:
        matches.labels[key].append(printed.label)
    yield key


def _misattributed(printed: Printed, same: Sequence[RecordedQuotation], path: str) -> Iterator[Diagnostic]:
    """Report an attribution that names another publisher, date or passage than any of the records has."""
    if printed.attribution and not any(_names(printed.attribution, one) for one in same):
        recorded = f"{same[0].parts[0].source.title}, {', '.join(same[0].locators)}"
        found = printed.attribution
        yield report("verify-attribution", Place(path), file=path, found=found, recorded=recorded)


def _names(attribution: str, quotation: RecordedQuotation) -> bool:
    """Tell whether an attribution names the publisher, and has the numbers of the date and of the places.

    Words depend on the language of the page, numbers do not. A number that belongs to the name of the
    publisher or to the title counts for nothing else.
    """
    source = quotation.parts[0].source
    publisher = plain(source.facts.get("publisher", ""))
    if publisher not in attribution:
        return False
    rest = attribution.replace(publisher, "", 1)
    for title in (source.title, clip(source.title, TITLE_IN_LABEL)):
        rest = rest.replace(f"‘{plain(title)}’", "", 1)
    return Counter(_NUMBER.findall(rest)) >= _numbers(quotation)


def _numbers(quotation: RecordedQuotation) -> Counter[str]:
    """Count the numbers that must stand beside a quotation: its date, its first place and its last."""
    date = quotation.parts[0].source.facts.get("date", "")
    places = Counter[str]()
    for at in (0, -1):
        locator = quotation.locators[at]
        places |= Counter(() if _ONLY.fullmatch(locator) else _NUMBER.findall(locator))
    return places + Counter(_NUMBER.findall(edtf_text(date, "nl")))
