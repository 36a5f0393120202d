"""Streets are closed on the map and by words, seen with what they shut, and opened again."""

from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from command_center.commands.roads import ROADS_SETTING, CloseRoad, OpenRoad
from command_center.domain.room import Role, RoomSetting
from command_center.domain.unit import RoadClosure
from command_center.geo.roadnet.reading import read_roads
from command_center.geo.roadnet.table import save
from command_center.ui.actions.buttons import action_button
from command_center.ui.actions.table import ACTIONS
from command_center.ui.commandline.grammar import read, understand
from command_center.ui.map.panel import MapPanel
from command_center.ui.roads.drawing import ClosureDesk
from command_center.ui.roads.lines import Begun, Look
from command_center.ui.roads.overlay import along
from command_center.ui.roads.panel import RoadsPanel
from tests.room.test_roads import LINE, town
from tests.ui.conftest import MakeDesk
from tests.ui.map_pictures import finished
from tests.ui.real_room import RealDesk, real_desk
from tests.ui.scene import NOW, ago
from tests.ui.seats import Desk
from tests.ui.test_radio_text import cut, desk_at, show

__all__ = ["desk_at", "real_desk"]

SUHAT = ((-7.945, 112.615), (-7.949, 112.617))


def closure(id: str = "closure-1", **fields: object) -> RoadClosure:
    values = {
        "id": id,
        "version": 1,
        "name": "Jl. Veteran",
        "line": LINE,
        "reason": "banjir 40 cm",
        "closed_at": ago(600),
        "closed_by": "staff-rs",
        "until": None,
        "opened_at": None,
        **fields,
    }
    return RoadClosure(**values)  # type: ignore[arg-type]


@pytest.fixture
def streets(desk: Desk, tmp_path: Path) -> None:
    """A town of a few streets, known to the room and on this machine."""
    made = read_roads(town(tmp_path / "town.geojson"))
    assert made.table is not None
    desk.seat.roads._folder = tmp_path
    _, digest = save(made.table, tmp_path)
    value = {"sha256": digest, "edges": 17, "nodes": 12, "source": "town.geojson"}
    desk.add(RoomSetting(ROADS_SETTING, 1, {**value, "imported_at": NOW.isoformat()}))
    desk.settle()


def map_of(desk: Desk, qtbot: QtBot) -> MapPanel:
    panel = MapPanel(desk.seat)
    qtbot.addWidget(panel)
    panel.resize(890, 700)
    panel.show()
    with qtbot.waitActive(panel):
        panel.activateWindow()
    desk.settle()
    return panel


@pytest.fixture
def closures(desk: Desk, qtbot: QtBot) -> ClosureDesk:
    panel = map_of(desk, qtbot)
    desk.seat.asking.asked.connect(lambda id, _: None)
    made = panel.closures
    made.setProperty("panel", panel)
    return made


def write(closures: ClosureDesk, **values: str) -> None:
    for name, text in values.items():
        field = closures.card.form.inside[name]
        assert isinstance(field, QLineEdit)
        field.setText(text)
    closures.card.form.keep_button.click()


def click(closures: ClosureDesk, x: int, y: int) -> None:
    QTest.mouseClick(closures.overlay, Qt.MouseButton.LeftButton, pos=QPoint(x, y))


# --- drawing ------------------------------------------------------------------------------------


def test_enter_is_the_orders_again_when_drawing_ends(
    closures: ClosureDesk, desk: Desk, qtbot: QtBot
) -> None:
    order = action_button(desk.seat, "incident.order")
    qtbot.addWidget(order)
    click(closures, 10, 10)
    ACTIONS["view.close_road"].perform(desk.seat)
    drawing = order.key_is_ours
    closures.leave()
    assert (drawing, order.key_is_ours) == (False, True)


def test_a_stretch_is_closed_by_two_clicks_and_a_reason(closures: ClosureDesk, desk: Desk) -> None:
    ACTIONS["view.close_road"].perform(desk.seat)
    click(closures, 300, 200)
    write(closures, name="Jl. Veteran", reason="banjir")
    assert (desk.commands, closures.drawing) == ([], True)
    assert "paling sedikit dua titik" in closures.card.faults.text()
    click(closures, 340, 260)
    assert closures.card.told.text().startswith("2 titik · ")
    write(closures, until="13:00")
    assert "sudah lewat" in closures.card.faults.text()
    write(closures, until="16:00")
    (command,) = desk.commands
    assert isinstance(command, CloseRoad)
    assert (command.name, command.reason, len(command.line)) == ("Jl. Veteran", "banjir", 2)
    assert command.until == NOW.replace(hour=9, minute=0, second=0)
    lat, lon = command.line[0]
    assert closures.overlay.at(300, 200) == pytest.approx((lat, lon), abs=1e-6)
    assert not closures.drawing
    assert not closures.card.isVisible()


