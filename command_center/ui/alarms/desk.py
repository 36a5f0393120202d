"""The alarm desk: what waits, line by line; what is put aside; how many alarms people are given."""

from __future__ import annotations

from collections import Counter
from datetime import datetime

from PySide6.QtCore import QCoreApplication, QEvent, QModelIndex, Qt
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSplitter, QTabWidget, QVBoxLayout, QWidget

from command_center.commands.alarms import NEVER_SHELVED_RANK
from command_center.domain.room import Alarm
from command_center.situation.situation import Touched
from command_center.ui.actions.alarm import answer
from command_center.ui.actions.buttons import KeyButton
from command_center.ui.alarms.kinds import kind_name
from command_center.ui.alarms.rate import both_text, rate_head, rate_rows, rates, target_text
from command_center.ui.alarms.summary import (
    alarm_line,
    alarm_text,
    is_shelved,
    place_text,
    subject_place,
    waiting_lines,
)
from command_center.ui.figures.cells import CellTable
from command_center.ui.format import age, clock
from command_center.ui.plain_label import PlainLabel
from command_center.ui.seat import Seat

translate = QCoreApplication.translate
RATE_EVERY_S = 10.0
Row = tuple[str, ...]


class AlarmDesk(QFrame):
    """Enter shows what the chosen line is about and answers all of it; the alarms of a line stand
    below it, each by itself."""

    def __init__(self, seat: Seat, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._seat = seat
        self.lines: list[list[Alarm]] = []
        self.aside: list[Alarm] = []
        self._rated_at: datetime | None = None
        self.rate = PlainLabel(seat.theme, "text", 13, bold=True, tabular=True)
        self.target = PlainLabel(seat.theme, "text2", 11)
        for label in (self.rate, self.target):
            label.setWordWrap(True)
        self.answer, self.shelve = KeyButton(seat, "", "Return"), KeyButton(seat, "", "S")
        self.waiting, self.members = CellTable(seat, frozenset({2})), CellTable(seat, frozenset())
        self.shelved, self.rates = (
            CellTable(seat, frozenset()),
            CellTable(seat, frozenset({2, 3, 4})),
        )
        self.tabs = QTabWidget()
        self._lay_out()
        self._connect()
        self._restyle()
        self._retranslate()

    def _lay_out(self) -> None:
        parts = QSplitter(Qt.Orientation.Vertical)
        parts.addWidget(self.waiting)
        parts.addWidget(self.members)
        parts.setStretchFactor(0, 3)
        parts.setStretchFactor(1, 2)
        parts.setChildrenCollapsible(False)
        for page in (parts, self.shelved, self.rates):
            self.tabs.addTab(page, "")
        self.tabs.setDocumentMode(True)
        self._bar = QHBoxLayout()
        self._bar.addStretch(1)
        self._bar.addWidget(self.shelve)
        self._bar.addWidget(self.answer)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self.rate)
        self._column.addWidget(self.target)
        self._column.addWidget(self.tabs, 1)
        self._column.addLayout(self._bar)
        self.setFocusProxy(self.waiting)

    def _connect(self) -> None:
        self.waiting.selectionModel().currentRowChanged.connect(self._chosen)
        self.waiting.activated.connect(lambda _: self.answer_line())
        self.members.activated.connect(self._answer_one)
        self.answer.clicked.connect(self.answer_line)
        self.shelve.clicked.connect(self.shelve_line)
        self._seat.live.changed.connect(self._changed)
        self._seat.live.ticked.connect(self._ticked)
        self._seat.theme.changed.connect(self._restyle)

    # --- what it shows -------------------------------------------------------------------------

    def _changed(self, touched: Touched) -> None:
        if self.isVisible() and (touched.everything or "alarm" in touched.entities):
            self.refresh()

    def _ticked(self, now: datetime) -> None:
        if not self.isVisible():
            return
        old = self._rated_at is None or (now - self._rated_at).total_seconds() >= RATE_EVERY_S
        if old:
            self._rate(now)
        self.refresh()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._rate(self._seat.live.now())
        self.refresh()

    def refresh(self) -> None:
        """The chosen line stays chosen, wherever it stands now."""
        seat, now = self._seat, self._seat.live.now()
        chosen = self._chosen_line()
        keep = {alarm.id for alarm in chosen}
        self.lines, flood = waiting_lines(seat, now)
        rows = [self._line_cells(line, now) for line in self.lines]
        if rows != self.waiting.cells.lines:
            self.waiting.show_lines(self._line_head(), rows)
            places = [at for at, line in enumerate(self.lines) if keep & {a.id for a in line}]
            if places or rows:
                self.waiting.selectRow(places[0] if places else 0)
        self._show_members(now)
        self.aside = [a for a in seat.situation.open_alarms() if is_shelved(a, now)]
        head, told = self._aside_head(), [self._aside_cells(a, now) for a in self.aside]
        if (head, told) != (self.shelved.cells.head, self.shelved.cells.lines):
            self.shelved.show_lines(head, told)
        self._name_tabs(flood)
        self._enable()

    def _rate(self, now: datetime) -> None:
        self._rated_at = now
        shift, day = rates(self._seat, now)
        self.rate.show_text(both_text(shift, day))
        self.rate.tint("text" if shift.bearable and day.bearable else "warn")
        self.target.show_text(target_text())
        self.rates.show_lines(rate_head(), rate_rows(shift, day, self._seat))

    def _line_head(self) -> Row:
        return (
            translate("Alarms", "Tingkat"),
            translate("Alarms", "Sejak"),
            translate("Alarms", "Banyak"),
            translate("Alarms", "Alarm"),
            translate("Alarms", "Wilayah · jenis"),
        )

    def _line_cells(self, line: list[Alarm], now: datetime) -> Row:
        first, seat = line[0], self._seat
        oldest = min(alarm.raised_at for alarm in line)
        where = place_text(subject_place(first, seat), seat)
        old = age((now - oldest).total_seconds())
        kinds = Counter(alarm.type for alarm in line)
        mixed = ", ".join(f"{n} {kind_name(kind)}" for kind, n in kinds.most_common())
        what = mixed if len(kinds) > 1 else alarm_line(line, seat)
        return str(first.rank), old, str(len(line)), what, where

    def _show_members(self, now: datetime) -> None:
        line, seat = self._chosen_line(), self._seat
        head = (translate("Alarms", "Waktu"), translate("Alarms", "Tiap alarm di baris ini"))
        rows = [(clock(alarm.raised_at, seat.zone), alarm_text(alarm, seat)) for alarm in line]
        if rows != self.members.cells.lines:
            self.members.show_lines(head, rows)

    def _aside_head(self) -> Row:
        return (
            translate("Alarms", "Sampai"),
            translate("Alarms", "Sisa"),
            translate("Alarms", "Alarm"),
            translate("Alarms", "Sebab"),
        )

    def _aside_cells(self, alarm: Alarm, now: datetime) -> Row:
        until = alarm.shelved_until or now
        left = age((until - now).total_seconds())
        because = alarm.params.get("shelved_because", "")
        return clock(until, self._seat.zone, False), left, alarm_text(alarm, self._seat), because

    # --- answering -----------------------------------------------------------------------------

    def _chosen_line(self) -> list[Alarm]:
        row = self.waiting.currentIndex().row()
        return self.lines[row] if 0 <= row < len(self.lines) else []

    def _chosen(self, _now: QModelIndex, _before: QModelIndex) -> None:
        self._show_members(self._seat.live.now())
        self._enable()

    def _enable(self) -> None:
        line = self._chosen_line()
        self.answer.setEnabled(bool(line))
        self.shelve.setEnabled(any(alarm.rank > NEVER_SHELVED_RANK for alarm in line))

    def answer_line(self) -> None:
        """Each alarm of it, the most urgent last: what it is about stays in front."""
        for alarm in reversed(self._chosen_line()):
            answer(self._seat, alarm.id)

    def _answer_one(self, index: QModelIndex) -> None:
        line = self._chosen_line()
        if 0 <= index.row() < len(line):
            answer(self._seat, line[index.row()].id)

    def shelve_line(self) -> None:
        """Asks for how long and why; of a line the first that may be put aside."""
        for alarm in self._chosen_line():
            if alarm.rank > NEVER_SHELVED_RANK:
                self._seat.asking.ask("alarm.shelve", alarm.id)
                return

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_S and self.shelve.isEnabled():
            self.shelve_line()
        else:
            super().keyPressEvent(event)

    # --- appearance ----------------------------------------------------------------------------

    def _name_tabs(self, flood: bool) -> None:
        number = sum(map(len, self.lines))
        waits = translate("Alarms", "Banjir %1") if flood else translate("Alarms", "Menunggu %1")
        aside = translate("Alarms", "Ditunda %1").replace("%1", str(len(self.aside)))
        names = (waits.replace("%1", str(number)), aside, translate("Alarms", "Laju"))
        for place, name in enumerate(names):
            if name != self.tabs.tabText(place):
                self.tabs.setTabText(place, name)

    def _restyle(self) -> None:
        theme = self._seat.theme
        pad = theme.px(8)
        self._column.setContentsMargins(pad, theme.px(6), pad, theme.px(6))
        self._column.setSpacing(theme.px(4))
        self._bar.setSpacing(pad)
        self.tabs.setFont(theme.font(13))

    def _retranslate(self) -> None:
        self.answer.relabel(translate("Alarms", "Tanggapi baris"))
        self.shelve.relabel(translate("Alarms", "Tunda"))
        self.waiting.setAccessibleName(translate("Alarms", "Alarm yang menunggu"))
        self.members.setAccessibleName(translate("Alarms", "Tiap alarm di baris ini"))
        self.shelved.setAccessibleName(translate("Alarms", "Alarm yang ditunda"))
        self.rates.setAccessibleName(translate("Alarms", "Laju alarm"))
        self.waiting.cells.lines = []
        self.members.cells.lines = []
        self._rate(self._seat.live.now())
        self.refresh()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)
