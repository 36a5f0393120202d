"""Who is planned, who swapped, who came: the roster of a room and its roll-calls."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from command_center.commands.duties import (
    DutyRow,
    ImportDuties,
    StrikeDuty,
    members,
    roster_around,
)
from command_center.commands.personnel import (
    DisbandRegu,
    ImportPersonnel,
    KeepRegu,
    PersonLeaves,
    PersonRow,
)
from command_center.commands.roll_calls import (
    CheckUnit,
    FeedCrews,
    FinishRollCall,
    MarkPeople,
    OpenRollCall,
    PlotPerson,
)
from command_center.commands.seats import LeaveSeat, TakeSeat
from command_center.commands.swaps import AskSwap, DecideSwap, WithdrawSwap
from command_center.domain.errors import Conflict, NotAllowed, OperatorError
from command_center.domain.room import Role, Workstation
from command_center.domain.roster import (
    CheckPart,
    CheckState,
    Personnel,
    RollState,
    SwapState,
    people_of,
)
from command_center.domain.shift_pattern import slot_of
from command_center.ports import Act
from command_center.situation.roster import (
    all_spans,
    checks,
    clashes,
    current_roll_call,
    duties,
    marks,
    on_duty,
    people,
    regu_list,
    seated,
    strength,
)
from command_center.situation.shift_pattern import shift_pattern
from tests.room.conftest import HandClock
from tests.room.desk import Desk
from tests.storage.rows import acting

JAKARTA = ZoneInfo("Asia/Jakarta")
DAY = date(2026, 11, 21)  # the clock stands at 14.00: the second shift of 8 jam runs


class Rostered:
    """Two regu of two, the first of them on SAMAPTA 12."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.lead = desk.person(Role.SHIFT_LEAD)
        self.operator = desk.person(Role.OPERATOR)
        for name in ("Regu A", "Regu B"):
            self.do(KeepRegu(name))
        agencies = {a.ours: a.code for a in desk.look().all("agency")}
        ours, theirs = agencies[True], agencies[False]
        sign = "SAMAPTA 12"
        self.do(
            ImportPersonnel(
                (
                    PersonRow("86010001", "Agus", ours, "Bripka", "Ka regu", "Regu A", sign),
                    PersonRow("86010002", "Budi", ours, "Briptu", "Anggota", "regu a", sign),
                    PersonRow("86010003", "Citra", ours, "Bripda", "Anggota", "Regu B"),
                    PersonRow("86010004", "Dewi", theirs, "", "Penghubung", "Regu B"),
                )
            )
        )

    def do(self, command: object, act: Act | None = None) -> dict[str, object]:
        return dict(self.desk.do(command, act=act or self.lead).result)

    def id(self, name: str) -> str:
        return next(one.id for one in people(self.desk.look()) if one.name == name)

    def plan(self, number: int, regu: str, nrp: str = "", day: date = DAY) -> str:
        slot = slot_of(shift_pattern(self.desk.look()), day, number, JAKARTA)
        row = DutyRow(day.isoformat(), number, "8_jam", slot.starts_at, slot.ends_at, regu, nrp)
        return str(self.do(ImportDuties((row,)))["duty_id"])

    def open(self) -> str:
        start = slot_of(shift_pattern(self.desk.look()), DAY, 1, JAKARTA).starts_at
        return str(self.do(OpenRollCall(start), self.operator)["roll_call_id"])


@pytest.fixture
def roster(desk: Desk) -> Rostered:
    return Rostered(desk)


def names(roster: Rostered, duty_id: str) -> list[str]:
    look = roster.desk.look()
    found = next(duty for duty in duties(look) if duty.id == duty_id)
    by = {one.id: one.name for one in people(look)}
    return [by[id] for id in on_duty(look, [found])[duty_id]]


def refused(roster: Rostered, command: object, code: str, act: Act | None = None) -> OperatorError:
    with pytest.raises(OperatorError, match=code) as caught:
        roster.do(command, act)
    return caught.value


