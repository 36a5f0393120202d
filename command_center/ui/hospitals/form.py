"""Ask a hospital to stand by, and count casualties: one line of fields each, no dialog."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from command_center.advice.hospitals import Suggestion
from command_center.commands.hospital import OPEN, TEXT_LONGEST, AskStandby, CountCasualties
from command_center.domain.referral import Casualties
from command_center.ui.actions.buttons import KeyButton
from command_center.ui.actions.hospitals import ask_standby, count_casualties
from command_center.ui.detail.focus import FocusReturn
from command_center.ui.hospitals.model import casualties_of, standbys_of, suggestions
from command_center.ui.hospitals.words import suggestion_text, translate
from command_center.ui.plain_label import PlainLabel
from command_center.ui.seat import Seat

_COUNTS = ("dead", "serious", "light")
_NAME_CHARS = 12


class HospitalForm(QFrame):
    """Hospitals are offered best first, with the reasons under them. Esc leaves."""

    opened = Signal()
    left = Signal()

    def __init__(self, seat: Seat, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("raised")
        self._seat = seat
        self.incident_id: str | None = None
        self._offered: list[Suggestion] = []
        self._seen = 0
        theme = seat.theme
        self.hospital = QComboBox(self)
        self.why = PlainLabel(theme, "text2", 11, parent=self)
        self.why.setWordWrap(True)
        self.words = QLineEdit(self)
        self.words.setMaxLength(TEXT_LONGEST)
        self.ask = KeyButton(seat, "", primary=True, parent=self)
        self.where = QComboBox(self)
        self.counts = {name: QSpinBox(self) for name in _COUNTS}
        self.labels = {name: PlainLabel(theme, "text2", 11, parent=self) for name in _COUNTS}
        for box in self.counts.values():
            box.setRange(0, 9999)
            box.setButtonSymbols(QSpinBox.ButtonSymbols.NoButtons)
        self.count = KeyButton(seat, "", parent=self)
        self._focus = FocusReturn(self)
        self._arrange()
        self.hospital.currentIndexChanged.connect(self._explain)
        self.where.currentIndexChanged.connect(self._show_counts)
        self.words.returnPressed.connect(self._ask)
        self.ask.clicked.connect(self._ask)
        self.count.clicked.connect(self._count)
        self.relabel()
        self.hide()

    def _arrange(self) -> None:
        asking, counting = QHBoxLayout(), QHBoxLayout()
        asking.addWidget(self.hospital, 1)
        asking.addWidget(self.ask)
        for name in _COUNTS:
            counting.addWidget(self.labels[name])
            counting.addWidget(self.counts[name], 1)
        counting.addWidget(self.count)
        for box in (self.where, self.hospital):
            box.setSizeAdjustPolicy(
                QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
            )
            box.setMinimumContentsLength(_NAME_CHARS)
        rows = QVBoxLayout(self)
        px = self._seat.theme.px
        rows.setContentsMargins(px(10), px(6), px(10), px(6))
        rows.setSpacing(px(4))
        rows.addLayout(asking)
        rows.addWidget(self.why)
        rows.addWidget(self.words)
        rows.addWidget(self.where)
        rows.addLayout(counting)

    def open(self, incident_id: str) -> None:
        """For that incident; the keyboard goes to the hospital that suits best."""
        self.incident_id = incident_id
        self._focus.remember()
        self._fill()
        self.show()
        self.opened.emit()
        self.hospital.setFocus(Qt.FocusReason.OtherFocusReason)

    def leave(self) -> None:
        self.incident_id = None
        self.words.clear()
        self._focus.give_back()
        self.hide()
        self.left.emit()

    def _fill(self) -> None:
        self._offer()
        self.where.clear()
        self.where.addItem(translate("Hospitals", "Seluruh kejadian"), None)
        for hospital in sorted(self._seat.situation.all("hospital"), key=lambda h: h.name):
            self.where.addItem(hospital.name, hospital.id)
        self._show_counts(0)

    def _offer(self) -> None:
        """Those that are not asked yet, best first."""
        seat, id = self._seat, self.incident_id
        if id is None:
            return
        asked = {row.hospital_id for row in standbys_of(seat, id) if row.state in OPEN}
        self._offered = [s for s in suggestions(seat, id) if s.hospital.id not in asked]
        self.hospital.clear()
        for one in self._offered:
            self.hospital.addItem(one.hospital.name, one.hospital.id)
        self._explain(0)

    def _explain(self, _: int) -> None:
        at = self.hospital.currentIndex()
        known = self.incident_id is not None and 0 <= at < len(self._offered)
        self.why.show_text(suggestion_text(self._offered[at]) if known else "")

    def _counted(self) -> Casualties | None:
        if self.incident_id is None:
            return None
        wanted = self.where.currentData()
        rows = casualties_of(self._seat, self.incident_id)
        return next((row for row in rows if row.hospital_id == wanted), None)

    def _show_counts(self, _: int) -> None:
        row = self._counted()
        self._seen = row.version if row else 0
        for name, box in self.counts.items():
            box.setValue(getattr(row, name) if row else 0)

    def _ask(self) -> None:
        """With the casualties that are counted so far."""
        id, hospital = self.incident_id, self.hospital.currentData()
        if id is None or hospital is None:
            return
        whole = [row for row in casualties_of(self._seat, id) if row.hospital_id is None]
        serious, light = (whole[0].serious, whole[0].light) if whole else (0, 0)
        ask_standby(self._seat, AskStandby(id, hospital, self.words.text().strip(), serious, light))
        self.words.clear()

    def _count(self) -> None:
        id = self.incident_id
        if id is None:
            return
        dead, serious, light = (self.counts[name].value() for name in _COUNTS)
        where, seen = self.where.currentData(), self._seen
        count_casualties(self._seat, CountCasualties(id, where, dead, serious, light, seen))

    def refresh(self) -> None:
        """What is asked already leaves the list; a count that is being typed stays, unless
        somebody has counted since."""
        chosen = self.hospital.currentData()
        self._offer()
        self.hospital.setCurrentIndex(max(0, self.hospital.findData(chosen)))
        row = self._counted()
        if row is not None and row.version != self._seen:
            self._show_counts(0)

    def relabel(self) -> None:
        """In the language of the screen."""
        names = {
            "dead": translate("Hospitals", "MD"),
            "serious": translate("Hospitals", "LB"),
            "light": translate("Hospitals", "LR"),
        }
        said = {
            "dead": translate("Hospitals", "Meninggal dunia"),
            "serious": translate("Hospitals", "Luka berat"),
            "light": translate("Hospitals", "Luka ringan"),
        }
        for name in _COUNTS:
            self.labels[name].show_text(names[name])
            self.counts[name].setAccessibleName(said[name])
        self.hospital.setAccessibleName(translate("Hospitals", "Rumah sakit yang diminta"))
        self.where.setAccessibleName(translate("Hospitals", "Korban di mana"))
        hint = translate("Hospitals", "Pesan untuk rumah sakit")
        self.words.setPlaceholderText(hint)
        self.words.setAccessibleName(hint)
        self.ask.relabel(translate("Hospitals", "Minta siaga"))
        self.count.relabel(translate("Hospitals", "Catat korban"))
        self.setAccessibleName(translate("Hospitals", "Siaga dan korban"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
            return
        super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self.relabel()
            if self.incident_id is not None:
                self._fill()
        super().changeEvent(event)
