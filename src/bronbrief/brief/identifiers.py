"""The number of a document as a citation prints it, in the language of the brief."""

from collections.abc import Mapping
from html import escape

from bronbrief.brief.dates import edtf_text
from bronbrief.brief.model import Prose
from bronbrief.sources.identifiers import DAY, Identifier


def written(identifier: Identifier, labels: Mapping[str, str], lang: str) -> Prose:
    """Write a number in its form, such as "Kamerstukken II 2020/21, 35 925 V, nr. 33", its series in italics.

    Names of series stay as they are in every language: under those they are found.
    """
    details = [_detail(name, value, labels, lang) for name, value in identifier.details]
    if identifier.kind:
        kind = labels[f"source_kind_{identifier.kind.replace('-', '_')}"].capitalize()
        text = " ".join([kind, *details, identifier.tail])
        return Prose(escape(text), text)
    after = ", ".join(filter(None, (identifier.tail, *details)))
    if not identifier.series:
        return Prose(escape(after), after)
    return Prose(f"<i>{escape(identifier.series)}</i> {escape(after)}", f"{identifier.series} {after}")


def _detail(name: str, value: str, labels: Mapping[str, str], lang: str) -> str:
    if name == DAY:
        return edtf_text(value, lang)
    word = labels.get(f"identifier_{name}", "{number}")
    return word.replace("{number}", value)
