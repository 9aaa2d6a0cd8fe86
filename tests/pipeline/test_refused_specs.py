"""A brief's road ends where something was refused, with all of that; past unknown keys it goes on."""

import hashlib
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
from bronbrief.pipeline.options import Options
from bronbrief.pipeline.run import check
from support.tools import ROOT, sized, some

# Between them these have every kind of block but questions and figures.
BRIEFS = ("coevorden-brest", "vergelijking-overheden")
SPEC = "briefs/x.yaml"
UNKNOWN = "wxyz"

Found = Counter[tuple[str, tuple[tuple[str, str], ...]]]
Steps = tuple[str | int, ...]
Change = Callable[[Any], None]


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    """Make a workspace of the repository's sources and templates, without its briefs."""
    root = tmp_path_factory.mktemp("refused")
    for folder in ("seeds", "templates"):
        shutil.copytree(ROOT / folder, root / folder)
    (root / "briefs").mkdir()
    shutil.copy(ROOT / "briefs/_defaults.yaml", root / "briefs")
    return Workspace(root)


def diagnostics(workspace: Workspace, spec: object) -> Found:
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


@pytest.mark.every(2)
@pytest.mark.parametrize("name", BRIEFS)
def test_what_is_refused_is_told_alone_and_unknown_keys_hide_nothing(workspace: Workspace, name: str) -> None:
    """A refused spec stops with what was refused; past unknown keys an altered quotation is found as ever."""
    read = read_yaml((ROOT / f"briefs/{name}.yaml").read_bytes(), SPEC).value
    assert read is not None
    sound, altered = deepcopy(read.value), deepcopy(read.value)
    spared = alter(altered)
    drift = diagnostics(workspace, altered)
    assert [code for code, _ in drift] == ["quote-drift"]

    ways: Counter[str] = Counter()
    for what, change in some([*one_of_a_kind(sound, spared)], 5):
        alone, both = deepcopy(sound), deepcopy(altered)
        change(alone)
        change(both)
        found, codes = (
            diagnostics(workspace, alone),
            sorted(code for code, _ in diagnostics(workspace, alone)),
        )
        together = diagnostics(workspace, both)
        if codes[0] == "spec-misspelt-key" or ("spec-unknown-key" in codes and together != found):
            way = "read on"
            assert together == found + drift, what
            assert codes == ["spec-misspelt-key"] or codes.count("spec-unknown-key") == 1, (what, codes)
        else:
            way = "stopped"
            assert together == found, what
            assert codes in ([codes[0]], ["spec-missing-key", "spec-unknown-key"]), (what, codes)
            assert all(code.startswith("spec-") or UNKNOWN in str(said) for code, said in found), what
        ways[way] += 1
    assert min(ways["read on"], ways["stopped"]) > sized(20, 3)


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
CLAIM = ("Het bericht", "Het bericht van 77 mei")


@pytest.mark.parametrize(
    ("changes", "codes"),
    [
        # A misspelt key is read as the one that was meant, an unknown one is dropped
        ([DRIFT, ("sections:", "secties:")], ["quote-drift", "spec-misspelt-key"]),
        ([DRIFT, ("quote:", "qoute:")], ["quote-drift", "spec-misspelt-key"]),
        ([DRIFT, ("for:", "kleur: rood\nfor:")], ["quote-drift", "spec-unknown-key"]),
        ([UNUSED, ("for:", "kleur: rood\nfor:")], ["excerpt-unused", "spec-unknown-key"]),
        ([("quote:", "wxyz:")], ["excerpt-selects-nothing", "spec-unknown-key"]),
        # Whatever else is refused ends the reading, with all that was refused
        ([DRIFT, ("sections:", "alinea-lijst:")], ["spec-missing-key", "spec-unknown-key"]),
        ([("source: brug", "wxyz: brug")], ["spec-missing-key", "spec-unknown-key"]),
        ([DRIFT, ("  dicht:\n", "  Dicht:\n")], ["spec-nearly-an-identifier"]),
        ([DRIFT, NOT_A_DATE, ("lang: nl-NL", "lang: nl")], ["spec-not-a-date", "spec-unknown-language"]),
        ([UNUSED, NOT_A_DATE, ("for:", "kleur: rood\nfor:")], ["spec-not-a-date", "spec-unknown-key"]),
        ([DRIFT, ("for: De", "for: #De")], ["spec-value-is-comment"]),
        ([DRIFT, ("title: ", "title: !!str ")], ["yaml-tag"]),
        ([DRIFT, ("for:", "sections: []\nfor:")], ["spec-list-empty", "yaml-duplicate-key"]),
        ([("template: r", "template: R")], ["spec-nearly-an-identifier"]),
        # Evidence and text are judged together; what is made of them waits until they are sound
        ([DRIFT, ("Het bericht", "Het bericht [@niets]")], ["citation-unknown", "quote-drift"]),
        ([DRIFT, UNUSED], ["excerpt-unused", "quote-drift"]),
        ([DRIFT, ("Het bericht", "Het \u2603 bericht van 77 mei")], ["quote-drift"]),
        ([CLAIM], ["claim-date", "claim-number"]),
    ],
)  # fmt: skip
def test_a_road_ends_where_something_was_refused(
    tmp_path: Path, changes: list[tuple[str, str]], codes: list[str]
) -> None:
    """Each stage tells all that it finds, and the next begins only when nothing was refused."""
    assert _example(tmp_path, *changes) == codes


@pytest.mark.parametrize(
    ("defaults", "codes"),
    [
        ("template: A B\n", ["spec-nearly-an-identifier"]),
        ("templat: raadsinformatiebrief\n", ["quote-drift", "spec-misspelt-key"]),
        ("template: a: b\n", ["yaml-colon-in-value"]),
        ("house: {accent: rood, fonts: x}\n", ["spec-keys-not-text", "spec-not-a-colour"]),
    ],
)
def test_mistakes_in_the_defaults_are_told_there(tmp_path: Path, defaults: str, codes: list[str]) -> None:
    """Refused defaults stop a brief, and what it may lack by that is not reported."""
    gone = () if defaults.startswith("house") else (("template: raadsinformatiebrief\n", ""),)
    assert _example(tmp_path, DRIFT, *gone, defaults=defaults) == codes


def test_words_of_a_source_that_no_spec_names_are_known(tmp_path: Path) -> None:
    """A quotation that is not in its source is sought in all others, read or not."""
    text = "De veerpont vaart in mei weer elke dag naar de overkant.\n"
    record = "title: Veer\ntitle_basis: stated\nkind: news\nlang: nl\nsha256: {sha256}\n"
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds/veer.txt").write_text(text, encoding="utf-8")
    digest = hashlib.sha256(text.encode()).hexdigest()
    (tmp_path / "seeds/veer.yaml").write_text(record.format(sha256=digest), encoding="utf-8")
    quote = "De brug over de Molenvaart gaat zes weken dicht."

    assert _example(tmp_path, (quote, "De veerpont vaart in mei weer")) == ["quote-elsewhere"]
