"""The roster and the roll-call on screen, over a real room."""

import csv
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLineEdit
from pytestqt.qtbot import QtBot

from command_center.commands.duties import DutyRow, ImportDuties
from command_center.commands.personnel import ImportPersonnel, KeepRegu, PersonRow
from command_center.commands.roll_calls import EARLY, MarkPeople, OpenRollCall
from command_center.commands.room import RegisterUnit
from command_center.commands.workstation import RegisterWorkstation
from command_center.domain.exercise_mark import LINE
from command_center.domain.room import Role, RoomKind
from command_center.domain.roster import CheckState, RollState, SwapState
from command_center.situation.roster import (
    checks,
    duties,
    marks,
    next_start,
    people,
    roll_call_at,
    seated,
)
from command_center.situation.shift_pattern import shift_pattern
from command_center.ui.roster.panel import RosterPanel
from command_center.ui.roster.people_page import PeoplePage
from command_center.ui.roster.planning import rotation
from tests.ui.real_room import RealDesk, real_desk

__all__ = ["real_desk"]


class Roster:
    def __init__(self, desk: RealDesk, qtbot: QtBot) -> None:
        self.desk = desk
        self.panel = RosterPanel(desk.seat)
        qtbot.addWidget(self.panel)
        self.panel.resize(520, 900)
        self.panel.show()
        self.panel.activateWindow()

    @property
    def page(self) -> Any:
        return self.panel.page

    @property
    def look(self) -> Any:
        return self.desk.seat.situation

    def firsts(self) -> list[str]:
        return [row.first for row in self.page.model.rows]

    def mark(self, first: str) -> None:
        self.page.view.setCurrentIndex(self.page.model.index(self.firsts().index(first), 0))

    def row(self, first: str) -> Any:
        return self.page.model.rows[self.firsts().index(first)]

    def press(self, key: Qt.Key) -> None:
        QTest.keyClick(self.page.view, key)

    def done(self, key: Qt.Key) -> str:
        """A key that does something at once; what was said of it."""
        return self.heard(lambda: self.press(key))

    def write(self, **values: object) -> str:
        form = self.page.shown_form
        for name, value in values.items():
            field = form.inside[name]
            if isinstance(field, QComboBox):
                field.setCurrentIndex(field.findData(value))
            else:
                assert isinstance(field, QLineEdit)
                field.setText(str(value))
        return self.heard(form.keep_button.click)

    def answer(self, typed: str) -> str:
        field = self.page.question.field
        field.setText(typed)
        return self.heard(lambda: QTest.keyClick(field, Qt.Key.Key_Return))

    def choose(self, key: Qt.Key) -> str:
        return self.heard(lambda: QTest.keyClick(self.page.question, key))

    def heard(self, act: Any) -> str:
        """Until the seat has said what came of it, and what is in the log stands here."""
        said = len(self.desk.notices)
        act()
        self.desk.until(lambda: len(self.desk.notices) > said)
        self.desk.seen(len(self.desk.kinds()))
        self.page.refresh()
        return self.desk.notices[-1].code

    def file(self, path: Path, text: str) -> Path:
        path.write_text(text, encoding="utf-8")
        return path


@pytest.fixture
def roster(real_desk: RealDesk, qtbot: QtBot) -> Roster:
    """Two regu, three people and the duties of two days; the second shift runs."""
    real_desk.do(RegisterUnit("SAMAPTA 12", next(a.code for a in _agencies(real_desk) if a.ours)))
    real_desk.sit(Role.SHIFT_LEAD)
    act = real_desk.seat.act
    codes = {agency.ours: agency.code for agency in _agencies(real_desk)}
    ours, theirs = codes[True], codes[False]
    pattern, zone = shift_pattern(real_desk.seat.situation), real_desk.seat.zone
    today = real_desk.clock.now().astimezone(zone).date()
    rows = rotation(pattern, today, 2, ["Regu B", "Regu A"], zone)
    for command in (
        KeepRegu("Regu A"),
        KeepRegu("Regu B"),
        ImportPersonnel(
            (
                PersonRow("86010001", "Agus", ours, "Bripka", "Ka regu", "Regu A", "SAMAPTA 12"),
                PersonRow("86010002", "Budi", ours, "Briptu", "Anggota", "Regu A", "SAMAPTA 12"),
                PersonRow("86010003", "Citra", theirs, "", "Anggota", "Regu B"),
            )
        ),
        ImportDuties(rows),
    ):
        real_desk.seen(real_desk.room.lane.submit(command, act=act).result(20).seq or 0)
    return Roster(real_desk, qtbot)


