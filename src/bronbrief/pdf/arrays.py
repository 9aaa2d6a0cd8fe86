"""One type for arrays of any length, where the engine asks for one anew with every length.

The engine hands glyph numbers to its font library as `hb_codepoint_t[123]`. For each number between the
brackets, cffi parses a piece of C, in two milliseconds; a brief of eight fonts has sixteen of them.
"""

import re
from typing import Any

_LENGTH = re.compile(r"\[[0-9]+\]$")


class AnyLength:
    """An interface of cffi that is asked for arrays of as many items as they are made from."""

    def __init__(self, interface: Any) -> None:  # noqa: ANN401 - cffi has no types
        """Stand before an interface."""
        self._interface = interface

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401
        return getattr(self._interface, name)

    def new(self, kind: str, items: Any = None) -> Any:  # noqa: ANN401
        """Make a value; an array made from a list or tuple takes its length from there."""
        if isinstance(items, list | tuple) and kind.endswith(f"[{len(items)}]"):
            kind = _LENGTH.sub("[]", kind)
        return self._interface.new(kind, items)
