"""The situation level at an incident, as the operations that run have declared it."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any

from command_center.domain.incident import Incident
from command_center.domain.operation import OperationPlace
from command_center.domain.room import Operation, SituationLevel
from command_center.domain.site import Site
from command_center.geo.distance import distance_m
from command_center.geo.spelling import words
from command_center.situation.advising.copied import RoomCopy
from command_center.situation.arrivals import precise_point
from command_center.situation.situation import Situation

Rows = Mapping[str, Mapping[str, Any]]
AROUND_M = 300.0
"""How near a place of the list an incident is to be at it. Ours; crowds reach about so far."""


def level_at(copy: RoomCopy, incident: Incident, areas: Collection[str]) -> SituationLevel | None:
    """The highest level declared for a place that the incident names, lies in (`areas` by their
    names) or is near to. Of the incident's own operation, or of whatever runs where it has none.
    None: none is declared."""
    rows: dict[str, Operation] = dict(copy.rows["operation"])
    own = rows.get(incident.operation_id or "")
    running = [own] if own is not None else [o for o in rows.values() if o.ends_at is None]
    inside = {name.casefold() for name in areas}
    said = words(f"{incident.title} {incident.address}")
    levels = [
        SituationLevel(level)
        for operation in running
        for name, level in operation.levels.items()
        if level in set(SituationLevel)
        and (name.casefold() in inside or _is_at(copy.rows, operation, name, incident, said))
    ]
    return max(levels, key=list(SituationLevel).index, default=None)


def incidents_at(situation: Situation, operation: Operation, place: str) -> list[Incident]:
    """Open ones of the operation or of none that name the place or are near it: the most urgent
    first, of those the newest."""
    rows = situation.tables.rows
    here = [
        incident
        for incident in situation.open_incidents()
        if incident.operation_id in (None, operation.id)
        and _is_at(rows, operation, place, incident, words(f"{incident.title} {incident.address}"))
    ]
    here.sort(key=lambda incident: incident.opened_at, reverse=True)
    return sorted(here, key=lambda incident: incident.priority.value)


def _is_at(
    rows: Rows, operation: Operation, name: str, incident: Incident, said: Sequence[str]
) -> bool:
    if _names(said, name):
        return True
    point = precise_point(incident)
    for site in _sites(rows, operation, name):
        if _names(said, site.name) or _names(said, site.short):
            return True
        if point is not None and site.lat is not None and site.lon is not None:
            return distance_m(*point, site.lat, site.lon) <= AROUND_M
    return False


def _sites(rows: Rows, operation: Operation, name: str) -> Iterator[Site]:
    """The place of the list that stands behind the operation's, if there is one."""
    places: Collection[OperationPlace] = rows["operation_place"].values()
    for row in places:
        if (row.operation_id, row.name, row.left_at) == (operation.id, name, None):
            site = rows["site"].get(row.site_id or "")
            if site is not None:
                yield site


def _names(said: Sequence[str], name: str) -> bool:
    """Whether these words stand there one after another."""
    wanted = words(name)
    starts = range(len(said) - len(wanted) + 1)
    return bool(wanted) and any(list(said[at : at + len(wanted)]) == wanted for at in starts)
