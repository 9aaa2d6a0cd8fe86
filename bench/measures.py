"""The measurements, each a function from a folder, rounds and a share of the work to a result."""

import json
import random
import shutil
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path

import psutil
import pypdfium2

from bench import peers, preview
from bench import search as searching
from bench.material import make_long_brief, make_workspace, write_source
from bench.timing import Result, Run, command, race

BRONBRIEF = Path(sys.executable).with_name("bronbrief")
Measure = Callable[[Path, int, float], Result]


def _build(workspace: Path, *words: str) -> Callable[[], object]:
    return command(BRONBRIEF, "build", "--quiet", *words, folder=workspace)


def nothing(folder: Path, rounds: int, share: float) -> Result:
    """Build where nothing changed: 200 briefs and 10 000 (their web pages, which are quicker to have)."""
    runs: dict[str, Run] = {}
    for count in (200, round(10_000 * share)):
        workspace = make_workspace(folder / f"nothing-{count}", count)
        _build(workspace, "--format", "html")()
        fresh = race({"again": _build(workspace, "--format", "html")}, max(rounds, 5))
        runs[f"Bronbrief, {count} briefs"] = fresh["again"]
        shutil.rmtree(workspace)
    runs["an empty Python process"] = race({"p": command(sys.executable, "-c", "pass")}, 5)["p"]
    return Result("nothing", "Nothing changed", runs)


def change(folder: Path, rounds: int, share: float) -> Result:
    """Build when one brief of 200 changed: a comment in its spec, or a word of its text."""
    workspace = make_workspace(folder / "change", round(200 * share))
    _build(workspace, "--format", "pdf,html")()
    spec = workspace / "briefs" / "brief-00002.yaml"
    build, turns = _build(workspace), iter(range(10_000))

    def comment() -> None:
        spec.write_text(spec.read_text(encoding="utf-8") + f"# {next(turns)}\n", encoding="utf-8")
        build()

    def word() -> None:
        text = spec.read_text(encoding="utf-8")
        spec.write_text(text.replace('title: "', f'title: "{next(turns)} ', 1), encoding="utf-8")
        build()

    runs = race({"Bronbrief, a word changed": word, "Bronbrief, a comment changed": comment}, rounds)
    pages = peers.print_pages(workspace, folder / "change-pages")[1:2]
    runs |= race({"bare WeasyPrint, that brief alone": peers.loop(pages, folder)}, rounds)
    return Result("change", "One brief of 200 changed", runs)


def one(folder: Path, rounds: int, share: float) -> Result:  # noqa: ARG001 - one is one
    """Build one brief from nothing, in a process of its own."""
    workspace = make_workspace(folder / "one", 6)
    pages = peers.print_pages(workspace, folder / "one-pages")[1:2]
    name = pages[0].stem
    contestants = {
        "Bronbrief, proof and structure included": _build(workspace, "--force", "--format", "pdf", name)
    }
    contestants["bare WeasyPrint, in a process"] = peers.loop(pages, folder)
    contestants |= _others(pages, folder)
    _build(workspace, name)()
    return Result("one", "One brief", race(contestants, max(rounds, 5)))


