"""No regular expression takes a time that grows with the square of what it reads, or worse."""

import re
import subprocess
import sys

import pytest

from support.hostile_text import Hostile
from support.tools import ROOT


@pytest.mark.ci
def test_no_pattern_is_slow_over_hostile_text() -> None:
    """Every pattern that our modules compile reads thousands of characters made for it within its limit."""
    command = [sys.executable, str(ROOT / "scripts" / "fuzz-patterns"), "1"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.stderr == ""
    counted = re.fullmatch(r"(\d+) patterns; slow: 0\n", done.stdout)
    assert counted, done.stdout
    assert int(counted[1]) > 400


@pytest.mark.parametrize(
    ("pattern", "before", "again"),
    [
        (r"(?:a+)+b", "", "a"),
        (r"\s+\Z", "", " "),
        (r"<x>.*?</x>", "", "<x>"),
        (rb"#(?:[0-9]|x)*;", "#", "0"),
        (r"(?>-(?=[^~]*~))\w*", "", "-"),
    ],
)
def test_what_is_hard_for_a_pattern_is_among_what_is_tried(
    pattern: str | bytes, before: str, again: str
) -> None:
    """Repeats are found in groups, in looks ahead, and in patterns of bytes, with what comes before them."""
    tried = Hostile(pattern, 0).units(4)
    assert any(one == before and set(again) <= set(unit) for one, unit in tried)
