"""Hold the descriptions in a dossier against its files, beside what `verify` proves of these."""

from dataclasses import replace
from pathlib import Path

from bronbrief.dossier.described import description_findings
from bronbrief.verify.bundle import open_bundle
from bronbrief.verify.proofs import Verification


def described(path: Path, done: Verification) -> Verification:
    """Add what is wrong with the descriptions in a dossier to what was found in it."""
    if path.is_file() and path.suffix.lower() != ".zip":
        return done
    bundle = open_bundle(path).value
    if bundle is None:
        return done
    return replace(done, findings=(*done.findings, *description_findings(bundle.files, bundle.name)))
