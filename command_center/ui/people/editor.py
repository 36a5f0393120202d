"""Under the list: who somebody is, what they sign in with, as what and for which agency."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from command_center.commands.people import NAME_LENGTH, PEOPLE
from command_center.domain.room import Role, Staff
from command_center.domain.unit import Agency
from command_center.ui.named_field import NamedField
from command_center.ui.seat import Seat
from command_center.ui.small_form import SmallForm
from command_center.ui.who import role_text

translate = QCoreApplication.translate
_LOGIN_LENGTH = 40


@dataclass(frozen=True, slots=True)
class Written:
    name: str
    login: str
    role: Role
    agency_id: str | None


class PersonEditor(SmallForm):
    """The login of somebody who is here already does not change."""

    def __init__(self, seat: Seat, parent: QWidget | None = None) -> None:
        self.name, self.login = QLineEdit(), QLineEdit()
        self.role, self.agency = QComboBox(), QComboBox()
        self.name.setMaxLength(NAME_LENGTH)
        self.login.setMaxLength(_LOGIN_LENGTH)
        for one in (role for role in Role if role in PEOPLE):
            self.role.addItem("", one)
        self.fields = [
            NamedField(seat.theme, w) for w in (self.name, self.login, self.role, self.agency)
        ]
        super().__init__(seat, self.fields, parent)
        self.role.currentIndexChanged.connect(self._role_changed)

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

    def held(self) -> Written:
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
