"""JSON as all our files have it."""

import json
from collections.abc import Mapping


def to_json(value: Mapping[str, object]) -> bytes:
    """Write a file of JSON, for people's eyes too."""
    return (json.dumps(value, ensure_ascii=False, indent=2) + "\n").encode()
