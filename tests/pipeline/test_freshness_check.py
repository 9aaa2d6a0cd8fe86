"""What was checked and has not changed is not checked again, and nothing that changed is missed."""

import hashlib
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from bronbrief.core.diagnostics import Diagnostic
from bronbrief.core.workspace import Workspace
from bronbrief.pipeline import runner
from bronbrief.pipeline.job import Job, Result
from bronbrief.pipeline.options import Options
from bronbrief.pipeline.report import BuildReport, State
from bronbrief.pipeline.run import build, check
from bronbrief.pipeline.worker import make_brief
from support.workspaces import BRIEF, SOURCE_ID, write_minimal_workspace

SPEC = "briefs/mijn-brief.yaml"
ALWAYS = Options(force=True)
Edit = Callable[[Path], object]


@pytest.fixture
def root(workspace: Path) -> Path:
    """Return a workspace of two briefs that were checked an hour after they were written."""
    (spec,) = (path for path in (workspace / "briefs").glob("*.yaml") if not path.name.startswith("_"))
    if spec.name != "mijn-brief.yaml":
        spec.rename(workspace / SPEC)
    shutil.copy(workspace / SPEC, workspace / "briefs" / "tweede.yaml")
    for path in workspace.rglob("*"):
        moment = path.stat().st_mtime - 3600
        os.utime(path, (moment, moment))
    assert {brief.state for brief in checked(workspace).briefs} == {State.CHECKED}
    return workspace


def checked(root: Path, options: Options | None = None) -> BuildReport:
    """Check a workspace."""
    return check(Workspace(root), options=options)


def replace(path: str, old: str, new: str) -> Edit:
    """Return an edit that replaces text in a file."""
    return lambda root: (root / path).write_text(
        (root / path).read_text(encoding="utf-8").replace(old, new), encoding="utf-8"
    )


def append(path: str, text: str) -> Edit:
    """Return an edit that puts text at the end of a file, which may be new."""

    def edit(root: Path) -> None:
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        with (root / path).open("a", encoding="utf-8") as stream:
            stream.write(text)

    return edit


