"""The history of the clocks as a panel: a question above, the figure, its course and its tables."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication, QEvent, QModelIndex, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSplitter, QTabWidget, QVBoxLayout, QWidget

from command_center.documents.figures import write_csv, write_xlsx
from command_center.domain.errors import OperatorError
from command_center.domain.log import StoredEntry
from command_center.situation.clock_history import Answer
from command_center.situation.timeline import timeline
from command_center.ui.actions.buttons import KeyButton
from command_center.ui.detail.names import Names
from command_center.ui.detail.reader import read
from command_center.ui.detail.timeline_view import ShownLine, TimelineView
from command_center.ui.detail.timeline_words import sentence
from command_center.ui.figures.cells import CellTable
from command_center.ui.figures.chart import ClockChart
from command_center.ui.figures.choices import Choices
from command_center.ui.figures.export import export_file, sheets
from command_center.ui.figures.scan import Scan
from command_center.ui.figures.words import (
    group_cells,
    group_head,
    outlier_cells,
    outlier_head,
    summary,
)
from command_center.ui.format import clock, count
from command_center.ui.plain_label import PlainLabel
from command_center.ui.seat import Seat
from command_center.ui.sentences import sentence as error_sentence
from command_center.ui.strip.today import OPENS

translate = QCoreApplication.translate


class ClocksPanel(QFrame):
    """Asks the read lane, never the GUI thread; what is read can be stopped at any time."""

    def __init__(self, seat: Seat, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._seat = seat
        self.answer: Answer | None = None
        self.choices = Choices(seat)
        self.scan = Scan(seat, self)
        self.said = PlainLabel(seat.theme, "text", 15, bold=True, tabular=True)
        self.said.setWordWrap(True)
        self.progress = PlainLabel(seat.theme, "text2", 13, tabular=True)
        self.stop = KeyButton(seat, "", "")
        self.csv, self.xlsx = KeyButton(seat, "", ""), KeyButton(seat, "", "")
        self.chart = ClockChart(seat)
        self.groups = CellTable(seat, frozenset({1, 2, 3, 4}))
        self.outliers = CellTable(seat, frozenset({2}))
        self.lines = TimelineView(seat.theme)
        self.tabs = QTabWidget()
        self._lay_out()
        self._connect()
        self._restyle()
        self._retranslate()

    def _lay_out(self) -> None:
        self._bar = QHBoxLayout()
        self._bar.addWidget(self.progress, 1)
        for button in (self.stop, self.csv, self.xlsx):
            self._bar.addWidget(button)
        slow = QSplitter(Qt.Orientation.Horizontal)
        slow.addWidget(self.outliers)
        slow.addWidget(self.lines)
        slow.setChildrenCollapsible(False)
        self.tabs.addTab(self.groups, "")
        self.tabs.addTab(slow, "")
        self.tabs.setDocumentMode(True)
        parts = QSplitter(Qt.Orientation.Vertical)
        parts.addWidget(self.chart)
        parts.addWidget(self.tabs)
        parts.setStretchFactor(0, 1)
        parts.setStretchFactor(1, 1)
        parts.setChildrenCollapsible(False)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self.choices)
        self._column.addWidget(self.said)
        self._column.addLayout(self._bar)
        self._column.addWidget(parts, 1)
        self.setFocusProxy(self.choices.clock)

    def _connect(self) -> None:
        self.choices.asked.connect(self.ask)
        self.choices.reshown.connect(self._reshow)
        self.scan.progressed.connect(self._progressed)
        self.scan.found.connect(self._found)
        self.scan.failed.connect(self._failed)
        self.stop.clicked.connect(self._stop)
        self.csv.clicked.connect(lambda: self.export("csv"))
        self.xlsx.clicked.connect(lambda: self.export("xlsx"))
        self.outliers.selectionModel().currentRowChanged.connect(self._chosen)
        self.outliers.activated.connect(self._opened)
        self._seat.asking.asked.connect(self._asked)
        self._seat.theme.changed.connect(self._restyle)

    # --- asking --------------------------------------------------------------------------------

    def _asked(self, action_id: str, clock_name: object) -> None:
        if action_id == OPENS and isinstance(clock_name, str):
            self.choices.open(clock_name)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self.answer is None and not self.scan.running:
            self.ask()

    def ask(self) -> None:
        self.stop.setVisible(True)
        self._progressed(0)
        self.scan.ask(self.choices.question(self._seat.live.now()))

    def _progressed(self, rows: int) -> None:
        text = translate("Clocks", "membaca: %1 baris").replace("%1", count(rows))
        self.progress.show_text(text)

    def _stop(self) -> None:
        self.scan.cancel()
        self._rest(translate("Clocks", "dihentikan; yang tampak adalah jawaban sebelumnya"))

    def _rest(self, text: str) -> None:
        self.stop.hide()
        self.progress.show_text(text)

    def _failed(self, error: OperatorError) -> None:
        self._rest(error_sentence(error.code, error.params, self._seat.situation))

    def _found(self, answer: Answer) -> None:
        self.answer = answer
        self._rest(translate("Clocks", "%1 baris dibaca").replace("%1", count(answer.read)))
        self.choices.offer_groups(answer)
        self._reshow()

    def _reshow(self) -> None:
        answer, share = self.answer, self.choices.chosen_share()
        if answer is None:
            return
        seat, by = self._seat, answer.question.by
        self.said.show_text(summary(answer, share))
        self.chart.show_answer(answer, share)
        self.chart.setAccessibleName(self.said.text())
        self.groups.show_lines(
            group_head(by),
            [group_cells(by, group, spread, seat) for group, spread in answer.groups],
        )
        self.outliers.show_lines(
            outlier_head(), [outlier_cells(sample, seat) for sample in answer.outliers]
        )
        self.lines.show_lines(())

    # --- one of the slowest --------------------------------------------------------------------

    def _incident_at(self, index: QModelIndex) -> str:
        outliers = self.answer.outliers if self.answer is not None else ()
        return outliers[index.row()].incident_id if 0 <= index.row() < len(outliers) else ""

    def _chosen(self, now: QModelIndex, _: QModelIndex) -> None:
        id, history = self._incident_at(now), self._seat.history
        if not id:
            self.lines.show_lines(())
            return
        up_to = self._seat.situation.seq

        def show(entries: Sequence[StoredEntry]) -> None:
            if self._incident_at(self.outliers.currentIndex()) == id:
                self._show_lines(id, entries)

        self._seat.tasks.run(lambda: read(history, [id], up_to), show, self._seat.notices.failed)

    def _show_lines(self, id: str, entries: Sequence[StoredEntry]) -> None:
        names, zone = Names(self._seat.situation), self._seat.zone
        lines = timeline(entries, [id])
        self.lines.show_lines([ShownLine(clock(x.at, zone), sentence(x, names)) for x in lines])

    def _opened(self, index: QModelIndex) -> None:
        """What the room still holds is selected everywhere; the rest is read beside the list."""
        id = self._incident_at(index)
        if self._seat.situation.get("incident", id) is not None:
            self._seat.selection.select_incident(id)

    # --- out -----------------------------------------------------------------------------------

    def export(self, suffix: str) -> None:
        """The answer as it is shown, in a file of the room's own folder."""
        seat, answer = self._seat, self.answer
        if answer is None:
            seat.notices.failed(OperatorError("figures_empty"))
            return
        path, tables = export_file(seat, answer, suffix), sheets(seat, answer, seat.live.now())
        write = write_xlsx if suffix == "xlsx" else write_csv

        def written(_: None) -> None:
            seat.notices.done("figures_exported", file=str(path))

        seat.tasks.run(partial(write, path, tables), written, seat.notices.failed)

    # --- appearance ----------------------------------------------------------------------------

    def _restyle(self) -> None:
        theme = self._seat.theme
        pad = theme.px(8)
        self._column.setContentsMargins(pad, theme.px(6), pad, pad)
        self._column.setSpacing(theme.px(6))
        self._bar.setSpacing(pad)
        self.tabs.setFont(theme.font(13))
        self.choices.restyle()

    def _retranslate(self) -> None:
        self.choices.retranslate()
        self.stop.relabel(translate("Clocks", "Hentikan"))
        self.csv.relabel(translate("Clocks", "Simpan CSV"))
        self.xlsx.relabel(translate("Clocks", "Simpan XLSX"))
        self.tabs.setTabText(0, translate("Clocks", "Kelompok"))
        self.tabs.setTabText(1, translate("Clocks", "Terlama"))
        self.groups.setAccessibleName(translate("Clocks", "Kelompok"))
        self.outliers.setAccessibleName(translate("Clocks", "Kejadian yang paling lama"))
        self.lines.setAccessibleName(translate("Clocks", "Riwayat kejadian terpilih"))
        self._reshow()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)
