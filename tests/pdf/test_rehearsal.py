"""The page that makes the engine ready."""

import pypdfium2
import pytest

import bronbrief.pdf.engine  # noqa: F401 - before the rest of the engine
from bronbrief.pdf import rehearsal
from bronbrief.pdf.typeset import typeset


def test_the_rehearsal_is_a_page_like_any_other(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is set without a finding, in a typeface that comes along, with a hyphen at a line end."""
    done = []
    monkeypatch.setattr(rehearsal, "typeset", lambda *given: done.append(typeset(*given)))
    rehearsal.rehearse()
    (outcome,) = done
    assert outcome.diagnostics == ()
    assert outcome.value is not None
    with pypdfium2.PdfDocument(outcome.value) as document:
        assert "\ufffe" in document[0].get_textpage().get_text_range()


def test_without_its_typeface_there_is_no_rehearsal(monkeypatch: pytest.MonkeyPatch) -> None:
    """An installation without that font package loses nothing but time."""
    monkeypatch.setattr(rehearsal, "_PAGE", rehearsal._PAGE.replace("IBMPlexSerif", "NoSuchFace"))
    monkeypatch.setattr(rehearsal, "typeset", None)
    rehearsal.rehearse()
