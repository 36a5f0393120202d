"""A report of the selected incident, or of the situation, as it would go out now."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QComboBox, QPlainTextEdit, QVBoxLayout, QWidget

from command_center.advice.report_templates import (
    IDENTITY,
    TYPED,
    About,
    Template,
    columns,
    filled,
    shipped_templates,
)
from command_center.commands.notes import AddNote, StrikeNote
from command_center.commands.sealed import OpenSealed
from command_center.documents.lapsit import Lapsit, as_text, write_text
from command_center.domain.errors import OperatorError
from command_center.domain.incident import Incident
from command_center.domain.permissions import Permission
from command_center.domain.room import RoomKind
from command_center.ports import Outcome
from command_center.situation.lapsit import (
    SEALED,
    Desk,
    noted,
    of_incident,
    of_situation,
    typed,
    typed_notes,
)
from command_center.storage.sealed import Opened, Sealed
from command_center.ui.actions.buttons import KeyButton
from command_center.ui.detail.flow import FlowLayout
from command_center.ui.detail.questions import QuestionBar
from command_center.ui.detail.words import fill, translate
from command_center.ui.format import count, number_sign
from command_center.ui.leaving import leaving_words
from command_center.ui.paged_panel import PanelPage
from command_center.ui.plain_label import PlainLabel
from command_center.ui.printer_choice import ask_printer
from command_center.ui.radio.fields import FieldsForm
from command_center.ui.reports.files import report_file, write
from command_center.ui.reports.lapsit_paper import write_lapsit
from command_center.ui.reports.rows_job import RowsJob
from command_center.ui.reports.templates import template_of
from command_center.ui.seat import Seat
from command_center.ui.sentences import sentence

_SOON_MS = 300
_BUTTONS = ("copy", "pdf", "printer", "text", "csv", "stop", "fields", "identity")


class _Asked(NamedTuple):
    """For what and for whom an identity is opened: shown to nobody else, and with nothing else."""

    incident_id: str | None
    template: str
    person: str


@dataclass(slots=True)
class _Filled:
    """The form since it was opened: {field: note that was seen}, what stood in it then and has
    been kept since, and how many answers are not here yet."""

    incident_id: str
    notes: dict[str, str]
    stood: dict[str, object]
    waiting: int = 0
    refused: bool = False


class LapsitPage(PanelPage):
    """The text follows the log while it is seen. An opened identity is forgotten with its
    incident, its template and its person."""

    def __init__(self, seat: Seat, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._seat = seat
        self._identity: tuple[str, str] | None = None
        self._filled: _Filled | None = None
        self.rows = RowsJob(seat, self)
        self._table = Path()
        self.incident_id: str | None = seat.selection.incident_id
        self.report: Lapsit | None = None
        self.kinds = QComboBox()
        self.subject = PlainLabel(seat.theme, bold=True)
        self.fault = PlainLabel(seat.theme, "warn")
        self.progress = PlainLabel(seat.theme, "text2", 13, tabular=True)
        self.preview = QPlainTextEdit()
        self.preview.setReadOnly(True)
        self.form = FieldsForm(seat, TYPED, {}, wide=TYPED)
        self.form.hide()
        self.question = QuestionBar(seat, self)
        self.buttons = {name: KeyButton(seat, "", primary=name == "copy") for name in _BUTTONS}
        self._soon = QTimer(self, singleShot=True, interval=_SOON_MS)
        self._lay_out()
        self._connect()
        self.restyle()
        self.retranslate()
        self.setFocusProxy(self.kinds)

    def _lay_out(self) -> None:
        self.head = FlowLayout(gap=8)
        self.head.addWidget(self.kinds)
        self.head.addWidget(self.subject)
        self.foot = QWidget()
        self._flow = FlowLayout(self.foot, gap=6)
        for button in self.buttons.values():
            self._flow.addWidget(button)
        self._column = QVBoxLayout(self)
        self._column.addLayout(self.head)
        parts = (self.fault, self.preview, self.question, self.form, self.progress, self.foot)
        for part in parts:
            self._column.addWidget(part, 1 if part is self.preview else 0)
        self.fault.setWordWrap(True)
        for part in (self.fault, self.progress, self.buttons["stop"]):
            part.hide()

    def _connect(self) -> None:
        actions = (self.copy, self.print_pdf, self.print_out, self.save_text, self.save_rows,
                   self.rows.stop,
                   self.open_fields, self.open_identity)  # fmt: skip
        for name, action in zip(_BUTTONS, actions, strict=True):
            self.buttons[name].clicked.connect(action)
        self.rows.progressed.connect(self._rows_made)
        self.rows.ended.connect(self._rows_ended)
        self.kinds.currentIndexChanged.connect(self._forget)
        self.form.kept.connect(self._keep)
        self.form.left.connect(self._leave_form)
        self._soon.timeout.connect(self.refresh)
        seat = self._seat
        seat.selection.incident_changed.connect(self.follow)
        seat.person.changed.connect(self._forget)
        seat.live.changed.connect(self._read_soon)
        seat.theme.changed.connect(self.restyle)

    # --- what it is about ----------------------------------------------------------------------

    @property
    def template(self) -> Template:
        """As it is in force now."""
        return template_of(self._seat, str(self.kinds.currentData()))

    def follow(self, incident_id: str | None) -> None:
        self.incident_id = incident_id
        if not self.form.isHidden():
            self._leave_form()  # what is typed belongs to the incident it was typed for
        self._forget()

    def open(self, incident_id: str | None) -> None:
        """Of that incident, or of the situation."""
        self.incident_id = incident_id
        about = About.SITUATION if incident_id is None else About.INCIDENT
        if shipped_templates()[str(self.kinds.currentData())].about is not about:
            codes = [template.code for template in _texts()]
            wanted = next(one.code for one in _texts() if one.about is about)
            self.kinds.setCurrentIndex(codes.index(wanted))
        self.refresh()

    def _incident(self) -> Incident | None:
        return self._seat.situation.incident(self.incident_id or "")

    def _desk(self) -> Desk:
        seat = self._seat
        return Desk(seat.situation, seat.city, seat.live.now(), seat.act.actor)

    def _forget(self, *_: object) -> None:
        self._identity = None
        self.refresh()

    def _read_soon(self, _: object) -> None:
        if not self._soon.isActive():
            self._soon.start()

    def refresh(self, *_: object) -> None:
        """The text of now; the last one stays where a template cannot be filled."""
        if not self.isVisible():
            return
        template, incident = self.template, self._incident()
        self.fault.hide()
        if template.about is About.INCIDENT and incident is None:
            self._show(None)
            self._say("select_incident")
        elif incident is not None and template.about is About.INCIDENT:
            sign = number_sign(incident.number, incident.alias)
            values = of_incident(self._desk(), incident, self._identity_of(incident))
            self._show(self._made(f"{template.name} {sign}", template, values))
        else:
            self._show(self._made(template.name, template, of_situation(self._desk())))
        self._follow_buttons(template, incident)

    def _made(self, title: str, template: Template, values: dict[str, str]) -> Lapsit:
        exercise = self._seat.room_kind is RoomKind.EXERCISE
        return Lapsit(title, filled(template, values), exercise)

    def _show(self, report: Lapsit | None) -> None:
        self.report = report
        text = as_text(report) if report is not None else ""
        if self.preview.toPlainText() != text.rstrip("\n"):
            bar = self.preview.verticalScrollBar()
            at = bar.value()
            self.preview.setPlainText(text.rstrip("\n"))
            bar.setValue(at)
        incident = self._incident()
        about = report.title if report is not None and incident is not None else ""
        self.subject.show_text(about)

    def _say(self, code: str) -> None:
        self.fault.show_text(sentence(code, {}))
        self.fault.show()

    def _follow_buttons(self, template: Template, incident: Incident | None) -> None:
        of_one = incident is not None and template.about is About.INCIDENT
        for name in ("copy", "pdf", "text"):
            self.buttons[name].setEnabled(self.report is not None)
        self.buttons["fields"].setEnabled(of_one and self._seat.may(Permission.TRIAGE))
        asks = of_one and IDENTITY in template.fields and self._seat.vault is not None
        self.buttons["identity"].setVisible(asks)
        self.buttons["identity"].setEnabled(self._seat.may(Permission.OPEN_SEALED))

    # --- what people type ----------------------------------------------------------------------

    def open_fields(self) -> None:
        """What the log has of them stands in the form."""
        if self.incident_id is None:
            return
        kept = typed_notes(self._desk().held, self.incident_id)
        self.foot.hide()
        self.form.write({field: typed(note) for field, note in kept.items()})
        self.form.keep_button.setEnabled(True)
        notes = {field: note.id for field, note in kept.items()}
        self._filled = _Filled(self.incident_id, notes, self.form.held())

    def _leave_form(self) -> None:
        self._filled = None
        self.form.hide()
        self.foot.show()

    def _keep(self, values: dict[str, object]) -> None:
        """Each field that was changed here is a note of its own; the one that was seen in its
        place is struck through, and no other. The form stays until all are kept."""
        filled = self._filled
        if filled is None:
            return
        changed = [field for field, value in values.items() if value != filled.stood[field]]
        if not changed:
            self._leave_form()
            return
        filled.waiting, filled.refused = len(changed), False
        self.form.keep_button.setEnabled(False)
        for field in changed:
            self._submit(filled, field, str(values[field]))

    def _submit(self, filled: _Filled, field: str, value: str) -> None:
        text, seen = " ".join(value.split()), filled.notes.get(field)
        line = noted(field, text) if text else ""

        def kept(outcome: Outcome) -> None:
            filled.stood[field] = value
            filled.notes.pop(field, None)
            now = outcome.result.get("corrected_id" if seen else "note_id")
            if now is not None:
                filled.notes[field] = str(now)
            self._answered(filled)

        def refused(error: OperatorError) -> None:
            filled.refused = True
            self._seat.notices.failed(error)
            self._answered(filled)

        if seen is None and not line:
            filled.stood[field] = value
            self._answered(filled)
            return
        reason = translate("Reports", "isian laporan diganti")
        command = StrikeNote(seen, reason, line) if seen else AddNote(filled.incident_id, line)
        self._seat.submit(command, kept, refused)

    def _answered(self, filled: _Filled) -> None:
        filled.waiting -= 1
        if filled.waiting == 0 and filled is self._filled:
            self.form.keep_button.setEnabled(True)
            if not filled.refused and self.form.held() == filled.stood:
                self._leave_form()
        self.refresh()

    # --- whose report it was -------------------------------------------------------------------

    def _identity_of(self, incident: Incident) -> str:
        if self._identity is None or self._identity[0] != incident.id:
            return SEALED
        return self._identity[1]

    def open_identity(self) -> None:
        """Opened as anywhere else: with a reason, and logged."""
        seat, incident = self._seat, self._incident()
        if seat.vault is not None and incident is not None:
            found = partial(self._found, self._asking())
            seat.tasks.run(partial(seat.vault.about, incident.id), found, seat.notices.failed)

    def _asking(self) -> _Asked:
        return _Asked(self.incident_id, str(self.kinds.currentData()), self._seat.act.actor)

    def _found(self, asked: _Asked, kept: list[Sealed]) -> None:
        if asked != self._asking():
            return
        seat, vault = self._seat, self._seat.vault
        standing = [one for one in kept if one.destroyed_at is None]
        if not standing or vault is None:
            seat.notices.failed(OperatorError("report_no_identity"))
            return
        reason = fill(translate("Reports", "untuk %1"), self.template.name)

        def stored(outcome: Outcome) -> None:
            shown = partial(self._opened, asked)
            seat.tasks.run(partial(vault.open, outcome.op_id), shown, seat.notices.failed)

        seat.submit(OpenSealed(standing[-1].subject_id, reason), stored, seat.notices.failed)

    def _opened(self, asked: _Asked, rows: list[Opened]) -> None:
        may = self._seat.may(Permission.OPEN_SEALED)  # not behind the curtain
        if may and asked == self._asking() and asked.incident_id is not None:
            self._identity = asked.incident_id, ", ".join(row.text for row in rows)
            self.refresh()

    # --- out -----------------------------------------------------------------------------------

    def copy(self) -> None:
        """For a messenger: plain text."""
        if self.report is not None:
            QGuiApplication.clipboard().setText(leaving_words(self._seat, as_text(self.report)))
            self._seat.notices.done("report_copied")

    def print_pdf(self) -> None:
        report = self.report
        if report is not None:
            path = report_file(self._seat, f"lapsit-{self.kinds.currentData()}", "pdf")
            write(self._seat, path, partial(write_lapsit, path, report))

    def print_out(self) -> None:
        """The report as it stood when it was asked for."""
        report = self.report
        if report is not None:
            ask_printer(self._seat, self, self.question, lambda to: write_lapsit(to, report))

    def save_text(self) -> None:
        report = self.report
        if report is not None:
            path = report_file(self._seat, f"lapsit-{self.kinds.currentData()}", "txt")
            write(self._seat, path, partial(write_text, path, report))

    def save_rows(self) -> None:
        """Every incident that this seat holds, in the room's own columns."""
        seat, job = self._seat, self.rows
        if job.running:
            return
        if not seat.situation.all("incident"):
            seat.notices.failed(OperatorError("report_no_rows"))
            return
        self._table = report_file(seat, "kejadian", "csv")
        job.start(self._table, columns(template_of(seat, "ekspor").text))
        self.buttons["csv"].setEnabled(False)
        self.buttons["stop"].show()

    def _rows_made(self, made: int, whole: int) -> None:
        said = translate("Reports", "CSV kejadian: %1 dari %2 kejadian")
        self.progress.show_text(fill(said, count(made), count(whole)))
        self.progress.show()

    def _rows_ended(self, written: bool) -> None:
        self.buttons["csv"].setEnabled(True)
        self.buttons["stop"].hide()
        self.progress.show_text(translate("Reports", "CSV kejadian tidak ditulis."))
        self.progress.setVisible(not written)
        if written:
            self._seat.notices.done("report_written", file=str(self._table))

    # --- appearance ----------------------------------------------------------------------------

    def restyle(self) -> None:
        px = self._seat.theme.px
        self._column.setContentsMargins(px(12), px(6), px(12), px(8))
        self._column.setSpacing(px(6))
        self.preview.setFont(self._seat.theme.font(13))
        self.kinds.setFont(self._seat.theme.font(13))

    def retranslate(self) -> None:
        self.kinds.blockSignals(True)
        chosen = max(0, self.kinds.currentIndex())
        self.kinds.clear()
        for template in _texts():
            self.kinds.addItem(template.name, template.code)
        self.kinds.setCurrentIndex(chosen)
        self.kinds.blockSignals(False)
        self.kinds.setAccessibleName(translate("Reports", "Bentuk laporan"))
        self.preview.setAccessibleName(translate("Reports", "Teks laporan"))
        labels = (
            translate("Reports", "Salin teks"),
            translate("Reports", "Cetak PDF"),
            translate("Reports", "Cetak ke printer"),
            translate("Reports", "Simpan teks"),
            translate("Reports", "CSV kejadian"),
            translate("Reports", "Hentikan"),
            translate("Reports", "Isian: LP, saksi, barang bukti"),
            translate("Reports", "Buka identitas pelapor"),
        )
        for name, text in zip(_BUTTONS, labels, strict=True):
            self.buttons[name].relabel(text)
        names = (
            translate("Reports", "Dasar LP (nomor)"),
            translate("Reports", "Saksi (jumlah, tanpa nama)"),
            translate("Reports", "Terlapor (jumlah, tanpa nama)"),
            translate("Reports", "Barang bukti"),
            translate("Reports", "Penyebab"),
            translate("Reports", "Kerugian"),
        )
        self.form.rename(dict(zip(TYPED, names, strict=True)), {})
        self.refresh()


def _texts() -> list[Template]:
    return [one for one in shipped_templates().values() if one.about is not About.TABLE]
