"""The page of versions: who runs what, and a new one brought here with progress and a way out."""

import json
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from command_center.bootstrap.versions import VersionWatch
from command_center.cli_words import WORDS
from command_center.domain.errors import OperatorError
from command_center.domain.room import Role
from command_center.storage import programs
from command_center.ui.health.panel import HealthPanel
from command_center.ui.sentences import SENTENCES
from command_center.ui.tasks import Tasks
from command_center.ui.updates.model import Found, Lines, Progress, Standing
from command_center.ui.updates.panel import UpdatesPanel
from command_center.ui.updates.words import standing_text
from tests.ui.scene import NOW, incident_rows, unit_rows
from tests.ui.seats import Desk, make_desk


class HandUpdates:
    """A machine in the hands of the test."""

    def __init__(self) -> None:
        self.stands = Standing("0.1.0", next="0.1.0")
        self.refuses: Exception | None = None
        self.found = Found("0.2.0", newer=True)
        self.go_on = threading.Event()

    def standing(self) -> Standing:
        return self.stands

    def look(self) -> Found:
        if self.refuses is not None:
            raise self.refuses
        return self.found

    def stage(self, progress: Progress) -> str:
        progress("download", 30 << 20, 110 << 20)
        if self.refuses is not None:
            raise self.refuses
        while not self.go_on.wait(0.01):
            progress("download", 30 << 20, 110 << 20)
        self.stands = replace(self.stands, staged="0.2.0")
        return "0.2.0"

    def take_up(self) -> str:
        self.stands = replace(self.stands, next="0.2.0", staged="", previous="0.1.0")
        return "0.2.0"

    def go_back(self) -> str:
        self.stands = replace(self.stands, next="0.1.0", previous="")
        return "0.1.0"


@pytest.fixture
def admin(tmp_path: Path) -> Iterator[Desk]:
    desk = make_desk([*incident_rows(), *unit_rows()], NOW, tmp_path, role=Role.ADMINISTRATOR)
    yield desk
    desk.close()


@pytest.fixture
def updates() -> HandUpdates:
    return HandUpdates()


@pytest.fixture
def panel(admin: Desk, updates: HandUpdates, qtbot: QtBot) -> Iterator[UpdatesPanel]:
    """What waits, waits on another thread, as in the program."""
    with ThreadPoolExecutor(1) as pool:
        tasks = Tasks(pool)
        made = UpdatesPanel(replace(admin.seat, tasks=tasks), updates)
        qtbot.addWidget(made)
        made.resize(520, 500)
        made.show()
        qtbot.waitUntil(lambda: made.reason("look") is None)
        yield made
        tasks.stop()  # nobody is there to be answered
        updates.go_on.set()


def test_a_version_is_brought_taken_up_and_left_again(
    panel: UpdatesPanel, updates: HandUpdates, admin: Desk, qtbot: QtBot
) -> None:
    assert panel.standing.text() == "Versi 0.1.0 berjalan di komputer ini."
    assert (panel.reason("use"), panel.reason("back")) == (
        "update_nothing_to_use", "update_nothing_to_back",
    )  # fmt: skip
    panel.ask("look")
    qtbot.waitUntil(lambda: panel.reason("stage") is None)
    assert panel.outlook.text() == "Versi 0.2.0 tersedia di sumber."
    panel.ask("stage")
    qtbot.waitUntil(lambda: panel.outlook.text() == "Menyalin: 30 dari 110 MB")
    assert panel.reason("use") == "update_busy"
    updates.go_on.set()
    qtbot.waitUntil(lambda: panel.reason("use") is None)
    assert "Versi 0.2.0 siap dipasang." in panel.standing.text()
    panel.ask("use")
    qtbot.waitUntil(lambda: panel.reason("back") is None)
    assert "Versi 0.2.0 dipakai saat program dibuka lagi." in panel.standing.text()
    assert admin.notices[-1].code == "update_next"
    panel.ask("back")
    assert not panel.question.isHidden()
    panel._go_back()
    qtbot.waitUntil(lambda: panel.reason("look") is None)
    assert panel.standing.text() == "Versi 0.1.0 berjalan di komputer ini."


