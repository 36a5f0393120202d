"""What is taken out of the bundle: tables of languages, and libraries in the place of others."""

from __future__ import annotations

import struct
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

HEADER = b"\x20\x00\xda\x27" + b"\0" * 8 + b"CmnD" + b"\0" * 16


def table(items: dict[str, bytes]) -> bytes:
    """As ICU lays its data down."""
    names = b"".join(name.encode() + b"\0" for name in items)
    at = 4 + 8 * len(items)
    data_at = at + len(names)
    head, body = struct.pack("<I", len(items)), b""
    for name, data in items.items():
        head += struct.pack("<II", at, data_at + len(body))
        at += len(name) + 1
        body += data
    return HEADER + head + names + body


def read(data: bytes) -> dict[str, bytes]:
    (count,) = struct.unpack_from("<I", data, 32)
    places = [struct.unpack_from("<II", data, 36 + 8 * n) for n in range(count)]
    ends = [*(at for _, at in places[1:]), len(data) - 32]
    return {
        data[32 + name : data.index(b"\0", 32 + name)].decode(): data[32 + at : 32 + end]
        for (name, at), end in zip(places, ends, strict=True)
    }


def test_tables_of_languages_nobody_reads_here_go_and_the_rest_stays_as_it_was(
    packaged: Callable[[str], Any],
) -> None:
    kept = ("icu/coll/res_index.res", "icu/en_GB.res", "icu/id.res", "icu/root.res", "icu/x.nrm")
    gone = ("icu/de.res", "icu/lang/zh_Hant.res", "icu/ibm-37.cnv", "icu/translit/root.res")
    items = {name: name.encode().ljust(16, b"!") for name in sorted((*kept, *gone))}
    found = read(packaged("bundle.icu").reduced(table(items)))
    assert {name: data.rstrip(b"\0") for name, data in found.items()} == {
        name: items[name] for name in kept
    }


def test_what_is_not_icus_is_refused(packaged: Callable[[str], Any]) -> None:
    with pytest.raises(ValueError, match="common data"):
        packaged("bundle.icu").reduced(b"\x7fELF" + b"\0" * 64)


@pytest.mark.parametrize(("address", "whole"), [(0x3010, True), (0x3020, False)])
def test_a_library_whose_parts_were_moved_is_seen(
    packaged: Callable[[str], Any], tmp_path: Path, address: int, whole: bool
) -> None:
    ident = b"\x7fELF\x02\x01\x01".ljust(16, b"\0")
    head = ident + struct.pack("<HHIQQQIHHHHHH", 3, 62, 1, 0, 64, 0, 0, 64, 56, 1, 0, 0, 0)
    part = struct.pack("<IIQQQQQQ", 1, 5, 0x1010, address, address, 0, 0, 0x1000)
    library = tmp_path / "lib.so"
    library.write_bytes(head + part)
    assert packaged("bundle.elf").loads(library) is whole


def test_what_nobody_is_loaded_with_goes_and_what_is_lacking_is_named(
    packaged: Callable[[str], Any], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    asks = {
        "window.so": ["libQtUsed.so", "libc.so.6"],
        "libQtUsed.so": ["libkept.so"],
        "libQtUnused.so": ["libonlyunused.so"],
        "libkept.so": ["libnowhere.so", "libcups.so.2"],
        "libonlyunused.so": [],
    }
    slim = packaged("bundle.slim")
    (tmp_path / slim.QT).mkdir(parents=True)
    for name in asks:
        folder = tmp_path / slim.QT if name.startswith("libQt") else tmp_path
        (folder / name).write_bytes(b"\x7fELF")
    monkeypatch.setattr(slim, "needed", lambda path: asks[path.name])
    assert slim.drop_unused(tmp_path) == 2
    left = {path.name for path in slim.files(tmp_path)}
    assert left == {"window.so", "libQtUsed.so", "libkept.so"}
    assert slim.missing(tmp_path) == ["libkept.so asks for libnowhere.so"]
