"""What maps call water that flows, as a kind of ours."""

from __future__ import annotations

from collections.abc import Mapping

from command_center.geo.rivers.river import RiverKind

_WORDS: Mapping[str, RiverKind] = {
    "river": RiverKind.RIVER,
    "riverbank": RiverKind.RIVER,
    "flowline": RiverKind.RIVER,
    "sungai": RiverKind.RIVER,
    "bengawan": RiverKind.RIVER,
    "canal": RiverKind.CANAL,
    "kanal": RiverKind.CANAL,
    "saluran": RiverKind.CANAL,
    "irigasi": RiverKind.CANAL,
    "stream": RiverKind.STREAM,
    "tidal_channel": RiverKind.STREAM,
    "kali": RiverKind.STREAM,
    "anak": RiverKind.STREAM,
    "drain": RiverKind.DRAIN,
    "ditch": RiverKind.DRAIN,
    "selokan": RiverKind.DRAIN,
    "drainase": RiverKind.DRAIN,
    "got": RiverKind.DRAIN,
}
"""By the first word: the RBI maps go on with how wide it is or whose."""
_NO_WATER = frozenset(
    {
        "boatyard",
        "check_dam",
        "dam",
        "dock",
        "fish_pass",
        "fuel",
        "link",
        "lock_gate",
        "pressurised",
        "rapids",
        "sluice_gate",
        "turning_point",
        "waterfall",
        "weir",
        "bendung",
        "bendungan",
    }
)
"""What stands in a river, or only joins two of them on paper."""


def kind_named(word: str) -> RiverKind | None:
    """None for what is built in a river. KeyError: nobody's word. Without a word it is a river."""
    plain = word.casefold().replace("-", "_").split()
    if not plain:
        return RiverKind.RIVER
    if plain[0] in _NO_WATER:
        return None
    return _WORDS[plain[0]]


def osm_kind(tags: Mapping[str, str]) -> RiverKind | None:
    """None for ways that are no river."""
    if tags.get("natural") == "water":
        return _WORDS.get(tags.get("water", ""))
    word = tags.get("waterway", "")
    return None if word in _NO_WATER else _WORDS.get(word)
