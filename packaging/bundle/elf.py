"""What a library file says of itself: what it needs, asks and offers. By binutils' own reading."""

from __future__ import annotations

import re
import struct
import subprocess
from dataclasses import dataclass
from pathlib import Path

MAGIC = b"\x7fELF"
PT_LOAD = 1
_DYNAMIC = re.compile(r"\((NEEDED|SONAME)\)[^\[]*\[([^\]]+)\]")
_SYMBOL = re.compile(r"\*UND\*\s+[0-9a-f]+\s+(?:\(?([A-Za-z0-9_.]+)\)?\s+)?([A-Za-z_][\w$]*)$")
_NO_VERSION = "Base"
_GLIBC = re.compile(r"GLIBC_(\d+)\.(\d+)")


@dataclass(frozen=True, slots=True)
class Asked:
    """A symbol that a library expects of others; `version` "" where it names none."""

    name: str
    version: str


def is_elf(path: Path) -> bool:
    if path.is_symlink() or not path.is_file():
        return False
    with path.open("rb") as file:
        return file.read(4) == MAGIC


def _said(*command: str) -> str:
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def needed(path: Path) -> list[str]:
    """Names of the libraries that are loaded with it."""
    found = _DYNAMIC.findall(_said("readelf", "-dW", str(path)))
    return [name for tag, name in found if tag == "NEEDED"]


def asked(path: Path) -> list[Asked]:
    """What it expects of others."""
    lines = _said("objdump", "-T", str(path)).splitlines()
    found = [_SYMBOL.search(line) for line in lines]
    return [Asked(m.group(2), (m.group(1) or "").replace(_NO_VERSION, "")) for m in found if m]


def offered(path: Path) -> set[str]:
    """Names that others may use of it."""
    lines = _said("nm", "-D", "--defined-only", "--format=just-symbols", str(path)).splitlines()
    return {line.partition("@")[0] for line in lines}


def least_glibc(path: Path) -> tuple[int, int]:
    """The oldest C library it runs with; (0, 0) where it asks nothing of it."""
    found = _GLIBC.findall(_said("objdump", "-T", str(path)))
    return max(((int(a), int(b)) for a, b in found), default=(0, 0))


def loads(path: Path) -> bool:
    """Whether each part that is mapped stands in the file where its place in memory asks: old
    tools that make a library smaller move the parts of one that another tool had changed."""
    data = path.read_bytes()
    if data[4] != 2 or data[5] != 1:
        return False  # 64 bits, low byte first: what we build for
    (start,) = struct.unpack_from("<Q", data, 32)
    size, count = struct.unpack_from("<HH", data, 54)
    for number in range(count):
        kind, _, offset, address, _, _, _, align = struct.unpack_from(
            "<IIQQQQQQ", data, start + number * size
        )
        if kind == PT_LOAD and align > 1 and offset % align != address % align:
            return False
    return True
