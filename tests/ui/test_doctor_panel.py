"""The page of this machine: the doctor's answers in words of the screen, and the support file."""

from __future__ import annotations

import os
import re
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from command_center.bootstrap.doctor.findings import Finding, attention, broken, ok
from command_center.bootstrap.doctor.look import CHECKS as LOOKED
from command_center.bootstrap.doctor.window import FOLDER, MachineDoctor
from command_center.bootstrap.support import file as support
from command_center.cli_doctor_words import DO as DO_EN
from command_center.cli_doctor_words import WHAT as WHAT_EN
from command_center.domain.errors import OperatorError
from command_center.domain.room import RoomKind
from command_center.runtime.option_forms import Wrong
from command_center.runtime.setting_layers import Layer, WrongSetting
from command_center.ui.doctor.model import Step
from command_center.ui.doctor.panel import DoctorPanel
from command_center.ui.doctor.sentences import CHECKS, DO, WHAT
from command_center.ui.doctor.words import whole_text
from command_center.ui.settings.link_row import LinkRow
from command_center.ui.settings.machine_page import MachinePage
from command_center.ui.tasks import Tasks
from tests.ui.seats import Desk

WELL = ok("folders", "folders_ok")
LATE = attention("witness", "witness_none", "set_witness")
AWAY = broken(
    "database", "database_fault", "check_address", cause=OperatorError("database_unreachable")
)


class HandDoctor:
    """A machine in the hands of the test."""

    def __init__(self, file: Path) -> None:
        self.found: list[Finding] = [WELL, LATE, AWAY]
        self.file = file
        self.go_on = threading.Event()
        self.fails = False

    def look(self) -> list[Finding]:
        if self.fails:
            raise ValueError("a bug")
        return self.found

    def keep_support(self, step: Step) -> Path:
        step("logs")
        if self.fails:
            raise ValueError("a bug")
        while not self.go_on.wait(0.01):
            step("logs")
        return self.file


@pytest.fixture
def doctor(tmp_path: Path) -> HandDoctor:
    return HandDoctor(tmp_path / "bantuan.zip")


@pytest.fixture
def panel(desk: Desk, doctor: HandDoctor, qtbot: QtBot) -> Iterator[DoctorPanel]:
    """What waits, waits on another thread, as in the program."""
    with ThreadPoolExecutor(1) as pool:
        tasks = Tasks(pool)
        made = DoctorPanel(replace(desk.seat, tasks=tasks), doctor)
        qtbot.addWidget(made)
        made.resize(520, 500)
        made.show()
        qtbot.waitUntil(lambda: made.model.rowCount() == 3)
        yield made
        tasks.stop()  # nobody is there to be answered
        doctor.go_on.set()


def test_what_is_wrong_stands_first_with_what_to_do(panel: DoctorPanel) -> None:
    assert [row.id for row in panel.model.rows] == ["database", "witness", "folders"]
    assert panel.standing.text() == "1 rusak, 1 perlu perhatian, 1 baik."
    assert panel.outlook.text().endswith("Periksa alamat dan servernya, lalu periksa lagi.")
    panel.view.setCurrentIndex(panel.model.index(1, 0))
    assert panel.outlook.text() == (
        "Yang dilihat dari catatan disimpan di komputer ini saja."
        " Setel saksi catatan ke folder di jaringan atau flashdisk."
    )


def test_looking_again_moves_no_mark(panel: DoctorPanel, doctor: HandDoctor, qtbot: QtBot) -> None:
    panel.view.setCurrentIndex(panel.model.index(1, 0))
    doctor.found = [WELL, LATE]
    panel.ask("look")
    qtbot.waitUntil(lambda: panel.model.rowCount() == 2)
    assert panel.view.current() == panel.model.rows[0]
    assert panel.model.rows[0].id == "witness"


def test_a_support_file_is_written_with_its_path_shown(
    panel: DoctorPanel, doctor: HandDoctor, desk: Desk, qtbot: QtBot
) -> None:
    panel.ask("keep")
    qtbot.waitUntil(lambda: panel.standing.text() == "Membaca catatan program …")
    assert panel.reason("look") == "support_busy"
    doctor.go_on.set()
    qtbot.waitUntil(lambda: panel.reason("look") is None)
    assert str(doctor.file) in panel.standing.text()
    assert desk.notices[-1].code == "support_kept"


