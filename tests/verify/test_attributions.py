"""Where a quotation is said to come from: all that Bronbrief prints there is recognised, nothing else is."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from bronbrief.core.workspace import Workspace
from bronbrief.dossier.guide import GUIDE, guide
from bronbrief.dossier.matter import Annex, Wishes
from bronbrief.dossier.papers import make_dossier
from bronbrief.dossier.rules import load_rules
from bronbrief.evidence.record import EvidenceRecord
from bronbrief.evidence.recorded import read_evidence
from bronbrief.pipeline.run import build
from bronbrief.verify.proofs import Standing
from bronbrief.verify.verify import verify
from support.dossiers import MEETING, annex_of
from support.generated_attributions import DATES, FACTS, write_workspace
from support.held import found_in_guest
from support.published import published_workspace
from support.tools import ROOT
from support.workspaces import BRIEF


@pytest.fixture(scope="module")
def generated(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    """Return a workspace with a built brief for each fact that a source may lack, in each language."""
    workspace = write_workspace(tmp_path_factory.mktemp("feiten"))
    report = build(workspace)
    assert report.exit_code == 0, report.diagnostics
    return workspace


def _said(annex: Annex, change: dict[str, str | None]) -> Annex:
    """Return an annex whose record says other facts of its source; None leaves one out."""
    record: Any = json.loads(annex.evidence)
    targets = [target for item in record["first"]["items"] for target in item["target"]]
    for target in targets:
        said = {**target["source"], **change}
        target["source"] = {key: value for key, value in said.items() if value is not None}
    record["sources"] = [targets[0]["source"]]
    return replace(annex, evidence=json.dumps(record).encode())


def _record(annex: Annex) -> EvidenceRecord:
    read = read_evidence(annex.evidence, "record")
    assert read.value is not None
    return read.value


def _pages(annex: Annex, workspace: Workspace) -> dict[str, bytes]:
    rules = load_rules(workspace).value
    assert rules is not None
    done = guide([annex], "map", "", rules, Wishes(), workspace)
    assert done.value is not None, done.diagnostics
    return done.value


def _codes(data: bytes, name: str, record: EvidenceRecord) -> set[str]:
    return {one.code for one in found_in_guest(data, name, record)}


@pytest.mark.every(8)
@pytest.mark.parametrize("lang", ["nl-NL", "nl-BE", "en"])
@pytest.mark.parametrize("lacking", [(), ("publisher",), ("date",), ("url",), ("publisher", "date", "url")])
def test_the_guide_names_a_source_as_it_is_recorded(
    built: Workspace, lang: str, lacking: tuple[str, ...]
) -> None:
    """Whatever is not known of a source, the guide says what is, and that is recognised."""
    facts: dict[str, str | None] = {
        "publisher": "Omroep 2 & de ‘Haven’",
        "date": "2021-05-09",
        "url": "https://example.nl/a",
    }
    facts |= dict.fromkeys(lacking)
    own = annex_of(built, BRIEF, 2)
    spec = own.spec.model_copy(update={"lang": lang})
    annex = _said(replace(own, loaded=replace(own.loaded, spec=spec)), facts)
    for name, data in _pages(annex, built).items():
        assert not _codes(data, name, _record(annex)), (name, facts)


@pytest.mark.every(8)
@pytest.mark.parametrize("date", DATES)
def test_the_guide_names_every_kind_of_date(built: Workspace, date: str) -> None:
    """A day, a month, a season, an interval, what is about or unknown: each is said so that it is found."""
    annex = _said(annex_of(built, BRIEF, 2), {"date": date})
    pages = _pages(annex, built)
    name = f"{GUIDE}.html"
    assert not _codes(pages[name], name, _record(annex))


def test_a_guide_that_names_another_source_is_found(built: Workspace) -> None:
    """Another publisher, date or passage in the guide is found, whatever numbers the page has besides."""
    annex = _said(annex_of(built, BRIEF, 2), {"date": "2023-11-02", "publisher": "Havenkrant 2"})
    name = f"{GUIDE}.html"
    page = _pages(annex, built)[name].decode()
    start = page.index('<p class="attribution">')
    end = page.index("</p>", start)
    said = page[start:end]
    changes = [("Havenkrant 2", "Havenkrant 3"), ("Havenkrant 2, ", ""), ("2023", "2022"), ("2 nov", "3 nov")]
    for old, new in [*changes, ("al. 1", "al. 2"), ("al. 1", "")]:
        assert old in said, said
        forged = page[:start] + said.replace(old, new, 1) + page[end:]
        assert _codes(forged.encode(), name, _record(annex)) == {"verify-attribution"}, (old, new)


@pytest.mark.every(14)
@pytest.mark.parametrize("name", FACTS)
def test_a_dossier_of_a_brief_with_other_facts_is_proven(
    generated: Workspace, name: str, tmp_path: Path
) -> None:
    """An untouched dossier of a brief whose source lacks a fact, or has an odd one, gives no finding."""
    _proven(annex_of(generated, name, 1), generated, tmp_path)


@pytest.mark.every(12)
@pytest.mark.parametrize("name", sorted(path.stem for path in (ROOT / "briefs").glob("[!_]*.yaml")))
def test_a_dossier_of_each_brief_of_this_repository_is_proven(name: str, tmp_path: Path) -> None:
    """An untouched dossier of every brief of this repository gives no finding."""
    workspace = Workspace(published_workspace())
    _proven(annex_of(workspace, name, 1), workspace, tmp_path)


def _proven(annex: Annex, workspace: Workspace, folder: Path) -> None:
    """Make a dossier of one brief, and hold that verifying it finds nothing."""
    rules = load_rules(workspace).value
    assert rules is not None
    made = make_dossier([annex], MEETING, rules, Wishes(), workspace)
    assert made.value is not None, made.diagnostics
    for name, data in made.value.files.items():
        (folder / name).write_bytes(data)
    done = verify(folder, workspace)
    assert done.standing is Standing.PROVEN, done.diagnostics
