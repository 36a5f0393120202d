"""Instructions, tasks and notes of a shift; on both engines."""

from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest

from command_center.commands import room_tasks
from command_center.commands.addressees import Addressee
from command_center.commands.instructions import (
    GiveInstruction,
    HearInstruction,
    WithdrawInstruction,
)
from command_center.commands.room_tasks import DoTask, EndRoomTask, MakeTask
from command_center.commands.shift_notes import KeepShiftNote, StrikeShiftNote
from command_center.commands.undo import Undo
from command_center.domain.errors import Conflict, NotAllowed, OperatorError
from command_center.domain.instruction import KEPT_TURNS, AddresseeKind, HeardBy, Repeats
from command_center.domain.room import AlarmType, Role
from command_center.duty.instructions import LATE, overdue_tasks, unheard_in_time
from command_center.situation.instructions import (
    TaskState,
    open_instructions,
    open_tasks,
    shift_notes,
    standing_notes,
    tasks,
    unheard_by,
    unheard_instructions,
)
from command_center.situation.situation import Situation
from tests.room.conftest import HandClock
from tests.room.desk import Desk

WIB = ZoneInfo("Asia/Jakarta")
LEAD, SEAT = Addressee(AddresseeKind.LEAD), Addressee(AddresseeKind.SEAT, "MEJA-1")
KINDS = ("instruction", "instruction_receipt", "room_task", "task_turn", "shift_note")


def unit(desk: Desk) -> Addressee:
    return Addressee(AddresseeKind.UNIT, desk.unit("SAMAPTA 12").id)


def receipt(desk: Desk, kind: AddresseeKind) -> str:
    return next(str(r.id) for r in desk.look().all("instruction_receipt") if r.kind is kind)


def test_an_instruction_is_open_until_each_has_heard_it(desk: Desk, clock: HandClock) -> None:
    given = desk.do(GiveInstruction("Perketat patroli Suhat", (LEAD, SEAT, unit(desk), SEAT)))
    assert given.result["count"] == 3, "each is addressed once"
    operator = desk.person(Role.OPERATOR, workstation="MEJA-1")
    mine = unheard_by(desk.look(), operator, clock.now())
    assert [one.kind for one in mine] == [AddresseeKind.SEAT]
    with pytest.raises(OperatorError, match="instruction_not_yours"):
        desk.do(HearInstruction(receipt(desk, AddresseeKind.UNIT)), act=operator)
    with pytest.raises(OperatorError, match="instruction_not_yours"):
        desk.do(HearInstruction(receipt(desk, AddresseeKind.LEAD)), act=operator)
    desk.do(HearInstruction(mine[0].id), act=operator)
    desk.do(HearInstruction(receipt(desk, AddresseeKind.UNIT), HeardBy.RADIO), act=operator)
    look = desk.look()
    line = next(iter(look.all("radio_line")))
    assert line.call_sign == "SAMAPTA 12"
    assert "Perketat patroli Suhat" in line.text
    assert [len(one.unheard) for one in unheard_instructions(look, clock.now())] == [1]
    desk.do(HearInstruction(receipt(desk, AddresseeKind.LEAD)))
    assert unheard_instructions(desk.look(), clock.now()) == []
    assert len(open_instructions(desk.look(), clock.now())) == 1, "heard is not over"


def test_hearing_is_taken_back_and_not_said_twice(desk: Desk, clock: HandClock) -> None:
    desk.do(GiveInstruction("Apel malam 21.00", (LEAD,)))
    id = receipt(desk, AddresseeKind.LEAD)
    heard = desk.do(HearInstruction(id))
    with pytest.raises(Conflict):
        desk.do(HearInstruction(id))
    desk.do(Undo("instruction_receipt", id, heard.op_id))
    assert len(unheard_instructions(desk.look(), clock.now())) == 1


def test_what_was_heard_by_radio_is_struck_when_it_is_taken_back(desk: Desk) -> None:
    desk.do(GiveInstruction("Apel malam 21.00", (unit(desk),)))
    id, operator = receipt(desk, AddresseeKind.UNIT), desk.person(Role.OPERATOR)
    heard = desk.do(HearInstruction(id, HeardBy.RADIO), act=operator)
    desk.do(Undo("instruction_receipt", id, heard.op_id), act=operator)
    look = desk.look()
    row = next(iter(look.all("instruction_receipt")))
    assert (row.heard_at, row.how, row.radio_line_id) == (None, None, None)
    assert [line.struck_at is not None for line in look.all("radio_line")] == [True]
    desk.do(HearInstruction(id, HeardBy.RADIO), act=operator)
    lines = list(desk.look().all("radio_line"))
    assert sorted(line.struck_at is not None for line in lines) == [False, True]