def test_people_are_known_by_their_number_and_keep_what_is_not_told(roster: Rostered) -> None:
    same = PersonRow("86010001", "Agus S.", "x", untold=("agency", "rank", "position", "regu"))
    refused(roster, ImportPersonnel((same,)), "unknown_agency")
    agency = next(a.code for a in roster.desk.look().all("agency") if a.ours)
    row = PersonRow("86010001", "Agus S.", agency, untold=("rank", "position", "regu"))
    done = roster.do(ImportPersonnel((row,)))
    assert (done["added"], done["changed"]) == (0, 1)
    agus = next(one for one in people(roster.desk.look()) if one.nrp == "86010001")
    assert (agus.name, agus.rank, agus.position, agus.unit_id) == (
        "Agus S.", "Bripka", "Ka regu", None,
    )  # fmt: skip
    for bad, code in (
        (PersonRow("12a4", "X", agency), "personnel_bad_nrp"),
        (PersonRow("1234", "X", agency, regu="Regu Z"), "unknown_regu"),
        (PersonRow("1234", "X", agency, call_sign="HANTU 1"), "unknown_unit"),
        (PersonRow("1234", "X", agency, login="siapa"), "unknown_login"),
        (PersonRow("1234", " ", agency), "personnel_needs_name"),
    ):
        refused(roster, ImportPersonnel((row, bad)), code)
    with pytest.raises(NotAllowed):
        roster.do(ImportPersonnel((row,)), roster.operator)
    refused(roster, KeepRegu("REGU A"), "regu_name_taken")
    refused(roster, DisbandRegu(agus.regu_id or ""), "regu_has_people")
    (first,) = [one for one in regu_list(roster.desk.look()) if one.name == "Regu A"]
    roster.do(KeepRegu("Regu Alfa", first.id, first.version))
    with pytest.raises(Conflict):
        roster.do(KeepRegu("Regu Satu", first.id, first.version))
    roster.do(PersonLeaves(agus.id))
    assert "Agus S." not in [one.name for one in people(roster.desk.look())]


def test_nobody_is_planned_in_two_places_at_once(roster: Rostered) -> None:
    first = roster.plan(1, "Regu A")
    assert names(roster, first) == ["Agus", "Budi"]
    assert roster.plan(1, "Regu A") == "", "the same again changes nothing"
    slot = slot_of(shift_pattern(roster.desk.look()), DAY, 1, JAKARTA)
    over = slot.starts_at + timedelta(hours=7)
    night = DutyRow(
        DAY.isoformat(), 1, "12_jam", over, over + timedelta(hours=12), "Regu B", "86010001"
    )
    error = refused(roster, ImportDuties((night,)), "duty_clash")
    assert error.params == {
        "day": DAY.isoformat(), "name": "Agus", "regu": "Regu B", "other": "Regu A",
    }  # fmt: skip
    beside = roster.plan(1, "Regu A", "86010003")
    assert clashes(all_spans(roster.desk.look())) == []
    done = roster.desk.do(ImportDuties(()), act=roster.lead)
    assert done.seq is None
    roster.plan(1, "Regu B", "86010004")
    refused(roster, ImportDuties((_row(roster, 1, "Regu B"),)), "duty_clash")
    roster.do(StrikeDuty(beside))
    roster.plan(1, "Regu B")


def _row(roster: Rostered, number: int, regu: str) -> DutyRow:
    slot = slot_of(shift_pattern(roster.desk.look()), DAY, number, JAKARTA)
    return DutyRow(DAY.isoformat(), number, "8_jam", slot.starts_at, slot.ends_at, regu)


def test_a_duty_that_makes_no_sense_is_refused(roster: Rostered) -> None:
    for row, code in (
        (DutyRow("besok", 0, "8_jam", NOON, NOON + HOUR, "Regu A"), "duty_bad_day"),
        (DutyRow("2026-11-20", 0, "8_jam", NOON, NOON + HOUR, "Regu A"), "duty_bad_shift"),
        (DutyRow("2026-11-21", 3, "8_jam", NOON, NOON + HOUR, "Regu A"), "duty_bad_shift"),
        (DutyRow("2026-11-21", 0, "8_jam", NOON, NOON + 25 * HOUR, "Regu A"), "duty_bad_shift"),
        (DutyRow("2026-11-21", 0, "9_jam", NOON, NOON + HOUR, "Regu A"), "unknown_shift_pattern"),
        (DutyRow("2026-11-21", 0, "8_jam", NOON, NOON + HOUR, "Regu C"), "unknown_regu"),
        (DutyRow("2026-11-21", 0, "8_jam", NOON, NOON + HOUR, "Regu A", "1"), "unknown_nrp"),
    ):
        refused(roster, ImportDuties((row,)), code)


NOON = datetime(2026, 11, 21, 12, tzinfo=JAKARTA)
HOUR = timedelta(hours=1)


