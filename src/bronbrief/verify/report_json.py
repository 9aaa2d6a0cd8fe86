"""What a verification found, for programs: one JSON document."""

from collections.abc import Sequence

from bronbrief.reporting import json
from bronbrief.verify.proofs import BriefProof, QuotationProof, Verification
from bronbrief.verify.report_text import verdict


def data(verifications: Sequence[Verification], lang: str) -> str:
    """Write how every file and quotation stands, and all findings with every field."""
    found = [finding for one in verifications for finding in one.diagnostics]
    verified = [_verification(one) for one in verifications]
    return json.render(found, lang, {"verdict": verdict(verifications, lang), "verified": verified})


def _verification(one: Verification) -> dict[str, object]:
    return {
        "path": one.path,
        "standing": one.standing,
        "files_as_listed": one.checked,
        "not_read": list(one.unread),
        "codes": [finding.code for finding in one.findings],
        "briefs": [_brief(brief) for brief in one.briefs],
    }


def _brief(brief: BriefProof) -> dict[str, object]:
    return {
        "record": brief.path,
        "title": brief.title,
        "files": list(brief.files),
        "unchanged": sorted(brief.unchanged),
        "codes": [finding.code for finding in brief.findings],
        "quotations": [_quotation(quotation) for quotation in brief.quotations],
    }


def _quotation(quotation: QuotationProof) -> dict[str, object]:
    return {
        "id": quotation.id,
        "labels": list(quotation.labels),
        "words": quotation.words,
        "source": quotation.source,
        "locator": quotation.locator,
        "standing": quotation.standing,
        "codes": [finding.code for finding in quotation.findings],
    }
