"""XML from outside: no document type, so no entity either, and a limit on all that could grow.

What is built of it is up to who asks; refused is before it is built.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Protocol, TypeVar
from xml.etree.ElementTree import ParseError

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import DefusedXMLParser

_CHUNK = 64 * 1024
# white space of any encoding
_AFTER = b"\x00 \t\r\n"
Built_co = TypeVar("Built_co", covariant=True)


class Builder(Protocol[Built_co]):
    """Told what the parser reads, names as `{namespace}name`."""

    def start(self, tag: str, attrs: dict[str, str], /) -> object: ...

    def data(self, text: str, /) -> object: ...

    def end(self, tag: str, /) -> object: ...

    def close(self) -> Built_co: ...


@dataclass(frozen=True, slots=True)
class XmlLimits:
    """`attributes` of one element, `text` in characters that no element interrupts, `asides` are
    comments, processing instructions and CDATA sections together, `equals` the signs of attributes
    and namespaces, and what of them stands in text, `tag` the bytes of one tag."""

    bytes: int
    depth: int
    elements: int
    attributes: int
    text: int
    asides: int
    equals: int
    tag: int


class XmlFault(Exception):
    """Not a document that is read at all. `code` says why, `where` as far as it is known, `line`
    of what is no XML."""

    def __init__(self, code: str, where: str = "", line: int = 0) -> None:
        super().__init__(code, where)
        self.code = code
        self.where = where
        self.line = line


def parse_xml(data: bytes, limits: XmlLimits, builder: Builder[Built_co]) -> Built_co:
    """What `builder` made of it. XmlFault."""
    _demand_modest(data, limits)
    parser = DefusedXMLParser(target=_Bounded(builder, limits), forbid_dtd=True)
    try:
        for start in range(0, len(data), _CHUNK):
            parser.feed(data[start : start + _CHUNK])
        built: Built_co = parser.close()
    except DefusedXmlException as error:
        raise XmlFault("xml_document_type") from error
    except ParseError as error:
        line, column = error.position
        raise XmlFault("xml_not_well_formed", f"{line}:{column}", line) from error
    except (ValueError, LookupError) as error:
        raise XmlFault("xml_encoding") from error
    return built


def local_name(tag: str) -> str:
    """Without its namespace."""
    return tag.rpartition("}")[2]


class _Bounded(Builder[Built_co]):
    """Stops at the first that is too many, before the builder hears of it."""

    def __init__(self, builder: Builder[Built_co], limits: XmlLimits) -> None:
        self._builder = builder
        self._limits = limits
        self._depth = self._count = self._text = 0

    def start(self, tag: str, attrs: dict[str, str], /) -> object:
        self._depth += 1
        self._count += 1
        self._text = 0
        limits = self._limits
        if self._depth > limits.depth:
            raise XmlFault("xml_too_deep", local_name(tag)[:80])
        if self._count > limits.elements:
            raise XmlFault("xml_too_many_elements", local_name(tag)[:80])
        if len(attrs) > limits.attributes:
            raise XmlFault("xml_too_many_attributes", local_name(tag)[:80])
        return self._builder.start(tag, attrs)

    def data(self, text: str, /) -> object:
        self._text += len(text)
        if self._text > self._limits.text:
            raise XmlFault("xml_too_much_text")
        return self._builder.data(text)

    def end(self, tag: str, /) -> object:
        self._depth -= 1
        self._text = 0
        return self._builder.end(tag)

    def close(self) -> Built_co:
        return self._builder.close()


def _demand_modest(data: bytes, limits: XmlLimits) -> None:
    """What costs a parser more than it says, seen by counting before anything is parsed."""
    if len(data) > limits.bytes:
        raise XmlFault("xml_too_large")
    ending = data.rstrip(_AFTER)[-1:]
    if not ending:
        raise XmlFault("xml_empty", line=1)
    if ending != b">":
        line = data.count(b"\n") + 1
        raise XmlFault("xml_not_well_formed", f"{line}:0", line)
    seen = data.replace(b"\x00", b"") if b"\x00" in data else data
    # the parser collects all attributes of an element before it tells of any
    if seen.count(b"=") > limits.equals:
        raise XmlFault("xml_too_many_attributes")
    opened = seen.count(b"<")
    if opened > 2 * limits.elements + limits.asides:
        raise XmlFault("xml_too_many_elements")
    if opened > limits.asides < seen.count(b"<!") + seen.count(b"<?"):
        raise XmlFault("xml_too_many_asides")
    if len(seen) > limits.tag and re.search(rb"<[^<>]{%d}" % limits.tag, seen):
        raise XmlFault("xml_too_many_attributes")
