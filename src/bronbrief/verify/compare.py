"""Hold a finished file against what its brief says: no quotation other, more or less, and no text lost."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from bronbrief.evidence.differences import difference, most_alike
from bronbrief.verify.apparatus import beside, differences, false_calls, out_of_order, squeezed, ways_known
from bronbrief.verify.expected import Expected, ExpectedFile, shown_name
from bronbrief.verify.quotations import Printed, plain, printed_quotations
from bronbrief.verify.reading import Node

_NUMBER = re.compile(r"\d+")
_OPENING = re.compile(r"(?:[^\W\d]+:|[–—])? ?")


@dataclass(frozen=True, slots=True)
class Difference:
    """What is read otherwise than the brief says: a code of the catalogue without its area, and the words."""

    code: str
    what: str
    page: int | None = None
    detail: str = ""
    name: str = ""
    """The excerpt that it is about, if it is about one."""


@dataclass(frozen=True, slots=True)
class Readings:
    """A finished file as it is read and, for a PDF, as it is seen."""

    said: Node
    drawn: Node | None = None


def compare(readings: Readings, expected: ExpectedFile) -> Iterator[Difference]:
    """Yield every difference between a finished file and what it must hold."""
    printed = printed_quotations(readings.said)
    pairs, missing, added = paired(printed, expected.quotations)
    drawn = printed_quotations(readings.drawn) if readings.drawn is not None else printed
    shown = {id(one): other for one, other in zip(printed, drawn, strict=False)}
    for one, wanted in pairs:
        yield from _quotation(one, shown.get(id(one)), wanted)
    for wanted in missing:
        yield Difference("missing", f"{wanted.name} {shown_name(wanted.text)}", name=wanted.name)
    for extra in added:
        yield Difference("added", shown_name(extra.text), extra.page)
    yield from _fixed(readings, expected)
    yield from _texts(readings.said, (*expected.texts, *expected.spoken))
    if readings.drawn is not None:
        yield from _texts(readings.drawn, expected.texts)


def paired(
    printed: Sequence[Printed], wanted: Sequence[Expected]
) -> tuple[list[tuple[Printed, Expected]], list[Expected], list[Printed]]:
    """Pair what is read with what must be: by place, words, number or likeness; give what is left of both."""
    pairs: list[tuple[Printed, Expected]] = []
    left, open_ones = list(wanted), list(printed)
    for same in (_same_place, _same_words, _same_number):
        for one in tuple(open_ones):
            other = next((expected for expected in left if same(one, expected)), None)
            if other is not None:
                pairs.append((one, other))
                left.remove(other)
                open_ones.remove(one)
    for one in tuple(open_ones):
        at = most_alike(one.text, (other.text for other in left))
        if at is not None:
            pairs.append((one, left.pop(at)))
            open_ones.remove(one)
    known = {one.text for one in wanted}
    return pairs, left, [one for one in open_ones if one.text not in known]


def _same_place(one: Printed, other: Expected) -> bool:
    return _same_words(one, other) and _same_number(one, other)


def _same_words(one: Printed, other: Expected) -> bool:
    return one.kind == other.kind and one.text == other.text


def _same_number(one: Printed, other: Expected) -> bool:
    return one.kind == other.kind != "Quote" and _NUMBER.findall(one.label)[-1:] == [str(other.number)]


def _quotation(one: Printed, drawn: Printed | None, wanted: Expected) -> Iterator[Difference]:
    differs = partial(Difference, what=wanted.name, page=one.page, name=wanted.name)
    if one.text != wanted.text:
        yield differs("words", detail=difference(one.text, wanted.text))
    elif drawn is None or squeezed(drawn.text) != squeezed(wanted.text):
        yield differs("unseen", detail=difference(drawn.text if drawn else "", wanted.text))
    elif more := Counter(one.marked) - Counter(wanted.marked):
        yield differs("words", detail="\n".join(f"- {words}" for words in more))
    other = [lang for lang in one.langs if lang.partition("-")[0].lower() not in wanted.langs]
    if wanted.langs and other:
        yield differs("words", detail=f"- lang={other[0]}\n+ lang={wanted.langs[-1]}")
    if wanted.kind == "Quote":
        if wanted.number and one.calls and str(wanted.number) not in one.calls:
            yield differs("number", detail=f"- {', '.join(one.calls)}\n+ {wanted.number}")
        return
    numbers = _NUMBER.findall(one.label)[-1:]
    if numbers and numbers != [str(wanted.number)]:
        yield differs("number", detail=f"- {one.label}\n+ {wanted.number}")
    for said in (one, drawn or one):
        beside = list(_beside(said, wanted))
        yield from beside
        if beside:
            return


def _beside(one: Printed, wanted: Expected) -> Iterator[Difference]:
    """Hold what stands beside a quotation against what must: where it comes from, and its translation."""
    differs = partial(Difference, what=wanted.name, page=one.page, name=wanted.name)
    start = _OPENING.match(one.attribution)
    after = one.attribution[start.end() if start else 0 :]
    right = any(_names(text, wanted) for text in (after, one.attribution))
    led = ways_known(one.targets, wanted.links)
    if not right or led:
        expected = wanted.links[0] if right else wanted.attribution
        yield differs("attribution", detail=difference(led or one.attribution, expected))
    if wanted.translation and not _stands(wanted.translation, one.after):
        detail = difference("\n".join(one.after[:3]), "\n".join(wanted.translation))
        yield differs("translation", detail=detail)


def _names(text: str, wanted: Expected) -> bool:
    """Tell whether a text is an attribution; a block quotation has nothing else beside it."""
    if not text.startswith(wanted.attribution) or _goes_on(text, wanted.attribution):
        return False
    return wanted.kind != "BlockQuote" or beside(text, (wanted.attribution, *wanted.remark)) == ""


def _stands(translation: Sequence[str], paragraphs: Sequence[str]) -> bool:
    """Tell whether a paragraph says whose a translation is and the next gives it, or one does both."""
    for at in range(len(paragraphs)):
        if any(beside(" ".join(paragraphs[at:end]), translation) == "" for end in (at + 1, at + 2)):
            return True
    return False


def _fixed(readings: Readings, expected: ExpectedFile) -> Iterator[Difference]:
    """Hold notes, sources and method against what they must say, and calls against the notes they lead to."""
    for tree in filter(None, (readings.said, readings.drawn)):
        wrong = list(differences(tree, expected.fixed, strict=expected.strict))
        for part, node, said in wrong:
            detail = difference(said, " ".join(part.pieces))
            page, code = node.page if node else None, "note" if part.anchor else "text"
            yield Difference(code, shown_name(part.name), page, detail)
        if wrong:
            return
    for name in out_of_order(readings.said, expected.fixed):
        yield Difference("note", shown_name(name))
    for node, way in false_calls(readings.said):
        yield Difference("note", shown_name(node.text), node.page, f"- {way}\n+ #noot-{plain(node.text)}")


def _goes_on(text: str, attribution: str) -> bool:
    """Tell whether the last word of an attribution goes on: "al. 1" is not "al. 12"."""
    return text[len(attribution) : len(attribution) + 1].isalnum()


def _texts(tree: Node, texts: Sequence[str]) -> Iterator[Difference]:
    whole = squeezed("".join(all_text(tree))).casefold()
    for text in texts:
        if squeezed(text).casefold() not in whole:
            yield Difference("text", shown_name(text))


def all_text(node: Node) -> Iterator[str]:
    """Yield all that a tree says, images too."""
    if node.actual is not None:
        yield node.actual
        return
    if node.alt:
        yield node.alt
    for kid in node.kids:
        if isinstance(kid, str):
            yield kid
        else:
            yield from all_text(kid)
