"""Who a hospital is and where: the OASIS CIQ name, and a position in GML."""

from __future__ import annotations

from dataclasses import dataclass
from xml.etree.ElementTree import Element

from command_center.connectors.hospital.found import Findings
from command_center.connectors.hospital.position import find_position
from command_center.connectors.hospital.schema import HAVE
from command_center.connectors.hospital.sections import ours
from command_center.connectors.hospital.values import BadValue
from command_center.connectors.hospital.xml_tree import local, text_of

NAME_LONGEST = 200
CODE_LONGEST = 40
PHONE_LONGEST = 60
_IDS = frozenset({"ID", "OrganisationID", "OrganizationID"})


@dataclass(slots=True)
class Organization:
    """`code` is its identifier, or its name where it has none."""

    code: str = ""
    name: str = ""
    lat: float | None = None
    lon: float | None = None
    phone: str = ""


def read_organization(
    element: Element, called: str, path: str, who: Organization, found: Findings
) -> None:
    """The standard's Organization with both parts in it, or one part of it on its own."""
    if called == "OrganizationInformation":
        _read_information(element, path, who, found)
    elif called == "OrganizationGeoLocation":
        _read_location(element, path, who, found)
    else:
        for child, inner, where in ours(element, path, found):
            if inner in ("OrganizationInformation", "OrganizationGeoLocation"):
                read_organization(child, inner, where, who, found)
            elif inner != "CommentText":
                found.refuse(where, "element_unknown")


def _read_information(element: Element, path: str, who: Organization, found: Findings) -> None:
    id = ""
    names: list[str] = []
    for part in element.iter():
        called = local(part.tag)
        if called in ("OrganisationName", "OrganizationName"):
            names = names or _names(part)
            id = id or _id_of(part)
        elif called in ("OrganisationID", "OrganizationID") and part.tag.startswith(f"{{{HAVE}}}"):
            id = id or text_of(part)
        elif called == "ContactNumberElement":
            who.phone = who.phone or text_of(part)[:PHONE_LONGEST]
    id = id or _identifier(element)
    name = " ".join(names)
    if len(name) > NAME_LONGEST:
        found.refuse(f"{path}/OrganisationName", "too_long", name)
        name = name[:NAME_LONGEST]
    if len(id) > CODE_LONGEST:
        found.refuse(f"{path}/OrganisationName/@ID", "too_long", id)
        id = ""
    who.name = name or id
    who.code = id or name[:CODE_LONGEST]


def _names(element: Element) -> list[str]:
    """CIQ splits a name into elements; real ones also write it straight in."""
    inner = [text_of(e) for e in element.iter() if local(e.tag) == "NameElement"]
    return [text for text in inner or [text_of(element)] if text]


def _id_of(element: Element) -> str:
    for key, value in element.attrib.items():
        if local(key) in _IDS and value.strip():
            return " ".join(value.split())
    return ""


def _identifier(element: Element) -> str:
    for part in element.iter():
        if local(part.tag) == "IdentifierElement" and text_of(part):
            return text_of(part)
    return ""


def _read_location(element: Element, path: str, who: Organization, found: Findings) -> None:
    try:
        who.lat, who.lon = find_position(element)
    except BadValue as bad:
        found.refuse(path, bad.code, " ".join("".join(element.itertext()).split()))
