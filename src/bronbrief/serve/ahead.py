"""Looking ahead: the page of a PDF that somebody looks at is made anew before the browser asks for it."""

from typing import NamedTuple

from bronbrief.serve.brief_store import BriefStore
from bronbrief.serve.pages import PageImages


class Asked(NamedTuple):
    """The image that was asked for first of a version of a brief's PDF: the page at the top of the view."""

    name: str
    version: str
    number: int
    scale: float


class Ahead:
    """Has the image begun that will be asked for next, as soon as the store has another PDF."""

    def __init__(self, store: BriefStore, images: PageImages) -> None:
        """Listen to a store."""
        self._store, self._images = store, images
        self._last: Asked | None = None
        self._begun = ""
        store.listen(self._look)

    def note(self, asked: Asked) -> None:
        """Hear which image was asked for."""
        if self._last is None or asked[:2] != self._last[:2]:
            self._last = asked

    def _look(self) -> None:
        last = self._last
        state = self._store.get(last.name) if last else None
        if last is None or state is None or state.pdf in ("", last.version, self._begun):
            return
        self._begun = state.pdf
        data = self._store.pdf(last.name)
        if data is not None:
            self._images.prepare(state.pdf, data, last.number, last.scale)
