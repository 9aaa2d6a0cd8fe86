"""What was made of a brief is read back before it is published: what alters a quotation ends in an error."""

import os
from pathlib import Path

import pytest

from bronbrief.core.diagnostics import Diagnostic, Outcome
from bronbrief.core.workspace import Workspace
from bronbrief.pipeline.options import Options
from bronbrief.pipeline.report import BuildReport
from bronbrief.pipeline.run import check
from support.altered import built, published, rewrite, write_altered
from support.house_styles import wrong_of

BLOCKS, APPARATUS, BASE = (f"_shared/{name}.html.j2" for name in ("blocks", "apparatus", "base"))
LONG = "9999px"

# What a style sheet may do to a quotation, or to what belongs to it, by kind.
ALTERING = {
    "words after": 'blockquote p::after{content:" niet"}',
    "words before a line quotation": 'q::before{content:"niet "}',
    "words from a property": ':root{--x:" niet"} q::after{content:var(--x)}',
    "words from an attribute": "blockquote::after{content:attr(class)}",
    "a counter": "blockquote{counter-increment:n} blockquote::before{content:counter(n)}",
    "words beside": '.quotation-block::before{content:"Onwaar: "}',
    "words in a note": '.note::after{content:" (vervallen)"}',
    "not displayed": "q,blockquote{display:none}",
    "not displayed by a chain": "section:has(blockquote) blockquote:not(:hover){display:none}",
    "nested rule": "section{& blockquote{display:none}}",
    "invisible": "blockquote p{visibility:hidden}",
    "hidden ancestor": ".section{visibility:hidden}",
    "attribution gone": ".attribution{display:none}",
    "translation gone": ".translation{display:none}",
    "notes gone": ".note{display:none}",
    "capitals": "blockquote{text-transform:uppercase}",
    "small capitals": "blockquote{font-variant:small-caps}",
    "no size": "blockquote.quotation p{font-size:0}",
    "hardly any size": "blockquote.quotation p{font-size:1px!important}",
    "size in the shorthand": 'blockquote.quotation p{font:1px/1 "brief-text"}',
    "off to the left": f"blockquote{{text-indent:-{LONG}}}",
    "moved off": f"blockquote{{margin-left:-{LONG}}}",
    "moved off by a sum": f":root{{--m:-{LONG}}} blockquote{{margin-left:calc(1 * var(--m))}}",
    "moved relatively": "blockquote{position:relative;left:-40cm}",
    "placed": "blockquote{position:absolute;left:-40cm}",
    "white": "blockquote p{color:#fff}",
    "nearly white": "blockquote p{color:rgb(250 250 250)}",
    "transparent": "q{color:transparent}",
    "ground like the ink": "blockquote{background:var(--ink)}",
    "redefined ink": "blockquote{--ink:#fff;color:var(--ink)}",
    "see-through": "blockquote{opacity:.02}",
    "cut off": "blockquote{max-height:1px;overflow:hidden}",
    "clipped": "blockquote{overflow:hidden;height:2pt}",
    "clip path": "blockquote{clip-path:inset(50%)}",
    "turned": "blockquote{transform:rotate(180deg)}",
    "shrunk": "blockquote{transform:scale(.01)}",
    "squeezed letters": "blockquote p{letter-spacing:-1em}",
    "squeezed words": "blockquote p{word-spacing:-.3em}",
    "squeezed lines": "blockquote p{line-height:0}",
    "covered by its own": 'blockquote{position:relative} blockquote::before{content:"";position:absolute;'
    "top:0;left:0;width:30cm;height:9cm;background:#fff}",
    "covered by another": ".attribution{margin-top:-3cm;background:#fff;padding-bottom:3cm}",
    "covered by a far one": 'main::after{content:"";position:fixed;top:0;left:0;width:30cm;height:30cm;'
    "background:#fff}",
    "struck": "q,blockquote p{text-decoration:line-through}",
    "right to left": "blockquote p{direction:rtl;unicode-bidi:bidi-override}",
    "other order": "blockquote{display:flex;flex-direction:row-reverse}",
    "floated words": "q{float:right}",
    "other marks": 'q{quotes:"niet " ""} q::before{content:open-quote}',
    "everything": "blockquote{all:unset;display:none}",
    "for one medium": "@media print{blockquote{display:none}} @media screen{blockquote{display:none}}",
    "masked letters": "blockquote{-webkit-text-security:disc;-webkit-text-fill-color:transparent}",
    "a counter style": '@counter-style x{system:cyclic;symbols:"niet"} .notes ol{list-style:x}',
    "a typeface": '@font-face{font-family:brief-text;src:local("Wingdings")}',
    "another typeface": "blockquote p{font-family:Wingdings}",
    "hyphens with words": 'blockquote p{hyphenate-character:" niet"}',
    "prose gone": ".section > p{display:none}",
    "covered by the title": "h1{position:relative;background:#fff;padding-bottom:9cm;margin-bottom:-9cm}",
    "covered by a shadow of the head": "header{box-shadow:0 9cm 0 9cm #fff}",
    "covered by a line around the title": "h1{outline:9cm solid #fff}",
    "columns without room": "blockquote{columns:40}",
    "columns of a hair": "main{column-width:1px}",
    "the least of two widths": "blockquote{max-width:min(100%,1px)}",
    "a dark canvas": ":root{color-scheme:dark}",
    "a heading with a word more": 'h2::after{content:" (vervallen)"}',
    "another title among the bookmarks": 'h2{bookmark-label:"Onwaar"}',
    "leaning": "blockquote{transform:skewX(80deg)}",
    "a mask": ".section{mask-image:linear-gradient(transparent,transparent)}",
    "blended": "blockquote{mix-blend-mode:difference}",
    "blurred": "main{filter:blur(9px)}",
    "a running head made of it": "blockquote{position:running(kop)}",
    "marks above letters": 'blockquote p{text-emphasis:"x"}',
    "from top to bottom": "blockquote{writing-mode:vertical-rl}",
    "some letters of a typeface": '@font-face{font-family:brief-text;src:local("x");unicode-range:U+6E}',
    "small capitals by a feature": 'blockquote{font-feature-settings:"smcp"}',
    "an animation": "@keyframes x{to{opacity:0}} blockquote{animation:x 1s forwards}",
    "from the start on": "@starting-style{blockquote{opacity:0}}",
    "a condition of a container": "@container (min-width:1px){blockquote{display:none}}",
    "a registered property": '@property --x{syntax:"*";inherits:true;initial-value:none} q{display:var(--x)}',
    "the first letter": "blockquote p::first-letter{font-size:0}",
    "words in the place of words": 'blockquote p{content:"niet waar"}',
    "one line of it": "blockquote p{line-clamp:1}",
    "words upon words": ".section{display:grid} .section>*{grid-area:1/1}",
    "a heading behind what it heads": ".section{display:flex;flex-direction:column} h2{order:7}",
    "the day behind what was said": ".moment{display:grid} .moment-date{grid-row:5}",
    "who speaks behind the words": "tr{display:flex} th.actor{order:2}",
    "who speaks, cut off": "th.actor{display:block;max-height:2px;overflow:clip}",
    "the first line of a day": ".moment-date{display:-webkit-box;-webkit-line-clamp:1;overflow:hidden}",
    "a heading at the foot of a table": ".section>p{display:table-footer-group}",
    "marks of the browser": "q{quotes:auto}",
    "marks as they were before": "q{quotes:revert}",
    "marks around what nobody said": '.facts dd::before{content:"„"} .facts dd::after{content:"”"}',
    "marks around what nobody said, by name": "figcaption+*,.facts dt::before{content:open-quote}",
    "notes backwards": ".notes ol{display:flex;flex-direction:column-reverse}",
    "another number of a note": ".notes li{counter-increment:list-item 2}",
    "a colour mixed to white": "blockquote{color:color-mix(in srgb,#fff 99%,#000)}",
}

