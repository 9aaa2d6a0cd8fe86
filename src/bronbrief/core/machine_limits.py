"""What the machine refuses, whoever asks: a full disk, no room for temporary files, no more open files."""

import errno
import os
import shutil
from collections.abc import Iterator

_REFUSALS = (
    *(errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EROFS),
    *(errno.EMFILE, errno.ENFILE, errno.ENOMEM, errno.EIO),
)
_NO_ROOM = "No usable temporary directory"
"""How `tempfile` begins what it says where it can write nowhere."""


def refused_by_machine(error: BaseException) -> str | None:
    """Return what the machine refused where that is behind an exception; None where it is not."""
    return next((reason for one in _chain(error) if (reason := _reason(one))), None)


def _chain(error: BaseException | None) -> Iterator[BaseException]:
    seen: set[int] = set()
    while error is not None and id(error) not in seen:
        seen.add(id(error))
        yield error
        error = error.__cause__ or error.__context__


def _reason(error: BaseException) -> str | None:
    if not isinstance(error, OSError):
        return None
    if error.errno in _REFUSALS:
        return os.strerror(error.errno)
    if isinstance(error, shutil.Error):  # of many files, each with its reason in words
        return next((told for code in _REFUSALS if (told := os.strerror(code)) in str(error)), None)
    return os.strerror(errno.ENOSPC) if str(error.strerror).startswith(_NO_ROOM) else None
