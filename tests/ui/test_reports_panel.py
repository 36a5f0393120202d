"""Reports on screen, over a real room: what goes out, what is refused, and what it looks like."""

from datetime import timedelta
from functools import partial
from pathlib import Path
from threading import Event, Thread, current_thread, main_thread
from typing import Any

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from command_center.commands.hospital import CountCasualties
from command_center.commands.notes import AddNote, StrikeNote
from command_center.commands.report_templates import SetReportTemplate
from command_center.commands.triage import VerifyIncident
from command_center.domain.incident import Incident
from command_center.domain.room import Role
from command_center.situation.lapsit import Desk, noted, of_incident
from command_center.storage.sealed import Opened, SealedVault
from command_center.ui import paper, printer_choice
from command_center.ui.detail.questions import Answer
from command_center.ui.reports import rows_job
from command_center.ui.reports.panel import ReportsPanel
from command_center.ui.reports.periods import Kind
from command_center.ui.reports.templates_page import TemplatesPage
from tests.ui.real_room import RealDesk, real_desk

__all__ = ["real_desk"]


class Reports:
    def __init__(self, desk: RealDesk, qtbot: QtBot) -> None:
        self.desk = desk
        self.panel = ReportsPanel(desk.seat)
        qtbot.addWidget(self.panel)
        self.panel.resize(1100, 860)
        self.panel.show()

    def text(self) -> str:
        self.panel.lapsit.refresh()
        return self.panel.lapsit.preview.toPlainText()

    def says(self, words: str) -> bool:
        return words in self.text()

    def settled(self, page: TemplatesPage) -> bool:
        page.refresh()
        return not page.changed

    def line(self, field: str) -> QLineEdit:
        inside = self.panel.lapsit.form.inside[field]
        assert isinstance(inside, QLineEdit)
        return inside

    def files(self) -> list[Path]:
        return sorted(self.desk.seat.pictures.with_name("exports").glob("*"))


@pytest.fixture
def reports(real_desk: RealDesk, qtbot: QtBot) -> Reports:
    return Reports(real_desk, qtbot)


TEXT = "Tawuran di depan stasiun, hubungi 0812-3456-7890"


def test_what_is_copied_is_the_text_of_now(reports: Reports) -> None:
    desk = reports.desk
    id = desk.report(TEXT, category="tawuran", lat=-7.9774, lon=112.637)
    desk.seat.selection.select_incident(id)
    assert "belum diverifikasi" in reports.text()
    desk.do(VerifyIncident(id))
    desk.do(CountCasualties(id, None, 0, 1, 2))
    reports.panel.lapsit.refresh()
    reports.panel.lapsit.copy()
    copied = QGuiApplication.clipboard().text()
    assert copied.rstrip() == reports.text()
    assert "MD 0, LB 1, LR 2 (sementara" in copied
    assert "0812" not in copied
    assert "belum diverifikasi" not in copied
    assert desk.said() == ["report_copied"]


def test_typed_fields_are_notes_of_the_incident(reports: Reports) -> None:
    desk, page = reports.desk, reports.panel.lapsit
    id = desk.report(TEXT)
    desk.seat.selection.select_incident(id)
    for text in ("LP/B/47/XI/2026", "LP/B/48/XI/2026"):
        page.open_fields()
        reports.line("dasar_lp").setText(text)
        page.form.keep_button.click()
        desk.until(partial(reports.says, f"DASAR   : {text}"))
    kept = [(row.text, row.struck_at is None) for row in desk.seat.situation.all("note")]
    assert sorted(kept) == [
        ("Dasar LP: LP/B/47/XI/2026", False),
        ("Dasar LP: LP/B/48/XI/2026", True),
    ]
    page.open_fields()
    assert reports.line("dasar_lp").text() == "LP/B/48/XI/2026"


def test_only_what_was_changed_here_is_kept_over_what_was_seen(reports: Reports) -> None:
    desk, page = reports.desk, reports.panel.lapsit
    id = desk.report(TEXT)
    desk.seat.selection.select_incident(id)
    page.open_fields()
    theirs = desk.do(AddNote(id, noted("dasar_lp", "LP/B/1")))
    reports.line("saksi").setText("2 orang")
    page.form.keep_button.click()
    assert page.form.isVisible(), "until the answer is here"
    desk.until(page.form.isHidden)
    desk.until(partial(reports.says, "Saksi: 2 orang"))
    assert reports.says("DASAR   : LP/B/1")

    page.open_fields()
    desk.do(StrikeNote(str(theirs.result["note_id"]), "keliru", noted("dasar_lp", "LP/B/2")))
    reports.line("dasar_lp").setText("LP/B/3")
    page.form.keep_button.click()
    desk.until(desk.said)
    assert page.form.isVisible()
    assert reports.line("dasar_lp").text() == "LP/B/3", "what was refused is still there"
    assert page.form.keep_button.isEnabled()
    assert reports.says("DASAR   : LP/B/2")


