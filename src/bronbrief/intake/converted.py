"""Documents that are read as the page that they show: in both versions, and held against themselves."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from bronbrief import __version__
from bronbrief.intake.extractors import Answer
from bronbrief.intake.html.text import read_page
from bronbrief.intake.page_writer import MARK, TAB
from bronbrief.intake.second_reading import not_accounted
from bronbrief.intake.versions import chosen


@dataclass(frozen=True, slots=True)
class Converted:
    """A document as a page: `added` is what the page has that is no letter of the document.

    `taken` are letters of the document that stand on the page in another form.
    """

    page: str
    added: Sequence[str]
    taken: Sequence[str] = ()
    facts: Mapping[str, str] = field(default_factory=dict)


def read_versions(
    convert: Callable[[bool], Converted], texts: Sequence[str], changes: str, kind: str
) -> Answer:
    """Read a document as two pages, changes accepted or not.

    `texts` are those of the document by a second reading, `kind` names what it is. Raises ExtractionError
    where the versions differ and `changes` is not accept or reject.
    """
    versions = {version: convert(version == "accept") for version in ("accept", "reject")}
    pages = {"accept": read_page(versions["accept"].page, "accept", marked_parts)}
    if versions["accept"].page == versions["reject"].page and not pages["accept"].choices:
        pages["reject"] = pages["accept"]  # nothing in it is marked
    else:
        pages["reject"] = read_page(versions["reject"].page, "reject", marked_parts)
    accepted, rejected = pages["accept"].text, pages["reject"].text
    choices = chosen(rejected.split("\n\n"), accepted.split("\n\n"), changes)
    version = changes if choices else "accept"
    converted, read = versions[version], pages[version]
    return Answer(
        untabbed(read.text),
        f"Bronbrief {__version__}, {kind}",
        facts=read.facts | {key: value for key, value in converted.facts.items() if value.strip()},
        left_out=read.left_out,
        unaccounted=[*read.unaccounted, *_lost(read, texts, converted)],
        choices=choices,
    )


def marked_parts(root: Element, _unseen: Mapping[Element, str]) -> dict[Element, str]:
    """Return what a page written by us marks as left out."""
    return {one: reason for one in root.iter() if (reason := one.get(MARK))}


def no_parts(_root: Element, _unseen: Mapping[Element, str]) -> dict[Element, str]:
    """Return nothing: all of the page is its text."""
    return {}


def untabbed(text: str) -> str:
    """Write tabs as spaces, but keep them between figures, which they hold apart."""
    return "\n".join(
        join_apart([part.strip(" ") for part in line.split(TAB)]) if TAB in line else line
        for line in text.split("\n")
    )


def join_apart(texts: Sequence[str]) -> str:
    """Join texts with a space, or a tab where a space would make one number of two."""
    whole = ""
    for text in filter(None, texts):
        gap = "\t" if whole[-1:].isdigit() and text[0].isdigit() else " "
        whole = f"{whole}{gap}{text}" if whole else text
    return whole


def _lost(read: Answer, texts: Sequence[str], converted: Converted) -> list[str]:
    """Hold a document's own texts against what was read of it, without regard to capitals."""
    out = [text.casefold() for text in (*(words for _, words in read.left_out), *converted.taken)]
    put_in = "".join([read.added, *converted.added]).casefold()
    return not_accounted([text.casefold() for text in texts], read.text.casefold(), out, put_in)
