"""The shape of the code: modules and functions stay small."""

import ast
from collections.abc import Iterator
from pathlib import Path

from support.tools import ROOT

PACKAGE = ROOT / "src" / "bronbrief"
MODULE_LIMIT = 300
FUNCTION_LIMIT = 40


def _modules() -> Iterator[Path]:
    yield from sorted(PACKAGE.rglob("*.py"))


def test_no_module_is_longer_than_can_be_read_at_a_sitting() -> None:
    """A module has at most 300 lines."""
    lengths = {path: len(path.read_text(encoding="utf-8").splitlines()) for path in _modules()}
    long = {str(path.relative_to(ROOT)): size for path, size in lengths.items() if size > MODULE_LIMIT}
    assert not long


def test_every_function_fits_a_screen() -> None:
    """A function has at most 40 lines, its docstring included."""
    long = {}
    for path in _modules():
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                size = (node.end_lineno or node.lineno) - node.lineno + 1
                if size > FUNCTION_LIMIT:
                    long[f"{path.relative_to(ROOT)}:{node.lineno} {node.name}"] = size
    assert not long


def test_every_module_says_what_it_is_for() -> None:
    """A module opens with a docstring."""
    silent = [
        str(path.relative_to(ROOT))
        for path in _modules()
        if not ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))
    ]
    assert not silent
