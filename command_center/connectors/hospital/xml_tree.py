"""XML from outside as a tree, with a limit on everything that could blow up."""

from __future__ import annotations

import re
from typing import Any
from xml.etree.ElementTree import Element, ParseError, TreeBuilder

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import DefusedXMLParser

MAX_BYTES = 2 * 1024 * 1024
MAX_DEPTH = 40
MAX_ELEMENTS = 12_000
MAX_ATTRIBUTES = 64
MAX_ASIDES = 2_000
"""Comments, processing instructions and CDATA sections together."""
MAX_EQUALS = 30_000
"""Attributes and namespace declarations, and what stands in text."""
_CHUNK = 64 * 1024
_LONG_TAG = re.compile(rb"<[^<>]{16384}")


class XmlFault(Exception):
    """Not a document that is read at all. `code` says why, `where` as far as it is known."""

    def __init__(self, code: str, where: str = "") -> None:
        super().__init__(code, where)
        self.code = code
        self.where = where


class _Bounded(TreeBuilder):
    """Stops at the first element too many, before it is kept."""

    def __init__(self) -> None:
        super().__init__()
        self._depth = self._count = 0

    def start(self, tag: Any, attrs: Any, /) -> Element:
        self._depth += 1
        self._count += 1
        if self._depth > MAX_DEPTH:
            raise XmlFault("xml_too_deep", local(tag))
        if self._count > MAX_ELEMENTS:
            raise XmlFault("xml_too_many_elements", local(tag))
        if len(attrs) > MAX_ATTRIBUTES:
            raise XmlFault("xml_too_many_attributes", local(tag))
        return super().start(tag, attrs)

    def end(self, tag: str, /) -> Element:
        self._depth -= 1
        return super().end(tag)


def read_xml(data: bytes) -> Element:
    """The root. No document type is taken, so no entity can be declared. XmlFault."""
    if len(data) > MAX_BYTES:
        raise XmlFault("xml_too_large")
    if not data.strip():
        raise XmlFault("xml_empty")
    _demand_modest(data)
    parser = DefusedXMLParser(target=_Bounded(), forbid_dtd=True)
    try:
        for start in range(0, len(data), _CHUNK):
            parser.feed(data[start : start + _CHUNK])
        root: Element = parser.close()
    except DefusedXmlException as error:
        raise XmlFault("xml_document_type") from error
    except ParseError as error:
        line, column = error.position
        raise XmlFault("xml_not_well_formed", f"{line}:{column}") from error
    except (ValueError, LookupError) as error:
        raise XmlFault("xml_encoding") from error
    return root


def _demand_modest(data: bytes) -> None:
    """What costs a parser more than it says, seen by counting before anything is parsed."""
    seen = data.replace(b"\x00", b"") if b"\x00" in data else data
    if seen.count(b"<") > 2 * MAX_ELEMENTS + MAX_ASIDES:
        raise XmlFault("xml_too_many_elements")
    if seen.count(b"<!") + seen.count(b"<?") > MAX_ASIDES:
        raise XmlFault("xml_too_many_asides")
    if seen.count(b"=") > MAX_EQUALS or _LONG_TAG.search(seen):
        raise XmlFault("xml_too_many_attributes")


def local(tag: object) -> str:
    """A name without its namespace, at a length that can be shown."""
    return str(tag).rsplit("}", 1)[-1][:80]


def namespace(tag: object) -> str:
    text = str(tag)
    return text[1:].split("}", 1)[0] if text.startswith("{") else ""


def text_of(element: Element) -> str:
    """Its own text with white space put together; no XML text holds a NUL."""
    return " ".join((element.text or "").split())