def test_an_unheard_instruction_rings_low_until_it_is_heard(desk: Desk, clock: HandClock) -> None:
    desk.do(GiveInstruction("Amankan kunjungan", (LEAD,), due_minutes=10))
    assert list(unheard_in_time(desk.look(), clock.now())) == []
    clock.turn(600)
    due = list(unheard_in_time(desk.look(), clock.now()))
    assert [one.type for one in due] == [AlarmType.INSTRUCTION_UNHEARD]
    desk.do(HearInstruction(receipt(desk, AddresseeKind.LEAD)))
    assert list(unheard_in_time(desk.look(), clock.now())) == []


def test_only_the_lead_gives_and_withdraws_with_a_reason(desk: Desk, clock: HandClock) -> None:
    operator = desk.person(Role.OPERATOR)
    with pytest.raises(NotAllowed):
        desk.do(GiveInstruction("x", (LEAD,)), act=operator)
    id = str(desk.do(GiveInstruction("Tutup Jl. Ijen", (LEAD,))).result["instruction_id"])
    with pytest.raises(OperatorError, match="instruction_needs_reason"):
        desk.do(WithdrawInstruction(id, " "))
    desk.do(WithdrawInstruction(id, "Jalan dibuka lagi"))
    assert open_instructions(desk.look(), clock.now()) == []
    with pytest.raises(OperatorError, match="instruction_withdrawn"):
        desk.do(HearInstruction(receipt(desk, AddresseeKind.LEAD)))


@pytest.mark.parametrize(
    ("command", "code"),
    [
        (GiveInstruction(" ", (LEAD,)), "instruction_needs_text"),
        (GiveInstruction("x" * 2001, (LEAD,)), "text_too_long"),
        (GiveInstruction("x", ()), "instruction_needs_addressee"),
        (GiveInstruction("x", (Addressee(AddresseeKind.ROOM),)), "instruction_to_room"),
        (GiveInstruction("x", (LEAD,), due_minutes=0), "instruction_due_range"),
        (GiveInstruction("x", (Addressee(AddresseeKind.SEAT, " "),)), "addressee_needs_seat"),
        (MakeTask(" "), "task_needs_title"),
        (MakeTask("Apel", repeats=Repeats.ONCE), "task_needs_time"),
        (MakeTask("Apel", repeats=Repeats.DAILY, at="25:00"), "task_bad_time"),
        (MakeTask("Apel", repeats=Repeats.WEEKLY, at="07:00"), "task_needs_days"),
        (MakeTask("Apel", after_min=-1), "task_after_range"),
    ],
)
def test_what_cannot_be_is_refused_by_name(desk: Desk, command: object, code: str) -> None:
    before = desk.look().seq
    with pytest.raises(OperatorError, match=code):
        desk.do(command)
    assert desk.look().seq == before


def test_a_daily_task_is_done_undone_and_overdue(desk: Desk, clock: HandClock) -> None:
    # the room's clock stands at 14:00 WIB
    made = desk.do(MakeTask("Uji radio", repeats=Repeats.DAILY, at="14:30"))
    id = str(made.result["task_id"])
    standing = tasks(desk.look(), clock.now(), WIB)[0]
    assert standing.state is TaskState.WAITING
    clock.turn(1800)
    assert [one.task.id for one in open_tasks(desk.look(), clock.now(), WIB)] == [id]
    assert list(overdue_tasks(desk.look(), clock.now(), WIB)) == []
    late = clock.now() + LATE
    assert [one.type for one in overdue_tasks(desk.look(), late, WIB)] == [AlarmType.TASK_OVERDUE]
    done = desk.do(DoTask(id, standing.due_at, "jernih"), act=desk.person(Role.OPERATOR))
    assert open_tasks(desk.look(), clock.now(), WIB) == []
    with pytest.raises(Conflict):
        desk.do(DoTask(id, standing.due_at))
    desk.do(Undo("task_turn", str(done.result["turn_id"]), done.op_id))
    assert len(open_tasks(desk.look(), clock.now(), WIB)) == 1
    desk.do(EndRoomTask(id, "radio diganti"))
    assert tasks(desk.look(), clock.now(), WIB) == []
    with pytest.raises(OperatorError, match="task_is_over"):
        desk.do(DoTask(id, standing.due_at))