def test_an_opened_identity_goes_with_its_template_and_its_person(reports: Reports) -> None:
    desk, page = reports.desk, reports.panel.lapsit
    vault = SealedVault(desk.room.database.engine, desk.clock)
    object.__setattr__(desk.seat, "vault", vault)
    id = desk.report(TEXT)
    vault.seal({"name": "Bu Sulastri"}, id, desk.clock.now() + timedelta(days=9))
    for code in ("kejadian", "singkat"):
        desk.do(SetReportTemplate(code, "{nomor} {identitas_pelapor}"))
    desk.seat.selection.select_incident(id)
    page.open_identity()
    desk.until(partial(reports.says, "Bu Sulastri"))
    page.kinds.setCurrentIndex(1)
    assert reports.says("(disegel)")
    page.kinds.setCurrentIndex(0)
    assert reports.says("(disegel)")

    reached, go, opened = Event(), Event(), vault.open

    def slow(op_id: str) -> list[Opened]:
        reached.set()
        assert go.wait(10)
        return opened(op_id)

    vault.open = slow  # type: ignore[method-assign]
    page.open_identity()
    desk.until(reached.is_set)
    desk.sit(Role.SHIFT_LEAD)
    desk.seat.person.changed.emit()
    go.set()
    after: list[bool] = []
    desk.seat.tasks.run(lambda: True, after.append, desk.seat.notices.failed)
    desk.until(lambda: after)
    assert reports.says("(disegel)")
    vault.close()


def test_files_of_an_incident_and_a_folder_that_fails(reports: Reports) -> None:
    desk, page = reports.desk, reports.panel.lapsit
    desk.seat.selection.select_incident(desk.report("=2+2", category="tawuran"))
    reports.text()
    folder = desk.seat.pictures.with_name("exports")
    folder.write_text("no folder")
    for save in (page.print_pdf, page.save_text, page.save_rows):
        save()
    desk.until(lambda: desk.said() == ["report_not_written"] * 3)
    assert "tawuran" in reports.text()
    folder.unlink()
    for save in (page.print_pdf, page.save_text, page.save_rows):
        save()
    desk.until(lambda: desk.said()[3:] == ["report_written"] * 3)
    table, pdf, text = sorted(reports.files(), key=lambda file: file.suffix)
    assert pdf.read_bytes().startswith(b"%PDF")
    assert text.read_text().rstrip() == reports.text()
    rows = table.read_text("utf-8-sig").splitlines()
    assert rows[0].startswith("Nomor;Tanggal;Jam;")
    assert ";'=2+2;" in rows[1]


