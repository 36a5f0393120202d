"""A window that stays open for weeks knows what a window opened today would know."""

from datetime import timedelta

import pytest

from command_center.bootstrap.upkeep import Upkeep
from command_center.commands.dispatch import OrderUnits
from command_center.commands.notes import AddNote
from command_center.commands.triage import (
    CloseIncident,
    MergeIncidents,
    ReopenIncident,
    UnmergeIncident,
)
from command_center.commands.visit import AskVisit, DoneVisit
from command_center.domain.incident import Disposition
from command_center.duty.visits import overdue_visits
from command_center.geo.local import CityFacts
from command_center.situation.figures import figures, reports_per_minute
from command_center.situation.fold import OutOfStep
from command_center.situation.situation import Situation, Touched
from tests.room.conftest import HandClock
from tests.room.desk import Desk

KEPT = timedelta(hours=24)


def opened(desk: Desk) -> Situation:
    """A window opened now."""
    situation = Situation()
    situation.load(desk.room.database.feed.snapshot(desk.room.clock.now() - KEPT))
    return situation


def follow(situation: Situation, desk: Desk) -> None:
    for entry in desk.room.database.history.entries(situation.seq):
        situation.apply(entry)


def closed(desk: Desk) -> str:
    incident_id = desk.report()
    desk.do(AddNote(incident_id, "selesai"))
    desk.do(OrderUnits(incident_id, (desk.unit("SAMAPTA 12").id,), "merapat"))
    desk.do(CloseIncident(incident_id, Disposition.RESOLVED))
    return incident_id


def test_an_old_incident_that_is_reopened_makes_the_window_load_again(
    desk: Desk, clock: HandClock
) -> None:
    old = closed(desk)
    clock.turn(48 * 3600)
    window = opened(desk)
    assert window.incident(old) is None
    desk.do(ReopenIncident(old))
    with pytest.raises(OutOfStep):
        follow(window, desk)
    again = opened(desk)
    assert again.is_open(old)
    assert len(again.reports(old)) == 1
    follow(again, desk)


def test_an_old_loser_that_is_unmerged_makes_the_window_load_again(
    desk: Desk, clock: HandClock
) -> None:
    winner, loser = closed(desk), desk.report()
    desk.do(ReopenIncident(winner))
    desk.do(MergeIncidents(winner, loser))
    desk.do(CloseIncident(winner, Disposition.RESOLVED))
    clock.turn(48 * 3600)
    window = opened(desk)
    desk.do(UnmergeIncident(loser))
    with pytest.raises(OutOfStep):
        follow(window, desk)
    assert opened(desk).is_open(loser)


def test_a_note_on_an_old_incident_disturbs_nobody(desk: Desk, clock: HandClock) -> None:
    old = closed(desk)
    clock.turn(48 * 3600)
    window = opened(desk)
    desk.do(AddNote(old, "berkas menyusul"))
    follow(window, desk)
    assert window.incident(old) is None


def test_what_has_outlived_the_day_is_forgotten_as_a_new_window_would(
    desk: Desk, clock: HandClock
) -> None:
    window = opened(desk)
    closed(desk)
    winner, loser, chained = desk.report(), desk.report(), desk.report()
    desk.do(MergeIncidents(loser, chained))
    desk.do(MergeIncidents(winner, loser))
    over, under = desk.report(), desk.report()
    desk.do(MergeIncidents(over, under))
    desk.do(CloseIncident(over, Disposition.PRANK))
    clock.turn(25 * 3600)
    recent = closed(desk)
    follow(window, desk)
    touched = window.forget(clock.now() - KEPT)
    assert touched.incidents >= {over, under}
    fresh = opened(desk)
    assert {e: set(r) for e, r in window.tables.rows.items()} == {
        e: set(r) for e, r in fresh.tables.rows.items()
    }
    assert window.family(winner) == [winner, loser, chained]
    assert window.is_open(recent) is False
    day = CityFacts(desk.room.city).local_day(clock.now())
    assert figures(window, day) == figures(fresh, day)
    assert reports_per_minute(window, clock.now()) == reports_per_minute(fresh, clock.now())


def test_a_visit_nobody_told_of_outlives_the_day_of_its_incident(
    desk: Desk, clock: HandClock
) -> None:
    window = opened(desk)
    incident = desk.report(area="Sawojajar")
    asked = desk.do(AskVisit(incident, "Sambangi", due_minutes=3 * 24 * 60))
    desk.do(CloseIncident(incident, Disposition.PRANK))
    clock.turn(4 * 24 * 3600)
    follow(window, desk)
    window.forget(clock.now() - KEPT)
    for situation in (window, opened(desk)):
        (due,) = overdue_visits(situation, clock.now())
        assert due.subject_id == asked.result["visit_id"]
    desk.do(DoneVisit(str(asked.result["visit_id"]), "Aman"))
    follow(window, desk)
    window.forget(clock.now() - KEPT)
    assert window.incident(incident) is None
    assert opened(desk).incident(incident) is None


def test_what_was_forgotten_may_still_be_noted_and_reopened(desk: Desk, clock: HandClock) -> None:
    window = opened(desk)
    old = closed(desk)
    clock.turn(25 * 3600)
    follow(window, desk)
    window.forget(clock.now() - KEPT)
    desk.do(AddNote(old, "x"))
    follow(window, desk)
    desk.do(ReopenIncident(old))
    with pytest.raises(OutOfStep):
        follow(window, desk)


def test_nothing_is_forgotten_that_is_not_old(desk: Desk, clock: HandClock) -> None:
    window = opened(desk)
    closed(desk)
    follow(window, desk)
    before = {e: dict(r) for e, r in window.tables.rows.items()}
    assert not window.forget(clock.now() - KEPT).incidents
    assert window.tables.rows == before


def test_a_window_forgets_by_itself_and_says_so(desk: Desk, clock: HandClock) -> None:
    window = opened(desk)
    told: list[Touched] = []
    upkeep = Upkeep(window, KEPT, told.append)
    old = closed(desk)
    follow(window, desk)
    upkeep.tick(clock.now())
    clock.turn(25 * 3600)
    assert told == []
    upkeep.tick(clock.now())
    assert window.incident(old) is None
    (touched,) = told
    assert not touched.everything, "no panel looks at everything again"
    assert touched.incidents == {old}
    assert touched.entities >= {"incident", "report", "incident_report", "note", "assignment"}
    upkeep.tick(clock.now())
    assert len(told) == 1
