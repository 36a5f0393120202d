"""A public notice being written: what, where, until when, and its words."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from command_center.commands.notice import TEXT_LONGEST, TITLE_LONGEST, DraftNotice
from command_center.domain.incident import Incident
from command_center.domain.referral import NoticeKind
from command_center.ui.named_field import NamedField
from command_center.ui.replies.words import notice_kind_text
from command_center.ui.seat import Seat
from command_center.ui.small_form import SmallForm

translate = QCoreApplication.translate
HOURS = (1, 3, 6, 12, 24)
_AREA_LENGTH = 80


class NoticeEditor(SmallForm):
    """`about` is the incident it was begun for."""

    def __init__(self, seat: Seat, parent: QWidget | None = None) -> None:
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
        super().__init__(seat, self.fields, parent)
        seat.theme.changed.connect(self._widen)
        self._widen()

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

    def held(self) -> DraftNotice:
        now = self._seat.live.now()
        return DraftNotice(
            NoticeKind(self.kind.currentData()),
            self.title.text(),
            self.text.text(),
            valid_until=now + timedelta(hours=int(self.hours.currentData())),
            area=self.area.text().strip(),
            incident_id=self.about.id if self.about else None,
        )

    def _widen(self) -> None:
        px = self._seat.theme.px
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
