"""The list of cameras: found by typing, kept in order, and in step with a directory."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from command_center.commands.cameras import (
    ApplyDirectory,
    AttachCamera,
    EnableCamera,
    NoteCamera,
    RenameCamera,
    SetStatic,
)
from command_center.domain.errors import OperatorError
from command_center.domain.room import Camera, Role
from command_center.ports import Editing
from command_center.ui.cameras import words
from command_center.ui.cameras.check import Stage
from command_center.ui.cameras.model import CameraModel
from command_center.ui.cameras.panel import CamerasPanel
from command_center.ui.format import count
from command_center.ui.sentences import sentence
from command_center.video.directory.access import Access, Directory, Preset
from command_center.video.directory.diff import compare
from command_center.video.directory.entries import Entry, Parsed
from command_center.video.directory.service import Directories, Look
from tests.ui.conftest import MakeDesk
from tests.ui.scene import camera, room_rows
from tests.ui.seats import Desk, malang

MANY = 5_000
OPEN = Directory(Preset("kota", "Portal kota", "Kota", "list"), Access(True, "http://h.example/"))


class HandDirectories(Directories):
    """Answers with what the test puts into `entries`, or fails with `error`."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.seat.room_kind, desk.seat.city)
        self.found = [OPEN]
        self.entries: list[Entry] = []
        self.error: OperatorError | None = None
        self.looked: list[str] = []

    def all(self) -> list[Directory]:
        return self.found

    def look(self, name: str, cameras: Sequence[Camera], cancel: threading.Event) -> Look:
        self.looked.append(name)
        if self.error is not None:
            raise self.error
        parsed = Parsed(tuple(self.entries), (), frozenset())
        return Look(OPEN, compare(name, parsed, cameras, lambda lat, lon: ""), unchanged=False)


class Bench:
    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.directories = HandDirectories(desk)
        self.panel = CamerasPanel(desk.seat, self.directories)
        self.panel.resize(420, 600)
        self.panel.show()
        self.view, self.page = self.panel.view, self.panel.page

    def labels(self) -> list[str]:
        model = self.panel.model
        return [model.row_at(n).camera.label for n in range(model.rowCount())]

    def type(self, text: str) -> None:
        QTest.keyClicks(self.panel.field, text)

    def press(self, key: Qt.Key, with_: Qt.KeyboardModifier | None = None) -> None:
        QTest.keyClick(
            self.panel.window().focusWidget(), key, with_ or Qt.KeyboardModifier.NoModifier
        )

    def look(self) -> None:
        """At the one directory there is."""
        self.panel.show_directory()
        self.desk.settle()
        self.page.ask()
        self.desk.settle()

    def said(self) -> str:
        return self.page.said.text()


def bench_of(desk: Desk, qtbot: QtBot) -> Bench:
    made = Bench(desk)
    qtbot.addWidget(made.panel)
    made.panel.activateWindow()
    made.panel.field.setFocus()
    qtbot.waitUntil(made.panel.field.hasFocus)
    return made


def many(number: int = MANY) -> list[Camera]:
    areas = [area.code for area in malang().areas]
    return [
        replace(
            camera(n, f"Jl. Nomor {n} Arah {'Utara' if n % 2 else 'Selatan'}"),
            label=f"CAM-{n:04d}",
            area=areas[n % len(areas)],
        )
        for n in range(number)
    ]


@pytest.fixture
def bench(desk: Desk, qtbot: QtBot) -> Bench:
    return bench_of(desk, qtbot)


@pytest.fixture
def lead(new_desk: MakeDesk, qtbot: QtBot) -> Bench:
    return bench_of(new_desk(role=Role.SHIFT_LEAD), qtbot)


# --- finding -----------------------------------------------------------------------------------


def test_cameras_stand_by_label_and_selecting_is_told(bench: Bench) -> None:
    assert bench.labels() == sorted(bench.labels())
    assert len(bench.labels()) == 9
    bench.type("tugu")
    bench.press(Qt.Key.Key_Return)
    assert bench.desk.seat.selection.camera_id == "camera-7"
    assert bench.panel.counted.text() == "1 dari 9"


@pytest.mark.parametrize(
    "text",
    ["cam14", "CAM-014", "bantaran kpu", "gerbang lama", "kunci pos", "purwantoro", "dishub"],
)
def test_all_that_is_known_of_a_camera_finds_it(bench: Bench, text: str) -> None:
    area = next(area for area in malang().areas if area.name == "Purwantoro")
    row = bench.desk.row("camera", "camera-14")
    said = {"alias": "Gerbang lama", "note": "kunci di pos 2", "owner": "Dishub"}
    bench.desk.change(row, area=area.code, **said)
    bench.desk.settle()
    bench.type(text)
    assert [bench.panel.model.row_at(0).id, len(bench.labels())] == ["camera-14", 1]