def test_writing_it_can_be_stopped(panel: DoctorPanel, desk: Desk, qtbot: QtBot) -> None:
    panel.ask("keep")
    qtbot.waitUntil(lambda: not panel.buttons["stop"].isHidden())
    panel.ask("stop")
    qtbot.waitUntil(lambda: panel.reason("look") is None)
    assert desk.notices[-1].code == "support_stopped"
    assert panel.standing.text() == "1 rusak, 1 perlu perhatian, 1 baik."


@pytest.mark.parametrize("asked", ["look", "keep"])
def test_after_a_bug_it_can_be_asked_again(
    asked: str,
    panel: DoctorPanel,
    doctor: HandDoctor,
    qtbot: QtBot,
    caplog: pytest.LogCaptureFixture,
) -> None:
    """`caplog`: the bug is logged."""
    doctor.fails = True
    panel.ask(asked)
    assert panel.reason(asked) == "support_busy"
    qtbot.waitUntil(lambda: panel.reason(asked) is None)
    assert panel.standing.text() == "1 rusak, 1 perlu perhatian, 1 baik."
    assert panel.buttons["stop"].isHidden()
    doctor.fails = False
    doctor.found = [WELL]
    panel.ask("look")
    qtbot.waitUntil(lambda: panel.model.rowCount() == 1)


def test_a_bug_of_somebody_else_ends_a_file_that_is_not_missed_later(
    panel: DoctorPanel, doctor: HandDoctor, desk: Desk, qtbot: QtBot
) -> None:
    """Whose bug it was is not known; the file of then ends nothing that was begun since."""
    panel.ask("keep")
    panel._seat.tasks.bug.emit(ValueError())
    assert panel.reason("keep") is None
    panel.ask("keep")
    doctor.go_on.set()
    qtbot.waitUntil(lambda: panel.reason("keep") is None)
    assert [one.code for one in desk.notices] == ["support_kept"]


def test_a_setting_is_called_what_the_screen_calls_it() -> None:
    wrong = WrongSetting(Wrong("setting_not_web"), "relay", "settings.toml", Layer.USER)
    found = attention("settings", "settings_unused", "correct_there", cause=(wrong,))
    assert "Relai kamera" in whole_text(found)


def test_the_screen_has_every_sentence_of_the_terminal_with_the_same_holes() -> None:
    def holes(text: str) -> set[str]:
        return set(re.findall(r"\{(\w+)\}", text))

    for ours, theirs in ((WHAT, WHAT_EN), (DO, DO_EN)):
        assert ours.keys() == theirs.keys()
        assert [code for code, text in ours.items() if holes(text) != holes(theirs[code])] == []
    checks = {"time_of_day": "time", "administrators": "administrator"}
    assert [checks.get(one.__name__, one.__name__) for one in LOOKED] == list(CHECKS)


def test_the_settings_lead_there_in_a_live_room_only(desk: Desk, qtbot: QtBot) -> None:
    def leads(kind: RoomKind) -> list[str]:
        page = MachinePage(replace(desk.seat, room_kind=kind), None)
        qtbot.addWidget(page)
        for _ in page.parts():
            pass
        rows = page.findChildren(LinkRow)
        return [row.title.text() for row in rows if row.button is not None]

    assert leads(RoomKind.LIVE) == ["Keadaan komputer ini"]
    assert leads(RoomKind.EXERCISE) == []


def test_a_folder_that_refuses_is_said(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "bantuan").touch()
    with pytest.raises(OperatorError, match="first_run_machine"):
        MachineDoctor("").keep_support(lambda _: None)


def test_the_newest_support_files_are_kept_and_nothing_else_is_touched(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "data" / FOLDER
    folder.mkdir(parents=True)
    monkeypatch.setattr(support, "write_support", lambda path, *_: path.touch())
    for day in range(1, 9):
        old = folder / f"pusat-komando-bantuan-201501{day:02}-120000.zip"
        old.touch()
        os.utime(old, (day, day))
    (folder / "surat.zip").touch()
    made = MachineDoctor("").keep_support(lambda _: None)
    left = sorted(one.name for one in folder.iterdir())
    assert left == [
        *(f"pusat-komando-bantuan-201501{day:02}-120000.zip" for day in (5, 6, 7, 8)),
        made.name,
        "surat.zip",
    ]
