"""The top of the window: where, what operation, how things are, who, and what time it is."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QCoreApplication, QEvent, QSize, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from command_center.situation.situation import Touched
from command_center.ui.commandline.line import CommandLine
from command_center.ui.format import clock
from command_center.ui.health.dots import HealthDots
from command_center.ui.instructions.badge import InstructionBadge
from command_center.ui.plain_label import PlainLabel
from command_center.ui.seat import Seat
from command_center.ui.situation_badges import SituationBadges, operation_text, today
from command_center.ui.tones.badge import MuteBadge
from command_center.ui.tones.choice import ToneChoice
from command_center.ui.tones.ringer import Ringer
from command_center.ui.tones.sheet import ToneSheet
from command_center.ui.who import Who

translate = QCoreApplication.translate
_PAD, _GAP, _SEARCH, _SEARCH_LEAST = 8, 14, 440, 200


class TopBar(QWidget):
    """Parts leave in a fixed order when the window is narrow; nothing is ever cut in half.

    `lead` stands first (the window's menu button); `over` is what the result list lies on.
    """

    def __init__(self, seat: Seat, lead: QWidget, over: QWidget) -> None:
        super().__init__()
        self._seat = seat
        self.lead = lead
        theme = seat.theme
        self.name = PlainLabel(theme, "text", 15, bold=True)
        self.room = PlainLabel(theme, "text2")
        self.situation = PlainLabel(theme, "text2")
        self.badges = SituationBadges(seat)
        self.operation = PlainLabel(theme, "text2")
        self.search = CommandLine(seat, over)
        self.dots = HealthDots(seat)
        self.tones = ToneChoice(seat, self)
        self.ringer = Ringer(seat, self.tones, self)
        self.mute = MuteBadge(seat, self.tones, self.ringer)
        ToneSheet(seat, self.tones, self.ringer, over)
        self.instructions = InstructionBadge(seat)
        self.clock = PlainLabel(theme, "text", 22, bold=True, tabular=True)
        self.zone = PlainLabel(theme, "text3", 11)
        self._search_least = 0
        self._gone: set[QWidget] = set()
        self._fitting = False
        # Letters and words of the parts change after the signals that bring this bar the news.
        self._refit = QTimer(self)
        self._refit.setSingleShot(True)
        self._refit.setInterval(0)
        self._refit.timeout.connect(self.fit)
        self.who = Who(seat)
        self._build()
        self._connect()
        self._retranslate()

    def _build(self) -> None:
        self._row = QHBoxLayout(self)
        self._parts = (
            self.lead,
            self.name,
            self.room,
            self.situation,
            self.badges,
            self.operation,
            self.search,
            self.dots,
            self.instructions,
            self.mute,
            self.who,
            self.clock,
            self.zone,
        )
        for part in self._parts:
            self._row.addWidget(part, 100 if part is self.search else 0)
            if part is self.search:
                self._row.addStretch(1)
        self.search.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def _connect(self) -> None:
        seat = self._seat
        seat.live.ticked.connect(self._ticked)
        seat.live.changed.connect(self._changed)
        seat.theme.changed.connect(self._refit.start)
        seat.person.changed.connect(self._refit.start)
        self.dots.grew.connect(self._refit.start)
        self.who.grew.connect(self._refit.start)
        self.mute.grew.connect(self._refit.start)
        self.instructions.grew.connect(self._refit.start)
        self.dots.pressed.connect(lambda: seat.asking.ask("view.health"))

    def _ticked(self, now: datetime) -> None:
        self.clock.show_text(clock(now, self._seat.zone))
        self._name_operation(now)

    def _changed(self, touched: Touched) -> None:
        if touched.everything or touched.entities & {
            "room",
            "operation",
            "staff",
            "shift",
            "handover",
        }:
            self._refresh()

    def _refresh(self) -> None:
        seat, situation = self._seat, self._seat.situation
        room = situation.room
        self.room.show_text(room.name if room else "")
        self.who.refresh()
        self.badges.refresh()
        self._ticked(seat.live.now())
        self.fit()

    def _name_operation(self, now: datetime) -> None:
        operations = self._seat.situation.operations
        texts = [operation_text(operation, today(self._seat, now)) for operation in operations]
        named = "  ".join(texts)
        if named != self.operation.text():
            self.operation.setText(named)
            self._refit.start()

    def _retranslate(self) -> None:
        self.name.setText(translate("TopBar", "PUSAT KOMANDO"))
        self.situation.setText(translate("TopBar", "Situasi"))
        self.zone.setText(self._seat.city.time_zone_label)
        self.clock.setAccessibleName(translate("TopBar", "Jam"))
        self._refresh()

    # --- room ----------------------------------------------------------------------------------

    def fit(self) -> None:
        """Show every part there is room for, dropping the least needed first.

        Decided before anything moves: showing a part can resize this bar from within, and a
        part hidden while it is being shown is, to Qt, both.
        """
        if self._fitting:
            self._refit.start()
            return
        self._fitting = True
        try:
            self._measure()
            self._decide()
            for part in self._parts:
                part.setVisible(part not in self._gone)
                part.updateGeometry()  # what it needed may be remembered from smaller letters
        finally:
            self._fitting = False

    def _measure(self) -> None:
        theme = self._seat.theme
        pad = theme.px(_PAD)
        self._row.setContentsMargins(pad, theme.px(4), pad, theme.px(4))
        self._row.setSpacing(theme.px(_GAP))
        self.search.setMaximumWidth(theme.px(_SEARCH))
        self._search_least = theme.px(_SEARCH_LEAST)

    def _decide(self) -> None:
        self._gone = set() if self.badges.badges else {self.situation, self.badges}
        if not self.mute.wanted:
            self._gone.add(self.mute)
        if not self.instructions.wanted:
            self._gone.add(self.instructions)
        self.dots.fold(0)
        for step in self._steps():
            if self._needed() <= self.width():
                return
            step()

    def _steps(self) -> tuple[Callable[[], object], ...]:
        """What goes first when there is no room: folded figures stay reachable by their dot."""
        return (
            lambda: self._gone.add(self.room),
            lambda: self._gone.add(self.situation),
            lambda: self.dots.fold(1),
            lambda: self._gone.add(self.operation),
            self._small_search,
            lambda: self.dots.fold(2),
            lambda: self._gone.add(self.zone),
            lambda: self._gone.add(self.name),
            lambda: self._gone.add(self.who),
            lambda: self._gone.add(self.badges),
        )

    def _small_search(self) -> None:
        self._search_least = self.search.sizeHint().width()

    def _needed(self) -> int:
        theme = self._seat.theme
        shown = [part for part in self._parts if part not in self._gone]
        total = sum(part.sizeHint().width() for part in shown if part is not self.search)
        return total + theme.px(_GAP) * (len(shown) + 1) + theme.px(2 * _PAD) + self._search_least

    def sizeHint(self) -> QSize:
        return QSize(self._seat.theme.px(600), self._seat.theme.px(44))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
            self._refit.start()
        super().changeEvent(event)
