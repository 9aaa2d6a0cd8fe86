"""A Word document to text: its body, its notes behind it, and what else it holds by name."""

from collections.abc import Sequence

from bronbrief import __version__
from bronbrief.intake.extractors import Answer, ExtractionError
from bronbrief.intake.html.gather import join_blocks
from bronbrief.intake.versions import chosen
from bronbrief.intake.word.bindings import show_bound
from bronbrief.intake.word.conservation import unaccounted
from bronbrief.intake.word.graphics import DRAWN, named
from bronbrief.intake.word.look import PAPER, UNKNOWN
from bronbrief.intake.word.numbering import NoteNumbers, Numbering
from bronbrief.intake.word.package import Package, raw_text
from bronbrief.intake.word.reading import Reading, Setting
from bronbrief.intake.word.story import Story
from bronbrief.intake.word.styles import Styles

_NO_NOTE = frozenset(["separator", "continuationSeparator", "continuationNotice"])


def read_word(data: bytes, changes: str = "") -> Answer:
    """Read a Word document.

    `changes` is accept, reject or empty; raises ExtractionError where a document has two versions and it
    is empty, and for what is no sound document.
    """
    package = Package(data)
    accepted, rejected = _read(package, accept=True), _read(package, accept=False)
    choices = chosen(rejected.blocks, accepted.blocks, changes)
    story = rejected if choices and changes == "reject" else accepted
    text, reading = join_blocks(story.blocks, story.levels), story.reading
    hashes = "#" * (text.count("#") - "".join(story.blocks).count("#"))
    kept = [text, *(words for _, words in reading.left_out)]
    return Answer(
        text,
        f"Bronbrief {__version__}, Word",
        facts=package.facts(),
        left_out=reading.left_out,
        unaccounted=unaccounted(data, package.main, kept, reading.taken, [hashes, *reading.added]),
        choices=choices,
    )


def _read(package: Package, *, accept: bool) -> Story:
    """Read one version of a document: its body with the notes behind it."""
    relations = package.relations(package.main)
    parts = {one.kind: one.target for one in relations.values()}
    root = package.tree(package.main)
    body = root.find("w:body")
    if body is None:
        raise ExtractionError("document-unreadable", "no w:body")
    styles = Styles(package.tree(parts.get("styles", "")))
    numbering = Numbering(package.tree(parts.get("numbering", "")), styles)
    numbers = NoteNumbers(package.tree(parts.get("settings", "")), body)
    reading = Reading(package, accept, styles, numbering, numbers)
    show_bound(reading, body)
    story = Story.over(reading, package.main, body, numbering)
    coloured = root.find("w:background") is not None
    story.read(body, Setting(background=UNKNOWN if coloured else PAPER))
    if numbers.unknown:
        reading.leave_out("unsupported", "numRestart eachPage", counted=False)
    for kind in ("footnote", "endnote"):
        _read_notes(reading, story, kind, parts.get(f"{kind}s", ""))
    _name_comments(reading, parts.get("comments", ""))
    _name_heads(reading, [one.target for one in relations.values() if one.kind in {"header", "footer"}])
    return story


def _read_notes(reading: Reading, story: Story, kind: str, part: str) -> None:
    """Put the notes that are called behind the text, in the order of their calls; name the others."""
    root = reading.package.tree(part)
    show_bound(reading, root)
    notes = {one.get("w:id", ""): one for one in root.iter(f"w:{kind}")}
    for call in (one for one in reading.calls if one.kind == kind):
        note = notes.pop(call.id, None)
        if note is None:
            continue
        inner = Story.over(reading, part, note, reading.numbering.fresh()).read(note, Setting())
        if inner.blocks and call.number:
            inner.blocks[0] = f"{call.number}. {inner.blocks[0]}"
            reading.added.append(f"{call.number}.")
        story.blocks += inner.blocks
    for note_id, note in notes.items():
        if note.get("w:type") not in _NO_NOTE or raw_text(note).strip():
            reason = reading.dropped.get((kind, note_id), "hidden")
            reading.leave_out(reason, raw_text(note))


def _name_comments(reading: Reading, part: str) -> None:
    for one in reading.package.tree(part).iter("w:comment"):
        reading.leave_out("comment", raw_text(one))


def _name_heads(reading: Reading, parts: Sequence[str]) -> None:
    """Name the heads and feet of pages with the watermarks in them, equal ones once."""
    seen: set[str] = set()
    for part in parts:
        root = reading.package.tree(part)
        show_bound(reading, root)
        text = " ".join(raw_text(root).split())
        if text in seen:
            reading.taken.append(text)
        elif text:
            reading.leave_out("header-footer", text)
            seen.add(text)
        drawings = (one for one in root.iter() if one.tag in DRAWN)
        for reason, words in (found for one in drawings for found in named(one, reading.package, part)):
            if words and words not in seen:
                reading.leave_out(reason, words, counted=False)
                seen.add(words)
