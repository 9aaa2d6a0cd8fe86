"""How a source is named: the short label under a quotation, the entry in the list of sources, the address.

The forms follow Dutch and Flemish practice (Leidraad voor juridische auteurs 2022; Aanwijzingen voor de
regelgeving 3.43; Juridische verwijzingen en afkortingen): what has no author begins with its title, what has
no date says so, and every number and address that is known is given.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from html import escape
from itertools import groupby
from urllib.parse import urlsplit

from bronbrief.brief.dates import edtf_text
from bronbrief.brief.fragments import fragment_url
from bronbrief.brief.identifiers import written
from bronbrief.brief.language_tags import language_marks
from bronbrief.brief.model import CitedSource, Prose
from bronbrief.core.diagnostics import clip
from bronbrief.sources.facts import KINDS
from bronbrief.sources.identifiers import recognise
from bronbrief.sources.model import Locator, Passage, Record, Source, Unit

TYPED = 40
"""Characters of an address that somebody may be expected to type over."""
TITLE_IN_LABEL = 60
PRINTED_KINDS = tuple(kind for kind in KINDS if kind not in ("news", "web"))
_UNIT_LABELS = {
    Unit.PARAGRAPH: "locator_paragraph",
    Unit.HEADING: "locator_heading",
    Unit.CAPTION: "locator_caption",
    Unit.QUESTION: "locator_question",
    Unit.ANSWER: "locator_answer",
    Unit.LINE: "locator_line",
}


@dataclass(frozen=True, slots=True)
class Pinpoint:
    """A source cited by locator alone; without a locator, the source as a whole."""

    source: Source
    locator: Locator | None = None
    passages: tuple[Passage, ...] = ()


@dataclass(frozen=True, slots=True)
class Citer:
    """Name sources in the language of a brief; `together` are the sources that a label must tell apart."""

    lang: str
    labels: Mapping[str, str]
    together: tuple[Source, ...] = ()

    def entry(self, source: Source) -> CitedSource:
        """Describe a source in full for the list of sources."""
        record = source.record
        supplied = record.title_ground == "supplied"
        title = f"[{record.title}]" if supplied else record.title
        shown = title if supplied else f"‘{title}’"
        lead = f"{record.author}, " if record.author else ""
        said = self._said(source)
        tail = (
            Prose(said.html, said.plain)
            if said.plain.endswith(".")
            else Prose(f"{said.html}.", f"{said.plain}.")
        )
        linked = f"<cite{self._lang(source)}>{escape(shown)}</cite>"
        html, plain = f"{escape(lead)}{linked}, {tail.html}", f"{lead}{shown}, {tail.plain}"
        if record.url and web_address(record.url):
            html = html.replace(linked, f'<a href="{escape(record.url)}">{linked}</a>', 1)
            address = short_address(record.url)
            html += f' <span class="source-address">{escape(address)}</span>'
            plain += f" {address}"
        read = self._consulted(record)
        entry, remarks = Prose(html + read.html, plain + read.plain), self._remarks(source)
        return CitedSource(
            source.id, source_anchor(source.id), record, title, entry, self.date(source), remarks
        )

    def _said(self, source: Source) -> Prose:
        """Return what follows on the title: what it stands in, its kind, publisher, date and number."""
        record = source.record
        known = recognise(record.identifier) if record.identifier else None
        number = record.identifier or ""
        printed = written(known, self.labels, self.lang) if known else Prose(escape(number), number)
        within = self.labels["source_part_of"].replace("{title}", record.part_of) if record.part_of else None
        kind = None if known and known.kind else self._kind(record.kind)
        words = [word for word in (within, kind, record.publisher, self.date(source)) if word]
        html = ", ".join(filter(None, (*map(escape, words), printed.html)))
        return Prose(html, ", ".join(filter(None, (*words, printed.plain))))

    def _consulted(self, record: Record) -> Prose:
        """Return when a source was read on the web, and where a copy of it stays."""
        html = plain = ""
        if record.retrieved:
            plain = " " + self.labels["source_retrieved"].replace(
                "{date}", edtf_text(record.retrieved, self.lang)
            )
            html = escape(plain)
        if record.archived and web_address(record.archived):
            words, address = self.labels["source_archived"], short_address(record.archived)
            link = f'<a class="source-address" href="{escape(record.archived)}">{escape(address)}</a>'
            html += " " + escape(words).replace("{address}", link)
            plain += " " + words.replace("{address}", address)
        return Prose(html, plain)

    def date(self, source: Source) -> str:
        """Return a source's date in words, or the words for no date."""
        return edtf_text(source.record.date, self.lang) if source.record.date else self.labels["no_date"]

    def place(self, source: Source, locators: Iterable[Locator]) -> str:
        """Write locators in the brief's words: "al. 3–5", "antwoord 2, al. 1", "para. 3 and 7"."""
        divided = groupby(
            locators, key=lambda at: (at.unit, at.name or (at.number if at.paragraph else None))
        )
        pieces = []
        for (unit, number), group in divided:
            members = list(group)
            if number is None:
                pieces.append(self._counted(source, unit, [at.number for at in members]))
                continue
            whole = (
                self._named(unit, number)
                if isinstance(number, str)
                else self._counted(source, unit, [number])
            )
            parts = [at.paragraph for at in members if at.paragraph]
            pieces.append(f"{whole}, {self._counted(source, Unit.PARAGRAPH, parts)}" if parts else whole)
        return "; ".join(pieces)

    def _named(self, unit: Unit, name: str) -> str:
        """Write "antwoord 2 en 3" in the brief's words; a speaker is named as the source does."""
        if unit is Unit.SPEAKER:
            return name
        numbers = name.replace(" en ", f" {self.labels['and']} ").replace("-", "–")
        return self.labels[_UNIT_LABELS[unit]].replace("{number}", numbers)

    def label(self, source: Source, locators: Iterable[Locator]) -> str:
        """Return the label of places in a source, such as "RTV Drenthe, maart 2024, al. 5"."""
        record = source.record
        name = record.publisher or record.author
        parts = [name] if name else []
        if not name or self._is_shared(source):
            parts.append(f"‘{clip(record.title, TITLE_IN_LABEL)}’")
        parts += [self.date(source), self.place(source, locators)]
        return ", ".join(part for part in parts if part)

    def _is_shared(self, source: Source) -> bool:
        """Tell whether another source would have the same label."""
        own = (source.record.publisher or source.record.author, source.record.date)
        return any(
            (other.record.publisher or other.record.author, other.record.date) == own
            for other in self.together
            if other.id != source.id
        )

    def _kind(self, kind: str) -> str | None:
        return self.labels[f"source_kind_{kind.replace('-', '_')}"] if kind in PRINTED_KINDS else None

    def _counted(self, source: Source, unit: Unit, numbers: list[int]) -> str:
        if unit is Unit.CAPTION and sum(p.locator.unit is unit for p in source.passages) == 1:
            return self.labels["locator_only_caption"]
        return self.labels[_UNIT_LABELS[unit]].replace("{number}", self._numbers(numbers))

    def _numbers(self, numbers: list[int]) -> str:
        """Write "3", "3–5" for numbers in a row, "3 en 7" for others."""
        rows = [
            [number for _, number in row] for _, row in groupby(enumerate(numbers), lambda at: at[1] - at[0])
        ]
        written = [str(row[0]) if len(row) == 1 else f"{row[0]}–{row[-1]}" for row in rows]
        head, last = written[:-1], written[-1]
        return f"{', '.join(head)} {self.labels['and']} {last}" if head else last

    def _lang(self, source: Source) -> str:
        """Return the attributes that mark a source's language where it is not the brief's."""
        return language_marks(source.record.lang, self.lang).removesuffix(' dir="rtl"')

    def _remarks(self, source: Source) -> tuple[str, ...]:
        record, labels = source.record, self.labels
        remarks = []
        if record.title_ground in ("page address", "supplied"):
            remarks.append(labels[f"source_title_ground_{record.title_ground.replace(' ', '_')}"])
        if record.date and record.date_ground:
            ground = record.date_ground.rstrip(". ")
            own = labels["source_date_ground"].replace("{ground}", ground)
            remarks.append(labels["source_date_ground_recorded"] if self._lang(source) else own)
        if record.ocr:
            remarks.append(labels["source_ocr"])
        if record.licence:
            remarks.append(labels["source_licence"].replace("{licence}", record.licence.rstrip(". ")))
        file = source.path.rsplit("/", maxsplit=1)[-1]
        remarks.append(labels["source_file"].replace("{file}", file))
        return tuple(remarks)


def source_anchor(source_id: str) -> str:
    """Return the id of a source's entry in the list of sources."""
    return f"bron-{source_id}"


def short_address(url: str) -> str:
    """Return an address as it is printed: without its scheme, and of a long one only its host."""
    bare = url.split("://", maxsplit=1)[1].removeprefix("www.").rstrip("/")
    host, way, _ = bare.partition("/")
    return f"{host}/…" if way and len(bare) > TYPED else bare


def web_address(url: str | None) -> bool:
    """Tell whether there is an address and it is one of the web."""
    if not url:
        return False
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.netloc)


def cited_address(source: Source, texts: Iterable[str]) -> str | None:
    """Return the source's address with text fragments for what is cited of it, if there is an address."""
    url = source.record.url
    return fragment_url(url, texts) if url and web_address(url) else None