def test_nothing_found_says_so_and_esc_shows_all(bench: Bench) -> None:
    bench.type("<b>zzz")
    assert bench.labels() == []
    assert bench.panel._empty() == words.nothing_fits("<b>zzz")
    bench.press(Qt.Key.Key_Escape)
    assert len(bench.labels()) == 9


def test_a_room_without_cameras_says_what_to_do(new_desk: MakeDesk, qtbot: QtBot) -> None:
    bench = bench_of(new_desk(rows=room_rows(new_desk().seat.room_kind)), qtbot)
    assert bench.labels() == []
    assert bench.panel._empty() == words.no_cameras()


def test_a_change_moves_one_row_and_keeps_the_place(bench: Bench) -> None:
    bench.view.setFocus()
    bench.view.reveal("camera-40")
    resets: list[str] = []
    bench.panel.model.modelReset.connect(lambda: resets.append("reset"))
    bench.desk.add(replace(camera(1, "Baru"), label="A-1"))
    row = bench.desk.row("camera", "camera-3")
    bench.desk.change(row, alias="Simpang baru")
    bench.desk.settle()
    assert bench.labels()[0] == "A-1"
    assert len(bench.labels()) == 10
    current = bench.view.current()
    assert current is not None
    assert (current.id, resets) == ("camera-40", [])


def test_a_row_that_no_longer_fits_leaves_and_comes_back(bench: Bench) -> None:
    bench.type("dieng")
    row = bench.desk.row("camera", "camera-3")
    row = bench.desk.change(row, name="Jalan lain")
    bench.desk.settle()
    assert bench.labels() == []
    bench.desk.change(row, note="dekat Dieng")
    bench.desk.settle()
    assert len(bench.labels()) == 1


class Operations:
    """Counts what the model does to its views, and what they ask of it."""

    def __init__(self, model: CameraModel, monkeypatch: pytest.MonkeyPatch) -> None:
        self.signals = self.asked = 0
        for signal in (
            model.modelReset,
            model.rowsInserted,
            model.rowsRemoved,
            model.rowsMoved,
            model.layoutChanged,
            model.dataChanged,
        ):
            signal.connect(self._signalled)
        data = CameraModel.data

        def counted(model: CameraModel, index: QModelIndex, role: int = 0) -> object:
            self.asked += 1
            return data(model, index, role)

        monkeypatch.setattr(CameraModel, "data", counted)

    def _signalled(self, *_: object) -> None:
        self.signals += 1


