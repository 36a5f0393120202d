"""The wall's menu: every layout, named views, the tour's pace, and what can be done to a tile."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QCoreApplication, QPoint, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from command_center.ui.actions.menus import action_text
from command_center.ui.actions.table import ACTIONS
from command_center.ui.format import age
from command_center.ui.seat import Seat
from command_center.ui.sentences import sentence
from command_center.ui.wall import shapes
from command_center.ui.wall.board import WallBoard
from command_center.ui.wall.tour import INTERVALS_S

translate = QCoreApplication.translate
_TILE = ("pin", "place", "offer", "window", "rename", "note", "mask")
_WALL = ("all", "save", "undo", "page", "tour")


class WallMenu(QMenu):
    """Filled each time it opens. It says what was asked; the panel does it."""

    shaped = Signal(str)
    viewed = Signal(str)
    renamed = Signal(str)
    deleted = Signal(str)
    paced = Signal(int)

    def __init__(self, seat: Seat, board: WallBoard, parent: QWidget) -> None:
        super().__init__(parent)
        self._seat = seat
        self._board = board
        self.setToolTipsVisible(True)

    def open(self, at: QPoint, pace_s: int) -> None:
        """Never blocks."""
        self.fill(pace_s)
        self.popup(at)

    def fill(self, pace_s: int) -> None:
        self.clear()
        self._fill_shapes(self.addMenu(translate("Wall", "Susunan ubin")))
        self._fill_views(self.addMenu(translate("Wall", "Tampilan tersimpan")))
        self._fill_pace(self.addMenu(translate("Wall", "Tur berganti tiap")), pace_s)
        self.addSeparator()
        for id in _WALL:
            self._add(id)
        self.addSeparator()
        for id in _TILE:
            self._add(id)

    def _add(self, id: str) -> None:
        action = ACTIONS[f"wall.{id}"]
        reason = action.reason(self._seat)
        item = self.addAction(action_text(action))
        item.setEnabled(reason is None)
        item.setToolTip("" if reason is None else sentence(reason, {}))
        item.triggered.connect(lambda _=False: action.perform(self._seat))

    def _fill_shapes(self, menu: QMenu) -> None:
        for name in shapes.SHAPES:
            text = f"{shapes.label(name)}\t{shapes_key(name)}"
            chosen = name == self._board.arrangement.shape
            _check(menu.addAction(text), chosen, partial(self.shaped.emit, name))

    def _fill_views(self, menu: QMenu) -> None:
        views = self._board.views.names
        menu.setEnabled(bool(views))
        for number, name in enumerate(views, 1):
            entry = menu.addMenu(f"{number}. {name}".replace("&", "&&"))
            for text, signal in (
                (translate("Wall", "Tampilkan"), self.viewed),
                (translate("Wall", "Ganti nama"), self.renamed),
                (translate("Wall", "Hapus"), self.deleted),
            ):
                item = entry.addAction(text)
                item.triggered.connect(lambda _=False, s=signal, n=name: s.emit(n))

    def _fill_pace(self, menu: QMenu, pace_s: int) -> None:
        for seconds in INTERVALS_S:
            item = menu.addAction(age(seconds))
            _check(item, seconds == pace_s, partial(self.paced.emit, seconds))


def _check(item: QAction, chosen: bool, run: Callable[[], None]) -> None:
    item.setCheckable(True)
    item.setChecked(chosen)
    item.triggered.connect(lambda _=False: run())


def shapes_key(name: str) -> str:
    """The key of a layout."""
    kind, number = ("large", name[2:]) if name.startswith("1+") else ("grid", name[0])
    return ACTIONS[f"wall.{kind}.{number}"].key