def test_a_swap_counts_once_a_lead_who_is_no_part_of_it_approves(roster: Rostered) -> None:
    mine, theirs = roster.plan(2, "Regu A"), roster.plan(0, "Regu B", day=date(2026, 11, 22))
    agus, citra = roster.id("Agus"), roster.id("Citra")
    refused(roster, AskSwap(agus, mine, citra, " "), "swap_needs_reason")
    refused(roster, AskSwap(citra, mine, agus, "x"), "swap_of_no_duty")
    refused(roster, AskSwap(agus, mine, roster.id("Budi"), "x"), "swap_clash")
    asked = roster.do(AskSwap(agus, mine, citra, "hajatan", theirs), roster.operator)
    assert names(roster, mine) == ["Agus", "Budi"]
    refused(roster, AskSwap(agus, mine, citra, "lagi"), "swap_is_asked")
    refused(roster, StrikeDuty(mine), "duty_has_swap")
    swap = str(asked["swap_id"])
    with pytest.raises(NotAllowed):
        roster.do(DecideSwap(swap, approve=True), roster.operator)
    refused(roster, DecideSwap(swap, approve=False), "swap_needs_why")
    roster.do(DecideSwap(swap, approve=True))
    assert names(roster, mine) == ["Citra", "Budi"]
    assert names(roster, theirs) == ["Agus", "Dewi"]
    refused(roster, WithdrawSwap(swap), "swap_is_decided")
    again = str(roster.do(AskSwap(citra, mine, agus, "pulih"))["swap_id"])
    roster.do(WithdrawSwap(again))
    states = {row.state for row in roster.desk.look().all("duty_swap")}
    assert states == {SwapState.APPROVED, SwapState.WITHDRAWN}


def test_two_on_duty_at_the_same_time_change_places(roster: Rostered) -> None:
    mine, theirs = roster.plan(2, "Regu A"), roster.plan(2, "Regu B")
    agus, citra = roster.id("Agus"), roster.id("Citra")
    refused(roster, AskSwap(agus, mine, citra, "tukar tempat"), "swap_clash")
    swap = str(roster.do(AskSwap(agus, mine, citra, "tukar tempat", theirs))["swap_id"])
    roster.do(DecideSwap(swap, approve=True))
    assert (names(roster, mine), names(roster, theirs)) == (["Citra", "Budi"], ["Agus", "Dewi"])


def test_nobody_approves_their_own_swap(roster: Rostered) -> None:
    duty = roster.plan(2, "Regu A")
    agus, citra = roster.id("Agus"), roster.id("Citra")
    with acting(roster.desk.room.database.storage) as work:
        work.change(work.get(Personnel, citra), staff_id=roster.lead.actor)
    swap = str(roster.do(AskSwap(agus, duty, citra, "hajatan"))["swap_id"])
    refused(roster, DecideSwap(swap, approve=True), "swap_is_own")


def test_a_roll_call_says_who_came_and_feeds_the_crews(roster: Rostered, clock: HandClock) -> None:
    desk = roster.desk
    refused(roster, OpenRollCall(clock.now()), "roll_nobody_planned")
    roster.plan(1, "Regu A")
    call = roster.open()
    assert roster.open() == call, "two desks open one roll-call"
    assert {m.state for m in marks(desk.look(), call)} == {RollState.EXPECTED}
    refused(roster, FinishRollCall(call), "roll_unmarked")
    refused(roster, FeedCrews(call), "crews_unmarked")
    agus, budi, dewi = roster.id("Agus"), roster.id("Budi"), roster.id("Dewi")
    refused(roster, MarkPeople(call, (budi,), RollState.ABSENT), "absence_needs_reason")
    roster.do(MarkPeople(call, (budi,), RollState.ABSENT, "sakit"), roster.operator)
    roster.do(MarkPeople(call, (agus,), RollState.PRESENT), roster.operator)
    roster.do(MarkPeople(call, (dewi,), RollState.LATE), roster.operator)
    refused(roster, PlotPerson(call, dewi, "HANTU 1"), "unknown_unit")
    roster.do(PlotPerson(call, dewi, "samapta 12"), roster.operator)
    look = desk.look()
    ours = {agency.id: agency.ours for agency in look.all("agency")}
    by = {ours[id]: found for id, found in strength(look, call).items()}
    assert (by[True].here, by[True].expected, by[True].absent) == (1, 2, 1)
    assert (by[False].here, by[False].expected, by[False].late) == (1, 1, 1)
    (unlisted,) = [mark for mark in marks(look, call) if not mark.listed]
    assert unlisted.personnel_id == dewi
    assert roster.do(FeedCrews(call), roster.operator)["units"] == 1
    assert desk.unit("SAMAPTA 12").crew == 2
    with pytest.raises(NotAllowed):
        roster.do(FinishRollCall(call), roster.operator)
    assert roster.do(FinishRollCall(call))["here"] == 2
    roster.do(MarkPeople(call, (budi,), RollState.LATE), roster.operator)
    clock.turn(8 * 3600)
    refused(roster, MarkPeople(call, (budi,), RollState.PRESENT), "roll_is_over")
    assert current_roll_call(desk.look(), clock.now()) is None


