"""The ways to the units' own systems: the senders, and what the terminal asks of the table."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from command_center.bootstrap.room import LANE_S, OpenedRoom
from command_center.bootstrap.source_keys import keep_master, master_of, opened
from command_center.commands.order_routes import SetOrderRoutes, as_text
from command_center.connectors.deliver.fault import Fault
from command_center.connectors.deliver.lane import Sender
from command_center.connectors.deliver.rules import Rules
from command_center.connectors.gateway.keys import SourceKey, key_of, new_master
from command_center.domain.errors import OperatorError
from command_center.domain.order_routes import SETTING, OrderRoute, RouteVia, routes_of
from command_center.domain.referral import Delivery
from command_center.ports import Clock
from command_center.runtime.secrets import order_secret
from command_center.situation.situation import Situation

FIRST_KEY = "1"


class OrderRoutes:
    """The table as it stands, for senders on threads of their own: what waits goes by the row as it
    was put right meanwhile."""

    def __init__(self, room_id: str, master: str) -> None:
        self._room_id = room_id
        self._master = master
        self._routes: Mapping[str, OrderRoute] = {}

    def follow(self, situation: Situation) -> None:
        kept = situation.get("room_setting", SETTING)
        self.take(routes_of(kept.value) if kept is not None else ())

    def take(self, routes: Iterable[OrderRoute]) -> None:
        self._routes = {route.id: route for route in routes}

    def to(self, via: RouteVia, reach: str) -> str:
        """ "" if the row is gone, is switched off, or leads another way now."""
        route = self._routes.get(reach)
        return route.to if route is not None and route.via is via and not route.off else ""

    def key(self, reach: str) -> SourceKey | None:
        """What is signed with; None while this machine has no secret."""
        route = self._routes.get(reach)
        return None if route is None else signing_key_of(self._master, self._room_id, route)

    def senders(self, rules: Rules, clock: Clock) -> dict[str, Sender]:
        """By channel. Words of an order leave for named hosts only."""
        # as in deliveries: only who does the intake waits for it
        from command_center.connectors.deliver.cot import CotSender  # noqa: PLC0415
        from command_center.connectors.deliver.post import Poster  # noqa: PLC0415

        named = replace(rules, named_only=True)
        poster = Poster(named, clock, self.key, path=None, signed_only=True)

        def post(delivery: Delivery, _url: str) -> Fault | None:
            return poster(delivery, self.to(RouteVia.WEBHOOK, delivery.reach))

        cot = CotSender(named, lambda reach: self.to(RouteVia.COT, reach))
        return {RouteVia.WEBHOOK.value: post, RouteVia.COT.value: cot}


def webhook_key(master: str, room_id: str, route: OrderRoute) -> SourceKey:
    """One for each host and name of a key."""
    return key_of(master, room_id, f"orders.{route.host}", route.key or FIRST_KEY)


def signing_key_of(master: str, room_id: str, route: OrderRoute) -> SourceKey | None:
    """The receiver's own secret, where one was given to this machine; else what is made of the
    gateway's. None: there is neither."""
    given = order_secret(route.host, route.key or FIRST_KEY, room_id)
    if given:
        return SourceKey(f"orders.{route.host}.{route.key or FIRST_KEY}", given)
    return webhook_key(master, room_id, route) if master else None


def set_routes(url: str, text: str) -> int:
    """Replace the table; how many rows. OperatorError naming row and column."""
    with opened(url) as room:
        version, _ = standing_routes(room)
        done = room.lane.submit(SetOrderRoutes(text, version), act=room.console).result(LANE_S)
        return int(done.result["count"])


def shown_routes(url: str) -> str:
    """The table as it was given."""
    with opened(url) as room:
        return as_text(standing_routes(room)[1])


def secrets_of(url: str, host: str) -> list[SourceKey]:
    """What messages to a webhook there are signed with; made of the gateway's secret, which is made
    if this machine has none."""
    with opened(url) as room:
        kind = room.room.kind.value
        routes = [
            r for r in standing_routes(room)[1] if r.via is RouteVia.WEBHOOK and r.host == host
        ]
        if not routes:
            raise OperatorError("order_route_secret", host=host[:80])
        master = master_of(kind)
        if not master:
            master = new_master()
            keep_master(kind, master)
        keys = {webhook_key(master, room.room.id, route).name: route for route in routes}
        return [webhook_key(master, room.room.id, keys[name]) for name in sorted(keys)]


def standing_routes(room: OpenedRoom) -> tuple[int, tuple[OrderRoute, ...]]:
    rows = room.database.feed.snapshot(room.clock.now()).rows["room_setting"]
    for row in rows:
        if row["id"] == SETTING:
            return int(row["version"]), routes_of(row["value"])
    return 0, ()