# What house styles do, and may.
HONEST = {
    "colours": "blockquote{background:#003366;color:#fff;padding:1em;border-radius:4px}",
    "grey words": "blockquote p{color:#555;font-style:italic}",
    "face and size": "blockquote.quotation p{font:italic 12pt/16pt brief-display, sans-serif}",
    "rules": "blockquote{border:0;border-top:2px solid #c00;margin:1em 0;padding:.5em 0}",
    "empty box": 'blockquote::before{content:"";display:block;border-top:1px solid}',
    "columns": ".apparatus{columns:2;column-gap:8mm}",
    "attribution": ".attribution{text-align:right;font-size:9pt;letter-spacing:.02em}",
    "head": '.kind{text-transform:uppercase;letter-spacing:.1em} .kind::before{content:"Gemeente "}',
    "logo": ".logo{position:absolute;right:0;top:0}",
    "underline": "q{text-decoration:underline;font-weight:700}",
    "notes": ".note{font-size:8pt;line-height:11pt;color:#444}",
    "table": ".comparison td{background:#eef;color:#112;padding:4px}",
    "a title of its own": "h1{font-size:24pt;margin-bottom:-4px;outline:1px solid #003366}",
    "two columns": ".section{columns:2;column-gap:8mm}",
    "its own bookmarks": "h2{bookmark-label:content();bookmark-level:2}",
    "facts in another order": ".facts{display:grid} .facts div:last-child{order:-1}",
    "a head of one height": "header{min-height:40mm;max-height:120mm}",
    "signs of their own": ".facts dt::before{content:'» '}",
    "inset": ".quotation-block{margin-left:10mm;max-width:100mm;break-inside:avoid}",
}

