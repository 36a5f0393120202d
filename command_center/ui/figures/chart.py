"""The place of the chart: made once it is seen."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QSize, QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from command_center.situation.clock_history import Answer, Bucket
from command_center.ui.figures.plot import ClockPlot, Look
from command_center.ui.seat import Seat


class ClockChart(QWidget):
    """`texts` says to a screen reader what the picture shows."""

    def __init__(self, seat: Seat, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._seat = seat
        self.plot: ClockPlot | None = None
        self._shown: tuple[Answer, float] | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        seat.theme.changed.connect(self._restyle)

    def showEvent(self, event: QShowEvent) -> None:
        """The page stands before its chart does."""
        super().showEvent(event)
        if self.plot is None:
            QTimer.singleShot(0, self, self._draw)

    def _draw(self) -> None:
        if self.plot is None:
            self.plot = ClockPlot()
            self._column.addWidget(self.plot)
            self._restyle()
            self._refill()

    def show_answer(self, answer: Answer, share: float) -> None:
        self._shown = answer, share
        self._refill()

    def _refill(self) -> None:
        if self._shown is None or self.plot is None:
            return
        answer, share = self._shown
        spreads = [spread for _, spread in answer.points]
        self.plot.show_points(
            bucket_names([at for at, _ in answer.points], answer.question.bucket),
            [spread.at(share) for spread in spreads],
            [spread.used for spread in spreads],
            [spread.few for spread in spreads],
            answer.question.goal_s,
        )

    def minimumSizeHint(self) -> QSize:
        return QSize(self._seat.theme.px(200), self._seat.theme.px(140))

    def sizeHint(self) -> QSize:
        return QSize(self._seat.theme.px(600), self._seat.theme.px(300))

    def _restyle(self) -> None:
        if self.plot is None:
            return
        theme = self._seat.theme
        look = Look(
            ground=theme.color("panel"),
            line=theme.color("accent"),
            goal=theme.color("warn"),
            bars=theme.color("bar"),
            words=theme.color("text2"),
            font=theme.font(11, tabular=True),
        )
        self.plot.restyle(look)


def bucket_names(starts: Sequence[datetime], bucket: Bucket) -> list[str]:
    """ "21-11", or "21-11 14" of an hour."""
    return [f"{at:%d-%m %H}" if bucket is Bucket.HOUR else f"{at:%d-%m}" for at in starts]
