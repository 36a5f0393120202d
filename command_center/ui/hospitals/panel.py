"""The hospital board: how each is, how old that is, and a line to write down what was heard."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QEvent, QModelIndex, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QFrame,
    QHBoxLayout,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from command_center.advice.hospitals import ED, ED_BEDS, ICU
from command_center.commands.hospital import ReportHospital
from command_center.domain.permissions import Permission
from command_center.situation.situation import Touched
from command_center.ui.actions.action import submit
from command_center.ui.actions.buttons import KeyButton
from command_center.ui.actions.hospitals import STANDBY
from command_center.ui.hospitals.model import (
    ROW_PX,
    HospitalDelegate,
    HospitalModel,
    HospitalRow,
    rows_of,
    spoken,
)
from command_center.ui.hospitals.words import bed_name, ed_text, translate
from command_center.ui.plain_label import PlainLabel
from command_center.ui.referrals.words import fill
from command_center.ui.row_table import RowTable
from command_center.ui.seat import Seat

_FOLLOWED = frozenset({"hospital", "standby", "casualties", "incident"})
_STATES = ("", "Normal", "Advisory", "Closed")
_UNSAID = -1
_STATE_CHARS = 12


class HospitalsPanel(QFrame):
    """Enter or a double click opens the standby form of the selected incident."""

    def __init__(self, seat: Seat, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._seat = seat
        self.head = PlainLabel(seat.theme, "text2", parent=self)
        self.head.setWordWrap(True)
        self.model = HospitalModel(lambda row: spoken(row, seat.live.now()), self)
        self.view = RowTable(self.model, self)
        self.view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.view.setItemDelegate(HospitalDelegate(seat, self.view))
        self.ed = QComboBox(self)
        self.beds = {name: QSpinBox(self) for name in (ED_BEDS, ICU)}
        for box in self.beds.values():
            box.setRange(_UNSAID, 9999)
            box.setValue(_UNSAID)
            box.setSpecialValueText("?")
            box.setButtonSymbols(QSpinBox.ButtonSymbols.NoButtons)
        self.keep = KeyButton(seat, "", parent=self)
        self._arrange()
        self.setFocusProxy(self.view)
        self._connect()
        self._retranslate()

    def _arrange(self) -> None:
        self._entry = QHBoxLayout()
        self.ed.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.ed.setMinimumContentsLength(_STATE_CHARS)
        self.labels = {name: PlainLabel(self._seat.theme, "text2", 11) for name in self.beds}
        for name, box in self.beds.items():
            self._entry.addWidget(self.labels[name])
            self._entry.addWidget(box, 1)
        self._entry.addWidget(self.keep)
        self._rows = QVBoxLayout(self)
        self._rows.addWidget(self.head)
        self._rows.addWidget(self.view, 1)
        self._rows.addWidget(self.ed)
        self._rows.addLayout(self._entry)
        px = self._seat.theme.px
        self._rows.setContentsMargins(px(6), px(6), px(6), px(6))

    def _connect(self) -> None:
        seat = self._seat
        self.view.activated.connect(self._open)
        self.keep.clicked.connect(self._keep)
        seat.live.changed.connect(self._changed)
        seat.live.ticked.connect(self._ticked)
        seat.selection.incident_changed.connect(self.refresh)
        seat.theme.changed.connect(self._restyle)
        seat.person.changed.connect(self.refresh)
        self._restyle()

    def chosen(self) -> HospitalRow | None:
        at = self.view.currentIndex().row()
        return self.model.rows[at] if 0 <= at < len(self.model.rows) else None

    def _open(self, index: QModelIndex) -> None:
        id = self._seat.selection.incident_id
        if id is not None and 0 <= index.row() < len(self.model.rows):
            self._seat.asking.ask(STANDBY, id)

    def _keep(self) -> None:
        """What somebody heard on the telephone, as of now."""
        row = self.chosen()
        if row is None:
            self.head.show_text(translate("Hospitals", "Pilih rumah sakit dahulu"))
            return
        figures = {n: str(box.value()) for n, box in self.beds.items() if box.value() != _UNSAID}
        if state := _STATES[self.ed.currentIndex()]:
            figures[ED] = state
        if figures:
            command = ReportHospital(row.hospital.code, figures)
            submit(self._seat, command, hospital=row.hospital.name)
            self._clear()

    def _clear(self) -> None:
        self.ed.setCurrentIndex(0)
        for box in self.beds.values():
            box.setValue(_UNSAID)

    def _changed(self, touched: Touched) -> None:
        if touched.everything or touched.entities & _FOLLOWED:
            self.refresh()

    def refresh(self) -> None:
        """Follow what stands now; the chosen hospital stays chosen."""
        chosen = self.chosen()
        self.model.follow(rows_of(self._seat))
        if chosen is not None:
            self._choose(chosen.hospital.id)
        self.keep.setEnabled(self._seat.may(Permission.REPORT_HOSPITALS))
        rows = self.model.rows
        if not rows:
            text = translate("Hospitals", "Belum ada rumah sakit di ruang ini")
        elif rows[0].suggestion is not None:
            text = translate("Hospitals", "Saran untuk kejadian terpilih; yang meminta tetap Anda")
        else:
            text = fill(translate("Hospitals", "%1 rumah sakit"), str(len(rows)))
        self.head.show_text(text)

    def _choose(self, id: str) -> None:
        for at, row in enumerate(self.model.rows):
            if row.hospital.id == id:
                self.view.setCurrentIndex(self.model.index(at))

    def _ticked(self, now: datetime) -> None:
        if self.isVisible():
            self.model.tell_time()

    def _restyle(self) -> None:
        px = self._seat.theme.px
        self.head.setContentsMargins(px(10), 0, px(10), px(2))
        self.view.verticalHeader().setDefaultSectionSize(px(ROW_PX))

    def _retranslate(self) -> None:
        at = max(0, self.ed.currentIndex())
        self.ed.clear()
        self.ed.addItem(translate("Hospitals", "IGD: tidak disebut"))
        self.ed.addItems([ed_text(state) for state in _STATES[1:]])
        self.ed.setCurrentIndex(at)
        self.ed.setAccessibleName(translate("Hospitals", "Keadaan IGD"))
        for name, box in self.beds.items():
            self.labels[name].show_text(bed_name(name))
            text = translate("Hospitals", "Tempat %1 yang kosong")
            box.setAccessibleName(fill(text, bed_name(name)))
        self.keep.relabel(translate("Hospitals", "Catat"))
        self.setAccessibleName(translate("Hospitals", "Papan rumah sakit"))
        self.view.setAccessibleName(translate("Hospitals", "Daftar rumah sakit"))
        self.view.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.refresh()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
            self.model.tell_time()
        super().changeEvent(event)
