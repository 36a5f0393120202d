"""A way to a unit's own system is tried: a real message goes to the real receiver, and says that it
is no order."""

from __future__ import annotations

import msgspec

from command_center.bootstrap.deliveries import rules_of, source_key
from command_center.bootstrap.order_routes import (
    FIRST_KEY,
    OrderRoutes,
    signing_key_of,
    standing_routes,
)
from command_center.bootstrap.room import OpenedRoom
from command_center.bootstrap.source_keys import master_of, opened, sources_of
from command_center.connectors.deliver.fault import Fault
from command_center.connectors.gateway.keys import MASTER_LEAST
from command_center.contract.messages import OrderMessage
from command_center.domain.errors import OperatorError
from command_center.domain.ids import new_id
from command_center.domain.order_routes import OrderRoute, RouteVia
from command_center.domain.referral import Delivery, DeliveryState
from command_center.runtime.secrets import keep_order_secret

CALL_SIGN, WORDS = "UJI COBA", "UJI COBA JALUR. BUKAN PERINTAH."


class RouteTrial:
    """What the page of the ways asks of this machine. Every method waits; nothing is written into
    the room."""

    def __init__(self, room: OpenedRoom) -> None:
        self._room = room

    def send(self, route: OrderRoute) -> None:
        """OperatorError says why it was not taken."""
        fault = self._send(route)
        if fault is not None:
            raise OperatorError(fault.code, **{"waiting": "0", **fault.params})

    def _send(self, route: OrderRoute) -> Fault | None:
        # the client of the web is a tenth of a second that only who tries it need wait for
        from command_center.connectors.deliver.post import Poster  # noqa: PLC0415

        room, rules = self._room, rules_of(self._room)
        delivery, master = self._message(route), master_of(self._room.room.kind.value)
        if route.via is not RouteVia.CONTRACT:
            routes = OrderRoutes(room.room.id, master)
            routes.take([route])
            return routes.senders(rules, room.clock)[route.via.value](delivery, "")
        source = next((one for one in sources_of(room) if one.id == route.to), None)
        if source is None or not source.enabled:
            return Fault("delivery_no_address")
        key = source_key(master, room.room.id, source)
        return Poster(rules, room.clock, lambda _: key)(delivery, source.reply_url)

    def _message(self, route: OrderRoute) -> Delivery:
        """In the middle of the city: a map shows it, and nobody lives by it."""
        now = self._room.clock.now()
        id, centre = new_id(now), self._room.city.centre
        body = OrderMessage(
            id=id,
            at=now,
            order=f"test.{id}",
            kind="order",
            call_sign=CALL_SIGN,
            number="0",
            text=WORDS,
            lat=centre.lat,
            lon=centre.lon,
        )
        contract = route.via is RouteVia.CONTRACT
        return Delivery(
            id=id,
            version=1,
            channel=route.via.value,
            reach=route.to if contract else route.id,
            kind="order",
            about_kind="test",
            about_id=id,
            incident_id=None,
            body=msgspec.to_builtins(body),
            state=DeliveryState.WAITING,
            made_at=now,
            ended_at=None,
            reason="",
        )

    def keep_secret(self, route: OrderRoute, secret: str) -> None:
        """Into the keyring of this machine, from where nobody shows it again."""
        if len(secret) < MASTER_LEAST:
            raise OperatorError("order_secret_short", least=MASTER_LEAST)
        key = route.key or FIRST_KEY
        if not keep_order_secret(route.host, key, self._room.room.id, secret):
            raise OperatorError("order_secret_not_kept")

    def signs(self, route: OrderRoute) -> bool:
        """Whether this machine could sign what goes there."""
        master = master_of(self._room.room.kind.value)
        return signing_key_of(master, self._room.room.id, route) is not None


def try_route(url: str, id: str) -> None:
    """By the row `id` (by:name) of the table as it stands; OperatorError: it was not taken."""
    with opened(url) as room:
        route = next((one for one in standing_routes(room)[1] if one.id == id), None)
        if route is None:
            raise OperatorError("order_route_unknown_id", route=id[:120])
        RouteTrial(room).send(route)
