"""The board as a panel: follows the room and shows its units, their counts and the coverage."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from PySide6.QtCore import QCoreApplication, QEvent, QItemSelectionModel, QModelIndex
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from command_center.ports import Position
from command_center.situation.board import BoardRow, board_row
from command_center.situation.situation import Touched
from command_center.ui.seat import Seat
from command_center.ui.units import words
from command_center.ui.units.coverage import CoverageStrip, coverage_cells
from command_center.ui.units.header import BoardHeader
from command_center.ui.units.lines import Grouping, UnitLine, group_of, unit_line
from command_center.ui.units.model import BoardModel
from command_center.ui.units.view import BoardView
from command_center.ui.units.whereabouts import Whereabouts

translate = QCoreApplication.translate


class BoardPanel(QFrame):
    """Status of every unit. Moves by the signals of `seat.live` and by nothing else."""

    def __init__(self, seat: Seat, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._seat = seat
        self._grouping = Grouping.AGENCY
        self._places = Whereabouts(seat.city)
        self._ranks = {agency.id: rank for rank, agency in enumerate(seat.city.agencies)}
        self._positions: dict[str, Position] = {}
        self._at_home: dict[str, BoardRow] = {}
        self._following = False
        self.header = BoardHeader(seat.theme)
        self.strip = CoverageStrip(seat.theme)
        self.model = BoardModel(words.spoken, self)
        self.view = BoardView(seat, self.model)
        self.setFocusProxy(self.view)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 1, 1, 1)
        layout.setSpacing(0)
        for part in (self.header, self.strip):
            layout.addWidget(part)
        layout.addWidget(self.view, 1)
        self._connect()
        self._retranslate()
        self._take_all()

    def _connect(self) -> None:
        seat = self._seat
        seat.live.changed.connect(self._changed)
        seat.live.telemetry.connect(self._moved)
        seat.live.ticked.connect(self._ticked)
        seat.selection.unit_changed.connect(self._follow)
        seat.theme.changed.connect(self._restyle)
        self.header.grouped.connect(self.group_by)
        seat.asking.asked.connect(self._asked)
        self.view.held.connect(self._show_counts)
        self.view.selectionModel().currentChanged.connect(self._chosen)

    # --- the room's signals --------------------------------------------------------------------

    def _changed(self, touched: Touched) -> None:
        if touched.everything or "agency" in touched.entities:
            self._take_all()
        elif touched.units:
            self._take(touched.units)
            self._summarise()

    def _moved(self) -> None:
        """New positions: only units whose newest one is another than the last time."""
        positions = self._seat.situation.positions
        moved = [
            id for id, position in positions.items() if self._positions.get(id) is not position
        ]
        gone = self._positions.keys() - positions.keys()
        self._positions = dict(positions)
        if moved or gone:
            self._take([*moved, *gone])
            self._show_counts()  # the coverage follows with the tick

    def _ticked(self, now: datetime) -> None:
        """Silence makes a unit unknown without any message."""
        targets = self._seat.targets
        turned = [
            line
            for line in list(self.model.units.values())
            if line.row.shown_status(now, targets) is not line.shown
        ]
        for line in turned:
            self.model.put(self._line(line.row, now))
        self._summarise(now)
        self.view.tick(now)

    # --- lines ---------------------------------------------------------------------------------

    def _line(self, row: BoardRow, now: datetime) -> UnitLine:
        area, targets = self._places.of(row), self._seat.targets
        shown = row.shown_status(now, targets)
        group = group_of(row, area, shown, self._grouping, self._ranks)
        return unit_line(row, area, group, now, targets)

    def _take(self, ids: Iterable[str]) -> None:
        situation, now = self._seat.situation, self._seat.live.now()
        for id in ids:
            unit = situation.unit(id)
            if unit is None:
                self.model.drop(id)
                self._at_home.pop(id, None)
                continue
            row = board_row(situation, unit)
            self._at_home[id] = replace(row, home=self._places.kecamatan_of(row.home))
            self.model.put(self._line(row, now))

    def _take_all(self) -> None:
        """After a load. Row by row if the list is standing: it may be under the pointer."""
        situation = self._seat.situation
        self._positions = dict(situation.positions)
        known = {unit.id for unit in situation.all("unit")}
        if self.model.units:
            self._take([*known, *(self.model.units.keys() - known)])
        else:
            self._refill(board_row(situation, unit) for unit in situation.all("unit"))
        self._summarise()

    def _refill(self, rows: Iterable[BoardRow]) -> None:
        now = self._seat.live.now()
        lines = [self._line(row, now) for row in rows]
        for line in lines:
            home = self._places.kecamatan_of(line.row.home)
            self._at_home[line.row.id] = replace(line.row, home=home)
        self.model.replace_all(lines)

    def _summarise(self, now: datetime | None = None) -> None:
        at = now or self._seat.live.now()
        rows = list(self._at_home.values())
        self.strip.show_cells(coverage_cells(rows, self._places, at, self._seat.targets))
        self._show_counts()

    def _show_counts(self) -> None:
        model = self.model
        self.header.show_counts(model.ready, len(model.units), model.waiting)

    # --- grouping and selection ----------------------------------------------------------------

    def group_by(self, grouping: Grouping) -> None:
        self.header.choose(grouping)
        if grouping is self._grouping:
            return
        self._grouping = grouping
        situation = self._seat.situation
        self._refill(board_row(situation, unit) for unit in situation.all("unit"))
        self._summarise()
        self._follow(self._seat.selection.unit_id)

    def _asked(self, action_id: str, _: object) -> None:
        if action_id == "view.grouping":
            self._group_next()

    def _group_next(self) -> None:
        order = list(Grouping)
        self.group_by(order[(order.index(self._grouping) + 1) % len(order)])

    def _chosen(self, index: QModelIndex, previous: QModelIndex) -> None:
        line = self.model.line_at(index.row()) if index.isValid() else None
        if isinstance(line, UnitLine) and not self._following:
            self._seat.selection.select_unit(line.row.id)

    def _follow(self, unit_id: str | None) -> None:
        """A unit chosen elsewhere is marked here; the list scrolls only as far as it must."""
        row = self.model.row_of(unit_id) if unit_id else None
        at = self.view.currentIndex()
        if row is not None and at.isValid() and at.row() == row:
            return
        self._following = True
        if row is None:
            self.view.clearSelection()
        else:
            how = QItemSelectionModel.SelectionFlag.ClearAndSelect
            self.view.selectionModel().setCurrentIndex(self.model.index(row), how)
        self._following = False

    # --- appearance ----------------------------------------------------------------------------

    def _restyle(self) -> None:
        self.header.restyle()
        self.strip.restyle()
        self.view.restyle()

    def _retranslate(self) -> None:
        self.setAccessibleName(translate("Units", "Status unit"))
        self.view.setAccessibleName(translate("Units", "Daftar unit"))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
            self.view.restyle()
        super().changeEvent(event)
