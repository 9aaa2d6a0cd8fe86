"""After any series of edits, a build gives the files and findings of a clean build."""

import hashlib
import shutil
from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest

from bronbrief.core.workspace import Workspace
from bronbrief.pipeline import freshness, installation
from bronbrief.pipeline.options import Options
from bronbrief.pipeline.report import BuildReport
from bronbrief.pipeline.run import build, check
from support.workspaces import BRIEF, SOURCE_ID

HTML = Options(("html",))
SPECS = (f"briefs/{BRIEF}.yaml", "briefs/tweede.yaml", "briefs/derde.yaml")
TEXT, RECORD = f"seeds/{SOURCE_ID}.txt", f"seeds/{SOURCE_ID}.yaml"
WORDS = (
    "brug",
    "geen reden",
    "vele reden",
    "Oostdam",
    "Westdam",
    "Lange Vliet",
    "Korte Vliet",
    "titel",
    "title",
)
STEPS = 14
NO_BUILD = shutil.ignore_patterns("build")


def swap_words(root: Path, chance: Random) -> None:
    """Put a word in the place of another in a file, keeping its time of change."""
    path = root / chance.choice((*SPECS, TEXT, RECORD))
    if path.is_file():
        text, (old, new) = path.read_text("utf-8"), chance.sample(WORDS, 2)
        path.write_text(text.replace(old, new), "utf-8")


def rehash(root: Path, _chance: Random) -> None:
    """Let the record of the source fit its text again."""
    if (root / TEXT).is_file() and (root / RECORD).is_file():
        digest = hashlib.sha256((root / TEXT).read_bytes()).hexdigest()
        lines = (root / RECORD).read_text("utf-8").splitlines()
        kept = [line for line in lines if not line.startswith("sha256")]
        (root / RECORD).write_text("\n".join([*kept, f"sha256: {digest}", ""]), "utf-8")


def remove(root: Path, chance: Random) -> None:
    """Take a file away that a build may have made or read."""
    outputs = [path for path in sorted((root / "build").rglob("*")) if path.is_file()]
    others = [root / path for path in (*SPECS[1:], "templates/_shared/screen.css", "briefs/_defaults.yaml")]
    chance.choice([*outputs, *others]).unlink(missing_ok=True)


def add(root: Path, chance: Random) -> None:
    """Put a file where there may be none."""
    path, text = chance.choice(
        [
            ("templates/_shared/screen.css", "p { color: black }\n"),
            ("briefs/_defaults.yaml", "house:\n  name: Oostdam\n"),
            ("seeds/los.txt", "Tekst.\n"),
            (SPECS[1], (root / SPECS[0]).read_text("utf-8")),
            (SPECS[2], (root / SPECS[0]).read_text("utf-8")),
        ]
    )
    (root / path).parent.mkdir(parents=True, exist_ok=True)
    (root / path).write_text(text, "utf-8")


def alter_output(root: Path, chance: Random) -> None:
    """Change a published file by hand."""
    outputs = [path for path in sorted((root / "build").rglob("*")) if path.is_file()]
    if outputs:
        with chance.choice(outputs).open("a", encoding="utf-8") as stream:
            stream.write("x")


def build_one(root: Path, chance: Random) -> None:
    """Build a single brief, or check it."""
    chance.choice((build, check))(Workspace(root), [chance.choice(SPECS)], HTML)


def end_early(root: Path, chance: Random) -> None:
    """Leave what a process that was killed while it published leaves."""
    folder = root / "build" / f"{chance.choice(('.new-', '.old-'))}{BRIEF}"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{BRIEF}.html").write_text("half", "utf-8")


EDITS: tuple[Callable[[Path, Random], None], ...] = (
    *(swap_words, swap_words, rehash, remove, add, add, alter_output, build_one, end_early),
)


def files(root: Path) -> dict[str, bytes]:
    """Return all that is published of the briefs that have a spec."""
    stems = {path.stem for path in (root / "briefs").glob("*.yaml")}
    found = (path for path in (root / "build").rglob("*") if path.is_file())
    read = {str(path.relative_to(root / "build")): path for path in found}
    return {name: path.read_bytes() for name, path in read.items() if name.split("/")[0] in stems}


def said(report: BuildReport) -> tuple[object, ...]:
    """Return what a run found, and of which briefs it made anything."""
    return report.diagnostics, [(brief.path, brief.files) for brief in report.briefs]


@pytest.mark.every(6)
@pytest.mark.parametrize("seed", range(6))
def test_a_build_after_any_edits_is_a_clean_build(
    seed: int, workspace: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Files and findings are those of a build that knows of no other, after each of a series of edits."""
    chance = Random(seed)  # noqa: S311 - the same edits every time
    for step in range(STEPS):
        chance.choice(EDITS)(workspace, chance)
        if chance.random() < 0.1:  # another version of a library is installed
            version = {**installation.installation(), "library": str(step)}
            monkeypatch.setattr(freshness, "installation", lambda version=version: version)
        if chance.random() < 0.5:
            continue  # a build may meet several edits at once
        found = build(Workspace(workspace), options=HTML)
        clean = Path(shutil.copytree(workspace, tmp_path / f"clean-{step}", ignore=NO_BUILD))
        (clean / "build").mkdir()
        anew = build(Workspace(clean), options=HTML)

        assert said(found) == said(anew)
        built = {name: data for name, data in files(workspace).items() if name in files(clean)}
        assert built == files(clean)
        assert said(check(Workspace(workspace))) == said(check(Workspace(clean)))
        assert said(build(Workspace(workspace), options=HTML)) == said(found)
