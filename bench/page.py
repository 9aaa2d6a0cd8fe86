"""Results as text and as `docs/performance.md`: ratios first, then seconds, then the machine."""

import json
import os
import platform
from collections.abc import Iterable, Mapping
from dataclasses import asdict
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

from bench.material import ROOT
from bench.timing import Result, Run

RESULTS = ROOT / "bench" / "results.json"
PAGE = ROOT / "docs" / "performance.md"
HEAD = """# Performance

How long Bronbrief takes, beside other tools on the same content. `make bench` measures it anew and writes
this page. The contestants of a table ran in turn on the same machine, and each figure is the best of some
rounds. A ratio above 1 means that the other took that many times as long as Bronbrief; below 1, that it was
faster. The others typeset only: none of them proves quotations, and none but Bronbrief mends the structure
tree. Processor seconds are those of all processes of a contestant. A load above the number of processors
means that the machine had other work: then only ratios count.
"""
COMPARABLE_SINCE = "2026-11-28"
"""Figures of an earlier day are marked: Bronbrief did less then, or otherwise (see `EARLIER`)."""
EARLIER = f"""Tables marked **earlier version** were measured before {COMPARABLE_SINCE}: Bronbrief did not
read back what it built, told unchanged files by size and time, and kept passages of sources between runs.
Where it set PDFs in several processes, their processor seconds are those of the first alone.
"""


def as_text(result: Result) -> str:
    """Write a result as lines for a terminal."""
    ours = next(iter(result.runs.values())).seconds
    lines = [result.title]
    for name, run in result.runs.items():
        lines.append(f"  {run.seconds / ours:7.2f} x  {run.seconds:9.3f} s  {_busy(run):>9} s busy  {name}")
    return "\n".join([*lines, *(f"  {remark}" for remark in result.remarks)])


def _busy(run: Run) -> str:
    return "–" if run.busy is None else f"{run.busy:.3f}"


def keep(result: Result) -> None:
    """Keep a result beside those of other measurements, with the day and the load of the machine."""
    kept = json.loads(RESULTS.read_text(encoding="utf-8")) if RESULTS.is_file() else {}
    about = {"load": round(os.getloadavg()[0], 1), "measured": datetime.now(tz=UTC).date().isoformat()}
    kept[result.name] = asdict(result) | about
    RESULTS.write_text(json.dumps(kept, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


def write(names: Iterable[str]) -> None:
    """Write the page from the results that were kept, in the order of these names."""
    kept = json.loads(RESULTS.read_text(encoding="utf-8"))
    parts = [HEAD]
    if any(_is_earlier(found) for found in kept.values()):
        parts.append(EARLIER)
    for found in [kept[name] for name in names if name in kept]:
        runs = {name: Run(**run) for name, run in found["runs"].items()}
        version = ", an **earlier version**" if _is_earlier(found) else ""
        when = f"Measured on {found['measured']}{version}. Load of the machine meanwhile: {found['load']}."
        result = Result(found["name"], found["title"], runs, (*found["remarks"], when))
        ours = next(iter(result.runs.values())).seconds
        rows = [
            f"| {name} | {run.seconds / ours:.2f} | {run.seconds:.3f} | {_busy(run)} |"
            for name, run in result.runs.items()
        ]
        table = ["| what | ratio | seconds | processor seconds |", "|---|---:|---:|---:|", *rows]
        parts += [f"## {result.title}\n", "\n".join(table) + "\n", *(f"{one}\n" for one in result.remarks)]
    parts += ["## The machine\n", _machine()]
    PAGE.write_text("\n".join(parts), encoding="utf-8")


def _is_earlier(found: Mapping[str, str]) -> bool:
    return found["measured"] < COMPARABLE_SINCE


def _machine() -> str:
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    tools = ", ".join(f"{name} {version(name)}" for name in ("weasyprint", "pydyf", "typst"))
    return (
        f"{_processor()}, {os.cpu_count()} processors, {memory:.0f} GiB of memory; {platform.system()} "
        f"{platform.release().partition('-')[0]}; Python {platform.python_version()}; {tools}.\n"
    )


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        return platform.processor() or platform.machine()
    return next((line.split(":", 1)[1].strip() for line in lines if line.startswith("model name")), "unknown")
