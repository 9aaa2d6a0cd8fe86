"""From a spec to a brief: reading order, numbers, places of faults, and the source's own words."""

from collections.abc import Callable
from html import unescape
from pathlib import Path
from re import sub

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bronbrief.blocks.comparison import ComparisonBlock
from bronbrief.blocks.questions import QuestionsBlock
from bronbrief.blocks.timeline import TimelineBlock
from bronbrief.brief.model import Brief, ProseBlock, QuotationBlock
from bronbrief.core.diagnostics import Outcome
from bronbrief.evidence.model import Excerpt
from bronbrief.sources.model import Source
from support.tools import sized

SourceMaker = Callable[..., Source]
ExcerptMaker = Callable[..., Excerpt]
Assembler = Callable[..., Outcome[Brief]]

ORDERED = """
key_messages:
  - De brug blijft open [@drie].
sections:
  - heading: Verloop
    timeline:
      - {date: 2023-11, event: "Besluit [@een]", cite: [twee, drie], contested: "Nee [@vier].", quote: een}
    body: |
      Daarna ![[twee]] en:

      ![[drie]]

      Slot [@vier; @krant-2023, al. 2].
  - heading: Vergelijking
    comparison:
      columns: [Open, Dicht]
      rows:
        - {actor: Raad, group: Stad, cells: [ja, "–"], cite: [[vijf]]}
        - {actor: College, cells: [nee, ja]}
    questions:
      - {question: "Open?", answer: "Ja.\\n\\n![[een]]\\n"}
method: Meer staat in [@krant-2023].
"""


@pytest.fixture
def ordered(run: Assembler, make_excerpt: ExcerptMaker) -> Brief:
    """Return a brief with every kind of call in it."""
    names = ("een", "twee", "drie", "vier", "vijf")
    outcome = run(ORDERED, *(make_excerpt(name) for name in names))
    assert outcome.value is not None, outcome.diagnostics
    return outcome.value


def test_notes_are_numbered_in_reading_order(ordered: Brief) -> None:
    """A note's number comes from its first call; a second call keeps it and adds a way back."""
    by_name = [(note.excerpt.id if note.excerpt else note.label, len(note.calls)) for note in ordered.notes]

    assert by_name == [
        ("drie", 2),
        ("een", 1),
        ("twee", 2),
        ("vier", 2),
        ("B1, al. 2", 1),
        ("vijf", 1),
        ("B1", 1),
    ]
    assert [note.number for note in ordered.notes] == [1, 2, 3, 4, 5, 6, 7]
    assert ordered.notes[0].calls == ("noot-1-ref-1", "noot-1-ref-2")


def test_quotations_have_numbers_of_their_own(ordered: Brief) -> None:
    """Quotations set off are numbered as they are read; a note whose excerpt is one points there."""
    assert [made.excerpt.id for made in ordered.quotations] == ["een", "drie", "een"]
    assert [made.anchor for made in ordered.quotations] == ["citaat-1", "citaat-2", "citaat-3"]
    seen = {note.excerpt.id: note.see.number for note in ordered.notes if note.see and note.excerpt}
    assert seen == {"drie": 2, "een": 1}


def test_every_anchor_is_unique_and_every_call_lands(ordered: Brief) -> None:
    """No two elements share an id, and each call's note exists and knows the call."""
    calls = [call for note in ordered.notes for call in note.calls]
    anchors = [
        *calls,
        *(note.anchor for note in ordered.notes),
        *(made.anchor for made in ordered.quotations),
    ]
    anchors += [section.anchor for section in ordered.sections] + [
        source.anchor for source in ordered.sources
    ]

    assert len(anchors) == len(set(anchors))
    known = {source.anchor for source in ordered.sources}
    assert {note.source_anchor for note in ordered.notes} <= known


