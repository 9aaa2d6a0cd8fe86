"""Mistakes that people make in a spec: each is found at its place, with a cure, without a traceback.

A mistake is a piece of the spec of the small workspace and what a hasty hand puts in its place. Each has a
row: the code, what stands there, what is put there, the text at which the finding must point, and a word
that its hint must hold.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import pytest

from bronbrief.cli.main import run
from bronbrief.core.diagnostics import Diagnostic, Severity
from bronbrief.core.diagnostics import codes as known_codes
from bronbrief.core.workspace import Workspace
from bronbrief.locale.diagnostics import hint
from bronbrief.pipeline.run import check
from support.workspaces import BRIEF, SPEC, write_minimal_workspace

FILE = f"briefs/{BRIEF}.yaml"
QUOTE = "quote: Wij zien geen reden om de dienst te staken"
RANGE = "    to: in stand.\n"
BODY = "      De wethouder ziet geen aanleiding om te stoppen.\n"
LAST = "      ![[geen-reden]]\n"
TABLE = """\
    comparison:
      columns: [Contact, Geld]
      rows:
        - {actor: Oostdam, cells: [ja, nee], cite: [[in-stand], []]}
"""
MOMENT = "    timeline:\n      - {date: 2023-11, event: Besluit., cite: [in-stand]}\n"
HOUSE = "house: {accent: '#1f4e5f'}\n"


class Mistake(NamedTuple):
    """A mistake, and what must be said of it."""

    code: str
    old: str
    new: str
    at: str
    cure: str


def added(code: str, new: str, at: str, cure: str) -> Mistake:
    """Make a mistake of something added at the end of the only section."""
    return Mistake(code, LAST, LAST + new, at, cure)


def said(code: str, new: str, at: str, cure: str) -> Mistake:
    """Make a mistake in the running text."""
    return Mistake(code, BODY, f"{BODY}\n      {new}\n", at, cure)


MISTAKES: Sequence[Mistake] = (
    # Keys
    Mistake("spec-misspelt-key", "version:", "verison:", "verison", "version"),
    Mistake("spec-unknown-key", "version:", "kleurstelling:", "kleurstelling", "Remove"),
    Mistake("spec-missing-key", "title: De veerdienst over de Lange Vliet\n", "", "", "title"),
    Mistake("yaml-duplicate-key", "lang: nl-NL\n", "lang: nl-NL\nlang: nl-NL\n", "lang", "Remove"),
    Mistake("spec-misspelt-key", f"    {QUOTE}", f"    qoute: {QUOTE[7:]}", "qoute", "quote"),
    Mistake("spec-misspelt-key", "- heading:", "- headng:", "headng", "heading"),
    Mistake("spec-key-of-the-top", LAST, LAST + "    method: Zo.\n", "method", "top"),
    # Values
    Mistake("spec-empty-value", "title: De veerdienst over de Lange Vliet", "title:", "", "value"),
    Mistake("spec-unknown-language", "lang: nl-NL", "lang: nl", "nl", "nl-NL"),
    Mistake("spec-not-a-date", "date: 2026-11-21", "date: 21 november 2026", "21 november 2026", "2026"),
    Mistake("spec-no-such-date", "date: 2026-11-21", "date: 2026-02-30", "2026-02-30", "month"),
    Mistake("spec-text-too-long", 'version: "1.0"', "version: 1.0-concept", "1.0-concept", "Shorten"),
    Mistake("spec-text-too-long", "Vliet\ntemplate", f"Vliet {'x' * 300}\ntemplate", "De veer", "Shorten"),
    Mistake("spec-list-not-text", "key_messages:\n  - De veer", "key_messages: De veer", "", "- "),
    Mistake(
        "spec-text-not-list",
        "title: De veerdienst over de Lange Vliet",
        "title: [a, b]",
        "title",
        "one value",
    ),
    Mistake("spec-nearly-an-identifier", "  geen-reden:\n", "  Geen reden:\n", "Geen reden", "geen-reden"),
    Mistake(
        "spec-not-an-identifier",
        "source: havenkrant-2023\n    quote",
        "source: '!'\n    quote",
        "'!'",
        "hyphens",
    ),
    Mistake("spec-not-a-colour", "excerpts:", "house: {accent: rood}\nexcerpts:", "rood", "#"),
    Mistake("house-contrast", "excerpts:", "house: {accent: '#ffcc00'}\nexcerpts:", "'#ffcc00'", "#"),
    Mistake("spec-not-a-number", "excerpts:", "council: {annex: twee}\nexcerpts:", "twee", "digits"),
    Mistake("spec-not-boolean", "excerpts:", "council: {concept: nee}\nexcerpts:", "nee", "Write false"),
    Mistake("spec-not-boolean", RANGE, f"{RANGE}    across: ja\n", "ja", "Write true"),
    Mistake(
        "spec-text-alone",
        "for: Gemeenteraad",
        "for: {naam: Raad}\nauthor: Gemeenteraad",
        "{naam: Raad}",
        "Write Raad",
    ),
    Mistake(
        "template-unknown", "template: raadsinformatiebrief", "template: raadsbrief", "raadsbrief", "raads"
    ),
    Mistake(
        "yaml-text-as-comment", "for: Gemeenteraad", "for: Raad #7 van Gemeenteraad", "#7", "Raad #7 van"
    ),
    Mistake("spec-value-is-comment", 'version: "1.0"', "version: #1", "", "quotation marks"),
    # YAML
    Mistake("yaml-colon-in-value", "title: De veerdienst", "title: Veer: de dienst", "", "quotation marks"),
    Mistake("yaml-tab", "  in-stand:\n", "\tin-stand:\n", "", "spaces"),
    Mistake("yaml-unclosed-quote", 'version: "1.0"', 'version: "1.0', "", "closing"),
    Mistake("yaml-special-character", "for: Gemeenteraad", "for: @Gemeenteraad", "@", "quotation marks"),
    Mistake("yaml-anchor", "for: Gemeenteraad", "for: &raad Gemeenteraad", "&raad", "remove &raad"),
    Mistake("yaml-tag", "for: Gemeenteraad", "for: !raad Gemeenteraad", "!raad", "tag"),
    # Selecting
    Mistake(
        "source-misspelt",
        "source: havenkrant-2023\n    quote",
        "source: havenkrant-2032\n    quote",
        "havenkrant-2032",
        "havenkrant-2023",
    ),
    Mistake(
        "source-unknown",
        "source: havenkrant-2023\n    quote",
        "source: dagblad\n    quote",
        "dagblad",
        "seeds/",
    ),
    Mistake("quote-drift", "geen reden om", "weinig reden om", "Wij zien weinig", "source"),
    Mistake("quote-missing", QUOTE, "quote: De maan is van kaas en de zee van melk", "De maan", "source"),
    Mistake("quote-cuts-word", QUOTE, "quote: zien geen reden om de dienst te stak", "zien geen", "whole"),
    Mistake("quote-cuts-word", QUOTE, "quote: De vaart kost 1", "De vaart", "whole"),
    Mistake("quote-ambiguous", QUOTE, "quote: de", "de", "prefix"),
    Mistake("excerpt-selects-nothing", f"    {QUOTE}\n", "", "geen-reden", "quote"),
    Mistake("excerpt-selects-twice", RANGE, f"{RANGE}    passage: al. 1\n", "passage", "one"),
    Mistake("excerpt-range-open", RANGE, "", "from", "to"),
    Mistake(
        "range-reversed",
        "from: De gemeente Oostdam houdt\n    to: in stand.",
        "from: in stand.\n    to: De gemeente Oostdam houdt",
        "",
        "from",
    ),
    Mistake("passage-unknown", QUOTE, "passage: al. 40", "al. 40", "al."),
    Mistake("passage-unreadable", QUOTE, "passage: pagina 3", "pagina 3", "al."),
    Mistake(
        "parts-across-passages", QUOTE, "quote: De gemeente Oostdam […] nog niets besloten.", "", "across"
    ),
    Mistake("sic-in-quote", QUOTE, "quote: Wij zien geen reden [sic] om de dienst te staken", "", "sic"),
    Mistake(
        "insertion-in-quote", QUOTE, "quote: Wij zien geen [goede] reden om de dienst te staken", "", "insert"
    ),
    Mistake(
        "words-left-out",
        QUOTE,
        "quote: De gemeente Oostdam houdt in 2024 in stand.",
        "De gem",
        "houdt […] in 2024",
    ),
    Mistake("omission-mark", QUOTE, "quote: Wij zien ... de dienst te staken", "", "[…]"),
    Mistake(
        "quotation-marks-added", QUOTE, "quote: '“Over het jaar daarna is nog niets besloten”'", "", "marks"
    ),
    Mistake("mark-not-found", QUOTE, f"{QUOTE}\n    sic: [reedn]", "reedn", "Copy"),
    Mistake("context-not-there", QUOTE, f"{QUOTE}\n    prefix: zo zei men", "zo zei men", "aan de raad"),
    # Text
    said("citation-misspelt", "Dat staat vast [@in-stadn].", "@in-stadn", "in-stand"),
    said("citation-unknown", "Dat staat vast [@persbericht].", "@persbericht", "excerpts"),
    said("citation-malformed", "Dat staat vast [@].", "[@]", "[@"),
    said("citation-locator-unknown", "Vast [@havenkrant-2023, al. 40].", "@havenkrant-2023, al. 40", "al. 3"),
    said("citation-misspelt", "Zo: ![[in-stadn]]", "![[in-stadn]]", "in-stand"),
    said("heading-level-skipped", "##### Te diep\n\n      Tekst.", "##### Te diep", "###"),
    said(
        "link-text-bare",
        "Zie [https://example.org/a](https://example.org/a).",
        "https://example.org/a",
        "[words]",
    ),
    said("link-refused", "Zie [hier](javascript:alert).", "hier](javascript:alert)", "http"),
    said("markdown-image", "![kaart](kaart.png)", "![kaart](kaart.png)", "figure"),
    said("quotation-typed", "> Dit typte iemand zelf.", "> Dit typte", "excerpts"),
    said("citation-mistyped", "Dat staat vast (@in-stand).", "(@in-stand)", "[@in-stand]"),
    said("citation-mistyped", "Dat staat vast [[in-stand]].", "[[in-stand]]", "![[in-stand]]"),
    said("excerpt-is-source", "Zo: ![[havenkrant-2023]]", "![[havenkrant-2023]]", "excerpts"),
    said("quotation-not-apart", "De wethouder zegt:\n      ![[geen-reden]]", "![[geen-reden]]", "empty line"),
    said("markdown-footnote", "Zie de noot[^1].", "[^1]", "[@id]"),
    said("markdown-mark-left", "Dat is **niet zeker.", "**", "last word"),
    said("markdown-strike", "Dat is ~~niet~~ zeker.", "~~niet~~", "Remove"),
    said("markdown-dash-space", "Twee punten:\n\n      -het geld", "-het", "space"),
    said("markdown-head-empty", "| a |  |\n      |---|---|\n      | 1 | 2 |", "| a |  |", "column"),
    said("markdown-html", "Een <script>alert(1)</script> woord.", "<script>", "Markdown"),
    said("markdown-table-ragged", "| a | b |\n      |---|---|\n      | 1 |", "| 1 |", "cell"),
    said("glyph-missing", "Het woord Μουσείο.", "Μ", ""),
    Mistake("excerpt-unused", LAST, "", "geen-reden", "cite"),
    # Blocks
    added("comparison-ragged", TABLE.replace("[ja, nee]", "[ja]"), "cells", "cell"),
    added(
        "comparison-cite-ragged", TABLE.replace("[[in-stand], []]", "[[], [], [in-stand]]"), "cite", "cell"
    ),
    added("excerpt-misspelt", TABLE.replace("[[in-stand]", "[[in-stadn]"), "in-stadn", "in-stand"),
    added("spec-not-edtf", MOMENT.replace("2023-11", "november"), "november", "2"),
    added("spec-list-empty", "    timeline: []\n", "[]", "timeline"),
    added(
        "file-missing", "    figure: {image: briefs/kaart.png, alt: Een kaart.}\n", "briefs/kaart.png", "name"
    ),
    added(
        "path-outside-workspace",
        "    figure: {image: ../kaart.png, alt: Een kaart.}\n",
        "../kaart.png",
        "inside",
    ),
    added("spec-missing-key", "    figure: {image: briefs/kaart.png}\n", "", "alt"),
    added("section-empty", "  - heading: Leeg\n", "Leeg", "body"),
)


def planted(mistakes: Sequence[Mistake]) -> str:
    """Return the spec of the small workspace with mistakes in it."""
    text = SPEC
    for mistake in mistakes:
        assert text.count(mistake.old) == 1, mistake
        text = text.replace(mistake.old, mistake.new)
    return text


def found(root: Path, text: str) -> tuple[Diagnostic, ...]:
    """Return what is found in a spec."""
    (root / FILE).write_text(text, encoding="utf-8")
    return check(Workspace(root)).diagnostics


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a small workspace."""
    return write_minimal_workspace(tmp_path_factory.mktemp("mistakes") / "workspace")


