"""Under the alarms, in full: what was said by somebody in danger among many who say the same."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from command_center.domain.room import Alarm, AlarmType
from command_center.situation.situation import Touched
from command_center.ui.alarms.summary import waiting
from command_center.ui.format import clock
from command_center.ui.plain_label import PlainLabel
from command_center.ui.seat import Seat

translate = QCoreApplication.translate
LONGEST = 600


class DangerBand(QFrame):
    """Absent unless somebody waits for an answer; the oldest message first, and how many more."""

    def __init__(self, seat: Seat, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._seat = seat
        self.words = PlainLabel(seat.theme, "alarm_text", 15, bold=True, parent=self)
        self.words.setWordWrap(True)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self.words, 1)
        seat.live.changed.connect(self._changed)
        seat.theme.changed.connect(self._restyle)
        self._restyle()
        self._refresh()

    def _changed(self, touched: Touched) -> None:
        if touched.everything or "alarm" in touched.entities:
            self._refresh()

    def _refresh(self) -> None:
        alarms = waiting(self._seat.situation, self._seat.live.now())
        found = [alarm for alarm in alarms if alarm.type is AlarmType.DANGER_IN_FLOOD]
        self.setVisible(bool(found))
        if found:
            self.words.show_text(self._said(found[0], len(found) - 1))
            self.setAccessibleName(self.words.text())

    def _said(self, alarm: Alarm, more: int) -> str:
        number = alarm.params.get("number", "?").zfill(4)
        at = clock(alarm.raised_at, self._seat.zone)
        text = " ".join(alarm.params.get("text", "").split())[:LONGEST]
        said = f"#{number} · {at} · {text}"
        if not more:
            return said
        also = translate("Alarms", "dan %1 pesan lain").replace("%1", str(more))
        return f"{said} · {also}"

    def _restyle(self) -> None:
        px = self._seat.theme.px
        self._row.setContentsMargins(px(12), px(4), px(12), px(4))
        band = self._seat.theme.color("alarm_band").name()
        self.setStyleSheet(f"DangerBand {{ background: {band}; }}")

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._refresh()
        super().changeEvent(event)