# What a template may do, by kind: the file, what stands there, and what is put in its place.


def emptied(macro: str) -> tuple[str, str, str]:
    """Return the change of a template that leaves a macro without content."""
    opening = f"{{% macro {macro} %}}"
    return BLOCKS, opening, f"{opening}{{% endmacro %}}{opening.replace('macro ', 'macro unused_')}"


TEMPLATES = {
    "replaced": (
        BLOCKS,
        "{%- else -%}{{ segment.text }}",
        "{%- else -%}{{ segment.text|replace('niet','wel')|replace('geen','goede') }}",
    ),
    "capitals": (BLOCKS, "<p>{{ words(paragraph) }}</p>", "<p>{{ words(paragraph) | upper }}</p>"),
    "words added": (BLOCKS, "<p>{{ words(paragraph) }}</p>", "<p>{{ words(paragraph) }} (niet)</p>"),
    "cut": (BLOCKS, "<p>{{ words(paragraph) }}</p>", "<p>{{ words(paragraph)[:9] }}</p>"),
    "prose replaced": (
        BLOCKS,
        "{{ flow(item.prose) }}",
        "{{ flow(item.prose) | replace('niets','alles') | safe }}",
    ),
    "no quotations": (BLOCKS, "{{ quotation(item.quotation) }}", ""),
    "no timeline": (
        BLOCKS,
        "{% macro timeline(item) %}",
        "{% macro timeline(item) %}{% endmacro %}{% macro unused_timeline(item) %}",
    ),
    "no comparison": (
        BLOCKS,
        "{% macro comparison(item) %}",
        "{% macro comparison(item) %}{% endmacro %}{% macro unused_comparison(item) %}",
    ),
    "no figure": (
        BLOCKS,
        "{% macro figure(item) %}",
        "{% macro figure(item) %}{% endmacro %}{% macro unused_figure(item) %}",
    ),
    "no questions": (
        BLOCKS,
        "{% macro questions_list(item, level) %}",
        "{% macro questions_list(item, level) %}{% endmacro %}{% macro unused_questions_list(item, level) %}",
    ),
    "no prose": (BLOCKS, "{{ flow(item.prose) }}", ""),
    "no attribution": (BLOCKS, "{{ keep_numbers(item.label) }}", ""),
    "another source": (BLOCKS, "{{ keep_numbers(item.label) }}", "Staatscourant, 2020, al. 3"),
    "another passage": (BLOCKS, "{{ keep_numbers(item.label) }}", "{{ item.label }}0"),
    "another number": (
        BLOCKS,
        '{{ labels["quotation"] }} {{ item.number }}',
        '{{ labels["quotation"] }} {{ item.number + 1 }}',
    ),
    "no translation": (BLOCKS, "{{ excerpt.translation.text }}", ""),
    "translation altered": (
        BLOCKS,
        "{{ excerpt.translation.text }}",
        "{{ excerpt.translation.text | replace('1.5','15') }}",
    ),
    "a quotation of its own": (
        BLOCKS,
        "</blockquote>",
        "</blockquote><blockquote><p>Dit is nooit gezegd door wie dan ook.</p></blockquote>",
    ),
    "note altered": (APPARATUS, "{{ keep_numbers(note.label) }}", "Elders"),
    "no notes": (APPARATUS, "{% for note in brief.notes %}", "{% for note in brief.notes[1:] %}"),
    "notes in another order": (
        APPARATUS,
        "{% for note in brief.notes %}",
        "{% for note in brief.notes | reverse %}",
    ),
    "notes numbered from elsewhere": (APPARATUS, "<ol>", '<ol start="4">'),
    "hidden": (BLOCKS, '<blockquote class="quotation"', '<blockquote hidden class="quotation"'),
    "style attribute": (
        BLOCKS,
        '<blockquote class="quotation"',
        '<blockquote style="display:none" class="quotation"',
    ),
    "struck": (BLOCKS, "<p>{{ words(paragraph) }}</p>", "<p><s>{{ words(paragraph) }}</s></p>"),
    "details": (
        BLOCKS,
        '<blockquote class="quotation"',
        '<details></details><blockquote hidden class="quotation"',
    ),
    "turned round": (
        BLOCKS,
        "<p>{{ words(paragraph) }}</p>",
        '<p><bdo dir="rtl">{{ words(paragraph) }}</bdo></p>',
    ),
    "a class that hides": (BLOCKS, 'class="quotation-block', 'class="skip quotation-block'),
    "another title of the page": (BASE, "<title>{{ brief.title }}", "<title>Ingetrokken: {{ brief.title }}"),
    "another title for who shares it": (
        BASE,
        'og:title" content="{{ brief.title }}"',
        'og:title" content="{{ brief.subtitle or kind }}"',
    ),
    "another language of the page": (BASE, '<html lang="{{ brief.lang }}"', '<html lang="fr"'),
    "another day of the page": (BASE, "{{ data }}", "{{ data | replace('2026-', '2027-') }}"),
    "a style element": (BASE, "</head>", "<style>blockquote{display:none}</style></head>"),
    "the style altered": (BASE, "{{ style }}", "{{ style }} blockquote p{visibility:hidden}"),
    "covered": (
        BLOCKS,
        "</blockquote>",
        '</blockquote><div style="position:relative;top:-3cm;height:3cm;background:#fff"></div>',
    ),
}


