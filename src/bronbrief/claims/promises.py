"""What a template promises of its evidence: cells, answers and key messages that cite what carries them."""

from collections.abc import Collection, Iterator

from bronbrief.brief.acceptances import Acceptances
from bronbrief.brief.block import blocks_of
from bronbrief.brief.statements import cited_by
from bronbrief.core.diagnostics import Diagnostic, clip, report
from bronbrief.core.places import Path, placed_sections
from bronbrief.spec.load import LoadedSpec

CODES = {"cells": "cell-uncited", "answers": "answer-uncited", "key_messages": "key-message-uncited"}
_SHOWN = 30


def unkept(loaded: LoadedSpec, promises: Collection[str], acceptances: Acceptances) -> Iterator[Diagnostic]:
    """Yield what should cite its evidence and does not, unless the author says why."""
    for promise, path, text in _uncited(loaded):
        if promise in promises and not acceptances.within(path, text):
            shown = clip(" ".join(text.split()), _SHOWN)
            yield report(CODES[promise], loaded.places.value(path), text=shown)


def _uncited(loaded: LoadedSpec) -> Iterator[tuple[str, Path, str]]:
    for number, text in enumerate(loaded.spec.key_messages):
        if not cited_by(text):
            yield "key_messages", ("key_messages", number), text
    for section, path in placed_sections(loaded.spec.sections):
        for block, given in blocks_of(section):
            yield from block.uncited(given, (*path, block.key))