def test_blocks_follow_the_author(ordered: Brief) -> None:
    """Blocks print in the order in which they were written, text split around its quotations."""
    first, second = ordered.sections

    assert [type(block) for block in first.blocks] == [TimelineBlock, ProseBlock, QuotationBlock, ProseBlock]
    assert [type(block) for block in second.blocks] == [ComparisonBlock, QuestionsBlock]
    assert (first.level, first.anchor) == (2, "deel-verloop")


def test_timeline_and_comparison_are_resolved(ordered: Brief) -> None:
    """Dates are words, cells carry their calls, a dash is empty, rows stand under their group."""
    timeline, table = ordered.sections[0].blocks[0], ordered.sections[1].blocks[0]
    assert isinstance(timeline, TimelineBlock)
    assert isinstance(table, ComparisonBlock)
    moment = timeline.moments[0]

    assert (moment.date, moment.datetime) == ("november 2023", "2023-11")
    assert [call.number for call in moment.citations] == [3, 1]
    assert moment.quotation is not None
    assert (table.caption, [group.heading for group in table.groups]) == ("Vergelijking", ["Stad", None])
    assert not table.captioned
    cells = table.groups[0].rows[0].cells
    assert ([len(cell.citations) for cell in cells], [cell.empty for cell in cells]) == (
        [1, 0],
        [False, True],
    )


def test_facts_of_the_brief(ordered: Brief) -> None:
    """The date is in words, the method begins with the author's own, and the whole dumps to plain values."""
    assert (ordered.name, ordered.date, ordered.date_text) == ("brug", "2026-11-21", "21 november 2026")
    assert ordered.method[0].plain == "Meer staat in."
    assert ordered.dump()["title"] == "De brug over de Vliet"


def test_same_headings_have_different_anchors(run: Assembler) -> None:
    """Sections of one name, and names without a letter, each have an id of their own."""
    body = "sections:\n" + "".join(
        f"  - {{heading: '{name}', body: x}}\n" for name in ("Één!", "een", "?", "!")
    )
    brief = run(body).value

    assert brief is not None
    anchors = [section.anchor for section in brief.sections]
    assert anchors == ["deel-een", "deel-een-2", "deel-zonder-naam", "deel-zonder-naam-2"]


@pytest.mark.parametrize(
    ("text", "code", "pointed"),
    [
        ("Zie [@een; @brg].", "citation-unknown", "@brg"),
        ("Zie [@een; @brug-opne].", "citation-misspelt", "@brug-opne"),
        ("Zie ![[krant-2023]] [@een].", "excerpt-is-source", "![[krant-2023]]"),
        ("Zie [[een]].", "citation-mistyped", "[[een]]"),
        ("Zie (@een).", "citation-mistyped", "(@een)"),
        ("Zie [@een] en [krant-2023, al. 1].", "citation-mistyped", "[krant-2023, al. 1]"),
        ("Zie [@een; @krant-2023, al. 9].", "citation-locator-unknown", "@krant-2023, al. 9"),
        ("Zie [@een; @krant-2023, onder].", "citation-locator-unknown", "@krant-2023, onder"),
        ("Zie [@een, al. 1].", "citation-locator-on-excerpt", "@een, al. 1"),
        ("Zie [@een] [@Brug].", "citation-malformed", "[@Brug]"),
        ("Zie [@een] ![brug](brug.png).", "markdown-image", "![brug](brug.png)"),
        ("Zie [@een] [hier](#deel-weg).", "link-target-unknown", "hier"),
    ],
)
def test_fault_is_located_in_the_text(
    run: Assembler, make_excerpt: ExcerptMaker, text: str, code: str, pointed: str
) -> None:
    """Each fault of a reference is an error at its own characters, and the only one."""
    body = f"sections:\n  - heading: Brug\n    body: |\n      Eerst [@brug-open].\n      {text}\n"
    outcome = run(body, make_excerpt("een"), make_excerpt("brug-open"))

    (found,) = outcome.diagnostics
    assert found.is_error
    assert found.code == code
    place = found.place
    assert place is not None
    assert place.line == 9
    assert body.split("\n")[4][place.column - 1 : place.end_column - 1] == pointed


