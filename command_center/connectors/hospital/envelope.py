"""EDXL-DE 1.0 around a message: what it is (real, exercise, test), and what is in it."""

from __future__ import annotations

from dataclasses import dataclass
from xml.etree.ElementTree import Element

from command_center.connectors.hospital.found import Findings
from command_center.connectors.hospital.values import BadValue, one_of, time
from command_center.connectors.hospital.xml_tree import local, namespace, text_of

DE = "urn:oasis:names:tc:emergency:EDXL:DE:1.0"
_STATUS = one_of("Actual", "Exercise", "System", "Test")
_TYPE = one_of(
    "Report",
    "Update",
    "Cancel",
    "Request",
    "Response",
    "Dispatch",
    "Ack",
    "Error",
    "SensorConfiguration",
    "SensorControl",
    "SensorStatus",
    "SensorDetection",
)
_MUST = (
    "distributionID",
    "senderID",
    "dateTimeSent",
    "distributionStatus",
    "distributionType",
    "combinedConfidentiality",
)


@dataclass(frozen=True, slots=True)
class Content:
    """Elements to look for hospitals in, each with its path."""

    parts: tuple[tuple[Element, str], ...]
    status: str = ""


def open_envelope(root: Element, found: Findings) -> Content:
    """What is inside of an EDXL-DE; anything else as it is. Of an envelope that does not say
    whether it is real or a drill nothing is taken."""
    called = local(root.tag)
    if called != "EDXLDistribution":
        return Content(((root, called),))
    if namespace(root.tag) != DE:
        found.refuse(called, "namespace_unknown", namespace(root.tag))
        return Content(())
    heads = {local(child.tag): child for child in root if namespace(child.tag) == DE}
    for name in _MUST:
        if name not in heads:
            found.refuse(f"{called}/{name}", "missing")
    _check(heads, "dateTimeSent", called, time, found)
    kind = _check(heads, "distributionType", called, _TYPE, found)
    status = _check(heads, "distributionStatus", called, _STATUS, found)
    if status is None:
        return Content(())
    if kind in ("Cancel", "Error"):
        found.refuse(f"{called}/distributionType", "says_no_figures", str(kind))
        return Content((), str(status))
    return Content(tuple(_contents(root, called, found)), str(status))


def _check(
    heads: dict[str, Element], name: str, path: str, read: object, found: Findings
) -> object | None:
    assert callable(read)
    if name not in heads:
        return None
    text = text_of(heads[name])
    try:
        value: object = read(text)
    except BadValue as bad:
        found.refuse(f"{path}/{name}", bad.code, text)
        return None
    return value


def _contents(root: Element, path: str, found: Findings) -> list[tuple[Element, str]]:
    parts: list[tuple[Element, str]] = []
    number = 0
    for child in root:
        if local(child.tag) != "contentObject" or namespace(child.tag) != DE:
            continue
        number += 1
        where = f"{path}/contentObject[{number}]"
        inside = [e for e in child.iter() if e.tag == f"{{{DE}}}embeddedXMLContent"]
        if not inside:
            found.refuse(where, "no_xml_content")
        for embedded in inside:
            tops = list(embedded)
            for top in tops:
                parts.append((top, f"{where}/{local(top.tag)}"))
            if not tops:
                found.refuse(f"{where}/embeddedXMLContent", "empty", text_of(embedded))
    return parts
