"""The judges from outside: veraPDF, Nu, axe-core, Siegfried and the MDTO schema, one function each.

Each returns what it found as `Failure` values, so that `assert not verapdf([path])` shows what is wrong.
A validator that is not installed skips the test, loudly (`support.tools.require`). A validator that runs
but leaves a file unjudged raises `ValidatorError`: silence is never read as a pass.
"""

import hashlib
import json
import os
import subprocess
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urlsplit

from lxml import etree

from support.tools import MDTO_SCHEMA, VERAPDF_JARS, VNU_JAR, require

FLAVOURS = ("2a", "ua1")
TIMEOUT = 600
_judged: dict[tuple[str, str], tuple["Failure", ...]] = {}


class ValidatorError(RuntimeError):
    """A validator did not do its work: it crashed, or skipped a file that it was given."""


@dataclass(frozen=True, slots=True)
class Failure:
    """One thing that a validator refuses: the file, the rule broken, the words, and where in the file."""

    file: str
    rule: str
    message: str
    where: str = ""

    def __str__(self) -> str:
        return f"{self.file}: {self.rule}: {self.message}" + (f" [{self.where}]" if self.where else "")


def verapdf(paths: Iterable[Path], *flavours: str) -> list[Failure]:
    """Check PDF files with veraPDF, for PDF/A-2a and PDF/UA-1 unless flavours are named.

    All files go to one run a flavour, and the runs go side by side. A file once judged, by its bytes, is
    not judged again in this process. Rules read "ua1 7.1-8": flavour, clause, test number.
    """
    require("verapdf")
    files = _existing(paths)
    wanted = flavours or FLAVOURS
    with ThreadPoolExecutor(len(wanted)) as pool:
        found = list(pool.map(lambda flavour: _verapdf_flavour(files, flavour), wanted))
    return [failure for failures in found for failure in failures]


def nu(paths: Iterable[Path], *, warnings: bool = False) -> list[Failure]:
    """Check HTML files with the Nu Html Checker, all in one run; its warnings count only when asked."""
    require("nu")
    files = _existing(paths)
    arguments = ["--verbose", "--format", "json", "--exit-zero-always", "--stdout", *map(str, files)]
    done = _run(["java", "-jar", str(VNU_JAR), *arguments])
    _all_judged(files, (Path(line).resolve() for line in done.stderr.splitlines()), done.stderr)
    return [
        Failure(
            _file_of(message.get("url", "")),
            message.get("subType") or message["type"],
            message["message"],
            f"line {message.get('lastLine', '?')}: {message.get('extract', '').strip()}",
        )
        for message in json.loads(done.stdout)["messages"]
        if message["type"] != "info" or (warnings and message.get("subType") == "warning")
    ]


def siegfried(path: Path) -> str:
    """Return the PRONOM identifier that Siegfried gives a file, such as "fmt/476" for PDF/A-2a."""
    require("siegfried")
    import pygfried  # noqa: PLC0415 - loads the signatures of every known format

    return str(pygfried.identify(str(_existing([path])[0])))


def mdto(path: Path) -> list[Failure]:
    """Check an XML file against the schema of MDTO 1.0.1 (Nationaal Archief)."""
    require("mdto")
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    try:
        document = etree.parse(path, parser)
    except etree.XMLSyntaxError as error:
        return [Failure(str(path), "not well-formed", str(error))]
    schema = etree.XMLSchema(etree.parse(MDTO_SCHEMA, parser))
    schema.validate(document)
    return [
        Failure(str(path), entry.type_name, entry.message, f"line {entry.line}") for entry in schema.error_log
    ]


def _verapdf_flavour(files: Sequence[Path], flavour: str) -> list[Failure]:
    keys = {file: (flavour, hashlib.sha256(file.read_bytes()).hexdigest()) for file in files}
    fresh = [file for file in files if keys[file] not in _judged]
    if fresh:
        verdicts = _verapdf_run(fresh, flavour)
        _judged.update({keys[file]: verdicts[file] for file in fresh})
    return [
        Failure(str(file), failure.rule, failure.message, failure.where)
        for file in files
        for failure in _judged[keys[file]]
    ]


def _verapdf_run(files: Sequence[Path], flavour: str) -> dict[Path, tuple[Failure, ...]]:
    """Run veraPDF once; it reads only names that end in .pdf and passes over all others in silence."""
    program = ["java", "-cp", f"{VERAPDF_JARS}/*", "org.verapdf.apps.GreenfieldCliWrapper"]
    options = ["-f", flavour, "--maxfailuresdisplayed", "10", "--nonpdfext", "--format", "xml"]
    done = _run([*program, *options, *map(str, files)])
    try:
        jobs = etree.fromstring(done.stdout.encode()).findall("jobs/job")
    except etree.XMLSyntaxError as error:
        raise ValidatorError(f"veraPDF wrote no report: {done.stderr}") from error
    verdicts = {Path(job.findtext("item/name") or "").resolve(): tuple(_job(job, flavour)) for job in jobs}
    _all_judged(files, verdicts, done.stderr)
    return verdicts


def _job(job: etree._Element, flavour: str) -> Iterator[Failure]:
    name = job.findtext("item/name") or ""
    report = job.find("validationReport")
    if report is None:
        reason = job.findtext(".//exceptionMessage") or "no report"
        yield Failure(name, f"{flavour} unreadable", reason)
        return
    rules = report.findall("details/rule[@status='failed']")
    for rule in rules:
        label = f"{flavour} {rule.get('clause')}-{rule.get('testNumber')}"
        for check in rule.findall("check[@status='failed']"):
            words = check.findtext("errorMessage") or rule.findtext("description") or ""
            yield Failure(name, label, words, check.findtext("context") or "")
    if report.get("isCompliant") != "true" and not rules:
        yield Failure(name, f"{flavour} not compliant", report.get("statement") or "")


def _existing(paths: Iterable[Path]) -> list[Path]:
    files = [path.resolve() for path in paths]
    missing = [str(file) for file in files if not file.is_file()]
    if missing or not files:
        raise ValidatorError(f"nothing to check: {', '.join(missing) or 'no files were named'}")
    return list(dict.fromkeys(files))


def _all_judged(files: Iterable[Path], judged: Iterable[Path], log: str) -> None:
    left = set(files) - set(judged)
    if left:
        raise ValidatorError(f"left unjudged: {', '.join(map(str, sorted(left)))}\n{log}")


def _run(command: Sequence[str]) -> subprocess.CompletedProcess[str]:
    """Run a validator; the exit status says "found something", which the report says better.

    Java reads the names of files as the locale says.
    """
    environment = os.environ | {"LC_ALL": "C.UTF-8"}
    return subprocess.run(  # noqa: PLW1510
        command,
        capture_output=True,
        encoding="utf-8",
        timeout=TIMEOUT,
        stdin=subprocess.DEVNULL,
        env=environment,
    )


def _file_of(url: str) -> str:
    return unquote(urlsplit(url).path)
