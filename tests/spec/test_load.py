"""Specs are read with their defaults, and every mistake is reported once, at its place, in words."""

import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bronbrief.blocks.registry import BLOCKS
from bronbrief.core.diagnostics import Diagnostic, Outcome, Place
from bronbrief.core.workspace import Workspace
from bronbrief.locale.diagnostics import headline, hint
from bronbrief.spec.load import LoadedSpec, load_spec, shared_keys
from bronbrief.spec.paths import spec_paths
from support.tools import sized

PATH, DEFAULTS = "briefs/x.yaml", "briefs/_defaults.yaml"
HEAD = "title: Veer\ntemplate: tijdlijn\nlang: nl-NL\ndate: 2026-11-21\n"
SECTIONS = "sections:\n  - heading: Een\n    body: Tekst.\n"


def _load(folder: Path, spec: str | bytes, defaults: str | None = None) -> Outcome[LoadedSpec]:
    (folder / "briefs").mkdir(exist_ok=True)
    (folder / PATH).write_bytes(spec.encode() if isinstance(spec, str) else spec)
    if defaults is not None:
        (folder / DEFAULTS).write_text(defaults, encoding="utf-8")
    return load_spec(Workspace(folder), PATH, BLOCKS)


def _codes(outcome: Outcome[LoadedSpec]) -> list[tuple[str, int, int]]:
    places = [(one.code, one.place or Place("")) for one in outcome.diagnostics]
    return [(code, place.line, place.column) for code, place in places]


def _only(outcome: Outcome[LoadedSpec]) -> Diagnostic:
    (finding,) = outcome.diagnostics
    return finding


def test_a_sound_spec_gives_its_values_and_their_places(tmp_path: Path) -> None:
    """Aliased keys, versions, switches and dates are read; the name is the file's."""
    loaded = _load(
        tmp_path,
        HEAD + "version: 1.0\nfor: Raad\nexcerpts:\n  a:\n    source: s\n    from: b\n    to: c\n"
        "    across: true\n"
        "council: {annex: 2, meeting: 2026-12-08}\n" + SECTIONS,
    ).value
    assert loaded is not None
    spec = loaded.spec
    assert (loaded.name, spec.version, spec.for_, spec.date.isoformat()) == ("x", "1.0", "Raad", "2026-11-21")
    assert (spec.excerpts["a"].from_, spec.excerpts["a"].across) == ("b", True)
    assert spec.council is not None
    assert (spec.council.annex, str(spec.council.meeting)) == (2, "2026-12-08")
    assert loaded.places.value(("version",)) == Place(PATH, 5, 10, 5, 13)


def test_blocks_keep_the_order_in_which_they_were_written(tmp_path: Path) -> None:
    """A section remembers the order of its blocks, `closing` last; an author cannot write that order."""
    text = (
        HEAD + "sections:\n  - closing: Slot.\n    questions: [{question: q, answer: a}]\n"
        "    heading: h\n    body: b\n"
    )
    loaded = _load(tmp_path, text).value
    assert loaded is not None
    assert [block.key for block, _ in loaded.spec.sections[0].written] == ["questions", "body", "closing"]
    assert _only(_load(tmp_path, text + "    block_order: [body]\n")).code == "spec-unknown-key"


def test_defaults_fill_what_the_spec_leaves_out(tmp_path: Path) -> None:
    """The spec wins; house and council are joined key by key; places point at the file that holds a value."""
    defaults = (
        "template: factsheet\nlang: nl-BE\nkeywords: [a, b]\n"
        'house:\n  name: Oostdam\n  fonts: {text: x}\n  ink: "#000000"\n'
    )
    text = 'title: Veer\nlang: en\ndate: 2026-11-21\nhouse:\n  ink: "#111111"\n  fonts: {display: y}\n'
    loaded = _load(tmp_path, text + SECTIONS, defaults).value
    assert loaded is not None
    spec, places = loaded.spec, loaded.places
    assert (spec.template, spec.lang, spec.keywords) == ("factsheet", "en", ["a", "b"])
    assert (spec.house.name, spec.house.ink) == ("Oostdam", "#111111")
    assert (spec.house.fonts.text, spec.house.fonts.display) == ("x", "y")
    assert places.value(("template",)) == Place(DEFAULTS, 1, 11, 1, 20)
    assert places.value(("house", "name")) == Place(DEFAULTS, 5, 9, 5, 16)
    assert places.value(("house", "fonts", "text")).file == DEFAULTS
    assert places.value(("keywords", 1)).file == DEFAULTS
    assert places.value(("house", "ink")).file == PATH
    assert shared_keys(Workspace(tmp_path)) == {"template", "lang", "keywords", "house"}


