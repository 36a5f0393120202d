"""Likely duplicates: same category, near in place and time."""

import random
from datetime import UTC, datetime, timedelta

import pytest

from command_center.advice.duplicates import nearby
from command_center.advice.duplicates.nearby import duplicates_of
from command_center.domain.incident import Incident, IncidentStatus, Priority
from command_center.domain.place import LocatedBy

OPENED = datetime(2026, 11, 21, 7, 0, tzinfo=UTC)
METRE_LAT = 1 / 111_195


def incident(
    id: str,
    north_m: float | None = 0.0,
    minutes: float = 0.0,
    category: str = "unjuk_rasa",
    status: IncidentStatus = IncidentStatus.NEW,
) -> Incident:
    lat = None if north_m is None else -7.95 + north_m * METRE_LAT
    at = OPENED + timedelta(minutes=minutes)
    return Incident(
        id=id, version=1, number=1, day="2026-11-21", status=status, priority=Priority.P2,
        priority_reason=(), category=category, title="t", owner_id=None, claimed_at=None,
        opened_at=at, occurred_at=None, verified_at=None, verified_by=None, first_order_at=None,
        first_on_scene_at=None, closed_at=None, disposition=None, merged_into=None, lat=lat,
        lon=None if lat is None else 112.63, accuracy_m=None, located_by=LocatedBy.GPS,
        area_code=None, address="", operation_id=None, alias=None, time_reversed=False,
    )  # fmt: skip


def test_likely_ones_come_first_then_the_nearest() -> None:
    others = [
        incident("other-category", 10, category="banjir"),
        incident("near", 290, 14),
        incident("nearest", 40, -3),
        incident("too-far", 320, 1),
        incident("too-late", 20, 16),
        incident("nowhere", None),
    ]
    found = duplicates_of(incident("subject"), others)
    assert [d.incident_id for d in found] == [
        "nearest", "near", "other-category", "too-late", "too-far", "nowhere",
    ]  # fmt: skip
    assert [d.likely for d in found] == [True, True, False, False, False, False]
    assert found[-1].distance_m is None
    assert round(found[0].distance_m or 0) == 40


def test_neither_itself_nor_what_has_ended_is_offered() -> None:
    subject = incident("subject")
    ended = incident("ended", status=IncidentStatus.CLOSED)
    assert duplicates_of(subject, [subject, ended]) == []


def test_the_limits_are_arguments() -> None:
    wide = duplicates_of(incident("subject"), [incident("a", 500, 40)], near_m=600, soon_s=3600)
    assert wide[0].likely


@pytest.mark.parametrize("seed", range(4))
def test_of_thousands_the_first_are_those_of_a_look_at_all(
    seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    dice = random.Random(seed)
    others = [
        incident(
            f"i{number:03}",
            dice.choice([None, dice.uniform(-900, 900)]),
            dice.uniform(-60, 60),
            dice.choice(["unjuk_rasa", "banjir"]),
        )
        for number in range(400)
    ]
    for subject in (incident("subject"), incident("subject", None)):
        monkeypatch.setattr(nearby, "MOST", 1000)
        everything = duplicates_of(subject, others)
        monkeypatch.setattr(nearby, "MOST", 50)
        found = duplicates_of(subject, others)
        assert len(found) < len(everything)
        likely = [one for one in everything if one.likely]
        assert found[: len(likely) + 20] == everything[: len(likely) + 20]
