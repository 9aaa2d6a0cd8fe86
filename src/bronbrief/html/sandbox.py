"""The sandbox of templates: no way out of it, and no more time or memory than a page can need.

Jinja's sandbox keeps a template away from Python, but not from loops without end or texts that double
until the memory is full. So every round of a loop, every call and every text that a template makes is counted
here, and operations whose result would be out of bounds are refused before they are carried out.
"""

import re
import time
from collections.abc import Callable, Mapping
from functools import wraps
from math import prod
from types import BuiltinMethodType, MethodType
from typing import Any

from jinja2 import BytecodeCache, StrictUndefined, UndefinedError, nodes, pass_context
from jinja2.exceptions import SecurityError
from jinja2.runtime import Context, Macro
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.visitor import NodeTransformer

from bronbrief.brief.model import Block

SECONDS = 10.0
"""Processor time for one page; the largest briefs take a tenth of a second."""
BULK = 64_000_000
"""Characters and items that filling one page may make, all together."""
SIZE = 4_000_000
"""Characters or items that one operation may make."""
NUMBER = 1_000_000
"""The largest number that may say how often or how wide."""
BITS = 10_000
# How often the clock is looked at, which takes longer than most of what is counted; after heavy work, always.
_TICKS, _HEAVY = 64, 4096
_REMEMBERED = 4096

# Those left out give another page each time, take time without bound, or lay out text, which is for CSS.
_FILTERS_LEFT_OUT = ("random", "pprint", "urlize", "wordwrap")
_GLOBALS_LEFT_OUT = ("lipsum",)
_WIDE = re.compile(r"\d{5,}|\{[^{}]*\{|%[-+ #0]*\*|\.\*")


class SpentError(Exception):
    """A template that asks for more than a page can need."""


class Sandbox(ImmutableSandboxedEnvironment):
    """Jinja's strictest environment, with a budget for each page."""

    intercepted_binops = frozenset(("+", "*", "**", "%"))

    def __init__(self, loader: Any, cache: BytecodeCache | None = None) -> None:  # noqa: ANN401 - Jinja's base class is a door further
        super().__init__(
            loader=loader,
            undefined=StrictUndefined,
            autoescape=True,
            trim_blocks=True,
            lstrip_blocks=True,
            bytecode_cache=cache,
            finalize=self.counted,
        )
        self._safe: dict[tuple[type, str], bool] = {}
        self.begin()
        for name in _FILTERS_LEFT_OUT:
            del self.filters[name]
        for name in _GLOBALS_LEFT_OUT:
            del self.globals[name]
        self.filters = {name: self._bounded(work) for name, work in self.filters.items()}
        self.filters["counted"] = self.counted
        self.globals["print_block"] = print_block

    def begin(self) -> None:
        """Give a page its budget; called before a page is filled."""
        self._bulk = self._ticks = 0
        self._until = time.thread_time() + SECONDS

    def tick(self, weight: int = 1) -> bool:
        """Count characters that are about to be written, and the time. Raises SpentError."""
        self._bulk += weight
        if self._bulk > BULK:
            raise SpentError(f"the page grows beyond {BULK:,} characters")
        self._ticks += 1
        due = self._ticks % _TICKS == 0 or weight > _HEAVY
        if due and time.thread_time() > self._until:
            raise SpentError(f"the page takes more than {SECONDS:.0f} seconds")
        return True

    def counted(self, value: Any) -> Any:  # noqa: ANN401 - whatever a template makes
        """Return a value after counting its size. Raises SpentError."""
        size = _size(value)
        if size > SIZE and not isinstance(value, Mapping):
            raise SpentError(f"one value grows beyond {SIZE:,} characters or items")
        self.tick(size)
        return value

    def call(self, context: Context, function: Any, /, *args: Any, **kwargs: Any) -> Any:  # noqa: ANN401
        """Call what a template calls; methods of texts and lists within bounds."""
        owner = getattr(function, "__self__", None)
        if owner is self:  # the counting itself
            return function(*args)
        if isinstance(owner, str | list | tuple | dict):
            _foresee(owner, *args, *kwargs.values())
        return self.counted(super().call(context, function, *args, **kwargs))

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:  # noqa: ANN401
        """Tell whether a template may read an attribute: a matter of the object's type and the name alone."""
        key = type(obj), attr
        known = self._safe.get(key)
        if known is None:
            known = super().is_safe_attribute(obj, attr, value)
            if len(self._safe) < _REMEMBERED:
                self._safe[key] = known
        return known

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:  # noqa: ANN401
        """Add, multiply, raise or format within bounds."""
        if isinstance(left, int) and isinstance(right, int):
            _foresee_number(operator, left, right)
        elif operator == "*":
            _foresee_repeat(left, right)
        elif operator == "%" and isinstance(left, str):
            _foresee_format(left)
        return self.counted(super().call_binop(context, operator, left, right))

    def wrap_str_format(self, value: Any) -> Callable[..., str] | None:  # noqa: ANN401
        """Give a text's `format` in the sandbox, if its widths are such as a page can need."""
        if not isinstance(value, MethodType | BuiltinMethodType):
            return None
        wrapped = super().wrap_str_format(value)
        if wrapped is not None:
            _foresee_format(str(value.__self__))
        return wrapped

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        tree = super()._parse(source, name, filename)
        counted = _Counting().visit(tree)
        assert isinstance(counted, nodes.Template)  # noqa: S101 - a transformer keeps the root
        return counted

    def _bounded(self, work: Callable[..., Any]) -> Callable[..., Any]:
        """Wrap a filter so that what it is given and what it gives stay in bounds."""

        @wraps(work)
        def bounded(*args: Any, **kwargs: Any) -> Any:  # noqa: ANN401
            if work.__name__ == "do_format":
                _foresee_format(str(args[0]))
            _foresee(*args, *kwargs.values())
            return self.counted(work(*args, **kwargs))

        return bounded


