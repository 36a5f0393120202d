"""Looks at XML from outside before any library builds a tree of it."""

from __future__ import annotations

from xml.parsers import expat

DEPTH_MAX = 40
ELEMENTS_MAX = 20_000


class UnsafeXml(ValueError):
    """Not well-formed, deeper or longer than any honest answer, or with a document type."""


def check(content: bytes) -> None:
    """Entities can only be declared in a document type, so none is taken at all.

    Raises:
        UnsafeXml
    """
    parser = expat.ParserCreate()
    depth = elements = 0

    def doctype(*_: object) -> None:
        raise UnsafeXml("document type")

    def opened(name: str, attributes: object) -> None:
        nonlocal depth, elements
        depth, elements = depth + 1, elements + 1
        if depth > DEPTH_MAX or elements > ELEMENTS_MAX:
            raise UnsafeXml("too large")

    def closed(name: str) -> None:
        nonlocal depth
        depth -= 1

    parser.StartDoctypeDeclHandler = doctype
    parser.StartElementHandler = opened
    parser.EndElementHandler = closed
    try:
        parser.Parse(content, True)
    except (expat.ExpatError, ValueError, LookupError) as error:
        raise UnsafeXml("not well-formed") from error
