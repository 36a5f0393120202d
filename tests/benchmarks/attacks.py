"""Documents made to cost more than they say, each for the parsers that meet its format."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Mapping

from command_center.bootstrap.mappings import mapping_of
from command_center.connectors.file_drop.readers import document_of
from command_center.connectors.hospital.have import parse_have
from command_center.connectors.radio.tables import night_watch_of, partners_of
from command_center.contract.foreign import read_document
from command_center.contract.page import MAX_BYTES, PageFault, parse_page
from command_center.domain.errors import OperatorError
from command_center.geo.agencies import parse_agencies

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
_ENVELOPE = (
    b'<d:EDXLDistribution xmlns:d="urn:oasis:names:tc:emergency:EDXL:DE:1.0">'
    b"<d:distributionStatus>Actual</d:distributionStatus>"
    b"<d:contentObject><d:xmlContent><d:embeddedXMLContent>"
)
_ENDED = b"</d:embeddedXMLContent></d:xmlContent></d:contentObject></d:EDXLDistribution>"
_HAVE = b'<h:HospitalStatus xmlns:h="urn:oasis:names:tc:emergency:EDXL:HAVE:1.0">'
ENVELOPES: Mapping[str, bytes] = {
    "hospitals": _filled(b"<h:Hospital/>", _ENVELOPE + _HAVE, b"</h:HospitalStatus>" + _ENDED),
    "deep": _ENVELOPE + _HAVE + b"<h:Hospital>" * 100_000,
    "contents": _filled(
        b"<d:contentObject/>",
        _ENVELOPE.partition(b"<d:contentObject>")[0],
        b"</d:EDXLDistribution>",
    ),
    "envelopes": _ENVELOPE * 5_000 + _ENDED * 5_000,
    "laughs": _laughs().replace(b"<a>&l9;</a>", _ENVELOPE + b"&l9;" + _ENDED),
    "not ended": _filled(b"x", _ENVELOPE + _HAVE),
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
PARTNERS = b"jenis;nama;panggilan;kelurahan;rw;kontak\n"
AGENCIES = b"code,name,short,via,reach\n"


def _tables(head: bytes) -> Mapping[str, bytes]:
    return {
        **CSV,
        "rows at fault": _filled(b"x;y,z\n", head),
        "open quote in a row": _filled(b"x", head + b'"'),
        "quotes": _filled(b'""', head),
        "zip bomb": XLSX["zip bomb"],
    }


def parsers() -> list[tuple[str, Callable[[bytes], object], Mapping[str, bytes]]]:
    """(name, what reads the bytes, the attacks on it)"""
    table, json, xml = mapping_of("posko"), mapping_of("simlinmas"), mapping_of("sijalinmaja")
    return [
        ("contract", parse_page, JSON),
        ("json", lambda data: read_document(data, json), JSON),
        ("xml", lambda data: read_document(data, xml), XML),
        ("have", parse_have, XML),
        ("have in an envelope", parse_have, ENVELOPES),
        ("partners", lambda data: partners_of(data, _nowhere), _tables(PARTNERS)),
        ("night watch", lambda data: night_watch_of(data, _nowhere), _tables(b"hari;mulai\n")),
        ("agencies", lambda data: parse_agencies(data, "a.csv").agencies, _tables(AGENCIES)),
        ("agencies toml", lambda data: parse_agencies(data, "a.toml").agencies, JSON),
        ("csv", lambda data: read_document(data, table), CSV),
        ("xlsx", lambda data: document_of("a.xlsx", data, table), XLSX),
    ]


def _nowhere(name: str) -> None:
    return None


def is_refused(read: Callable[[bytes], object], data: bytes) -> bool:
    """Whether nothing of the document would be stored."""
    try:
        found = read(data)
    except (PageFault, OperatorError):
        return True
    kept = found if isinstance(found, tuple) else getattr(found, "rows", True)
    return not getattr(found, "stored", kept)
