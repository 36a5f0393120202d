"""An election guarded and told of; on both engines."""

from dataclasses import asdict, replace
from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from command_center.advice.election_tables import day_table, pattern_presets
from command_center.commands.assessments import Assess
from command_center.commands.ballot_escort import KeepEscort, MoveEscort, StrikeEscort
from command_center.commands.election_stages import KeepStage, StrikeStage, TakeCalendar
from command_center.commands.elections import (
    DropStations,
    ImportStations,
    KeepElection,
    StationRow,
)
from command_center.commands.guarding import (
    AdoptPlan,
    GroupRow,
    KeepPools,
    PoolRow,
    Repost,
    SetPatterns,
    WithdrawPool,
)
from command_center.commands.polling_day import StationWord, StrikeMessage, TellStations
from command_center.commands.undo import Undo
from command_center.domain.election import Force, StationGroup
from command_center.domain.errors import Conflict, OperatorError
from command_center.domain.incident import IncidentStatus
from command_center.domain.polling_day import KEPT, DayWord, EscortStep
from command_center.domain.room import Role
from command_center.domain.site import ElectionKind, PollingStation, SubjectKind
from command_center.situation.guarding import basis, groups, stages
from command_center.situation.polling_days import NOTHING, AreaDay
from command_center.situation.situation import Situation
from tests.room.conftest import HandClock
from tests.room.desk import Desk

SUKUN, GADANG = "35.73.04.1005", "35.73.04.1002"
ELECTION = KeepElection("pilkada", "Pilkada", ElectionKind.REGIONAL, "2026-11-21")
RULES = {"kurang_rawan": "1-4-8", "rawan": "1-2-4", "sangat_rawan": "1-1-2"}
KINDS = (
    "election_stage", "station_pattern", "force_pool", "station_group", "station_message",
    "ballot_escort",
)  # fmt: skip
WIB = ZoneInfo("Asia/Jakarta")


