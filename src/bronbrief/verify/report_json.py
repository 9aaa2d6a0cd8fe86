"""What a verification found, as data: for JSON, and for the tools of assistants."""

from collections.abc import Sequence

from bronbrief.reporting.json import FORMAT, diagnostics_as_data
from bronbrief.reporting.shapes import (
    BriefProofShape,
    QuotationProofShape,
    VerificationShape,
    VerifiedShape,
)
from bronbrief.verify.proofs import BriefProof, QuotationProof, Verification
from bronbrief.verify.report_text import verdict


def as_data(verifications: Sequence[Verification], lang: str) -> VerificationShape:
    """Return how every file and quotation stands, and all findings with every field."""
    found = [finding for one in verifications for finding in one.diagnostics]
    return {
        "format": FORMAT,
        "verdict": verdict(verifications, lang),
        "verified": [_verification(one) for one in verifications],
        "diagnostics": diagnostics_as_data(found, lang),
    }


def _verification(one: Verification) -> VerifiedShape:
    return {
        "path": one.path,
        "standing": one.standing,
        "files_as_listed": one.checked,
        "not_read": list(one.unread),
        "codes": [finding.code for finding in one.general],
        "briefs": [_brief(brief) for brief in one.briefs],
    }


def _brief(brief: BriefProof) -> BriefProofShape:
    return {
        "record": brief.path,
        "title": brief.title,
        "files": list(brief.files),
        "unchanged": sorted(brief.unchanged),
        "codes": [finding.code for finding in brief.diagnostics],
        "quotations": [_quotation(quotation) for quotation in brief.quotations],
    }


def _quotation(quotation: QuotationProof) -> QuotationProofShape:
    return {
        "id": quotation.id,
        "labels": list(quotation.labels),
        "words": quotation.words,
        "source": quotation.source,
        "locator": quotation.locator,
        "standing": quotation.standing,
        "codes": [finding.code for finding in quotation.diagnostics],
    }
