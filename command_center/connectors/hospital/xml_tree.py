"""A hospital's document as a tree of elements."""

from __future__ import annotations

from xml.etree.ElementTree import Element, TreeBuilder

from command_center.contract.bounded_xml import XmlLimits, local_name, parse_xml

LIMITS = XmlLimits(
    bytes=2 * 1024 * 1024,
    depth=40,
    elements=12_000,
    attributes=64,
    text=100_000,
    asides=2_000,
    equals=30_000,
    tag=16_384,
)


def read_tree(data: bytes) -> Element:
    """The root. XmlFault."""
    return parse_xml(data, LIMITS, TreeBuilder())


def local(tag: object) -> str:
    """A name without its namespace, at a length that can be shown."""
    return local_name(str(tag))[:80]


def namespace(tag: object) -> str:
    text = str(tag)
    return text[1:].split("}", 1)[0] if text.startswith("{") else ""


def text_of(element: Element) -> str:
    """Its own text with white space put together; no XML text holds a NUL."""
    return " ".join((element.text or "").split())
