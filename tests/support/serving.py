"""A preview that really runs: `bronbrief serve` in a process of its own, on a port of its own."""

import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from support.workspaces import BRIEF

TOKEN = "een-token-dat-bij-een-herstart-blijft"  # noqa: S105 - of a preview of tests
COMMAND = "import sys; from bronbrief.cli.main import main; sys.exit(main())"


@dataclass(frozen=True)
class Serving:
    """A running preview: its address, its workspace, its process."""

    url: str
    token: str
    root: Path
    process: subprocess.Popen[str]

    @property
    def port(self) -> int:
        """Return the port that it listens on."""
        return int(self.url.rstrip("/").rsplit(":", 1)[1])

    @property
    def entry(self) -> str:
        """Return the address that lets its reader in, to be followed by the name of a brief."""
        return f"{self.url}?token={self.token}&brief="

    @property
    def spec(self) -> Path:
        """Return the file of the one brief."""
        return self.root / "briefs" / f"{BRIEF}.yaml"


@contextmanager
def serving(root: Path, port: int = 0, options: Sequence[str] = ()) -> Iterator[Serving]:
    """Run `bronbrief serve` for as long as the block lasts, and see it end in order."""
    environ = os.environ | {"LC_ALL": "C.UTF-8", "PYTHONUNBUFFERED": "1", "BRONBRIEF_TOKEN": TOKEN}
    process = subprocess.Popen(
        [sys.executable, "-c", COMMAND, "serve", "--port", str(port), *options],
        cwd=root,
        env=environ,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    try:
        found = re.search(r"(http://\S+)\?token=(\S+)", process.stdout.readline())
        assert found, "the preview did not start"
        yield Serving(found[1], found[2], root, process)
    finally:
        process.send_signal(signal.SIGINT)
        code = process.wait(30)
        process.stdout.close()
    assert code == 0
