"""The tabs of panels that lie behind one another: names that are never cut."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QTabBar, QToolTip

from command_center.ui import layouts


class DockTabs(QObject):
    """`dress` every bar the window makes. A bar without room for all its tabs scrolls, by wheel or
    by its arrows; the tip of a tab is the panel's full title."""

    def __init__(self, panels: Iterable[str], parent: QObject) -> None:
        super().__init__(parent)
        self._panels = tuple(panels)

    def dress(self, bar: QTabBar) -> None:
        bar.setElideMode(Qt.TextElideMode.ElideNone)
        bar.setUsesScrollButtons(True)
        bar.installEventFilter(self)

    def full(self, tab: str) -> str:
        """The title of the panel whose tab says `tab`."""
        named = (panel for panel in self._panels if layouts.tab_title(panel) == tab)
        panel = next(named, None)
        return tab if panel is None else layouts.title(panel)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (
            event.type() is not QEvent.Type.ToolTip
            or not isinstance(watched, QTabBar)
            or not isinstance(event, QHelpEvent)
        ):
            return False
        at = watched.tabAt(event.pos())
        if at >= 0:
            QToolTip.showText(event.globalPos(), self.full(watched.tabText(at)), watched)
        return at >= 0
