"""The sandbox of templates: no way out of it, and no more time or memory than a page can need.

Jinja's sandbox keeps a template away from Python, but not from loops without end or texts that double
until the memory is full. So every round of a loop, every call and every text that a template makes is counted
here, and operations whose result would be out of bounds are refused before they are carried out.
"""

import time
from collections.abc import Callable, Iterator, Mapping
from functools import wraps
from types import BuiltinMethodType, MethodType
from typing import Any

from jinja2 import BytecodeCache, Environment, StrictUndefined, UndefinedError, nodes, pass_context
from jinja2.nodes import EvalContext
from jinja2.runtime import Context, Macro
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.visitor import NodeTransformer

from bronbrief.brief.model import Block
from bronbrief.html.template_limits import (
    BULK,
    SIZE,
    SpentError,
    foresee,
    foresee_format,
    foresee_number,
    foresee_repeat,
    refuse_formless,
    size,
)

SECONDS = 10.0
"""Processor time for one page; the largest briefs take a tenth of a second."""
# How often the clock is looked at, which takes longer than most of what is counted; after heavy work, always.
_TICKS, _HEAVY = 64, 4096
_REMEMBERED = 4096

# Those left out give another page each time, take time without bound, or lay out text, which is for CSS.
_FILTERS_LEFT_OUT = ("random", "pprint", "urlize", "wordwrap")
_GLOBALS_LEFT_OUT = ("lipsum",)
_NAMES = (
    "capitalize center forceescape format indent lower mark_safe replace striptags title trim truncate upper "
    "urlencode wordcount"
)
_WRITING = {"escape", "soft_str", *(f"do_{name}" for name in _NAMES.split())}
"""The filters that write what they are given as text, by the names of their functions."""
_JOINING, _WITH_ATTRIBUTE = ("sync_do_join", "do_join"), 4