def test_nothing_changed_is_told_from_the_record(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A second check goes down no road and says the same; asked to, it checks all the same."""
    first = checked(root, ALWAYS)
    with monkeypatch.context() as patch:
        patch.setattr(runner, "work", lambda *_, **__: pytest.fail("checked"))
        assert checked(root) == first
        assert check(Workspace(root), ["tweede"]).briefs == first.briefs[1:]
    monkeypatch.setattr(runner, "work", lambda *_, **__: BuildReport())
    assert checked(root, ALWAYS) == BuildReport()


def test_only_what_changed_is_checked(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of two briefs the one that changed is proven again."""
    proven: list[str] = []

    def noted(job: Job) -> Result:
        proven.append(job.path)
        return make_brief(job)

    monkeypatch.setattr(runner, "make_brief", noted)
    append(SPEC, "# anders\n")(root)
    checked(root)
    assert proven == [SPEC]


@pytest.mark.every(4)
@pytest.mark.parametrize("force", [False, True])
@pytest.mark.parametrize("run", [check, build], ids=["check", "build"])
def test_a_run_over_one_brief_hides_no_change_of_another(
    root: Path, run: Callable[..., BuildReport], *, force: bool
) -> None:
    """What changed of a brief, or of a source that it uses, shows after a run over another one too."""
    how = Options((), force=force) if run is check else Options(("html",), force=force)
    plain = Options(how.formats)
    assert not run(Workspace(root), options=plain).diagnostics
    append(SPEC, "kleur: rood\n")(root)
    append("briefs/tweede.yaml", "# anders\n")(root)
    append("seeds/los.txt", "Tekst.\n")(root)
    run(Workspace(root), ["tweede"], how)

    found = run(Workspace(root), options=plain)
    assert [finding.code for finding in found.briefs[0].diagnostics] == ["spec-unknown-key"]
    assert [finding.code for finding in found.general] == ["source-without-record"]


def test_force_leaves_the_records_of_others_alone(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """One brief that is checked all the same makes no work of the others."""
    check(Workspace(root), ["tweede"], ALWAYS)
    monkeypatch.setattr(runner, "work", lambda *_, **__: pytest.fail("checked"))
    assert {brief.state for brief in checked(root).briefs} == {State.CHECKED}


def test_whoever_waits_for_a_page_gets_it_every_time(root: Path) -> None:
    """A page is shown of briefs that did not change, too, and showing pages leaves the record alone."""
    record = (root / "build/.cache/checks.json").read_bytes()
    for _ in range(2):
        heard: list[Result] = []
        checked(root, Options(hears=heard.append))
        assert [one.shown and one.shown[0].name for one in heard] == ["mijn-brief", "tweede"]
    assert (root / "build/.cache/checks.json").read_bytes() == record


EDITS: dict[str, list[Edit]] = {
    "an unknown key, then mended": [append(SPEC, "kleur: rood\n"), replace(SPEC, "kleur: rood\n", "")],
    "an unknown source, then added": [
        replace(SPEC, "source: ", "source: x"),
        append("seeds/los.txt", "Tekst.\n"),
        replace(SPEC, "source: x", "source: "),
    ],
    "a template, a label and a default": [
        append("templates/_shared/print.css", "p { color: black }\n"),
        append("templates/_labels/nl-NL.yaml", "version: uitgave\n"),
        append("briefs/_defaults.yaml", "house:\n  name: Oostdam\n"),
    ],
    "a brief that goes": [lambda root: (root / "briefs" / "tweede.yaml").unlink()],
    "a built brief whose quotation moves": [lambda root: build(Workspace(root), options=Options(("html",)))],
    "a source and its record": [
        lambda root: append(f"seeds/{next((root / 'seeds').glob('*.txt')).name}", "Meer.\n")(root),
        lambda root: next((root / "seeds").glob("*.yaml")).unlink(),
    ],
    "a record of checks that is damaged": [append("build/.cache/checks.json", "x")],
}


@pytest.mark.every(3)
@pytest.mark.parametrize("edits", EDITS.values(), ids=EDITS)
def test_a_check_says_what_a_first_check_would(root: Path, edits: list[Edit]) -> None:
    """After any change, what is found is what a check without a record finds."""
    for edit in edits:
        edit(root)
        found = checked(root)
        assert found == checked(root, ALWAYS)
        assert checked(root) == found


@pytest.mark.ci
def test_a_long_source_is_spoken_of_alike_in_every_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A run after others gives the findings of a first run, also once the source changed."""
    root = write_minimal_workspace(tmp_path / "werk")
    source, spec = root / f"seeds/{SOURCE_ID}.txt", root / f"briefs/{BRIEF}.yaml"
    body = source.read_text(encoding="utf-8") + "\nDe raad wacht. De brug is dicht.\n" * 8_000
    write_source(root, body)
    spec.write_text(spec.read_text(encoding="utf-8").replace("sections:\n", MISTAKEN, 1), encoding="utf-8")

    def said(cache: str) -> list[Diagnostic]:
        monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / cache))
        return [one for brief in checked(root, ALWAYS).briefs for one in brief.diagnostics]

    first = said("a")
    assert {"quote-ambiguous", "quote-drift"} <= {one.code for one in first}
    assert said("a") == first
    write_source(root, "De raad wacht.\n\n" + body.replace("Wij zien geen reden", "Wij zien een reden"))
    changed = said("a")
    assert changed == said("b")
    assert len(changed) > len(first)


MISTAKEN = """\
  meermaals:
    source: havenkrant-2023
    quote: De brug is dicht
  anders:
    source: havenkrant-2023
    quote: De vaart kost 1,6 miljoen euro per jaar
  omstreden:
    source: havenkrant-2023
    prefix: Over het jaar daarna
    quote: is nog niets besloten
sections:
"""


def write_source(root: Path, text: str) -> None:
    """Write the source anew, and its hash in the record."""
    path = root / f"seeds/{SOURCE_ID}.txt"
    path.write_text(text, encoding="utf-8")
    record = path.with_suffix(".yaml")
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    lines = record.read_text(encoding="utf-8").splitlines()
    kept = [line for line in lines if not line.startswith("sha256:")]
    record.write_text("\n".join([*kept, f"sha256: {sha256}", ""]), encoding="utf-8")
