"""Alarms put aside for a time, and outages told to their owner, on both engines."""

from __future__ import annotations

from datetime import timedelta

import pytest

from command_center.commands.alarms import (
    SHELVE_MINUTES,
    AcknowledgeAlarm,
    ClearAlarm,
    RaiseAlarm,
    ReportOutage,
    ShelveAlarm,
)
from command_center.domain.errors import OperatorError
from command_center.domain.room import Alarm, AlarmType, Role
from tests.room.conftest import HandClock
from tests.room.desk import Desk


def raised(desk: Desk, about: AlarmType = AlarmType.CAMERA_TAMPERED) -> str:
    command = RaiseAlarm(about, "camera", "cam-1", {"kind": "covered", "file": "a.jpg"})
    return str(desk.do(command, act=desk.room.system).result["alarm_id"])


def alarm(desk: Desk, id: str) -> Alarm:
    found: Alarm = desk.look().get("alarm", id)  # type: ignore[assignment]
    return found


def refused(desk: Desk, command: object) -> str:
    with pytest.raises(OperatorError) as caught:
        desk.do(command)
    return caught.value.code


def test_a_shelved_alarm_says_until_when_and_why(desk: Desk, clock: HandClock) -> None:
    id = raised(desk)
    desk.do(ShelveAlarm(id, 30, " dahan menutup lensa "))
    now = alarm(desk, id)
    assert now.shelved_until == clock.now() + timedelta(minutes=30)
    assert now.params["shelved_because"] == "dahan menutup lensa"
    assert now.params["file"] == "a.jpg"
    assert now.acknowledged_at is None
    assert desk.kinds()[-1] == "alarm.shelved"


@pytest.mark.parametrize("minutes", [0, -5, SHELVE_MINUTES[1] + 1])
def test_nothing_is_shelved_for_longer_than_a_shift(desk: Desk, minutes: int) -> None:
    id = raised(desk)
    assert refused(desk, ShelveAlarm(id, minutes, "x")) == "shelve_too_long"
    assert alarm(desk, id).shelved_until is None


def test_shelving_needs_a_reason_and_an_alarm_that_stands(desk: Desk) -> None:
    id = raised(desk)
    assert refused(desk, ShelveAlarm(id, 30, "  ")) == "shelve_needs_reason"
    desk.do(ClearAlarm(id), act=desk.room.system)
    assert refused(desk, ShelveAlarm(id, 30, "x")) == "alarm_is_over"


def test_what_is_most_urgent_cannot_be_shelved(desk: Desk) -> None:
    id = raised(desk, AlarmType.UNOWNED_P1)
    assert refused(desk, ShelveAlarm(id, 5, "x")) == "alarm_not_shelvable"


def test_an_observer_shelves_nothing(desk: Desk) -> None:
    id = raised(desk)
    watcher = desk.person(Role.OBSERVER)
    with pytest.raises(OperatorError) as caught:
        desk.do(ShelveAlarm(id, 5, "x"), act=watcher)
    assert caught.value.code == "not_allowed"


def test_a_report_keeps_its_words_and_answers_the_alarm(desk: Desk, clock: HandClock) -> None:
    id = raised(desk, AlarmType.CAMERA_OUTAGE)
    desk.do(ReportOutage(id, "NOC Diskominfo", "12 kamera padam sejak 14:02"))
    now = alarm(desk, id)
    assert now.params["reported_to"] == "NOC Diskominfo"
    assert now.params["reported_at"] == clock.now().isoformat()
    assert now.params["report"] == "12 kamera padam sejak 14:02"
    assert now.acknowledged_at == clock.now()
    assert desk.kinds()[-1] == "outage.reported"
    assert refused(desk, ReportOutage(id, "NOC", " ")) == "note_empty"


def test_who_answered_first_stays(desk: Desk, clock: HandClock) -> None:
    id = raised(desk, AlarmType.CAMERA_OUTAGE)
    desk.do(AcknowledgeAlarm(id))
    first = alarm(desk, id).acknowledged_at
    clock.turn(60)
    desk.do(ReportOutage(id, "NOC", "teks"))
    assert alarm(desk, id).acknowledged_at == first
