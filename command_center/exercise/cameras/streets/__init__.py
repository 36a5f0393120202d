"""The streets of the exercise by name; each is a function that returns plain data."""

from __future__ import annotations

from collections.abc import Callable

from command_center.exercise.cameras.layout import Street
from command_center.exercise.cameras.streets import avenues, hubs, junctions, places

STREETS: dict[str, Callable[[], Street]] = {
    "crossroads": junctions.crossroads,
    "tee": junctions.tee,
    "roundabout": junctions.roundabout,
    "monument": junctions.monument,
    "avenue": avenues.avenue,
    "heritage": avenues.heritage,
    "bridge": avenues.bridge,
    "warehouses": avenues.warehouses,
    "alley": avenues.alley,
    "kpu_office": places.kpu_office,
    "stadium": places.stadium,
    "station": places.station,
    "terminal": hubs.terminal,
    "market": hubs.market,
    "campus": hubs.campus,
}
