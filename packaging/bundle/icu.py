"""The tables of languages that Qt's library brings, less those of languages nobody reads here.

The file is ICU's common data (ICU User Guide, "ICU Data"; unicode/udata.h, ucmndata.h): a header, a
table of names and places, the items. Lists, rules and zones stay; of the languages stay Indonesian
and English. Converters go (text is decoded by Python), and so do the words of languages that
write without spaces.
"""

from __future__ import annotations

import re
import struct
import subprocess
from pathlib import Path

KEPT = {"en", "id"}
_LOCALE = re.compile(r"(?:.*/)?([a-z]{2,3})(?:_[A-Za-z0-9]+)*\.res")
_INDEX = "res_index.res"
_UNREAD = (".cnv", ".dict")
_LETTERS = "translit/"
_MAGIC = b"\xda\x27"


def wanted(name: str) -> bool:
    """`name` without the folder that all have."""
    if name.endswith(_UNREAD) or name.startswith(_LETTERS):
        return False
    found = _LOCALE.fullmatch(name)
    return found is None or name.endswith(_INDEX) or found.group(1) in KEPT


def reduced(data: bytes) -> bytes:
    """ValueError: not what we know how to read."""
    if data[2:4] != _MAGIC or data[12:16] != b"CmnD":
        raise ValueError("not ICU's common data")
    (base,) = struct.unpack_from("<H", data)
    (count,) = struct.unpack_from("<I", data, base)
    table = [struct.unpack_from("<II", data, base + 4 + 8 * n) for n in range(count)]
    ends = [*(at for _, at in table[1:]), len(data) - base]
    kept: list[tuple[bytes, bytes]] = []
    for (name_at, at), end in zip(table, ends, strict=True):
        name = data[base + name_at : data.index(b"\0", base + name_at)]
        if wanted(name.decode("ascii").split("/", 1)[-1]):
            kept.append((name, data[base + at : base + end]))
    return data[:base] + _table(kept)


def _table(items: list[tuple[bytes, bytes]]) -> bytes:
    names_at = 4 + 8 * len(items)
    names, places = b"", []
    for name, _ in items:
        places.append(names_at + len(names))
        names += name + b"\0"
    at = -(-(names_at + len(names)) // 16) * 16
    head, parts = [struct.pack("<I", len(items))], []
    for place, (_, data) in zip(places, items, strict=True):
        head.append(struct.pack("<II", place, at))
        padded = data + b"\0" * (-len(data) % 16)
        parts.append(padded)
        at += len(padded)
    front = b"".join(head) + names
    return front + b"\0" * (-len(front) % 16) + b"".join(parts)


def shrink(library: Path) -> None:
    """`library` is libicudata.so.N: replaced by one with the reduced tables under the same name."""
    symbol = f"icudt{library.name.rpartition('.')[2]}_dat"
    whole = library.read_bytes()
    start, size = _place(library, symbol)
    raw = library.with_name("icu.dat")
    raw.write_bytes(reduced(whole[start : start + size] if size else whole[start:]))
    source = (
        f".section .rodata\n.globl {symbol}\n.type {symbol},@object\n.balign 16\n{symbol}:\n"
        f'.incbin "{raw}"\n.size {symbol}, .-{symbol}\n.section .note.GNU-stack,"",@progbits\n'
    )
    command = ["gcc", "-shared", "-nostdlib", "-Wl,--build-id=none", "-x", "assembler", "-"]
    more = [f"-Wl,-soname,{library.name}", "-o", str(library)]
    library.unlink()
    subprocess.run([*command, *more], input=source, text=True, check=True)
    raw.unlink()


def _place(library: Path, symbol: str) -> tuple[int, int]:
    """Where in the file the tables begin and how long they are: read-only data lies in the file
    where it lies in memory."""
    said = subprocess.run(
        ["readelf", "--dyn-syms", "-W", str(library)], capture_output=True, text=True, check=True
    ).stdout
    for line in said.splitlines():
        words = line.split()
        if words and words[-1] == symbol:
            return int(words[1], 16), int(words[2], 0)
    raise ValueError(f"{library.name} holds no {symbol}")
