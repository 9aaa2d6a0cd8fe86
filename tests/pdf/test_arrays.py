"""Arrays of any length have one type."""

import cffi  # type: ignore[import-untyped]
import pytest

from bronbrief.pdf.arrays import AnyLength


@pytest.fixture
def interface() -> AnyLength:
    """Return an interface that knows one type of number."""
    plain = cffi.FFI()
    plain.cdef("typedef uint32_t number;")
    return AnyLength(plain)


@pytest.mark.parametrize("items", [[], [1], [1, 2, 3], (4, 5)])
def test_an_array_is_as_long_as_what_it_is_made_from(interface: AnyLength, items: list[int]) -> None:
    """Asked for by length, an array has the open type and holds what it was made from."""
    made = interface.new(f"number[{len(items)}]", items)
    assert list(made) == list(items)
    assert interface.typeof(made) is interface.typeof("number[]")


def test_other_values_are_made_as_they_were_asked_for(interface: AnyLength) -> None:
    """Without items, or with fewer than there is room for, the length is as it was asked for."""
    assert len(interface.new("number[7]")) == 7
    assert list(interface.new("number[3]", [9])) == [9, 0, 0]
    assert interface.new("number *", 5)[0] == 5