def test_a_value_lost_to_a_comment_is_told_though_the_defaults_have_one(tmp_path: Path) -> None:
    """A colour without quotation marks is a comment; the shared colour does not silently take its place."""
    text = HEAD + "house:\n  accent: #aa0000\n" + SECTIONS
    loaded = _load(tmp_path, text, 'house: {accent: "#1f4e5f"}\n')
    assert _codes(loaded) == [("spec-value-is-comment", 6, 3)]


def test_a_mistake_in_the_defaults_is_reported_there_and_once(tmp_path: Path) -> None:
    """A key that the defaults spoil is not called missing in the spec as well."""
    outcome = _load(tmp_path, "title: Veer\nlang: en\ndate: 2026-11-21\n" + SECTIONS, "template: A B\n")
    finding = _only(outcome)
    assert (finding.code, finding.place) == ("spec-nearly-an-identifier", Place(DEFAULTS, 1, 11, 1, 14))


@pytest.mark.parametrize("defaults", ["", "# niets\n"])
def test_empty_defaults_share_nothing(tmp_path: Path, defaults: str) -> None:
    """Defaults that are empty or all comments are no mistake."""
    assert _load(tmp_path, HEAD + SECTIONS, defaults).ok


def test_defaults_that_cannot_be_read_excuse_the_spec(tmp_path: Path) -> None:
    """Broken defaults give one finding, not also the keys that they might have given."""
    outcome = _load(tmp_path, "title: Veer\ndate: 2026-11-21\n" + SECTIONS, "template: a: b\n")
    assert _only(outcome).code == "yaml-colon-in-value"


@pytest.mark.parametrize(
    ("lines", "code", "at", "hint_holds"),
    [
        ("sectoins: []\n", "spec-misspelt-key", (5, 1), "sections"),
        ("ondertitel: x\n", "spec-misspelt-key", (5, 1), "subtitle"),
        ("ondertitl: x\n", "spec-misspelt-key", (5, 1), "subtitle"),
        ("timeline: []\n", "spec-key-elsewhere", (5, 1), "sections"),
        ("concept: true\n", "spec-key-elsewhere", (5, 1), "council"),
        ("zzz: x\n", "spec-unknown-key", (5, 1), "key_messages"),
        ("for: Raad\nfoo: x\n", "spec-unknown-key", (6, 1), "key_messages"),  # not “for”, which is there
        ("house: {accent: red}\n", "spec-not-a-colour", (5, 17), "#1f4e5f"),
        ("house:\n  accent: #1f4e5f\n", "spec-value-is-comment", (6, 3), 'accent: "#1f4e5f"'),
        ("council: {meeting: 8-12-2026}\n", "spec-not-a-date", (5, 20), "2026-12-08"),
        ("council: {meeting: 2026-02-30}\n", "spec-no-such-date", (5, 20), "day"),
        ("council: {meeting: 1767225600}\n", "spec-not-a-date", (5, 20), "2026-11-21"),
        ("council: {annex: 1.5}\n", "spec-not-a-number", (5, 18), "whole number"),
        ("council: {annex: 0}\n", "spec-not-a-number", (5, 18), "whole number"),
        ("council: x\n", "spec-keys-not-text", (5, 10), "{body: x}"),
        ("council: [x]\n", "spec-keys-not-items", (5, 10), "{body: <…>}"),
        ("council: [{body: x}]\n", "spec-keys-not-list", (5, 1), "dash"),
        ("keywords: x\n", "spec-list-not-text", (5, 11), "- "),
        ("keywords: {a: b}\n", "spec-list-without-names", (5, 11), "[b]"),
        ("key_messages:\n  Een: b\n  Twee: c, d\n", "spec-list-without-names", (6, 3), '[b, "c, d"]'),
        ("accept: {text: b, reason: c}\n", "spec-list-not-keys", (5, 1), "- "),
        ("keywords: [a, [b]]\n", "spec-text-not-list", (5, 15), "one value"),
        ("subtitle: {a: b}\n", "spec-text-alone", (5, 11), "Write b in"),
        ("subtitle:\n  Brug: open\n", "spec-text-with-colon", (6, 3), '"Brug: open"'),
        ("subtitle: {a: b, c: d}\n", "spec-text-not-keys", (5, 1), "quote"),
        ("subtitle: ''\n", "spec-empty-text", (5, 11), "text"),
        ("key_messages: ['  ']\n", "spec-empty-text", (5, 16), "text"),
        ("keywords:\n  - a\n  -\n", "spec-empty-text", (7, 3), "text"),
        ("version: 123456\n", "spec-text-too-long", (5, 10), "Shorten"),
        ("excerpts: {A B: {source: s}}\n", "spec-nearly-an-identifier", (5, 12), "a-b"),
        ("excerpts: {'!': {source: s}}\n", "spec-not-an-identifier", (5, 12), "hyphens"),
        ("excerpts: {a: {source: s, across: ja}}\n", "spec-not-boolean", (5, 35), "true"),
        ("excerpts: {a: {source: s, across: yes}}\n", "spec-not-boolean", (5, 35), "true"),
        ("excerpts: {a: {source: s, passage: {b: c}}}\n", "spec-text-alone", (5, 36), "Write c in"),
        ("excerpts: {a: {source: s, passage: [al. 1, []]}}\n", "spec-text-not-list", (5, 44), "one value"),
        ("excerpts: {a: {quote: q}}\n", "spec-missing-key", (5, 12), "source: <…>"),
        ("excerpts: {a: {quote: q, source: }}\n", "spec-empty-value", (5, 26), "source: <…>"),
        ("excerpts: {source: {source: s, quot: q}}\n", "spec-misspelt-key", (5, 32), "quote"),
        (
            "excerpts: {a: {source: s, translation: {lang: Engels, text: t}}}\n",
            "spec-not-a-language", (5, 47), "en",
        ),
    ],
)  # fmt: skip
def test_each_mistake_is_reported_once_at_its_place(
    tmp_path: Path, lines: str, code: str, at: tuple[int, int], hint_holds: str
) -> None:
    """Wrong keys, types and values are named in the author's terms, at the narrowest place, with a cure."""
    outcome = _load(tmp_path, HEAD + lines + SECTIONS)
    assert _codes(outcome) == [(code, *at)]
    assert not outcome.ok
    assert hint_holds in hint(_only(outcome))


