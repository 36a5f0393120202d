"""What leaves the board with the pointer: ids for whoever takes them, and a picture of them."""

from __future__ import annotations

import json
from collections.abc import Sequence

from PySide6.QtCore import QMimeData, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen, QPixmap

from command_center.ui.theme import Theme
from command_center.ui.units import words
from command_center.ui.units.lines import UnitLine

MIME = "application/x-unit-ids"
MOST_LINES = 5
LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft


def unit_ids_data(ids: Sequence[str]) -> QMimeData:
    """`ids` as a JSON list under MIME."""
    data = QMimeData()
    data.setData(MIME, json.dumps(list(ids)).encode())
    return data


def drag_texts(lines: Sequence[UnitLine]) -> list[tuple[str, str]]:
    """(call sign, what it would be taken from) of the dragged units, the last line a count."""
    texts = [
        (line.row.call_sign, words.where(line) if line.row.incident_id else "")
        for line in lines[:MOST_LINES]
    ]
    more = len(lines) - MOST_LINES
    return [*texts, (f"+{more}", "")] if more > 0 else texts


def drag_picture(lines: Sequence[UnitLine], theme: Theme, ratio: float) -> QPixmap:
    """The units under the pointer; a unit on another incident says so in the colour of news.

    `ratio` is the device pixel ratio of the screen.
    """
    texts = drag_texts(lines)
    bold, plain = theme.font(13, bold=True), theme.font(13)
    names, jobs = QFontMetrics(bold), QFontMetrics(plain)
    left = max((names.horizontalAdvance(name) for name, _ in texts), default=0)
    right = max((jobs.horizontalAdvance(job) for _, job in texts), default=0)
    pad, height = theme.px(8), theme.px(20)
    right = min(right, theme.px(260))
    width = left + 2 * pad + (right + pad if right else 0)
    tall = height * len(texts) + pad
    picture = QPixmap(round(width * ratio), round(tall * ratio))
    picture.setDevicePixelRatio(ratio)
    picture.fill(QColor(0, 0, 0, 0))
    painter = QPainter(picture)
    painter.setPen(QPen(theme.color("accent"), 1))
    painter.setBrush(theme.color("raised"))
    painter.drawRoundedRect(QRectF(0.5, 0.5, width - 1, tall - 1), theme.px(4), theme.px(4))
    for row, (name, job) in enumerate(texts):
        top = pad / 2 + row * height
        painter.setFont(bold)
        painter.setPen(theme.color("text"))
        painter.drawText(QRectF(pad, top, left + 1, height), LEFT, name)
        painter.setFont(plain)
        painter.setPen(theme.color("warn"))
        cut = jobs.elidedText(job, Qt.TextElideMode.ElideRight, right)
        painter.drawText(QRectF(2 * pad + left, top, right + 1, height), LEFT, cut)
    painter.end()
    return picture
