"""The child process that reads one document: limits first, then standard input to JSON on standard output."""

import json
import resource
import sys

from bronbrief.intake.extractors import EXTRACTORS
from bronbrief.intake.refusal import Refusal

MEMORY = 2 << 30
CPU_SECONDS = 60


def limit() -> None:
    """Limit this process: memory, processor time, and no byte written to any file."""
    resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS + 1))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform != "darwin":  # which refuses it
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))


def main() -> None:
    """Read the document, and answer with its text and facts, or with the code of what is wrong."""
    limit()
    data = sys.stdin.buffer.read()
    try:
        answer = EXTRACTORS[sys.argv[1]](data)
    except Refusal as refusal:
        answer = {"code": refusal.code, "reason": refusal.reason}
    except (MemoryError, RecursionError) as error:
        answer = {"code": "document-too-heavy", "reason": type(error).__name__}
    except Exception as error:  # noqa: BLE001 - whatever a library raises, the document is to blame
        answer = {"code": "document-unreadable", "reason": f"{type(error).__name__}: {error}"}
    sys.stdout.write(json.dumps(answer))


if __name__ == "__main__":
    main()
