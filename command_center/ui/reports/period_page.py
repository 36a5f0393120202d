"""Reports of a shift, a day or a month: read beside the window, shown, printed, written out."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QModelIndex
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QTabWidget, QVBoxLayout, QWidget

from command_center.commands.notes import AddNote
from command_center.documents.figures import Cell, Sheet, write_xlsx
from command_center.domain.clocks import Sample
from command_center.domain.errors import OperatorError
from command_center.domain.permissions import Permission
from command_center.domain.room import RoomKind
from command_center.ports import Outcome
from command_center.situation.period_report import LATE_REASON, Cut, Period, PeriodReport
from command_center.ui.actions.buttons import KeyButton
from command_center.ui.detail.flow import FlowLayout
from command_center.ui.detail.questions import Answer, QuestionBar
from command_center.ui.detail.words import fill, translate
from command_center.ui.figures.cells import CellTable
from command_center.ui.format import count, number_sign
from command_center.ui.leaving import leaving_sheets
from command_center.ui.paged_panel import PanelPage
from command_center.ui.plain_label import PlainLabel
from command_center.ui.printer_choice import ask_printer
from command_center.ui.reports.files import report_file, write
from command_center.ui.reports.period_job import Made, PeriodJob
from command_center.ui.reports.period_paper import write_period
from command_center.ui.reports.period_words import CLOCKS, Written, cut_name, written
from command_center.ui.reports.periods import Kind, kind_name, period_of, period_title
from command_center.ui.reports.pictures import Pictures, pictures
from command_center.ui.reports.preview import PicturesView
from command_center.ui.seat import Seat
from command_center.ui.sentences import sentence as error_sentence

_BUTTONS = ("make", "stop", "pdf", "printer", "xlsx", "reason")
MOST_BACK = 600


class PeriodPage(PanelPage):
    """What is shown stays until another report is there; a failed file takes nothing of it."""

    def __init__(self, seat: Seat, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._seat = seat
        self.report: PeriodReport | None = None
        self.written: Written | None = None
        self.pictures: Pictures | None = None
        self._back = 0
        self._asked: tuple[Kind, Period] | None = None
        self._shown: tuple[Kind, Period] | None = None
        self._late: list[Sample] = []
        self.job = PeriodJob(seat, self)
        self.kinds, self.cuts = QComboBox(), QComboBox()
        self.which = PlainLabel(seat.theme, bold=True, tabular=True)
        self.earlier, self.later = KeyButton(seat, "‹"), KeyButton(seat, "›")
        self.progress = PlainLabel(seat.theme, "text2", 13, tabular=True)
        self.buttons = {name: KeyButton(seat, "", primary=name == "make") for name in _BUTTONS}
        self.summary = CellTable(seat, frozenset({1, 2, 3}))
        self.clocks = CellTable(seat, frozenset({1, 2, 3, 4, 5, 7, 8, 10}))
        self.groups = CellTable(seat, frozenset({1, 2, 3}))
        self.late = CellTable(seat, frozenset({3, 4}))
        self.view = PicturesView(seat)
        self.tabs = QTabWidget()
        self.question = QuestionBar(seat, self)
        self._lay_out()
        self._connect()
        self.restyle()
        self.retranslate()
        self.setFocusProxy(self.kinds)

    def _lay_out(self) -> None:
        head = FlowLayout(gap=8)
        parts = (self.kinds, self.earlier, self.which, self.later, self.buttons["make"],
                 self.buttons["stop"])  # fmt: skip
        for part in parts:
            head.addWidget(part)
        cut = QWidget()
        self._cut = QVBoxLayout(cut)
        self._cut.setContentsMargins(0, 0, 0, 0)
        self._cut.addWidget(self.cuts)
        self._cut.addWidget(self.groups, 1)
        for tab in (self.summary, self.clocks, cut, self.view, self.late):
            self.tabs.addTab(tab, "")
        self.tabs.setDocumentMode(True)
        foot = QHBoxLayout()
        foot.addWidget(self.progress, 1)
        for name in ("reason", "pdf", "printer", "xlsx"):
            foot.addWidget(self.buttons[name])
        self._column = QVBoxLayout(self)
        self._column.addLayout(head)
        self._column.addWidget(self.tabs, 1)
        self._column.addWidget(self.question)
        self._column.addLayout(foot)
        self.buttons["stop"].hide()

    def _connect(self) -> None:
        actions = (self.make, self.stop, self.print_pdf, self.print_out, self.save_xlsx,
                   self.ask_reason)  # fmt: skip
        for name, action in zip(_BUTTONS, actions, strict=True):
            self.buttons[name].clicked.connect(action)
        self.kinds.currentIndexChanged.connect(lambda _: self._turn(0))
        self.earlier.clicked.connect(lambda: self._turn(self._back + 1))
        self.later.clicked.connect(lambda: self._turn(self._back - 1))
        self.cuts.currentIndexChanged.connect(self._show_cut)
        self.job.progressed.connect(self._progressed)
        self.job.made.connect(self._made)
        self.job.failed.connect(self._failed)
        self.late.activated.connect(self._opened)
        self.late.selectionModel().currentRowChanged.connect(self._follow)
        self._seat.person.changed.connect(self._follow)
        self._seat.theme.changed.connect(self.restyle)

    # --- asking --------------------------------------------------------------------------------

    @property
    def kind(self) -> Kind:
        return Kind(self.kinds.currentData())

    def _turn(self, back: int) -> None:
        self._back = min(MOST_BACK, max(0, back))
        self._name()

    def _name(self) -> None:
        kind, seat = self.kind, self._seat
        self.which.show_text(period_title(kind, period_of(kind, self._back, seat), seat))
        self.later.setEnabled(self._back > 0)

    def refresh(self, *_: object) -> None:
        """The hour goes on, and with it what the shift of now is."""
        self._name()
        self._follow()

    def make(self) -> None:
        kind = self.kind
        period = period_of(kind, self._back, self._seat)
        self._asked = kind, period
        self.buttons["stop"].show()
        self.buttons["make"].setEnabled(False)
        self._progressed(0)
        self.job.ask(period)

    def _progressed(self, rows: int) -> None:
        self.progress.show_text(fill(translate("Reports", "membaca: %1 baris"), count(rows)))

    def stop(self) -> None:
        self.job.cancel()
        self._rest(translate("Reports", "dihentikan; yang tampak adalah laporan sebelumnya"))

    def _rest(self, text: str) -> None:
        self.buttons["stop"].hide()
        self.buttons["make"].setEnabled(True)
        self.progress.show_text(text)

    def _failed(self, error: OperatorError) -> None:
        self._rest(error_sentence(error.code, error.params, self._seat.situation))

    def _made(self, made: Made) -> None:
        report, paths = made
        assert self._asked is not None, "nothing comes that nobody asked for"
        seat, (kind, period) = self._seat, self._asked
        self.report, self._shown = report, self._asked
        self.written = written(report, period_title(kind, period, seat), seat, seat.live.now())
        self.pictures = pictures(report, seat, paths)
        self._late = [one for clock in CLOCKS for one in report.told.clocks[clock].slowest]
        text = translate("Reports", "%1: %2 baris dibaca")
        self._rest(fill(text, self.written.title, count(report.told.read)))
        self._show()

    # --- what it shows -------------------------------------------------------------------------

    def _show(self) -> None:
        shown = self.written
        if shown is None or self.pictures is None:
            return
        for table, sheet in (
            (self.summary, shown.summary),
            (self.clocks, shown.clocks),
            (self.late, shown.late),
        ):
            _fill(table, sheet)
        self.view.show_pictures(self.pictures)
        self.view.setAccessibleName("; ".join(shown.notes))
        self._show_cut()
        self._follow()

    def _show_cut(self, *_: object) -> None:
        if self.written is not None:
            _fill(self.groups, self.written.matrix[Cut(self.cuts.currentData())])

    def _follow(self, *_: object) -> None:
        for name in ("pdf", "xlsx"):
            self.buttons[name].setEnabled(self.written is not None)
        sample = self._sample()
        may = self._seat.may(Permission.TRIAGE)
        self.buttons["reason"].setEnabled(may and sample is not None and bool(sample.incident_id))

    def _sample(self) -> Sample | None:
        row = self.late.currentIndex().row()
        return self._late[row] if 0 <= row < len(self._late) else None

    def _opened(self, _: QModelIndex) -> None:
        """What the room still holds is selected everywhere."""
        sample = self._sample()
        if sample is not None and self._seat.situation.incident(sample.incident_id) is not None:
            self._seat.selection.select_incident(sample.incident_id)

    # --- why it took so long -------------------------------------------------------------------

    def ask_reason(self) -> None:
        sample = self._sample()
        if sample is None:
            return
        title = translate("Reports", "Mengapa %1 lewat target? Tulis keadaannya, bukan siapanya.")
        keep = Answer(translate("Reports", "Catat"), "Return", partial(self._keep_reason, sample))
        self.question.ask(fill(title, number_sign(sample.number)), (keep,), "")

    def _keep_reason(self, sample: Sample) -> None:
        field = self.question.field
        text = " ".join(field.text().split()) if field is not None else ""
        if not text:
            return
        self.question.leave()
        seat = self._seat

        def done(_: Outcome) -> None:
            if self.report is not None:
                reasons = {**self.report.reasons, sample.incident_id: text}
                self.report = PeriodReport(self.report.told, self.report.before, reasons)
                title = self.written.title if self.written else ""
                self.written = written(self.report, title, seat, seat.live.now())
                _fill(self.late, self.written.late)

        command = AddNote(sample.incident_id, f"{LATE_REASON}: {text}")
        seat.submit(command, done, seat.notices.failed)

    # --- out -----------------------------------------------------------------------------------

    def _file(self) -> str:
        assert self._shown is not None
        kind, period = self._shown
        return f"laporan-{kind.value}-{period.since.astimezone(self._seat.zone):%Y%m%d}"

    def print_pdf(self) -> None:
        shown, drawn, seat = self.written, self.pictures, self._seat
        if shown is None or drawn is None:
            seat.notices.failed(OperatorError("report_not_ready"))
            return
        exercise = seat.room_kind is RoomKind.EXERCISE
        path = report_file(seat, self._file(), "pdf")
        write(seat, path, partial(write_period, path, shown, drawn, exercise=exercise))

    def print_out(self) -> None:
        shown, drawn, seat = self.written, self.pictures, self._seat
        if shown is None or drawn is None:
            seat.notices.failed(OperatorError("report_not_ready"))
            return
        exercise = seat.room_kind is RoomKind.EXERCISE
        ask_printer(
            seat, self, self.question, lambda to: write_period(to, shown, drawn, exercise=exercise)
        )

    def save_xlsx(self) -> None:
        shown, seat = self.written, self._seat
        if shown is None:
            seat.notices.failed(OperatorError("report_not_ready"))
            return
        path = report_file(seat, self._file(), "xlsx")
        write(seat, path, partial(write_xlsx, path, leaving_sheets(seat, shown.for_workbook())))

    # --- appearance ----------------------------------------------------------------------------

    def restyle(self) -> None:
        theme = self._seat.theme
        self._column.setContentsMargins(theme.px(12), theme.px(6), theme.px(12), theme.px(8))
        self._column.setSpacing(theme.px(6))
        for part in (self.kinds, self.cuts, self.tabs):
            part.setFont(theme.font(13))

    def retranslate(self) -> None:
        _refill(self.kinds, [(kind_name(kind), kind.value) for kind in Kind])
        _refill(self.cuts, [(cut_name(cut), cut.value) for cut in Cut])
        self.kinds.setAccessibleName(translate("Reports", "Jenis laporan"))
        self.cuts.setAccessibleName(translate("Reports", "Menurut"))
        self.earlier.setAccessibleName(translate("Reports", "Kurun sebelumnya"))
        self.later.setAccessibleName(translate("Reports", "Kurun sesudahnya"))
        labels = (
            translate("Reports", "Buat"),
            translate("Reports", "Hentikan"),
            translate("Reports", "Cetak PDF"),
            translate("Reports", "Cetak ke printer"),
            translate("Reports", "Simpan XLSX"),
            translate("Reports", "Catat alasan"),
        )
        for name, text in zip(_BUTTONS, labels, strict=True):
            self.buttons[name].relabel(text)
        names = (
            translate("Reports", "Ringkasan"),
            translate("Reports", "Jam tanggap"),
            translate("Reports", "Menurut…"),
            translate("Reports", "Grafik dan peta"),
            translate("Reports", "Lewat target"),
        )
        for at, text in enumerate(names):
            self.tabs.setTabText(at, text)
        for table, text in zip((self.summary, self.clocks, self.groups, self.late),
                               (*names[:3], names[4]), strict=True):  # fmt: skip
            table.setAccessibleName(text)
        self.refresh()


def _fill(table: CellTable, sheet: Sheet) -> None:
    rows = [tuple(_text(cell) for cell in row) for row in sheet.rows]
    table.show_lines(tuple(sheet.head), rows)


def _text(cell: Cell) -> str:
    return count(cell) if isinstance(cell, int) else "" if cell is None else str(cell)


def _refill(box: QComboBox, rows: list[tuple[str, str]]) -> None:
    """In the language of now, with the choice that was."""
    at = max(0, box.currentIndex())
    box.blockSignals(True)
    box.clear()
    for name, value in rows:
        box.addItem(name, value)
    box.setCurrentIndex(at)
    box.blockSignals(False)