def test_a_line_may_be_dragged(closures: ClosureDesk, desk: Desk) -> None:
    ACTIONS["view.close_road"].perform(desk.seat)
    overlay, left = closures.overlay, Qt.MouseButton.LeftButton
    QTest.mousePress(overlay, left, pos=QPoint(200, 200))
    for x in range(205, 305, 5):
        QTest.mouseMove(overlay, QPoint(x, 200))
    QTest.mouseRelease(overlay, left, pos=QPoint(300, 200))
    assert 5 < len(closures.points) < 10
    QTest.mouseMove(overlay, QPoint(400, 400))
    assert len(closures.points) < 10


def test_the_keyboard_draws_at_the_middle_of_the_map(closures: ClosureDesk, desk: Desk) -> None:
    canvas = closures.overlay.parentWidget()
    assert canvas is not None
    ACTIONS["view.close_road"].perform(desk.seat)
    assert canvas.hasFocus()
    for key in (Qt.Key.Key_Space, Qt.Key.Key_Right, Qt.Key.Key_Space, Qt.Key.Key_Space):
        QTest.keyClick(canvas, key)
    assert len(closures.points) == 2
    QTest.keyClick(canvas, Qt.Key.Key_Backspace)
    assert len(closures.points) == 1
    QTest.keyClick(canvas, Qt.Key.Key_Return)
    assert closures.card.form.inside["name"].hasFocus()
    QTest.keyClick(closures.card.form.inside["name"], Qt.Key.Key_Escape)
    assert (closures.drawing, closures.points) == (False, [])
    assert closures.overlay.testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    QTest.keyClick(canvas, Qt.Key.Key_Space)
    assert closures.points == []


def test_who_may_not_close_draws_nothing(new_desk: MakeDesk, qtbot: QtBot) -> None:
    desk = new_desk(role=Role.OBSERVER)
    panel = map_of(desk, qtbot)
    desk.seat.asking.ask("view.close_road")
    assert not panel.closures.drawing
    assert [notice.code for notice in desk.notices] == ["not_allowed"]


def test_what_a_line_would_shut_is_said_while_it_is_drawn(
    closures: ClosureDesk, desk: Desk, streets: None
) -> None:
    closures.begin(Begun(LINE))
    desk.settle()
    assert "menutup 1 ruas" in closures.card.told.text()
    closures.begin(Begun(SUHAT))
    desk.settle()
    assert "tidak mengenai jalan mana pun" in closures.card.told.text()


def test_a_closure_is_painted_with_its_name(desk: Desk, qtbot: QtBot) -> None:
    panel = map_of(desk, qtbot)
    before = finished(panel.canvas)
    row = closure(line=SUHAT, until=NOW + timedelta(hours=1))
    desk.add(row)
    desk.settle()
    assert finished(panel.canvas) != before
    (shown,) = panel.closures.overlay._shut
    assert shown.text == "Ditutup: Jl. Veteran · s.d. 15:07"
    desk.change(row, opened_at=NOW)
    desk.settle()
    assert finished(panel.canvas) == before


def test_crosses_stand_along_a_line_however_short() -> None:
    spots = along([QPoint(0, 0).toPointF(), QPoint(100, 0).toPointF()], 26)
    assert [spot.x() for spot in spots] == [13, 39, 65, 91]
    assert len(along([QPoint(0, 0).toPointF(), QPoint(2, 0).toPointF()], 26)) == 1


# --- the list -----------------------------------------------------------------------------------


def list_of(desk: Desk, qtbot: QtBot) -> RoadsPanel:
    panel = RoadsPanel(desk.seat)
    qtbot.addWidget(panel)
    panel.resize(480, 600)
    panel.show()
    for _ in range(3):
        desk.settle()
    return panel


