"""What maps call a road, as a class of ours and a direction."""

from __future__ import annotations

from collections.abc import Mapping

from command_center.geo.roadnet.classes import RoadClass

_OSM: Mapping[str, RoadClass] = {
    "motorway": RoadClass.TOLL,
    "trunk": RoadClass.TRUNK,
    "primary": RoadClass.PRIMARY,
    "secondary": RoadClass.SECONDARY,
    "tertiary": RoadClass.TERTIARY,
    "unclassified": RoadClass.LOCAL,
    "residential": RoadClass.LOCAL,
    "living_street": RoadClass.LOCAL,
    "road": RoadClass.LOCAL,
    "service": RoadClass.OTHER,
}
_RBI: Mapping[str, RoadClass] = {
    "jalan tol": RoadClass.TOLL,
    "jalan arteri": RoadClass.PRIMARY,
    "jalan kolektor": RoadClass.SECONDARY,
    "jalan lokal": RoadClass.LOCAL,
    "jalan lain": RoadClass.OTHER,
    "jalan setapak": RoadClass.ALLEY,
}
"""The classes of the Rupa Bumi Indonesia maps; what follows these words tells of its lanes."""

_OURS = {kind.name.lower(): kind for kind in RoadClass}
_NARROW = frozenset({"path", "footway", "pedestrian", "cycleway", "track", "bridleway", "steps"})
_NOT_DRIVEN = _NARROW | {"construction", "proposed", "corridor", "platform", "raceway", "busway"}
_YES = frozenset({"yes", "designated", "permissive", "official", "destination"})
_NO = frozenset({"no", "private"})
_FORWARD = frozenset({"yes", "true", "1", "f", "ya"})
_BACKWARD = frozenset({"-1", "reverse", "t"})
_BOTH = frozenset({"", "no", "false", "0", "b", "tidak", "reversible", "alternating"})


def class_named(word: str) -> RoadClass | None:
    """The class of a map's word; None for what no vehicle drives on. KeyError: nobody's word."""
    plain = " ".join(word.casefold().replace("_", " ").split())
    osm = plain.removesuffix(" link").replace(" ", "_")
    if osm in _NOT_DRIVEN:
        return None
    if osm in _OSM:
        return _OSM[osm]
    if osm in _OURS:
        return _OURS[osm]
    for start, kind in _RBI.items():
        if plain.startswith(start):
            return kind
    raise KeyError(word)


def direction_named(word: str) -> int:
    """1 = driven as drawn, -1 = against it, 0 = both ways. KeyError: nobody's word."""
    plain = word.casefold().strip()
    if plain in _FORWARD:
        return 1
    if plain in _BACKWARD:
        return -1
    if plain in _BOTH:
        return 0
    raise KeyError(word)


def osm_class(tags: Mapping[str, str]) -> RoadClass | None:
    """The class of an OpenStreetMap way, None if we do not drive there: not built, closed to
    traffic, or private. Where emergency services may pass, so may we; a path on which motorcycles
    are allowed is an alley."""
    highway = tags.get("highway", "")
    if tags.get("area") == "yes":
        return None
    if highway in _NARROW and tags.get("motorcycle") in _YES:
        return RoadClass.ALLEY
    kind = _OSM.get(highway.removesuffix("_link"))
    if kind is None or tags.get("emergency") in _YES:
        return kind
    said = (tags.get(key) for key in ("motor_vehicle", "vehicle", "access"))
    return None if next(filter(None, said), "") in _NO else kind


def osm_direction(tags: Mapping[str, str]) -> int:
    """As `direction_named`; without a word roundabouts and motorways are one-way, and a word that
    is nobody's counts as none."""
    word = tags.get("oneway", "")
    if word:
        try:
            return direction_named(word)
        except KeyError:
            return 0
    round_ = tags.get("junction") in ("roundabout", "circular")
    return int(round_ or tags.get("highway") == "motorway")
