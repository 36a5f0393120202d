"""Sentences about the streets of the room."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from command_center.situation.timeline import TimelineLine
from command_center.ui.detail.names import Names
from command_center.ui.detail.words import fill, translate

_QUOTED = 120


def _closed(line: TimelineLine, names: Names) -> str:
    text = translate("Timeline", "%1 menutup %2: %3")
    return fill(text, names.person(line.actor), _said(line, "name"), _said(line, "reason"))


def _opened(line: TimelineLine, names: Names) -> str:
    text = translate("Timeline", "%1 membuka lagi %2")
    return fill(text, names.person(line.actor), str(line.result.get("name", ""))[:_QUOTED])


def _said(line: TimelineLine, field: str) -> str:
    row = line.params.get("road_closure")
    return str(row.get(field, ""))[:_QUOTED] if isinstance(row, dict) else ""


ROAD_SENTENCES: Mapping[str, Callable[[TimelineLine, Names], str]] = {
    "road.closed": _closed,
    "road.opened": _opened,
    "rivers.imported": lambda line, names: translate("Timeline", "Peta sungai ruang diganti"),
    "roads.imported": lambda line, names: translate("Timeline", "Peta jalan ruang diganti"),
    "room.run_cards": lambda line, names: fill(
        translate("Timeline", "%1 mengubah kartu rencana"), names.person(line.actor)
    ),
    "roads.speeds": lambda line, names: translate("Timeline", "Kecepatan jalan diubah"),
}
