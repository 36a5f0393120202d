"""Warnings to the public that others gave out: what the room keeps of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from command_center.commands.registry import Context, Result, verb
from command_center.domain.alert import AlertStatus, PublicAlert, alert_of, as_value
from command_center.domain.errors import OperatorError
from command_center.domain.permissions import Permission
from command_center.domain.room import Room, RoomKind, RoomSetting
from command_center.ports import Among, UnitOfWork

MOST_KEPT = 32
SLOTS = tuple(f"public_alert.{number:02}" for number in range(MOST_KEPT))
"""Settings of the room, one an alert. One that is over makes room for the next; the log has all."""


@dataclass(frozen=True, slots=True)
class KeepAlert:
    """An alert as it came. One that is known already, or replaced by one that is, changes
    nothing."""

    alert: PublicAlert


@verb(KeepAlert, "public_alert.kept", Permission.TAKE_REPORTS)
def keep_alert(work: UnitOfWork, command: KeepAlert, ctx: Context) -> Result:
    alert = command.alert
    room = work.find(Room)[0]
    if room.kind is RoomKind.LIVE and alert.status is not AlertStatus.ACTUAL:
        raise OperatorError("alert_not_meant", status=alert.status.value)
    rows = {row.id: row for row in work.find(RoomSetting, id=Among(SLOTS))}
    kept = {row.id: alert_of(row.value) for row in rows.values() if row.value}
    title = alert.parts[0].headline if alert.parts else alert.identifier
    said = {"title": title, "ended": 0}
    if any(alert.name in (one.name, *one.replaces) for one in kept.values()):
        return said
    ended = [slot for slot, one in kept.items() if one.parts and one.name in alert.replaces]
    if not alert.parts and not ended:
        raise OperatorError("alert_ends_nothing", alert=alert.identifier)
    if alert.parts and ends_at(alert) <= ctx.now:
        raise OperatorError("alert_over", alert=alert.identifier)
    slot = _free(kept, ended, ctx.now)
    for other in ended:
        if other != slot:
            work.change(rows[other], value={})
    if slot in rows:
        work.change(rows[slot], value=as_value(alert))
    else:
        work.add(RoomSetting(slot, 1, as_value(alert)))
    return said | {"ended": len(ended)}


def ends_at(alert: PublicAlert) -> datetime:
    """When nothing of it holds any more; one that only ends others is over when it is sent."""
    return max((part.ends_at for part in alert.parts), default=alert.sent_at)


def _free(kept: Mapping[str, PublicAlert], ended: Sequence[str], now: datetime) -> str:
    """That of an alert which ends now, one that was never used, or whose alert is over longest."""
    for slot in (*ended, *(slot for slot in SLOTS if slot not in kept)):
        return slot
    over = {slot: ends_at(one) for slot, one in kept.items() if ends_at(one) <= now}
    if not over:
        raise OperatorError("alerts_full", limit=MOST_KEPT)
    return min(over, key=lambda slot: over[slot])