@pytest.mark.every(3)
@pytest.mark.parametrize("mistake", MISTAKES, ids=lambda mistake: f"{mistake.code}-{mistake.new[:20]!r}")
def test_mistake_is_found_at_its_place_with_a_cure(mistake: Mistake, root: Path) -> None:
    """The finding has the code, points at the text that is wrong, and hints at the cure."""
    text = planted([mistake])
    all_found = found(root, text)
    finding = next((one for one in all_found if one.code == mistake.code), None)

    assert finding is not None, [one.code for one in all_found]
    assert finding.place is not None
    assert finding.place.file == FILE
    assert finding.place.line > 0
    line = text.splitlines()[finding.place.line - 1]
    assert line[finding.place.column - 1 :].startswith(mistake.at), line
    assert mistake.cure in hint(finding), hint(finding)


def test_mistakes_of_all_kinds_are_known() -> None:
    """There are fifty kinds of mistakes at least, and nearly all of them stop the brief."""
    codes = {mistake.code for mistake in MISTAKES}

    assert len(codes) >= 50
    assert sum(known_codes()[code].severity is Severity.ERROR for code in codes) >= 50


@pytest.mark.ci
def test_command_ends_with_1_and_no_traceback(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """With each error `check` exits with 1, with what is but a warning 0, and never with a traceback."""
    for mistake in MISTAKES:
        (root / FILE).write_text(planted([mistake]), encoding="utf-8")

        expected = int(known_codes()[mistake.code].severity is Severity.ERROR)
        assert run(["check", "--workspace", str(root), "--lang", "en"]) == expected, mistake
        shown = capsys.readouterr()
        assert "Traceback" not in shown.out + shown.err


def test_mistakes_planted_together_are_all_found_at_once(root: Path) -> None:
    """One run finds every mistake of a spec that holds one in each of its parts."""
    together = [
        next(one for one in MISTAKES if one.code == code)
        for code in ("template-unknown", "house-contrast", "source-misspelt", "excerpt-selects-twice")
    ]
    together.append(next(one for one in MISTAKES if one.code == "citation-unknown"))
    together.append(next(one for one in MISTAKES if one.code == "comparison-ragged"))
    codes = {one.code for one in found(root, planted(together))}

    assert {mistake.code for mistake in together} <= codes
