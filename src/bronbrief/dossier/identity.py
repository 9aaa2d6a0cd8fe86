"""Who gives out the identifiers of a dossier, and the identifiers: stable, and of one organisation only."""

import datetime as dt
import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import quote

from bronbrief.core.digests import sha256_of
from bronbrief.dossier.matter import Annex, Meeting
from bronbrief.dossier.rules import Rules

# Any fixed UUID will do; this one names nothing else (RFC 9562, 5.5 and 6.6).
_NAMESPACE = uuid.UUID("6f1d7c1e-58a4-5d52-9d5c-1f6a1f1b7e0b")
UNKNOWN = "Bronbrief"


@dataclass(frozen=True, slots=True)
class Identifier:
    """An identifier as MDTO has it (identificatieGegevens): what it reads, and who gave it out."""

    value: str
    source: str


@dataclass(frozen=True, slots=True)
class Issuer:
    """Who gives out identifiers: its name, and what no other organisation has in common with it."""

    name: str
    seed: str

    def identify(self, *parts: str) -> Identifier:
        """Return the identifier of what these words name: the same words give the same identifier."""
        return Identifier(uuid.uuid5(_NAMESPACE, "\n".join((self.seed, *parts))).urn, self.name)


def issuer_of(annexes: Sequence[Annex], rules: Rules) -> Issuer:
    """Return who gives out the identifiers of a dossier.

    Municipalities may share a name (Bergen), and examples share everything. So where no identifier of the
    organisation is stated, the identifiers depend on what the papers hold as well.
    """
    first = annexes[0].spec
    creators = first.archive.creators if first.archive else []
    name = rules.organisation.name or next(iter(creators), None) or first.house.name or UNKNOWN
    held = sha256_of("".join(sha256_of(annex.pdf) for annex in annexes).encode())
    return Issuer(name, rules.organisation.identifier or f"{name}\n{held}")


@dataclass(frozen=True, slots=True)
class Setting:
    """What all descriptions of a dossier share.

    `checked` is when its checksums were made, an ISO 8601 date and time; `published` the first day on which
    its papers are public, where that is known.
    """

    meeting: Meeting
    rules: Rules
    issuer: Issuer
    checked: str
    published: dt.date | None = None

    @property
    def dossier(self) -> Identifier:
        """Return the identifier of the dossier."""
        return self.issuer.identify("dossier", self.meeting.date.isoformat(), self.meeting.item)

    def record(self, annex: Annex) -> Identifier:
        """Return the identifier of a brief as an annex: stamped for another meeting it is another record."""
        where = (self.meeting.date.isoformat(), self.meeting.item, str(annex.number))
        return self.issuer.identify("record", *where, annex.loaded.name, annex.spec.version)

    def file(self, name: str) -> Identifier:
        """Return the identifier of a file of the dossier."""
        return self.issuer.identify("file", self.meeting.date.isoformat(), self.meeting.item, name)

    def url(self, name: str) -> str | None:
        """Return the address at which a file comes to stand, where the council says so."""
        publish = self.rules.publish
        return f"{publish.rstrip('/')}/{quote(name)}" if publish else None

    def public_from(self, annex: Annex) -> dt.date | None:
        """Return the first day on which an annex is public, where that is known."""
        return None if annex.confidential else self.published or annex.council.embargo
