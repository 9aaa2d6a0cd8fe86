"""How sources look: on a terminal, as plain lines for other programs, and as data."""

from collections.abc import Iterable, Sequence
from io import StringIO

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from bronbrief.brief.dates import edtf_text
from bronbrief.locale import i18n
from bronbrief.reporting.excerpt import printable
from bronbrief.sources.model import LeftOut, Passage, Record, Source, Unit

WIDTH = 100
STYLES = {Unit.HEADING: "bold", Unit.CAPTION: "italic", Unit.QUESTION: "cyan", Unit.LINE: "dim"}


def listing(sources: Sequence[Source], lang: str, *, rich: bool) -> str:
    """List sources: an entry of three lines each for the eye, or one line with tabs between its fields."""
    said = i18n.words("views", lang)["sources"]
    if not sources:
        return f"{said['none']}\n"
    rows = [_row(source, lang) for source in sources]
    if not rich:
        return "".join("\t".join(row) + "\n" for row in rows)
    entries = [
        Group(
            Text(name, style="bold cyan"),
            Padding(Text(f"{title}\n{publisher}, {date}, {words} {said['words']}"), (0, 0, 1, 2)),
        )
        for name, date, publisher, title, words in rows
    ]
    return _drawn(Group(*entries))


def details(source: Source, lang: str, *, rich: bool) -> str:
    """Print a record and its passages; plain, each passage is a line: locator, tab, text."""
    said = i18n.words("views", lang)["sources"]["fact"]
    facts = [(said[name], printable(text)) for name, text in _facts(source.record, lang)]
    if not rich:
        head = [f"{name}: {text}\n" for name, text in facts]
        body = [f"{passage.locator}\t{printable(passage.text)}\n" for passage in source.passages]
        return "".join([f"{source.id}\n", *head, "\n", *body])
    table = Table(box=None, show_header=False, pad_edge=False, padding=(0, 2, 0, 0))
    table.add_column(style="dim", no_wrap=True)
    table.add_column(ratio=1, overflow="fold")
    for name, text in facts:
        table.add_row(name, Text(text))
    parts: list[RenderableType] = [Text(source.id, style="bold cyan"), table, Text()]
    return _drawn(Group(*parts, _passages(source.passages)))


def _passages(passages: Iterable[Passage]) -> Table:
    table = Table(box=None, show_header=False, pad_edge=False, padding=(0, 2, 0, 0))
    table.add_column(style="cyan", no_wrap=True, justify="right")
    table.add_column(ratio=1, overflow="fold")
    for passage in passages:
        style = STYLES.get(passage.locator.unit, "")
        text = Padding(Text(printable(passage.text), style=style), (0, 0, 1, 0))
        table.add_row(str(passage.locator), text)
    return table


def _row(source: Source, lang: str) -> tuple[str, ...]:
    record = source.record
    date = _date(record.date, lang) or "–"
    cells = (source.id, date, record.publisher or "–", _title(record), str(source.word_count))
    return tuple(printable(cell) for cell in cells)


def _date(edtf: str | None, lang: str) -> str:
    return edtf_text(edtf, i18n.say("language", "tag", lang)) if edtf else ""


def _title(record: Record) -> str:
    return f"[{record.title}]" if record.title_ground == "supplied" else record.title


def _facts(record: Record, lang: str) -> list[tuple[str, str]]:
    """Return what is known, in the order of a citation, each with the basis of what was inferred."""
    words = i18n.words("views", lang)["sources"]
    grounds, versions = words["ground"], words["version"]
    date = _date(record.date, lang)
    facts = {
        "title": _based(_title(record), grounds.get(record.title_ground)),
        "author": record.author,
        "publisher": record.publisher,
        "date": _based(date, record.date_ground) if date else None,
        "part_of": record.part_of,
        "identifier": record.identifier,
        "url": record.url,
        "retrieved": _date(record.retrieved, lang),
        "archived": record.archived,
        "kind": record.kind,
        "lang": record.lang,
        "countries": ", ".join(record.countries),
        "actors": ", ".join(record.actors),
        "origin": record.origin,
        "licence": record.licence,
        "sha256": record.sha256,
        "note": record.note,
        "changes": versions[record.changes] if record.changes else None,
    }
    told = [(name, text) for name, text in facts.items() if text]
    return told + [("left_out", _left_out(one, lang)) for one in record.left_out]


def _left_out(one: LeftOut, lang: str) -> str:
    """Say why something is not in the text, how often, and what it reads."""
    why = i18n.say("left_out", one.reason, lang)
    cut = f" ({one.length})" if one.length else ""
    return f"{why}{f' ({one.count})' if one.count > 1 else ''}" + (f": “{one.text}”{cut}" if one.text else "")


def _based(fact: str, ground: str | None) -> str:
    return f"{fact} ({ground.rstrip('.')})" if ground else fact


def _drawn(renderable: RenderableType) -> str:
    """Draw for the terminal that standard output is, at most `WIDTH` columns wide."""
    console = Console()
    out = Console(
        file=StringIO(),
        width=min(console.width, WIDTH),
        force_terminal=True,
        color_system="standard" if console.color_system else None,
        highlight=False,
    )
    with out.capture() as drawn:
        out.print(renderable)
    return "\n".join(line.rstrip() for line in drawn.get().splitlines()) + "\n"
