"""A block type is added by what ARCHITECTURE.md names, no more: module, line, macro with style, words."""

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from bronbrief.authoring.new_spec import NewSpec, find_example, spec_text
from bronbrief.authoring.specimen import make_specimen
from bronbrief.blocks import registry
from bronbrief.core.diagnostics import Diagnostic
from bronbrief.core.workspace import Workspace, packaged_templates
from bronbrief.html.manifest import read_manifest
from bronbrief.locale import i18n
from bronbrief.locale.diagnostics import hint
from bronbrief.pipeline.run import build, check
from bronbrief.pipeline.schema import workspace_schema
from bronbrief.serve.form_edits import spec_model
from bronbrief.serve.form_view import form_of
from bronbrief.spec.reference import reference_page
from bronbrief.verify.proofs import Standing
from bronbrief.verify.verify import verify
from support.block_words import lacking
from support.browser import Browser
from support.quote_pair import MACRO, STYLE, WORDS, QuotePairType
from support.workspaces import BRIEF, SPEC, write_minimal_workspace

PAIR = """\
  - heading: Wat er staat
    quote_pair:
      intro: De vaart kost geld, zegt de gemeente in 2024.
      left: geen-reden
      right: in-stand
"""


@pytest.fixture(autouse=True)
def registered(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Have the block type in the registry, and its words in each language, for one test."""
    monkeypatch.setattr(registry, "BLOCKS", (*registry.BLOCKS, QuotePairType()))
    folder = tmp_path_factory.mktemp("locale")
    for lang, words in WORDS.items():
        (folder / lang).mkdir()
        (folder / lang / "blocks.toml").write_text(words, encoding="utf-8")
    spec_model.cache_clear()
    with i18n.searching(folder):
        yield
    spec_model.cache_clear()


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    """Return a workspace whose brief has a pair, with the macro and the style that print it."""
    root = write_minimal_workspace(tmp_path)
    shared = root / "templates" / "_shared"
    shared.mkdir()
    for file, more in (("blocks.html.j2", MACRO), ("print.css", STYLE), ("screen.css", STYLE)):
        shipped = (packaged_templates() / "_shared" / file).read_text(encoding="utf-8")
        (shared / file).write_text(shipped + more, encoding="utf-8")
    _write(root, PAIR)
    return Workspace(root)


def _write(root: Path, pair: str) -> None:
    (root / "briefs" / f"{BRIEF}.yaml").write_text(SPEC + pair, encoding="utf-8")


def _diagnostics(workspace: Workspace) -> list[Diagnostic]:
    return list(check(workspace).diagnostics)


def test_a_pair_goes_all_the_way_to_paper_and_is_read_back(workspace: Workspace) -> None:
    """Its quotations are numbered, named with their source, recorded, and proven in the PDF and the page."""
    made = build(workspace)
    assert (made.exit_code, list(made.diagnostics)) == (0, [])
    folder = workspace.root / "build" / BRIEF
    page = (folder / f"{BRIEF}.html").read_text(encoding="utf-8")
    pair = page[page.index('<div class="quote-pair">') :]
    assert '<p class="quotation-number">Citaat 2</p>' in pair
    assert '<p class="quotation-number">Citaat 3</p>' in pair
    for ending in ("pdf", "html"):
        proven = verify(folder / f"{BRIEF}.{ending}", workspace)
        assert (proven.diagnostics, proven.standing) == ((), Standing.PROVEN)
        labels = {one.id: one.labels for one in proven.quotations}
        assert "Citaat 2" in labels["geen-reden"]
        assert "Citaat 3" in labels["in-stand"]


@pytest.mark.parametrize(
    ("said", "instead"),
    [
        ("{{ quotation(one) }}", "{{ quotation(one) | replace('reden', 'rede') }}"),
        ("{{ quotation(one) }}", "{% if loop.first %}{{ quotation(one) }}{% endif %}"),
        ("{{ flow(item.intro) }}", ""),
    ],
)
def test_a_macro_that_changes_or_drops_its_words_publishes_nothing(
    workspace: Workspace, said: str, instead: str
) -> None:
    """The finished files are read for its quotations and for what introduces them."""
    shared = workspace.root / "templates" / "_shared" / "blocks.html.j2"
    changed = MACRO.replace(said, instead)
    shared.write_text(shared.read_text(encoding="utf-8").replace(MACRO, changed), encoding="utf-8")
    made = build(workspace)
    assert made.exit_code
    assert not (workspace.root / "build" / BRIEF).exists()


def test_a_pair_without_its_macro_stops_the_build(workspace: Workspace) -> None:
    """A macro that is missing is an error that names it, and nothing is published."""
    (workspace.root / "templates" / "_shared" / "blocks.html.j2").unlink()
    made = build(workspace)
    (finding,) = made.diagnostics
    assert (finding.code, finding.params["reason"]) == ("template-undefined", "“quote_pair”")
    assert not (workspace.root / "build" / BRIEF).exists()


def test_what_introduces_a_pair_is_held_against_its_quotations(workspace: Workspace) -> None:
    """A year that neither quotation has is found where it stands; one that a quotation has is not."""
    _write(workspace.root, PAIR.replace("in 2024", "in 1987"))
    (finding,) = _diagnostics(workspace)
    assert finding.place is not None
    assert (finding.code, finding.place.line) == ("claim-date", 25)


def test_names_in_a_pair_that_lead_nowhere_are_reported(workspace: Workspace) -> None:
    """An excerpt that does not exist, and a source in its place, are found at the name."""
    _write(workspace.root, PAIR.replace("geen-reden", "geen-redn").replace("in-stand", "havenkrant-2023"))
    found = [(one.code, one.place.line) for one in _diagnostics(workspace) if one.place]
    assert found == [("excerpt-misspelt", 26), ("excerpt-is-source", 27)]


def test_what_cannot_be_drawn_in_a_pair_is_reported(workspace: Workspace) -> None:
    """A character without a glyph is found where the author wrote it."""
    _write(workspace.root, PAIR.replace("kost geld", "kost \U0001fa99"))
    (finding,) = _diagnostics(workspace)
    assert finding.place is not None
    assert (finding.code, finding.place.line) == ("glyph-missing", 25)


def test_its_keys_are_understood_in_dutch_and_when_misspelt(workspace: Workspace) -> None:
    """Keys that the block declares are read for those that were meant, and named where they belong."""
    _write(workspace.root, PAIR.replace("quote_pair:", "citatenpaar:").replace("left:", "links:"))
    assert [one.params["near"] for one in _diagnostics(workspace)] == ["quote_pair", "left"]
    _write(workspace.root, PAIR + "right: in-stand\n")
    assert [(one.code, one.params["home"]) for one in _diagnostics(workspace)] == [
        ("spec-key-elsewhere", "quote_pair")
    ]


def test_an_empty_line_in_its_text_without_a_bar_is_found(workspace: Workspace) -> None:
    """Its Markdown texts are known by their type: YAML would join the paragraphs."""
    _write(workspace.root, PAIR.replace("geld, zegt", "geld.\n\n        Dat zegt"))
    assert "text-bar-missing" in [one.code for one in _diagnostics(workspace)]


def test_an_editor_and_the_reference_know_it(workspace: Workspace) -> None:
    """The schema completes its keys, and the reference has its table, its row and its example."""
    schema: Any = workspace_schema(workspace)
    assert list(schema["$defs"]["quote-pair"]["properties"]) == ["intro", "left", "right"]
    spec = {"title": "T", "template": "tijdlijn", "lang": "nl-NL", "date": "2026-01-01"}
    pair = {"intro": "i", "left": "a"}
    validator = Draft202012Validator(schema)
    sections = [{"heading": "h", "quote_pair": {**pair, "right": "b"}}]
    assert validator.is_valid({**spec, "sections": sections})
    assert not validator.is_valid({**spec, "sections": [{"heading": "h", "quote_pair": pair}]})
    page = reference_page(registry.BLOCKS)
    assert "\n## `quote_pair`\n" in page
    assert "\n| `quote_pair` | [keys](#quote_pair) |" in page
    assert QuotePairType.example.yaml.strip() in page


@pytest.mark.parametrize("lang", WORDS)
def test_what_its_words_lack_is_named_with_the_file(lang: str) -> None:
    """It has all its words in each language; of one that is forgotten it is said where it goes."""
    file, tables = f"locale/{lang}/blocks.toml", tomllib.loads(WORDS[lang])
    assert lacking(QuotePairType(), tables, file) == []
    del tables["quote_pair"]["name"], tables["quote_pair"]["replace"]
    assert lacking(QuotePairType(), tables, file) == [
        f"{file} lacks quote_pair.intro",
        f"{file} lacks quote_pair.name",
    ]
    assert len(lacking(QuotePairType(), {}, file)) == 6


@pytest.mark.parametrize(("lang", "name"), [("nl", "Paar citaten"), ("en", "Pair of quotations")])
def test_the_form_has_its_name_and_fields(workspace: Workspace, lang: str, name: str) -> None:
    """Who fills in the form reads the name of the block, not its key, and chooses its excerpts."""
    form = form_of(workspace, SPEC + PAIR, lang).value
    assert form is not None
    _, pair = form["sections"]["items"][1]["blocks"]
    assert pair["label"] == name
    assert [one["kind"] for one in pair["fields"]] == ["markdown", "choice", "choice"]


def test_a_section_without_a_block_is_told_of_it(workspace: Workspace) -> None:
    """What says which blocks there are names this one too."""
    _write(workspace.root, "  - heading: Leeg\n")
    (finding,) = _diagnostics(workspace)
    assert "quote_pair" in hint(finding, "nl")


def test_the_specimen_shows_it(workspace: Workspace, browser: Browser, tmp_path: Path) -> None:
    """It is on the sheet for designers without a word there, its numbers within it and not in the margin."""
    made = make_specimen(str(workspace.root))
    assert {one.code for one in made.diagnostics} == {"unedited"}
    page = tmp_path / "specimen.html"
    page.write_bytes(next(data for name, data in made.files.items() if name.endswith(".html")))
    assert "Vervang dit door wat beide zeggen." in page.read_text(encoding="utf-8")
    with browser.page(page, width=1280) as shown:
        pair = shown.locator(".quote-pair").bounding_box()
        numbers = [one.bounding_box() for one in shown.locator(".quote-pair .quotation-number").all()]
    assert pair is not None
    assert [pair["x"] <= one["x"] for one in numbers if one] == [True, True]


@pytest.mark.parametrize(("lang", "heading"), [("nl-NL", "Stemmen"), ("en", "Voices")])
def test_a_template_may_need_it_and_new_writes_it(workspace: Workspace, lang: str, heading: str) -> None:
    """A manifest may ask for the block, and a new spec for such a template has one, ready to build.

    What is said in it is in the language of the brief, and found until the author has replaced it.
    """
    manifest = read_manifest(b"title: {en: Pair}\ndescription: {en: Two}\nneeds: [quote_pair]\n", "t.yaml")
    assert manifest.value is not None
    new = NewSpec("nieuw", "raadsinformatiebrief", lang, "De haven", "De raad", "2026-11-21")
    text = spec_text(new, manifest.value.needs, find_example(workspace, new, "voorbeeld"), (), sample=True)
    (workspace.root / "briefs" / "nieuw.yaml").write_text(text, encoding="utf-8")
    made = build(workspace, ["nieuw"])
    assert {one.code for one in made.diagnostics} == {"unedited"}
    assert f"\n  - heading: {heading}\n    quote_pair:\n" in text
    page = (workspace.root / "build" / "nieuw" / "nieuw.html").read_text(encoding="utf-8")
    assert '<div class="quote-pair">' in page
