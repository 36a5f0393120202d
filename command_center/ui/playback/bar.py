"""What a window onto the past is steered by, at its foot: play, speed, a time to go to, the bar."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from PySide6.QtCore import QCoreApplication, QDateTime, QEvent, Qt, QTimeZone
from PySide6.QtWidgets import (
    QComboBox,
    QDateTimeEdit,
    QFrame,
    QHBoxLayout,
    QMainWindow,
    QPushButton,
    QToolBar,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from command_center.ui import format as written
from command_center.ui.plain_label import PlainLabel
from command_center.ui.playback.player import SPEEDS, Player
from command_center.ui.playback.scrub import ScrubBar
from command_center.ui.seat import Seat

translate = QCoreApplication.translate
STEPS = (timedelta(minutes=-1), timedelta(seconds=-10), timedelta(seconds=10), timedelta(minutes=1))
_SHOWN = "dd-MM-yyyy HH:mm:ss"


class PlaybackBar(QFrame):
    def __init__(self, seat: Seat, player: Player, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self._seat = seat
        self._player = player
        self.word = PlainLabel(seat.theme, "accent", 15, bold=True)
        self.play = QPushButton()
        self.play.clicked.connect(player.toggle)
        self.steps = [self._step(by) for by in STEPS]
        self.speed = QComboBox()
        for speed in SPEEDS:
            self.speed.addItem(f"{speed}×", speed)
        self.speed.activated.connect(lambda at: player.use_speed(SPEEDS[at]))
        self.moment = QDateTimeEdit()
        self.moment.setDisplayFormat(_SHOWN)
        self.moment.setTimeZone(QTimeZone(bytes(str(seat.zone), "ascii")))
        self.moment.editingFinished.connect(self._go)
        self._shown = self.moment.dateTime()
        self.scrub = ScrubBar(seat, player)
        self.since = PlainLabel(seat.theme, "text2", 11, tabular=True)
        self.until = PlainLabel(seat.theme, "text2", 11, tabular=True)
        self.told = PlainLabel(seat.theme, "text2", 11, tabular=True)
        self._lay_out()
        player.moved.connect(self._moved)
        seat.live.syncing.connect(self._moved)
        seat.theme.changed.connect(self._restyle)
        self._restyle()
        self._retranslate()

    def _step(self, by: timedelta) -> QToolButton:
        button = QToolButton()
        button.setObjectName("small")
        button.clicked.connect(lambda: self._player.step(by))
        return button

    def _lay_out(self) -> None:
        first, second = QHBoxLayout(), QHBoxLayout()
        for part in (self.word, self.play, *self.steps, self.speed, self.moment):
            first.addWidget(part)
        first.addStretch(1)
        first.addWidget(self.told)
        for part in (self.since, self.scrub, self.until):
            second.addWidget(part, 1 if part is self.scrub else 0)
        self._rows = QVBoxLayout(self)
        self._rows.addLayout(first)
        self._rows.addLayout(second)

    # --- going ---------------------------------------------------------------------------------

    def _go(self) -> None:
        """Leaving the field ends its editing, too; what nobody changed is no time to go to."""
        typed = self.moment.dateTime()
        if typed == self._shown:
            self._moved()
            return
        self._shown = typed
        at = typed.toUTC().toPython()
        assert isinstance(at, datetime)
        self._player.seek(at.replace(tzinfo=UTC))

    def _moved(self, *_: object) -> None:
        player, zone = self._player, self._seat.zone
        now = player.now()
        if not self.moment.hasFocus():
            self.moment.setDateTime(QDateTime.fromSecsSinceEpoch(int(now.timestamp())))
            self._shown = self.moment.dateTime()
        self._write()
        recording = player.recording
        done = recording.seq_by(now) - recording.first
        text = translate("Playback", "%1 dari %2 catatan")
        if self._seat.live.is_syncing:
            text = translate("Playback", "%1 dari %2 catatan, memuat")
        whole = written.count(recording.last - recording.first)
        self.told.show_text(text.replace("%1", written.count(done)).replace("%2", whole))
        period = recording.period
        self.since.show_text(written.moment(period.since.isoformat(), zone))
        self.until.show_text(written.moment(period.until.isoformat(), zone))

    # --- appearance ----------------------------------------------------------------------------

    def _write(self) -> None:
        playing = self._player.playing
        self.play.setText(
            translate("Playback", "Jeda") if playing else translate("Playback", "Putar")
        )

    def _retranslate(self) -> None:
        self.word.setText(translate("Playback", "PUTAR ULANG · hanya dibaca"))
        for button, by in zip(self.steps, STEPS, strict=True):
            seconds = int(by.total_seconds())
            text = f"{seconds // 60:+d} m" if abs(seconds) >= 60 else f"{seconds:+d} d"
            button.setText(text.replace("-", "−"))
            button.setAccessibleName(translate("Playback", "Geser %1").replace("%1", text))
        self.speed.setAccessibleName(translate("Playback", "Kecepatan"))
        self.moment.setAccessibleName(translate("Playback", "Ke waktu"))
        self._moved()

    def _restyle(self) -> None:
        theme = self._seat.theme
        self._rows.setContentsMargins(theme.px(10), theme.px(6), theme.px(10), theme.px(6))
        self._rows.setSpacing(theme.px(4))
        for part in (self.play, self.speed, self.moment, *self.steps):
            part.setFont(theme.font(13, tabular=True))
        self.scrub.setFixedHeight(self.scrub.sizeHint().height())
        self.speed.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)


def stand_under(window: QMainWindow, bar: PlaybackBar) -> None:
    """Under everything, where no layout takes it away."""
    foot = QToolBar(window)
    foot.setObjectName("playback-bar")
    foot.setMovable(False)
    foot.setFloatable(False)
    foot.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
    foot.toggleViewAction().setEnabled(False)
    foot.addWidget(bar)
    window.addToolBar(Qt.ToolBarArea.BottomToolBarArea, foot)
