"""Another clock of the room at a desk: what may read differently is read anew, bit by bit, and
nothing else that came with it is lost."""

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from command_center.domain.handover import Handover
from command_center.domain.room import RoomSetting
from command_center.domain.targets import SETTING
from command_center.domain.unit import UnitStatus
from command_center.ports import Position
from command_center.situation.situation import Touched
from command_center.ui.handover.announce import HandoverNews
from command_center.ui.map.marks import Marks
from command_center.ui.map.viewport import Ground
from command_center.ui.queue import panel as queue
from command_center.ui.queue.ledger import Tab
from command_center.ui.queue.panel import QueuePanel
from tests.ui.scene import NOW, ago
from tests.ui.seats import Desk, malang

HANDOVER = Handover(
    id="h", version=1, shift_id="shift-b", next_name="Regu C", out_lead_id="staff-lead",
    in_lead_id=None, begun_at=NOW, workstation="meja-1", state_hash="", items=0, log_seq=0,
    out_signed_at=None, in_signed_at=None, ended_at=None, outcome=None, ended_by=None, reason="",
    next_shift_id=None,
)  # fmt: skip


def decided(**seconds: int) -> RoomSetting:
    return RoomSetting(SETTING, 1, dict(seconds))


def test_a_change_of_shift_is_heard_though_the_clocks_turn_with_it(desk: Desk) -> None:
    HandoverNews(desk.seat, QObject(desk.seat.live))
    desk.seat.live.changed.emit(Touched(everything=True))
    desk.add(decided(verify_s=90), HANDOVER)
    desk.settle()
    assert [notice.code for notice in desk.notices] == ["handover_announced"]


def test_the_queue_is_judged_anew_slice_by_slice(
    desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(queue, "SLICE", 3)
    panel = QueuePanel(desk.seat)
    qtbot.addWidget(panel)
    before = {id for id in panel.model.ledger.rows if panel.model.ledger.is_late(id)}
    slices: list[set[str]] = []
    apply = panel.model.apply

    def spy(touched: Touched, *rest: object) -> None:
        assert not touched.everything
        slices.append(touched.incidents)
        apply(touched, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(panel.model, "apply", spy)
    desk.add(decided(verify_s=10, on_scene_s=60))
    desk.settle()
    qtbot.waitUntil(lambda: sum(map(len, slices)) >= desk.seat.situation.open_count)
    assert set().union(*slices) == {row.id for row in desk.seat.situation.open_incidents()}
    assert max(map(len, slices)) == 3, "the closed one of the picture is nobody's work"
    late = panel.model.ledger.members(Tab.LATE)
    assert before < late
    assert {"incident-147", "incident-149"} <= late


def test_marks_are_of_the_clocks_that_count(desk: Desk) -> None:
    situation, id = desk.seat.situation, "unit-samapta-14"
    situation.place({id: Position(id, -7.95, 112.64, 10.0, 0.0, None, ago(100))})
    marks = Marks(Ground.around(malang().centre))
    marks.take(situation, Touched(everything=True), NOW)
    fresh = marks.units[id].shown
    marks.take(situation, situation.put("room_setting", SETTING, decided(position_stale_s=60)), NOW)
    assert (fresh, marks.units[id].shown) == (UnitStatus.AVAILABLE, UnitStatus.UNKNOWN)
