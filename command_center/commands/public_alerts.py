"""Warnings to the public that others gave out: what the room keeps of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from command_center.commands.registry import Context, Result, verb
from command_center.domain.alert import AlertStatus, Name, PublicAlert, alert_of, as_value
from command_center.domain.errors import OperatorError
from command_center.domain.permissions import Permission
from command_center.domain.room import Room, RoomKind, RoomSetting
from command_center.ports import Among, UnitOfWork

MOST_KEPT = 32
SLOTS = tuple(f"public_alert.{number:02}" for number in range(MOST_KEPT))
"""Settings of the room, one an alert. One that is over makes room for the next; the log has all."""
MOST_REPLACED = 100
"""Names that an alert inherits of those it ended, the newest."""
WAITS, AHEAD = timedelta(hours=24), timedelta(hours=1)
"""How old one that only ends others may be, or how far ahead of the room's clock, to be kept
before they come."""


@dataclass(frozen=True, slots=True)
class KeepAlert:
    """An alert as it came. One that is known already, or replaced by one that is, only ends what
    it replaces."""

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
    known = next((slot for slot, one in kept.items() if alert.name in _names(one)), None)
    ended = [
        slot
        for slot, one in kept.items()
        if slot != known and one.parts and one.name in alert.replaces
    ]
    slot = known or _slot_of(alert, kept, ended, ctx.now)
    standing = kept[known] if known else alert
    heir = _heir(standing, alert, *(kept[other] for other in ended))
    for other in ended:
        if other != slot:
            work.change(rows[other], value={})
    if slot in rows:
        work.change(rows[slot], value=as_value(heir))
    else:
        work.add(RoomSetting(slot, 1, as_value(heir)))
    return said | {"ended": len(ended)}


def _names(alert: PublicAlert) -> tuple[Name, ...]:
    return alert.name, *alert.replaces


def _heir(standing: PublicAlert, *others: PublicAlert) -> PublicAlert:
    """With what the others replaced too: none of it comes back when a copy of it is late."""
    names = dict.fromkeys(name for one in (standing, *others) for name in one.replaces)
    names.pop(standing.name, None)
    return replace(standing, replaces=tuple(names)[:MOST_REPLACED])


def _slot_of(
    alert: PublicAlert, kept: Mapping[str, PublicAlert], ended: Sequence[str], now: datetime
) -> str:
    """Where one that is not known yet is kept. OperatorError for one that is not."""
    if alert.parts and ends_at(alert) <= now:
        raise OperatorError("alert_over", alert=alert.identifier)
    early = not alert.parts and not ended
    recent = now - WAITS <= alert.sent_at <= now + AHEAD
    if early and not (alert.replaces and recent):
        raise OperatorError("alert_ends_nothing", alert=alert.identifier)
    slot = _free(kept, ended, now)
    if early and slot in kept and ends_at(kept[slot]) >= alert.sent_at:
        # of more than there is room for the newest wait, or they would take turns for ever
        raise OperatorError("alert_ends_nothing", alert=alert.identifier)
    return slot


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