def test_what_is_being_brought_can_be_stopped(
    panel: UpdatesPanel, admin: Desk, qtbot: QtBot
) -> None:
    panel.ask("stage")
    qtbot.waitUntil(lambda: not panel.buttons["stop"].isHidden())
    panel.ask("stop")
    qtbot.waitUntil(lambda: panel.outlook.text() == "Tidak ada yang berubah.")
    assert admin.notices[-1].code == "update_cancelled"
    qtbot.waitUntil(lambda: panel.reason("stage") is None)
    assert panel.buttons["stop"].isHidden()


def test_a_refused_source_is_told_in_one_sentence(
    panel: UpdatesPanel, updates: HandUpdates, admin: Desk, qtbot: QtBot
) -> None:
    updates.refuses = OperatorError("update_unsigned", source="https://updates.example")
    panel.ask("look")
    qtbot.waitUntil(lambda: panel.reason("look") is None)
    assert admin.notices[-1].code == "update_unsigned"


@pytest.mark.parametrize("asked", ["look", "stage"])
def test_after_a_bug_it_can_be_asked_again(
    asked: str,
    panel: UpdatesPanel,
    updates: HandUpdates,
    qtbot: QtBot,
    caplog: pytest.LogCaptureFixture,
) -> None:
    """`caplog`: the bug is logged."""
    updates.refuses = ValueError("a bug")
    panel.ask(asked)
    assert panel.reason(asked) == "update_busy"
    qtbot.waitUntil(lambda: panel.reason(asked) is None)
    assert panel.buttons["stop"].isHidden()
    updates.refuses = None
    panel.ask("look")
    qtbot.waitUntil(lambda: panel.outlook.text() == "Versi 0.2.0 tersedia di sumber.")


def test_what_broke_and_runs_on_is_not_heard_of_again(
    panel: UpdatesPanel, updates: HandUpdates, admin: Desk, qtbot: QtBot
) -> None:
    tasks = panel._seat.tasks
    panel.ask("stage")
    tasks.bug.emit(ValueError())
    ended: list[None] = []
    tasks.run(lambda: None, ended.append, lambda _: None)
    qtbot.waitUntil(lambda: bool(ended) and panel.reason("stage") is None)
    panel.ask("stage")
    updates.go_on.set()
    qtbot.waitUntil(lambda: panel.reason("use") is None)
    assert "update_cancelled" not in [one.code for one in admin.notices]


def test_a_machine_without_rights_only_shows(
    panel: UpdatesPanel, updates: HandUpdates, qtbot: QtBot
) -> None:
    updates.stands = Standing("0.1.0", "0.1.0", staged="0.2.0", why="update_needs_rights")
    panel.ask("look")
    qtbot.waitUntil(lambda: panel.reason("stage") == "update_needs_rights")
    assert panel.reason("use") == "update_needs_rights"
    assert "Versi 0.2.0 siap dipasang." in panel.standing.text()
    fell = standing_text(replace(updates.stands, fell=True))
    assert "Versi 0.2.0 siap dipasang, tetapi tiga kali gagal berdiri di sini." in fell


LINES = Lines(
    "sudo command-center update stage --from /media/usb",
    "sudo command-center update apply",
    "sudo command-center update rollback --database sqlite:////srv/room.db",
)


def test_where_only_root_may_an_administrator_copies_what_root_types(
    panel: UpdatesPanel, updates: HandUpdates, admin: Desk, qtbot: QtBot
) -> None:
    """Nothing is asked of the machine, and what is there to do is what the lines say."""
    updates.stands = Standing("0.1.0", "0.1.0", why="update_needs_rights", lines=LINES)
    updates.go_on.set()
    panel.ask("look")
    qtbot.waitUntil(lambda: not panel.lines.isHidden())
    assert panel.lines.toPlainText().splitlines()[1:] == [LINES.stage]
    assert panel.buttons["stage"].text() == "Salin: siapkan versi baru"
    panel.ask("stage")
    assert QGuiApplication.clipboard().text() == LINES.stage
    assert admin.notices[-1].code == "update_copied"
    assert updates.stands.staged == ""
    assert panel.reason("use") == "update_nothing_to_use"
    updates.stands = replace(updates.stands, staged="0.2.0", previous="0.0.9")
    panel.ask("look")
    qtbot.waitUntil(lambda: panel.reason("back") is None)
    assert panel.lines.toPlainText().splitlines()[1:] == [LINES.use, LINES.back]
    for asked, line in (("use", LINES.use), ("back", LINES.back)):
        panel.ask(asked)
        assert QGuiApplication.clipboard().text() == line
    assert panel.question.isHidden()
    assert (updates.stands.next, updates.stands.previous) == ("0.1.0", "0.0.9")


