"""What a process that reads strangers' files may take and reach: memory, time, files, programs, network.

Limits (setrlimit) hold on every system, memory not on macOS. Files, programs and signals are Landlock's
(Linux 5.13; TCP from 6.7), sockets a filter of system calls' (seccomp, on x86-64, ARM64 and RISC-V). What
a system does not offer is left out, and `offered` says so. Nothing here can be undone by the process.
"""

import contextlib
import ctypes
import mimetypes
import os
import platform
import resource
import struct
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

_LIBC = ctypes.CDLL(None, use_errno=True)
_LIBC.syscall.restype = ctypes.c_long
_NO_NEW_PRIVILEGES, _SET_SECCOMP, _FILTER, _GET_SECCOMP = 38, 22, 2, 21  # linux/prctl.h

_CREATE, _ADD, _RESTRICT = 444, 445, 446  # linux/landlock.h: system calls have one number on all machines
_VERSION, _BENEATH = 1, 1
_READ_FILE, _READ_FOLDER, _WRITES_FILE = 1 << 2, 1 << 3, 1 << 1 | 1 << 14
_ALL_ACCESS = {1: (1 << 13) - 1, 2: (1 << 14) - 1, 3: (1 << 15) - 1, 5: (1 << 16) - 1}
_ALL_NETWORK, _ALL_SCOPES = 3, 3  # bind and connect; abstract sockets and signals
_NETWORK_SINCE, _SCOPES_SINCE = 4, 6

_SOCKET_CALLS = {"x86_64": (0xC000003E, 41), "aarch64": (0xC00000B7, 198), "riscv64": (0xC00000F3, 198)}
_IO_URING = 425
_LOAD, _EQUAL, _AT_LEAST, _RETURN = 0x20, 0x15, 0x35, 0x06  # linux/bpf_common.h
_ALLOW, _REFUSE = 0x7FFF0000, 0x00050000 | 1  # EPERM
_OTHER_NUMBERS = 0x40000000  # of x32, where the same calls have other numbers

_SYSTEM = (
    *("/usr", "/lib", "/lib64", "/nix/store", "/etc/fonts", "/var/cache/fontconfig", "/etc/ld.so.cache"),
    *("/etc/localtime", "/dev/null", "/dev/zero", "/dev/random", "/dev/urandom", "/proc/self"),
)
"""What Python and the libraries read on any machine, beside where they are installed."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What a process may take and reach: bytes of memory, seconds of processor time, bytes in one file.

    It reads the Python installation and below `reads`, does all but run programs below `writes`, and reaches
    no host. None is no limit.
    """

    memory: int | None = None
    seconds: int | None = None
    file_size: int | None = None
    reads: Sequence[str] = ()
    writes: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class Offered:
    """What this system can hold a process to."""

    memory: bool
    files: bool
    network: bool


def confine(limits: Limits) -> None:
    """Hold this process, and all that it starts, to limits; call it before any other thread begins."""
    _limit(resource.RLIMIT_CORE, 0)
    _limit(resource.RLIMIT_FSIZE, limits.file_size)
    _limit(resource.RLIMIT_CPU, limits.seconds, grace=1)
    if offered().memory:
        _limit(resource.RLIMIT_AS, limits.memory)
    if sys.platform == "linux":
        _LIBC.prctl(_NO_NEW_PRIVILEGES, 1, 0, 0, 0)
        if offered().files:
            _restrict_files(limits)
        if offered().network:
            _refuse_sockets()


@cache
def offered() -> Offered:
    """Tell what this system can hold a process to."""
    linux = sys.platform == "linux"
    filters = linux and platform.machine() in _SOCKET_CALLS and _LIBC.prctl(_GET_SECCOMP, 0, 0, 0, 0) >= 0
    return Offered(memory=sys.platform != "darwin", files=_landlock() > 0, network=filters)


def _limit(kind: int, wanted: int | None, grace: int = 0) -> None:
    """Lower a limit; one that is lower already stays."""
    if wanted is None:
        return
    soft, hard = (sys.maxsize if one == resource.RLIM_INFINITY else one for one in resource.getrlimit(kind))
    with contextlib.suppress(OSError, ValueError):
        resource.setrlimit(kind, (min(wanted, soft), min(wanted + grace, hard)))


def _landlock() -> int:
    """Return the version of Landlock that this system speaks, 0 for none."""
    return max(0, _LIBC.syscall(_CREATE, None, 0, _VERSION)) if sys.platform == "linux" else 0


def _restrict_files(limits: Limits) -> None:
    """Let this process read and write below some paths, start no program, and reach nothing by TCP."""
    version = _landlock()
    access = next(value for since, value in sorted(_ALL_ACCESS.items(), reverse=True) if since <= version)
    network = _ALL_NETWORK if version >= _NETWORK_SINCE else 0
    scopes = _ALL_SCOPES if version >= _SCOPES_SINCE else 0
    words = struct.pack("QQQ", access, network, scopes)
    size = 24 if scopes else 16 if network else 8
    rules = _LIBC.syscall(_CREATE, words, size, 0)
    if rules < 0:
        return
    try:
        reads = access & (_READ_FILE | _READ_FOLDER)
        for path in dict.fromkeys(
            (*_SYSTEM, *map(str, mimetypes.knownfiles), *installation(), *limits.reads)
        ):
            _allow(rules, path, reads)
        writes = access & ~1  # without running programs
        for path in limits.writes:
            _allow(rules, path, writes)
        _LIBC.syscall(_RESTRICT, rules, 0)
    finally:
        os.close(rules)


def _allow(rules: int, path: str, access: int) -> None:
    """Add a path to what may be reached; one that is not there is left out."""
    try:
        place = os.open(path, getattr(os, "O_PATH", 0) | os.O_CLOEXEC)
    except OSError:
        return
    try:
        if not os.path.isdir(path):  # noqa: PTH112
            access &= _READ_FILE | _WRITES_FILE
        _LIBC.syscall(_ADD, rules, _BENEATH, struct.pack("=Qi", access, place), 0)
    finally:
        os.close(place)


def installation() -> Sequence[str]:
    """Return where Python, Bronbrief and the libraries lie."""
    package = Path(__file__).resolve().parents[1]
    libraries = os.environ.get("LD_LIBRARY_PATH", "").split(":")
    return (
        *(sys.prefix, sys.base_prefix, sys.exec_prefix, str(package), str(package.parents[1] / "templates")),
        *(path for path in (*sys.path, *libraries) if os.path.isabs(path)),  # noqa: PTH117
    )


def _refuse_sockets() -> None:
    """Have the system refuse every socket, and the ring by which one can be had without a call."""
    machine, socket = _SOCKET_CALLS[platform.machine()]
    refused = (socket, _IO_URING)
    last = 3 + len(refused)
    program = [
        (_LOAD, 0, 0, 4),  # seccomp_data.arch
        (_EQUAL, 0, last, machine),
        (_LOAD, 0, 0, 0),  # seccomp_data.nr
        (_AT_LEAST, last - 2, 0, _OTHER_NUMBERS),
        *((_EQUAL, len(refused) - at, 0, number) for at, number in enumerate(refused)),
        (_RETURN, 0, 0, _ALLOW),
        (_RETURN, 0, 0, _REFUSE),
    ]
    code = ctypes.create_string_buffer(b"".join(struct.pack("HBBI", *one) for one in program))
    head = struct.pack("HxxxxxxQ", len(program), ctypes.addressof(code))
    _LIBC.prctl(_SET_SECCOMP, _FILTER, head, 0, 0)
