"""Who guards the polling stations, on screen, over a real room."""

import csv
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from command_center.commands.assessments import Assess
from command_center.commands.guarding import KeepPools, PoolRow, Repost, WithdrawPool
from command_center.commands.operations import EndOperation, StartOperation
from command_center.commands.undo import UndoPlan
from command_center.domain.election import Force, ForcePool
from command_center.domain.room import Operation
from command_center.domain.site import SubjectKind
from tests.ui.election_room import PURWANTORO, Room, room
from tests.ui.real_room import real_desk

__all__ = ["real_desk", "room"]


@pytest.fixture
def guarded(room: Room, tmp_path: Path) -> Room:
    """With a pattern that was printed, and people from a file of which two rows are wrong."""
    room.panel.turn_to("guard")
    room.press(Qt.Key.Key_H)
    assert room.last.code == "plan_needs_pattern"
    room.press(Qt.Key.Key_P)
    room.write(preset="Jawa Barat 2013")
    room.press(Qt.Key.Key_H)
    assert room.last.code == "plan_needs_pools"
    file = tmp_path / "kekuatan.csv"
    file.write_text(
        "unsur,nama,kekuatan,kelurahan\nPolri,Polsek Blimbing,2,kec. Blimbing\n"
        "Linmas,Linmas Purwantoro,6,Purwantoro\nPramuka,Saka,9,Sukun\nPolri,Polsek X,4,Qwxzy\n"
    )
    room.panel.turn_to("pools")
    room.page.read_file(file)
    room.desk.until(lambda: not room.page.question.isHidden())
    assert "Baris 4" in room.page.faults.text()
    assert "Baris 5" in room.page.faults.text()
    room.said(room.answer)
    return room


def test_every_impossible_pattern_is_named_and_none_is_kept(room: Room) -> None:
    room.panel.turn_to("guard")
    room.press(Qt.Key.Key_P)
    form = room.page.shown_form
    for name, text in (("kurang_rawan", "2-0-4"), ("rawan", "1-2-4"), ("sangat_rawan", "dua")):
        form.inside[name].setText(text)
    form.keep_button.click()
    assert room.page.faults.text().splitlines() == [
        "Pola Kurang rawan 2-0-4 tanpa TPS; angka tengah paling sedikit 1.",
        "Pola Sangat rawan “dua” tidak terbaca; tulis polisi-TPS-linmas, mis. 2-4-8.",
    ]
    assert "patterns.set" not in room.desk.kinds()
    room.write(kurang_rawan="2-4-8", sangat_rawan="", source="Polda")
    assert "Kurang rawan 2-4-8, Rawan 1-2-4 · versi 1" in room.page.pending.text()
    assert room.page.faults.text() == ""


def test_people_come_by_the_file_and_a_plan_is_adopted_by_a_person(guarded: Room) -> None:
    room = guarded
    assert [row[:2] for row in room.rows()] == [
        ("Polsek Blimbing", "2 orang"), ("Linmas Purwantoro", "6 orang"),
    ]  # fmt: skip
    room.panel.turn_to("guard")
    room.press(Qt.Key.Key_H)
    room.answer(Qt.Key.Key_1)
    room.desk.until(lambda: room.page.offer is not None)
    assert "polisi 2 dari 3, linmas 6 dari 12" in room.page.standing.text()
    assert "6 TPS belum dinilai; dihitung sebagai Kurang rawan." in room.page.outlook.text()
    assert "plan.adopted" not in room.desk.kinds()
    room.press(Qt.Key.Key_Escape)
    assert room.page.offer is None
    assert room.page.buttons["adopt"].isHidden()
    room.press(Qt.Key.Key_H)
    room.answer(Qt.Key.Key_1)
    room.desk.until(lambda: room.page.offer is not None)
    room.press(Qt.Key.Key_T)
    room.said(room.answer)
    assert room.last.params == {"name": "Pilkada", "people": 8, "groups": 3, "short": 7}
    assert room.page.offer is None
    room.press(Qt.Key.Key_K)
    assert all("kurang" in right for _, right in room.rows())


