"""Keep one of each stream in a PDF that was joined from several: fonts and colour profiles come again."""

from collections.abc import Iterator

import pikepdf
from pikepdf import Array, Dictionary, Object, Stream

from bronbrief.pdf.engine_types import PdfObject

_ROUNDS = 4


def share_streams(pdf: pikepdf.Pdf) -> None:
    """Let equal streams, and then equal dictionaries of fonts, be one object.

    Two objects are equal when they say the same and refer to the same objects; so sharing the files of
    fonts makes their descriptors equal, and those the fonts, a level a round.
    """
    for _ in range(_ROUNDS):
        if not _share_once(pdf):
            return


def _share_once(pdf: pikepdf.Pdf) -> bool:
    kept: dict[bytes, PdfObject] = {}
    twins: dict[tuple[int, int], PdfObject] = {}
    for item in pdf.objects:
        if not _may_be_shared(item):
            continue
        key = _says(item)
        if key in kept:
            twins[item.objgen] = kept[key]
        else:
            kept[key] = item
    if twins:
        for item in pdf.objects:
            _replace(item, twins)
    return bool(twins)


def _may_be_shared(item: PdfObject) -> bool:
    """Streams but pages' contents and metadata, and what fonts are made of, have no place of their own."""
    if isinstance(item, Stream):
        return item.get("/Type") != "/Metadata"
    return isinstance(item, Dictionary) and item.get("/Type") in ("/Font", "/FontDescriptor")


def _says(item: PdfObject) -> bytes:
    if isinstance(item, Stream):
        head = b"".join(_unparsed(key, value) for key, value in sorted(item.items()) if key != "/Length")
        return head + b"stream" + item.read_raw_bytes()
    return b"".join(_unparsed(key, value) for key, value in sorted(item.items()))


def _unparsed(key: str, value: PdfObject) -> bytes:
    said = value.unparse() if isinstance(value, Object) else repr(value).encode()
    return key.encode() + b" " + said + b"\n"


def _replace(item: PdfObject, twins: dict[tuple[int, int], PdfObject]) -> None:
    """Point at the one that is kept, in an object and in all that is written inside it."""
    stack = [item]
    while stack:
        current = stack.pop()
        for key, value in list(_entries(current)):
            if not isinstance(value, Object):
                continue
            if value.is_indirect:
                if value.objgen in twins:
                    current[key] = twins[value.objgen]
            else:
                stack.append(value)


def _entries(item: PdfObject) -> Iterator[tuple[PdfObject, PdfObject]]:
    if isinstance(item, Array):
        return iter(enumerate(item))
    if isinstance(item, Dictionary | Stream):
        return iter(item.items())
    return iter(())
