"""Measure `bronbrief find` in a workspace of many sources: queries of many kinds, and whole processes.

The sources have about `WORDS` words each: sentences of the real ones, in which one word in eight is replaced
by one of a large made-up vocabulary, so that the vocabulary grows as that of real text does. Beside them run
a bare FTS5 query for the same word, unranked, and grep over the files.
"""

import itertools
import random
import sqlite3
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

from bench.timing import Run, command
from bronbrief.core.workspace import Workspace
from bronbrief.sources.search import search
from bronbrief.sources.search_index import with_index

ROOT = Path(__file__).resolve().parents[1]
WORDS, ROUNDS, VOCABULARY = 250, 15, 300_000
COMMON = "a common word"
QUERIES = {
    COMMON: "stedenband",
    "a rare word": "vlierbes",
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


def measure(folder: Path, count: int) -> tuple[dict[str, Run], tuple[str, ...]]:
    """Write the sources, make the index, and ask; return medians, and in words what else was seen."""
    write_sources(folder, count)
    workspace = Workspace(folder)
    start = time.perf_counter()
    search(workspace, "stedenband")
    made = time.perf_counter() - start
    time.sleep(1.1)  # a file that changed in the last second is looked at again
    search(workspace, "stedenband")
    found = {name: median(search, workspace, text) for name, text in QUERIES.items()}
    runs = {f"Bronbrief, {name}": run for name, (run, _) in found.items()}
    words, runs["bare FTS5, a common word, unranked"] = with_index(workspace, bare_search)
    entry = Path(sys.executable).with_name("bronbrief")
    whole = command(entry, "find", QUERIES[COMMON], "--workspace", folder)
    runs["the whole process of bronbrief find, a common word"], _ = median(whole)
    grep = command("grep", "-rlwi", QUERIES[COMMON], folder / "seeds")
    runs["grep over the files, a common word"], _ = median(grep, rounds=3)
    slowest = max(found, key=lambda name: found[name][1])
    size = next((folder / "build/.cache").glob("search*.sqlite")).stat().st_size / 2**20
    return runs, (
        f"Medians of {ROUNDS}; the slowest single query took {found[slowest][1]:.3f} s ({slowest}).",
        f"{words} different words; the index took {made:.0f} s to make, and {size:.0f} MiB.",
    )


def median(work: Callable[..., object], *arguments: object, rounds: int = ROUNDS) -> tuple[Run, float]:
    """Return the median of some rounds with the mean processor time, and the longest."""
    times = []
    busy = time.process_time()
    for _ in range(rounds):
        start = time.perf_counter()
        work(*arguments)
        times.append(time.perf_counter() - start)
    busy = (time.process_time() - busy) / rounds
    return Run(statistics.median(times), busy or None), max(times)


def bare_search(database: sqlite3.Connection) -> tuple[int, Run]:
    """Count the words that the index knows, and measure the bare query."""
    words: int = database.execute("SELECT count(*) FROM words").fetchone()[0]
    return words, median(bare, database, QUERIES[COMMON])[0]


def bare(database: sqlite3.Connection, word: str) -> object:
    """Do what the least search would do: take the first passages that match, unranked."""
    return database.execute("SELECT text FROM words_of WHERE words_of MATCH ? LIMIT 10", (word,)).fetchall()
