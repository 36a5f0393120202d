"""What the page says of a way, and of what went by it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QCoreApplication

from command_center.domain.order_routes import OrderRoute, RouteBy, RouteVia
from command_center.domain.referral import Delivery, DeliveryState
from command_center.situation.situation import Situation
from command_center.ui.detail.words import fill
from command_center.ui.format import age, clock
from command_center.ui.radio.lines import TextRow
from command_center.ui.seat import Seat
from command_center.ui.sentences import SENTENCES, sentence

translate = QCoreApplication.translate


_SENT = ("order", "instruction")


@dataclass(frozen=True, slots=True)
class Traffic:
    """`last`: the newest that was taken; `waiting` and `refused` are the others, oldest first."""

    last: Delivery | None
    waiting: Sequence[Delivery]
    refused: Sequence[Delivery]


def traffic_of(situation: Situation, route: OrderRoute) -> Traffic:
    """What the room still knows of it: what is told stays with the incident it is about."""
    reach = route.to if route.via is RouteVia.CONTRACT else route.id
    rows = [
        row
        for row in situation.all("delivery")
        if row.kind in _SENT and (row.channel, row.reach) == (route.via.value, reach)
    ]
    rows.sort(key=lambda row: (row.made_at, row.id))
    taken = [row for row in rows if row.state is DeliveryState.DELIVERED]
    last = max(taken, key=lambda row: row.ended_at or row.made_at, default=None)
    waiting = [row for row in rows if row.state is DeliveryState.WAITING]
    return Traffic(last, waiting, [row for row in rows if row.state is DeliveryState.REFUSED])


def by_text(by: RouteBy) -> str:
    return {
        RouteBy.UNIT: translate("OrderRoutes", "unit"),
        RouteBy.KIND: translate("OrderRoutes", "jenis unit"),
        RouteBy.AGENCY: translate("OrderRoutes", "instansi"),
    }[by]


def via_text(via: RouteVia) -> str:
    return {
        RouteVia.CONTRACT: translate("OrderRoutes", "kontrak (id sumber)"),
        RouteVia.WEBHOOK: translate("OrderRoutes", "webhook (https)"),
        RouteVia.COT: translate("OrderRoutes", "CoT (HOST:PORT)"),
    }[via]


def row_of(seat: Seat, route: OrderRoute, signs: bool | None, now: datetime) -> TextRow:
    """Whose orders, where to; whether it is on and how it does; what went by it."""
    title = fill(translate("OrderRoutes", "%1 %2 → %3"), by_text(route.by), route.name, route.to)
    traffic = traffic_of(seat.situation, route)
    parts = [via_text(route.via).partition(" (")[0], *_went(seat, traffic, now)]
    if route.via is RouteVia.WEBHOOK and signs is not None:
        there = translate("OrderRoutes", "rahasia ada di komputer ini")
        parts.append(there if signs else translate("OrderRoutes", "RAHASIA BELUM ADA di sini"))
    return TextRow(route.id, title, _state(route, traffic), " · ".join(parts))


def _state(route: OrderRoute, traffic: Traffic) -> str:
    if route.off:
        return translate("OrderRoutes", "dimatikan")
    if traffic.waiting:
        return fill(translate("OrderRoutes", "BELUM TERKIRIM %1"), str(len(traffic.waiting)))
    return "" if traffic.last is not None else translate("OrderRoutes", "belum dipakai")


def _went(seat: Seat, traffic: Traffic, now: datetime) -> list[str]:
    parts = []
    if traffic.last is not None:
        at = clock(traffic.last.ended_at or traffic.last.made_at, seat.zone)
        parts.append(fill(translate("OrderRoutes", "terakhir diterima %1"), at))
    if traffic.waiting:
        first = traffic.waiting[0]
        since = age((now - first.made_at).total_seconds())
        parts.append(fill(translate("OrderRoutes", "menunggu %1"), since))
        how = seat.situation.health.get(("delivery", first.reach))
        if how is not None and how.state != "ok":
            parts.append(sentence(how.code, dict(how.params)))
    if traffic.refused:
        count, why = str(len(traffic.refused)), traffic.refused[-1].reason
        why = sentence(why, {}) if why in SENTENCES else why  # a code, or the status it answered
        parts.append(fill(translate("OrderRoutes", "%1 ditolak (%2)"), count, why))
    return parts