def _agencies(desk: RealDesk) -> list[Any]:
    return sorted(desk.seat.situation.all("agency"), key=lambda agency: agency.code)


def test_a_whole_crew_is_called_and_its_equipment_checked_with_single_keys(roster: Roster) -> None:
    assert "(B)" in roster.page.view.empty
    assert roster.done(Qt.Key.Key_B) == "roll.opened"
    assert roster.firsts() == ["SAMAPTA 12", "Bripka Agus", "Briptu Budi"]
    assert "0 dari 2 hadir" in roster.page.standing.text()
    assert roster.page.pending.text() == ""
    roster.desk.clock.forward(5 * 3600)
    roster.page.tick()
    assert "21.00 belum dibuka" in roster.page.pending.text(), "the next one is due"
    roster.mark("Bripka Agus")
    assert roster.done(Qt.Key.Key_H) == "roll.marked"
    assert roster.page.view.current().first == "Briptu Budi", "the mark goes on to the next"
    roster.press(Qt.Key.Key_A)
    assert roster.choose(Qt.Key.Key_1) == "roll.marked"
    row = roster.row("Briptu Budi")
    assert row.state is RollState.ABSENT
    assert row.second.startswith("sakit")
    assert "1 dari 2 hadir, 1 tidak hadir" in roster.page.standing.text()
    assert roster.row("SAMAPTA 12").right == "1 dari 2"
    roster.mark("Briptu Budi")
    assert roster.done(Qt.Key.Key_Backspace) == "roll.marked"
    assert roster.done(Qt.Key.Key_F) == "roll_unmarked"
    roster.mark("SAMAPTA 12")
    _another_desk_is_first(roster, "Budi")
    roster.mark("Briptu Budi")
    assert roster.done(Qt.Key.Key_H) == "roll.marked"
    assert roster.done(Qt.Key.Key_U) == "crews.fed"
    unit = next(one for one in roster.look.all("unit") if one.call_sign == "SAMAPTA 12")
    assert unit.crew == 2
    assert roster.done(Qt.Key.Key_F) == "roll.finished"
    assert "selesai" in roster.page.standing.text()
    roster.mark("Bripka Agus")
    for key, times in ((Qt.Key.Key_K, 1), (Qt.Key.Key_R, 2), (Qt.Key.Key_S, 3)):
        for _ in range(times):
            assert roster.done(key) == "unit.checked"
    (check,) = checks(roster.look, roster.page.call.id).values()
    assert (check.vehicle, check.radio, check.weapon, check.equipment) == (
        CheckState.GOOD, CheckState.FAULTY, CheckState.NONE, CheckState.UNCHECKED,
    )  # fmt: skip
    assert "radio rusak" in roster.row("SAMAPTA 12").second
    texts = [text.text() for _, text in roster.page.card.parts]
    assert "SAMAPTA 12" in texts
    roster.press(Qt.Key.Key_N)
    assert roster.answer("baterai lemah") == "unit.checked"
    assert "baterai lemah" in roster.row("SAMAPTA 12").second


