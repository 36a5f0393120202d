"""Places and polling stations by what is typed into the command line."""

from __future__ import annotations

import re
from itertools import islice

from command_center.domain.site import PollingStation, Site
from command_center.ui.commandline.matching import folded
from command_center.ui.radio.words import area_text
from command_center.ui.seat import Seat

_STATION = re.compile(r"tps\s*(\d{1,4})\b\s*(.*)", re.IGNORECASE)


def sites_like(seat: Seat, text: str, limit: int) -> list[Site]:
    """Those on the list whose name or short name has every word of the text; at first those that
    begin so."""
    words, whole = [folded(word) for word in text.split()], folded(text)
    found: list[tuple[bool, Site]] = []
    for site in seat.situation.all("site"):
        name = folded(f"{site.name} {site.short}")
        if site.closed_at is None and all(word in name for word in words):
            found.append((not name.startswith(whole), site))
    found.sort(key=lambda one: (one[0], one[1].name.casefold()))
    return [site for _, site in found[:limit]]


def stations_like(seat: Seat, text: str, limit: int) -> list[PollingStation]:
    """ "tps 901 bunulrejo": by number and kelurahan, of the newest election first."""
    asked = _STATION.fullmatch(text.strip())
    if asked is None:
        return []
    number, area = int(asked[1]), folded(asked[2])
    days = {row.id: row.day for row in seat.situation.all("election")}
    rows: list[PollingStation] = [
        row
        for row in seat.situation.all("polling_station")
        if row.number == number
        and row.gone_at is None
        and area in folded(area_text(seat.city, row.area_code))
    ]
    rows.sort(key=lambda row: (days.get(row.election_id, ""), row.area_code), reverse=True)
    return list(islice(rows, limit))
