"""The room's table of ways to the units' own systems: a CSV, checked row by row, set as a whole."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NoReturn
from urllib.parse import urlsplit

from command_center.commands.conflicts import lost_to
from command_center.commands.registry import Context, Result, verb
from command_center.domain.errors import OperatorError
from command_center.domain.network import is_loopback
from command_center.domain.order_routes import (
    OFF,
    SETTING,
    OrderRoute,
    RouteBy,
    RouteVia,
    as_value,
)
from command_center.domain.permissions import Permission
from command_center.domain.room import RoomSetting, Source
from command_center.domain.unit import Agency, Unit
from command_center.ports import UnitOfWork

COLUMNS = ("by", "name", "via", "to", "key")
"""And `off`, where a row is switched off."""
MOST_ROUTES, TABLE_LENGTH, NAME_LENGTH, TO_LENGTH, KEY_LENGTH = 200, 8_000, 100, 300, 20


@dataclass(frozen=True, slots=True)
class SetOrderRoutes:
    """The whole table as CSV under the line `by,name,via,to,key,off`, of which the last two may be
    left out; "" = orders go by voice alone. `before` is the version of the setting that was edited,
    0 = there was none: Conflict if it has moved on."""

    text: str
    before: int = 0


@verb(SetOrderRoutes, "room.order_routes", Permission.ADMINISTER)
def set_order_routes(work: UnitOfWork, command: SetOrderRoutes, ctx: Context) -> Result:
    routes = read_routes(command.text)
    for row, route in routes:
        _demand_known(work, row, route)
    kept = work.find(RoomSetting, id=SETTING)
    if (kept[0].version if kept else 0) != command.before:
        raise lost_to(work, "room_setting", SETTING, "value")
    value = as_value(route for _, route in routes)
    if kept:
        work.change(kept[0], value=value)
    else:
        work.add(RoomSetting(SETTING, 1, value))
    return {"setting": SETTING, "count": len(routes)}


def read_routes(text: str) -> list[tuple[int, OrderRoute]]:
    """Each route and its line; OperatorError naming the row and the column of the first that is
    none."""
    if len(text) > TABLE_LENGTH:
        raise OperatorError("order_routes_too_long", limit=TABLE_LENGTH)
    if not text.strip():
        return []
    lines = csv.reader(io.StringIO(text.removeprefix("\ufeff")))
    found: list[tuple[int, OrderRoute]] = []
    try:
        head = tuple(cell.strip() for cell in next(lines, []))
        if head not in (COLUMNS, COLUMNS[:-1], (*COLUMNS, OFF)):
            raise OperatorError("order_routes_head", columns=",".join(COLUMNS))
        for cells in lines:
            if any(cell.strip() for cell in cells):
                found.append((lines.line_num, _route(lines.line_num, cells, len(head))))
    except csv.Error as error:
        raise OperatorError("order_route_cells", row=lines.line_num, columns="") from error
    if len(found) > MOST_ROUTES:
        raise OperatorError("order_routes_too_many", limit=MOST_ROUTES)
    _demand_once(found)
    return found


def as_text(routes: Iterable[OrderRoute]) -> str:
    """The table as `read_routes` reads it."""
    out = io.StringIO()
    writer, rows = csv.writer(out, lineterminator="\n"), as_value(routes)["rows"]
    width = max(map(len, rows), default=len(COLUMNS))
    writer.writerow((*COLUMNS, OFF)[:width])
    writer.writerows([*row, *[""] * (width - len(row))] for row in rows)
    return out.getvalue()


def _route(row: int, cells: Sequence[str], width: int) -> OrderRoute:
    if len(cells) != width:
        raise OperatorError("order_route_cells", row=row, columns=width)
    by, name, via, to, key, off = (*(cell.strip() for cell in cells), "", "")[:6]
    if by not in set(RouteBy):
        _wrong("order_route_word", row, "by", by, known=", ".join(RouteBy))
    if not name or len(name) > NAME_LENGTH or not name.isprintable():
        _wrong("order_route_name", row, "name", name)
    if via not in set(RouteVia):
        _wrong("order_route_word", row, "via", via, known=", ".join(RouteVia))
    if off not in ("", OFF):
        _wrong("order_route_word", row, "off", off, known=OFF)
    route = OrderRoute(RouteBy(by), name, RouteVia(via), to, key, bool(off))
    _demand_address(row, route)
    if key and not (key.isascii() and key.isalnum() and len(key) <= KEY_LENGTH):
        _wrong("order_route_key", row, "key", key)
    return route


def _demand_address(row: int, route: OrderRoute) -> None:
    if not route.to or len(route.to) > TO_LENGTH or not route.to.isprintable():
        _wrong("order_route_to", row, "to", route.to)
    if route.via is RouteVia.WEBHOOK and not _is_webhook(route.to):
        _wrong("order_route_url", row, "to", route.to)
    if route.via is RouteVia.COT and not _is_host_and_port(route.to):
        _wrong("order_route_port", row, "to", route.to)


def _is_webhook(to: str) -> bool:
    """https, or http on this machine; nothing that what is signed would not cover."""
    try:
        parts = urlsplit(to)
        host, _ = parts.hostname or "", parts.port
    except ValueError:
        return False
    plain = parts.scheme == "http" and is_loopback(host)
    bare = not (parts.username or parts.password or parts.query or parts.fragment)
    return bool(host) and bare and (parts.scheme == "https" or plain) and " " not in to


def _is_host_and_port(to: str) -> bool:
    try:
        parts = urlsplit(f"//{to}")
        port = parts.port
    except ValueError:
        return False
    bare = parts.netloc == to and "@" not in to and " " not in to
    return bool(parts.hostname) and bool(port) and bare


def _demand_once(found: Sequence[tuple[int, OrderRoute]]) -> None:
    first: dict[str, int] = {}
    for row, route in found:
        if route.id in first:
            _wrong("order_route_twice", row, "name", route.name, first=first[route.id])
        first[route.id] = row


def _demand_known(work: UnitOfWork, row: int, route: OrderRoute) -> None:
    """A name with a slip in it would be a unit that silently hears nothing."""
    if not _knows(work, route):
        _wrong("order_route_unknown", row, "name", route.name)
    if route.via is RouteVia.CONTRACT:
        sources = work.find(Source, id=route.to)
        if not sources or not sources[0].reply_url:
            _wrong("order_route_source", row, "to", route.to)


def _knows(work: UnitOfWork, route: OrderRoute) -> bool:
    if route.by is RouteBy.AGENCY:
        return bool(work.find(Agency, code=route.name))
    field = "call_sign" if route.by is RouteBy.UNIT else "kind"
    return bool(work.find(Unit, **{field: route.name}))


def _wrong(code: str, row: int, column: str, value: str, **more: object) -> NoReturn:
    raise OperatorError(code, row=row, column=column, value=value[:80], **more)
