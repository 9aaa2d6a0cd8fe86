"""A brief whose spec was refused in part is looked at on, and nothing is reported that follows from that."""

import json
import shutil
from collections import Counter
from collections.abc import Callable, Iterator
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest

from bronbrief.core.workspace import Workspace
from bronbrief.core.yaml.values import read_yaml
from bronbrief.pipeline import journey
from bronbrief.pipeline.build import check
from bronbrief.pipeline.context import Desk, open_desk
from bronbrief.pipeline.options import Options
from support.tools import ROOT

# Between them these have every kind of block but questions and figures.
BRIEFS = ("coevorden-brest", "vergelijking-overheden")
SPEC = "briefs/x.yaml"
UNKNOWN = "wxyz"

Found = Counter[tuple[str, tuple[tuple[str, str], ...]]]
Steps = tuple[str | int, ...]
Change = Callable[[Any], None]


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """Make a workspace of the repository's sources and templates, without its briefs."""
    root = tmp_path_factory.mktemp("refused")
    for folder in ("seeds", "templates"):
        shutil.copytree(ROOT / folder, root / folder)
    (root / "briefs").mkdir()
    shutil.copy(ROOT / "briefs/_defaults.yaml", root / "briefs")
    return open_desk(Workspace(root), Options())


def findings(workspace: Workspace, spec: object) -> Found:
    """Return what is found in a spec; places are left out, as one mistake moves those of another."""
    (workspace.root / SPEC).write_text(json.dumps(spec, ensure_ascii=False, indent=1), encoding="utf-8")
    report = check(workspace, [SPEC], Options(force=True))
    return Counter((one.code, tuple(sorted(one.params.items()))) for one in report.diagnostics)


def values(value: Any, path: Steps = ()) -> Iterator[tuple[Steps, Any]]:
    """Yield every value of a spec with its path."""
    yield path, value
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for step, item in inner:
        yield from values(item, (*path, step))


def at(spec: Any, path: Steps) -> Any:
    """Return the value at a path."""
    for step in path:
        spec = spec[step]
    return spec


def renamed(path: Steps, key: str, name: str) -> Change:
    """Rename a key, in its place."""

    def change(spec: Any) -> None:
        mapping = at(spec, path)
        items = [(name if old == key else old, value) for old, value in mapping.items()]
        mapping.clear()
        mapping.update(items)

    return change


def replaced(path: Steps, value: object) -> Change:
    """Put another value at a path."""

    def change(spec: Any) -> None:
        at(spec, path[:-1])[path[-1]] = deepcopy(value)

    return change


def mistakes(spec: Any, spared: str) -> Iterator[tuple[Steps, str, Change]]:
    """Yield mistakes in keys and types at every path, but those that undo the excerpt that is spared."""
    needed = {(), ("excerpts",), *(("excerpts", spared, *below) for below in ((), ("source",), ("quote",)))}
    for path, value in values(spec):
        keys = [key for key in value if (*path, key) not in needed] if isinstance(value, dict) else []
        if path not in needed:
            wrong = [[UNKNOWN]] if isinstance(value, str) else {UNKNOWN: UNKNOWN}
            yield path, "type", replaced(path, wrong)
            if not isinstance(value, str) or path[-1] in ("date", "lang", "template"):
                yield path, "text", replaced(path, f"{UNKNOWN} {UNKNOWN}")
        if isinstance(value, dict) and path != ("excerpts",):
            yield path, "unknown", replaced((*path, UNKNOWN), UNKNOWN)
        for key in keys:
            name = f"{key[:-1]}{key[-1] * 2}" if path != ("excerpts",) else key.capitalize()
            yield path, f"{key} misspelt", renamed(path, key, name)
            if path != ("excerpts",):
                yield path, f"{key} unknown", renamed(path, key, UNKNOWN)


def one_of_a_kind(spec: Any, spared: str) -> Iterator[tuple[str, Change]]:
    """Yield one mistake of each kind: at the last item of each list, in the last excerpt."""
    kinds: dict[object, tuple[str, Change]] = {}
    for path, what, change in mistakes(spec, spared):
        shape = ["#" if isinstance(step, int) else step for step in path]
        if path[:1] == ("excerpts",) and path[1:2] not in ((), (spared,)):
            shape[1] = "#"
        label = "#" if path == ("excerpts",) else what
        kinds[*shape, label] = f"{'/'.join(map(str, path))}: {what}", change
    yield from kinds.values()


def alter(spec: Any) -> str:
    """Change a word of the first quotation, and return the excerpt's name."""
    for name, excerpt in spec["excerpts"].items():
        words = excerpt.get("quote", "").split()
        if len(words) > 4 and "[…]" not in words:
            excerpt["quote"] = " ".join([*words[:2], "abracadabra", *words[3:]])
            return str(name)
    raise AssertionError("no quotation to alter")


