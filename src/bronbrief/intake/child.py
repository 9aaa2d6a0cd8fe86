"""What the child process of `add` does: one document to its text and facts, or the code of what is wrong."""

import json

from bronbrief.intake.extractors import EXTRACTORS, VERSIONED
from bronbrief.intake.refusal import Refusal


def answer(asked: str, data: bytes) -> bytes:
    """Read a document, of the ending and in the version that is asked for, and answer in JSON."""
    suffix, _, changes = asked.partition(" ")
    try:
        read = EXTRACTORS[suffix]
        found: object = read(data, changes) if suffix in VERSIONED else read(data)
    except Refusal as refusal:
        found = {"code": refusal.code, "reason": refusal.reason, "differences": refusal.differences}
    return json.dumps(found).encode()
