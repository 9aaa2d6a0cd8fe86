"""Results as text and as `docs/performance.md`: ratios first, then seconds, then the machine."""

import os
import platform
from collections.abc import Iterable
from importlib.metadata import version
from pathlib import Path

from bench.material import ROOT
from bench.timing import Result

PAGE = ROOT / "docs" / "performance.md"
HEAD = """# Performance

How long Bronbrief takes, beside other tools on the same content. `make bench` measures it anew and writes
this page. The contestants of a table ran in turn on the same machine, and each figure is the best of some
rounds. A ratio above 1 means that the other took that many times as long as Bronbrief; below 1, that it was faster.
The others typeset only: none of them proves quotations, and none but Bronbrief repairs the structure tree.
"""


def as_text(result: Result) -> str:
    """Write a result as lines for a terminal."""
    ours = next(iter(result.runs.values())).seconds
    lines = [result.title]
    for name, run in result.runs.items():
        lines.append(f"  {run.seconds / ours:7.2f} x  {run.seconds:9.3f} s  {run.busy:9.3f} s busy  {name}")
    return "\n".join([*lines, *(f"  {remark}" for remark in result.remarks)])


def write(results: Iterable[Result]) -> None:
    """Write the page."""
    parts = [HEAD]
    for result in results:
        ours = next(iter(result.runs.values())).seconds
        rows = [
            f"| {name} | {run.seconds / ours:.2f} | {run.seconds:.3f} | {run.busy:.3f} |"
            for name, run in result.runs.items()
        ]
        table = ["| what | ratio | seconds | processor seconds |", "|---|---:|---:|---:|", *rows]
        parts += [f"## {result.title}\n", "\n".join(table) + "\n", *(f"{one}\n" for one in result.remarks)]
    parts += ["## The machine\n", _machine()]
    PAGE.write_text("\n".join(parts), encoding="utf-8")


def _machine() -> str:
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    load = ", ".join(f"{one:.1f}" for one in os.getloadavg())
    tools = ", ".join(f"{name} {version(name)}" for name in ("weasyprint", "pydyf", "typst"))
    return (
        f"{_processor()}, {os.cpu_count()} processors, {memory:.0f} GiB of memory; {platform.system()} "
        f"{platform.release()}; Python {platform.python_version()}; {tools}. "
        f"Load of the machine at the end (1, 5 and 15 minutes): {load}.\n"
    )


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        return platform.processor() or platform.machine()
    return next((line.split(":", 1)[1].strip() for line in lines if line.startswith("model name")), "unknown")
