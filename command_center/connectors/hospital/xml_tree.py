"""XML from outside as a tree, with a limit on everything that could blow up."""

from __future__ import annotations

from typing import Any
from xml.etree.ElementTree import Element, ParseError, TreeBuilder

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import DefusedXMLParser

MAX_BYTES = 2 * 1024 * 1024
MAX_DEPTH = 40
MAX_ELEMENTS = 20_000
MAX_ATTRIBUTES = 64
_CHUNK = 64 * 1024


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


def local(tag: object) -> str:
    """A name without its namespace, at a length that can be shown."""
    return str(tag).rsplit("}", 1)[-1][:80]


def namespace(tag: object) -> str:
    text = str(tag)
    return text[1:].split("}", 1)[0] if text.startswith("{") else ""


def text_of(element: Element) -> str:
    """Its own text with white space put together; no XML text holds a NUL."""
    return " ".join((element.text or "").split())