def many(folder: Path, rounds: int, share: float) -> Result:
    """Build 200 briefs from nothing, and watch the memory of the workers."""
    workspace = make_workspace(folder / "many", round(200 * share))
    pages = peers.print_pages(workspace, folder / "many-pages")
    memory: list[float] = []

    def build() -> None:
        memory.append(_watched(workspace))

    contestants: dict[str, Callable[[], object]] = {
        "Bronbrief, all processors": build,
        "bare WeasyPrint, a loop in one process": peers.loop(pages, folder),
    }
    runs = race(contestants, rounds)
    some = pages[:: max(1, len(pages) // 10)]
    scaled = race(_others(some, folder) | {"weasyprint command": peers.weasyprint_command(some, folder)}, 1)
    factor = len(pages) / len(some)
    for name, run in scaled.items():
        runs[f"{name} (from {len(some)}, scaled)"] = Run(run.seconds * factor, (run.busy or 0) * factor)
    return Result(
        "many", f"{len(pages)} briefs", runs, (f"Most memory of one worker: {max(memory):.0f} MiB (USS).",)
    )


def _watched(workspace: Path) -> float:
    """Build everything anew, and return the most memory (USS) that a worker held, in MiB."""
    most = 0.0
    with subprocess.Popen(
        [BRONBRIEF, "build", "--quiet", "--force"], cwd=workspace, stderr=subprocess.DEVNULL
    ) as build:
        parent = psutil.Process(build.pid)
        while build.poll() is None:
            try:
                children = [one for child in parent.children() for one in child.children()]
                most = max([most, *(child.memory_full_info().uss / 2**20 for child in children)])
            except psutil.Error:
                pass
            time.sleep(0.5)
    return most


def long(folder: Path, rounds: int, share: float) -> Result:
    """Build a brief of about a hundred pages."""
    workspace = make_long_brief(folder / "long", round(45 * share) or 1)
    pages = peers.print_pages(workspace, folder / "long-pages")
    contestants = {
        "Bronbrief, proof and structure included": _build(workspace, "--force", "--format", "pdf"),
        "bare WeasyPrint, in a process": peers.loop(pages, folder),
    }
    contestants |= _others(pages, folder)
    runs = race(contestants, min(rounds, 2))
    return Result("long", "A brief of about 100 pages", runs, (f"{_pages(workspace)} pages.",))


def _pages(workspace: Path) -> int:
    return _count(workspace / "build" / "lang" / "lang.pdf")


def _count(path: Path) -> int:
    with pypdfium2.PdfDocument(path) as document:
        return len(document)


def dossier(folder: Path, rounds: int, share: float) -> Result:
    """Make the dossier of about a hundred pages: briefs, cover, stamps, metadata and one combined PDF."""
    workspace = make_workspace(folder / "dossier", round(22 * share) or 1)
    pages = peers.print_pages(workspace, folder / "dossier-pages")
    names, turns = [page.stem for page in pages], iter(range(2, 900))
    make = ("dossier", "--quiet", "--combined", "--meeting", "2026-12-03", "--item", "7", *names)

    def anew() -> None:
        shutil.rmtree(workspace / "build")
        (workspace / "build").mkdir()
        command(BRONBRIEF, *make, folder=workspace)()

    def stamped() -> None:
        command(BRONBRIEF, *make, "--annex", str(next(turns)), folder=workspace)()

    contestants: dict[str, Callable[[], object]] = {
        "Bronbrief, briefs and dossier": anew,
        "Bronbrief, briefs up to date, other numbers": stamped,
        "bare WeasyPrint, joined by pikepdf, without cover, stamps and metadata": peers.joined(pages, folder),
    }
    runs = race(contestants, min(rounds, 2))
    others = race(_others(pages, folder), 1)
    runs |= {f"{name} (not joined)": run for name, run in others.items()}
    combined = next((workspace / "build" / "dossier").rglob("*.pdf"), None)
    count = max(_count(path) for path in combined.parent.glob("*.pdf")) if combined else 0
    return Result("dossier", "A dossier of about 100 pages", runs, (f"{len(names)} briefs, {count} pages.",))


def checking(folder: Path, rounds: int, share: float) -> Result:
    """Check 10 000 quotations, each of eight words in a row, over 100 MB of sources, read anew each time."""
    workspace = make_workspace(folder / "checking", 0)
    chance = random.Random(4)  # noqa: S311 - for content, not for secrets
    text = "\n".join(path.read_text(encoding="utf-8") for path in sorted((workspace / "seeds").glob("*.txt")))
    words = sorted(set(text.split()))
    excerpts = []
    size = round(5_000_000 * share)
    for number in range(20):
        paragraphs, done = [], 0
        while done < size:
            paragraph = " ".join(chance.choices(words, k=90)).capitalize() + "."
            paragraphs.append(paragraph)
            done += len(paragraph.encode()) + 2
        write_source(workspace, f"bron-{number:02}", "\n\n".join(paragraphs) + "\n")
        for paragraph in chance.choices(paragraphs, k=round(500 * share)):
            parts = paragraph.split()
            at = chance.randrange(len(parts) - 9)
            excerpts.append((f"bron-{number:02}", " ".join(parts[at : at + 8])))
    for number in range(10):
        _write_quotations(workspace / "briefs" / f"toets-{number}.yaml", excerpts[number::10])
    check = command(BRONBRIEF, "check", "--quiet", folder=workspace)
    first = race({"first": check}, 1)["first"]
    specs = sorted((workspace / "briefs").glob("toets-*.yaml"))

    def edited(some: list[Path]) -> None:
        for spec in some:
            spec.write_text(f"{spec.read_text(encoding='utf-8')}# {time.time()}\n", encoding="utf-8")
        check()

    contestants: dict[str, Callable[[], object]] = {
        "Bronbrief, all proven again": lambda: edited(specs),
        "Bronbrief, one brief of ten changed": lambda: edited(specs[:1]),
        "Bronbrief, nothing changed": check,
    }
    runs = race(contestants, rounds) | {"Bronbrief, the first time": first}
    return Result("checking", f"{len(excerpts)} quotations over {20 * size / 1e6:.0f} MB of sources", runs)


def finding(folder: Path, rounds: int, share: float) -> Result:  # noqa: ARG001 - each query has its own
    """Search 100 000 sources for words, phrases and misspelt words."""
    count = round(100_000 * share)
    runs, remarks = searching.measure(folder / "finding", count)
    shutil.rmtree(folder / "finding")
    return Result("finding", f"Finding words in {count} sources", runs, remarks)


def seen(folder: Path, rounds: int, share: float) -> Result:  # noqa: ARG001 - saves are the rounds
    """Save a spec that somebody looks at in the preview, again and again, until the browser shows it."""
    saves = max(2, round(10 * share))
    short, long = folder / "seen", folder / "seen-long"
    found = preview.measure(make_workspace(short, 6), "brief-00005", saves)
    found |= preview.measure(make_long_brief(long, 2), "lang", saves)
    runs = {what: Run(statistics.median(times)) for what, times in found.items()}
    slowest = "; ".join(f"{what} {max(times):.3f} s" for what, times in found.items())
    remark = f"Medians of {saves} saves, after two to warm up. The slowest: {slowest}."
    return Result("seen", "From saving to seeing it in the preview", runs, (remark,))


def _write_quotations(path: Path, excerpts: list[tuple[str, str]]) -> None:
    lines = ["title: Toets", "template: factsheet", "lang: nl-NL", "date: 2026-11-21", 'version: "1.0"']
    lines += ['key_messages: ["Toets. [@c0]"]', "excerpts:"]
    for number, (source, quote) in enumerate(excerpts):
        lines += [
            f"  c{number}:",
            f"    source: {source}",
            f"    quote: {json.dumps(quote, ensure_ascii=False)}",
        ]
    cited = [f"      Toets. [@c{number}]" for number in range(len(excerpts))]
    lines += ["sections:", "  - heading: Toets", "    body: |", *cited]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def _others(pages: list[Path], folder: Path) -> dict[str, Callable[[], object]]:
    found = {
        "Chromium, print to PDF": peers.chromium(pages, folder),
        "Pandoc with WeasyPrint": peers.pandoc(pages, folder),
        "Typst, the same words without the looks": peers.typst(pages, folder),
    }
    return {name: run for name, run in found.items() if run is not None}


MEASURES: Mapping[str, Measure] = {
    "nothing": nothing,
    "change": change,
    "one": one,
    "many": many,
    "long": long,
    "dossier": dossier,
    "checking": checking,
    "finding": finding,
    "seen": seen,
}