def test_a_misspelt_key_is_not_missing_as_well(tmp_path: Path) -> None:
    """`titel` for `title` is one mistake, and reported once."""
    outcome = _load(tmp_path, HEAD.replace("title", "titel") + SECTIONS)
    assert headline(_only(outcome)) == "Unknown key “titel”"
    assert hint(_only(outcome)) == "Write “title” instead."


def test_a_missing_key_is_reported_at_the_mapping_that_lacks_it(tmp_path: Path) -> None:
    """At the top that is the first line; the hint shows the form, not a value."""
    outcome = _load(tmp_path, "# kop\ntitle: Veer\ntemplate: t\nlang: en\n" + SECTIONS)
    assert _codes(outcome) == [("spec-missing-key", 2, 1)]
    assert hint(_only(outcome)) == "Add “date: <2026-11-21>” here; replace what stands between < and >."


def test_an_unknown_language_names_the_languages(tmp_path: Path) -> None:
    """The language that is nearest is proposed, and all are named."""
    finding = _only(_load(tmp_path, HEAD.replace("nl-NL", "nl-nl") + SECTIONS))
    assert hint(finding) == "Write nl-NL; briefs can be in nl-NL, nl-BE, en."


def test_lists_are_held_to_their_sizes(tmp_path: Path) -> None:
    """No sections are too few, and eleven columns too many."""
    assert _codes(_load(tmp_path, HEAD + "sections: []\n")) == [("spec-list-empty", 5, 11)]
    columns = "a,b,c,d,e,f,g,h,i,j,k"
    rows = "rows: [{actor: a, cells: [b]}]"
    table = f"sections: [{{heading: h, comparison: {{columns: [{columns}], {rows}}}}}]\n"
    assert [code for code, _, _ in _codes(_load(tmp_path, HEAD + table))] == ["spec-list-too-long"]


def test_all_mistakes_of_a_spec_come_in_one_run(tmp_path: Path) -> None:
    """Mistakes of YAML, of keys and of values in two files are found together."""
    text = "titel: x\ndate: morgen\ndate: nu\nexcerpts: {a: {bron: s}}\nsections:\n  - heding: h\n"
    outcome = _load(tmp_path, text, "lang: nl\ntemplate: t\n")
    assert sorted(one.code for one in outcome.diagnostics) == [
        *("spec-misspelt-key", "spec-misspelt-key", "spec-misspelt-key"),
        *("spec-not-a-date", "spec-unknown-language", "yaml-duplicate-key"),
    ]


