"""Under the list: who somebody is, what they sign in with, as what and for which agency."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from command_center.commands.people import NAME_LENGTH, PEOPLE
from command_center.domain.room import Role, Staff
from command_center.domain.unit import Agency
from command_center.ui.actions.buttons import KeyButton
from command_center.ui.detail.flow import FlowLayout
from command_center.ui.named_field import Beside, NamedField
from command_center.ui.seat import Seat
from command_center.ui.who import role_text

translate = QCoreApplication.translate
_LOGIN_LENGTH = 40
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


@dataclass(frozen=True, slots=True)
class Written:
    name: str
    login: str
    role: Role
    agency_id: str | None


class PersonEditor(QWidget):
    """Enter keeps, Esc leaves. The login of somebody who is here already does not change."""

    kept = Signal(object)
    left = Signal()

    def __init__(self, seat: Seat, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._seat = seat
        theme = seat.theme
        self.name, self.login = QLineEdit(), QLineEdit()
        self.role, self.agency = QComboBox(), QComboBox()
        self.name.setMaxLength(NAME_LENGTH)
        self.login.setMaxLength(_LOGIN_LENGTH)
        for one in (role for role in Role if role in PEOPLE):
            self.role.addItem("", one)
        self.fields = [
            NamedField(theme, w) for w in (self.name, self.login, self.role, self.agency)
        ]
        self.keep_button = KeyButton(seat, "", "Return", primary=True)
        self.leave_button = KeyButton(seat, "", "Esc")
        self._flow = FlowLayout(self, gap=8)
        beside = Beside(theme, self.fields[0], self.keep_button, self.leave_button)
        for part in (*self.fields, beside):
            self._flow.addWidget(part)
        self.keep_button.clicked.connect(self._keep)
        self.leave_button.clicked.connect(self.left)
        self.role.currentIndexChanged.connect(self._role_changed)
        theme.changed.connect(self._restyle)
        self._restyle()
        self.hide()

    def write(self, staff: Staff | None) -> None:
        """Somebody new, or what stands now of somebody."""
        self._fill_agencies()
        self.name.setText(staff.name if staff else "")
        self.login.setText(staff.login if staff else "")
        self.login.setReadOnly(staff is not None)
        role = staff.role if staff else Role.OPERATOR
        self.role.setCurrentIndex(self.role.findData(role))
        self.agency.setCurrentIndex(self.agency.findData(staff.agency_id if staff else None))
        self.retranslate()
        self._role_changed()
        self.show()
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)
        self.name.selectAll()

    def written(self) -> Written:
        role = self._role()
        agency = self.agency.currentData() if role is Role.LIAISON else None
        return Written(self.name.text(), self.login.text(), role, agency)

    def _role(self) -> Role:
        return Role(self.role.currentData())  # Qt hands an enum of text back as text

    def _fill_agencies(self) -> None:
        agencies: list[Agency] = list(self._seat.situation.all("agency"))
        self.agency.clear()
        for agency in sorted(agencies, key=lambda one: one.short.casefold()):
            self.agency.addItem(agency.short, agency.id)

    def _role_changed(self) -> None:
        self.fields[3].setVisible(self._role() is Role.LIAISON)
        self._flow.invalidate()
        self.updateGeometry()

    def _keep(self) -> None:
        self.kept.emit(self.written())

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

    def retranslate(self) -> None:
        names = (
            translate("People", "Nama"),
            translate("People", "Nama masuk"),
            translate("People", "Peran"),
            translate("People", "Instansi"),
        )
        for one, name in zip(self.fields, names, strict=True):
            one.rename(name)
        for at in range(self.role.count()):
            self.role.setItemText(at, role_text(Role(self.role.itemData(at))))
        adding = not self.login.isReadOnly()
        keep = translate("People", "Tambah") if adding else translate("People", "Simpan")
        self.keep_button.relabel(keep)
        self.leave_button.relabel(translate("People", "Batal"))