def test_the_roll_call_of_the_shift_that_runs_stays_in_sight(roster: Roster) -> None:
    roster.desk.clock.forward(5 * 3600)
    roster.page.tick()
    assert "13.00 belum dibuka" in roster.page.pending.text(), "late, and still the first"
    assert roster.done(Qt.Key.Key_B) == "roll.opened"
    assert roster.done(Qt.Key.Key_D) == "roll_only_one"
    assert roster.firsts() == ["SAMAPTA 12", "Bripka Agus", "Briptu Budi"]
    _another_desk_opens_the_next(roster)
    assert roster.firsts()[1:] == ["Bripka Agus", "Briptu Budi"]
    assert roster.page.pending.text() == "Apel dinas 21.00 juga terbuka (D)"
    roster.press(Qt.Key.Key_D)
    assert roster.firsts() == ["Tanpa panggilan", "Citra"]
    assert "13.00 juga terbuka" in roster.page.pending.text()
    assert roster.done(Qt.Key.Key_U) == "crews_too_early"
    roster.press(Qt.Key.Key_D)
    assert "Briptu Budi" in roster.firsts()
    roster.desk.clock.forward(2 * 3600)
    roster.page.tick()
    assert roster.firsts() == ["Tanpa panggilan", "Citra"], "that shift is over"


def _another_desk_opens_the_next(roster: Roster) -> None:
    start = next_start(roster.look, roster.desk.clock.now(), EARLY)
    assert start is not None
    command = OpenRollCall(start)
    roster.desk.seen(
        roster.desk.room.lane.submit(command, act=roster.desk.seat.act).result(20).seq or 0
    )
    roster.page.refresh()


def _another_desk_is_first(roster: Roster, name: str) -> None:
    """It is in the log; this desk has not seen it yet when it marks the crew."""
    his = next(one.id for one in people(roster.look) if one.name == name)
    command = MarkPeople(roster.page.call.id, (his,), RollState.ABSENT, "sakit")
    roster.desk.room.lane.submit(command, act=roster.desk.room.console).result(20)
    assert roster.done(Qt.Key.Key_H) == "conflict", "what was found at another desk stands"
    assert roster.row(f"Briptu {name}").second.startswith("sakit")


def test_people_are_plotted_added_and_seated(roster: Roster) -> None:
    desk = roster.desk
    desk.seen(
        desk.room.lane.submit(
            RegisterWorkstation("MEJA 7", "ab" * 32), act=desk.room.console
        ).result(20).seq
        or 0
    )  # fmt: skip
    roster.done(Qt.Key.Key_B)
    roster.press(Qt.Key.Key_Insert)
    assert roster.answer("siapa") == "person_none"
    roster.press(Qt.Key.Key_Insert)
    assert roster.answer("cit") == "roll.marked"
    assert roster.row("Citra").second.startswith("di luar jadwal · Regu B")
    roster.mark("Citra")
    roster.press(Qt.Key.Key_G)
    assert roster.answer("hantu 1") == "unknown_unit"
    roster.press(Qt.Key.Key_G)
    assert roster.answer("samapta 12") == "roll.plotted"
    assert "Tanpa panggilan" not in roster.firsts()
    roster.press(Qt.Key.Key_M)
    names = [desk.name for desk in roster.look.all("workstation")]
    at = sorted(names, key=str.casefold).index("MEJA 7") + 1
    assert roster.choose(Qt.Key(Qt.Key.Key_0 + at)) == "seat.taken"
    citra = next(one.id for one in people(roster.look) if one.name == "Citra")
    assert [seat.personnel_id for seat in seated(roster.look).values()] == [citra]


