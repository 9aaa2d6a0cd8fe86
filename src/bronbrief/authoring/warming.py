"""Keeping the typesetting engine loaded, for processes that set one brief after another."""

from importlib import import_module

from bronbrief.pipeline.engine import load_engine
from bronbrief.pipeline.executor import ENGINE


def warm_engine() -> None:
    """Load the engine whole, so that the main road sets single briefs in this process, and at once.

    Where it does not load, nothing is said here: building says it.
    """
    if load_engine().value is not None:
        import_module(ENGINE)
