"""Too many P1 ring once, until their share is well below the limit again."""

from dataclasses import replace
from datetime import timedelta

import pytest

from command_center.advice.triage.reading import shipped_text
from command_center.advice.triage.table import ShareLimit
from command_center.commands.suggesting import SETTING
from command_center.domain.incident import Incident, IncidentStatus, Priority
from command_center.domain.room import Alarm, AlarmType, RoomSetting
from command_center.duty.p1_share import SUBJECT, crowded_p1, share_of
from tests.ui import scene
from tests.ui.scene import NOW
from tests.unit.duty.rows import situation_of


def incidents(p1: int, others: int, age_s: float = 600) -> list[Incident]:
    ranks = [Priority.P1] * p1 + [Priority.P3] * others
    return [scene.incident(at, "x", rank, age_s) for at, rank in enumerate(ranks, 1)]


def standing() -> Alarm:
    return Alarm("a", 1, AlarmType.P1_SHARE, 3, "room", SUBJECT, {}, NOW, None, None, None)


@pytest.mark.parametrize(
    ("p1", "others", "stands", "rings"),
    [
        (5, 15, False, False),
        (6, 15, False, True),
        (5, 14, False, False),
        (5, 15, True, True),
        (5, 20, True, False),
        (0, 0, True, False),
    ],
)
def test_the_share_rings_above_the_limit_and_clears_below_another(
    p1: int, others: int, stands: bool, rings: bool
) -> None:
    rows = [*incidents(p1, others), *([standing()] if stands else [])]
    found = list(crowded_p1(situation_of(rows), NOW))
    assert [due.type for due in found] == ([AlarmType.P1_SHARE] if rings else [])


def test_the_sentence_gets_its_figures() -> None:
    (due,) = crowded_p1(situation_of(incidents(10, 10)), NOW)
    assert due.params == {"share": "50", "count": "20", "hours": "8", "limit": "25"}


def test_old_and_merged_incidents_are_not_counted() -> None:
    old = incidents(20, 0, age_s=9 * 3600)
    merged = replace(
        scene.incident(99, "x", Priority.P1, 60), status=IncidentStatus.MERGED, merged_into="i"
    )
    assert share_of(situation_of([*old, merged]), NOW, ShareLimit()).count == 0


def test_the_rooms_own_limit_counts() -> None:
    text = shipped_text().replace("limit = 25", "limit = 60").replace("clear = 20", "clear = 50")
    value = {"toml": text, "author": "s", "at": (NOW - timedelta(hours=1)).isoformat()}
    setting = RoomSetting(SETTING, 1, value)
    assert list(crowded_p1(situation_of([*incidents(10, 10), setting]), NOW)) == []