def test_what_a_call_sign_has_with_it_is_checked_part_by_part(roster: Rostered) -> None:
    roster.plan(1, "Regu A")
    call, unit = roster.open(), roster.desk.unit("SAMAPTA 12").id
    roster.do(CheckUnit(call, unit, CheckPart.RADIO, CheckState.FAULTY, "baterai"))
    roster.do(CheckUnit(call, unit, CheckPart.VEHICLE, CheckState.GOOD))
    check = checks(roster.desk.look(), call)[unit]
    assert [check.part(part) for part in CheckPart] == [
        CheckState.GOOD, CheckState.FAULTY, CheckState.UNCHECKED, CheckState.UNCHECKED,
    ]  # fmt: skip
    assert check.note == "baterai"


def test_one_sits_at_one_workstation(roster: Rostered, clock: HandClock) -> None:
    with acting(roster.desk.room.database.storage) as work:
        for at in (1, 2):
            key = f"{at:064x}"
            work.add(Workstation(f"w{at}", 1, f"MEJA {at}", "YZ"[at - 1], key, clock.now(), None))
    agus, budi = roster.id("Agus"), roster.id("Budi")
    roster.do(TakeSeat("w1", agus), roster.operator)
    roster.do(TakeSeat("w2", agus), roster.operator)
    assert {w: s.personnel_id for w, s in seated(roster.desk.look()).items()} == {"w2": agus}
    roster.do(TakeSeat("w2", budi), roster.operator)
    (seat,) = seated(roster.desk.look()).values()
    assert seat.personnel_id == budi
    roster.do(LeaveSeat(seat.id), roster.operator)
    assert seated(roster.desk.look()) == {}


def test_a_new_window_knows_the_roster_ahead_and_forgets_what_is_over(
    roster: Rostered, clock: HandClock
) -> None:
    duty = roster.plan(1, "Regu A")
    call = roster.open()
    roster.plan(1, "Regu B", day=date(2026, 11, 30))
    feed = roster.desk.room.database.feed
    rows = feed.snapshot(clock.now()).rows
    assert {row["id"] for row in rows["roll_call"]} == {call}
    assert (len(rows["duty"]), len(rows["roll_mark"])) == (2, 2)
    later = feed.snapshot(clock.now() + timedelta(days=2)).rows
    assert (later["roll_call"], later["roll_mark"]) == ([], [])
    assert duty not in {row["id"] for row in later["duty"]}
    look = roster.desk.look()
    look.forget(clock.now() + timedelta(days=2), None)
    assert list(look.all("roll_mark")) == []
    assert [row.day for row in duties(look)] == ["2026-11-30"]


def test_who_was_taken_in_return_may_give_the_duty_on(roster: Rostered, clock: HandClock) -> None:
    far = DAY + timedelta(days=20)
    near, later = roster.plan(2, "Regu A"), roster.plan(1, "Regu B", day=far)
    agus, citra = roster.id("Agus"), roster.id("Citra")
    agency = next(a.code for a in roster.desk.look().all("agency") if a.ours)
    roster.do(ImportPersonnel((PersonRow("86010005", "Eko", agency),)))
    for swap in (
        AskSwap(agus, near, citra, "hajatan", later),
        AskSwap(agus, later, roster.id("Eko"), "sakit"),
    ):
        asked = str(roster.do(swap)["swap_id"])
        clock.turn(60)
        roster.do(DecideSwap(asked, approve=True))
    assert names(roster, later) == ["Eko", "Dewi"]
    with acting(roster.desk.room.database.storage) as work:
        found, counted = roster_around(work, {far.isoformat()})
        (duty,) = found
        having = people_of(duty, members(work), counted)
    look = roster.desk.look()
    assert having == on_duty(look, [duty])[later], "the roll-call expects who the screen names"


def test_who_has_left_holds_up_no_roll_call(roster: Rostered) -> None:
    roster.plan(1, "Regu A")
    roster.plan(1, "Regu A", "86010003")
    agus, budi, citra, dewi = (roster.id(name) for name in ("Agus", "Budi", "Citra", "Dewi"))
    with acting(roster.desk.room.database.storage) as work:
        work.change(work.get(Personnel, citra), left_at=NOON)
    call = roster.open()
    assert {mark.personnel_id for mark in marks(roster.desk.look(), call)} == {agus, budi}
    for gone in (budi, dewi):
        roster.do(PersonLeaves(gone))
    roster.do(PlotPerson(call, budi, ""))
    roster.do(MarkPeople(call, (agus, budi), RollState.PRESENT))
    refused(roster, MarkPeople(call, (dewi,), RollState.PRESENT), "personnel_left")
    refused(roster, PlotPerson(call, dewi, ""), "personnel_left")
    assert roster.do(FinishRollCall(call))["here"] == 2


