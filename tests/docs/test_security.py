"""The threat model names tests that exist."""

import ast
import re

from support.tools import ROOT

NAMED = re.compile(r"`(tests/[\w/]+\.py)(?:::(\w+))?`")


def functions(path: str) -> set[str]:
    """Return the names of the functions at the top of a file of tests; none where there is no such file."""
    file = ROOT / path
    tree = ast.parse(file.read_text("utf-8") if file.is_file() else "")
    return {node.name for node in tree.body if isinstance(node, ast.FunctionDef)}


def test_each_test_that_proves_a_line_exists() -> None:
    """Every test that docs/security.md names stands in the file that it names."""
    named = NAMED.findall((ROOT / "docs" / "security.md").read_text("utf-8"))
    assert len(named) > 50
    absent = [(path, name) for path, name in named if not functions(path) >= {name} - {""}]
    assert absent == []
    assert [path for path, _ in named if not (ROOT / path).is_file()] == []
