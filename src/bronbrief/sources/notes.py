"""What was found out about a long source, kept between runs: what was asked once costs nothing to ask again.

The same bytes and the same code give the same answers. Notes are therefore kept under the hash of the bytes,
and each subject beside the hash of the code that answered. What is cut from a source is held against its
bytes in every run all the same: a note says where to look, and never stands for the words.
"""

import json
from typing import Any

from bronbrief.core.user_cache import keep, recall

MOST = 20_000
"""Answers that one subject may hold; with more, it begins anew."""

_KIND = "notes"

Json = Any  # what `json` reads and writes


class Notes:
    """The notes about one source, by subject; without a hash nothing is noted."""

    def __init__(self, sha256: str = "") -> None:
        """Take the hash of the source's bytes; the notes are read when they are first needed."""
        self._sha256 = sha256
        self._kept: dict[str, Json] | None = None
        self._open: dict[str, tuple[str, dict[str, Json]]] = {}
        self._before = 0

    def about(self, subject: str, recipe: str) -> dict[str, Json]:
        """Return the answers about a subject, to look up and to add to; `recipe` is the hash of the code."""
        if not self._sha256:
            return {}
        if subject not in self._open:
            if self._kept is None:
                self._kept = json.loads(recall(_KIND, self._sha256) or b"{}")
            code, answers = self._kept.get(subject, ("", {}))
            answers = answers if code == recipe and len(answers) <= MOST else {}
            self._open[subject] = recipe, answers
            self._before += len(answers)
        return self._open[subject][1]

    def keep(self) -> None:
        """Keep what was added."""
        count = sum(len(answers) for _, answers in self._open.values())
        if count != self._before:
            self._before = count
            keep(_KIND, self._sha256, json.dumps((self._kept or {}) | self._open).encode())
