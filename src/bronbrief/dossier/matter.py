"""What a dossier is made from: the meeting, and the briefs as they were built, each with its number."""

import datetime as dt
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from bronbrief.brief.model import HouseStyle
from bronbrief.core.diagnostics import Place
from bronbrief.dossier.index import DocumentSaid
from bronbrief.spec.council import Council
from bronbrief.spec.load import LoadedSpec
from bronbrief.spec.model import BriefSpec

PUBLIC = "openbaar"


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

    @property
    def confidential(self) -> bool:
        """Tell whether its marking is any but that it is public."""
        return (self.council.confidentiality or PUBLIC).casefold() != PUBLIC

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
    """What else a dossier shall hold, and what only who asks for it knows.

    `sources` are the texts of the sources by file name. `made` is when the checksums are made, `published`
    the first day on which the papers are public, `main` the name of the brief that is the main document.
    `replaced` holds, for the name of a brief, what the documents of an earlier dossier say of themselves that
    its annex takes the place of. `seal` tells whether the PDFs are sealed, `sealed` holds those that were;
    `time_stamp` tells whether the list of checksums gets a time stamp.
    """

    combined: bool = False
    sources: Mapping[str, bytes] = field(default_factory=dict)
    made: dt.datetime | None = None
    published: dt.date | None = None
    main: str | None = None
    replaced: Mapping[str, tuple[DocumentSaid, ...]] = field(default_factory=dict)
    seal: bool = False
    time_stamp: bool = False
    sealed: Mapping[str, bytes] = field(default_factory=dict)


def house_style(spec: BriefSpec) -> HouseStyle:
    """Return the house style of a spec as the pages of a dossier need it, without the logo."""
    house = spec.house
    return HouseStyle(house.name, house.accent, house.ink, house.fonts.text, house.fonts.display)
