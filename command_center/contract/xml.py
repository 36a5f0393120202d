"""XML from outside as plain objects.

An element is its text, or {child: value, "@attribute": text, "#text": text}; what stands there
several times is a list. Names lose their namespaces.
"""

from __future__ import annotations

from typing import Any

from command_center.contract.bounded_xml import XmlFault, XmlLimits, local_name, parse_xml
from command_center.contract.page import MAX_BYTES, PageFault

LIMITS = XmlLimits(
    bytes=MAX_BYTES,
    depth=32,
    elements=100_000,
    attributes=64,
    text=1_000_000,
    asides=100_000,
    equals=60_000,
    tag=1_000_000,
)
_NO_XML = frozenset({"xml_empty", "xml_not_well_formed", "xml_encoding"})


class _Element:
    __slots__ = ("held", "name", "text")

    def __init__(self, name: str, attributes: dict[str, str]) -> None:
        self.name = name
        self.text: list[str] = []
        self.held: dict[str, Any] = {
            f"@{local_name(key)}": text for key, text in attributes.items()
        }

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


class _Objects:
    def __init__(self) -> None:
        self._open: list[_Element] = []
        self._root: dict[str, Any] = {}

    def start(self, tag: str, attrs: dict[str, str], /) -> None:
        self._open.append(_Element(local_name(tag), attrs))

    def data(self, text: str, /) -> None:
        self._open[-1].text.append(text)

    def end(self, _tag: str, /) -> None:
        done = self._open.pop()
        if self._open:
            self._open[-1].add(done.name, done.value())
        else:
            self._root[done.name] = done.value()

    def close(self) -> dict[str, Any]:
        return self._root


def read_xml(data: bytes) -> dict[str, Any]:
    """{root element: its value}; PageFault."""
    try:
        return parse_xml(data, LIMITS, _Objects())
    except XmlFault as fault:
        raise _page_fault(fault) from fault


def _page_fault(fault: XmlFault) -> PageFault:
    """As the other formats of a page say it."""
    if fault.code == "xml_document_type":
        return PageFault("answer_has_entities")
    if fault.code == "xml_too_deep":
        return PageFault("answer_too_deep", limit=str(LIMITS.depth))
    if fault.code in _NO_XML:
        return PageFault("answer_not_xml", line=str(fault.line))
    return PageFault("answer_too_large", limit=str(MAX_BYTES))
