"""A file of OpenStreetMap in pieces that are each read whole, so that reading can be stopped
between two of them: nodes come before streets, and there are millions of them.

The frame of a .osm.pbf: a length of 4 bytes, a BlobHeader (field 1 its kind, field 3 the size of
what follows), then that many bytes. https://wiki.openstreetmap.org/wiki/PBF_Format
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

MOST_HEADER, MOST_BLOB = 64 * 1024, 32 * 1024 * 1024
"""Bytes; the format's own limits."""
PIECE_BYTES = 512 * 1024
_KIND, _SIZE = 1, 3
_VARINT, _BYTES = 0, 2


def pieces(path: Path) -> Iterator[bytes]:
    """Each a small .osm.pbf of its own: the file's header and some of its blocks. ValueError for a
    frame that is none, or breaks off."""
    with path.open("rb") as file:
        head, some = b"", b""
        while frame := _frame(file):
            kind, blob = frame
            if kind == "OSMHeader":
                head = blob
                continue
            some += blob
            if len(some) >= PIECE_BYTES:
                yield head + some
                some = b""
        if some:
            yield head + some


def _frame(file: BinaryIO) -> tuple[str, bytes] | None:
    """(kind, all bytes of the next block); None at the end of the file."""
    length = file.read(4)
    if not length:
        return None
    (size,) = struct.unpack(">I", _whole(length, 4))
    if not 0 < size <= MOST_HEADER:
        raise ValueError("a block without a header")
    header = _whole(file.read(size), size)
    kind, data_size = _header(header)
    if data_size > MOST_BLOB:
        raise ValueError("a block larger than the format allows")
    return kind, length + header + _whole(file.read(data_size), data_size)


def _whole(data: bytes, size: int) -> bytes:
    if len(data) < size:
        raise ValueError("the file breaks off")
    return data


def _header(data: bytes) -> tuple[str, int]:
    """Kind and size out of a BlobHeader; fields of no interest are passed over."""
    kind, size, at = "", 0, 0
    while at < len(data):
        tag, at = _varint(data, at)
        number, wire = tag >> 3, tag & 7
        value, at = _varint(data, at)
        if wire == _BYTES:
            kind = data[at : at + value].decode("ascii", "replace") if number == _KIND else kind
            at += value
        elif wire == _VARINT:
            size = value if number == _SIZE else size
        else:
            raise ValueError("a header of another kind")
    return kind, size


def _varint(data: bytes, at: int) -> tuple[int, int]:
    value = 0
    for shift in range(0, 64, 7):
        if at >= len(data):
            break
        byte = data[at]
        at += 1
        value |= (byte & 0x7F) << shift
        if byte < 0x80:
            return value, at
    raise ValueError("a number that does not end")
