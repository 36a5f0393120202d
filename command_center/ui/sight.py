"""Bringing something that was asked for into sight, whatever scrolls around it."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QScrollArea, QWidget


def bring_into_sight(part: QWidget, first: QWidget | None = None) -> None:
    """Once it has its place: the whole of it, or from its top where it does not fit, and `first`
    in any case."""

    def bring() -> None:
        around = part.parentWidget()
        while around is not None:
            if isinstance(around, QScrollArea):
                _scroll(around, part)
                if first is not None:
                    around.ensureWidgetVisible(first, 0, 0)
            around = around.parentWidget()

    QTimer.singleShot(0, part, bring)


def _scroll(area: QScrollArea, part: QWidget) -> None:
    if part.height() <= area.viewport().height():
        area.ensureWidgetVisible(part, 0, 0)
        return
    inside = area.widget()
    if inside is not None:
        top = part.mapTo(inside, part.rect().topLeft()).y()
        area.verticalScrollBar().setValue(top)
