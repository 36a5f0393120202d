"""Who of those that reported the shown incident was told what, and who has heard it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from command_center.situation.situation import Touched
from command_center.ui.detail.words import fill
from command_center.ui.plain_label import PlainLabel
from command_center.ui.queue.words import plain_tip
from command_center.ui.replies.words import ToldReport, message_text, told_reports, told_text, worst
from command_center.ui.seat import Seat

translate = QCoreApplication.translate
MOST_REPORTS = 6


class ReplyCard(QFrame):
    """Hidden while nobody who reported it can be answered. A line for each report; its tooltip has
    all that was said of it."""

    def __init__(self, seat: Seat, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("raised")
        self._seat = seat
        self.title = PlainLabel(seat.theme, "text3", 11, bold=True, parent=self)
        self.lines = [PlainLabel(seat.theme, "text2", 11, parent=self) for _ in range(MOST_REPORTS)]
        self.more = PlainLabel(seat.theme, "text3", 11, parent=self)
        self._rows = QVBoxLayout(self)
        for label in (self.title, *self.lines, self.more):
            label.setWordWrap(True)
            self._rows.addWidget(label)
        seat.live.changed.connect(self._changed)
        seat.selection.incident_changed.connect(self._selected)
        seat.theme.changed.connect(self._restyle)
        self._restyle()
        self.refresh()

    def _changed(self, touched: Touched) -> None:
        if touched.everything or touched.entities & {
            "delivery", "source", "incident", "incident_report"
        }:  # fmt: skip
            self.refresh()

    def _selected(self, _: str | None) -> None:
        self.refresh()

    def refresh(self) -> None:
        """Follow the selection and what was heard since."""
        id = self._seat.selection.incident_id
        known = id is not None and self._seat.situation.incident(id) is not None
        told, others = told_reports(self._seat.situation, id) if known and id else ([], 0)
        self.setVisible(bool(told))
        if told:
            self._show(told, others)

    def _show(self, told: list[ToldReport], others: int) -> None:
        zone = self._seat.zone
        self.title.show_text(translate("Replies", "KABAR KE PELAPOR"))
        for place, label in enumerate(self.lines):
            label.setVisible(place < len(told))
            if place < len(told):
                one = told[place]
                label.show_text(told_text(one, zone))
                label.tint(worst(one.messages))
                label.setToolTip(plain_tip("\n".join(message_text(m, zone) for m in one.messages)))
        hidden = len(told) - MOST_REPORTS
        said = []
        if hidden > 0:
            said.append(fill(translate("Replies", "dan %1 laporan lagi"), str(hidden)))
        if others:
            said.append(fill(translate("Replies", "%1 laporan tanpa jalan balasan"), str(others)))
        self.more.show_text(" · ".join(said))
        self.more.setVisible(bool(said))
        texts = [label.text() for label in self.lines[: len(told)]]
        self.setAccessibleName("; ".join((self.title.text(), *texts, *said)))

    def _restyle(self) -> None:
        px = self._seat.theme.px
        self._rows.setContentsMargins(px(10), px(6), px(10), px(6))
        self._rows.setSpacing(px(3))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self.refresh()
        super().changeEvent(event)
