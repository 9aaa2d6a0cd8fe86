"""Loading the typesetting engine, and the words for a machine on which it does not load."""

import builtins
from collections.abc import Callable
from typing import Any

import pytest
import weasyprint

from bronbrief.core.diagnostics import of_environment
from bronbrief.locale.diagnostics import headline, hint
from bronbrief.pdf.engine import explain_engine_failure, load_engine

NO_PANGO = (
    "cannot load library 'libpango-1.0-0': libpango-1.0-0: cannot open shared object file: "
    "No such file or directory.  Additionally, ctypes.util.find_library() did not manage to locate a library"
)


@pytest.fixture
def failing_import(monkeypatch: pytest.MonkeyPatch) -> Callable[[Exception], None]:
    """Make the import of the engine print what WeasyPrint prints, and raise."""
    real = builtins.__import__

    def arrange(error: Exception) -> None:
        def fake(name: str, *args: Any) -> Any:
            if name == "weasyprint":
                print("\n-----\n\nWeasyPrint could not import some external libraries.")  # noqa: T201
                raise error
            return real(name, *args)

        monkeypatch.setattr(builtins, "__import__", fake)

    return arrange


def test_the_engine_loads_here() -> None:
    """Where everything is installed, the outcome is the engine's version."""
    assert load_engine().value == weasyprint.__version__


def test_a_missing_pango_is_a_finding_that_names_the_library_and_the_packages(
    failing_import: Callable[[Exception], None], capsys: pytest.CaptureFixture[str]
) -> None:
    """Without Pango there is one finding, in words, and nothing that the engine itself prints."""
    failing_import(OSError(NO_PANGO))
    outcome = load_engine()
    assert outcome.value is None
    assert [finding.code for finding in outcome.diagnostics] == ["engine-library-missing"]
    finding = outcome.diagnostics[0]
    assert "libpango-1.0-0" in headline(finding)
    assert "bronbrief doctor" in hint(finding, "nl")
    assert of_environment(finding)
    assert capsys.readouterr().out == ""


@pytest.mark.parametrize("error", [ImportError("No module named 'weasyprint'"), OSError("disk on fire")])
def test_any_other_failure_gives_its_reason(error: OSError | ImportError) -> None:
    """A broken installation is told apart from a missing library, and the reason is kept."""
    finding = explain_engine_failure(error)
    assert finding.code == "engine-broken"
    assert str(error) in headline(finding)
    assert of_environment(finding)