def test_typing_over_5000_cameras_costs_one_step_a_key(
    new_desk: MakeDesk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = new_desk(rows=[*room_rows(new_desk().seat.room_kind), *many()])
    bench = bench_of(desk, qtbot)
    assert bench.panel.counted.text() == words.counted(MANY, MANY)
    rows = bench.view.viewport().height() // 44 + 2
    operations = Operations(bench.panel.model, monkeypatch)
    for text, found in (("n", MANY), ("no", MANY), ("nomor 4321", 1)):
        operations.signals = operations.asked = 0
        keys = len(text) - len(bench.panel.field.text())
        bench.type(text[len(bench.panel.field.text()) :])
        qtbot.wait(10)
        assert bench.panel.model.rowCount() == found
        assert operations.signals <= keys
        assert operations.asked <= keys * 4 * rows
    assert bench.labels() == ["CAM-4321"]
    operations.signals = 0
    bench.press(Qt.Key.Key_Escape)
    assert (operations.signals, len(bench.labels())) == (1, MANY)


def test_the_same_cameras_again_cost_nothing(
    new_desk: MakeDesk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = new_desk(rows=[*room_rows(new_desk().seat.room_kind), *many()])
    bench = bench_of(desk, qtbot)
    operations = Operations(bench.panel.model, monkeypatch)
    desk.change(desk.row("camera", "camera-77"), note="x")
    desk.settle()
    assert operations.signals == 1


def test_a_panel_that_is_not_seen_reads_nothing(desk: Desk, qtbot: QtBot) -> None:
    panel = CamerasPanel(desk.seat, HandDirectories(desk))
    qtbot.addWidget(panel)
    desk.change(desk.row("camera", "camera-3"), note="x")
    desk.settle()
    assert panel.model.total == 0
    panel.show()
    assert panel.model.total == 9


# --- one camera --------------------------------------------------------------------------------


CONTROL = Qt.KeyboardModifier.ControlModifier


def test_a_name_and_a_note_are_written_in_a_line(bench: Bench) -> None:
    bench.type("dieng")
    bench.press(Qt.Key.Key_E, CONTROL)
    assert bench.panel.editor.field.text() == "Simpang Dieng"
    QTest.keyClicks(bench.panel.editor.field, "Depan pos")
    bench.press(Qt.Key.Key_Return)
    bench.press(Qt.Key.Key_J, CONTROL)
    QTest.keyClicks(bench.panel.editor.field, "lensa kotor")
    bench.press(Qt.Key.Key_Return)
    bench.press(Qt.Key.Key_E, CONTROL)
    QTest.keyClicks(bench.panel.editor.field, "lain")
    bench.press(Qt.Key.Key_Escape)
    bench.desk.settle()
    expected = [
        RenameCamera("camera-3", "Depan pos", before=""),
        NoteCamera("camera-3", "lensa kotor", before=""),
    ]
    assert bench.desk.commands == expected
    assert bench.panel.editor.isHidden()
    assert [notice.undo is not None for notice in bench.desk.notices] == [True, True]


def test_what_an_operator_may_not_do_says_so(bench: Bench) -> None:
    bench.type("dieng")
    bench.press(Qt.Key.Key_D, CONTROL)
    bench.desk.settle()
    assert bench.desk.commands == []
    assert [notice.code for notice in bench.desk.notices] == ["not_allowed"]
    row = bench.view.current()
    assert row is not None
    menu = bench.view.menu(row.camera)
    assert [item.isEnabled() for item in menu.actions()] == [True, True, True, False, False, False]
    assert menu.actions()[3].toolTip() == sentence("not_allowed", {})


def test_a_lead_turns_it_off_and_has_it_carried(lead: Bench) -> None:
    lead.type("dieng")
    lead.press(Qt.Key.Key_D, CONTROL)
    lead.press(Qt.Key.Key_M, CONTROL)
    lead.press(Qt.Key.Key_G, CONTROL)
    lead.desk.seat.selection.select_unit("unit-samapta-14")
    lead.press(Qt.Key.Key_G, CONTROL)
    lead.desk.settle()
    assert lead.desk.commands == [
        EnableCamera("camera-3", False),
        SetStatic("camera-3", True),
        AttachCamera("camera-3", "unit-samapta-14", ""),
    ]
    assert [notice.code for notice in lead.desk.notices if notice.error] == ["select_unit"]


def test_a_row_says_how_the_camera_is_and_text_from_outside_stays_text(bench: Bench) -> None:
    row = bench.desk.row("camera", "camera-3")
    row = bench.desk.change(row, name="<b>Simpang</b> &amp; <img src=x>", enabled=False)
    bench.desk.settle()
    bench.type("simpang")
    shown = bench.view.current()
    assert shown is not None
    index = bench.panel.model.index(0)
    assert index.data() == "<b>Simpang</b> &amp; <img src=x>"
    assert "tidak dipakai" in str(index.data(Qt.ItemDataRole.AccessibleTextRole))
    assert "&lt;b&gt;Simpang" in str(index.data(Qt.ItemDataRole.ToolTipRole))
    bench.desk.change(row, gone_at=datetime(2026, 11, 21, tzinfo=UTC))
    bench.desk.settle()
    assert "tidak lagi di direktori" in str(index.data(Qt.ItemDataRole.AccessibleTextRole))


def test_everything_is_reached_by_keys(bench: Bench) -> None:
    bench.press(Qt.Key.Key_Down)
    bench.press(Qt.Key.Key_Down)
    assert bench.view.currentIndex().row() == 2
    bench.view.setFocus()
    bench.press(Qt.Key.Key_Return)
    assert bench.desk.seat.selection.camera_id == bench.panel.model.row_at(2).id
    for _ in range(3):
        bench.press(Qt.Key.Key_Up)
    assert bench.panel.field.hasFocus()
    bench.press(Qt.Key.Key_R, CONTROL)
    assert bench.panel.stack.currentWidget() is bench.page
    bench.press(Qt.Key.Key_Escape)
    assert bench.panel.field.hasFocus()


# --- directories -------------------------------------------------------------------------------


def entries(numbers: Sequence[int], **given: Any) -> list[Entry]:
    return [Entry(f"s{n}", f"Jl. {n}", f"http://h.example/{n}.m3u8", **given) for n in numbers]


def test_a_directory_that_is_off_is_not_asked(lead: Bench) -> None:
    lead.directories.found = [replace(OPEN, access=Access())]
    lead.panel.show_directory()
    lead.desk.settle()
    assert lead.said().startswith(sentence("directory_off", {"name": "Portal kota"}))
    assert lead.said().endswith("cameras access kota --url …")
    assert not lead.page.ask_button.isEnabled()
    lead.press(Qt.Key.Key_R, CONTROL)
    lead.desk.settle()
    assert lead.directories.looked == []


def test_what_would_change_is_shown_before_it_is_done(lead: Bench) -> None:
    lead.directories.entries = entries(range(3), lat=1.0, lon=1.0)
    lead.panel.show_directory()
    lead.desk.settle()
    lead.press(Qt.Key.Key_R, CONTROL)
    lead.desk.settle()
    assert lead.said() == "3 baru · 3 di luar kota"
    assert len(lead.page.lines.stringList()) == 6
    assert lead.desk.commands == []
    lead.press(Qt.Key.Key_S, CONTROL)
    lead.desk.settle()
    (command,) = lead.desk.commands
    assert isinstance(command, ApplyDirectory)
    assert [c.id for c in command.cameras] == ["s0", "s1", "s2"]
    assert lead.page.check.stage is Stage.APPLIED
    assert lead.said() == sentence("cameras.synchronised", {"count": 3})


def test_an_operator_looks_and_does_not_apply(bench: Bench) -> None:
    bench.directories.entries = entries(range(3))
    bench.look()
    assert not bench.page.apply_button.isEnabled()
    assert bench.page.apply_button.toolTip() == sentence("not_allowed", {})
    bench.page.apply()
    assert bench.desk.commands == []


def in_room(desk: Desk, count: int) -> None:
    parsed = Parsed(tuple(entries(range(count))), (), frozenset())
    diff = compare("kota", parsed, (), lambda lat, lon: "")
    desk.add(*[change.after for change in diff.changes])
    desk.settle()


def test_losing_most_takes_a_second_word(lead: Bench) -> None:
    in_room(lead.desk, 10)
    lead.directories.entries = entries(range(4))
    lead.look()
    assert "6 dari 10" in lead.said()
    lead.page.apply()
    assert lead.desk.commands == []
    assert lead.page.apply_button.text() == "Tetap terapkan"
    lead.page.apply()
    (command,) = lead.desk.commands
    assert (command.accept_loss, len(command.gone)) == (True, 6)


def test_nothing_new_has_nothing_to_apply(lead: Bench) -> None:
    in_room(lead.desk, 10)
    lead.directories.entries = entries(range(10))
    lead.look()
    assert lead.said() == "Tidak ada yang berubah.\n10 sama"
    assert not lead.page.apply_button.isEnabled()


def test_an_error_names_what_is_wrong_and_it_can_be_tried_again(lead: Bench) -> None:
    lead.directories.error = OperatorError("source_status", status="500")
    lead.look()
    assert lead.said() == sentence("source_status", {"status": "500"})
    lead.directories.error = None
    lead.directories.entries = entries(range(2))
    lead.page.ask()
    lead.desk.settle()
    assert lead.page.apply_button.isEnabled()


def test_a_large_one_goes_in_parts_and_may_be_left_between_them(lead: Bench) -> None:
    lead.directories.entries = entries(range(1_200))
    lead.desk.recorder.hold = True
    lead.look()
    lead.page.apply()
    lead.desk.recorder.answer()
    lead.desk.settle()
    assert lead.said() == f"500 dari {count(1200)} kamera diterapkan"
    assert len(lead.desk.commands) == 2
    lead.page.ask()  # its button says Batalkan now
    lead.desk.recorder.answer()
    lead.desk.settle()
    assert len(lead.desk.commands) == 2
    assert lead.said() == f"500 dari {count(1200)} kamera diterapkan"
    assert lead.page.check.stage is Stage.IDLE


def test_a_part_that_fails_leaves_the_rest_and_says_so(lead: Bench) -> None:
    lead.directories.entries = entries(range(1_200))
    lead.look()
    lead.desk.recorder.error = OperatorError("database_busy")
    lead.page.apply()
    lead.desk.settle()
    assert len(lead.desk.commands) == 1
    assert lead.said() == sentence("database_busy", {})
    assert not lead.page.apply_button.isEnabled()


# --- two people at one camera --------------------------------------------------------------------


def test_a_name_being_typed_stays_and_the_newer_one_stands_beside_it(bench: Bench) -> None:
    desk, panel = bench.desk, bench.panel
    bench.type("dieng")
    bench.press(Qt.Key.Key_Down)
    bench.press(Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    field = panel.editor.field
    QTest.keyClicks(field, "Depan pos")
    mine = desk.seat.presence.mine
    assert mine is not None
    assert (mine.entity, mine.id, mine.name) == ("camera", "camera-3", "alias")
    desk.seat.presence.others = (Editing("x", "staff-dw", "camera", "camera-3", "note"),)
    desk.seat.presence.changed.emit()
    assert panel.editor.newer.text() == "sedang diubah oleh DW (catatan)"
    desk.change(desk.row("camera", "camera-3"), alias="Simpang lima")
    desk.settle()
    assert panel.editor.newer.text() == "kini: Simpang lima"
    assert (field.text(), field.hasFocus()) == ("Depan pos", True)
    QTest.keyClick(field, Qt.Key.Key_Return)
    desk.settle()
    assert desk.commands == [RenameCamera("camera-3", "Depan pos", "")]
    assert desk.seat.presence.mine is None