def _of_readback(report: BuildReport) -> list[Diagnostic]:
    return [
        one
        for one in report.diagnostics
        if one.code.startswith(("readback-", "pdf-", "verify-letterforms", "page-forbidden"))
    ]


@pytest.mark.every(16)
@pytest.mark.parametrize("kind", ALTERING)
def test_a_style_that_alters_a_quotation_is_an_error_at_its_line(kind: str, tmp_path: Path) -> None:
    """In print as on screen, a declaration that may change, hide or cover words is told with its line."""
    css = f"\n/* huis */\n{ALTERING[kind]}\n"
    files = {f"_shared/{medium}.css": css for medium in ("print", "screen")}
    report = check(write_altered(tmp_path, files))
    places = {(one.place.file, one.place.line) for one in _of_readback(report) if one.place}
    for name in files:
        text = (tmp_path / "templates" / name).read_text(encoding="utf-8").splitlines()
        assert (f"templates/{name}", len(text)) in places, report.diagnostics
    assert report.exit_code == 1


@pytest.mark.every(12)
@pytest.mark.parametrize("kind", HONEST)
def test_an_honest_house_style_is_published(kind: str, tmp_path: Path) -> None:
    """Colours that stand out, sizes that can be read, rules and margins are nobody's concern."""
    files = {f"_shared/{medium}.css": f"\n{HONEST[kind]}\n" for medium in ("print", "screen")}
    workspace = write_altered(tmp_path, files)
    report = built(workspace)
    assert not _of_readback(report), report.diagnostics
    assert len(published(workspace)) == 3
    assert not wrong_of(workspace)


def test_marks_that_a_browser_would_add_are_told(tmp_path: Path) -> None:
    """The marks around words in a line stand in the page: a style that leaves some to browsers sets two."""
    workspace = rewrite(write_altered(tmp_path), "_shared/screen.css", "q { quotes: none; ", "q { ")
    found = _of_readback(check(workspace))
    assert [(one.params["declaration"], one.params["where"]) for one in found] == [("quotes: auto", "HTML")]


def test_a_colour_that_vanishes_in_the_dark_look_says_so(tmp_path: Path) -> None:
    """The web page has a dark look as well: a light ground under its light letters is told with that look."""
    workspace = write_altered(tmp_path, {"_shared/screen.css": "\nblockquote{background:#eef}\n"})
    found = _of_readback(check(workspace))
    assert {one.params["where"] for one in found} == {"HTML, prefers-color-scheme: dark"}


@pytest.mark.every(16)
@pytest.mark.parametrize("kind", TEMPLATES)
def test_a_template_that_alters_a_quotation_publishes_nothing(kind: str, tmp_path: Path) -> None:
    """What a macro changes, adds, hides or leaves out is an error that names its file and line."""
    name, old, new = TEMPLATES[kind]
    workspace = rewrite(write_altered(tmp_path), name, old, new)
    report = built(workspace)
    found = _of_readback(report)
    assert report.exit_code == 1
    assert found, report.diagnostics
    assert not published(workspace)
    lines = (tmp_path / "templates" / name).read_text(encoding="utf-8").splitlines()
    changed = next(n for n, line in enumerate(lines, 1) if (new or old) in line or not new)
    places = [one.place for one in found if one.place]
    assert any(place.file == f"templates/{name}" for place in places), found
    if new:
        assert any(place.line == changed for place in places), (changed, places)


