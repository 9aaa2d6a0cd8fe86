"""Specs, sources and workspaces for the tests of evidence, made by hand or from the five seeds."""

import hashlib
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

from bronbrief.core.diagnostics import Outcome
from bronbrief.core.workspace import Workspace
from bronbrief.core.yaml.values import read_yaml
from bronbrief.evidence.model import Excerpt
from bronbrief.evidence.select import prove_all
from bronbrief.sources.catalogue import load_catalogue
from bronbrief.sources.model import Catalogue, Record, Source
from bronbrief.sources.passages import split_passages
from bronbrief.spec.load import LoadedSpec
from bronbrief.spec.model import BriefSpec

ROOT = Path(__file__).resolve().parents[2]
Excerpts = Mapping[str, Mapping[str, Any]]
Prove = Callable[[Catalogue, Excerpts], Outcome[dict[str, Excerpt]]]
Shelve = Callable[..., Catalogue]


def make_source(source_id: str, data: bytes, lang: str = "nl") -> Source:
    """Make a source of bytes, with the record that it must have."""
    text = data.decode("utf-8-sig")
    record = Record(
        title="Titel",
        title_ground="stated",
        kind="report",
        lang=lang,
        sha256=hashlib.sha256(data).hexdigest(),
        publisher="Gemeente Voorbeeld",
        date="2021",
        url="https://example.org/stuk",
    )
    path = f"seeds/{source_id}"
    return Source(source_id, f"{path}.txt", f"{path}.yaml", record, data, text, split_passages(text))


@pytest.fixture(scope="session")
def shelve() -> Shelve:
    """Make a catalogue of texts by name; a text may be given as bytes."""

    def make(**texts: str | bytes) -> Catalogue:
        raw = {name: text.encode() if isinstance(text, str) else text for name, text in texts.items()}
        return Catalogue({name: make_source(name, raw[name]) for name in sorted(raw)})

    return make


@pytest.fixture(scope="session")
def prove() -> Prove:
    """Prove excerpts against a catalogue, as a spec without places would ask for them."""

    def run(catalogue: Catalogue, excerpts: Excerpts) -> Outcome[dict[str, Excerpt]]:
        head = {"title": "Titel", "template": "tijdlijn", "lang": "nl-NL", "date": "2026-01-01"}
        spec = BriefSpec.model_validate(head | {"excerpts": excerpts, "sections": [{"heading": "Kop"}]})
        read = read_yaml(b"title: Titel\n", "briefs/proef.yaml")
        assert read.value is not None
        return prove_all(LoadedSpec("proef", "briefs/proef.yaml", spec, read.value.places), catalogue)

    return run


@pytest.fixture(scope="session")
def prove_one(prove: Prove, shelve: Shelve) -> Callable[..., tuple[Excerpt | None, list[str]]]:
    """Prove one excerpt of the source `bron`; return it, or None, and the codes of what was found."""

    def run(text: str | bytes, others: Mapping[str, str] | None = None, **fields: Any) -> Any:
        outcome = prove(shelve(bron=text, **(others or {})), {"een": {"source": "bron"} | fields})
        assert outcome.value is not None
        return outcome.value.get("een"), [found.code for found in outcome.diagnostics]

    return run


@pytest.fixture(scope="session")
def seeds() -> Catalogue:
    """Return the catalogue of the five seeds."""
    catalogue = load_catalogue(Workspace(ROOT)).value
    assert catalogue is not None
    assert len(catalogue.sources) == 5
    return catalogue
