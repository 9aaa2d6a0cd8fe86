"""What a verification found: a proof for each quotation and each file, ready to be shown."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from bronbrief.core.diagnostics import Diagnostic, Severity, has_errors


class Standing(StrEnum):
    """How something stands: proven, wrong, or not to be said because something was not at hand."""

    PROVEN = "proven"
    WRONG = "wrong"
    UNCHECKED = "unchecked"


def standing(findings: Iterable[Diagnostic]) -> Standing:
    """Tell how something stands: an error makes it wrong, a warning leaves it open, a hint does neither."""
    found = tuple(one for one in findings if one.severity in (Severity.ERROR, Severity.WARNING))
    if has_errors(found):
        return Standing.WRONG
    return Standing.UNCHECKED if found else Standing.PROVEN


@dataclass(frozen=True, slots=True)
class QuotationProof:
    """One quotation of an evidence record.

    `labels` say where finished files print it, in their words ("Citaat 3", "Noot 12"); `words` are its
    text, `source` and `locator` where it comes from; `exact` is what was cut from the source, part by part;
    `open` tells that its source is not at hand.
    """

    id: str
    labels: tuple[str, ...]
    words: str
    source: str
    locator: str
    diagnostics: tuple[Diagnostic, ...]
    open: bool
    exact: tuple[str, ...]

    @property
    def standing(self) -> Standing:
        """Tell how the quotation stands."""
        found = standing(self.diagnostics)
        return Standing.UNCHECKED if self.open and found is Standing.PROVEN else found


@dataclass(frozen=True, slots=True)
class BriefProof:
    """One evidence record with the finished files that print its quotations.

    `unchanged` are the files that are byte for byte those that the record names; `name` and `lang` are those
    of the brief, `stamp` is what stands on its PDF before all else.
    """

    path: str
    title: str
    files: tuple[str, ...]
    quotations: tuple[QuotationProof, ...]
    diagnostics: tuple[Diagnostic, ...]
    unchanged: frozenset[str]
    name: str
    lang: str
    stamp: str


@dataclass(frozen=True, slots=True)
class Verification:
    """Everything that was looked at under one path.

    `checked` counts the files whose checksum was right, None where there is no list of checksums;
    `general` is about the path as a whole and about files without quotations, `unread` are finished files
    of which nothing was verified.
    """

    path: str
    briefs: tuple[BriefProof, ...] = ()
    checked: int | None = None
    general: tuple[Diagnostic, ...] = ()
    unread: tuple[str, ...] = ()

    @property
    def quotations(self) -> Iterator[QuotationProof]:
        """Yield the quotations of all briefs."""
        return (quotation for brief in self.briefs for quotation in brief.quotations)

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """Return every finding, each once."""
        found = [*self.general]
        for brief in self.briefs:
            found += brief.diagnostics
            found += (finding for quotation in brief.quotations for finding in quotation.diagnostics)
        return tuple(found)

    @property
    def standing(self) -> Standing:
        """Tell how the whole stands; where no quotation was looked at, nothing was proven."""
        found = standing(self.diagnostics)
        nothing = not any(True for _ in self.quotations)
        return Standing.UNCHECKED if nothing and found is Standing.PROVEN else found
