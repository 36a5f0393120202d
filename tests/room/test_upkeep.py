"""A window under siege keeps the incidents closed last; its figures go on counting all of them."""

from datetime import timedelta

import pytest

from command_center.bootstrap import upkeep as upkeep_module
from command_center.bootstrap.upkeep import Upkeep
from command_center.commands.triage import CloseIncident, MergeIncidents, ReopenIncident
from command_center.domain.incident import Disposition
from command_center.geo.local import CityFacts
from command_center.situation.figures import figures, reports_per_minute
from command_center.situation.fold import OutOfStep
from command_center.situation.situation import Situation, Touched
from tests.room.conftest import HandClock
from tests.room.desk import Desk

KEPT = timedelta(hours=24)


def opened(desk: Desk) -> Situation:
    situation = Situation()
    situation.load(desk.room.database.feed.snapshot(desk.room.clock.now() - KEPT))
    return situation


def follow(situation: Situation, desk: Desk) -> None:
    for entry in desk.room.database.history.entries(situation.seq):
        situation.apply(entry)


def close(desk: Desk, clock: HandClock, incident_id: str) -> str:
    clock.turn(60)
    desk.do(CloseIncident(incident_id, Disposition.RESOLVED))
    return incident_id


def test_only_the_newest_closed_stay_and_the_figures_do_not_notice(
    desk: Desk, clock: HandClock
) -> None:
    window = opened(desk)
    is_open = desk.report()
    ended = [close(desk, clock, desk.report()) for _ in range(5)]
    follow(window, desk)
    now, day = clock.now(), CityFacts(desk.room.city).local_day(clock.now())
    before = figures(window, day), reports_per_minute(window, now)
    assert window.forget(now - KEPT, 2).incidents == set(ended[:3])
    assert window.is_open(is_open)
    assert [id for id in ended if window.incident(id)] == ended[3:]
    assert (figures(window, day), reports_per_minute(window, now)) == before
    kept = {is_open, *ended[3:]}
    for entity in ("incident_report", "note", "assignment"):
        assert {row.incident_id for row in window.all(entity)} <= kept
    assert len(list(window.all("report"))) == 3


def test_a_forgotten_loser_goes_with_its_winner(desk: Desk, clock: HandClock) -> None:
    window = opened(desk)
    winner, loser = desk.report(), desk.report()
    desk.do(MergeIncidents(winner, loser))
    close(desk, clock, winner)
    last = close(desk, clock, desk.report())
    follow(window, desk)
    window.forget(clock.now() - KEPT, 1)
    assert {row.id for row in window.all("incident")} == {last}
    assert not list(window.all("merge_link"))


def test_what_was_crowded_out_comes_back_by_loading_again(desk: Desk, clock: HandClock) -> None:
    window = opened(desk)
    first = close(desk, clock, desk.report())
    close(desk, clock, desk.report())
    follow(window, desk)
    window.forget(clock.now() - KEPT, 1)
    desk.do(ReopenIncident(first))
    with pytest.raises(OutOfStep):
        follow(window, desk)
    assert opened(desk).is_open(first)


def test_days_that_are_over_are_forgotten_too(desk: Desk, clock: HandClock) -> None:
    window = opened(desk)
    days = []
    for _ in range(3):
        days.append(CityFacts(desk.room.city).local_day(clock.now()))
        close(desk, clock, desk.report())
        close(desk, clock, desk.report())
        follow(window, desk)
        window.forget(clock.now() - KEPT, 1)
        clock.turn(48 * 3600)
    assert window.day(days[-1]).incidents == 2
    window.forget(clock.now() - KEPT, 1)
    assert [window.day(day).incidents for day in days[:2]] == [0, 0]


def test_the_window_says_which_it_let_go_once_enough_came_together(
    desk: Desk, clock: HandClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(upkeep_module, "MOST_CLOSED", 2)
    monkeypatch.setattr(upkeep_module, "SLACK", 1)
    window = opened(desk)
    told: list[Touched] = []
    upkeep = Upkeep(window, KEPT, told.append)
    upkeep.tick(clock.now())
    ended = []
    for _ in range(4):
        ended.append(close(desk, clock, desk.report()))
        follow(window, desk)
        upkeep.tick(clock.now())
    assert [(touched.everything, touched.incidents) for touched in told] == [
        (False, set(ended[:2]))
    ]
    assert window.closed_count == 2
