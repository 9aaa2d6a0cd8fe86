"""What makes a brief stale, that it is said why, and that nothing else does."""

import json
import os
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from bronbrief.core.diagnostics import Outcome
from bronbrief.core.digests import ABSENT
from bronbrief.core.workspace import Workspace
from bronbrief.pipeline import runner
from bronbrief.pipeline.build_record import BUILDS, FORMAT, Made, load_record, save_record
from bronbrief.pipeline.freshness import Cause, Reason, cause_of, reasons
from bronbrief.pipeline.options import Options
from bronbrief.pipeline.report import State
from bronbrief.pipeline.run import build, check, explain
from bronbrief.pipeline.typesetting import PackedPage, Typesetter

NAME = "veerdienst"
SPEC, OUT = f"briefs/{NAME}.yaml", f"build/{NAME}/{NAME}"
SOURCE = "seeds/havenkrant-2023"
HTML = Options(("html",))


@pytest.fixture
def built(workspace: Path) -> Workspace:
    """Return the small workspace, its web page built some time ago."""
    (spec,) = (workspace / "briefs").glob("[a-z]*.yaml")
    if spec.stem != NAME:
        spec.rename(workspace / SPEC)
    age(workspace)
    assert build(Workspace(workspace), options=HTML).briefs[0].state is State.BUILT
    return Workspace(workspace)


def age(root: Path) -> None:
    """Let every file be an hour old, so that its time of change can be trusted."""
    for path in root.rglob("*"):
        moment = path.stat().st_mtime - 3600
        os.utime(path, (moment, moment))


def why(workspace: Workspace, options: Options = HTML) -> list[tuple[str, str]]:
    """Return why the brief would be built."""
    plan = explain(Workspace(workspace.root), options=options).value
    assert plan is not None
    return [(str(reason.cause), reason.what) for reason in plan.stale.get(SPEC, ())]


def edit(workspace: Workspace, path: str, change: Callable[[str], str]) -> None:
    """Write a file anew with something changed."""
    file = workspace.root / path
    file.write_text(change(file.read_text(encoding="utf-8")), encoding="utf-8")


