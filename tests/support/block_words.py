"""Which words a block type needs, in the form and in a new spec, and which of them a table lacks."""

from collections.abc import Iterator, Mapping
from typing import Any, Literal, get_args, get_origin

from bronbrief.brief.block import BlockType
from bronbrief.spec.block import Sample
from bronbrief.spec.keys import key_names, models_under


class _Asked(dict[str, str]):
    """Words of which each is its own name; those that were asked for are kept."""

    def __missing__(self, key: str) -> str:
        self[key] = key
        return key


def needed(block: BlockType[Any]) -> Iterator[str]:
    """Yield the way to each word: its name, those of the keys that the form shows, those of its skeleton."""
    yield "name"
    for _, _, model in models_under(block.key, block.annotation):
        yield from (f"keys.{key}" for key in key_names(model))
        for field in model.model_fields.values():
            yield from (f"choices.{choice}" for choice in _choices(field.annotation))
    words = _Asked()
    list(block.skeleton(Sample(words, "2026-01-15", "a")))
    yield from words


def _choices(annotation: Any) -> Iterator[str]:
    """Yield the values that a key may have, where there is a list of them."""
    for part in get_args(annotation):
        if get_origin(annotation) is Literal:
            yield part
        else:
            yield from _choices(part)


def lacking(block: BlockType[Any], tables: Mapping[str, Any], file: str) -> list[str]:
    """Name the words that the table of a block in a file of words lacks, and those that nothing asks for."""
    table = tables.get(block.key, {})
    given = {key for key, value in table.items() if isinstance(value, str)}
    given |= {f"{inner}.{key}" for inner in ("keys", "choices") for key in table.get(inner, {})}
    given |= set(table.get("replace", {}))
    asked = set(needed(block))
    said = {f"{file} lacks": asked - given, f"{file} has for nothing": given - asked}
    return sorted(f"{verb} {block.key}.{word}" for verb, words in said.items() for word in words)
