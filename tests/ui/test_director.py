"""The director's desk: what is to come, what has come, and the pace; and the real room's P1."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from command_center.bootstrap.real_p1 import RealP1Watch
from command_center.domain.operation import Authority
from command_center.domain.room import RoomKind, SituationLevel
from command_center.exercise.injects.model import (
    Condition,
    Inject,
    InjectKind,
    LevelOrder,
    Reaction,
)
from command_center.exercise.injects.player import Progress, State
from command_center.ui.actions.exercise import DIRECTOR
from command_center.ui.actions.table import ACTIONS
from command_center.ui.exercise.director import DirectorPanel
from command_center.ui.exercise_frame import frame_token, frame_word
from command_center.ui.real_room import RealRoom
from tests.ui.conftest import MakeDesk
from tests.ui.scene import NOW, picture_rows
from tests.ui.seats import Desk

REPORT = Inject("massa", InjectKind.REPORT, "Massa di KPU", at=NOW + timedelta(minutes=5))
WHEN = Condition("massa", Reaction.ORDERED, negated=True, for_s=300.0)
MEDIA = Inject("siaran", InjectKind.MEDIA, "Siaran", after=("massa",), delay_s=60.0, when=WHEN)


ORDER = LevelOrder("KPU", SituationLevel.RED, "Irjen Prasetya", Authority.PROVINCE)
LEVEL = Inject("merah", InjectKind.LEVEL, "KPU merah", after=("massa",), delay_s=90, order=ORDER)


class Acting:
    """A desk that notes what it was told."""

    def __init__(self) -> None:
        self.speed = 1.0
        self.rows = {one.id: Progress(one) for one in (REPORT, MEDIA, LEVEL)}
        self.did: list[tuple[object, ...]] = []

    def progress(self) -> tuple[Progress, ...]:
        return tuple(self.rows.values())

    def run_at(self, speed: float) -> None:
        self.speed = speed

    def put_in(self, id: str) -> None:
        self.rows[id] = Progress(self.rows[id].inject, State.SENT, NOW)

    def skip(self, id: str) -> None:
        self.rows[id] = Progress(self.rows[id].inject, State.SKIPPED, NOW)

    def add(self, kind: InjectKind, text: str) -> None:
        self.did.append((kind, text))

    def note(self, text: str, incident_id: str = "") -> None:
        self.did.append((text, incident_id))

    def report(self) -> Sequence[str]:
        return ["laporan.pdf", "laporan.xlsx"]


@pytest.fixture
def acting() -> Acting:
    return Acting()


@pytest.fixture
def desk(new_desk: MakeDesk) -> Desk:
    return new_desk(rows=picture_rows(RoomKind.EXERCISE), room_kind=RoomKind.EXERCISE)


@pytest.fixture
def panel(desk: Desk, qtbot: QtBot, acting: Acting) -> DirectorPanel:
    panel = DirectorPanel(desk.seat, acting)
    qtbot.addWidget(panel)
    panel.resize(470, 600)
    panel.show()
    panel.view.setCurrentIndex(panel.model.index(0, 0))
    return panel


def press(panel: DirectorPanel, desk: Desk, key: Qt.Key) -> None:
    QTest.keyClick(panel.view, key)
    desk.settle()


def test_each_inject_says_when_and_why_it_comes(panel: DirectorPanel) -> None:
    first, second, level = panel.rows()
    assert first.first == "laporan · Massa di KPU"
    assert first.right == "menunggu"
    assert second.second == "01:00 setelah massa · jika massa belum diperintah setelah 05:00"
    assert level.first == "situasi · KPU merah"
    told = "KPU menjadi merah, perintah Irjen Prasetya (Kapolda) · 01:30 setelah massa"
    assert level.second == told


def test_put_in_and_skip_by_key_once(panel: DirectorPanel, desk: Desk, acting: Acting) -> None:
    press(panel, desk, Qt.Key.Key_Return)
    assert acting.rows["massa"].state is State.SENT
    press(panel, desk, Qt.Key.Key_Delete)
    assert acting.rows["massa"].state is State.SENT
    assert desk.notices[-1].code == "inject_is_over"
    panel.view.setCurrentIndex(panel.model.index(1, 0))
    press(panel, desk, Qt.Key.Key_Delete)
    assert acting.rows["siaran"].state is State.SKIPPED


def test_the_exercise_is_paused_and_goes_on_as_fast_as_before(
    panel: DirectorPanel, desk: Desk, acting: Acting
) -> None:
    panel.speed.setCurrentIndex(4)
    panel.speed.activated.emit(4)
    desk.settle()
    assert acting.speed == 10.0
    press(panel, desk, Qt.Key.Key_Space)
    assert acting.speed == 0.0
    assert panel.standing.text().startswith("JEDA")
    press(panel, desk, Qt.Key.Key_Space)
    assert acting.speed == 10.0


def test_notes_and_added_injects_are_typed_in_one_line(
    panel: DirectorPanel, desk: Desk, acting: Acting
) -> None:
    desk.seat.selection.select_incident("incident-147")
    for index, text in ((0, "terlambat"), (2, "kabar bohong")):
        panel.what.setCurrentIndex(index)
        panel.words.setText(text)
        panel.words.returnPressed.emit()
        desk.settle()
    assert acting.did == [("terlambat", "incident-147"), (InjectKind.RUMOUR, "kabar bohong")]
    assert panel.words.text() == ""


def test_the_report_is_asked_for_here(panel: DirectorPanel, desk: Desk) -> None:
    press(panel, desk, Qt.Key.Key_Insert)
    assert desk.notices[-1].code == "report_written"
    assert desk.notices[-1].params["file"] == "laporan.pdf, laporan.xlsx"


def test_only_an_exercise_has_a_director(desk: Desk, new_desk: MakeDesk) -> None:
    assert ACTIONS[DIRECTOR].reason(desk.seat) is None
    assert ACTIONS[DIRECTOR].reason(new_desk().seat) == "exercise_only"


def test_the_frame_counts_the_p1_of_the_real_room(desk: Desk, new_desk: MakeDesk) -> None:
    seat = desk.seat
    assert frame_word(seat) == "LATIHAN"
    for told, word, token in (
        (0, "LATIHAN · P1 NYATA: 0", "latihan"),
        (2, "LATIHAN · P1 NYATA: 2", "alarm"),
        (None, "LATIHAN · P1 NYATA: ?", "latihan"),
    ):
        seat.real.tell(told)
        desk.settle()
        assert (frame_word(seat), frame_token(seat)) == (word, token)
    live = new_desk().seat
    assert frame_word(live) == ""


def test_the_real_room_is_asked_again_and_again(qtbot: QtBot) -> None:
    counts = iter([1, 3])
    asked: list[str] = []
    real = RealRoom()

    def count(url: str) -> int | None:
        asked.append(url)
        return next(counts, None)

    watch = RealP1Watch("sqlite:///real.db", real, count)
    with qtbot.waitSignal(real.changed):
        watch.start()
    assert real.open_p1 == 1
    with qtbot.waitSignal(real.changed):
        pass
    watch.stop()
    assert real.open_p1 == 3
    assert set(asked) == {"sqlite:///real.db"}


def test_a_file_that_is_no_scenario_is_told_line_by_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    from command_center.cli import main
    from command_center.runtime.paths import resources_dir

    shipped = resources_dir() / "exercise" / "scenarios" / "sispamkota_500.toml"
    wrong = '[[inject]]\nid = "x"\nkind = "unit_fails"\nat = 09:01:00\nunit = "SAMAPTA 99"\n'
    file = tmp_path / "own.toml"
    file.write_text(shipped.read_text("utf-8") + wrong, encoding="utf-8")
    assert main(["exercise", "--check", "--scenario", str(file)]) == 3
    assert capsys.readouterr().out == (
        "inject x: there is no unit “SAMAPTA 99” in the table of units.\n"
    )
    assert main(["exercise", "--check", "--scenario", "sispamkota_500"]) == 0
