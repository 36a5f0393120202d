"""Documents made to cost more than they say, each for the parsers that meet its format."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Mapping

from command_center.bootstrap.mappings import mapping_of
from command_center.connectors.file_drop.readers import document_of
from command_center.connectors.hospital.have import parse_have
from command_center.contract.foreign import read_document
from command_center.contract.page import MAX_BYTES, PageFault, parse_page

_HEAD = b'{"contract":"pusat-komando/1","records":['
_SIZE = MAX_BYTES - 64


def _filled(piece: bytes, head: bytes = b"", tail: bytes = b"") -> bytes:
    return head + piece * ((_SIZE - len(head) - len(tail)) // len(piece)) + tail


def _laughs() -> bytes:
    lines = b"".join(b'<!ENTITY l%d "%s">' % (n, b"&l%d;" % (n - 1) * 10) for n in range(1, 10))
    return b'<!DOCTYPE a [<!ENTITY l0 "ha">' + lines + b"]><a>&l9;</a>"


def _archive(name: str, data: bytes) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, data)
    return held.getvalue()


JSON: Mapping[str, bytes] = {
    "opened": b"[" * _SIZE,
    "closed": b"]" * _SIZE,
    "pairs": b"[]" * (_SIZE // 2),
    "pyramid": b"[" * (_SIZE // 2) + b"]" * (_SIZE // 2),
    "deep after text": _filled(b"x", b'{"a":"', b'","b":' + b"[" * 5000 + b"]" * 5000 + b"}"),
    "records": _filled(b"[],", _HEAD, b"[]]}"),
    "numbers": _filled(b"1,", b"[", b"1]"),
    "strings": _filled(b'"",', b"[", b'""]'),
    "keys": _filled(b'"a":1,', b"{", b'"a":1}'),
    "quotes": b'"' * _SIZE,
    "escapes": _filled(b'\\"', b'{"a":"'),
    "long number": _filled(b"9", b'{"contract":', b"}"),
}
XML: Mapping[str, bytes] = {
    "laughs": _laughs(),
    "quadratic": b'<!DOCTYPE a [<!ENTITY x "' + b"x" * 50_000 + b'">]><a>' + b"&x;" * 50_000,
    "external": b'<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/hostname">]><a>&x;</a>',
    "parameter": b'<!DOCTYPE a [<!ENTITY % p SYSTEM "http://127.0.0.1:9/">%p;]><a/>',
    "doctype": _filled(b" ", b"<!DOCTYPE a", b"><a/>"),
    "deep": b"<a>" * (_SIZE // 3),
    "attributes": b"<a " + b" ".join(b'x%d="1"' % n for n in range(200_000)) + b"/>",
    "namespaces": b"<a " + b" ".join(b'xmlns:n%d="u%d"' % (n, n) for n in range(100_000)) + b"/>",
    "not ended": _filled(b"x", b"<a>"),
}
CSV: Mapping[str, bytes] = {
    "columns": b"c," * (_SIZE // 2),
    "open quote": _filled(b"x", b'a,b\n"'),
    "rows": _filled(b"x\n", b"a\n"),
}
XLSX: Mapping[str, bytes] = {
    "zip bomb": _archive("xl/workbook.xml", b"0" * 20_000_000),
    "no workbook": _archive("a.txt", b"x"),
    "half": _archive("xl/workbook.xml", b"<workbook/>")[:60],
}


def parsers() -> list[tuple[str, Callable[[bytes], object], Mapping[str, bytes]]]:
    """(name, what reads the bytes, the attacks on it)"""
    table, json, xml = mapping_of("posko"), mapping_of("simlinmas"), mapping_of("sijalinmaja")
    return [
        ("contract", parse_page, JSON),
        ("json", lambda data: read_document(data, json), JSON),
        ("xml", lambda data: read_document(data, xml), XML),
        ("have", parse_have, XML),
        ("csv", lambda data: read_document(data, table), CSV),
        ("xlsx", lambda data: document_of("a.xlsx", data, table), XLSX),
    ]


def is_refused(read: Callable[[bytes], object], data: bytes) -> bool:
    """Whether nothing of the document would be stored."""
    try:
        found = read(data)
    except PageFault:
        return True
    return not getattr(found, "stored", True)
