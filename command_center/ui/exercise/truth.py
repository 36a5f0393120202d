"""Papan benar: how much of the time the board of an exercise showed what its units really did, and
what it shows wrongly now."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from datetime import datetime

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from command_center.domain.unit import UnitStatus
from command_center.exercise.board_truth import BoardTruth, Wrong
from command_center.situation.board import board_row
from command_center.situation.meaning import meaning_of
from command_center.ui import format as written
from command_center.ui.plain_label import PlainLabel
from command_center.ui.queue.words import plain_tip
from command_center.ui.seat import Seat
from command_center.ui.units.words import status_label

translate = QCoreApplication.translate
Truth = Callable[[], Mapping[str, UnitStatus] | None]
GOOD = 0.98
"""What a board that is fed by radio alone should reach."""
MOST_LINES = 8


class TruthPanel(QFrame):
    """`truth` says what the units really do, by call sign; None while nobody can say."""

    def __init__(self, seat: Seat, truth: Truth, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self._seat = seat
        self._truth = truth
        self.measure = BoardTruth()
        self.figure = PlainLabel(seat.theme, "text", 13, bold=True, tabular=True)
        self.more = QToolButton()
        self.more.setObjectName("flat")
        self.more.setCheckable(True)
        self.more.toggled.connect(self._write)
        self.lines = PlainLabel(seat.theme, "text2", 11)
        self.lines.setWordWrap(True)
        self._lay_out()
        seat.live.ticked.connect(self._look)
        seat.theme.changed.connect(self._restyle)
        self._restyle()
        self._write()

    def _lay_out(self) -> None:
        first = QHBoxLayout()
        first.addWidget(self.figure, 1)
        first.addWidget(self.more)
        self._rows = QVBoxLayout(self)
        self._rows.addLayout(first)
        self._rows.addWidget(self.lines)
        self.more.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)

    def _look(self, now: datetime) -> None:
        true = self._truth()
        if true is not None:
            self.measure.look(self._shown(now), true, now)
        self._write()

    def _shown(self, now: datetime) -> dict[str, UnitStatus]:
        situation, targets = self._seat.situation, self._seat.targets
        units = situation.all("unit")
        return {
            unit.call_sign: board_row(situation, unit).shown_status(now, targets) for unit in units
        }

    # --- what it says --------------------------------------------------------------------------

    def _write(self) -> None:
        share = self.measure.share_right()
        wrong = self.measure.wrong_now()
        self.figure.show_text(self._figure(share))
        self.figure.tint("text" if share is None or share >= GOOD else "warn")
        said = self._wrong_lines(wrong)
        self.lines.show_text(said)
        self.lines.setVisible(self.more.isChecked())
        self.more.setText(
            translate("Exercise", "%1 salah").replace("%1", written.count(len(wrong)))
        )
        self.more.setToolTip(plain_tip(said))
        self.setToolTip(plain_tip(said))
        self.setAccessibleName(f"{self.figure.text()}. {said}")

    def _figure(self, share: float | None) -> str:
        """Rounded down: 100 % is nothing wrong at all."""
        if share is None:
            return translate("Exercise", "Papan benar: belum ada ukuran")
        minutes = max(1, round(self.measure.watched().total_seconds() / 60))
        text = translate("Exercise", "Papan benar %1 % · %2 menit")
        text = text.replace("%1", written.decimal(math.floor(share * 1000) / 10))
        return text.replace("%2", written.count(minutes))

    def _wrong_lines(self, wrong: list[Wrong]) -> str:
        if not wrong:
            return translate("Exercise", "Semua unit tampil sebagaimana adanya.")
        said = [self._line(one) for one in wrong[:MOST_LINES]]
        if len(wrong) > MOST_LINES:
            rest = written.count(len(wrong) - MOST_LINES)
            said.append(translate("Exercise", "dan %1 unit lagi").replace("%1", rest))
        return "\n".join(said)

    def _line(self, wrong: Wrong) -> str:
        seat = self._seat
        meaning = meaning_of(seat.situation, seat.targets)
        age = written.age((seat.live.clock.now() - wrong.since).total_seconds())
        text = translate("Exercise", "%1: tampil %2, sebenarnya %3 · sejak %4 (%5)")
        for mark, word in (
            ("%5", age),
            ("%4", written.clock(wrong.since, seat.zone, seconds=False)),
            ("%3", status_label(wrong.true, meaning)),
            ("%2", status_label(wrong.shown, meaning)),
            ("%1", wrong.call_sign),
        ):
            text = text.replace(mark, word)
        return text

    # --- appearance ----------------------------------------------------------------------------

    def _restyle(self) -> None:
        px = self._seat.theme.px
        self._rows.setContentsMargins(px(12), px(2), px(4), px(4))
        self._rows.setSpacing(px(2))
        self.more.setFont(self._seat.theme.font(11))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._write()
        super().changeEvent(event)