@pytest.mark.parametrize("name", BRIEFS)
def test_mistakes_in_keys_and_types_hide_and_cause_no_other_findings(
    desk: Desk, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Beside a mistake at any level an altered quotation is found as without it, and nothing else comes."""
    read = read_yaml((ROOT / f"briefs/{name}.yaml").read_bytes(), SPEC).value
    assert read is not None
    monkeypatch.setattr(journey, "open_desk", lambda *_: desk)
    workspace = desk.workspace
    sound, altered = deepcopy(read.value), deepcopy(read.value)
    spared = alter(altered)
    drift = findings(workspace, altered)
    assert [code for code, _ in drift] == ["quote-drift"]

    tried = 0
    for what, change in one_of_a_kind(sound, spared):
        alone, both = deepcopy(sound), deepcopy(altered)
        change(alone)
        change(both)
        found = findings(workspace, alone)
        assert found, what
        assert findings(workspace, both) == found + drift, what
        assert all(code.startswith("spec-") or UNKNOWN in str(said) for code, said in found), (what, found)
        tried += 1
    assert tried > 50


def _example(tmp_path: Path, *changes: tuple[str, str], defaults: str | None = None) -> list[str]:
    """Return the codes that are found in the case without mistakes after changes to its spec."""
    shutil.copytree(ROOT / "tests/cases/in-order", tmp_path, dirs_exist_ok=True)
    path = tmp_path / "briefs/brug.yaml"
    text = path.read_text(encoding="utf-8")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    path.write_text(text, encoding="utf-8")
    if defaults is not None:
        (tmp_path / "briefs/_defaults.yaml").write_text(defaults, encoding="utf-8")
    report = check(Workspace(tmp_path), ["brug"], Options(force=True))
    return sorted(one.code for one in report.diagnostics)


DRIFT = ("zes weken dicht.", "zeven weken dicht.")
UNUSED = ("excerpts:\n", "excerpts:\n  los: {source: brug, quote: Fietsers houden een doorgang}\n")
NOT_A_DATE = ("date: 2026-01-15", "date: nu")


@pytest.mark.parametrize(
    ("changes", "codes"),
    [
        ([DRIFT, ("sections:", "secties:")], ["quote-drift", "spec-misspelt-key"]),
        ([DRIFT, ("sections:", "alinea-lijst:")], ["quote-drift", "spec-missing-key", "spec-unknown-key"]),
        ([DRIFT, ("  dicht:\n", "  Dicht:\n")], ["quote-drift", "spec-nearly-an-identifier"]),
        ([DRIFT, ("quote:", "qoute:")], ["quote-drift", "spec-misspelt-key"]),
        ([("quote:", "wxyz:")], ["spec-unknown-key"]),
        ([("source: brug", "wxyz: brug")], ["spec-missing-key", "spec-unknown-key"]),
        ([DRIFT, ("title: ", "title: !!str ")], ["quote-drift", "yaml-tag"]),
        ([DRIFT, ("for:", "sections: []\nfor:")], ["quote-drift", "spec-list-empty", "yaml-duplicate-key"]),
        ([DRIFT, ("for: De", "for: #De")], ["quote-drift", "spec-value-is-comment"]),
        ([("De brug over de Molenvaart gaat zes weken dicht.", "de brug veilig is\n    prefix: [x]")],
         ["spec-text-not-list"]),
        ([UNUSED, NOT_A_DATE], ["excerpt-unused", "spec-not-a-date"]),
        ([UNUSED, ("for:", "kleur: rood\nfor:")], ["excerpt-unused", "spec-unknown-key"]),
        ([UNUSED, ("for:", "kleur: los\nfor:")], ["spec-unknown-key"]),
        ([UNUSED, ("for:", "for: x\nfor:")], ["excerpt-unused", "yaml-duplicate-key"]),
        ([NOT_A_DATE, ("Het bericht", "Het ☃ bericht")], ["glyph-missing", "spec-not-a-date"]),
        ([NOT_A_DATE, ("Het bericht", "Het bericht van 77 mei")], ["spec-not-a-date"]),
        ([("for:", "kleur: rood\nfor:"), ("Het bericht", "Het bericht van 77 mei")],
         ["claim-date", "claim-number", "spec-unknown-key"]),
        ([("for:", "wxyz: sinds 77 mei\nfor:"), ("Het bericht", "Het bericht van 77 mei")],
         ["spec-unknown-key"]),
        ([("lang: nl-NL", "lang: nl")], ["spec-unknown-language"]),
        ([("template: r", "template: R")], ["spec-nearly-an-identifier"]),
    ],
)  # fmt: skip
def test_what_is_left_of_a_spec_is_judged_and_what_is_gone_is_not(
    tmp_path: Path, changes: list[tuple[str, str]], codes: list[str]
) -> None:
    """Evidence, unused excerpts, glyphs and claims are found where what was left out cannot explain them."""
    assert _example(tmp_path, *changes) == codes


@pytest.mark.parametrize(
    ("defaults", "codes"),
    [
        ("template: A B\n", ["quote-drift", "spec-nearly-an-identifier"]),
        ("templat: raadsinformatiebrief\n", ["quote-drift", "spec-misspelt-key"]),
        ("template: a: b\n", ["quote-drift", "yaml-colon-in-value"]),
        ("house: {accent: rood, fonts: x}\n", ["quote-drift", "spec-keys-not-text", "spec-not-a-colour"]),
    ],
)
def test_mistakes_in_the_defaults_hide_no_evidence(tmp_path: Path, defaults: str, codes: list[str]) -> None:
    """Refused defaults are reported in their file, and the spec is looked at without them."""
    gone = () if defaults.startswith("house") else (("template: raadsinformatiebrief\n", ""),)
    assert _example(tmp_path, DRIFT, *gone, defaults=defaults) == codes
