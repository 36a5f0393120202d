"""XML from outside as plain objects: no entities, no document types, no more than fits.

An element is its text, or {child: value, "@attribute": text, "#text": text}; what stands there
several times is a list. Names lose their namespaces.
"""

from __future__ import annotations

from typing import Any
from xml.etree.ElementTree import ParseError

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import DefusedXMLParser

from command_center.contract.page import MAX_BYTES, PageFault

MAX_DEPTH = 32
MAX_ELEMENTS = 100_000
MAX_ATTRIBUTES = 64
MAX_EQUALS = 60_000
# white space of any encoding
_AFTER = b"\x00 \t\r\n"


class _Element:
    __slots__ = ("held", "name", "text")

    def __init__(self, name: str, attributes: dict[str, str]) -> None:
        self.name = name
        self.text: list[str] = []
        self.held: dict[str, Any] = {f"@{_local(key)}": text for key, text in attributes.items()}

    def value(self) -> Any:
        text = "".join(self.text).strip()
        if not self.held:
            return text
        return {**self.held, "#text": text} if text else self.held

    def add(self, name: str, value: Any) -> None:
        if name not in self.held:
            self.held[name] = value
        elif isinstance(self.held[name], list):
            self.held[name].append(value)
        else:
            self.held[name] = [self.held[name], value]


class _Builder:
    """What the parser tells, as it reads: refused before it is built."""

    def __init__(self) -> None:
        self._open: list[_Element] = []
        self._count = 0
        self.root: dict[str, Any] = {}

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        self._count += 1
        if len(self._open) >= MAX_DEPTH:
            raise PageFault("answer_too_deep", limit=str(MAX_DEPTH))
        if self._count > MAX_ELEMENTS or len(attributes) > MAX_ATTRIBUTES:
            raise PageFault("answer_too_large", limit=str(MAX_BYTES))
        self._open.append(_Element(_local(tag), attributes))

    def data(self, text: str) -> None:
        self._open[-1].text.append(text)

    def end(self, _tag: str) -> None:
        done = self._open.pop()
        if self._open:
            self._open[-1].add(done.name, done.value())
        else:
            self.root[done.name] = done.value()

    def close(self) -> dict[str, Any]:
        return self.root


def read_xml(data: bytes) -> dict[str, Any]:
    """{root element: its value}; PageFault."""
    # the parser collects all attributes of an element before it tells of any
    if len(data) > MAX_BYTES or data.count(b"=") > MAX_EQUALS:
        raise PageFault("answer_too_large", limit=str(MAX_BYTES))
    if data.rstrip(_AFTER)[-1:] != b">":
        raise PageFault("answer_not_xml", line=str(data.count(b"\n") + 1))
    builder = _Builder()
    parser = DefusedXMLParser(target=builder, forbid_dtd=True)
    try:
        parser.feed(data)
        parser.close()
    except DefusedXmlException as error:
        raise PageFault("answer_has_entities") from error
    except (ParseError, ValueError, LookupError) as error:
        # an encoding nobody knows is a ValueError or a LookupError
        line = getattr(error, "position", (0, 0))[0]
        raise PageFault("answer_not_xml", line=str(line)) from error
    return builder.root


def _local(name: str) -> str:
    return name.rpartition("}")[2]