def test_no_words_of_the_model_reach_a_reader(tmp_path: Path) -> None:
    """Neither headline nor hint, in either language, speaks of Pydantic, types or validation."""
    text = HEAD + "house: []\nkeywords: 3\nexcerpts: {a: {}, b: 3, c: {source: [1]}}\nsections: [3, {}, []]\n"
    outcome = _load(tmp_path, text)
    assert len(outcome.diagnostics) >= 7
    for finding in outcome.diagnostics:
        for lang in ("en", "nl"):
            words = (headline(finding, lang) + hint(finding, lang)).lower()
            assert not any(leak in words for leak in ("pydantic", "valid", "input", "dictionary", "instance"))


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "yaml-empty"),
        (b"# niets\n", "yaml-empty"),
        (b"- a\n", "yaml-not-a-mapping"),
        (b"a: \xff\n", "yaml-not-utf8"),
        (b"a: " + b"[" * 100_000, "yaml-too-deep"),
        (b"a: &a [x]\nb: *a\n", "yaml-alias"),
        (b"a: " + b"x" * (1024 * 1024), "file-too-large"),
    ],
)
def test_hostile_and_broken_files_are_findings(tmp_path: Path, data: bytes, code: str) -> None:
    """Whatever stands in the file, there is a located finding and no spec."""
    outcome = _load(tmp_path, data)
    assert outcome.value is None
    assert code in [one.code for one in outcome.diagnostics]
    assert all(one.place and one.place.file == PATH for one in outcome.diagnostics)


def test_a_spec_that_is_not_there_is_a_finding(tmp_path: Path) -> None:
    """A missing file, or a path that leaves the workspace, is reported and does not raise."""
    workspace = Workspace(tmp_path)
    assert _only(load_spec(workspace, "briefs/no.yaml", BLOCKS)).code == "file-missing"
    assert _only(load_spec(workspace, "../x.yaml", BLOCKS)).code == "path-outside-workspace"


def test_files_that_begin_with_an_underscore_are_not_specs(tmp_path: Path) -> None:
    """The list of specs holds .yaml and .yml, sorted, without shared and hidden files."""
    (tmp_path / "briefs").mkdir()
    for name in ("b.yaml", "a.yml", "_defaults.yaml", ".c.yaml", "d.txt"):
        (tmp_path / "briefs" / name).touch()
    assert spec_paths(Workspace(tmp_path)) == ("briefs/a.yml", "briefs/b.yaml")


_KEYS = st.sampled_from(
    [
        "title",
        "titel",
        "template",
        "lang",
        "date",
        "sections",
        "heading",
        "body",
        "timeline",
        "event",
        "cite",
        "comparison",
        "rows",
        "cells",
        "columns",
        "excerpts",
        "source",
        "quote",
        "from",
        "to",
        "passage",
        "house",
        "accent",
        "fonts",
        "council",
        "meeting",
        "annex",
        "text",
        "list",
        "[key]",
    ]
)
_LEAVES = st.sampled_from(["x", "nl-NL", "2026-11-21", "true", "", "#123456", None]) | st.text(max_size=4)
_VALUES = st.recursive(
    _LEAVES,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(_KEYS, inner, max_size=6),
    max_leaves=25,
)
_TOPS = st.dictionaries(_KEYS, _VALUES, max_size=10)


@settings(
    max_examples=sized(200, 50),
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(_TOPS, _TOPS)
def test_whatever_shape_a_spec_has_its_findings_are_located_and_worded(
    tmp_path: Path, spec: dict[str, object], defaults: dict[str, object]
) -> None:
    """No arrangement of keys and values raises, or is refused without a word of our own for it."""
    outcome = _load(tmp_path, json.dumps(spec), json.dumps(defaults))
    assert outcome.value is not None or outcome.diagnostics
    for finding in outcome.diagnostics:
        assert finding.place is not None
        assert finding.place.line >= 1
        assert finding.code != "spec-not-allowed-value"
        assert headline(finding)
        assert hint(finding, "nl")


def test_shared_values_do_not_stand_between_the_keys_of_a_spec(tmp_path: Path) -> None:
    """Whatever the defaults hold, an excerpt that lost its indentation belongs under the key before it."""
    text = HEAD + "excerpts:\n  een: {source: a, quote: b}\ntwee:\n  source: a\n  quote: b\n" + SECTIONS
    for number in range(0, 200, 20):
        defaults = f"# {'x' * number}\nhouse: {{name: Oostdam}}\n"
        assert _codes(_load(tmp_path, text, defaults)) == [("spec-key-misplaced", 7, 1)]
