"""What a dossier is made from: the meeting, and the briefs as they were built, each with its number."""

import datetime as dt
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from bronbrief.brief.model import HouseStyle
from bronbrief.core.diagnostics import Place
from bronbrief.spec.council import Council
from bronbrief.spec.load import LoadedSpec
from bronbrief.spec.model import BriefSpec


@dataclass(frozen=True, slots=True)
class Meeting:
    """The meeting that papers go to, and the number of the agenda item that they belong to."""

    date: dt.date
    item: str


@dataclass(frozen=True)
class Annex:
    """A brief as built, the number that it gets, and its fixed words.

    `base` is the name of its files without their endings, decided by the council's pattern.
    """

    loaded: LoadedSpec
    number: int
    base: str
    labels: Mapping[str, str]
    pdf: bytes
    html: bytes
    evidence: bytes

    @property
    def spec(self) -> BriefSpec:
        """Return the spec of the brief."""
        return self.loaded.spec

    @property
    def council(self) -> Council:
        """Return what the spec says for the council, which may be nothing."""
        return self.spec.council or Council()

    def label_in(self, labels: Mapping[str, str]) -> str:
        """Return the words for its number, such as "Bijlage 2", in the language of a whole dossier."""
        return labels["dossier_annex"].replace("{annex}", str(self.number))

    @cached_property
    def record(self) -> Mapping[str, Any]:
        """Return the record of its quotations, as read back."""
        record: Mapping[str, Any] = json.loads(self.evidence)
        return record

    def place(self, *path: str) -> Place:
        """Return the place of a value in the spec, or of what is nearest to it."""
        return self.loaded.places.value(path) if path in self.loaded.places.spans else self._key(path)

    def _key(self, path: tuple[str, ...]) -> Place:
        head = path[:1]
        known = head and head in self.loaded.places.spans
        return self.loaded.places.key(head) if known else Place(self.loaded.path)

    def stamp(self, meeting: Meeting) -> str:
        """Return the words of its stamp."""
        words = self.labels["dossier_stamp"]
        return words.replace("{annex}", str(self.number)).replace("{item}", meeting.item)


@dataclass(frozen=True, slots=True)
class Wishes:
    """What else a dossier shall hold: all briefs in one PDF, and the texts of the sources by file name."""

    combined: bool = False
    sources: Mapping[str, bytes] = field(default_factory=dict)


def house_style(spec: BriefSpec) -> HouseStyle:
    """Return the house style of a spec as the pages of a dossier need it, without the logo."""
    house = spec.house
    return HouseStyle(house.name, house.accent, house.ink, house.fonts.text, house.fonts.display)
