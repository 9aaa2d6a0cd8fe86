"""Seals and time stamps: what they leave whole, what `verify` says of them, what befalls where they fail."""

import hashlib
import shutil
import subprocess
from pathlib import Path

import pytest

from bronbrief.core.diagnostics import Diagnostic, Severity
from bronbrief.core.workspace import Workspace
from bronbrief.dossier.described import described
from bronbrief.dossier.make import bundle
from bronbrief.dossier.matter import Meeting
from bronbrief.dossier.report import DossierReport
from bronbrief.dossier.request import Asked, Request
from bronbrief.dossier.seal import Sealing, open_sealing
from bronbrief.pipeline.options import Options
from bronbrief.verify.checksums import CHECKSUMS, TIME_STAMP
from bronbrief.verify.proofs import Standing, Verification
from bronbrief.verify.verify import verify
from support.dossiers import FLEMISH, MEETING
from support.sealing import CLERK, PASSPHRASE, SERVICE, Party, clerk, issuer, service, time_stamps
from support.validators import mdto, siegfried, verapdf
from support.workspaces import BRIEF

BASE = "2026-12-08 De veerdienst over de Lange Vliet - bijlage 1"


def make(
    built: Workspace, output: Path, sealing: Sealing | None, meeting: Meeting = MEETING
) -> DossierReport:
    """Make the dossier of both briefs, with all in one, in a folder of its own."""
    request = Request((Asked(BRIEF), Asked(FLEMISH)), meeting.date, meeting.item, combined=True)
    return bundle(built, request, output, Options(), sealing)


def sealing_of(path: Path | None, server: str | None) -> Sealing:
    """Open a certificate with the right pass phrase."""
    opened = open_sealing(path, server, lambda: PASSPHRASE)
    assert opened.value is not None, opened.diagnostics
    return opened.value


def verified(path: Path, built: Workspace, trusted: bytes | None = None) -> Verification:
    """Verify as the command does."""
    return described(path, verify(path, built, trusted=trusted))


def told(done: Verification, beginning: str) -> list[Diagnostic]:
    """Return the findings whose code begins so."""
    return [one for one in done.diagnostics if one.code.startswith(beginning)]


@pytest.fixture(scope="module")
def authority() -> Party:
    """Return who issues certificates."""
    return issuer()