def test_the_list_says_who_closed_what_why_and_what_it_shuts(
    desk: Desk, qtbot: QtBot, streets: None
) -> None:
    desk.add(closure(until=NOW + timedelta(minutes=1)), closure("closure-2", line=SUHAT))
    panel = list_of(desk, qtbot)
    shown = {row.id: row for row in panel.model.rows}
    assert shown["closure-1"].right == "sejak 21-11 13:57 · s.d. 14:08"
    assert shown["closure-1"].second == "RS · banjir 40 cm · menutup 1 ruas"
    assert shown["closure-2"].second.endswith("tidak mengenai jalan mana pun di peta jalan")
    desk.tick(120)
    desk.settle()
    shown = {row.id: row for row in panel.model.rows}
    assert shown["closure-1"].right.endswith("lewat perkiraan 1 m")


def test_what_was_found_of_another_map_is_not_said_of_this_one(
    desk: Desk, qtbot: QtBot, streets: None
) -> None:
    panel = list_of(desk, qtbot)
    assert "17 ruas" in panel.standing.text()
    panel._look = Look("", "no_roads")
    panel.refresh()
    assert "belum diimpor" not in panel.standing.text()


def test_what_is_opened_again_leaves_the_list(desk: Desk, qtbot: QtBot) -> None:
    row = closure()
    desk.add(row)
    panel = list_of(desk, qtbot)
    panel.ask("open")
    assert [notice.code for notice in desk.notices] == ["select_closure"]
    panel.view.setCurrentIndex(panel.model.index(0, 0))
    QTest.keyClick(panel.view, Qt.Key.Key_Delete)
    QTest.keyClick(panel.question, Qt.Key.Key_Return)
    assert desk.commands == [OpenRoad("closure-1")]
    desk.change(row, opened_at=NOW)
    desk.settle()
    assert panel.model.rows == []


def test_enter_shows_the_closure_on_the_map(desk: Desk, qtbot: QtBot) -> None:
    desk.add(closure(line=SUHAT))
    chart, panel = map_of(desk, qtbot), list_of(desk, qtbot)
    panel.view.setCurrentIndex(panel.model.index(0, 0))
    QTest.keyClick(panel.view, Qt.Key.Key_Return)
    assert chart.canvas.pin is not None
    assert chart.canvas.pin.name == "Jl. Veteran"


# --- the command line ---------------------------------------------------------------------------


def test_a_closure_is_typed_with_coordinates_and_finished_at_the_map(
    closures: ClosureDesk, desk: Desk
) -> None:
    said = understand(desk.seat, "tutupjalan -7.945 112.615 -7.949 112.617 banjir sampai 16:00")
    assert said is not None
    said.run(desk.seat)
    assert tuple(closures.points) == SUHAT
    values = closures.card.form.held()
    assert (values["reason"], values["until"]) == ("banjir", "16:00")
    write(closures, name="Jl. Suhat")
    (command,) = desk.commands
    assert isinstance(command, CloseRoad)
    assert command.line == SUHAT


def test_a_closure_between_two_known_places_is_typed_whole(desk: Desk) -> None:
    said = understand(desk.seat, "tutupjalan @stadion gajayana @alun-alun tugu banjir sampai 16:00")
    assert said is not None
    assert "banjir" in said.text
    said.run(desk.seat)
    (command,) = desk.commands
    assert isinstance(command, CloseRoad)
    assert (command.reason, len(command.line)) == ("banjir", 2)
    assert "Gajayana" in command.name


def test_a_place_that_is_an_area_is_no_point(desk: Desk) -> None:
    reading = read(desk.seat, "tutupjalan @lowokwaru banjir")
    assert reading is not None
    assert reading.wrong is not None
    assert reading.wrong.code == "road_place_is_area"


def test_a_closure_is_opened_by_its_name(desk: Desk) -> None:
    desk.add(closure(), closure("closure-2", name="Jl. Veteran atas"), closure("c-3", name="Suhat"))
    desk.settle()
    for line, code in (
        ("bukajalan tugu", "closure_unknown"),
        ("bukajalan vet", "closure_ambiguous"),
    ):
        reading = read(desk.seat, line)
        assert reading is not None
        assert reading.wrong is not None
        assert reading.wrong.code == code
    said = understand(desk.seat, "bukajalan jl. veteran")
    assert said is not None
    said.run(desk.seat)
    assert desk.commands == [OpenRoad("closure-1")]


