"""The chips of the selected incident: what it may be part of, and the way out of a filing."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from types import SimpleNamespace
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from pytestqt.qtbot import QtBot

from command_center.advice.duplicates.book import book
from command_center.advice.duplicates.places import PlaceNames
from command_center.bootstrap.second_look import NightlyLook
from command_center.commands.duplicates import AnswerDuplicate, SeparateReport
from command_center.commands.parents import SetParent
from command_center.domain.entities import ENTITY_NAMES, as_fields, to_json
from command_center.domain.incident import (
    DuplicateAnswer,
    Handling,
    Incident,
    IncidentReport,
    Priority,
    Report,
    ReporterKind,
)
from command_center.domain.log import Fields
from command_center.domain.place import LocatedBy
from command_center.domain.room import Role, RoomSetting
from command_center.domain.targets import Targets
from command_center.duty.second_look import Pair, due_look, gather, kept_at, second_look
from command_center.ports import RowsSnapshot
from command_center.situation.queue import queue_row
from command_center.situation.situation import Situation
from command_center.situation.timeline import TimelineLine
from command_center.ui.detail.asked import Asked
from command_center.ui.detail.duplicate_chips import DuplicateChips
from command_center.ui.detail.questions import QuestionBar
from command_center.ui.detail.second_look_bar import SecondLookBar
from command_center.ui.detail.timeline_duplicates import filed_because
from command_center.ui.queue.words import flags
from command_center.ui.triage_table.reasons import reasons_text
from tests.ui.conftest import MakeDesk
from tests.ui.scene import NOW, incident, picture_rows
from tests.ui.seats import Desk, Recorder

TEXT = "pohon tumbang jalan veteran"


def told(number: int, age_s: float, of: Incident, text: str = TEXT) -> list[Any]:
    id = f"report-{number}"
    at = of.opened_at
    report = Report(
        id, 1, "110", id, "pohon_tumbang", text, ReporterKind.OPEN, None, at, -7.9579, 112.6185,
        None, LocatedBy.GPS, None, "", clock_skewed=False, reporter_ref=id,
    )  # fmt: skip
    return [report, IncidentReport(f"l{number}", 1, of.id, id, at, "x", None)]


def tree(number: int, age_s: float) -> Incident:
    made = incident(number, "Pohon tumbang", Priority.P3, age_s)
    return replace(made, category="pohon_tumbang")


FIRST, SECOND = tree(801, 600), tree(802, 300)
BOTH = [FIRST, SECOND, *told(1, 600, FIRST), *told(2, 300, SECOND)]


@pytest.fixture
def rows() -> list[Any]:
    return [*picture_rows(), *BOTH]


def shown(qtbot: QtBot, desk: Desk, incident_id: str) -> DuplicateChips:
    chips = DuplicateChips(desk.seat)
    qtbot.addWidget(chips)
    chips.show()
    desk.seat.selection.select_incident(incident_id)
    qtbot.waitUntil(lambda: not chips._busy and not chips._soon.isActive())
    return chips


def test_a_chip_names_the_incident_and_says_why(
    qtbot: QtBot, new_desk: MakeDesk, rows: list[Any]
) -> None:
    chips = shown(qtbot, new_desk(rows), SECOND.id)
    assert [c.incident_id for c in chips.possible.chips] == [FIRST.id]
    assert "kategori sama" in chips.same[0].accessibleName()
    assert "#0801" in chips.same[0].accessibleName()
    assert not chips.same[1].isVisibleTo(chips)


def test_the_first_of_two_is_not_asked_about_the_second(
    qtbot: QtBot, new_desk: MakeDesk, rows: list[Any]
) -> None:
    assert shown(qtbot, new_desk(rows), FIRST.id).possible.chips == ()


def test_one_key_says_the_same_with_what_was_shown(
    qtbot: QtBot, new_desk: MakeDesk, rows: list[Any]
) -> None:
    desk = new_desk(rows)
    chips = shown(qtbot, desk, SECOND.id)
    (chip,) = chips.possible.chips
    chips.same[0].click()
    (command,) = desk.recorder.commands
    assert command == AnswerDuplicate(
        SECOND.id, FIRST.id, True, "report-2", chip.points, chip.features
    )
    assert desk.seat.selection.incident_id == FIRST.id


def test_one_key_says_it_is_another(qtbot: QtBot, new_desk: MakeDesk, rows: list[Any]) -> None:
    desk = new_desk(rows)
    chips = shown(qtbot, desk, SECOND.id)
    chips.other.click()
    assert [c.same for c in desk.recorder.commands] == [False]


def test_what_was_answered_no_is_not_asked_again(
    qtbot: QtBot, new_desk: MakeDesk, rows: list[Any]
) -> None:
    answer = DuplicateAnswer("a1", 1, "report-2", FIRST.id, False, 1.0, {}, NOW, "x")
    assert shown(qtbot, new_desk([*rows, answer]), SECOND.id).possible.chips == ()


def test_what_was_filed_has_a_way_out(qtbot: QtBot, new_desk: MakeDesk, rows: list[Any]) -> None:
    desk = new_desk([*rows, *told(3, 200, FIRST, "<b>pohon</b> lagi")])
    numbers = {"number": 803, "from_id": FIRST.id, "units": 0, "notes": 0, "corrected": 0}
    desk.recorder.result = numbers
    chips = shown(qtbot, desk, FIRST.id)
    (row,) = chips.filed_rows
    assert "<b>pohon</b> lagi" in row.words.text()
    row.back.click()
    assert desk.recorder.commands == [SeparateReport("report-3")]


def test_who_may_not_triage_is_not_asked(qtbot: QtBot, new_desk: MakeDesk, rows: list[Any]) -> None:
    desk = new_desk([*rows, *told(3, 200, FIRST)], role=Role.OBSERVER)
    chips = shown(qtbot, desk, SECOND.id)
    assert not chips.same[0].isVisibleTo(chips)
    desk.seat.selection.select_incident(FIRST.id)
    assert chips.filed_rows == []


def test_an_event_and_its_places_name_each_other(
    qtbot: QtBot, new_desk: MakeDesk, rows: list[Any]
) -> None:
    child = Handling(SECOND.id, 1, FIRST.id, None, False, NOW, "x")
    chips = shown(qtbot, new_desk([*rows, child]), SECOND.id)
    assert "#0801" in chips.event_line.text()
    chips._seat.selection.select_incident(FIRST.id)
    assert "#0802" in chips.event_line.text()


PAIR = Pair(SECOND.id, FIRST.id, "report-2", 2.5, {"same": 1.0}, "0 m · 4 mnt · kategori sama")


def kept(*pairs: Any, at: str = "2026-11-20T19:30:00.000000Z") -> RoomSetting:
    rows = [pair.as_row() if isinstance(pair, Pair) else pair for pair in pairs]
    return RoomSetting("second_look", 1, {"at": at, "pairs": rows})


def test_what_the_second_look_found_is_asked_one_pair_after_another(
    qtbot: QtBot, new_desk: MakeDesk, rows: list[Any]
) -> None:
    desk = new_desk([*rows, kept({"later_id": 7}, "x", PAIR)], role=Role.SHIFT_LEAD)
    bar = SecondLookBar(desk.seat)
    qtbot.addWidget(bar)
    assert bar.pairs == [PAIR], "what cannot be read is left out"
    assert "#0802" in bar.words.text()
    assert "#0801" in bar.words.text()
    bar.other.click()
    assert desk.recorder.commands == [
        AnswerDuplicate(SECOND.id, FIRST.id, False, "report-2", PAIR.points, PAIR.features)
    ]
    assert bar.isHidden()


def test_what_one_lead_answered_is_asked_of_no_other(
    qtbot: QtBot, new_desk: MakeDesk, rows: list[Any]
) -> None:
    answer = DuplicateAnswer("a1", 1, "report-2", FIRST.id, False, 1.0, {}, NOW, "x")
    for more, role in (([answer], Role.SHIFT_LEAD), ([], Role.OPERATOR)):
        desk = new_desk([*rows, kept(PAIR), *more], role=role)
        bar = SecondLookBar(desk.seat)
        qtbot.addWidget(bar)
        assert bar.isHidden()


def test_a_second_look_is_due_once_a_night_and_not_when_the_desk_is_busy_again() -> None:
    night = datetime(2026, 11, 20, 19, 30, tzinfo=UTC)  # half past two in Malang
    zone = ZoneInfo("Asia/Jakarta")
    assert due_look(None, night - timedelta(minutes=1), zone) is None, "the last is too long ago"
    for later in (timedelta(0), timedelta(hours=3)):
        assert due_look(None, night + later, zone) == night
        assert due_look(night, night + later, zone) is None
        assert due_look(night - timedelta(days=1), night + later, zone) == night
    assert due_look(None, night + timedelta(hours=5), zone) is None
    assert kept_at(situation_of([kept(PAIR, at="2026-11-20T19:30:00.000000Z")])) == night
    assert kept_at(situation_of([kept(PAIR, at="yesterday")])) is None


class _Duty:
    on_duty = False


def test_who_is_on_duty_takes_the_second_look_for_the_room(
    qtbot: QtBot, new_desk: MakeDesk, rows: list[Any]
) -> None:
    desk = new_desk(rows)
    duty, sent = _Duty(), Recorder()
    room: Any = SimpleNamespace(lane=sent, system="system", city=desk.seat.city)
    look = NightlyLook(room, desk.seat, duty)  # type: ignore[arg-type]
    night = datetime(2026, 11, 21, 19, 30, tzinfo=UTC)
    look.tick(night + timedelta(seconds=1))
    assert look._busy is False, "another workstation is on duty"
    duty.on_duty = True
    look.tick(night + timedelta(seconds=1))
    qtbot.waitUntil(lambda: not look._busy)
    look.tick(night + timedelta(seconds=2))
    assert look._busy is False, "once a night"
    (found,) = sent.commands
    assert found.due == night
    assert SECOND.id in [pair["later_id"] for pair in found.pairs]


def test_the_second_look_leaves_alone_what_was_answered() -> None:
    answer = DuplicateAnswer("a1", 1, "report-2", FIRST.id, False, 1.0, {}, NOW, "x")
    places = PlaceNames(())
    open_pair = gather(situation_of(BOTH), NOW)
    assert [p.later_id for p in second_look(open_pair, places, book().weights)] == [SECOND.id]
    assert second_look(gather(situation_of([*BOTH, answer]), NOW), places, book().weights) == []


def test_a_queue_row_names_its_event_and_counts_its_places() -> None:
    child = Handling(SECOND.id, 1, FIRST.id, None, False, NOW, "x")
    situation = situation_of([*BOTH, child])
    above, below = (queue_row(situation, one, Targets()) for one in (FIRST, SECOND))
    assert (above.children, above.parent) == (1, 0)
    assert (below.children, below.parent) == (0, 801)
    assert "induk, 1 anak" in flags(above)
    assert "anak #0801" in flags(below)


def test_a_place_is_put_under_its_event_and_taken_out_again(
    qtbot: QtBot, new_desk: MakeDesk
) -> None:
    for rows, key, wanted in (
        (BOTH, "1", SetParent(SECOND.id, FIRST.id, None)),
        (
            [*BOTH, Handling(SECOND.id, 1, FIRST.id, None, False, NOW, "x")],
            "0",
            SetParent(SECOND.id, None, FIRST.id),
        ),
    ):
        people = [row for row in picture_rows() if not isinstance(row, Incident)]
        desk = new_desk([*people, *rows])
        bar = QuestionBar(desk.seat)
        qtbot.addWidget(bar)
        Asked(desk.seat, bar).parent(SECOND)
        bar._answers[key].choose()
        assert desk.recorder.commands == [wanted]


def test_ending_an_event_says_which_places_stay_open(
    qtbot: QtBot, new_desk: MakeDesk, rows: list[Any]
) -> None:
    desk = new_desk([*rows, Handling(SECOND.id, 1, FIRST.id, None, False, NOW, "x")])
    bar = QuestionBar(desk.seat)
    qtbot.addWidget(bar)
    Asked(desk.seat, bar).ending(FIRST)
    assert "#0802" in bar.accessibleName()


@pytest.mark.usefixtures("qapp")
def test_why_it_was_raised_is_said_in_words() -> None:
    said = reasons_text(("duplicate:weapon+begal", "category:banjir:+30"))
    assert said.startswith("laporan lain menyebut senjata, Begal / curas")
    assert "duplicate" not in said


@pytest.mark.parametrize(
    ("result", "said"),
    [
        ({"raised": ["danger"]}, "genting, tidak digabung sendiri: 80 m"),
        ({"attached": True}, "laporan ganda: 80 m"),
        (
            {"raised": ["danger"], "attached": True},
            "laporan ganda, genting: P1 dan alarm: 80 m",
        ),
    ],
)
def test_a_grave_report_says_truly_whether_it_was_filed(result: Fields, said: str) -> None:
    line = TimelineLine(1, NOW, "report.received", "system", {"result": {**result, "why": "80 m"}})
    assert filed_because(line) == f" · {said}"


def situation_of(rows: list[Any]) -> Situation:
    tables: dict[str, list[dict[str, Any]]] = {}
    for row in rows:
        tables.setdefault(ENTITY_NAMES[type(row)], []).append(to_json(as_fields(row)))
    situation = Situation()
    situation.load(RowsSnapshot(0, bytes(32), "e", tables))
    return situation
