"""What takes longer than anybody waits, for tests of what ends it."""

import time


def wait(_: str, __: bytes) -> bytes:
    """Wait, and answer nothing."""
    time.sleep(240)
    return b""
