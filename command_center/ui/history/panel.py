"""History as a panel: words in, incidents out, the timeline of the chosen one below."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QEvent, QModelIndex, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from command_center.domain.errors import OperatorError
from command_center.domain.log import StoredEntry
from command_center.ports import Hit
from command_center.situation.timeline import timeline
from command_center.ui.detail.names import Names
from command_center.ui.detail.reader import read
from command_center.ui.detail.timeline_view import ShownLine, TimelineView
from command_center.ui.detail.timeline_words import sentence
from command_center.ui.format import clock, count
from command_center.ui.history.rows import ROW_PX, HitDelegate, HitModel, spoken
from command_center.ui.plain_label import PlainLabel
from command_center.ui.row_table import RowTable
from command_center.ui.seat import Seat
from command_center.ui.sentences import sentence as error_sentence

translate = QCoreApplication.translate
PAGE = 50
_PAUSE_MS = 250
LONGEST = 200


class HistoryPanel(QFrame):
    """Asks the read lane, never the GUI thread; an answer to an older question is dropped."""

    def __init__(self, seat: Seat, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._seat = seat
        self._question = 0
        self._asking = self._whole = False
        self.field = QLineEdit()
        self.field.setMaxLength(LONGEST)
        self.field.setClearButtonEnabled(True)
        self.counted = PlainLabel(seat.theme, "text2", 13, tabular=True)
        self.said = PlainLabel(seat.theme, "text2", 13)
        self.model = HitModel(lambda hit: spoken(hit, seat), self)
        self.view = RowTable(self.model)
        self.view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.view.setItemDelegate(HitDelegate(seat, self.view))
        self.lines = TimelineView(seat.theme)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._lay_out()
        self._connect()
        self._restyle()
        self._retranslate()

    def _lay_out(self) -> None:
        self._head = QHBoxLayout()
        self._head.addWidget(self.field, 1)
        self._head.addWidget(self.counted)
        self.parts = QSplitter(Qt.Orientation.Vertical)
        for part, share in ((self.view, 6), (self.lines, 4)):
            self.parts.addWidget(part)
            self.parts.setStretchFactor(self.parts.count() - 1, share)
        self.parts.setChildrenCollapsible(False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(self._head)
        layout.addWidget(self.said)
        layout.addWidget(self.parts, 1)
        self.setFocusProxy(self.field)
        self.said.setWordWrap(True)

    def _connect(self) -> None:
        self.field.textChanged.connect(lambda _: self._pause.start())
        self.field.returnPressed.connect(self.search)
        self._pause.timeout.connect(self.search)
        self.view.selectionModel().currentRowChanged.connect(self._chosen)
        self.view.activated.connect(self._opened)
        self.view.verticalScrollBar().valueChanged.connect(self._scrolled)
        self.field.installEventFilter(self)
        self._seat.theme.changed.connect(self._restyle)

    # --- asking --------------------------------------------------------------------------------

    def search(self) -> None:
        """The first page for what is typed."""
        self._pause.stop()
        self._question += 1
        text = self.field.text().strip()
        if not text:
            self._show([], 0)
            self._tell(translate("History", "Ketik kata, nomor, atau isi catatan."))
            return
        self._ask(text, None)

    def _scrolled(self, value: int) -> None:
        bar = self.view.verticalScrollBar()
        near_end = value >= bar.maximum() - self.view.height()
        if near_end and self.model.hits and not (self._asking or self._whole):
            self._ask(self.field.text().strip(), self.model.hits[-1].place)

    def _ask(self, text: str, before: int | None) -> None:
        question, self._asking = self._question, True
        history = self._seat.history

        def done(hits: Sequence[Hit]) -> None:
            if question == self._question:
                self._asking = False
                self._more(hits) if before is not None else self._show(hits, PAGE)

        def failed(error: OperatorError) -> None:
            if question == self._question:
                self._asking = False
                self._show([], 0)
                self._tell(error_sentence(error.code, error.params, self._seat.situation))

        self._seat.tasks.run(lambda: history.find(text, before, PAGE), done, failed)

    def _show(self, hits: Sequence[Hit], page: int) -> None:
        self._whole = len(hits) < page
        self.model.show(hits)
        self.lines.show_lines(())
        found = bool(hits)
        self._tell(
            "" if found else translate("History", "Tidak ada kejadian dengan semua kata itu.")
        )
        self._count()

    def _more(self, hits: Sequence[Hit]) -> None:
        self._whole = len(hits) < PAGE
        self.model.extend(hits)
        self._count()

    def _count(self) -> None:
        number = len(self.model.hits)
        text = count(number) if self._whole else f"{count(number)}+"
        self.counted.setText(text if number else "")

    def _tell(self, text: str) -> None:
        self.said.setText(text)
        self.said.setVisible(bool(text))
        self.parts.setVisible(not text)

    # --- one of them ---------------------------------------------------------------------------

    def _chosen(self, now: QModelIndex, _: QModelIndex) -> None:
        if not 0 <= now.row() < len(self.model.hits):
            return
        hit, history = self.model.hits[now.row()], self._seat.history
        up_to = self._seat.situation.seq

        def show(entries: Sequence[StoredEntry]) -> None:
            current = self.view.currentIndex().row()
            if 0 <= current < len(self.model.hits) and self.model.hits[current] is hit:
                self._show_lines(hit, entries)

        self._seat.tasks.run(
            lambda: read(history, [hit.incident_id], up_to), show, self._seat.notices.failed
        )

    def _show_lines(self, hit: Hit, entries: Sequence[StoredEntry]) -> None:
        names, zone = Names(self._seat.situation), self._seat.zone
        self.lines.show_lines(
            [
                ShownLine(clock(line.at, zone), sentence(line, names))
                for line in timeline(entries, [hit.incident_id])
            ]
        )

    def _opened(self, index: QModelIndex) -> None:
        """What the room still holds is selected everywhere; the rest is read here."""
        if 0 <= index.row() < len(self.model.hits):
            id = self.model.hits[index.row()].incident_id
            if self._seat.situation.get("incident", id) is not None:
                self._seat.selection.select_incident(id)

    # --- appearance ----------------------------------------------------------------------------

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Down goes from the words to what they found."""
        pressed = event.key() if isinstance(event, QKeyEvent) else None
        down = pressed == Qt.Key.Key_Down and event.type() is QEvent.Type.KeyPress
        if not (down and self.model.hits):
            return super().eventFilter(watched, event)
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)
        self.view.setCurrentIndex(self.model.index(0, 0))
        return True

    def _restyle(self) -> None:
        theme = self._seat.theme
        pad = theme.px(8)
        self._head.setContentsMargins(pad, theme.px(6), pad, theme.px(6))
        self._head.setSpacing(pad)
        self.said.setContentsMargins(pad, pad, pad, pad)
        self.field.setFont(theme.font(13))
        self.view.verticalHeader().setDefaultSectionSize(theme.px(ROW_PX))
        self.update()

    def _retranslate(self) -> None:
        self.field.setPlaceholderText(translate("History", "Cari di semua kejadian"))
        self.field.setAccessibleName(translate("History", "Cari di semua kejadian"))
        self.view.setAccessibleName(translate("History", "Kejadian yang ditemukan"))
        self.lines.setAccessibleName(translate("History", "Riwayat kejadian terpilih"))
        if not self.model.hits:
            self._tell(translate("History", "Ketik kata, nomor, atau isi catatan."))
        self.view.viewport().update()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)