class Polls:
    """An election with five polling stations in Sukun and one in Gadang."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.id = str(desk.do(ELECTION).result["election_id"])
        rows = [StationRow(SUKUN, number) for number in (1, 2, 3, 4, 901)]
        desk.do(ImportStations(self.id, "KPU", (*rows, StationRow(GADANG, 1))))

    def station(self, number: int, area: str = SUKUN) -> PollingStation:
        rows: list[PollingStation] = list(self.desk.look().all("polling_station"))
        return next(row for row in rows if (row.area_code, row.number) == (area, number))

    def word(self, number: int, word: DayWord, text: str = "", **more: Any) -> StationWord:
        return StationWord(self.station(number).id, word, text or word.value, **more)

    def tell(self, *words: StationWord) -> Any:
        return self.desk.do(TellStations(self.id, words))

    def day(self, number: int) -> tuple[Any, int]:
        day = self.desk.look().polling_days.day(self.station(number).id)
        return day.state, day.troubles

    def plan(self) -> AdoptPlan:
        look = self.desk.look()
        found = basis(look, self.id, "", lambda code: (-7.98, 112.63))
        rows = [
            GroupRow(
                post.group.area_code,
                post.group.numbers,
                post.group.level,
                str(post.group.pattern),
                post.group.police,
                post.group.linmas,
                post.posted,
            )
            for post in found.plan(military_stands_in=False).posts
        ]
        made = (found.pattern_version, found.pool_versions, found.plan_version)
        return AdoptPlan(self.id, tuple(rows), *made)


@pytest.fixture
def polls(desk: Desk) -> Polls:
    return Polls(desk)


@pytest.fixture
def guarded(polls: Polls) -> Polls:
    polls.desk.do(SetPatterns(polls.id, RULES, "Polda Jabar 2013"))
    pools = (
        PoolRow(Force.POLICE, "Polsek Sukun", 1, "Sukun"),
        PoolRow(Force.LINMAS, "Linmas Sukun", 9, SUKUN),
    )
    polls.desk.do(KeepPools(polls.id, pools, "apel"))
    return polls


def everything(look: Situation) -> dict[str, dict[str, Any]]:
    return {kind: {row.id: asdict(row) for row in look.all(kind)} for kind in KINDS}


def test_what_was_kept_is_read_back_as_it_was_folded(guarded: Polls) -> None:
    desk = guarded.desk
    desk.do(TakeCalendar(guarded.id))
    desk.do(guarded.plan())
    guarded.tell(guarded.word(1, DayWord.OPEN), guarded.word(2, DayWord.TROUBLE, "massa datang"))
    desk.do(escort(guarded))
    folded = desk.look()
    loaded = Situation()
    loaded.load(desk.room.database.feed.snapshot(desk.room.clock.now()))
    assert everything(loaded) == everything(folded)
    assert all(everything(loaded).values())
    assert loaded.polling_days.areas(guarded.id) == folded.polling_days.areas(guarded.id)


def test_stages_come_from_the_regulation_and_are_changed_by_hand(polls: Polls) -> None:
    desk = polls.desk
    assert desk.do(TakeCalendar(polls.id)).result["added"] == 6
    assert desk.do(TakeCalendar(polls.id)).seq is None
    campaign = next(row for row in stages(desk.look(), polls.id) if row.name == "Kampanye")
    assert (campaign.starts_on, campaign.ends_on) == ("2026-09-19", "2026-11-17")
    edit = KeepStage(polls.id, "Kampanye", "2026-09-20", "2026-11-17", "KPU", campaign.id, 1)
    desk.do(edit)
    with pytest.raises(Conflict):
        desk.do(edit)
    struck = desk.do(StrikeStage(campaign.id))
    assert "Kampanye" not in {row.name for row in stages(desk.look(), polls.id)}
    desk.do(Undo("election_stage", campaign.id, struck.op_id))
    assert "Kampanye" in {row.name for row in stages(desk.look(), polls.id)}
    own = desk.do(KeepStage(polls.id, "Debat", "2026-10-01", "2026-10-01"))
    desk.do(Undo("election_stage", str(own.result["stage_id"]), own.op_id))
    assert "Debat" not in {row.name for row in stages(desk.look(), polls.id)}


def test_a_pattern_is_edited_at_its_version_and_the_log_keeps_the_older(guarded: Polls) -> None:
    desk = guarded.desk
    with pytest.raises(Conflict):
        desk.do(SetPatterns(guarded.id, RULES, "lain"))
    lampung = next(p for p in pattern_presets() if p.name == "Bandar Lampung 2020")
    written = {level: str(pattern) for level, pattern in lampung.rules.items()}
    desk.do(SetPatterns(guarded.id, written, lampung.source, before=1))
    (row,) = desk.look().all("station_pattern")
    assert (row.version, row.rules[0]) == (2, ("kurang_rawan", 2, 4, 8))
    assert desk.kinds().count("patterns.set") == 2


def test_the_plan_is_adopted_whole_and_the_next_one_takes_its_place(guarded: Polls) -> None:
    desk = guarded.desk
    done = desk.do(guarded.plan()).result
    assert (done["groups"], done["people"], done["short"]) == (3, 10, 5)
    first = groups(desk.look(), guarded.id)
    assert [(row.area_code, row.numbers) for row in first] == [
        (GADANG, (1,)), (SUKUN, (1, 2, 3, 4)), (SUKUN, (901,)),
    ]  # fmt: skip
    desk.do(Assess(SubjectKind.AREA, SUKUN, {"teror": 4}, "Intel"))
    desk.do(guarded.plan())
    again = groups(desk.look(), guarded.id)
    assert [row.pattern for row in again] == ["1-4-8"] + ["1-1-2"] * 5
    assert {row.id for row in again}.isdisjoint({row.id for row in first})
    assert sum(people for row in again for _, people, _ in row.posted) == 10


def test_a_pool_that_stands_twice_in_a_list_is_one(polls: Polls) -> None:
    rows = tuple(PoolRow(Force.POLICE, "Polsek", many, "Sukun") for many in (3, 4))
    done = polls.desk.do(KeepPools(polls.id, rows)).result
    assert (done["added"], done["changed"]) == (1, 1)
    (pool,) = polls.desk.look().all("force_pool")
    assert pool.strength == 4


def test_a_pool_is_one_in_any_case_and_typed_at_its_version(polls: Polls) -> None:
    desk = polls.desk

    def keep(name: str, many: int, before: int | None = None) -> None:
        desk.do(KeepPools(polls.id, (PoolRow(Force.POLICE, name, many, "Sukun", before=before),)))

    def pools() -> list[tuple[str, int, int]]:
        return [(row.name, row.strength, row.version) for row in desk.look().all("force_pool")]

    keep("Polsek Klojen", 70, 0)
    keep("POLSEK KLOJEN", 70)
    assert pools() == [("Polsek Klojen", 70, 1)]
    keep("polsek klojen", 60)
    keep("Polsek KLOJEN", 65, 2)
    assert pools() == [("Polsek KLOJEN", 65, 3)]
    with pytest.raises(Conflict):
        keep("Polsek KLOJEN", 66, 2)
    for name, before, why in (
        ("Polsek Lama", 3, "pool_keeps_name"),
        ("POLSEK KLOJEN", 0, "stands"),
    ):
        with pytest.raises(OperatorError, match=why):
            keep(name, 70, before)
    (pool,) = desk.look().all("force_pool")
    desk.do(WithdrawPool(pool.id))
    with pytest.raises(Conflict):
        keep("Polsek KLOJEN", 66, 4)
    assert pools() == [("Polsek KLOJEN", 65, 4)]
    keep("Polsek Klojen", 71, 0)
    assert pools() == [("Polsek Klojen", 71, 5)]


def test_a_plan_of_what_moved_on_or_cannot_be_changes_nothing(guarded: Polls) -> None:
    desk, plan = guarded.desk, guarded.plan()
    row = next(row for row in plan.groups if len(row.numbers) == 4)
    pool = row.posted[0][0]
    wrong: list[tuple[AdoptPlan, str]] = [
        (replace(plan, pattern_version=7), "conflict"),
        (replace(plan, pool_versions={}), "conflict"),
        (replace(plan, before=1), "conflict"),
        (replace(plan, groups=(*plan.groups, replace(row, posted=()))), "plan_station"),
        (replace(plan, groups=(replace(row, numbers=(77,)),)), "plan_station"),
        (replace(plan, groups=(replace(row, pattern="1-2-4"),)), "plan_over_pattern"),
        (replace(plan, groups=(replace(row, pattern="1-0-4"),)), "pattern_no_station"),
        (replace(plan, groups=(replace(row, posted=((pool, 99, 0),)),)), "pool_overdrawn"),
        (replace(plan, groups=()), "plan_size"),
    ]
    seq = desk.look().seq
    for command, why in wrong:
        with pytest.raises(OperatorError, match=why):
            desk.do(command)
    assert desk.look().seq == seq
    linmas = next(p for p in desk.look().all("force_pool") if p.force is Force.LINMAS)
    desk.do(plan)
    with pytest.raises(Conflict):  # somebody else has adopted one since
        desk.do(plan)
    desk.do(WithdrawPool(linmas.id))
    with pytest.raises(Conflict):
        desk.do(replace(plan, before=1))


def test_people_are_moved_by_hand_and_never_twice(guarded: Polls) -> None:
    desk = guarded.desk
    desk.do(guarded.plan())
    row = next(row for row in groups(desk.look(), guarded.id) if len(row.numbers) == 4)
    linmas = next(p for p in desk.look().all("force_pool") if p.force is Force.LINMAS)
    there = next(people for id, people, _ in row.posted if id == linmas.id)
    with pytest.raises(OperatorError, match="pool_overdrawn"):
        desk.do(Repost(row.id, linmas.id, there + 1, 0, row.version))
    desk.do(Repost(row.id, linmas.id, 1, 0, row.version))
    with pytest.raises(Conflict):
        desk.do(Repost(row.id, linmas.id, 2, 0, row.version))
    moved = desk.look().get("station_group", row.id)
    assert moved is not None
    assert (linmas.id, 1, 0) in moved.posted


def test_of_a_pool_withdrawn_or_made_smaller_people_can_only_be_taken_away(guarded: Polls) -> None:
    desk = guarded.desk
    desk.do(guarded.plan())

    def first(pool: str) -> StationGroup:
        rows = groups(desk.look(), guarded.id)
        return next(row for row in rows if pool in {id for id, _, _ in row.posted})

    linmas = next(p for p in desk.look().all("force_pool") if p.force is Force.LINMAS)
    desk.do(KeepPools(guarded.id, (PoolRow(Force.LINMAS, linmas.name, 1, SUKUN),)))
    row = first(linmas.id)
    with pytest.raises(OperatorError, match="pool_overdrawn"):
        desk.do(Repost(row.id, linmas.id, 1, 0, row.version))
    desk.do(Repost(row.id, linmas.id, 0, 0, row.version))
    desk.do(WithdrawPool(linmas.id))
    row = first(linmas.id)
    with pytest.raises(OperatorError, match="pool_was_withdrawn"):
        desk.do(Repost(row.id, linmas.id, 1, 0, row.version))
    desk.do(Repost(row.id, linmas.id, 0, 0, row.version))


def test_a_plan_worked_out_before_a_post_was_changed_by_hand_takes_nothing_away(
    guarded: Polls,
) -> None:
    desk = guarded.desk
    desk.do(guarded.plan())
    offer = guarded.plan()
    row = next(row for row in groups(desk.look(), guarded.id) if row.posted)
    pool, _, _ = row.posted[0]
    other = desk.person(Role.SHIFT_LEAD, "staff:other")
    desk.do(Repost(row.id, pool, 0, 0, row.version), act=other)
    with pytest.raises(Conflict) as lost:
        desk.do(offer)
    assert lost.value.params["by"] == "staff:other"
    kept = desk.look().get("station_group", row.id)
    assert kept is not None
    assert (kept.ended_at, kept.posted) == (None, row.posted[1:])
    desk.do(guarded.plan())


def test_a_day_goes_forward_only_and_every_word_has_its_verdict(polls: Polls) -> None:
    first = polls.tell(
        polls.word(1, DayWord.OPEN, line=1),
        polls.word(2, DayWord.COUNT, line=2),
        polls.word(2, DayWord.OPEN, line=3),
        polls.word(1, DayWord.OPEN, line=4),
        replace(polls.word(1, DayWord.SAFE, line=5), station_id="nobody"),
        polls.word(3, DayWord.SAFE, line=6),
    )
    assert first.result["kept"] == 3
    assert [(line, code) for line, _, code, _ in first.result["refused"]] == [
        (3, "tps_stage_back"), (4, "tps_told_before"), (5, "tps_gone"),
    ]  # fmt: skip
    assert polls.desk.kinds().count("stations.told") == 1
    assert [polls.day(n)[0] for n in (1, 2, 3, 4)] == [DayWord.OPEN, DayWord.COUNT, None, None]
    seq = polls.desk.look().seq
    nothing = polls.tell(polls.word(1, DayWord.OPEN))
    assert (nothing.seq, nothing.result["kept"]) == (None, 0)
    assert polls.desk.look().seq == seq


def test_a_time_that_has_not_come_is_refused_and_one_that_was_told_is_kept(
    polls: Polls, clock: HandClock
) -> None:
    past = clock.now() - timedelta(minutes=20)
    done = polls.tell(
        polls.word(1, DayWord.OPEN, at=past),
        polls.word(2, DayWord.OPEN, at=clock.now() + timedelta(minutes=1)),
    )
    assert [code for _, _, code, _ in done.result["refused"]] == ["tps_in_future"]
    assert polls.desk.look().polling_days.day(polls.station(1).id).since == past


def test_only_trouble_comes_to_the_queue(polls: Polls) -> None:
    polls.tell(*(polls.word(n, DayWord.OPEN) for n in (1, 2, 3)))
    assert list(polls.desk.look().all("incident")) == []
    text = "TPS 2 SUKUN RIBUT, surat suara kurang"
    told = polls.tell(polls.word(2, DayWord.TROUBLE, text), polls.word(3, DayWord.VOTE))
    look = polls.desk.look()
    (incident,) = look.all("incident")
    assert told.result["incidents"] == [incident.number]
    assert (incident.status, incident.owner_id, incident.area_code, incident.title) == (
        IncidentStatus.NEW, None, SUKUN, text,
    )  # fmt: skip
    message = look.get("station_message", next(
        row.id for row in look.all("station_message") if row.word is DayWord.TROUBLE
    ))  # fmt: skip
    assert message is not None
    assert message.incident_id == incident.id
    assert (polls.day(2), polls.day(3)) == ((DayWord.OPEN, 1), (DayWord.VOTE, 0))


def test_a_struck_message_counts_no_more_and_can_be_told_rightly(polls: Polls) -> None:
    polls.tell(polls.word(1, DayWord.OPEN))
    wrong = polls.tell(polls.word(1, DayWord.DONE))
    id = str(wrong.result["message_id"])
    struck = polls.desk.do(StrikeMessage(id))
    assert polls.day(1)[0] is DayWord.OPEN
    polls.desk.do(Undo("station_message", id, struck.op_id))
    assert polls.day(1)[0] is DayWord.DONE
    polls.desk.do(StrikeMessage(id))
    polls.tell(polls.word(1, DayWord.VOTE))
    assert polls.day(1)[0] is DayWord.VOTE
    kept = polls.desk.look().get("station_message", id)
    assert kept is not None
    assert kept.struck_at is not None


def test_a_whole_paste_is_taken_back_at_once(polls: Polls) -> None:
    done = polls.tell(*(polls.word(n, DayWord.OPEN) for n in (1, 2, 3)))
    polls.desk.do(Undo("station_message", str(done.result["message_id"]), done.op_id))
    assert [polls.day(n)[0] for n in (1, 2, 3)] == [None] * 3


def test_the_counts_are_those_of_the_rows(polls: Polls) -> None:
    polls.tell(polls.word(1, DayWord.OPEN), polls.word(2, DayWord.VOTE))
    polls.tell(polls.word(2, DayWord.TROUBLE, "ribut"), polls.word(1, DayWord.DONE))
    areas = polls.desk.look().polling_days.areas(polls.id)
    reached = dict(zip(DayWord, (2, 2, 1, 1, 0), strict=False))
    assert areas[SUKUN] == AreaDay(5, reached, 1)
    polls.desk.do(DropStations((polls.station(1).id,)))
    areas = polls.desk.look().polling_days.areas(polls.id)
    assert areas[SUKUN] == AreaDay(4, dict(zip(DayWord, (1, 1, 0, 0, 0), strict=False)), 1)
    assert areas[GADANG].stations == 1


def test_the_silent_list_names_who_is_due_and_since_when(polls: Polls, clock: HandClock) -> None:
    election = polls.desk.look().get("election", polls.id)
    assert election is not None

    def silent(hour: int, minute: int) -> list[tuple[int, str, str]]:
        now = datetime(2026, 11, 21, hour, minute, tzinfo=WIB)
        look = polls.desk.look().polling_days
        return [
            (one.station.number, one.missing.value, one.since.astimezone(WIB).strftime("%H:%M"))
            for one in look.silent(election, now, day_table(), WIB)
            if one.station.area_code == SUKUN
        ]

    clock.at = datetime(2026, 11, 21, 7, 0, tzinfo=WIB).astimezone(UTC)
    polls.tell(*(polls.word(n, DayWord.OPEN) for n in (1, 2)))
    clock.turn(2400)
    polls.tell(polls.word(3, DayWord.SAFE))
    assert silent(7, 29) == []
    assert silent(8, 0) == [(4, "buka", "07:30"), (901, "buka", "07:30")]
    assert [number for number, _, _ in silent(8, 45)] == [4, 901, 3]
    clock.turn(3600)
    polls.tell(polls.word(4, DayWord.MOVED))
    assert silent(9, 0)[:2] == [(1, "pungut", "07:00"), (2, "pungut", "07:00")]
    assert 4 not in [number for number, _, _ in silent(23, 59)]
    ends = datetime(2026, 11, 22, tzinfo=WIB) + KEPT
    look = polls.desk.look().polling_days
    assert look.silent(election, ends - timedelta(seconds=1), day_table(), WIB)
    assert look.silent(election, ends, day_table(), WIB) == []


def test_old_days_are_not_loaded_and_are_forgotten_alike(polls: Polls, clock: HandClock) -> None:
    polls.tell(polls.word(1, DayWord.OPEN))
    clock.turn(KEPT.total_seconds() + 3600)
    polls.tell(polls.word(2, DayWord.OPEN))
    since = clock.now()
    loaded, window = Situation(), polls.desk.look()
    loaded.load(polls.desk.room.database.feed.snapshot(since))
    window.forget(since)
    for look in (loaded, window):
        assert len(list(look.all("station_message"))) == 1
        assert look.polling_days.day(polls.station(1).id) == NOTHING
        assert look.polling_days.areas(polls.id)[SUKUN].reached[DayWord.OPEN] == 1


def escort(polls: Polls) -> KeepEscort:
    at = polls.desk.room.clock.now()
    way = ("Gudang KPU", "PPK Sukun")
    return KeepEscort(polls.id, "Kotak suara Kec. Sukun", *way, "Samapta 12, 4 orang", at)


def test_ballots_go_step_by_step_and_say_who_took_them(polls: Polls, clock: HandClock) -> None:
    desk = polls.desk
    id = str(desk.do(escort(polls)).result["escort_id"])
    with pytest.raises(OperatorError, match="escort_no_move"):
        desk.do(MoveEscort(id, EscortStep.ARRIVED))
    left = clock.now()
    desk.do(MoveEscort(id, EscortStep.LEFT))
    clock.turn(900)
    arrived = desk.do(MoveEscort(id, EscortStep.ARRIVED))
    desk.do(Undo("ballot_escort", id, arrived.op_id))
    desk.do(MoveEscort(id, EscortStep.ARRIVED))
    with pytest.raises(OperatorError, match="escort_needs_receiver"):
        desk.do(MoveEscort(id, EscortStep.HANDED))
    desk.do(MoveEscort(id, EscortStep.HANDED, "Ketua PPK"))
    row = desk.look().get("ballot_escort", id)
    assert row is not None
    assert (row.step, row.left_at, row.handed_to) == (EscortStep.HANDED, left, "Ketua PPK")
    assert row.arrived_at == clock.now()
    desk.do(StrikeEscort(id))


REFUSED: list[tuple[Any, str]] = [
    (SetPatterns("", RULES, "x"), "select_election"),
    (SetPatterns("E", {"rawan": "2-0-4"}, "x"), "pattern_no_station"),
    (SetPatterns("E", {"kacau": "1-1-1"}, "x"), "pattern_unknown_level"),
    (SetPatterns("E", {"rawan": " "}, "x"), "pattern_none"),
    (SetPatterns("E", RULES, " "), "pattern_needs_source"),
    (KeepPools("E", (PoolRow(Force.POLICE, "P", 0, "Sukun"),)), "pool_strength_range"),
    (KeepPools("E", (PoolRow(Force.POLICE, "P", 5),)), "pool_needs_home"),
    (KeepPools("E", (PoolRow(Force.POLICE, " ", 5, "Sukun"),)), "pool_needs_name"),
    (KeepPools("E", (PoolRow(Force.POLICE, "P", 5, "Qwxzy"),)), "unknown_area"),
    (KeepStage("E", "x", "2026-11-22", "2026-11-21"), "stage_ends_first"),
    (KeepStage("E", "x", "kemarin", "2026-11-21"), "election_bad_day"),
    (TellStations("E", ()), "tps_many_lines"),
    (KeepEscort("E", "", "a", "b", "c", datetime(2026, 1, 1, tzinfo=UTC)), "escort_needs"),
]


def test_what_is_refused_changes_nothing(polls: Polls) -> None:
    seq = polls.desk.look().seq
    for command, why in REFUSED:
        wanted = replace(command, election_id=command.election_id and polls.id)
        with pytest.raises(OperatorError, match=why):
            polls.desk.do(wanted)
    assert polls.desk.look().seq == seq