@pytest.fixture(scope="module")
def sealed(built: Workspace, authority: Party, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of a dossier that was sealed and time-stamped."""
    top = tmp_path_factory.mktemp("verzegeld")
    certificate = clerk(authority).write(top / "griffie.p12")
    with time_stamps(service(authority)) as server:
        done = make(built, top / "uit", sealing_of(certificate, server))
    assert done.folder is not None, done.diagnostics
    return done.folder


@pytest.fixture
def copied(sealed: Path, tmp_path: Path) -> Path:
    """Return a copy of the sealed dossier, to change at will."""
    return Path(shutil.copytree(sealed, tmp_path / sealed.name))


def test_a_sealed_pdf_stays_what_it_was(sealed: Path) -> None:
    """PDF/A-2a, PDF/UA-1 and the archive's name for the format hold, for briefs, the whole and the guide."""
    files = sorted(sealed.glob("*.pdf"))

    assert len(files) == 4
    assert not verapdf(files)
    assert {siegfried(file) for file in files} == {"fmt/476"}


def test_descriptions_and_checksums_are_those_of_the_sealed_files(sealed: Path) -> None:
    """Whatever names a checksum names that of the file as it is handed over."""
    subprocess.run(["sha256sum", "-c", "--quiet", "--strict", CHECKSUMS], cwd=sealed, check=True)
    pdf = (sealed / f"{BASE}.pdf").read_bytes()
    digest = hashlib.sha256(pdf).hexdigest()

    for ending in ("evidence.jsonld", "pdf.bestand.mdto.xml"):
        assert digest in (sealed / f"{BASE}.{ending}").read_text(encoding="utf-8")
    assert digest in (sealed / "dossier.json").read_text(encoding="utf-8")
    assert [failure for file in sealed.glob("*.mdto.xml") for failure in mdto(file)] == []


def test_verify_says_who_sealed_and_when_and_that_the_issuer_is_not_known(
    sealed: Path, built: Workspace
) -> None:
    """A seal that holds is told for each PDF; whether to believe its issuer is left to the reader."""
    done = verified(sealed, built)

    assert {one.params["file"] for one in told(done, "verify-seal")} == {
        file.name for file in sealed.glob("*.pdf")
    }
    assert {one.params["who"] for one in told(done, "verify-seal-unknown")} == {CLERK}
    assert {one.params["who"] for one in told(done, "verify-time-stamp-unknown")} == {SERVICE}
    assert TIME_STAMP in {one.params["file"] for one in told(done, "verify-time-stamp")}
    assert not [one for one in done.diagnostics if one.is_error], done.diagnostics
    assert all(one.standing is Standing.PROVEN for one in done.quotations)


@pytest.mark.ci
def test_an_issuer_that_the_reader_trusts_leaves_nothing_open(
    sealed: Path, built: Workspace, authority: Party, tmp_path: Path
) -> None:
    """With the issuer's certificate at hand, seals and time stamps are as good as it is."""
    trusted = authority.write_issuer(tmp_path / "uitgever.pem").read_bytes()
    done = verified(sealed, built, trusted)

    assert {one.code for one in told(done, "verify-seal")} == {"verify-seal-known"}
    assert {one.code for one in told(done, "verify-time-stamp")} == {"verify-time-stamp-known"}
    assert done.standing is Standing.PROVEN, done.diagnostics


def test_the_time_stamp_is_read_by_ordinary_tools(sealed: Path, authority: Party, tmp_path: Path) -> None:
    """OpenSSL proves the list of checksums by the time stamp."""
    if shutil.which("openssl") is None:
        pytest.skip("openssl is not installed")
    trusted = authority.write_issuer(tmp_path / "uitgever.pem")
    command = ["openssl", "ts", "-verify", "-in", TIME_STAMP, "-data", CHECKSUMS, "-CAfile", str(trusted)]

    assert b"Verification: OK" in subprocess.run(command, cwd=sealed, capture_output=True, check=True).stdout


@pytest.mark.ci
def test_a_certificate_of_ones_own_making_is_called_that(built: Workspace, tmp_path: Path) -> None:
    """Anybody can make one with any name."""
    done = make(built, tmp_path / "uit", sealing_of(clerk(None).write(tmp_path / "eigen.p12"), None))
    assert done.folder is not None
    found = told(verified(done.folder, built), "verify-seal")

    assert {one.code for one in found} == {"verify-seal-self-made"}
    assert {one.severity for one in found} == {Severity.WARNING}
    assert not (done.folder / TIME_STAMP).exists()


@pytest.mark.every(2)
@pytest.mark.parametrize("change", [b"%\n", b"\n% iets\n%%EOF\n"])
def test_a_pdf_that_was_changed_after_its_seal_is_named(
    copied: Path, built: Workspace, change: bytes
) -> None:
    """One byte more, and the seal is broken."""
    file = copied / f"{BASE}.pdf"
    file.write_bytes(file.read_bytes() + change)
    done = verified(copied, built)

    assert [one.params["file"] for one in told(done, "verify-seal-broken")] == [file.name]
    assert done.standing is Standing.WRONG


@pytest.mark.ci
def test_a_seal_that_was_taken_off_is_noticed(copied: Path, built: Workspace) -> None:
    """What lies before the seal is a PDF of its own, but not the one that the record names."""
    file = copied / f"{BASE}.pdf"
    data = file.read_bytes()
    file.write_bytes(data[: data.index(b"%%EOF") + 6])
    done = verified(copied, built)

    assert {"verify-checksum", "verify-changed-since", "verify-sidecar"} <= {
        one.code for one in done.diagnostics
    }


@pytest.mark.ci
def test_a_list_that_was_made_anew_does_not_fit_its_time_stamp(copied: Path, built: Workspace) -> None:
    """Whoever changes a file and its checksum cannot change the time stamp with them."""
    (copied / "dossier.json").write_text("{}", encoding="utf-8")
    names = sorted(file.name for file in copied.iterdir() if file.name not in {CHECKSUMS, TIME_STAMP})
    lines = (f"{hashlib.sha256((copied / name).read_bytes()).hexdigest()}  {name}\n" for name in names)
    (copied / CHECKSUMS).write_text("".join(lines), encoding="utf-8")

    assert [one.params["file"] for one in told(verified(copied, built), "verify-time-stamp-broken")] == [
        TIME_STAMP
    ]


@pytest.mark.ci
def test_a_time_stamp_that_went_missing_is_noticed(copied: Path, built: Workspace) -> None:
    """The index of the dossier says that there was one."""
    (copied / TIME_STAMP).unlink()

    assert {one.params["what"] for one in told(verified(copied, built), "verify-sidecar")} == {TIME_STAMP}


@pytest.mark.ci
@pytest.mark.every(6)
@pytest.mark.parametrize(("answer", "fail_after"), [(None, 3), (b"niets", 10), (b"0" * 100_000, 10)])
def test_where_the_server_fails_midway_nothing_changes(
    built: Workspace, authority: Party, tmp_path: Path, answer: bytes | None, fail_after: int
) -> None:
    """All or nothing: what stood there stands there still, and the server is named."""
    before = make(built, tmp_path / "uit", None)
    assert before.folder is not None
    stood = {file.name: file.read_bytes() for file in before.folder.iterdir()}
    certificate = clerk(authority).write(tmp_path / "griffie.p12")
    with time_stamps(service(authority), answer, fail_after) as server:
        done = make(built, tmp_path / "uit", sealing_of(certificate, server))

    assert [one.code for one in done.diagnostics if one.is_error] == ["dossier-time-stamp"]
    assert done.folder is None
    assert {file.name: file.read_bytes() for file in before.folder.iterdir()} == stood


def test_nobody_at_the_address_is_a_finding(built: Workspace, tmp_path: Path) -> None:
    """A server that does not answer leaves no dossier, and no traceback."""
    done = make(built, tmp_path / "uit", sealing_of(None, "http://127.0.0.1:9/"))

    assert [one.code for one in done.diagnostics if one.is_error] == ["dossier-time-stamp"]
    assert not (tmp_path / "uit").exists()


def test_without_a_seal_the_bytes_are_the_same_every_time(built: Workspace, tmp_path: Path) -> None:
    """Only a seal depends on the clock and on chance."""
    once, again = (make(built, tmp_path / name, None) for name in ("een", "twee"))

    assert once.archive is not None
    assert again.archive is not None
    assert once.archive.read_bytes() == again.archive.read_bytes()


def test_what_does_not_open_is_said(tmp_path: Path) -> None:
    """A wrong pass phrase, a file that is none or is not there, an address of another kind."""
    right = clerk(None).write(tmp_path / "griffie.p12")
    (tmp_path / "tekst.p12").write_text("geen certificaat", encoding="utf-8")
    tries = [
        (right, None, "verkeerd", "dossier-seal-key"),
        (tmp_path / "tekst.p12", None, PASSPHRASE, "dossier-seal-key"),
        (tmp_path / "weg.p12", None, PASSPHRASE, "dossier-seal-file"),
        (None, "file:///etc/passwd", PASSPHRASE, "dossier-time-stamp"),
    ]

    for path, server, words, code in tries:
        opened = open_sealing(path, server, words.strip)
        assert [one.code for one in opened.diagnostics] == [code]
        assert PASSPHRASE not in str(opened.diagnostics)


def test_without_the_library_it_is_said_what_to_install(
    sealed: Path, built: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The extra is optional: asking for a seal names it, and so does reading one."""
    monkeypatch.setattr("importlib.util.find_spec", lambda _: None)
    monkeypatch.setattr("bronbrief.verify.seals.find_spec", lambda _: None)

    assert [one.code for one in open_sealing(None, "http://127.0.0.1:9/", str).diagnostics] == [
        "dossier-seal-extra"
    ]
    done = verified(sealed, built)
    assert {one.code for one in told(done, "verify-seal")} == {"verify-seal-unread"}
    assert all(one.standing is Standing.PROVEN for one in done.quotations)
