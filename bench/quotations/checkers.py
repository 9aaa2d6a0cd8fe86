"""Who says whether a quotation stands in a text: Bronbrief, and what can be had from PyPI for it."""

import hashlib
import importlib
import tempfile
from collections.abc import Callable, Iterator, Mapping
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

from bronbrief.blocks import registry
from bronbrief.core.workspace import Workspace
from bronbrief.evidence.request import Request
from bronbrief.evidence.searchable import SearchPool
from bronbrief.evidence.select import prove
from bronbrief.sources.catalogue import load_catalogue
from bronbrief.spec.excerpts import ExcerptSpec
from bronbrief.spec.load import load_spec

_SPEC = """\
title: x
template: factsheet
lang: nl-NL
date: 2026-11-21
for: x
sections:
  - {heading: x, body: x}
"""
_RECORD = "title: {name}\ntitle_basis: stated\nkind: report\nlang: nl\nsha256: {digest}\n"

Checker = Callable[[str, str], bool]


def ours(texts: Mapping[str, str]) -> Checker:
    """Return our own verdict: a quotation builds or it does not."""
    folder = Path(tempfile.mkdtemp(prefix="bronbrief-bench-"))
    _write(folder, texts)
    workspace = Workspace(folder)
    catalogue, loaded = (
        load_catalogue(workspace).value,
        load_spec(workspace, "briefs/x.yaml", registry.BLOCKS).value,
    )
    if catalogue is None or loaded is None:
        raise ValueError("the texts of the benchmark cannot be read")
    pool = SearchPool(catalogue)

    def check(quotation: str, name: str) -> bool:
        searchable = pool.get(name)
        if searchable is None:
            raise KeyError(name)
        spec = ExcerptSpec(source=name, quote=quotation)
        outcome = prove(Request("x", spec, loaded.places, searchable, pool))
        return outcome.value is not None and outcome.ok

    return check


def peers(texts: Mapping[str, str]) -> Iterator[tuple[str, Checker]]:
    """Yield the checkers that are installed, each as its own documentation has it."""
    for package, make in _PEERS.items():
        try:
            name = f"{package} {version(package)}"
            check = make(texts)
        except (ImportError, PackageNotFoundError):
            continue
        yield name, check


def _substring(texts: Mapping[str, str]) -> Checker:
    return lambda quotation, name: quotation in texts[name]


def _rapidfuzz(texts: Mapping[str, str]) -> Checker:
    fuzz: Any = importlib.import_module("rapidfuzz.fuzz")
    return lambda quotation, name: bool(fuzz.partial_ratio(quotation, texts[name]) >= 95)


def _fuzzysearch(texts: Mapping[str, str]) -> Checker:
    module: Any = importlib.import_module("fuzzysearch")
    return lambda quotation, name: bool(module.find_near_matches(quotation, texts[name], max_l_dist=2))


def _diff_match_patch(texts: Mapping[str, str]) -> Checker:
    module: Any = importlib.import_module("diff_match_patch")
    worker = module.diff_match_patch()
    worker.Match_Distance = 1_000_000

    def check(quotation: str, name: str) -> bool:
        start = worker.match_main(texts[name], quotation[:32], 0)
        if start < 0:
            return False
        found = texts[name][start : start + len(quotation)]
        return bool(worker.diff_levenshtein(worker.diff_main(found, quotation)) <= len(quotation) * 0.05)

    return check


def _quotecheck(texts: Mapping[str, str]) -> Checker:
    module: Any = importlib.import_module("quotecheck.find")
    return lambda quotation, name: bool(module.check(quotation, texts[name]).ok)


def _citations(texts: Mapping[str, str]) -> Checker:
    module: Any = importlib.import_module("citations.verify")
    folder = Path(tempfile.mkdtemp(prefix="bronbrief-bench-"))
    for name, text in texts.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8", newline="")
    return lambda quotation, name: str(module.check_one(quotation, folder / f"{name}.txt").state) == "found"


def _gtrex(texts: Mapping[str, str]) -> Checker:
    module: Any = importlib.import_module("gtrex.verify")
    known = {name: module.Verifier(text) for name, text in texts.items()}
    return lambda quotation, name: bool(known[name].verify(quotation).grounded)


_PEERS: Mapping[str, Callable[[Mapping[str, str]], Checker]] = {
    "rapidfuzz": _rapidfuzz,
    "fuzzysearch": _fuzzysearch,
    "diff-match-patch": _diff_match_patch,
    "quotecheck": _quotecheck,
    "citations": _citations,
    "gtrex": _gtrex,
}
SUBSTRING = "Python: quotation in text"


def substring(texts: Mapping[str, str]) -> Checker:
    """Return what anybody would write first."""
    return _substring(texts)


def _write(folder: Path, texts: Mapping[str, str]) -> None:
    for name in ("briefs", "seeds", "templates"):
        (folder / name).mkdir()
    for name, text in texts.items():
        data = text.encode()
        (folder / "seeds" / f"{name}.txt").write_bytes(data)
        record = _RECORD.format(name=name, digest=hashlib.sha256(data).hexdigest())
        (folder / "seeds" / f"{name}.yaml").write_text(record, encoding="utf-8")
    (folder / "briefs" / "x.yaml").write_text(_SPEC, encoding="utf-8")