def test_a_list_of_people_is_taken_in_with_what_is_wrong_by_row(
    roster: Roster, tmp_path: Path, qtbot: QtBot
) -> None:
    roster.panel.turn_to("people")
    page = roster.page
    ours = next(agency.code for agency in _agencies(roster.desk) if agency.ours)
    page.read_file(
        roster.file(
            tmp_path / "p.csv",
            f"nrp,nama,regu,panggilan,instansi\n86010004,Dewi,Regu B,,{ours}\n"
            f"86010005,Eko,Regu Z,,{ours}\n"
            "86010001,Agus S.,Regu A,HANTU 1,\n86010002,Budi,Regu A,SAMAPTA 12,\n",
        )
    )
    roster.desk.until(lambda: not page.question.isHidden())
    told = page.faults.text().splitlines()
    assert len(told) == 2
    assert told[0].startswith("Baris 3, kolom C")
    assert "HANTU 1" in told[1]
    assert roster.choose(Qt.Key.Key_Return) == "personnel.kept"
    assert [one.name for one in people(roster.look)] == ["Agus", "Budi", "Citra", "Dewi"]
    roster.press(Qt.Key.Key_E)
    assert roster.choose(Qt.Key.Key_1) == "places_exported"
    (written,) = (tmp_path / "exports").iterdir()
    with written.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [row["nrp"] for row in rows] == ["86010001", "86010002", "86010003", "86010004"]
    written.unlink()
    drill = PeoplePage(replace(roster.desk.seat, room_kind=RoomKind.EXERCISE))
    qtbot.addWidget(drill)
    drill.show()
    drill.answer("export")
    roster.heard(lambda: QTest.keyClick(drill.question, Qt.Key.Key_1))
    (written,) = (tmp_path / "exports").iterdir()
    assert written.read_text(encoding="utf-8-sig").startswith(f"{LINE}\n")
    roster.press(Qt.Key.Key_Insert)
    assert roster.write(nrp="86010004", name="Dua") == "personnel_nrp_taken"
    assert roster.write(nrp="8601", name="Fajar", regu="Regu B") == "personnel.kept"


def test_a_roster_is_filled_in_turns_and_a_swap_is_approved(roster: Roster) -> None:
    roster.panel.turn_to("duties")
    before = len(duties(roster.look))
    roster.press(Qt.Key.Key_G)
    assert roster.write(day="01-12-2026", days="0") == "roster_bad_days"
    assert roster.write(days="3", order="Regu A, Regu B, Regu X") == "unknown_regu"
    assert roster.write(order="Regu A, Regu B") == "duties.kept"
    assert len(duties(roster.look)) == before + 9
    roster.press(Qt.Key.Key_Insert)
    assert roster.write(day="01-12-2026", number=0, regu="Regu B", nrp="86010001") == "duty_clash"
    roster.page.close_form()
    roster.panel.turn_to("swaps")
    roster.press(Qt.Key.Key_Insert)
    typed = {"giver": "agus", "day": "01-12-2026", "taker": "86010003", "reason": "hajatan"}
    assert roster.write(**typed) == "swap_which_duty"
    assert roster.write(number="1") == "swap.asked"
    roster.mark("Agus → Citra")
    assert roster.done(Qt.Key.Key_S) == "swap.decided"
    (swap,) = roster.look.all("duty_swap")
    assert swap.state is SwapState.APPROVED
    roster.panel.turn_to("duties")
    first = next(row for row in roster.page.model.rows if "01-12-2026" in row.first)
    assert first.second == "Citra, Budi"
    _somebody_changes_regu(roster)
    _who_has_left_keeps_the_duty_that_runs(roster)
    _the_pattern_is_the_leads(roster)


def _somebody_changes_regu(roster: Roster) -> None:
    """What was planned well is no more: it is said, not undone."""
    slot = {"day": "02-12-2026", "number": 1}
    assert _plan(roster, **slot, regu="Regu A", nrp="86010003") == "duties.kept"
    assert _moved(roster, "Citra", "") == "personnel.kept"
    assert _plan(roster, **slot, regu="Regu B", nrp="") == "duties.kept"
    assert roster.page.pending.text() == ""
    assert _moved(roster, "Citra", "Regu B") == "personnel.kept"
    roster.panel.turn_to("duties")
    roster.desk.until(roster.page.pending.text)
    assert roster.page.pending.text().startswith("Bentrok: Citra di Regu ")