def start(room: Room, name: str) -> str:
    operation = Operation(name, 1, name, room.desk.clock.now(), None, None, {})
    return str(room.desk.do(StartOperation(operation)).result["operation_id"])


def test_posting_counts_what_is_judged_for_the_operation_that_runs(guarded: Room) -> None:
    room = guarded
    mantap = start(room, "Mantap Praja")
    scores = {"teror": 4}
    room.desk.do(Assess(SubjectKind.AREA, PURWANTORO, scores, "Intel", operation_id=mantap))
    room.panel.turn_to("guard")
    assert room.panel.operation.currentText() == "Mantap Praja"

    def levels() -> set[str]:
        room.press(Qt.Key.Key_H)
        room.answer(Qt.Key.Key_1)
        room.desk.until(lambda: room.page.offer is not None)
        assert room.page.offer.basis.operation_id == room.panel.scope.operation_id
        return {one.level for one in room.page.offer.basis.stations if one.area_code == PURWANTORO}

    assert levels() == {"sangat_rawan"}
    assert "Dengan penilaian untuk Mantap Praja." in room.page.outlook.text()
    room.panel.operation.setCurrentIndex(0)
    room.panel.operation.activated.emit(0)
    assert room.page.offer is None
    assert levels() == {"kurang_rawan"}


def test_of_two_operations_a_person_chooses(room: Room) -> None:
    room.panel.hide()
    first = start(room, "Mantap Praja")
    start(room, "Lilin")
    room.panel.show()
    choice = room.panel.operation
    assert [choice.itemText(at) for at in range(choice.count())] == [
        "Semua operasi", "Mantap Praja", "Lilin",
    ]  # fmt: skip
    assert room.panel.scope.operation_id == ""
    choice.setCurrentIndex(1)
    choice.activated.emit(1)
    room.panel._refresh()
    assert room.panel.scope.operation_id == first
    room.desk.do(EndOperation(first))
    room.panel._refresh()
    assert choice.currentText() == "Semua operasi"


@pytest.fixture
def posted(guarded: Room) -> Room:
    """With the plan adopted, and posting in view."""
    guarded.panel.turn_to("guard")
    guarded.press(Qt.Key.Key_H)
    guarded.answer(Qt.Key.Key_1)
    guarded.desk.until(lambda: guarded.page.offer is not None)
    guarded.press(Qt.Key.Key_T)
    guarded.said(guarded.answer)
    return guarded


def test_what_was_adopted_is_offered_to_be_taken_back(posted: Room) -> None:
    room = posted
    undo = room.last.undo
    assert isinstance(undo, UndoPlan)
    assert len(room.rows()) == 3
    room.desk.do(undo)
    room.desk.until(lambda: not room.rows())
    assert "hitung (H)" in room.page.view.empty
    room.press(Qt.Key.Key_E)
    assert room.last.code == "plan_none"


def test_the_board_is_written_out_with_who_lacks_and_runs_nothing(posted: Room) -> None:
    room = posted
    pool = pool_named(room, "Polsek Blimbing")
    named = "=Polsek"
    room.desk.do(WithdrawPool(pool.id))
    rows = (PoolRow(Force.POLICE, named, 4, "Blimbing"),)
    room.desk.do(KeepPools(room.panel.scope.election_id, rows))
    row = next(g for g in room.desk.seat.situation.all("station_group") if g.posted)
    new = pool_named(room, named)
    room.desk.do(Repost(row.id, new.id, 1, 700, row.version))
    room.press(Qt.Key.Key_E)
    room.said(lambda: room.answer(Qt.Key.Key_1))
    assert room.last.code == "posting_exported"
    path = Path(str(room.last.params["file"]))
    with path.open(encoding="utf-8-sig", newline="") as file:
        lines = list(csv.DictReader(file))
    assert len(lines) == room.last.params["count"]
    assert {line["satuan"] for line in lines} >= {"'=Polsek", "Polsek Blimbing"}
    gone = [line["ditarik"] for line in lines if line["satuan"] == "Polsek Blimbing"]
    assert set(gone) == {"ya"}
    short = ("kurang_polisi", "kurang_linmas")
    lacking = sum(int(line[name] or 0) for line in lines for name in short)
    assert f"kurang {lacking} di" in room.page.standing.text()
    assert sum(int(line["butuh_linmas"] or 0) for line in lines) == 12