def test_the_error_names_excerpt_page_and_words(tmp_path: Path) -> None:
    """The finding says which excerpt, on which page of which file, what stands there and what should."""
    workspace = rewrite(write_altered(tmp_path), *TEMPLATES["replaced"])
    report = built(workspace, "pdf")
    found = [one for one in _of_readback(report) if one.code == "readback-words"]
    one = next(one for one in found if one.params["what"] == "geen-reden")
    assert one.params["where"].startswith("PDF, p. ")
    assert "[-goede-]" in one.detail
    assert "{+geen+}" in one.detail


def test_a_style_that_adds_a_word_names_its_line_the_page_and_the_words(tmp_path: Path) -> None:
    """Beside the line of the declaration stands what it did: the page, the words read and those expected."""
    css = "\nblockquote p::after{content:' niet'}\n"
    found = _of_readback(built(write_altered(tmp_path, {"_shared/print.css": css}), "pdf"))
    assert {"readback-style", "readback-words"} == {one.code for one in found}
    line = (tmp_path / "templates" / "_shared" / "print.css").read_text(encoding="utf-8").count("\n")
    assert {(one.place.file, one.place.line) for one in found if one.place} == {
        ("templates/_shared/print.css", line)
    }
    one = next(one for one in found if one.code == "readback-words")
    assert one.params["where"].startswith("PDF, p. ")
    assert "niet" in one.detail


@pytest.mark.every(6)
@pytest.mark.parametrize(
    "css",
    [
        "blockquote p{font-size:1pt!important}",
        "blockquote p{color:#fff}",
        "blockquote{margin-left:-40cm}",
        "blockquote{position:relative;left:40cm}",
        "blockquote{text-transform:uppercase}",
        "blockquote{overflow:hidden;height:2pt}",
        "blockquote p{letter-spacing:-1em}",
        ALTERING["covered by its own"],
        'blockquote p::after{content:" niet"}',
        "blockquote{display:none}",
    ],
)
@pytest.mark.every(10)
def test_the_pdf_itself_is_read_as_a_reader_sees_it(
    css: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where no rule about declarations would speak, what the pages draw does."""
    monkeypatch.setattr("bronbrief.pipeline.reading_back.judge", lambda *_: ())
    workspace = write_altered(tmp_path, {"_shared/print.css": f"\n{css}\n"})
    report = built(workspace, "pdf")
    assert {"readback-unseen", "readback-words", "readback-missing", "pdf-overflow"} & {
        one.code for one in _of_readback(report)
    }
    assert not published(workspace)


@pytest.mark.ci
def test_every_shipped_template_reads_back_without_a_finding(tmp_path: Path) -> None:
    """A brief in each of the templates that are shipped is published."""
    workspace = write_altered(tmp_path)
    path = tmp_path / "briefs" / "veerdienst.yaml"
    spec = path.read_text(encoding="utf-8")
    for template in ("raadsinformatiebrief", "factsheet", "tijdlijn", "vergelijking"):
        path.write_text(
            spec.replace("template: raadsinformatiebrief", f"template: {template}"), encoding="utf-8"
        )
        report = built(Workspace(tmp_path))
        assert not _of_readback(report), report.diagnostics
        assert len(published(workspace)) == 3


def test_a_pdf_that_is_not_there_is_our_mistake(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where no PDF came and nothing was found wrong, nothing is published, and no empty file."""
    workspace = write_altered(tmp_path)
    monkeypatch.setattr("bronbrief.pipeline.typesetting.Typesetter.set", lambda *_: Outcome(b""))
    (finding,) = built(workspace).diagnostics
    assert finding.code == "worker-failed"
    assert "its PDF was set without an error, and there is none" in finding.detail
    assert not published(workspace)


def test_a_check_reads_the_pages_back_whatever_formats_are_asked_for(tmp_path: Path) -> None:
    """A template that drops every quotation is told by `check` as by `build`."""
    workspace = rewrite(write_altered(tmp_path), *TEMPLATES["no quotations"])
    assert _of_readback(check(workspace, options=Options(())))


def test_templates_beside_the_one_in_use_are_read_by_the_one_door(tmp_path: Path) -> None:
    """A pipe in the place of a shared template is not waited for."""
    workspace = rewrite(write_altered(tmp_path), *TEMPLATES["no quotations"])
    extra = tmp_path / "templates" / "_shared" / "apparatus.html.j2"
    extra.unlink(missing_ok=True)
    os.mkfifo(extra)
    assert built(workspace).exit_code == 1