@pass_context
def print_block(context: Context, block: Block, level: int) -> Any:  # noqa: ANN401 - as Jinja types its calls
    """Print a block by the macro that it names, in the file that calls this; without that it is an error.

    A macro of one parameter gets the block, any other the level of the section's heading as well.
    """
    macro = context.resolve(block.macro)
    if not isinstance(macro, Macro):
        raise UndefinedError(f"the macro '{block.macro}' is undefined")
    return context.call(macro, *(block, level)[: len(macro.arguments)])


class _Counting(NodeTransformer):
    """Put the counting into a template, where neither a call nor an operator passes the environment."""

    def visit_Template(self, node: nodes.Template) -> nodes.Node:  # noqa: N802 - Jinja's names
        self.generic_visit(node)
        node.body.insert(0, nodes.ExprStmt(_tick(node), lineno=1))
        return node

    def visit_For(self, node: nodes.For) -> nodes.Node:  # noqa: N802
        self.generic_visit(node)
        node.body.insert(0, nodes.ExprStmt(_tick(node), lineno=node.lineno))
        if node.test is not None:
            node.test = nodes.And(_tick(node), node.test, lineno=node.lineno)
        return node

    def visit_Concat(self, node: nodes.Concat) -> nodes.Node:  # noqa: N802
        self.generic_visit(node)
        return _counted(None, node)

    def visit_AssignBlock(self, node: nodes.AssignBlock) -> nodes.Node:  # noqa: N802
        self.generic_visit(node)
        node.filter = _counted(node.filter, None)
        return node


def _tick(node: nodes.Template | nodes.For) -> nodes.Call:
    """Call `tick` with the length of the text that stands in a node and is written each time."""
    weight = 1 + sum(len(data.data) for data in node.find_all(nodes.TemplateData))
    tick = nodes.EnvironmentAttribute("tick", lineno=node.lineno)
    return nodes.Call(tick, [nodes.Const(weight)], [], None, None, lineno=node.lineno)


def _counted(inner: nodes.Filter | None, node: nodes.Expr | None) -> nodes.Filter:
    line = (inner or node or nodes.Const(None, lineno=1)).lineno
    return nodes.Filter(inner or node, "counted", [], [], None, None, lineno=line)


def _size(value: object) -> int:
    return len(value) if isinstance(value, str | list | tuple | dict | set | range) else 1


def _foresee(*values: object) -> None:
    """Refuse numbers and products of sizes from which a result out of bounds could come."""
    for value in values:
        if isinstance(value, int) and abs(value) > NUMBER:
            raise SecurityError(f"{_shown(value)} is too large a number for a template")
    if prod(max(1, _size(value)) for value in values) > BULK:
        raise SecurityError("texts of this size cannot be worked on together")


def _foresee_number(operator: str, left: int, right: int) -> None:
    bits = left.bit_length() * right if operator == "**" else left.bit_length() + right.bit_length()
    if bits > BITS:
        raise SecurityError(f"a number of more than {BITS:,} bits is too large for a template")


def _foresee_repeat(left: object, right: object) -> None:
    times = next((value for value in (left, right) if isinstance(value, int)), 1)
    if times * max(_size(left), _size(right)) > SIZE:
        raise SecurityError(f"repeating to more than {SIZE:,} characters or items is too much for a template")


def _foresee_format(text: str) -> None:
    if _WIDE.search(text):
        raise SecurityError("a width must be written out, in at most four digits")


def _shown(number: int) -> str:
    return f"{number:,}" if number.bit_length() <= BITS else "this"
