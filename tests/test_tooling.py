"""The validators themselves: each passes a good file and refuses a bad one."""

from pathlib import Path

import pytest
from weasyprint import HTML

from support import tools
from support.browser import Browser
from support.validators import ValidatorError, mdto, nu, siegfried, verapdf

GOOD = (
    "<!doctype html><html lang=nl><head><title>Proef</title></head>"
    "<body><main><h1>Proef</h1><p>Een alinea.</p></main></body></html>"
)
BAD = (
    "<!doctype html><html lang=nl><head><title>Proef</title></head>"
    "<body><h3>Proef</h3><p><img src=x><p style='color:#ccc'>bleek</p></body></html>"
)
MDTO = (
    '<MDTO xmlns="https://www.nationaalarchief.nl/mdto"><bestand>{}<naam>proef.pdf</naam>'
    "<omvang>10</omvang><bestandsformaat><begripLabel>PDF</begripLabel><begripBegrippenlijst>"
    "<verwijzingNaam>PRONOM</verwijzingNaam></begripBegrippenlijst></bestandsformaat>"
    "<checksum><checksumAlgoritme><begripLabel>SHA-256</begripLabel><begripBegrippenlijst>"
    "<verwijzingNaam>lijst</verwijzingNaam></begripBegrippenlijst></checksumAlgoritme>"
    "<checksumWaarde>00</checksumWaarde><checksumDatum>2026-11-21T00:00:00</checksumDatum></checksum>"
    "<isRepresentatieVan><verwijzingNaam>proef</verwijzingNaam></isRepresentatieVan></bestand></MDTO>"
)
MDTO_ID = (
    "<identificatie><identificatieKenmerk>1</identificatieKenmerk>"
    "<identificatieBron>Oostdam</identificatieBron></identificatie>"
)


def _write(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8")
    return path


def _pdf(path: Path, variant: str | None) -> Path:
    HTML(string=GOOD).write_pdf(path, pdf_variant=variant)
    return path


def test_verapdf_refuses_an_untagged_pdf_and_passes_a_tagged_one(tmp_path: Path) -> None:
    """The veraPDF door reports broken rules with their clause, for the file and flavour that breaks them."""
    good, bad = _pdf(tmp_path / "good.pdf", "pdf/ua-1"), _pdf(tmp_path / "bad file.pdf", None)
    found = verapdf([good, bad], "ua1")
    assert {failure.file for failure in found} == {str(bad)}
    assert "ua1 7.1-11" in {failure.rule for failure in found}
    assert any(failure.rule.startswith("2a ") for failure in verapdf([good]))


def test_verapdf_does_not_pass_a_file_that_it_cannot_read(tmp_path: Path) -> None:
    """A file that is no PDF at all is a failure, whatever its name; a file that is not there is an error."""
    broken = [_write(tmp_path / "broken.pdf", "no pdf"), _write(tmp_path / "broken.txt", "no pdf at all")]
    assert [failure.rule for failure in verapdf(broken, "ua1")] == ["ua1 unreadable"] * 2
    with pytest.raises(ValidatorError, match="nothing to check"):
        verapdf([tmp_path / "absent.pdf"])


def test_verapdf_remembers_by_bytes_and_names_each_copy(tmp_path: Path) -> None:
    """A second file with the same bytes gets the same verdict under its own name."""
    first = _pdf(tmp_path / "first.pdf", None)
    second = tmp_path / "second.pdf"
    second.write_bytes(first.read_bytes())
    rules = [failure.rule for failure in verapdf([first], "ua1")]
    again = verapdf([second], "ua1")
    assert [failure.rule for failure in again] == rules
    assert {failure.file for failure in again} == {str(second)}


def test_nu_refuses_an_image_without_alternative(tmp_path: Path) -> None:
    """The Nu door reports errors with the line, and nothing for a valid page."""
    good, bad = _write(tmp_path / "good.html", GOOD), _write(tmp_path / "bad page.html", BAD)
    found = nu([good, bad])
    assert {failure.file for failure in found} == {str(bad)}
    assert any("alt" in failure.message for failure in found)


def test_axe_refuses_pale_text_in_either_scheme(tmp_path: Path, browser: Browser) -> None:
    """The axe door reports contrast and structure, and nothing for an accessible page."""
    good, bad = _write(tmp_path / "good.html", GOOD), _write(tmp_path / "bad.html", BAD)
    assert browser.axe(good) == []
    rules = {failure.rule for failure in browser.axe(bad, width=320, scheme="light")}
    assert {"color-contrast", "image-alt", "page-has-heading-one"} <= rules


def test_axe_judges_the_scheme_and_width_asked_for(tmp_path: Path, browser: Browser) -> None:
    """A page that is pale only in the dark scheme, or only when narrow, fails only there."""
    style = (
        "<style>body{background:#fff;color:#000}"
        "@media (prefers-color-scheme:dark){body{background:#000;color:#222}}"
        "@media (max-width:400px){body{background:#fff;color:#ddd}}</style></head>"
    )
    page = _write(tmp_path / "page.html", GOOD.replace("</head>", style))
    assert browser.axe(page, width=1280, scheme="light") == []
    assert {failure.rule for failure in browser.axe(page, width=1280, scheme="dark")} == {"color-contrast"}
    assert {failure.rule for failure in browser.axe(page, width=320, scheme="light")} == {"color-contrast"}


def test_axe_works_under_a_strict_content_security_policy(tmp_path: Path, browser: Browser) -> None:
    """A page that allows no script at all can still be judged."""
    policy = "<meta http-equiv=Content-Security-Policy content=\"default-src 'none'\"></head>"
    page = _write(tmp_path / "page.html", BAD.replace("</head>", policy))
    assert "image-alt" in {failure.rule for failure in browser.axe(page)}


def test_siegfried_tells_an_archivable_pdf_from_a_plain_one(tmp_path: Path) -> None:
    """Siegfried names formats by their PRONOM identifiers."""
    assert siegfried(_pdf(tmp_path / "plain.pdf", None)) == "fmt/276"
    assert siegfried(_write(tmp_path / "page.html", GOOD)) in {"fmt/96", "fmt/471"}


def test_mdto_refuses_a_file_without_an_identifier(tmp_path: Path) -> None:
    """The MDTO door passes a valid description, and names the element that is missing from another."""
    good = _write(tmp_path / "good.xml", MDTO.format(MDTO_ID))
    bad = _write(tmp_path / "bad.xml", MDTO.format(""))
    assert mdto(good) == []
    assert "identificatie" in mdto(bad)[0].message
    assert mdto(_write(tmp_path / "torn.xml", "<MDTO>"))[0].rule == "not well-formed"


def test_an_absent_validator_skips_and_in_ci_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    """A missing validator is never a silent pass: a skip with the cure, and a failure where CI=true."""
    monkeypatch.setattr(tools, "available", lambda _name: False)
    monkeypatch.delenv("CI", raising=False)
    with pytest.raises(pytest.skip.Exception, match="make validators"):
        tools.require("verapdf")
    monkeypatch.setenv("CI", "true")
    with pytest.raises(pytest.fail.Exception, match="validator absent: verapdf"):
        tools.require("verapdf")


def test_every_validator_has_a_cure_and_a_check() -> None:
    """Each name that tests may ask for can be answered."""
    assert all(isinstance(tools.available(name), bool) for name in tools.CURES)
