"""Measure `bronbrief find` in a workspace of many sources: queries, whole processes, and making the index.

Usage: python bench/search.py [SOURCES] (100 000 if left out). It writes the sources in a temporary folder,
each of about `WORDS` words: sentences of the real sources, in which one word in eight is replaced by one of a
large made-up vocabulary, so that the vocabulary grows as that of real text does. Prints medians and the
slowest of `ROUNDS`, processor time, and the ratio of a query to a bare FTS5 query for the same words.
"""

import itertools
import random
import shutil
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from bronbrief.core.workspace import Workspace
from bronbrief.sources.search import search
from bronbrief.sources.search_index import SearchIndex
from bronbrief.sources.search_sync import bring_up_to_date

ROOT = Path(__file__).resolve().parents[1]
WORDS, ROUNDS, VOCABULARY = 250, 15, 300_000
QUERIES = {
    "a rare word": "vlierbes",
    "a common word": "stedenband",
    "a very common word": "de",
    "two words": "stedenband Brest",
    "two very common words": "de van",
    "a phrase": '"formele contacten"',
    "a beginning": "sanc*",
    "a misspelt word": "stedenbant",
    "without accents": "oekraine",
    "words that no passage has together": "Dalian Poetin Bergsma",
    "a word like no other": "qqxyzzyqq",
    "many very common words": "de van het een en in op te dat is",
    "a phrase of very common words": '"van de"',
    "a phrase that nobody wrote": '"de de van de"',
    "a beginning of one letter": "d*",
    "three misspelt words": "stedenbant oekrainne sanctiess",
    "a long word, misspelt": "gemeenteraatsverkiesingen",
}


def write_sources(folder: Path, count: int) -> None:
    """Write the sources, the same for the same count."""
    chance = random.Random(1)  # noqa: S311 - test data
    syllables = [a + b for a, b in itertools.product("bdfghklmnprstvwz", ("a", "e", "oo", "ij", "ui", "e"))]
    made = ["".join(chance.choices(syllables, k=3)) for _ in range(VOCABULARY)]
    weights = list(itertools.accumulate(1 / (rank + 10) for rank in range(VOCABULARY)))
    text = " ".join(path.read_text(encoding="utf-8") for path in sorted((ROOT / "seeds").glob("*.txt")))
    sentences = [sentence.split() for sentence in " ".join(text.split()).split(". ")]
    (folder / "briefs").mkdir(parents=True)
    (folder / "seeds").mkdir()
    for number in range(count):
        paragraphs, words = [], 0
        while words < WORDS:
            picked = [
                word
                for sentence in chance.choices(sentences, k=3)
                for word in (*sentence[:-1], f"{sentence[-1]}.")
            ]
            strange = chance.choices(made, cum_weights=weights, k=len(picked) // 8)
            for word in strange:
                picked[chance.randrange(len(picked))] = word
            paragraphs.append(" ".join(picked))
            words += len(picked)
        (folder / "seeds" / f"bron-{number:06}.txt").write_text(
            "\n\n".join(paragraphs) + "\n", encoding="utf-8"
        )


def measured(work: Callable[..., object], *arguments: object) -> tuple[float, float, float]:
    """Return the median and the longest time of some rounds, and the mean processor time, in milliseconds."""
    times = []
    busy = time.process_time()
    for _ in range(ROUNDS):
        start = time.perf_counter()
        work(*arguments)
        times.append((time.perf_counter() - start) * 1000)
    busy = (time.process_time() - busy) * 1000 / ROUNDS
    return statistics.median(times), max(times), busy


def bare(database: sqlite3.Connection, text: str) -> object:
    """Do what the least search would do: take the first passages that match, unranked."""
    words = " ".join(f'"{word}"' for word in text.replace('"', " ").replace("*", " ").split())
    return database.execute("SELECT text FROM words_of WHERE words_of MATCH ? LIMIT 10", (words,)).fetchall()


def main(count: int) -> None:
    """Write the sources, make the index, measure."""
    folder = Path(tempfile.mkdtemp(prefix="bronbrief-bench-"))
    try:
        write_sources(folder, count)
        workspace = Workspace(folder)
        start = time.perf_counter()
        with SearchIndex(workspace) as index:
            bring_up_to_date(index)
        size = (folder / "build/.cache/search.sqlite").stat().st_size / 2**20
        print(f"{count} sources; index made in {time.perf_counter() - start:.1f} s, {size:.0f} MiB")
        time.sleep(1.1)
        search(workspace, "stedenband")
        queries(workspace)
        processes(folder)
    finally:
        shutil.rmtree(folder)


def queries(workspace: Workspace) -> None:
    """Measure queries within a process, and looking at every file."""
    with SearchIndex(workspace) as index:
        words = index.database.execute("SELECT count(*) FROM words").fetchone()[0]
        print(f"{words} different words\n")
        print(f"{'query':36}{'median':>9}{'longest':>10}{'processor':>11}{'ratio to bare FTS5':>20}")
        for name, text in QUERIES.items():
            median, longest, busy = measured(search, workspace, text)
            base, _, _ = measured(bare, index.database, text)
            print(f"{name:36}{median:6.1f} ms{longest:7.1f} ms{busy:8.1f} ms{median / base:19.1f}x")
        median, longest, busy = measured(lambda: bring_up_to_date(index, thoroughly=True))
        print(f"\nlooking at every file: median {median:.0f} ms, processor {busy:.0f} ms")


def run(*command: str) -> None:
    """Run a command to its end."""
    subprocess.run(command, check=True, capture_output=True)


def processes(folder: Path) -> None:
    """Measure whole processes, from start to end."""
    entry = str(Path(sys.executable).parent / "bronbrief")
    for arguments in (["--version"], ["find", "stedenband", "--workspace", str(folder)]):
        median, longest, _ = measured(run, entry, *arguments)
        print(
            f"bronbrief {arguments[0]}, the whole process: median {median:.0f} ms, longest {longest:.0f} ms"
        )


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 100_000)
