"""EDXL-HAVE 1.0 as it comes: alone, in an EDXL-DE envelope, or inside somebody else's feed."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from datetime import datetime
from xml.etree.ElementTree import Element

from command_center.connectors.hospital.beds import read_beds
from command_center.connectors.hospital.envelope import Content, open_envelope
from command_center.connectors.hospital.found import (
    Findings,
    HaveDocument,
    HaveHospital,
    TooManyRefused,
)
from command_center.connectors.hospital.organization import Organization, read_organization
from command_center.connectors.hospital.schema import HAVE, SECTIONS
from command_center.connectors.hospital.sections import Figures, ours, read_group
from command_center.connectors.hospital.values import BadValue, time
from command_center.connectors.hospital.xml_tree import local, namespace, read_tree, text_of
from command_center.contract.bounded_xml import XmlFault

_HOSPITAL = f"{{{HAVE}}}Hospital"
_STATUS = f"{{{HAVE}}}HospitalStatus"
_WHO = frozenset({"Organization", "OrganizationInformation", "OrganizationGeoLocation"})
MOST_HOSPITALS = 2_000


def parse_have(data: bytes) -> HaveDocument:
    """Every hospital that can be kept and every element that cannot. Never raises: what is no
    document at all is refused as a whole, under the name of its root or "document"."""
    try:
        root = read_tree(data)
    except XmlFault as fault:
        found = Findings()
        found.refuse(f"document {fault.where}".strip(), fault.code)
        return HaveDocument((), tuple(found.refused))
    found = Findings()
    content = Content(())
    stored: list[HaveHospital] = []
    with suppress(TooManyRefused):
        content = open_envelope(root, found)
        for hospital in _hospitals(content, found):
            stored.append(hospital)
    return HaveDocument(tuple(stored), tuple(found.refused), content.status)


def _hospitals(content: Content, found: Findings) -> Iterator[HaveHospital]:
    number = 0
    keys: set[tuple[str, datetime]] = set()
    for top, path in content.parts:
        before, faults = number, len(found.refused)
        for element, where in _elements(top, path, found):
            number += 1
            if number > MOST_HOSPITALS:
                found.refuse(where, "too_many_hospitals")
                return
            hospital = _hospital(element, f"{where}[{number}]", found)
            if hospital is None:
                continue
            if (hospital.code, hospital.at) in keys:
                found.refuse(f"{where}[{number}]", "repeated", hospital.code)
                continue
            keys.add((hospital.code, hospital.at))
            yield hospital
        if number == before and len(found.refused) == faults:
            found.refuse(path, "no_hospital")


def _elements(top: Element, path: str, found: Findings) -> Iterator[tuple[Element, str]]:
    """Hospitals wherever they stand; what calls itself one in another namespace is named."""
    if local(top.tag) in ("HospitalStatus", "Hospital", "HAVE") and namespace(top.tag) != HAVE:
        found.refuse(path, "namespace_unknown", namespace(top.tag))
        return
    if top.tag == _STATUS:
        for child, called, where in ours(top, path, found):
            if called == "Hospital":
                yield child, f"{path}/Hospital"
            else:
                found.refuse(where, "element_unknown")
        return
    for element in top.iter(_HOSPITAL):
        yield element, f"{path}/Hospital" if element is not top else path


def _hospital(element: Element, path: str, found: Findings) -> HaveHospital | None:
    figures: Figures = {}
    who = Organization()
    times: list[tuple[Element, str]] = []
    for child, called, where in ours(element, path, found):
        again = where.endswith("]")
        if again:
            found.refuse(where, "repeated", text_of(child))
        elif called in _WHO:
            read_organization(child, called, where, who, found)
        elif called == "LastUpdateTime":
            times.append((child, where))
        elif called == "HospitalBedCapacityStatus":
            read_beds(child, where, figures, found)
        elif called in SECTIONS:
            read_group(child, SECTIONS[called], where, figures, found)
        else:
            found.refuse(where, "element_unknown")
    at = _time(times, path, found)
    if not who.code:
        found.refuse(f"{path}/Organization", "name_missing")
    if at is None or not who.code:
        return None
    return HaveHospital(who.code, who.name, at, who.lat, who.lon, who.phone, figures)


def _time(times: list[tuple[Element, str]], path: str, found: Findings) -> datetime | None:
    """Without it nobody knows how old the figures are, and none of them is taken."""
    if not times:
        found.refuse(f"{path}/LastUpdateTime", "missing")
        return None
    element, where = times[0]
    try:
        return time(text_of(element))
    except BadValue as bad:
        found.refuse(where, bad.code, text_of(element))
        return None