def test_nothing_changed_loads_nothing_and_says_what_it_said(
    built: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A brief that is up to date goes down no road; its findings and files are reported again."""
    first = load_record(built, BUILDS).made[SPEC]
    monkeypatch.setattr(runner, "work", lambda *_, **__: pytest.fail("built"))
    done = build(Workspace(built.root), options=HTML)

    assert done.briefs[0].state is State.UNCHANGED
    assert done.briefs[0].diagnostics == first.diagnostics
    assert done.briefs[0].files == (f"{OUT}.html", f"{OUT}.evidence.jsonld")
    assert done.files == ("build/brief.schema.json", "build/index.html")


@pytest.mark.parametrize(
    ("path", "cause"),
    [(SPEC, "spec"), (f"{SOURCE}.txt", "source"), (f"{SOURCE}.yaml", "source")],
)
def test_changed_input_is_named(built: Workspace, path: str, cause: str) -> None:
    """A change of the spec, a source or its record is a reason, with the file."""
    edit(built, path, lambda text: f"{text}\n")
    assert why(built) == [(cause, path)]


@pytest.mark.parametrize(
    ("path", "text", "cause"),
    [
        ("briefs/_defaults.yaml", "house:\n  name: Oostdam\n", "defaults"),
        ("templates/_labels/nl-NL.yaml", "version: uitgave\n", "labels"),
        ("templates/_shared/print.css", "p { color: black }", "template"),
        ("templates/raadsinformatiebrief/template.yaml", "titles: {nl: Brief}\n", "template"),
    ],
)
def test_new_file_that_counts_is_named(built: Workspace, path: str, text: str, cause: str) -> None:
    """A file that was sought and not found, or takes the place of one shipped, is a reason once there."""
    (built.root / path).parent.mkdir(parents=True, exist_ok=True)
    (built.root / path).write_text(text, encoding="utf-8")
    assert (cause, path) in why(built)


def test_touched_file_is_no_reason(built: Workspace) -> None:
    """Another time of change or inode with the same content is nothing new."""
    copy = built.root / "copy"
    shutil.copy(built.root / SPEC, copy)
    copy.replace(built.root / SPEC)
    age(built.root / "briefs")
    assert why(built) == []


def test_change_within_the_clocks_tick_is_seen(built: Workspace) -> None:
    """A file that changed just before it was read is read again, even if size, time and inode stay."""
    file = built.root / SPEC
    edit(built, SPEC, lambda text: text.replace("Oostdam", "Westdam"))
    build(Workspace(built.root), options=HTML)
    before = file.stat()
    edit(built, SPEC, lambda text: text.replace("Westdam", "Zuiddam"))
    os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))

    assert file.stat().st_size == before.st_size
    assert why(built) == [("spec", SPEC)]


def test_new_source_rebuilds_no_brief(built: Workspace) -> None:
    """A source that no brief uses makes no brief stale; that it has no record is still found."""
    (built.root / "seeds" / "nieuw.txt").write_text("Een nieuwe tekst.\n", encoding="utf-8")
    assert why(built) == []

    done = build(Workspace(built.root), options=HTML)
    assert done.briefs[0].state is State.UNCHANGED
    assert [finding.code for finding in done.general] == ["source-without-record"]
    again = build(Workspace(built.root), options=HTML)
    assert [finding.code for finding in again.general] == ["source-without-record"]


def test_missing_and_altered_outputs_are_named(built: Workspace) -> None:
    """An output that is gone, or holds something else, is built again."""
    page, evidence = built.root / f"{OUT}.html", built.root / f"{OUT}.evidence.jsonld"
    whole = page.read_bytes()
    page.write_bytes(b"tampered")
    evidence.unlink()

    assert why(built) == [
        ("output-changed", f"{OUT}.html"),
        ("output-missing", f"{OUT}.evidence.jsonld"),
    ]
    build(Workspace(built.root), options=HTML)
    assert page.read_bytes() == whole
    assert why(built) == []


def test_other_formats_and_force_are_reasons(built: Workspace) -> None:
    """Asking for more, or for everything anew, is a reason."""
    assert why(built, Options(("pdf", "html"))) == [("formats", "pdf, html")]
    assert why(built, replace(HTML, force=True)) == [("forced", "")]


def test_moved_passage_is_verified_and_not_set_again(
    workspace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where only the offsets of a quotation change, the evidence is written anew and the PDF stays."""
    (spec,) = (workspace / "briefs").glob("[a-z]*.yaml")
    name = spec.stem
    age(workspace)
    build(Workspace(workspace))
    pdf, evidence = (workspace / "build" / name / f"{name}{end}" for end in (".pdf", ".evidence.jsonld"))
    before = pdf.stat(), evidence.read_text(encoding="utf-8")
    text = (workspace / f"{SOURCE}.txt").read_text(encoding="utf-8")
    moved = text.replace("\n\n", "\n\n\n", 1)
    (workspace / f"{SOURCE}.txt").write_text(moved, encoding="utf-8")
    rehash(workspace)

    monkeypatch.setattr("bronbrief.pipeline.typesetting.Typesetter.set", lambda *_: pytest.fail("set again"))
    done = build(Workspace(workspace))

    assert done.briefs[0].state is State.BUILT
    assert (pdf.stat().st_ino, pdf.stat().st_mtime_ns) == (before[0].st_ino, before[0].st_mtime_ns)
    assert evidence.read_text(encoding="utf-8") != before[1]
    assert build(Workspace(workspace)).briefs[0].state is State.UNCHANGED


def rehash(root: Path) -> None:
    """Put the source's own checksum in its record."""
    import hashlib  # noqa: PLC0415

    record = root / f"{SOURCE}.yaml"
    digest = hashlib.sha256((root / f"{SOURCE}.txt").read_bytes()).hexdigest()
    lines = record.read_text(encoding="utf-8").splitlines()
    kept = [line for line in lines if not line.startswith("sha256")]
    record.write_text("\n".join([*kept, f"sha256: {digest}"]) + "\n", encoding="utf-8")


def test_failed_brief_is_told_again_until_it_is_mended(built: Workspace) -> None:
    """A mistake is reported by every build, from the record too, and the mended brief is built."""
    edit(built, SPEC, lambda text: text.replace("title:", "titel:"))
    codes = [
        [finding.code for finding in build(Workspace(built.root), options=HTML).diagnostics] for _ in range(2)
    ]
    assert codes[0] == codes[1] != []
    assert build(Workspace(built.root), options=HTML).exit_code == 1

    edit(built, SPEC, lambda text: text.replace("titel:", "title:"))
    assert build(Workspace(built.root), options=HTML).exit_code == 0


@pytest.mark.every(6)
@pytest.mark.parametrize(
    "damage", [b"", b"{", b"[]", b'{"format": 1}', b"\xff\xfe", b'{"format": 99, "home": []}']
)
def test_damaged_record_counts_for_nothing(built: Workspace, damage: bytes) -> None:
    """A record that cannot be read means building anew, and is no error."""
    (built.root / BUILDS).write_bytes(damage)
    assert why(built) == [("new", "")]
    assert build(Workspace(built.root), options=HTML).briefs[0].state is State.UNCHANGED


def test_record_from_elsewhere_is_not_believed(built: Workspace, tmp_path: Path) -> None:
    """A record that came along with a copy of the workspace says nothing: its outputs may be anything."""
    copy = tmp_path / "copy"
    shutil.copytree(built.root, copy)
    assert why(Workspace(copy)) == [("new", "")]


def test_record_is_written_and_read_back_whole(built: Workspace) -> None:
    """Reading what was written gives the same record."""
    record = load_record(built, BUILDS)
    assert SPEC in record.made
    assert save_record(built, BUILDS, record)
    assert load_record(built, BUILDS) == record
    assert json.loads((built.root / BUILDS).read_bytes())["format"] == FORMAT


def test_reads_of_a_fresh_build_are_known_to_whoever_watches(built: Workspace) -> None:
    """A build that does nothing still tells what the briefs were made from."""
    again = Workspace(built.root)
    build(again, options=HTML)
    assert {SPEC, f"{SOURCE}.txt", f"{SOURCE}.yaml", "briefs/_defaults.yaml"} <= again.reads.keys()


def test_versions_and_code_make_everything_stale(built: Workspace) -> None:
    """Another version of a package, or changed code of our own, is a reason for every brief."""
    record = load_record(built, BUILDS)
    now = dict(record.installed)
    then = {**now, "weasyprint": "69.0", "gone": "1", "code": "x"}
    save_record(built, BUILDS, replace(record, installed=then))
    assert why(built) == [
        ("code", "bronbrief"),
        ("version", "gone 1 → –"),
        ("version", f"weasyprint 69.0 → {now['weasyprint']}"),
    ]


def test_reasons_are_a_function_of_what_was_recorded() -> None:
    """Only what changed among a brief's own inputs and outputs counts."""
    made = Made({"briefs/a.yaml": "1", "seeds/b.txt": "2"}, {"build/a/a.pdf": "3"}, ("pdf",))
    held = {**made.inputs, **made.outputs}
    assert reasons(made, held.__getitem__, ("pdf",)) == ()
    changed = {**held, "seeds/b.txt": "4", "build/a/a.pdf": ""}
    assert reasons(made, changed.__getitem__, ("pdf",)) == (
        Reason(Cause.SOURCE, "seeds/b.txt"),
        Reason(Cause.OUTPUT_MISSING, "build/a/a.pdf"),
    )
    assert reasons(None, held.__getitem__) == (Reason(Cause.NEW),)


@pytest.mark.parametrize(
    ("path", "cause"),
    [
        ("briefs/x.yaml", Cause.SPEC),
        ("briefs/_defaults.yaml", Cause.DEFAULTS),
        ("/opt/fontpkg/files/a.ttf", Cause.FONT),
        ("/opt/templates/_labels/en.yaml", Cause.LABELS),
        ("/opt/templates/_shared/print.css", Cause.TEMPLATE),
        ("beeld/foto.png", Cause.FILE),
    ],
)
def test_kinds_of_input(path: str, cause: Cause) -> None:
    """What an input is, shows in its path."""
    assert cause_of(path) is cause


def test_what_is_no_file_has_no_digest(tmp_path: Path) -> None:
    """A named pipe keeps nobody waiting; a folder is read only where one was asked for."""
    os.mkfifo(tmp_path / "pijp")
    (tmp_path / "map").mkdir()
    (tmp_path / "stuk").write_bytes(b"")
    digest = Workspace(tmp_path).digest
    absent = [path for path in ("pijp", "map", "map/", "stuk", "weg", "weg/") if digest(path) == ABSENT]
    assert absent == ["pijp", "map", "weg", "weg/"]


@pytest.mark.parametrize("path", ["build/.cache/builds.json", "build/.cache/checks.json"])
def test_a_pipe_in_the_place_of_a_record_keeps_nobody_waiting(built: Workspace, path: str) -> None:
    """What is no file counts as no record, and is replaced by one."""
    (built.root / path).unlink(missing_ok=True)
    os.mkfifo(built.root / path)
    assert build(Workspace(built.root), options=HTML).exit_code == 0
    assert check(Workspace(built.root)).exit_code == 0
    assert (built.root / path).is_file()


@pytest.mark.ci
def test_force_sets_the_pdf_anew(workspace: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Asked for with --force, a PDF is set again though its page stayed the same."""
    build(Workspace(workspace))
    seen: list[str] = []
    real = Typesetter.set

    def noted(typesetter: Typesetter, page: PackedPage) -> Outcome[bytes]:
        seen.append(page.meta.title)
        return real(typesetter, page)

    monkeypatch.setattr(Typesetter, "set", noted)
    assert build(Workspace(workspace)).briefs[0].state is State.UNCHANGED
    assert not seen
    build(Workspace(workspace), options=Options(force=True))
    assert len(seen) == 1
