"""Who sits here, in the top bar: name, role and shift; pressed, it lets them go."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QCoreApplication, QEvent, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QMenu, QVBoxLayout

from command_center.domain.room import Role
from command_center.ui.actions.action import Group
from command_center.ui.actions.menus import ActionMenu
from command_center.ui.handover.mark import handover_mark
from command_center.ui.plain_label import PlainLabel
from command_center.ui.seat import Seat

translate = QCoreApplication.translate


def role_text(role: Role) -> str:
    """A role in the language of the screen."""
    return {
        Role.OPERATOR: translate("People", "Operator"),
        Role.SHIFT_LEAD: translate("People", "Kepala regu"),
        Role.LIAISON: translate("People", "Penghubung"),
        Role.ADMINISTRATOR: translate("People", "Administrator"),
        Role.OBSERVER: translate("People", "Pengamat"),
        Role.SYSTEM: translate("People", "Sistem"),
        Role.CONSOLE: translate("People", "Konsol"),
    }[role]


class Who(QAbstractButton):
    """Two lines at the right end of their room. A menu only where somebody signed in. `grew` when
    they need another width."""

    grew = Signal()

    def __init__(self, seat: Seat) -> None:
        super().__init__()
        self._seat = seat
        self.person = PlainLabel(seat.theme, "text", 13, bold=True)
        self.desk = PlainLabel(seat.theme, "text2", 11)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(0)
        for label in (self.person, self.desk):
            label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            lines.addWidget(label)
        self._mark = ""
        self.menu: QMenu | None = None
        if seat.person.door is not None:
            self.menu = ActionMenu(seat, Group.SESSION)
            self.setCursor(Qt.CursorShape.PointingHandCursor)
            self.clicked.connect(self._open)
        focus = Qt.FocusPolicy
        self.setFocusPolicy(focus.StrongFocus if self.menu else focus.NoFocus)
        seat.person.changed.connect(self.refresh)
        seat.live.ticked.connect(self._ticked)

    def _open(self) -> None:
        if self.menu is not None:
            self.menu.popup(self.mapToGlobal(self.rect().bottomLeft()))

    def _ticked(self, now: datetime) -> None:
        seat = self._seat
        if seat.person.ends_soon(now) is not None or handover_mark(seat, now) != self._mark:
            self.refresh()

    def refresh(self) -> None:
        seat, person, before = self._seat, self._seat.person, self.sizeHint().width()
        row = seat.situation.staff(seat.act.actor)
        shift = seat.situation.shift
        told = person.entered.name if person.entered else ""
        name = row.name if row else told
        if not person.known:
            name = translate("People", "Belum masuk")
        place = row.seat if row and row.seat else role_text(person.role) if person.known else ""
        self._mark = handover_mark(seat, seat.live.now())
        parts = [place, shift.name if shift else "", self._mark, *self._marks()]
        self.person.show_text(name)
        self.desk.show_text(" · ".join(part for part in parts if part))
        self.desk.tint("warn" if self._marks() else "text2")
        self.setAccessibleName(f"{name}, {self.desk.text()}")
        if self.sizeHint().width() != before:
            self.updateGeometry()
            self.grew.emit()

    def _marks(self) -> list[str]:
        """What is not as it should be."""
        person = self._seat.person
        if person.locked:
            return [translate("People", "terkunci")]
        ends = person.ends_soon(self._seat.live.now())
        if ends is not None:
            at = ends.astimezone(self._seat.zone).strftime("%H:%M")
            return [translate("People", "masuk lagi sebelum %1").replace("%1", at)]
        if person.entered is not None and person.entered.offline:
            return [translate("People", "masuk luring")]
        return []

    def sizeHint(self) -> QSize:
        parts = [label.sizeHint() for label in (self.person, self.desk)]
        return QSize(max(p.width() for p in parts), sum(p.height() for p in parts))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.hasFocus():
            painter = QPainter(self)
            painter.setPen(QPen(self._seat.theme.color("accent"), 1.0))
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
            painter.end()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self.refresh()
        super().changeEvent(event)