PLAIN = """\
summary: 'Kort [@een].'
sections:
  - heading: 'Over [[twee]]'
    comparison:
      caption: 'Tabel [@krant-2023, al. 1]'
      columns: ['a (@een)', '[sic]']
      rows: [{actor: '![[een]]', group: '[@weg]', cells: ['x [@een]', y]}]
"""


def test_reference_in_plain_text_is_refused(run: Assembler, make_excerpt: ExcerptMaker) -> None:
    """What is not read as Markdown would print a reference as it stands; what names nothing is left alone."""
    outcome = run(PLAIN, make_excerpt("een"), make_excerpt("twee"))

    assert {found.code for found in outcome.diagnostics} == {"reference-not-here"}
    assert [found.params["text"] for found in outcome.diagnostics] == [
        "[@een]",
        "[[twee]]",
        "[@krant-2023, al. 1]",
        "(@een)",
        "![[een]]",
    ]


def test_near_locators_are_listed(run: Assembler) -> None:
    """A locator that a source does not have brings the nearest that it has."""
    (found,) = run("sections:\n  - {heading: Brug, body: '[@krant-2023, al. 3]'}\n").diagnostics

    assert found.params == {"source": "krant-2023", "locator": "al. 3", "near": "al. 2; al. 1"}


def test_unused_excerpt_is_an_error_at_its_key(run: Assembler, make_excerpt: ExcerptMaker) -> None:
    """An excerpt that nothing calls for is an error, and the others are not spoken of."""
    body = "sections:\n  - {heading: Brug, body: 'x [@een]'}\n"
    outcome = run(body, make_excerpt("een"), make_excerpt("twee"))

    (found,) = outcome.diagnostics
    assert (found.code, found.params["id"], found.is_error) == ("excerpt-unused", "twee", True)
    assert found.place is not None
    assert (found.place.line, found.place.column) == (9, 3)


def test_unproven_excerpt_is_left_out_without_a_word(run: Assembler, make_excerpt: ExcerptMaker) -> None:
    """What failed its proof was reported there: here it is left out, and links to numbers are not judged."""
    body = "sections:\n  - {heading: Brug, body: 'x ![[een]] [@een] [@twee] [zie](#noot-2)'}\n"
    outcome = run(body, make_excerpt("twee"), unproven=("een",))

    assert outcome.diagnostics == ()
    assert outcome.value is not None
    assert [note.excerpt and note.excerpt.id for note in outcome.value.notes] == ["twee"]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("[@twe]", "citation-misspelt"),
        ("![[twe]]", "citation-misspelt"),
        ("[@Twee]", "citation-mistyped"),
        ("![[ Twee ]]", "citation-mistyped"),
    ],
)
def test_excerpt_that_was_meant_is_not_called_unused(
    run: Assembler, make_excerpt: ExcerptMaker, text: str, code: str
) -> None:
    """Who misspells an excerpt's name hears of that alone; links to what it numbers are not judged."""
    body = f"sections:\n  - {{heading: Brug, body: '[@een] {text} [a](#noot-2) [b](#deel-brug)'}}\n"
    outcome = run(body, make_excerpt("een"), make_excerpt("twee"))

    assert [found.code for found in outcome.diagnostics] == [code]


def test_excerpt_that_a_list_misspells_is_not_called_unused(
    run: Assembler, make_excerpt: ExcerptMaker
) -> None:
    """The same holds for a name in a list, which the checks of the spec report."""
    body = "sections:\n  - {heading: Brug, timeline: [{date: '2020', event: x, cite: [twe], quote: dri}]}\n"
    outcome = run(body, make_excerpt("twee"), make_excerpt("drie"))

    assert outcome.diagnostics == ()


