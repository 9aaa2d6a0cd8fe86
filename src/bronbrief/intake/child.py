"""What the child process of `add` does: one document to its text and facts, or the code of what is wrong."""

import json

from bronbrief.intake.extractors import EXTRACTORS, Refusal


def answer(suffix: str, data: bytes) -> bytes:
    """Read a document as what its ending says, and answer in JSON."""
    try:
        found: object = EXTRACTORS[suffix](data)
    except Refusal as refusal:
        found = {"code": refusal.code, "reason": refusal.reason}
    return json.dumps(found).encode()