def test_a_report_is_printed_on_the_printer_that_is_chosen_in_the_panel(
    reports: Reports, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk, page = reports.desk, reports.panel.lapsit
    desk.seat.selection.select_incident(desk.report(TEXT, category="tawuran"))
    reports.text()
    there: list[str] = []
    printed: list[str] = []
    monkeypatch.setattr(printer_choice, "printers", lambda: there)
    monkeypatch.setattr(paper, "paint_on_printer", lambda to, *_: printed.append(to.name))
    page.buttons["printer"].click()
    desk.until(lambda: desk.said() == ["printer_none"])
    assert not page.question.isVisible()
    there += ["Ruang jaga", "Arsip"]
    page.buttons["printer"].click()
    desk.until(lambda: "yang mana" in page.question.accessibleName())
    QTest.keyClicks(page.question, "2")
    desk.until(lambda: desk.said()[1:] == ["document_printed"])
    assert (printed, page.question.isVisible()) == (["Arsip"], False)
    page.buttons["printer"].click()
    reports.panel.hide()
    desk.seat.tasks.run(lambda: None, lambda _: there.clear(), desk.seat.notices.failed)
    desk.until(lambda: not there)
    assert not page.question.isVisibleTo(page)


def test_a_slow_print_server_takes_the_keyboard_from_nobody(
    reports: Reports, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is asked at once; keys are nobody's until the printers are there, and a reason that is
    typed meanwhile stays."""
    desk, page = reports.desk, reports.panel.lapsit
    desk.seat.selection.select_incident(desk.report(TEXT, category="tawuran"))
    reports.text()
    answered = Event()
    heard: list[str] = []
    looked: list[bool] = []
    key = QShortcut(QKeySequence("1"), reports.panel)
    key.activated.connect(lambda: heard.append("1"))
    monkeypatch.setattr(printer_choice, "printers", lambda: [str(answered.wait(5)), "Arsip"])
    page.buttons["printer"].click()
    question = page.question
    assert question.isVisible()
    QTest.keyClicks(question, "1")
    assert (heard, question.isVisible()) == ([], True)
    QTest.keyClick(question, Qt.Key.Key_Escape)
    question.ask("Alasannya", [Answer("Coret", "Return", question.leave)], "salah hi")
    asks = question.asks

    def asked_still(asked: object) -> bool:
        looked.append(asks(asked))
        return looked[-1]

    monkeypatch.setattr(question, "asks", asked_still)
    answered.set()
    desk.until(lambda: looked == [False])
    assert question.field is not None
    assert (question.accessibleName(), question.field.text()) == ("Alasannya", "salah hi")


def test_rows_of_all_incidents_are_made_beside_the_window(
    reports: Reports, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As they stood when they were asked for; stopped, there is no file."""
    desk, page = reports.desk, reports.panel.lapsit
    for number in range(5):
        desk.do(AddNote(desk.report(f"laporan {number}"), f"catatan {number}"))
    reached, go = Event(), Event()
    threads: set[Thread] = set()

    def slow(about: Desk, incident: Incident, identity: str) -> dict[str, str]:
        threads.add(current_thread())
        reached.set()
        assert go.wait(10)
        return of_incident(about, incident, identity)

    monkeypatch.setattr(rows_job, "of_incident", slow)
    monkeypatch.setattr(rows_job, "SLICE", 1)
    page.save_rows()
    desk.until(reached.is_set)
    assert page.progress.text() == "CSV kejadian: 0 dari 5 kejadian"
    assert (page.buttons["csv"].isEnabled(), page.buttons["stop"].isVisible()) == (False, True)
    page.save_rows()
    page.buttons["stop"].click()
    go.set()
    desk.until(lambda: not page.rows.running)
    assert page.progress.text() == "CSV kejadian tidak ditulis."
    assert (page.buttons["csv"].isEnabled(), page.buttons["stop"].isVisible()) == (True, False)
    assert (reports.files(), desk.said()) == ([], [])
    reached.clear()
    go.clear()
    page.save_rows()
    desk.until(reached.is_set)
    desk.report("laporan sesudahnya")
    go.set()
    desk.until(lambda: desk.said() == ["report_written"])
    assert len(reports.files()[0].read_text("utf-8-sig").splitlines()) == 6
    assert not page.progress.isVisible()
    assert main_thread() not in threads


def test_a_period_is_read_shown_and_written(reports: Reports) -> None:
    desk, panel = reports.desk, reports.panel
    for number in range(3):
        desk.report(f"laporan {number}", category="tawuran", lat=-7.97 + number / 50, lon=112.63)
    panel.turn_to("periods")
    page = panel.periods
    page.kinds.setCurrentIndex(list(Kind).index(Kind.DAY))
    page.make()
    desk.until(lambda: page.report is not None)
    shown: Any = page.summary.cells.lines
    assert shown[0] == ("Kejadian", "3", "0", "+3")
    assert page.pictures is not None
    assert sum(number for _, number in {*page.pictures.areas.values()}) == 3
    page.print_pdf()
    page.save_xlsx()
    desk.until(lambda: desk.said() == ["report_written"] * 2)
    pdf, book = sorted(reports.files(), key=lambda file: file.suffix)
    assert pdf.read_bytes().startswith(b"%PDF")
    sheets = openpyxl.load_workbook(book).worksheets
    assert [cell.value for cell in sheets[0][5]] == ["Kejadian", 3, 0, "'+3"]
    assert {"Jumlah menurut kecamatan", "Jam per instansi"} <= {sheet.title for sheet in sheets}


def test_a_stopped_report_leaves_what_was_there(reports: Reports) -> None:
    reports.desk.report(TEXT)
    page = reports.panel.periods
    page.make()
    page.stop()
    assert not page.job.running
    reports.desk.qtbot.wait(50)
    assert page.report is None
    page.make()
    reports.desk.until(lambda: page.report is not None)


def test_a_file_is_named_after_the_report_that_is_shown(reports: Reports) -> None:
    reports.desk.report(TEXT)
    page = reports.panel.periods
    page.kinds.setCurrentIndex(list(Kind).index(Kind.DAY))
    page.make()
    reports.desk.until(lambda: page.report is not None)
    page.kinds.setCurrentIndex(list(Kind).index(Kind.MONTH))
    page.make()
    page.stop()
    page.save_xlsx()
    reports.desk.until(reports.files)
    assert reports.files()[0].name.startswith(f"laporan-{Kind.DAY.value}-")


def test_a_typo_shows_its_line_and_keeps_the_last_preview(reports: Reports) -> None:
    desk, panel = reports.desk, reports.panel
    desk.report(TEXT, category="tawuran")
    panel.turn_to("templates")
    page = panel.templates
    page.text.setPlainText("satu {judul}")
    page.refresh()
    good = page.preview.toPlainText()
    assert good.startswith("satu Tawuran")
    page.text.setPlainText("satu {judul}\ndua {judull}")
    page.refresh()
    assert (page.preview.toPlainText(), page.buttons["save"].isEnabled()) == (good, False)
    assert page.fault.text().startswith("Baris 2: ")
    page.text.setPlainText("tiga {judul}")
    page.refresh()
    page.save()
    desk.until(lambda: desk.said() == ["room.report_template"])
    assert page.text.toPlainText() == "tiga {judul}"
    desk.until(lambda: reports.settled(page))
    assert page.text.toPlainText() == "tiga {judul}"
    panel.turn_to("lapsit")
    desk.seat.selection.select_incident(next(iter(desk.seat.situation.all("incident"))).id)
    assert reports.text().startswith("tiga Tawuran")
