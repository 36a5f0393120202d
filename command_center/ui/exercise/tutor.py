"""Coba sendiri: one line that says the next step to try, and sees in the log that it was done."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from command_center.exercise.tutor import LESSONS, Lesson, Progress, Tutor
from command_center.ui.actions.buttons import key_text
from command_center.ui.actions.table import ACTIONS
from command_center.ui.i18n import QT_TRANSLATE_NOOP
from command_center.ui.plain_label import PlainLabel
from command_center.ui.seat import Seat

translate = QCoreApplication.translate

_TEXTS = {
    Lesson.TAKE: QT_TRANSLATE_NOOP("Exercise", "Pilih kejadian yang belum bertuan, lalu ambil."),
    Lesson.VERIFY: QT_TRANSLATE_NOOP("Exercise", "Lihat kameranya, lalu verifikasi kejadian itu."),
    Lesson.ORDER: QT_TRANSLATE_NOOP("Exercise", "Pilih unit terdekat, lalu perintahkan."),
    Lesson.ANSWER: QT_TRANSLATE_NOOP("Exercise", "Tunggu: unit menjawab dan berangkat."),
    Lesson.CLOSE: QT_TRANSLATE_NOOP("Exercise", "Selesaikan kejadian dengan hasilnya."),
}
_ACTION = {
    Lesson.TAKE: "incident.take",
    Lesson.VERIFY: "incident.verify",
    Lesson.ORDER: "incident.order",
    Lesson.CLOSE: "incident.close",
}


class TutorPanel(QFrame):
    """Hides itself when all steps are done or skipped."""

    def __init__(self, seat: Seat, tutor: Tutor, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self._seat = seat
        self._tutor = tutor
        self._shown: Progress | None = None
        theme = seat.theme
        self.title = PlainLabel(theme, "accent", 11, bold=True)
        self.text = PlainLabel(theme, "text", 13)
        self.text.setWordWrap(True)
        self.key = PlainLabel(theme, "text2", 11, bold=True)
        self.skip = QToolButton()
        self.skip.setObjectName("flat")
        self.skip.clicked.connect(self._skip)
        self._lay_out()
        seat.live.changed.connect(self._look)
        seat.live.ticked.connect(self._look)
        theme.changed.connect(self._restyle)
        self._restyle()
        self._retranslate()

    def _lay_out(self) -> None:
        first = QHBoxLayout()
        first.addWidget(self.title, 1)
        first.addWidget(self.key)
        first.addWidget(self.skip)
        self._rows = QVBoxLayout(self)
        self._rows.addLayout(first)
        self._rows.addWidget(self.text)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)

    def _look(self, _: object | datetime = None) -> None:
        progress = self._tutor.progress
        if progress != self._shown:
            self._shown = progress
            self._write(progress)

    def _write(self, progress: Progress) -> None:
        lesson = progress.current
        self.setVisible(lesson is not None)
        if lesson is None:
            return
        step = translate("Exercise", "Coba sendiri · langkah %1 dari %2")
        self.title.show_text(
            step.replace("%1", str(progress.done + 1)).replace("%2", str(len(LESSONS)))
        )
        self.text.show_text(translate("Exercise", _TEXTS[lesson]))
        action = ACTIONS.get(_ACTION.get(lesson, ""))
        self.key.show_text(f"{action.label} {key_text(action.key)}" if action else "")
        self.setAccessibleName(f"{self.title.text()}. {self.text.text()}")

    def _skip(self) -> None:
        self._tutor.skip()
        self._look()

    # --- appearance ----------------------------------------------------------------------------

    def _restyle(self) -> None:
        px = self._seat.theme.px
        self._rows.setContentsMargins(px(12), px(4), px(4), px(8))
        self._rows.setSpacing(px(2))
        self.skip.setFont(self._seat.theme.font(11))

    def _retranslate(self) -> None:
        self.skip.setText(translate("Exercise", "Lewati"))
        self.skip.setAccessibleName(translate("Exercise", "Lewati langkah-langkah coba sendiri"))
        self.skip.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._shown = None
        self._look()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)
