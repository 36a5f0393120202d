"""Where an organisation says it is: GML, of any edition, and the profile HAVE brings with it."""

from __future__ import annotations

import math
import re
from xml.etree.ElementTree import Element

from command_center.connectors.hospital.values import BadValue
from command_center.connectors.hospital.xml_tree import local, namespace, text_of

GML = frozenset(
    {
        "http://www.opengis.net/gml",
        "http://www.opengis.net/gml/3.2",
        # written so by real feeds
        "http://opengis.net/gml",
    }
)
_NUMBER = re.compile(
    r"[+-]?(?:[0-9]{1,20}(?:\.[0-9]{0,30})?|\.[0-9]{1,30})(?:[eE][+-]?[0-9]{1,3})?"
)
_LON_FIRST = re.compile(r"CRS:?84$", re.IGNORECASE)
_LAT_FIRST = re.compile(r"(?:EPSG:(?:[0-9.]*:)?|epsg\.xml#|EPSG/0/)4326$", re.IGNORECASE)
_SHAPES = frozenset({"Point", "CircleByCenterPoint"})


def find_position(location: Element) -> tuple[float, float]:
    """(lat, lon) of the point, or of the middle of the circle. BadValue."""
    shapes = [e for e in location.iter() if namespace(e.tag) in GML and local(e.tag) in _SHAPES]
    if not shapes:
        raise BadValue("no_point")
    for child in shapes[0].iter():
        if local(child.tag) in ("pos", "coordinates") and namespace(child.tag) in GML:
            system = child.get("srsName") or shapes[0].get("srsName") or location.get("srsName")
            return _pair(text_of(child), system or "")
    raise BadValue("no_point")


def _pair(text: str, system: str) -> tuple[float, float]:
    parts = text.replace(",", " ").split()
    if len(parts) not in (2, 3) or not all(map(_NUMBER.fullmatch, parts)):
        raise BadValue("not_a_position")
    first, second = float(parts[0]), float(parts[1])
    if system and _LON_FIRST.search(system):
        first, second = second, first
    elif system and not _LAT_FIRST.search(system):
        raise BadValue("reference_system_unknown")
    if not (math.isfinite(first) and math.isfinite(second)):
        raise BadValue("not_a_position")
    if abs(first) > 90 or abs(second) > 180:
        raise BadValue("position_out_of_range")
    return first, second
