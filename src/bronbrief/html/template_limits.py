"""How large a value of a template may be, and what may be printed: asked before it is made."""

import re
from math import prod
from types import NoneType

BULK = 64_000_000
"""Characters and items that filling one page may make, all together."""
SIZE = 4_000_000
"""Characters or items that one operation may make."""
NUMBER = 1_000_000
"""The largest number that may say how often or how wide."""
BITS = 10_000
_HOLDERS = (list, tuple, dict, set, frozenset)
_PLAIN = (int, float, bytes, range, NoneType)
"""What Python writes as text without more ado, though it has no method of its own for that."""
_WIDE = re.compile(r"\d{5,}|\{[^{}]*\{|%[-+ #0]*\*|\.\*")


class SpentError(Exception):
    """A template that asks for more than a page can need."""


class ForbiddenError(Exception):
    """A template that asks for what no template may have."""


def size(value: object) -> int:
    """Return the characters and items of a value; what it holds twice is printed and compared twice."""
    if isinstance(value, str | range):
        return len(value)
    return _whole_size(value, {}) if isinstance(value, _HOLDERS) else 1


def _whole_size(value: object, known: dict[int, int]) -> int:
    if isinstance(value, str):
        return len(value)
    if not isinstance(value, _HOLDERS):
        return 1
    if id(value) not in known:
        held = [*value, *value.values()] if isinstance(value, dict) else value
        known[id(value)] = len(value) + sum(_whole_size(one, known) for one in held if _is_heavy(one))
    return known[id(value)]


def _is_heavy(value: object) -> bool:
    return isinstance(value, (str, *_HOLDERS))


def refuse_formless(*values: object) -> None:
    """Refuse what has no form as text, such as a function: Python would write where it lies in memory."""
    for value in values:
        if isinstance(value, dict):
            refuse_formless(*value, *value.values())
        elif isinstance(value, _HOLDERS):
            refuse_formless(*value)
        elif type(value).__str__ is object.__str__ and not isinstance(value, _PLAIN):
            raise ForbiddenError(f"a value of the kind “{type(value).__name__}” cannot be printed")


def foresee(*values: object) -> None:
    """Refuse numbers and products of sizes from which a result out of bounds could come."""
    for value in values:
        if isinstance(value, int) and abs(value) > NUMBER:
            raise ForbiddenError(f"{_shown(value)} is too large a number for a template")
    if prod(max(1, size(value)) for value in values) > BULK:
        raise ForbiddenError("texts of this size cannot be worked on together")


def foresee_number(operator: str, left: int, right: int) -> None:
    """Refuse a sum, a product or a power with too many digits."""
    bits = left.bit_length() * right if operator == "**" else left.bit_length() + right.bit_length()
    if bits > BITS:
        raise ForbiddenError(f"a number of more than {BITS:,} bits is too large for a template")


def foresee_repeat(left: object, right: object) -> None:
    """Refuse to repeat a text or a list until it is out of bounds."""
    times = next((value for value in (left, right) if isinstance(value, int)), 1)
    if times * max(size(left), size(right)) > SIZE:
        raise ForbiddenError(
            f"repeating to more than {SIZE:,} characters or items is too much for a template"
        )


def foresee_format(text: str, *values: object) -> None:
    """Refuse a form whose widths, or whose values where each place takes the largest, are out of bounds."""
    if _WIDE.search(text):
        raise ForbiddenError("a width must be written out, in at most four digits")
    if (text.count("%") + text.count("{")) * max(map(size, values), default=0) > BULK:
        raise ForbiddenError("texts of this size cannot be worked on together")


def _shown(number: int) -> str:
    return f"{number:,}" if number.bit_length() <= BITS else "this"
