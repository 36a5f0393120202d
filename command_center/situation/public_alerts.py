"""Which warnings to the public hold now: those of others, and our own notices."""

from __future__ import annotations

from datetime import datetime

from command_center.commands.public_alerts import SLOTS
from command_center.domain.alert import PublicAlert, alert_of
from command_center.domain.referral import NoticeState, PublicNotice
from command_center.situation.situation import Situation


def kept_alerts(situation: Situation) -> dict[tuple[str, int], PublicAlert]:
    """By the setting and its version; those that are over too. What is no alert is left out."""
    found = {}
    for slot in SLOTS:
        setting = situation.get("room_setting", slot)
        if setting is None or not setting.value:
            continue
        try:
            found[slot, setting.version] = alert_of(setting.value)
        except (KeyError, TypeError, ValueError):
            continue
    return found


def approved_notices(situation: Situation) -> list[PublicNotice]:
    """Those that are over too, the newest first."""
    rows = [row for row in situation.all("public_notice") if row.state is NoticeState.APPROVED]
    return sorted(rows, key=lambda row: (row.valid_from, row.id), reverse=True)


def holds(notice: PublicNotice, now: datetime) -> bool:
    return notice.valid_from <= now and (notice.valid_until is None or now < notice.valid_until)