def test_a_line_that_does_not_fit_is_broken_and_makes_the_page_no_wider(
    panel: UpdatesPanel, updates: HandUpdates, qtbot: QtBot
) -> None:
    updates.stands = Standing("0.1.0", "0.1.0", why="update_needs_rights", lines=LINES)
    panel.ask("look")
    qtbot.waitUntil(lambda: not panel.lines.isHidden())
    narrow, low = panel.lines.minimumSizeHint().width(), panel.lines.height()
    long = replace(LINES, stage=f"sudo command-center update stage --from /{'a' * 400}")
    updates.stands = replace(updates.stands, lines=long)
    panel._ask_standing()
    qtbot.waitUntil(lambda: long.stage in panel.lines.toPlainText())
    assert panel.lines.minimumSizeHint().width() == narrow < panel.width()
    qtbot.waitUntil(lambda: panel.lines.height() > low)


def test_what_changed_is_shown_as_plain_text_and_only_of_what_is_offered(
    panel: UpdatesPanel, updates: HandUpdates, qtbot: QtBot
) -> None:
    notes = "Antrean lebih cepat.\n<b>Peta</b> baru."
    updates.found = Found("0.2.0", newer=True, date=date(2026, 11, 23), notes=notes)
    panel.ask("look")
    qtbot.waitUntil(lambda: not panel.notes.isHidden())
    assert panel.outlook.text() == "Versi 0.2.0 dari 23-11-2026 tersedia di sumber."
    assert panel.notes.toPlainText() == notes
    qtbot.waitUntil(lambda: panel.reason("look") is None)
    updates.found = replace(updates.found, newer=False)
    panel.ask("look")
    qtbot.waitUntil(lambda: panel.reason("look") is None)
    assert panel.notes.isHidden()


def test_every_workstation_is_listed_with_its_version(panel: UpdatesPanel, admin: Desk) -> None:
    for name, schema in (("PC-3", "0017"), ("PC-2", "0016")):
        told = programs.told(name, schema, NOW - timedelta(minutes=3))
        admin.telemetry.put_health(told)
    admin.tick(0)
    assert [row.first for row in panel.rows()] == ["PC-2", "PC-3"]
    assert panel.rows()[0].right == "versi 0.1.0"


def test_an_operator_may_not(desk: Desk, updates: HandUpdates, qtbot: QtBot) -> None:
    updates.stands = Standing("0.1.0", "0.1.0", why="update_needs_rights", lines=LINES)
    made = UpdatesPanel(desk.seat, updates)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitUntil(made.buttons["stage"].isHidden)
    assert made.reason("stage") == "not_allowed"
    assert made.lines.isHidden()
    assert "Hanya administrator komputer" in made.standing.text()


def test_what_stands_in_says_so_once_and_in_the_health(
    desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Room:
        database = desk
        act = desk.seat.act
        clock = desk.clock

    told = {"version": "0.2.0", "why": "crashed", "schema": "", "names": ""}
    monkeypatch.setenv("COMMAND_CENTER_INSTEAD", json.dumps(told))
    watch = VersionWatch(desk.seat, Room())  # type: ignore[arg-type]
    watch.tick(NOW)
    watch.tick(NOW)
    assert [notice.code for notice in desk.notices] == ["program_instead_crashed"]
    key = programs.KIND, desk.seat.act.workstation
    qtbot.waitUntil(lambda: key in desk.telemetry.health())
    desk.tick(0)
    panel = HealthPanel(desk.seat)
    qtbot.addWidget(panel)
    panel.refresh(NOW)
    line = next(line for line in panel.rows.lines if line.kind == "program")
    assert line.state == "degraded"
    assert line.sentence == "Versi 0.2.0 tiga kali gagal berdiri; versi 0.1.0 menggantikannya."


def test_the_screen_has_every_sentence_of_the_terminal() -> None:
    codes = {code for code in WORDS if code.startswith("update_")}
    assert codes - SENTENCES.keys() == set()
