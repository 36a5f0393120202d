"""When backups are an alarm."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from command_center.duty.backups import KEY, failed_backups
from command_center.ports import Health
from command_center.situation.situation import Situation

NOW = datetime(2026, 11, 22, 7, 0, tzinfo=UTC)


def said(state: str, code: str, last_ok: datetime | None) -> list[str]:
    situation = Situation()
    situation.health = {KEY: Health(*KEY, state, code, {}, NOW, last_ok, None)}
    return [due.params["why"] for due in failed_backups(situation, NOW)]


def test_a_fresh_backup_and_a_room_that_was_never_asked_are_no_alarm() -> None:
    assert said("ok", "backup_ok", NOW) == []
    assert list(failed_backups(Situation(), NOW)) == []


def test_a_failed_backup_says_why() -> None:
    assert said("down", "disk_full", NOW) == ["disk_full"]


def test_an_old_backup_is_an_alarm_whoever_makes_it() -> None:
    old = NOW - timedelta(hours=26)
    assert said("ok", "backup_ok", old) == ["backup_old"]
    assert said("degraded", "backup_needs_owner", old) == ["backup_old"]
    assert said("degraded", "backup_needs_owner", NOW - timedelta(hours=24)) == []
