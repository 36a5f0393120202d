"""Which units' own systems hear the words of an order, and how they are reached."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any
from urllib.parse import urlsplit

SETTING = "order_routes"
"""The name of the RoomSetting that holds the table."""
OFF = "off"
"""The word in the last column of a row that is switched off."""


class RouteBy(StrEnum):
    """Of several rows for a unit the first of these counts."""

    UNIT = "unit"
    KIND = "kind"
    AGENCY = "agency"


class RouteVia(StrEnum):
    """`contract`: to a source of the room, as what reporters hear. `webhook`: the same message to
    an address. `cot`: an event of Cursor on Target over TCP."""

    CONTRACT = "contract"
    WEBHOOK = "webhook"
    COT = "cot"


@dataclass(frozen=True, slots=True)
class OrderRoute:
    """`name` is a call sign, a kind of unit or an agency's code; `to` a source's id, an https URL
    or HOST:PORT. `key` names the secret of a webhook: another name, another secret. One that is
    `off` is kept and counts as not there."""

    by: RouteBy
    name: str
    via: RouteVia
    to: str
    key: str = ""
    off: bool = False

    @property
    def id(self) -> str:
        """What a waiting message names: the row may be put right meanwhile."""
        return f"{self.by.value}:{self.name}"

    @property
    def host(self) -> str:
        """Of a webhook or of CoT."""
        return urlsplit(self.to if "://" in self.to else f"//{self.to}").hostname or ""


def as_value(routes: Iterable[OrderRoute]) -> dict[str, Any]:
    """As a RoomSetting keeps it."""
    rows = [
        [route.by.value, route.name, route.via.value, route.to, route.key, *[OFF][: route.off]]
        for route in routes
    ]
    return {"rows": rows}


def routes_of(value: Mapping[str, Any]) -> tuple[OrderRoute, ...]:
    """What a RoomSetting holds; ValueError if it is none."""
    return tuple(
        OrderRoute(RouteBy(by), str(name), RouteVia(via), str(to), str(key), OFF in off)
        for by, name, via, to, key, *off in value.get("rows", ())
    )


def route_for(
    routes: Sequence[OrderRoute], call_sign: str, kind: str, agency_code: str
) -> OrderRoute | None:
    """The way to a unit; None: it is told by voice."""
    names = {RouteBy.UNIT: call_sign, RouteBy.KIND: kind, RouteBy.AGENCY: agency_code}
    for by, name in names.items():
        for route in routes:
            if route.by is by and route.name == name and not route.off:
                return route
    return None