def _who_has_left_keeps_the_duty_that_runs(roster: Roster) -> None:
    """Written out it is theirs still, not the whole regu's, and read in it is what stands."""
    today = roster.desk.clock.now().astimezone(roster.desk.seat.zone).strftime("%d-%m-%Y")
    assert _plan(roster, day=today, number=1, regu="Regu A", nrp="86010003") == "duties.kept"
    roster.panel.turn_to("people")
    roster.mark("Citra")
    roster.press(Qt.Key.Key_Delete)
    assert roster.choose(Qt.Key.Key_Return) == "personnel.left"
    roster.panel.turn_to("duties")
    head, *lines = roster.page.table()
    written = [dict(zip(head, line, strict=True)) for line in lines]
    (hers,) = [line for line in written if line["nrp"]]
    assert (hers["nrp"], hers["nama"], hers["regu"]) == ("86010003", "Citra", "Regu A")
    (duty,) = [one for one in duties(roster.look) if one.personnel_id]
    row = DutyRow(duty.day, 1, duty.pattern, duty.starts_at, duty.ends_at, "Regu A", "86010003")
    assert roster.page.changes((row,)).same == 1


def _plan(roster: Roster, **typed: object) -> str:
    roster.panel.turn_to("duties")
    roster.press(Qt.Key.Key_Insert)
    return roster.write(**typed)


def _moved(roster: Roster, name: str, regu: str) -> str:
    roster.panel.turn_to("people")
    roster.mark(name)
    roster.press(Qt.Key.Key_Return)
    return roster.write(regu=regu)


def _own_hours_and_names(roster: Roster) -> None:
    """Each is taken back by the notice of it."""
    page, desk = roster.page, roster.desk
    roster.press(Qt.Key.Key_P)
    QTest.keyClick(page.question, Qt.Key.Key_4)
    assert page.question.field.text() == "08.00, 20.00"
    page.question.field.setText("7.00")
    assert roster.choose(Qt.Key.Key_Return) == "shift_hours_many"
    page.question.field.setText("7.00, 19.00")
    assert roster.choose(Qt.Key.Key_Return) == "room.shift_pattern"
    assert page.standing.text().startswith("Pola 12 jam (07.00, 19.00)")
    desk.seat.submit(desk.notices[-1].undo, lambda _: None, lambda _: None)
    desk.until(lambda: page.standing.text().startswith("Pola 12 jam (08.00, 20.00)"))
    roster.press(Qt.Key.Key_U)
    form = page.shown_form
    assert form.held()["name"] == "Regu A"
    form.inside["regu"].setCurrentIndex(1)
    assert form.held()["name"] == "Regu B"
    assert roster.write(name="regu a") == "regu_name_taken"
    assert roster.write(name="Regu Bravo") == "regu.kept"
    assert page.shown_form is None
    assert "Regu Bravo (0)" in page.standing.text()
    desk.seat.submit(desk.notices[-1].undo, lambda _: None, lambda _: None)
    desk.until(lambda: "Regu B (0)" in page.standing.text())


def _the_pattern_is_the_leads(roster: Roster) -> None:
    roster.press(Qt.Key.Key_P)
    assert roster.choose(Qt.Key.Key_2) == "room.shift_pattern"
    assert shift_pattern(roster.look).id == "12_jam"
    assert roster.page.standing.text().startswith("Pola 12 jam (08.00, 20.00)")
    _own_hours_and_names(roster)
    roster.desk.sit(Role.OPERATOR)
    roster.page.follow()
    assert roster.done(Qt.Key.Key_P) == "not_allowed"
    roster.panel.turn_to("roll")
    start = next(iter(duties(roster.look))).starts_at
    assert roll_call_at(roster.look, start) is None
    assert roster.done(Qt.Key.Key_B) == "roll.opened"
    call = roster.page.call
    assert len(marks(roster.look, call.id)) == 2
    roster.page.buttons["finish"].setFocus()
    assert not roster.page.buttons["finish"].isEnabled()
