"""The incident queue as a panel."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QEvent, QPoint, QTimer
from PySide6.QtGui import QCursor, QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from command_center.situation.situation import Touched
from command_center.ui.actions.incident import take
from command_center.ui.actions.table import ACTIONS
from command_center.ui.queue.delegate import ROW_PX, QueueDelegate, Shown
from command_center.ui.queue.header import QueueHeader
from command_center.ui.queue.ledger import Tab
from command_center.ui.queue.model import EVERYTHING, QueueModel
from command_center.ui.queue.view import QueueView
from command_center.ui.queue.words import held_pill, translate
from command_center.ui.reassign.subject import REASSIGN, subject_of
from command_center.ui.seat import Seat

SLICE = 100
"""So many rows are judged anew before the window breathes."""


class QueuePanel(QFrame):
    """Open incidents in the order to take them. Selecting one never happens by itself."""

    def __init__(self, seat: Seat, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._seat = seat
        self._pointed = -1
        self._unjudged: list[str] = []
        self._judging = QTimer(self)
        self._judging.timeout.connect(self._judge)
        self._shown = Shown(seat.live.now(), seat.zone)
        self.model = QueueModel(self)
        self.header = QueueHeader(seat.theme, self)
        self.view = QueueView(self.model, self._shown, self)
        self._delegate = QueueDelegate(
            seat.theme, seat.city, self._shown, self._source_name, self.view
        )
        self.setFocusProxy(self.view)
        self.view.setItemDelegate(self._delegate)
        self.pill = QPushButton(self.view)
        self.pill.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 1, 1, 1)
        layout.setSpacing(0)
        layout.addWidget(self.header)
        layout.addWidget(self.view, 1)
        self._connect()
        self._retranslate()
        self.model.apply(Touched(everything=True), seat.situation, seat.live.now())

    def _connect(self) -> None:
        seat, view = self._seat, self.view
        seat.live.changed.connect(self._changed)
        seat.live.ticked.connect(self._ticked)
        seat.selection.incident_changed.connect(self._select)
        seat.theme.changed.connect(self._restyle)
        self.model.counted.connect(lambda: self.header.show_counts(self.model.ledger))
        self.model.held_changed.connect(self._show_pill)
        self.header.chosen.connect(self.show_tab)
        view.picked.connect(self._pick)
        view.take_wanted.connect(lambda id: take(seat, id))
        view.dropped.connect(self._order)
        view.pointed.connect(self._point)
        view.card_wanted.connect(lambda: ACTIONS["incident.order"].perform(seat))
        view.top_wanted.connect(self.catch_up)
        view.sideways.connect(self._next_tab)
        self.pill.clicked.connect(self.catch_up)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._focus_moved)

    # --- the room's signals --------------------------------------------------------------------

    def _changed(self, touched: Touched) -> None:
        if touched.everything or touched.incidents:
            self._apply(touched)
        if touched.judged:
            self._unjudged = [row.id for row in self._seat.situation.open_incidents()]
            self._judge()
        if "source" in touched.entities or "staff" in touched.entities:
            self._delegate.forget()
            self.view.viewport().update()

    def _apply(self, touched: Touched) -> None:
        self._shown.now = self._seat.live.now()
        self.model.apply(touched, self._seat.situation, self._shown.now)

    def _judge(self) -> None:
        """By other clocks; they run for what is open alone, and that may be thousands."""
        ids, self._unjudged = self._unjudged[:SLICE], self._unjudged[SLICE:]
        self._apply(Touched(incidents=set(ids)))
        if self._unjudged:
            self._judging.start(0)
        else:
            self._judging.stop()

    def _ticked(self, now: datetime) -> None:
        self._shown.now = now
        if self.model.tick(now):
            self.view.viewport().update()
        else:
            self.view.tick()

    def _select(self, id: str | None) -> None:
        self._shown.selected = id
        self.view.reveal(id)

    def _source_name(self, id: str) -> str:
        source = self._seat.situation.source(id)
        return source.name if source else id

    # --- what the person does ------------------------------------------------------------------

    def _pick(self, id: str) -> None:
        self._seat.selection.select_incident(id)

    def _order(self, incident_id: str, unit_ids: tuple[str, ...]) -> None:
        """What was dropped is sent by whoever shows first what it costs."""
        self._seat.asking.ask(REASSIGN, subject_of(incident_id, unit_ids))

    def show_tab(self, tab: Tab) -> None:
        self.header.mark(tab)
        self.model.show_tab(tab)
        self.view.reveal(self._seat.selection.incident_id)

    def _next_tab(self, by: int) -> None:
        tabs = list(Tab)
        self.show_tab(tabs[(tabs.index(self.model.tab) + by) % len(tabs)])

    def catch_up(self) -> None:
        """Let everything that waits take its place."""
        self.model.release()
        self.view.scrollToTop()
        self._point(self.view.row_under(self.view.viewport().mapFromGlobal(QCursor.pos())))

    # --- holding still -------------------------------------------------------------------------

    def _point(self, row: int) -> None:
        self._pointed = row
        self.model.hold(EVERYTHING if self._editing() else row)

    def _focus_moved(self, old: QWidget | None, new: QWidget | None) -> None:
        self.model.hold(EVERYTHING if self._editing() else self._pointed)

    def _editing(self) -> bool:
        """Whether somebody types in this window."""
        widget = QApplication.focusWidget()
        if isinstance(widget, QLineEdit | QPlainTextEdit):
            return not widget.isReadOnly() and widget.window() is self.window()
        return False

    def _show_pill(self) -> None:
        held = self.model.held
        if held:
            self.pill.setText(f"{held_pill(self.model.held_new, held)}  Home")
            self.pill.adjustSize()
            self._place_pill()
        self.pill.setVisible(held > 0)

    def _place_pill(self) -> None:
        """At the foot: no click on the title of the first row, the most urgent one, is caught."""
        middle = (self.view.width() - self.pill.width()) // 2
        foot = self.view.height() - self.pill.height() - self._seat.theme.px(6)
        self.pill.move(QPoint(middle, max(0, foot)))
        self.pill.raise_()

    # --- appearance ----------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_pill()

    def _restyle(self) -> None:
        self.header.restyle()
        self.pill.setFont(self._seat.theme.font(13))
        self._delegate.forget()
        self.view.set_row_height(self._seat.theme.px(ROW_PX))
        self.view.viewport().update()
        self._show_pill()

    def _retranslate(self) -> None:
        self.setAccessibleName(translate("Queue", "Antrean kejadian"))
        self.view.setAccessibleName(translate("Queue", "Antrean kejadian"))
        self.header.show_counts(self.model.ledger)
        self._restyle()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)
