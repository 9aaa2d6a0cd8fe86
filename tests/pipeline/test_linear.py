"""What one brief or one changed source costs does not grow with the number of others: counted, not timed."""

import hashlib
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from bronbrief.core.workspace import Workspace
from bronbrief.pipeline import context
from bronbrief.pipeline.build import build_brief
from bronbrief.pipeline.build_record import CHECKS, SOURCES, load_record
from bronbrief.pipeline.job import Job
from bronbrief.pipeline.run import check
from bronbrief.sources import catalogue
from support.workspaces import BRIEF, RECORD, SOURCE, write_minimal_workspace

MANY = 40


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Write a workspace with many sources that its brief does not use."""
    root = write_minimal_workspace(tmp_path / "werk")
    for number in range(MANY):
        add_source(root, number, SOURCE)
    return root


def add_source(root: Path, number: int, text: str) -> None:
    """Write a source with its record."""
    digest = hashlib.sha256(text.encode()).hexdigest()
    (root / "seeds" / f"krant-{number}.txt").write_bytes(text.encode())
    (root / "seeds" / f"krant-{number}.yaml").write_text(RECORD.format(sha256=digest), encoding="utf-8")


def counted(monkeypatch: pytest.MonkeyPatch, owner: Any, name: str) -> list[str]:
    """Have the first argument of each call of a function kept, the workspace left out."""
    calls: list[str] = []
    real: Callable[..., Any] = getattr(owner, name)

    def called(*given: Any, **named: Any) -> Any:
        calls.append(str(given[1] if isinstance(given[0], Workspace) else given[0]))
        return real(*given, **named)

    monkeypatch.setattr(owner, name, called)
    return calls


def test_a_brief_lists_the_sources_once(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """After the first brief of a run, the next looks at the names in seeds/ once and weighs none of them."""
    job = Job(str(root), f"briefs/{BRIEF}.yaml", ("html",))
    build_brief(job)
    weighed = counted(monkeypatch, catalogue, "is_source_id")
    listed = counted(monkeypatch, os, "scandir")
    assert not build_brief(job).failed
    assert len(weighed) < MANY
    assert [path for path in listed if path.rstrip("/").endswith("/seeds")] == [f"{root}/seeds/"]


def test_a_new_source_is_seen_by_the_next_brief(root: Path) -> None:
    """What was listed counts for as long as the same names stand there, and no longer."""
    assert "krant-99" not in catalogue.known_ids(Workspace(root))
    add_source(root, 99, SOURCE)
    assert "krant-99" in catalogue.known_ids(Workspace(root))
    (root / "seeds" / "krant-99.txt").unlink()
    (root / "seeds" / "krant-99.txt").mkdir()
    (root / "seeds" / "krant-99.yaml").unlink()
    assert "krant-99" not in catalogue.known_ids(Workspace(root))


def test_one_changed_source_of_many_is_read_alone(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What was found in the others is told again from the record, and nothing is lost of it."""
    (root / "seeds" / "krant-3.yaml").unlink()
    check(Workspace(root))
    before = load_record(Workspace(root), CHECKS).made[SOURCES]
    add_source(root, 7, SOURCE + "\nEn dit is nieuw.\n")
    (root / "seeds" / "krant-7.yaml").unlink()
    context.kept_sources.cache_clear()
    reads = counted(monkeypatch, Workspace, "read")
    found = context.read_sources(Workspace(root), before)
    assert reads == ["seeds/krant-7.txt"]
    assert sorted((one.code, one.place.file) for one in found if one.place) == [
        ("source-without-record", "seeds/krant-3.txt"),
        ("source-without-record", "seeds/krant-7.txt"),
    ]
