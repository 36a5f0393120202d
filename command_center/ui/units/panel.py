"""The board as a panel: follows the room and shows its units, their counts and the coverage."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QCoreApplication, QEvent, QItemSelectionModel, QModelIndex, Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from command_center.situation.meaning import meaning_of
from command_center.situation.situation import Touched
from command_center.ui.answers.line import AnswersLine
from command_center.ui.reassign.desk import ReassignDesk
from command_center.ui.reassign.subject import MOVE, REASSIGN, subject_of
from command_center.ui.seat import Seat
from command_center.ui.units import words
from command_center.ui.units.coverage import CoverageStrip
from command_center.ui.units.filter import wanted
from command_center.ui.units.header import BoardHeader
from command_center.ui.units.lines import Grouping, GroupLine, Line, UnitLine
from command_center.ui.units.looks import BoardLook
from command_center.ui.units.model import BoardModel
from command_center.ui.units.person import keep_grouping, kept_grouping
from command_center.ui.units.roster import Roster
from command_center.ui.units.steps import take_step
from command_center.ui.units.view import BoardView
from command_center.ui.units.waiting import WaitingList
from command_center.ui.units.welfare_card import WelfareCard
from command_center.ui.units.words_page import WordsPage

translate = QCoreApplication.translate
TYPING_MS = 120


class BoardPanel(QFrame):
    """Status of every unit. Moves by the signals of `seat.live` and by nothing else."""

    def __init__(self, seat: Seat, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._seat = seat
        self._following = False
        self._pointed = False
        self.look = BoardLook(seat.live.now(), meaning_of(seat.situation, seat.targets))
        self.header = BoardHeader(seat.theme)
        self.strip = CoverageStrip(seat.theme)
        self.answers = AnswersLine(seat)
        self.model = BoardModel(self._spoken, self)
        self.roster = Roster(seat, self.model, self.look, self._summarise)
        self.view = BoardView(seat, self.model, self.look)
        self.waiting = WaitingList(seat, self)
        self.reassign = ReassignDesk(seat, self.roster, self)
        self.welfare = WelfareCard(seat, self)
        self.words_page = WordsPage(seat, self)
        self._typed = QTimer(self)
        self._typed.setSingleShot(True)
        self._typed.setInterval(TYPING_MS)
        self.setFocusProxy(self.view)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 1, 1, 1)
        layout.setSpacing(0)
        for part in (self.header, self.strip, self.answers):
            layout.addWidget(part)
        layout.addWidget(self.view, 1)
        layout.addWidget(self.words_page, 1)
        layout.addWidget(self.welfare)
        layout.addWidget(self.reassign.card)
        self._connect()
        self._retranslate()
        self._take_person()
        self._take_all()

    def _connect(self) -> None:
        seat = self._seat
        seat.live.changed.connect(self._changed)
        seat.live.telemetry.connect(self._moved)
        seat.live.ticked.connect(self._ticked)
        seat.selection.unit_changed.connect(self._follow)
        seat.theme.changed.connect(self._restyle)
        seat.person.changed.connect(self._take_person)
        seat.asking.asked.connect(self._asked)
        self.header.grouped.connect(self._choose)
        self.header.filter.textChanged.connect(lambda _: self._typed.start())
        self.header.filter.left.connect(self._leave_filter)
        self._typed.timeout.connect(self.search)
        self.view.held.connect(self._point)
        self.view.asked.connect(self._answer)
        self.words_page.left.connect(self.view.show)
        self.view.selectionModel().currentChanged.connect(self._chosen)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._hold)

    def _spoken(self, line: Line) -> str:
        return words.spoken(line, self.look.meaning, self.look.now)

    # --- the room's signals --------------------------------------------------------------------

    def _changed(self, touched: Touched) -> None:
        everything = touched.everything or touched.judged or "agency" in touched.entities
        if everything or "room_setting" in touched.entities:
            self._learn()
        if everything:
            self._take_all()
        elif touched.units:
            self.roster.take(touched.units)
        elif touched.incidents:
            self.reassign.refresh()

    def _learn(self) -> None:
        """Another word changes what is painted, another limit what is marked."""
        self.words_page.look()
        if not self.roster.learn():
            return
        self.roster.take([line.row.id for line in self.roster.lines])
        self.view.restyle()

    def _moved(self) -> None:
        self.roster.moved()

    def _ticked(self, now: datetime) -> None:
        """Silence makes a unit unknown without any message."""
        self.roster.turn(now)
        self._summarise()
        self.view.tick(now)

    def _take_all(self) -> None:
        self.roster.take_all()
        self._summarise()

    def _summarise(self) -> None:
        self.strip.show_cells(self.roster.cells())
        self._show_counts()
        self.reassign.refresh()
        if not self.waiting.isHidden():
            line = self.roster.line(self.waiting.unit_id)
            self.waiting.leave() if line is None else self.waiting.show_line(line)

    def _show_counts(self) -> None:
        model = self.model
        hidden = self.roster.hidden if self.roster.wanted.words else 0
        self.header.show_counts(model.strength, hidden, model.waiting)

    # --- views, filter -------------------------------------------------------------------------

    def _choose(self, grouping: Grouping) -> None:
        keep_grouping(self._seat, grouping)
        self.group_by(grouping)

    def group_by(self, grouping: Grouping) -> None:
        self.header.choose(grouping)
        if grouping is self.roster.grouping:
            return
        self.roster.regroup(grouping)
        self._show_counts()
        self._follow(self._seat.selection.unit_id)

    def _take_person(self) -> None:
        """Whoever sits down finds the view they left."""
        self.group_by(kept_grouping(self._seat))

    def search(self) -> None:
        """Show what fits the typed words."""
        found = wanted(self.header.filter.text())
        if found != self.roster.wanted:
            self.roster.wanted = found
            self.roster.show()
            self._retranslate()
            self._show_counts()
            self._follow(self._seat.selection.unit_id)

    def look_for(self) -> None:
        """Open the filter and type."""
        self.header.filter.show()
        self.header.filter.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.header.filter.selectAll()

    def _leave_filter(self) -> None:
        """Back to the list, to its first unit if none is chosen."""
        self.search()
        self.header.filter.setVisible(bool(self.header.filter.text()))
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)
        first = next((r for r, ln in enumerate(self.model.lines) if isinstance(ln, UnitLine)), None)
        if self.roster.wanted.words and first is not None:
            how = QItemSelectionModel.SelectionFlag.ClearAndSelect
            self.view.selectionModel().setCurrentIndex(self.model.index(first), how)

    # --- what is asked -------------------------------------------------------------------------

    def _asked(self, action_id: str, subject: object) -> None:
        if action_id in (REASSIGN, MOVE) and not subject:
            incident_id = self._seat.selection.incident_id if action_id == REASSIGN else ""
            chosen = [line.row.id for line in self.view.chosen()]
            ids = chosen or [self._seat.selection.unit_id or ""]
            self.reassign.ask(action_id, subject_of(incident_id or "", ids))
        elif action_id == "view.grouping":
            order = list(Grouping)
            self._choose(order[(order.index(self.roster.grouping) + 1) % len(order)])
        elif action_id == "view.unit_filter":
            self.look_for()
        elif action_id == "view.unit_words":
            self.view.hide()
            self.words_page.open()

    def _answer(self, asked: str) -> None:
        """A key of the list."""
        line = self.view.current_line()
        if asked == "find":
            self.look_for()
        elif asked == "release":
            self.model.release()
            self._show_counts()
        elif isinstance(line, UnitLine) and asked == "waiting":
            self.waiting.open(line)
        elif asked == "next":
            for chosen in self.view.chosen():
                take_step(chosen.row, self._seat)

    # --- holding still -------------------------------------------------------------------------

    def _point(self, on: bool) -> None:
        self._pointed = on
        self._hold()

    def _hold(self, *_: object) -> None:
        """While somebody aims at the list, drags out of it or types in this window."""
        self.model.hold(self._pointed or self._editing())
        self._show_counts()

    def _editing(self) -> bool:
        widget = QApplication.focusWidget()
        if widget is self.header.filter or not isinstance(widget, QLineEdit | QPlainTextEdit):
            return False
        return not widget.isReadOnly() and widget.window() is self.window()

    # --- selection -----------------------------------------------------------------------------

    def _chosen(self, index: QModelIndex, previous: QModelIndex) -> None:
        if index.isValid() and not self._following:
            line = self.model.line_at(index.row())
            id = line.row.id if isinstance(line, UnitLine) else line.group.unit_id
            self._seat.selection.select_unit(id or None)

    def _follow(self, unit_id: str | None) -> None:
        """A unit chosen elsewhere is marked here; the list scrolls only as far as it must."""
        row = self.model.row_of(unit_id) if unit_id else None
        at, line = self.view.currentIndex(), self.view.current_line()
        if row is not None and at.isValid() and at.row() == row:
            return
        if isinstance(line, GroupLine) and line.group.unit_id == unit_id:
            return
        self._following = True
        if row is None:
            self.view.clearSelection()
        else:
            how = QItemSelectionModel.SelectionFlag.ClearAndSelect
            self.view.selectionModel().setCurrentIndex(self.model.index(row), how)
        self._following = False

    # --- appearance ----------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if not self.waiting.isHidden():
            self.waiting.place()

    def _restyle(self) -> None:
        self.header.restyle()
        self.strip.restyle()
        self.view.restyle()

    def _retranslate(self) -> None:
        self.setAccessibleName(translate("Units", "Status unit"))
        self.view.setAccessibleName(translate("Units", "Daftar unit"))
        none = translate("Units", "Tidak ada unit yang cocok. Esc di kolom saring: semua unit.")
        self.view.empty = none if self.roster.wanted.words else translate("Units", "Belum ada unit")

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
            self.view.restyle()
        super().changeEvent(event)
