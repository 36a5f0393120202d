"""Which libraries a Windows binary is loaded with, and what it asks of each.

binutils' reading stops where a wheel's maker has given the libraries other names: those lie in a
section of their own."""

from __future__ import annotations

import struct
from pathlib import Path

from windows.archive import Refused

_AT_HEADER, _AMD64, _PE64 = 60, 0x8664, 0x20B
_DIRECTORIES, _IMPORTS = 112, 1
_BY_NUMBER = 1 << 63


class _Binary:
    def __init__(self, data: bytes) -> None:
        self.data = data
        (start,) = struct.unpack_from("<I", data, _AT_HEADER)
        machine, sections = struct.unpack_from("<HH", data, start + 4)
        (size,) = struct.unpack_from("<H", data, start + 20)
        optional = start + 24
        (kind,) = struct.unpack_from("<H", data, optional)
        if data[start : start + 4] != b"PE\0\0" or (machine, kind) != (_AMD64, _PE64):
            raise ValueError("no 64-bit binary of Windows")
        (self.imports,) = struct.unpack_from("<I", data, optional + _DIRECTORIES + 8 * _IMPORTS)
        self._sections = [
            struct.unpack_from("<IIII", data, optional + size + 40 * number + 8)
            for number in range(sections)
        ]

    def at(self, address: int) -> int:
        """Where in the file lies what is loaded at `address`."""
        for _, start, size, place in self._sections:
            if start <= address < start + size:
                return int(address - start + place)
        raise ValueError(f"nothing is loaded at {address:#x}")

    def text(self, address: int) -> str:
        start = self.at(address)
        return self.data[start : self.data.index(b"\0", start)].decode("ascii")

    def names(self, address: int) -> list[str]:
        found, place = [], self.at(address)
        while entry := struct.unpack_from("<Q", self.data, place)[0]:
            if not entry & _BY_NUMBER:
                found.append(self.text(entry + 2))
            place += 8
        return found


def imports(path: Path) -> dict[str, list[str]]:
    """By the library: the names that are asked of it, without those asked by number. Refused for
    what Windows could not load either."""
    try:
        binary = _Binary(path.read_bytes())
        found: dict[str, list[str]] = {}
        place = binary.at(binary.imports) if binary.imports else -1
        while place >= 0:
            names, _, _, library, bound = struct.unpack_from("<5I", binary.data, place)
            if not library:
                break
            found[binary.text(library)] = binary.names(names or bound)
            place += 20
    except (ValueError, struct.error) as error:
        raise Refused(f"{path.name} cannot be read: {error}.") from error
    return found
