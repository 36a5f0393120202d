"""An exercise told afterwards from its log: what was known, what was missed, who noted what."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import openpyxl
import pytest

from command_center.bootstrap.room import RoomPlan, open_room
from command_center.commands.bulk import MoveUnits
from command_center.commands.dispatch import AcknowledgeOrder, OrderUnits
from command_center.commands.exercise import AddEvaluatorNote, RecordInject, RecordPace
from command_center.commands.intake import ReceiveReport
from command_center.commands.levels import SetSituationLevel, TransferControl
from command_center.commands.operations import StartOperation
from command_center.commands.room import RegisterUnit
from command_center.commands.stack import Reassign, ReassignUnit
from command_center.commands.takeover import AskTakeOver
from command_center.commands.triage import MergeIncidents, TakeIncident, VerifyIncident
from command_center.commands.undo import Undo
from command_center.documents.figures import write_xlsx
from command_center.domain.clocks import Clock
from command_center.domain.errors import OperatorError
from command_center.domain.operation import Authority
from command_center.domain.room import Operation, Role, RoomKind, SituationLevel
from command_center.domain.unit import UnitStatus
from command_center.exercise.injects.model import Expected, Inject, InjectKind, Reaction
from command_center.situation.after_action import AfterAction, after_action
from tests.room.conftest import HandClock
from tests.room.desk import Desk

TAKEN, ORDERED = Expected(Reaction.TAKEN, 60.0), Expected(Reaction.ORDERED, 60.0)
LONG_AGO = datetime(2026, 1, 1, tzinfo=UTC)
INJECTS = (
    Inject("a", InjectKind.REPORT, "Massa", source="110", expected=(TAKEN, ORDERED)),
    Inject("b", InjectKind.RUMOUR, "=Rumor", source="110", expected=(TAKEN,)),
    Inject("c", InjectKind.MEDIA, "Siaran", source="110"),
)


@pytest.fixture
def exercise(database_url: str, clock: HandClock) -> Iterator[Desk]:
    opened = open_room(database_url, clock, RoomPlan(RoomKind.EXERCISE))
    yield Desk(opened)
    opened.close()


def put_in(desk: Desk, inject: Inject) -> str:
    report = ReceiveReport("110", inject.report_id, "lainnya", inject.title)
    incident = str(desk.do(report, act=desk.room.system).result["incident_id"])
    told = RecordInject(inject.id, inject.kind.value, inject.title, "there")
    desk.do(told, act=desk.room.system)
    return incident


def judge(desk: Desk, starts: datetime = LONG_AGO) -> AfterAction:
    return after_action("Uji", INJECTS, desk.room.database.history.entries(), starts)


@pytest.fixture
def told(exercise: Desk, clock: HandClock) -> AfterAction:
    """Inject a is taken in time and ordered late, b never, c never came."""
    desk = exercise
    unit = desk.do(RegisterUnit("SAMAPTA 12", "samapta", status=UnitStatus.AVAILABLE))
    first = put_in(desk, INJECTS[0])
    clock.turn(30)
    desk.do(TakeIncident(first))
    clock.turn(70)
    put_in(desk, INJECTS[1])
    unit_id = str(unit.result["unit_id"])
    desk.do(OrderUnits(first, (unit_id,), "merapat", promised={unit_id: {"seconds": 95.0}}))
    desk.do(AddEvaluatorNote("perintah terlambat", first))
    desk.do(RecordPace(0.0), act=desk.room.system)
    return judge(desk)


def test_injects_are_judged_by_what_was_done_and_when(told: AfterAction) -> None:
    a, b, c = told.injects
    assert [(one.took_s, one.met) for one in a.judged] == [(30.0, True), (100.0, False)]
    assert [(one.took_s, one.met) for one in b.judged] == [(None, False)]
    assert (a.missed, b.missed, c.missed) == (True, True, False)
    assert (told.missed, told.lost, c.state) == (2, 0, "")


def test_a_colleague_who_takes_it_over_is_not_when_it_was_taken(
    exercise: Desk, clock: HandClock
) -> None:
    desk = exercise
    first = put_in(desk, INJECTS[0])
    clock.turn(10)
    desk.do(TakeIncident(first))
    clock.turn(470)
    desk.do(AskTakeOver(first, "ganti meja"), act=desk.person(Role.SHIFT_LEAD))
    taken = judge(desk).injects[0].judged[0]
    assert (taken.took_s, taken.met) == (10.0, True)


def test_what_was_undone_was_not_done(exercise: Desk, clock: HandClock) -> None:
    desk = exercise
    first = put_in(desk, INJECTS[0])
    clock.turn(10)
    taken = desk.do(TakeIncident(first))
    desk.do(Undo("incident", first, taken.op_id))
    assert judge(desk).injects[0].judged[0].took_s is None
    clock.turn(60)
    desk.do(TakeIncident(first))
    assert judge(desk).injects[0].judged[0].took_s == 70.0


def test_what_was_done_before_it_was_merged_counts(exercise: Desk, clock: HandClock) -> None:
    desk = exercise
    other = desk.report("orang lain menelepon")
    first = put_in(desk, INJECTS[0])
    clock.turn(10)
    desk.do(TakeIncident(first))
    clock.turn(470)
    desk.do(TakeIncident(other))
    desk.do(MergeIncidents(other, first))
    told = judge(desk).injects[0]
    assert (told.number, told.judged[0].took_s) == (1, 10.0)


def test_a_decision_stands_with_what_was_known_before_it(told: AfterAction) -> None:
    taken, ordered = told.decisions
    assert (taken.known.age_s, taken.known.open, taken.known.free) == (30.0, 1, 1)
    assert not taken.known.verified
    assert (ordered.known.reports, ordered.known.open, ordered.known.free) == (1, 2, 1)
    assert list(ordered.known.promised.values()) == [95.0]


def test_what_the_director_typed_is_told_and_counted(
    exercise: Desk, clock: HandClock, qapp: object
) -> None:
    desk, system = exercise, exercise.room.system
    typed = Inject("added-1", InjectKind.RUMOUR, "Kabar ketikan", source="110")
    put_in(desk, typed)
    clock.turn(60)
    desk.do(RecordInject("added-2", "report", "Laporan ketikan", "lost"), act=system)
    told = judge(desk)
    assert [(one.inject.title, one.state, one.number) for one in told.injects[len(INJECTS) :]] == [
        ("Kabar ketikan", "there", 1),
        ("Laporan ketikan", "lost", None),
    ]
    assert told.lost == 1
    assert {"Kabar ketikan", "Laporan ketikan"} <= {cell for row in cells(told) for cell in row}


def cells(told: AfterAction) -> list[tuple[str, ...]]:
    """The rows of all tables, as the report writes them."""
    from command_center.ui.exercise.report_words import Reporting, report_sheets

    about = Reporting(told, ZoneInfo("Asia/Jakarta"), told.until)
    return [tuple(map(str, row)) for sheet in report_sheets(about) for row in sheet.rows]


def test_what_is_decided_about_no_incident_is_a_decision(
    exercise: Desk, clock: HandClock, qapp: object
) -> None:
    desk = exercise
    green, yellow, red = SituationLevel
    operation = Operation("op", 1, "Mantap Praja", clock.now(), None, None, {"KPU": green.value})
    desk.do(StartOperation(operation), act=desk.room.console)
    unit = desk.do(RegisterUnit("SAMAPTA 12", "samapta", status=UnitStatus.AVAILABLE))
    by = ("Kapolda", Authority.PROVINCE)
    desk.do(SetSituationLevel("op", "KPU", yellow, green, *by))
    desk.do(SetSituationLevel("op", "KPU", red, yellow, *by))
    desk.do(TransferControl("op", "KPU", "Kapolda", *by))
    lead = desk.person(Role.SHIFT_LEAD)
    desk.do(MoveUnits((str(unit.result["unit_id"]),), "Kecamatan Lowokwaru", "geser"), act=lead)
    told = judge(desk)
    assert [(one.line.kind, one.number, one.known.free) for one in told.decisions] == [
        ("operation.level", None, 1),
        ("operation.level", None, 1),
        ("operation.control", None, 1),
        ("units.moved", None, 1),
    ]
    said = [row[3:] for row in cells(told) if len(row) == 5]
    assert said[0][0].endswith("mengubah situasi KPU: hijau → kuning")
    assert said[1][0].endswith("mengubah situasi KPU: kuning → merah")
    assert said[1][1] == "aktif 0, unit siap 1"


def test_a_reassignment_is_a_decision(exercise: Desk, clock: HandClock) -> None:
    desk = exercise
    unit = desk.do(RegisterUnit("SAMAPTA 12", "samapta", status=UnitStatus.AVAILABLE))
    unit_id, first = str(unit.result["unit_id"]), put_in(desk, INJECTS[0])
    desk.do(OrderUnits(first, (unit_id,), "merapat"))
    desk.do(ReassignUnit(unit_id, Reassign.CANCEL, "keliru", holder=""))
    assert [(one.line.kind, one.number) for one in judge(desk).decisions] == [
        ("units.ordered", 1),
        ("unit.reassigned", 1),
    ]


def test_what_the_scenario_did_before_the_start_is_nobodys(
    exercise: Desk, clock: HandClock
) -> None:
    """Of what was opened before, only the orders given from then on are timed."""
    desk = exercise
    ids = [
        str(desk.do(RegisterUnit(name, "samapta", status=UnitStatus.AVAILABLE)).result["unit_id"])
        for name in ("SAMAPTA 12", "SAMAPTA 13")
    ]
    old = desk.report()
    clock.turn(600)
    desk.do(VerifyIncident(old))
    desk.do(OrderUnits(old, (ids[0],), "merapat"))
    clock.turn(60)
    starts = clock.now()
    desk.do(AcknowledgeOrder(ids[0]))
    desk.do(OrderUnits(old, (ids[1],), "merapat"))
    new = desk.report()
    clock.turn(20)
    desk.do(VerifyIncident(new))
    desk.do(AcknowledgeOrder(ids[1]))
    told = judge(desk, starts)
    assert [one.line.kind for one in told.decisions] == ["units.ordered", "incident.verified"]
    assert "incident.verified" in {line.kind for line in told.course if line.at < starts}
    for which in (Clock.VERIFY, Clock.ACCEPT):
        assert (told.clocks[which].used, told.clocks[which].p50) == (1, 20.0)


def test_notes_and_course_are_told_apart(told: AfterAction) -> None:
    (note,) = told.notes
    assert (note.text, note.number) == ("perintah terlambat", 1)
    assert not {line.kind for line in told.course} & {"exercise.note", "exercise.inject"}
    assert "units.ordered" in {line.kind for line in told.course}


def test_the_workbook_says_exercise_and_runs_nothing(
    told: AfterAction, tmp_path: Path, qapp: object
) -> None:
    from command_center.ui.exercise.report_words import (
        Reporting,
        report_sheets,
    )

    about = Reporting(told, ZoneInfo("Asia/Jakarta"), told.until)
    write_xlsx(tmp_path / "a.xlsx", report_sheets(about))
    book = openpyxl.load_workbook(tmp_path / "a.xlsx")
    assert str(book.worksheets[0].cell(1, 1).value).startswith("LATIHAN")
    cells = [cell for page in book for row in page for cell in row]
    assert all(cell.data_type != "f" for cell in cells)
    assert any("Rumor" in str(cell.value) for cell in cells)
    text = " ".join(str(cell.value) for cell in cells)
    for word in ("TERLEWAT", "perintah terlambat", "SAMAPTA 12 1:35", "syarat tidak terjadi"):
        assert word in text


def test_every_page_of_the_report_says_exercise(
    told: AfterAction, tmp_path: Path, qapp: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    from command_center.documents.figures import Sheet
    from command_center.ui import paper, wrapped
    from command_center.ui.exercise.report_pdf import write_report

    said: list[str] = []
    paint = wrapped.paint_words

    def keep(painter: object, box: object, text: str) -> None:
        said.append(text)
        paint(painter, box, text)  # type: ignore[arg-type]

    monkeypatch.setattr(paper, "paint_words", keep)
    long = Sheet("Panjang", (), ("a", "b"), [(f"baris {n}", n) for n in range(400)])
    write_report([long], told.title, tmp_path / "a.pdf")
    data = (tmp_path / "a.pdf").read_bytes()
    pages = data.count(b"/Type /Page\n") or data.count(b"/Type /Page ")
    bands = [text for text in said if text.startswith("LATIHAN · Uji · ")]
    assert data.startswith(b"%PDF")
    assert len(bands) == pages > 3
    assert {f"baris {n}" for n in range(400)} <= set(said)


def test_the_live_room_keeps_no_word_of_an_exercise(desk: Desk) -> None:
    room = desk.room
    for command, act in (
        (AddEvaluatorNote("x"), None),
        (RecordInject("a", "report", "", "there"), room.system),
        (RecordPace(2.0), room.system),
    ):
        with pytest.raises(OperatorError, match="exercise_only"):
            desk.do(command, act=act)


@pytest.mark.parametrize("text", ["", "  "])
def test_an_empty_note_is_refused(exercise: Desk, text: str) -> None:
    with pytest.raises(OperatorError, match="note_empty"):
        exercise.do(AddEvaluatorNote(text))