class Sandbox(ImmutableSandboxedEnvironment):
    """Jinja's strictest environment, with a budget for each page."""

    intercepted_binops = frozenset(("+", "*", "**", "%"))

    def __init__(self, loader: Any, cache: BytecodeCache | None) -> None:  # noqa: ANN401 - Jinja's base class is a door further
        super().__init__(
            loader=loader,
            undefined=StrictUndefined,
            autoescape=True,
            trim_blocks=True,
            lstrip_blocks=True,
            bytecode_cache=cache,
        )
        self._safe: dict[tuple[type, str], bool] = {}
        self.begin()
        for name in _FILTERS_LEFT_OUT:
            del self.filters[name]
        for name in _GLOBALS_LEFT_OUT:
            del self.globals[name]
        self.filters = {name: self._bounded(work) for name, work in self.filters.items()}
        self.filters["counted"] = self.counted
        self.filters["printed"] = self.printed
        self.globals["print_block"] = print_block

    def begin(self) -> None:
        """Give a page its budget; called before a page is filled."""
        self._bulk = self._ticks = 0
        self._until = time.thread_time() + SECONDS

    def tick(self, weight: int) -> bool:
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
        """Return a value after counting its size, or that of each item as it comes. Raises SpentError."""
        if isinstance(value, Iterator):
            return self._counted_items(value)
        much = size(value)
        if much > SIZE and not isinstance(value, Mapping):
            raise SpentError(f"one value grows beyond {SIZE:,} characters or items")
        self.tick(much)
        return value

    def _counted_items(self, items: Iterator[Any]) -> Iterator[Any]:
        total = 0
        for item in items:
            much = 1 + size(item)
            total += much
            if total > SIZE:
                raise SpentError(f"one value grows beyond {SIZE:,} characters or items")
            self.tick(much)
            yield item

    def _with_form(self, items: Any) -> Iterator[Any]:  # noqa: ANN401 - whatever can be joined
        for item in items:
            refuse_formless(item)
            yield item

    def printed(self, value: Any) -> Any:  # noqa: ANN401 - whatever a template prints
        """Return a value that is about to be printed, after counting it. Raises SecurityError for no text."""
        refuse_formless(value)
        return self.counted(value)

    def call(self, context: Context, function: Any, /, *args: Any, **kwargs: Any) -> Any:  # noqa: ANN401
        """Call what a template calls; methods of texts and lists within bounds."""
        owner = getattr(function, "__self__", None)
        if owner is self:  # the counting itself
            return function(*args)
        if isinstance(owner, str | list | tuple | dict):
            foresee(owner, *args, *kwargs.values())
        if isinstance(owner, str) and function.__name__ != "join":  # which refuses all but texts itself
            refuse_formless(*args, *kwargs.values())
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
            foresee_number(operator, left, right)
        elif operator == "*":
            foresee_repeat(left, right)
        elif operator == "%" and isinstance(left, str):
            foresee_format(left, right)
            refuse_formless(right)
        return self.counted(super().call_binop(context, operator, left, right))

    def wrap_str_format(self, value: Any) -> Callable[..., str] | None:  # noqa: ANN401
        """Give a text's `format` in the sandbox, if its widths are such as a page can need."""
        if not isinstance(value, MethodType | BuiltinMethodType):
            return None
        wrapped = super().wrap_str_format(value)
        if wrapped is None:
            return None
        text, form = str(value.__self__), wrapped

        def bounded(*args: Any, **kwargs: Any) -> str:  # noqa: ANN401
            foresee_format(text, *args, *kwargs.values())
            refuse_formless(*args, *kwargs.values())
            return form(*args, **kwargs)

        return bounded

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
                foresee_format(str(args[0]), *args[1:], *kwargs.values())
            foresee(*args, *kwargs.values())
            if work.__name__ in _WRITING:
                refuse_formless(*(one for one in args if not isinstance(one, EvalContext | Environment)))
            elif work.__name__ in _JOINING and len(args) < _WITH_ATTRIBUTE and "attribute" not in kwargs:
                args = args[0], self._with_form(args[1]), *args[2:]
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

    def visit_Output(self, node: nodes.Output) -> nodes.Node:  # noqa: N802
        self.generic_visit(node)
        node.nodes = [
            one if isinstance(one, nodes.TemplateData) else _through("printed", one) for one in node.nodes
        ]
        return node

    def visit_Concat(self, node: nodes.Concat) -> nodes.Node:  # noqa: N802
        self.generic_visit(node)
        node.nodes = [_through("printed", one) for one in node.nodes]
        return _through("counted", node)

    def visit_List(self, node: nodes.List) -> nodes.Node:  # noqa: N802
        self.generic_visit(node)
        return _through("counted", node)

    def visit_Dict(self, node: nodes.Dict) -> nodes.Node:  # noqa: N802
        self.generic_visit(node)
        return _through("counted", node)

    def visit_Tuple(self, node: nodes.Tuple) -> nodes.Node:  # noqa: N802
        self.generic_visit(node)
        return node if node.ctx == "store" else _through("counted", node)

    def visit_AssignBlock(self, node: nodes.AssignBlock) -> nodes.Node:  # noqa: N802
        self.generic_visit(node)
        node.filter = _through("counted", node.filter)
        return node


def _tick(node: nodes.Template | nodes.For) -> nodes.Call:
    """Call `tick` with the length of the text that stands in a node and is written each time."""
    weight = 1 + sum(len(data.data) for data in node.find_all(nodes.TemplateData))
    tick = nodes.EnvironmentAttribute("tick", lineno=node.lineno)
    return nodes.Call(tick, [nodes.Const(weight)], [], None, None, lineno=node.lineno)


def _through(name: str, inner: nodes.Expr | None) -> nodes.Filter:
    """Pass a value through a filter of ours; that of a block that is assigned stands in no expression."""
    line = (inner or nodes.Const(None, lineno=1)).lineno
    return nodes.Filter(inner, name, [], [], None, None, lineno=line)
