"""The stream of events that keeps pages in step: the whole state, once at the start and after every change.

Versions are made from content, not counted, so that a page which finds the server again after a restart
goes on where it was, and nothing reloads that has not changed.
"""

import asyncio
import json
from collections.abc import AsyncIterator, Callable
from typing import Any

from bronbrief.core.diagnostics import Severity
from bronbrief.serve.brief_store import BriefState
from bronbrief.serve.diagnostics import as_data
from bronbrief.serve.preview import Preview
from bronbrief.serve.tasks import Aim

HEARTBEAT = 15.0
RETRY = 700
"""Milliseconds after which a page looks for a server that has gone."""


async def stream(
    preview: Preview, name: str | None, lang: str, ended: Callable[[], bool]
) -> AsyncIterator[str]:
    """Yield server-sent events (HTML, 9.2) until the page or the server goes.

    `name` is the brief that the page looks at, if any.
    """
    loop, changed = asyncio.get_running_loop(), asyncio.Event()

    def wake() -> None:
        loop.call_soon_threadsafe(changed.set)

    unlisten = preview.store.listen(wake)
    if name:
        await asyncio.to_thread(preview.enter, name)
    try:
        yield f"retry: {RETRY}\n\n"
        told = ""
        while not ended():
            changed.clear()
            now = json.dumps(state(preview, name, lang), ensure_ascii=False)
            if now != told:
                yield f"data: {now}\n\n"
            told = now
            if not await _change(changed, ended):
                yield ": still here\n\n"
    finally:
        unlisten()
        if name:
            preview.leave(name)


async def _change(changed: asyncio.Event, ended: Callable[[], bool]) -> bool:
    """Wait for a change; False where there was none for as long as a heartbeat."""
    waited = 0.0
    while not changed.is_set() and not ended():
        if waited >= HEARTBEAT:
            return False
        try:
            await asyncio.wait_for(changed.wait(), 0.5)
        except TimeoutError:
            waited += 0.5
    return True


def state(preview: Preview, name: str | None, lang: str) -> dict[str, Any]:
    """Return what a page shows: all briefs, the versions of its sources, and its own brief whole."""
    briefs = preview.store.all()
    mine = preview.store.get(name) if name else None
    return {
        "briefs": [_entry(brief) for brief in briefs],
        "sources": preview.sources.version,
        "brief": _whole(preview, mine, lang) if mine else None,
    }


def _entry(brief: BriefState) -> dict[str, Any]:
    counts = {str(severity): brief.count(severity) for severity in Severity}
    said = {"name": brief.name, "title": brief.title, "lang": brief.lang}
    return {**said, "known": brief.known, "counts": counts, "built": brief.built}


def _whole(preview: Preview, brief: BriefState, lang: str) -> dict[str, Any]:
    return {
        **_entry(brief),
        "html": brief.html.version if brief.html else "",
        "proven": brief.html.version if brief.html and brief.lang else "",
        "pdf": brief.pdf,
        "checking": not brief.checked,
        "setting": Aim.PUBLISH not in brief.tried,
        "spec": preview.digest(brief.name),
        "findings": as_data(brief.diagnostics, preview.workspace, lang),
    }
