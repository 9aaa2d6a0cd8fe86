"""What a verification found, for people: a line for each quotation, what is wrong in plain words, a verdict.

A mark and a word say how each quotation stands; nothing is said by colour.
"""

from collections.abc import Iterator, Mapping, Sequence

from bronbrief.core.diagnostics import Diagnostic, clip
from bronbrief.locale import i18n
from bronbrief.locale.diagnostics import headline, hint
from bronbrief.reporting.excerpt import printable
from bronbrief.verify.proofs import BriefProof, QuotationProof, Standing, Verification, standing

MARKS: Mapping[str, str] = {"proven": "✓", "wrong": "✗", "unchecked": "–"}
SOURCE_SHOWN = 70


def render(verifications: Sequence[Verification], lang: str, *, quiet: bool = False) -> str:
    """Write the page; `quiet` leaves out what is right."""
    said = i18n.words("verification", lang)
    lines: list[str] = []
    for one in verifications:
        lines += [*_verification(one, said, lang, quiet=quiet), ""]
    lines.append(verdict(verifications, lang))
    if not quiet:
        lines += ["", said["limits"]]
    return "\n".join(lines) + "\n"


def verdict(verifications: Sequence[Verification], lang: str) -> str:
    """Write the last sentence: how the quotations stand, and whether anything else is wrong."""
    said = i18n.words("verification", lang)
    stands = [one.standing for verification in verifications for one in verification.quotations]
    right, wrong = stands.count(Standing.PROVEN), stands.count(Standing.WRONG)
    values = {"all": len(stands), "right": right, "wrong": wrong, "open": stands.count(Standing.UNCHECKED)}
    if not stands:
        sentence = said["none"]
    elif right == len(stands):
        sentence = said["only"] if right == 1 else said["every"].format(**values)
    else:
        sentence = said["some"].format(**values)
    other = sum(finding.is_error for one in verifications for finding in about_files(one))
    return f"{sentence} {said['also'].format(count=other)}" if other else sentence


def about_files(one: Verification) -> Iterator[Diagnostic]:
    """Yield what was found about files and sources as a whole, not about one quotation."""
    yield from one.general
    for brief in one.briefs:
        yield from brief.diagnostics


def label_of(quotation: QuotationProof, said: Mapping[str, str]) -> str:
    """Name a quotation as the reader finds it: by what the file prints, else by its id."""
    return ", ".join(quotation.labels) or said["excerpt"].format(id=quotation.id)


def _verification(one: Verification, said: Mapping[str, str], lang: str, *, quiet: bool) -> Iterator[str]:
    yield printable(one.path)
    if one.checked is not None and not quiet:
        yield f"  {mark(Standing.PROVEN, said)}  {said['listed'].format(count=one.checked)}"
    for finding in one.general:
        yield from _diagnostic(finding, lang, said, "  ")
    for brief in one.briefs:
        yield from _brief(brief, said, lang, quiet=quiet)


def _brief(brief: BriefProof, said: Mapping[str, str], lang: str, *, quiet: bool) -> Iterator[str]:
    yield ""
    yield f"  “{printable(brief.title)}”"
    for name in brief.files or (brief.path,):
        same = f": {said['unchanged']}" if name in brief.unchanged else ""
        yield f"  {printable(name)}{same}"
    for finding in brief.diagnostics:
        yield from _diagnostic(finding, lang, said, "  ")
    for quotation in brief.quotations:
        if quiet and quotation.standing is Standing.PROVEN:
            continue
        place = f"{clip(quotation.source, SOURCE_SHOWN)}, {quotation.locator}"
        named = f"{label_of(quotation, said)}: “{quotation.words}” ({place})"
        yield f"  {mark(quotation.standing, said)}  {printable(named)}"
        for finding in quotation.diagnostics:
            yield from _diagnostic(finding, lang, said, "      ")


def _diagnostic(finding: Diagnostic, lang: str, said: Mapping[str, str], margin: str) -> Iterator[str]:
    opening = f"{mark(standing((finding,)), said)}  " if margin == "  " else ""
    yield f"{margin}{opening}{printable(headline(finding, lang))} [{finding.code}]"
    for line in finding.detail.splitlines():
        yield f"{margin}    {printable(line)}"
    yield f"{margin}    {printable(hint(finding, lang))}"


def mark(stands: Standing, said: Mapping[str, str]) -> str:
    """Say by a sign and a word how something stands."""
    return f"{MARKS[stands]} {said[stands]}"
