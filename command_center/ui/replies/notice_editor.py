"""A public notice being written: what, where, until when, and its words."""

from __future__ import annotations

from datetime import datetime, timedelta

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from command_center.commands.notice import TEXT_LONGEST, TITLE_LONGEST, DraftNotice
from command_center.domain.incident import Incident
from command_center.domain.referral import NoticeKind
from command_center.ui.actions.buttons import KeyButton
from command_center.ui.detail.flow import FlowLayout
from command_center.ui.named_field import Beside, NamedField
from command_center.ui.replies.words import notice_kind_text
from command_center.ui.seat import Seat

translate = QCoreApplication.translate
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
HOURS = (1, 3, 6, 12, 24)
_AREA_LENGTH = 80


class NoticeEditor(QWidget):
    """Enter keeps the draft, Esc leaves. `about` is the incident it was begun for."""

    kept = Signal(object)
    left = Signal()

    def __init__(self, seat: Seat, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._seat = seat
        self.about: Incident | None = None
        self.kind, self.hours = QComboBox(), QComboBox()
        self.title, self.area, self.text = QLineEdit(), QLineEdit(), QLineEdit()
        self.title.setMaxLength(TITLE_LONGEST)
        self.area.setMaxLength(_AREA_LENGTH)
        self.text.setMaxLength(TEXT_LONGEST)
        for kind in NoticeKind:
            self.kind.addItem("", kind)
        for hours in HOURS:
            self.hours.addItem("", hours)
        widgets = (self.kind, self.title, self.area, self.hours, self.text)
        self.fields = [NamedField(seat.theme, widget) for widget in widgets]
        self.keep_button = KeyButton(seat, "", "Return", primary=True)
        self.leave_button = KeyButton(seat, "", "Esc")
        self._flow = FlowLayout(self, gap=8)
        beside = Beside(seat.theme, self.fields[0], self.keep_button, self.leave_button)
        for part in (*self.fields, beside):
            self._flow.addWidget(part)
        self.keep_button.clicked.connect(self._keep)
        self.leave_button.clicked.connect(self.left)
        seat.theme.changed.connect(self._restyle)
        self._restyle()
        self.hide()

    def write(self, about: Incident | None) -> None:
        """A new one; where the incident is, if there is one."""
        self.about = about
        for field in (self.title, self.area, self.text):
            field.clear()
        place = self._seat.city.gazetteer.by_code(about.area_code or "") if about else None
        self.area.setText(place.name if place is not None else "")
        self.hours.setCurrentIndex(HOURS.index(3))
        self.retranslate()
        self.show()
        self.title.setFocus(Qt.FocusReason.OtherFocusReason)

    def written(self, now: datetime) -> DraftNotice:
        return DraftNotice(
            NoticeKind(self.kind.currentData()),
            self.title.text(),
            self.text.text(),
            valid_until=now + timedelta(hours=int(self.hours.currentData())),
            area=self.area.text().strip(),
            incident_id=self.about.id if self.about else None,
        )

    def _keep(self) -> None:
        self.kept.emit(self.written(self._seat.live.now()))

    def event(self, event: QEvent) -> bool:
        """Enter and Esc are this form's own, not the window's."""
        if (
            event.type() is QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.key() in (*_ENTER, Qt.Key.Key_Escape)
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER:
            self._keep()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _restyle(self) -> None:
        px = self._seat.theme.px
        self._flow.setContentsMargins(px(12), px(6), px(12), px(8))
        self._flow.setSpacing(px(8))
        self.text.setMinimumWidth(px(280))

    def retranslate(self) -> None:
        names = (
            translate("Replies", "Jenis"),
            translate("Replies", "Judul"),
            translate("Replies", "Kelurahan"),
            translate("Replies", "Berlaku"),
            translate("Replies", "Isi"),
        )
        for one, name in zip(self.fields, names, strict=True):
            one.rename(name)
        for at in range(self.kind.count()):
            self.kind.setItemText(at, notice_kind_text(NoticeKind(self.kind.itemData(at))))
        for at, hours in enumerate(HOURS):
            text = translate("Replies", "%1 jam").replace("%1", str(hours))
            self.hours.setItemText(at, text)
        self.keep_button.relabel(translate("Replies", "Simpan konsep"))
        self.leave_button.relabel(translate("Replies", "Batal"))
