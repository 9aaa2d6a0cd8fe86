"""All the text of an XML file, by another parser than the one that it is taken in with."""

from collections.abc import Collection
from xml.parsers import expat

_PREFIXES = {"http://www.w3.org/1998/Math/MathML": "math:", "http://purl.org/dc/elements/1.1/": "dc:"}


def xml_texts(data: bytes, within: Collection[str], without: Collection[str]) -> list[str]:
    """Return the texts in the elements `within` (all, if none is named), but not in those `without`.

    Elements are named without their namespaces, but those of MathML with `math:` and those of Dublin Core
    with `dc:`. A text ends where an element begins or ends.
    """
    texts: list[str] = [""]
    path: list[str] = []
    parser = expat.ParserCreate(namespace_separator=" ")
    wanted, unwanted = frozenset(within), frozenset(without)

    def begin(name: str, _: object) -> None:
        space, _, local = name.rpartition(" ")
        path.append(_PREFIXES.get(space, "") + local)
        texts.append("")

    def end(_: str) -> None:
        path.pop()
        texts.append("")

    def words(text: str) -> None:
        if not unwanted.intersection(path) and (not wanted or wanted.intersection(path)):
            texts[-1] += text

    parser.StartElementHandler, parser.EndElementHandler = begin, end
    parser.CharacterDataHandler = words
    parser.Parse(data, True)  # noqa: FBT003 - as the library has it
    return [text for text in texts if text.strip()]