def test_no_word_is_cut_narrow_and_at_150_percent(desk_at: Desk, qtbot: QtBot) -> None:
    desk_at.add(closure(until=NOW + timedelta(hours=1)))
    panel = RoadsPanel(desk_at.seat)
    show(desk_at, panel, qtbot)
    assert cut(panel) == []
    panel.view.setCurrentIndex(panel.model.index(0, 0))
    panel.ask("open")
    desk_at.settle()
    assert cut(panel) == []
    chart = MapPanel(desk_at.seat)
    show(desk_at, chart, qtbot)
    chart.closures.begin(Begun(SUHAT))
    chart.closures.card.say("Tulis alasan penutupan.")
    desk_at.settle()
    assert cut(chart) == []


# --- over a real room ---------------------------------------------------------------------------


def test_a_closure_is_kept_and_opened_by_the_room(real_desk: RealDesk) -> None:
    seat = real_desk.seat
    panel = RoadsPanel(seat)
    real_desk.qtbot.addWidget(panel)
    panel.show()
    said = understand(seat, "tutupjalan @stadion gajayana @alun-alun tugu banjir")
    assert said is not None
    said.run(seat)
    real_desk.until(lambda: panel.model.rows)
    assert panel.model.rows[0].second.startswith("O1 · banjir")
    panel.view.setCurrentIndex(panel.model.index(0, 0))
    panel.ask("open")
    QTest.keyClick(panel.question, Qt.Key.Key_Return)
    real_desk.until(lambda: not panel.model.rows)
    assert real_desk.kinds()[-2:] == ["road.closed", "road.opened"]


def test_a_map_of_streets_is_taken_in_from_the_window(real_desk: RealDesk, tmp_path: Path) -> None:
    real_desk.sit(Role.ADMINISTRATOR)
    panel = RoadsPanel(real_desk.seat)
    real_desk.qtbot.addWidget(panel)
    panel.show()
    assert "belum diimpor" in panel.standing.text()
    panel.read_file(town(tmp_path / "kota.geojson"))
    real_desk.until(panel.question.isVisible)
    assert real_desk.kinds()[-1] != "roads.imported"
    assert panel.question.field is not None
    panel.question.field.setText("data sendiri")
    QTest.keyClick(panel.question.field, Qt.Key.Key_Return)
    real_desk.until(lambda: real_desk.kinds()[-1] == "roads.imported")
    real_desk.until(lambda: panel.standing.text().startswith("Peta jalan: kota.geojson · "))
    assert panel.standing.text().endswith("data sendiri")
    for file in (tmp_path / "roads").iterdir():
        file.write_bytes(b"not a graph")
    real_desk.seat.roads._kept = None
    panel._asked = ()
    panel.refresh()
    real_desk.until(lambda: "rusak" in panel.standing.text())


def test_an_import_can_be_stopped_and_then_nothing_is_kept(
    real_desk: RealDesk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real_desk.sit(Role.ADMINISTRATOR)
    panel = RoadsPanel(real_desk.seat)
    real_desk.qtbot.addWidget(panel)
    panel.show()
    nodes = "".join(
        f'<node id="{n}" version="1" lat="-7.9" lon="112.6"/>' for n in range(1, 40_001)
    )
    file = tmp_path / "kota.osm"
    file.write_text(f'<osm version="0.6">{nodes}</osm>')
    panel.job.told.connect(lambda _: panel.ask("stop"))
    panel.read_file(file)
    real_desk.until(lambda: not panel.job.running)
    assert "Dihentikan" in panel.outlook.text()
    assert not panel.question.isVisible()
    assert not (tmp_path / "roads").exists()
    panel.read_file(tmp_path / "tidak-ada.osm")
    real_desk.until(lambda: "roads_file_unreadable" in real_desk.said())


def test_a_file_without_streets_says_what_is_wrong(real_desk: RealDesk, tmp_path: Path) -> None:
    panel = RoadsPanel(real_desk.seat)
    real_desk.qtbot.addWidget(panel)
    panel.show()
    panel.ask("import")
    assert real_desk.said() == ["not_allowed"]
    real_desk.sit(Role.ADMINISTRATOR)
    file = tmp_path / "kosong.osm"
    file.write_text('<osm version="0.6"></osm>')
    panel.read_file(file)
    real_desk.until(lambda: not panel.job.running)
    real_desk.until(panel.faults.text)
    assert "tidak ada baris yang dapat dipakai" in panel.faults.text()
    assert not panel.question.isVisible()