def test_a_task_that_came_once_and_was_done_does_not_come_again(
    desk: Desk, clock: HandClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    at = clock.now() + timedelta(minutes=30)
    made = desk.do(MakeTask("Antar surat", repeats=Repeats.ONCE, first_at=at))
    left = desk.do(MakeTask("Ambil surat", repeats=Repeats.ONCE, first_at=at))
    id, undone = (str(one.result["task_id"]) for one in (made, left))
    clock.turn(1800)
    desk.do(DoTask(id, at))
    monkeypatch.setattr(room_tasks, "MOST_TASKS", 2)
    desk.do(MakeTask("Uji sirene", repeats=Repeats.DAILY, at="10:00"))
    with pytest.raises(OperatorError, match="task_many"):
        desk.do(MakeTask("Uji lampu", repeats=Repeats.DAILY, at="10:00"))
    for later, listed in ((timedelta(0), True), (KEPT_TURNS + timedelta(days=2), False)):
        since = at + later
        loaded, folded = Situation(), desk.look()
        loaded.load(desk.room.database.feed.snapshot(since))
        folded.forget(since)
        for look in (loaded, folded):
            standing = [one.task.id for one in tasks(look, since, WIB)]
            assert (id in standing, undone in standing) == (listed, True)
            late = [one.subject_id for one in overdue_tasks(look, since + LATE, WIB)]
            assert (id in late, undone in late) == (False, True), later
        for kind in KINDS:
            assert set(loaded.all(kind)) == set(folded.all(kind)), (kind, later)


def test_what_came_once_and_was_done_late_stays_done(desk: Desk, clock: HandClock) -> None:
    at = clock.now() + timedelta(minutes=30)
    made = desk.do(MakeTask("Antar surat", repeats=Repeats.ONCE, first_at=at))
    late = KEPT_TURNS + timedelta(days=2)
    clock.turn(round(late.total_seconds()))
    desk.do(DoTask(str(made.result["task_id"]), at))
    since = clock.now() - timedelta(days=1)
    loaded, folded = Situation(), desk.look()
    loaded.load(desk.room.database.feed.snapshot(since))
    folded.forget(since)
    for look in (loaded, folded):
        assert [one.state for one in tasks(look, clock.now(), WIB)] == [TaskState.DONE]


def test_a_note_is_for_its_shift_and_is_struck_with_a_reason(desk: Desk, clock: HandClock) -> None:
    now = clock.now()
    kept = desk.do(KeepShiftNote("Jaga rapat KPU", now, now + timedelta(hours=8)))
    desk.do(KeepShiftNote("Lampu Suhat padam", now + timedelta(hours=8), now + timedelta(hours=16)))
    look = desk.look()
    assert [note.text for note in standing_notes(look, now)] == ["Jaga rapat KPU"]
    assert len(shift_notes(look)) == 2
    id = str(kept.result["shift_note_id"])
    with pytest.raises(OperatorError, match="note_needs_reason"):
        desk.do(StrikeShiftNote(id, ""))
    desk.do(StrikeShiftNote(id, "batal"))
    assert standing_notes(desk.look(), now) == []
    with pytest.raises(OperatorError, match="shift_note_of_no_shift"):
        desk.do(KeepShiftNote("lalu", now - timedelta(hours=8), now))


def test_a_window_opened_later_knows_the_same(desk: Desk, clock: HandClock) -> None:
    desk.do(GiveInstruction("Siaga malam", (LEAD, SEAT)))
    gone = desk.do(GiveInstruction("Lama", (LEAD,)))
    desk.do(WithdrawInstruction(str(gone.result["instruction_id"]), "selesai"))
    task = desk.do(MakeTask("Cek pintu", repeats=Repeats.DAILY, at="14:30"))
    clock.turn(1800)
    desk.do(DoTask(str(task.result["task_id"]), clock.now()))
    desk.do(KeepShiftNote("Catatan", clock.now(), clock.now() + timedelta(hours=8)))
    folded = desk.look()
    for since in (clock.now() - timedelta(hours=1), clock.now() + timedelta(hours=9)):
        loaded = Situation()
        loaded.load(desk.room.database.feed.snapshot(since))
        kept = desk.look()
        kept.forget(since)
        for kind in KINDS:
            assert set(loaded.all(kind)) == set(kept.all(kind)), (kind, since)
    assert len(list(folded.all("instruction"))) == 2
    assert len(list(loaded.all("instruction"))) == 1
    assert list(loaded.all("shift_note")) == []
    assert timedelta(hours=9) < KEPT_TURNS


def test_the_archive_finds_words_of_all_that_was_told(desk: Desk, clock: HandClock) -> None:
    given = desk.do(GiveInstruction("Perketat patroli SUHAT 100%", (LEAD,)))
    desk.do(WithdrawInstruction(str(given.result["instruction_id"]), "selesai"))
    clock.turn(60)
    task = desk.do(MakeTask("Cek lampu Suhat", repeats=Repeats.DAILY, at="14:30"))
    clock.turn(60)
    desk.do(DoTask(str(task.result["task_id"]), clock.now(), "lampu suhat nyala"))
    clock.turn(60)
    desk.do(KeepShiftNote("Suhat macet", clock.now(), clock.now() + timedelta(hours=8)))
    told = desk.room.database.history.told
    assert [one.entity for one in told("suhat")] == [
        "shift_note", "task_turn", "room_task", "instruction",
    ]  # fmt: skip
    assert [one.text for one in told("patroli 100")] == ["Perketat patroli SUHAT 100%"]
    assert told("lampu perketat") == []
    assert len(told("suhat", 2)) == 2
    with pytest.raises(OperatorError, match="search_too_short"):
        told("%")
