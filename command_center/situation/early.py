"""What the room knows of early warnings."""

from __future__ import annotations

from datetime import datetime

from command_center.commands.early import CALIBRATION_SETTING
from command_center.domain.early import Episode
from command_center.situation.situation import Situation


def open_episodes(situation: Situation) -> list[Episode]:
    """The rarest first."""
    found = [row for row in situation.all("early_episode") if row.closed_at is None]
    return sorted(found, key=lambda row: (row.rate_a_day, row.id))


def recent_episodes(situation: Situation) -> list[Episode]:
    """Those that are open, the rarest first, then those that are over, the newest first."""
    over = [row for row in situation.all("early_episode") if row.closed_at is not None]
    over.sort(key=lambda row: (row.closed_at, row.id), reverse=True)
    return [*open_episodes(situation), *over]


def calibrated_at(situation: Situation) -> datetime | None:
    """When the room last replayed itself; None while it is young."""
    setting = situation.get("room_setting", CALIBRATION_SETTING)
    try:
        return datetime.fromisoformat(str(setting.value["at"])) if setting is not None else None
    except (KeyError, ValueError):
        return None


def learning_days(situation: Situation) -> float | None:
    """How many days of itself the room knew when it last looked; None before that."""
    setting = situation.get("room_setting", CALIBRATION_SETTING)
    try:
        return float(setting.value["days"]) if setting is not None else None
    except (KeyError, TypeError, ValueError):
        return None