def test_a_post_is_changed_by_hand_within_what_there_is(posted: Room) -> None:
    room = posted
    room.page.mark_row(room.page.model.rows[0].id)
    room.press(Qt.Key.Key_Return)
    linmas = next(p for p in room.desk.seat.situation.all("force_pool") if p.force is Force.LINMAS)
    room.write(people="7", pool=linmas.id)
    assert room.last.code == "pool_overdrawn"
    room.write(people="0", pool=linmas.id)
    assert room.last.code == "people.reposted"


def pool_named(room: Room, name: str) -> ForcePool:
    pools: list[ForcePool] = list(room.desk.seat.situation.all("force_pool"))
    return next(pool for pool in pools if pool.name == name)


def test_who_was_withdrawn_guards_nothing_and_is_taken_away_by_hand(posted: Room) -> None:
    room = posted
    assert "8 orang; kurang 7 di" in room.page.standing.text()
    room.desk.do(WithdrawPool(pool_named(room, "Linmas Purwantoro").id))
    room.desk.until(lambda: "2 orang; kurang 13 di 3" in room.page.standing.text())
    rows = [row for row in room.page.model.rows if "Linmas Purwantoro (ditarik)" in row.second]
    assert rows
    room.press(Qt.Key.Key_K)
    assert {row.id for row in rows} <= {row.id for row in room.page.model.rows}
    room.page.mark_row(rows[0].id)
    room.press(Qt.Key.Key_Return)
    form = room.page.shown_form
    assert form.inside["pool"].currentText() == "Linmas Purwantoro (ditarik) (Linmas)"
    assert form.inside["people"].text() == "0"
    room.write(people="1")
    assert room.last.code == "pool_was_withdrawn"
    room.write(people="0")
    assert room.last.code == "people.reposted"
    (after,) = [row for row in room.page.model.rows if row.id == rows[0].id]
    assert "ditarik" not in after.second


def test_more_people_posted_than_a_pool_has_are_named(posted: Room) -> None:
    room = posted
    assert room.page.outlook.text() == ""
    fewer = PoolRow(Force.LINMAS, "Linmas Purwantoro", 4, "Purwantoro")
    room.desk.do(KeepPools(room.id, (fewer,)))
    named = "Linmas Purwantoro: 6 diploting, hanya ada 4 orang; kurangi (Return)."
    room.desk.until(lambda: room.page.outlook.text() == named)
    room.panel.turn_to("pools")
    row = next(row for row in room.page.model.rows if row.first == "Linmas Purwantoro")
    assert "6 diploting, 2 lebih dari yang ada" in row.second


def test_a_pool_keeps_its_name_and_what_another_seat_kept_is_not_overwritten(guarded: Room) -> None:
    room = guarded
    before = room.rows()
    room.page.mark_row(pool_named(room, "Polsek Blimbing").id)
    room.press(Qt.Key.Key_Return)
    room.write(name="Polsek Blimbng")
    assert room.last.code == "pool_keeps_name"
    room.write(name="Polsek Blimbing", force=Force.MILITARY)
    assert room.last.code == "pool_keeps_name"
    assert room.rows() == before
    theirs = PoolRow(Force.POLICE, "Polsek Blimbing", 5, "kec. Blimbing")
    room.desk.do(KeepPools(room.id, (theirs,)))
    room.write(force=Force.POLICE, strength="3")
    assert room.last.code == "conflict"
    room.press(Qt.Key.Key_Insert)
    room.write(name="polsek blimbing", force=Force.POLICE, strength="9", area="Purwantoro")
    assert room.last.code == "pool_stands"
    assert ("Polsek Blimbing", "5 orang") in room.rows()
    assert len(room.rows()) == len(before)