def test_a_crew_is_marked_but_for_whom_another_desk_has_marked(roster: Rostered) -> None:
    roster.plan(1, "Regu A")
    call, agus, budi = roster.open(), roster.id("Agus"), roster.id("Budi")
    crew = MarkPeople(call, (agus, budi), RollState.PRESENT, only_unmarked=True)
    roster.do(MarkPeople(call, (budi,), RollState.ABSENT, "sakit"), roster.operator)
    done = roster.do(crew)
    assert (done["name"], done["count"]) == ("Agus", 1)
    found = {mark.personnel_id: mark for mark in marks(roster.desk.look(), call)}
    assert found[agus].state is RollState.PRESENT
    assert (found[budi].state, found[budi].reason) == (RollState.ABSENT, "sakit")
    with pytest.raises(Conflict):
        roster.do(crew)


def test_a_call_sign_that_nobody_mans_has_no_crew(roster: Rostered, clock: HandClock) -> None:
    """SAMAPTA 12 is where two usually are, LANTAS 03 where one was put, DAMKAR 02 another's."""
    desk = roster.desk
    roster.plan(1, "Regu A")
    roster.plan(2, "Regu B")
    call, agus, budi = roster.open(), roster.id("Agus"), roster.id("Budi")
    roster.do(MarkPeople(call, (agus, budi), RollState.PRESENT))
    roster.do(PlotPerson(call, agus, ""))
    assert roster.do(FeedCrews(call))["emptied"] == "–"
    assert [desk.unit(sign).crew for sign in SIGNS] == [1, 4, 4]
    roster.do(PlotPerson(call, budi, "LANTAS 03"))
    assert roster.do(FeedCrews(call))["emptied"] == "SAMAPTA 12", "where he usually is"
    assert [desk.unit(sign).crew for sign in SIGNS] == [0, 1, 4]
    roster.do(PlotPerson(call, budi, "SAMAPTA 12"))
    assert roster.do(FeedCrews(call))["emptied"] == "LANTAS 03", "what this roll-call sent there"
    assert [desk.unit(sign).crew for sign in SIGNS] == [1, 0, 4]
    _the_next_shift_has_none_of_them(roster, clock)


def _the_next_shift_has_none_of_them(roster: Rostered, clock: HandClock) -> None:
    clock.turn(6 * 3600)
    start = slot_of(shift_pattern(roster.desk.look()), DAY, 2, JAKARTA).starts_at
    call = str(roster.do(OpenRollCall(start))["roll_call_id"])
    both = (roster.id("Citra"), roster.id("Dewi"))
    roster.do(MarkPeople(call, both, RollState.PRESENT))
    refused(roster, FeedCrews(call), "crews_too_early")
    assert roster.desk.unit("SAMAPTA 12").crew == 1, "they are at work still"
    clock.turn(3600)
    assert roster.do(FeedCrews(call))["emptied"] == "SAMAPTA 12"
    assert [roster.desk.unit(sign).crew for sign in SIGNS] == [0, 0, 4]
    roster.do(CheckUnit(call, roster.desk.unit("DAMKAR 02").id, CheckPart.RADIO, CheckState.GOOD))
    assert roster.do(FeedCrews(call))["emptied"] == "DAMKAR 02", "checked, and nobody is on it"


SIGNS = ("SAMAPTA 12", "LANTAS 03", "DAMKAR 02")


def test_who_leaves_has_no_duty_alone_ahead_of_them(roster: Rostered) -> None:
    nrp, citra = "86010003", roster.id("Citra")
    runs, ahead = roster.plan(1, "Regu A", nrp), roster.plan(2, "Regu A", nrp)
    regu, given = roster.plan(0, "Regu B"), roster.plan(0, "Regu A", nrp, NEXT)
    roster.do(AskSwap(citra, given, roster.id("Dewi"), "pindah tugas"))
    assert roster.do(PersonLeaves(citra))["duties"] == 1
    left = {duty.id for duty in duties(roster.desk.look())}
    assert left == {runs, regu, given}
    assert ahead not in left


NEXT = DAY + timedelta(days=1)