def test_source_that_could_not_be_read_is_not_called_unknown(run: Assembler, tmp_path: Path) -> None:
    """A source that exists and could not be read was reported there: here there is no second finding."""
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "stuk.txt").write_bytes(b"\xff")
    (tmp_path / "seeds" / "stuk.yaml").write_text("title: x\n", encoding="utf-8")

    outcome = run("sections:\n  - {heading: Brug, body: '[@stuk]'}\n")

    assert outcome.diagnostics == ()


def test_warnings_leave_a_brief(run: Assembler) -> None:
    """A warning is reported and the brief is made."""
    outcome = run("sections:\n  - {heading: Brug, body: 'Zie <https://brug.nl>.'}\n")

    assert [found.code for found in outcome.diagnostics] == ["link-text-bare"]
    assert outcome.value is not None


def test_all_findings_in_one_run(run: Assembler, make_excerpt: ExcerptMaker) -> None:
    """Faults of all parts are found together."""
    body = """
key_messages: ["# Kop", "[@niets-hier]"]
sections:
  - {heading: Brug, body: "![x](y)", closing: "## twee"}
"""
    codes = [found.code for found in run(body, make_excerpt("een")).diagnostics]

    assert codes == [
        "markdown-heading-not-here",
        "citation-unknown",
        "markdown-image",
        "heading-level-skipped",
    ]


HOSTILE = st.one_of(
    st.sampled_from(
        ["<script>alert(1)</script>", "[@x]", "![[een]]", "*a*", "{{ 7*7 }}", "&lt;", "\\", "`", "</q>"]
    ),
    st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=40),
)


@settings(
    deadline=None,
    max_examples=sized(60, 15),
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(st.lists(HOSTILE, min_size=1, max_size=3))
def test_quotations_are_the_excerpts(run: Assembler, make_excerpt: ExcerptMaker, texts: list[str]) -> None:
    """Whatever a source holds, a quotation prints the excerpt's text, and nothing is made of it."""
    text = "".join(texts)
    body = "sections:\n  - heading: Brug\n    body: |\n      Zo ![[een]] dus.\n\n      ![[een]]\n"
    outcome = run(body, make_excerpt("een", text))

    assert outcome.value is not None
    prose, block = outcome.value.sections[0].blocks
    assert isinstance(prose, ProseBlock)
    assert isinstance(block, QuotationBlock)
    assert block.quotation.excerpt.text == text
    inline = prose.prose.html.partition("<q ")[2].partition(">")[2].rpartition("</q>")[0]
    assert inline[1:-1].replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&") == text
    assert unescape(sub(r"<[^<>]*>", "", prose.prose.html)).startswith("Zo ")


def test_english_brief_marks_dutch_quotations(run: Assembler, make_excerpt: ExcerptMaker) -> None:
    """In an English brief a Dutch quotation carries its language, and its label reads English."""
    brief = run(
        "sections:\n  - {heading: Bridge, body: 'So ![[een]]'}\n", make_excerpt("een"), lang="en"
    ).value

    assert brief is not None
    (block,) = brief.sections[0].blocks
    assert isinstance(block, ProseBlock)
    assert (
        '<q class="inline-quotation" lang="nl" data-excerpt="een">‘De brug blijft open.’</q>'
        in block.prose.html
    )
    assert brief.notes[0].label == "S1, para. 1"


def test_sources_are_listed_once_in_order(
    run: Assembler, make_excerpt: ExcerptMaker, make_source: SourceMaker
) -> None:
    """The list holds what is used, each once, by title; what is not used stays out."""
    sources = (
        make_source("krant-2023", title="Zand"),
        make_source("bode-2022", title="Aarde"),
        make_source("ongebruikt", title="Water"),
    )
    body = "sections:\n  - {heading: Brug, body: '[@een] [@twee] [@bode-2022]'}\n"
    brief = run(body, make_excerpt("een"), make_excerpt("twee", source="bode-2022"), sources=sources).value

    assert brief is not None
    assert [source.id for source in brief.sources] == ["bode-2022", "krant-2023"]
