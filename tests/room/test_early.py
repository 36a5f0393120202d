"""Early warnings in the room: raised, grown, judged by a person and over; on both engines."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from command_center.bootstrap.room import OpenedRoom
from command_center.commands.duplicates import AnswerDuplicate
from command_center.commands.early import (
    CloseEpisode,
    Evidence,
    GrowEpisode,
    JudgeEpisode,
    KeepCalibration,
    RaiseEpisode,
)
from command_center.commands.undo import Undo
from command_center.domain.early import Episode, Method, Verdict
from command_center.domain.errors import Conflict, NotAllowed, OperatorError
from command_center.domain.room import Role
from command_center.situation.early import calibrated_at, learning_days, open_episodes
from command_center.storage.early import SqlHappenings
from tests.room.conftest import HandClock
from tests.room.desk import Desk

SUKUN, KAUMAN = "35.73.04.1005", "35.73.02.1004"


def evidence(desk: Desk, members: int = 4, **given: Any) -> Evidence:
    now = desk.room.clock.now()
    ids = tuple(desk.report(f"laporan kecil {n}") for n in range(members))
    told = Evidence(
        stream="violence",
        method=Method.SCAN,
        areas=(SUKUN,),
        since=now - timedelta(minutes=40),
        seen_at=now,
        window_s=3600.0,
        count=members,
        expected=0.3,
        rate_a_day=0.02,
        power=0.8,
        real_a_day=1 / 30,
        learning=False,
        members=ids,
    )
    return replace(told, **given)


def raised(desk: Desk, told: Evidence) -> Episode:
    desk.do(RaiseEpisode(told), act=desk.room.system)
    (episode,) = open_episodes(desk.look())
    return episode


def test_what_a_warning_was_decided_on_is_in_its_entry_and_states_what_it_is_worth(
    desk: Desk,
) -> None:
    told = evidence(desk)
    episode = raised(desk, told)
    for name in ("stream", "areas", "count", "rate_a_day", "power", "real_a_day", "members"):
        assert getattr(episode, name) == getattr(told, name), name
    assert episode.every_days == 50
    assert episode.true_share == pytest.approx(0.8 / 30 / (0.8 / 30 + 0.02), abs=1e-4)
    assert episode.rings
    assert desk.kinds()[-1] == "early.raised"


@pytest.mark.parametrize(("rate", "learning"), [(0.15, False), (0.001, True)])
def test_what_is_mostly_chance_or_from_a_young_room_does_not_ring(
    desk: Desk, rate: float, learning: bool
) -> None:
    episode = raised(desk, evidence(desk, rate_a_day=rate, learning=learning))
    assert not episode.rings
    assert episode.learning is learning


def test_two_workstations_on_duty_make_one_episode(desk: Desk) -> None:
    first = evidence(desk)
    episode = raised(desk, first)
    more = (*first.members, desk.report("lagi"))
    again = replace(first, members=more, count=5, areas=(SUKUN, KAUMAN), rate_a_day=0.005)
    grown = raised(desk, again)
    assert grown.id == episode.id
    assert (grown.count, grown.rate_a_day, grown.members) == (5, 0.005, more)
    assert set(grown.areas) == {SUKUN, KAUMAN}
    assert desk.do(GrowEpisode(grown.id, again), act=desk.room.system).seq is None


def test_weaker_news_gathers_evidence_and_takes_nothing_back(desk: Desk) -> None:
    told = evidence(desk)
    episode = raised(desk, told)
    late = replace(told, rate_a_day=0.1, count=3, members=(desk.report("lagi"), *told.members[:2]))
    desk.do(GrowEpisode(episode.id, late), act=desk.room.system)
    (grown,) = open_episodes(desk.look())
    assert (grown.rate_a_day, grown.count, grown.rings) == (0.02, 4, True)
    assert len(grown.members) == 5


def test_what_was_merged_away_meanwhile_raises_nothing(desk: Desk) -> None:
    told = evidence(desk)
    first, *others = told.members
    for other in others:
        desk.do(AnswerDuplicate(other, first, same=True))
    desk.do(RaiseEpisode(told), act=desk.room.system)
    assert open_episodes(desk.look()) == []


def test_a_person_judges_and_takes_it_back(desk: Desk, clock: HandClock) -> None:
    episode = raised(desk, evidence(desk))
    done = desk.do(JudgeEpisode(episode.id, Verdict.WATCH))
    (watched,) = open_episodes(desk.look())
    now = desk.room.clock.now()
    assert not watched.waits(now)
    assert not watched.waits(now + timedelta(hours=5)), "nothing has come since"
    assert replace(watched, seen_at=now + timedelta(hours=1)).waits(now + timedelta(hours=5))
    desk.do(Undo("early_episode", episode.id, done.op_id))
    (again,) = open_episodes(desk.look())
    assert (again.verdict, again.judged_by, again.waits(now)) == (None, None, True)


def test_usual_needs_a_reason_and_ends_it(desk: Desk) -> None:
    episode = raised(desk, evidence(desk))
    with pytest.raises(OperatorError, match="early_needs_reason"):
        desk.do(JudgeEpisode(episode.id, Verdict.USUAL, "  "))
    desk.do(JudgeEpisode(episode.id, Verdict.USUAL, "karnaval"))
    assert open_episodes(desk.look()) == []
    with pytest.raises(OperatorError, match="early_is_over"):
        desk.do(JudgeEpisode(episode.id, Verdict.FOLLOW))


def test_of_two_who_judge_the_second_is_told(desk: Desk) -> None:
    episode = raised(desk, evidence(desk))
    desk.do(JudgeEpisode(episode.id, Verdict.FOLLOW))
    with pytest.raises(Conflict):
        desk.do(JudgeEpisode(episode.id, Verdict.USUAL, "pasar malam"))


def test_who_judges_again_loses_nothing_to_the_clockwork(desk: Desk) -> None:
    told = evidence(desk)
    episode = raised(desk, told)
    desk.do(JudgeEpisode(episode.id, Verdict.WATCH))
    (watched,) = open_episodes(desk.look())
    more = replace(told, members=(*told.members, desk.report("lagi")))
    desk.do(GrowEpisode(episode.id, more), act=desk.room.system)
    desk.do(JudgeEpisode(episode.id, Verdict.USUAL, "karnaval", watched.judged_at))
    assert open_episodes(desk.look()) == []


def test_only_the_clockwork_raises_and_only_the_desk_judges(desk: Desk) -> None:
    told = evidence(desk)
    with pytest.raises(NotAllowed):
        desk.do(RaiseEpisode(told), act=desk.person(Role.OPERATOR))
    with pytest.raises(NotAllowed):
        desk.do(KeepCalibration(desk.room.clock.now(), {}), act=desk.person(Role.OPERATOR))
    episode = raised(desk, told)
    with pytest.raises(NotAllowed):
        desk.do(JudgeEpisode(episode.id, Verdict.FOLLOW), act=desk.person(Role.OBSERVER))


def test_a_night_is_kept_once_and_never_by_an_older_one(desk: Desk) -> None:
    night = desk.room.clock.now().replace(microsecond=0)
    system = desk.room.system
    desk.do(KeepCalibration(night, {"days": 3.0}), act=system)
    desk.do(KeepCalibration(night, {"days": 4.0}), act=system)
    desk.do(KeepCalibration(night - timedelta(days=1), {"days": 5.0}), act=system)
    look = desk.look()
    assert learning_days(look) == 3.0
    assert calibrated_at(look) == night


def test_what_is_reported_where_a_believed_warning_stands_is_more_urgent(desk: Desk) -> None:
    row = "episode:early_detection:+1"

    def fired(**given: Any) -> bool:
        return row in desk.incident(desk.report("laporan", **given)).priority_reason

    assert not fired(area="Sukun")
    episode = raised(desk, evidence(desk, areas=("35.73.04.1003", "35.73.01.1007"), learning=True))
    assert not fired(area="Purwantoro"), "a young room's is not believed"
    desk.do(JudgeEpisode(episode.id, Verdict.FOLLOW))
    assert fired(area="Purwantoro")
    assert not fired(area="Bunulrejo")
    unplaced = desk.incident(desk.report("laporan tanpa tempat"))
    assert "absent:episode" in unplaced.priority_reason
    desk.do(CloseEpisode(episode.id), act=desk.room.system)
    assert not fired(area="Purwantoro")


def test_the_history_holds_what_counts_and_how_warnings_were_judged(
    desk: Desk, room: OpenedRoom
) -> None:
    told = evidence(desk)
    desk.do(AnswerDuplicate(told.members[1], told.members[0], same=True))
    episode = raised(desk, told)
    desk.do(JudgeEpisode(episode.id, Verdict.FOLLOW))
    desk.do(CloseEpisode(episode.id), act=desk.room.system)
    since = desk.room.clock.now() - timedelta(days=1)
    history = SqlHappenings(room.database.engine)
    happened = history.since(since)
    assert {one.id for one in happened} == {*told.members} - {told.members[1]}
    assert {one.category for one in happened} == {"unjuk_rasa"}
    followed, first = history.judged(since)
    history.close()
    assert (followed, first) == (1, episode.raised_at)
