"""The pages of a dossier itself: the cover of the combined file, and the guide for who wants to check it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from bronbrief.brief.dates import long_date
from bronbrief.brief.language_tags import same_language
from bronbrief.brief.model import HouseStyle
from bronbrief.core.diagnostics import Diagnostic, Outcome, Place
from bronbrief.core.workspace import TEMPLATES, Workspace
from bronbrief.dossier.matter import Annex, Meeting, Wishes, house_style
from bronbrief.dossier.rules import Rules
from bronbrief.html.finishing import Assets, Medium, finish
from bronbrief.html.fonts import load_fonts
from bronbrief.html.own_style import own_style, running_heads
from bronbrief.html.templates import load_sheet
from bronbrief.pdf.document_meta import DocumentMeta
from bronbrief.pdf.fetcher import Fetcher
from bronbrief.pdf.typeset import PRODUCER, typeset
from bronbrief.verify.holding import guest_attribution

GUIDE = "Zo controleert u dit stuk"
_SHORT, _LONG = 60, 220
_FIRST_WORDS = 4
_LISTED = 4  # more would not leave room on one page


@dataclass(frozen=True, slots=True)
class _Sheet:
    """A page to make: the folder of its template, the values it prints, and the words at its foot."""

    folder: str
    values: Mapping[str, object]
    labels: Mapping[str, str]
    foot: str = ""


def guide(  # noqa: PLR0913, PLR0917 - what a guide tells of
    annexes: Sequence[Annex], folder: str, combined: str, rules: Rules, wishes: Wishes, workspace: Workspace
) -> Outcome[dict[str, bytes]]:
    """Make the guide, as PDF and as a web page: Dutch, one page, with the names of this dossier.

    `combined` is the name of the combined file, or empty. The rules say whom readers can ask.
    """
    first = annexes[0]
    named = {"name": first.council.contact} if first.council.contact else None
    lang = first.spec.lang if same_language(first.spec.lang, "nl") else "nl-NL"
    values = {
        "lang": lang,
        "folder": folder,
        "annexes": [
            {
                "label": f"Bijlage {annex.number}",
                "pdf": f"{annex.base}.pdf",
                "href": quote(f"{annex.base}.pdf"),
            }
            for annex in annexes[: _LISTED if len(annexes) > _LISTED + 1 else None]
        ],
        "more": len(annexes) - _LISTED if len(annexes) > _LISTED + 1 else 0,
        "combined": combined,
        "with_sources": bool(wishes.sources),
        "contact": rules.contact.model_dump() if rules.contact else named,
        "sealed": wishes.seal,
        "dutch": any(annex.spec.lang != "nl-BE" for annex in annexes),
        "example": example(annexes, lang),
    }
    sheet = _Sheet("_guide", values, first.labels, foot=folder)
    date = max(annex.spec.date for annex in annexes).isoformat()
    meta = DocumentMeta(GUIDE, lang, date, PRODUCER, author=first.spec.house.name or first.spec.author or "")
    page = _html(sheet, house_style(first.spec), workspace, "screen")
    paper = _pdf(sheet, house_style(first.spec), meta, workspace)
    found = (*page.diagnostics, *paper.diagnostics)
    if page.value is None or paper.value is None:
        return Outcome(None, found)
    return Outcome({f"{GUIDE}.html": page.value.encode(), f"{GUIDE}.pdf": paper.value}, found)


def example(annexes: Sequence[Annex], lang: str) -> dict[str, object] | None:
    """Choose a quotation to explain checking with: one place in one source, unmarked, neither short nor long.

    It prints as it does in its brief, and below it what is known of where it comes from, in `lang`.
    """
    candidates = []
    for annex in annexes:
        for item in annex.record["first"]["items"]:
            printed = item["body"][0]["value"]
            exact = _exact(item["target"][0])
            long, short = max(0, len(printed) - _LONG), max(0, _SHORT - len(printed))
            odd = (len(item["target"]) != 1, bool(long or short), printed != exact, "\n" in printed)
            candidates.append(((*odd, long), annex, item))
    if not candidates:
        return None
    _, annex, item = min(candidates, key=lambda candidate: candidate[0])
    target = item["target"][0]
    source = target["source"]
    return {
        "annex": f"bijlage {annex.number}",
        "paragraphs": item["body"][0]["value"].split("\n"),
        "first": " ".join(_exact(target).split()[:_FIRST_WORDS]),
        "lang": source.get("language", annex.spec.lang),
        "attribution": guest_attribution(source, source["label"], item["passages"], lang),
        "locator": target["locator"],
        "file": source["id"].rsplit("/", 1)[-1],
        "url": source.get("url", ""),
        "sha256": source["sha256"],
    }


def _exact(target: Mapping[str, Any]) -> str:
    selectors = target["selector"]
    return next(str(one["exact"]) for one in selectors if one["type"] == "TextQuoteSelector")


def cover(
    annexes: Sequence[Annex], pages: Sequence[int], meeting: Meeting, workspace: Workspace
) -> Outcome[bytes]:
    """Make the cover of the combined file; `pages` says where each brief begins in the whole."""
    first = annexes[0]
    labels, lang, body = first.labels, first.spec.lang, first.council.body
    date = long_date(meeting.date.isoformat(), lang)
    heading = labels["dossier_title"].replace("{item}", meeting.item)
    values = {
        "lang": lang,
        "title": f"{heading}, {date}",
        "heading": heading,
        "when": f"{body}, {date}" if body else labels["dossier_meeting"].replace("{date}", date),
        "entries": [_entry(annex, page, labels) for annex, page in zip(annexes, pages, strict=True)],
    }
    meta = DocumentMeta(
        f"{heading}, {date}",
        lang,
        max(annex.spec.date for annex in annexes).isoformat(),
        PRODUCER,
        author=first.spec.house.name or first.spec.author or "",
        keywords=tuple(dict.fromkeys(word for annex in annexes for word in annex.spec.keywords)),
    )
    return _pdf(_Sheet("_cover", values, labels), house_style(first.spec), meta, workspace)


def _entry(annex: Annex, page: int, labels: Mapping[str, str]) -> dict[str, str]:
    """Describe a brief in the language of the cover, but for its title."""
    draft = labels["council_concept"] if annex.council.concept else ""
    return {
        "anchor": anchor(annex),
        "annex": annex.label_in(labels),
        "title": annex.spec.title,
        "lang": annex.spec.lang,
        "marking": ", ".join(filter(None, (draft, annex.council.confidentiality))),
        "page": labels["dossier_sheet"].replace("{page}", str(page)),
    }


def anchor(annex: Annex) -> str:
    """Return the name of the place on the cover that leads to a brief."""
    return f"bijlage-{annex.number}"


def _html(sheet: _Sheet, house: HouseStyle, workspace: Workspace, medium: Medium) -> Outcome[str]:
    """Fill a sheet for one medium; findings are those of its template and of the typefaces."""
    template, fonts = load_sheet(workspace, sheet.folder), load_fonts(house)
    findings: tuple[Diagnostic, ...] = (*template.diagnostics, *fonts.diagnostics)
    if template.value is None or fonts.value is None:
        return Outcome(None, findings)
    values = {**sheet.values, "labels": sheet.labels, "house": house, "medium": medium}
    running = running_heads("", house.name or "", sheet.foot, sheet.labels["page_of"])
    assets = Assets(medium, own_style(house, fonts.value, medium, running), beside=True)
    filled = finish(template.value, values, assets)
    return Outcome(filled.value, (*findings, *filled.diagnostics))


def _pdf(sheet: _Sheet, house: HouseStyle, meta: DocumentMeta, workspace: Workspace) -> Outcome[bytes]:
    """Typeset a sheet, PDF/A-2a and PDF/UA-1 like every brief."""
    page = _html(sheet, house, workspace, "print")
    if page.value is None:
        return Outcome(None, page.diagnostics)
    done = typeset(page.value, meta, Fetcher(workspace), Place(f"{TEMPLATES}/{sheet.folder}"))
    return Outcome(done.value, (*page.diagnostics, *done.diagnostics))
