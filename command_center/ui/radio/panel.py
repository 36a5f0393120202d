"""The radio as a panel: one line in, the lines of the last day below, newest first."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from command_center.situation.situation import Touched
from command_center.ui.actions.buttons import KeyButton, action_button
from command_center.ui.actions.radio import KENTONGAN
from command_center.ui.detail.flow import FlowLayout
from command_center.ui.format import count
from command_center.ui.plain_label import PlainLabel
from command_center.ui.radio.delegate import ROW_PX, RadioDelegate
from command_center.ui.radio.entry import RadioEntry
from command_center.ui.radio.kentongan_form import KentonganForm
from command_center.ui.radio.rows import RadioModel, RowMaker
from command_center.ui.radio.verbs import KEYS, perform, reason
from command_center.ui.radio.view import RadioView
from command_center.ui.seat import Seat
from command_center.ui.sentences import sentence

translate = QCoreApplication.translate
_SHOWS = frozenset({"radio_line", "partner", "room_setting", "incident", "agency"})


class RadioPanel(QFrame):
    """Senkom, siskamling, Polisi RW, Bhabinkamtibmas and the rest of what is on the air."""

    def __init__(self, seat: Seat, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._seat = seat
        theme = seat.theme
        self.title = PlainLabel(theme, bold=True)
        self.counted = PlainLabel(theme, "text2", tabular=True)
        self.newer = PlainLabel(theme, "accent")
        self.kentongan_button = action_button(seat, KENTONGAN)
        self.entry = RadioEntry(seat)
        self.kentongan = KentonganForm(seat)
        self.model = RadioModel(self)
        self._maker = RowMaker()
        self.view = RadioView(seat, self.model)
        self.view.setItemDelegate(RadioDelegate(theme, seat.zone, self.view))
        self.buttons = {name: KeyButton(seat, "", key) for name, key in KEYS.items()}
        self._lay_out()
        self._connect()
        self._restyle()
        self._retranslate()
        self.refresh()

    def _lay_out(self) -> None:
        rows = self._rows = QVBoxLayout(self)
        rows.setSpacing(0)
        self._head = FlowLayout(gap=8)
        for widget in (self.title, self.counted, self.newer, self.kentongan_button):
            self._head.addWidget(widget)
        self.foot = QWidget()
        self._foot = FlowLayout(self.foot, gap=6)
        for button in self.buttons.values():
            self._foot.addWidget(button)
        rows.addLayout(self._head)
        for part in (self.kentongan, self.entry):
            rows.addWidget(part)
        rows.addWidget(self.view, 1)
        rows.addWidget(self.foot)
        self.setFocusProxy(self.entry)

    def _connect(self) -> None:
        seat = self._seat
        for name, button in self.buttons.items():
            button.clicked.connect(partial(self.ask, name))
        self.view.asked.connect(self.ask)
        self.view.missed.connect(self._count_newer)
        self.view.doubleClicked.connect(partial(self.ask, "open"))
        self.view.selectionModel().currentChanged.connect(self._follow)
        self.entry.field.left_downwards.connect(self._to_list)
        self.kentongan.left.connect(self._kentongan_left)
        seat.asking.asked.connect(self._asked)
        seat.live.changed.connect(self._changed)
        seat.selection.incident_changed.connect(self._follow)
        seat.person.changed.connect(self._follow)
        seat.theme.changed.connect(self._restyle)

    # --- what it shows -------------------------------------------------------------------------

    def _changed(self, touched: Touched) -> None:
        """What nobody sees is made when it is shown."""
        if self.isVisible() and (touched.everything or touched.entities & _SHOWS):
            self.refresh()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refresh()

    def refresh(self) -> None:
        row = self.view.current()
        self.model.show_rows(self._maker.rows(self._seat.situation))
        places = self.model.places([row.line.id] if row else [])
        if places and places[0] != self.view.currentIndex().row():
            self.view.setCurrentIndex(self.model.index(places[0], 0))
        self.counted.show_text(count(sum(not row.struck for row in self.model.rows)))
        self._follow()

    def _count_newer(self, number: int) -> None:
        text = translate("Radio", "%1 baru").replace("%1", count(number))
        self.newer.show_text(text if number else "")
        self.newer.setVisible(number > 0)

    def _follow(self, *_: object) -> None:
        """Every button says why it cannot be pressed."""
        row = self.view.current()
        for name, button in self.buttons.items():
            why = reason(self._seat, name, row)
            button.setEnabled(why is None)
            button.setToolTip("" if why is None else sentence(why, {}))

    # --- what is asked -------------------------------------------------------------------------

    def ask(self, asked: str, *_: object) -> None:
        """One of link, incident, refer, strike, open; about the current line."""
        row = self.view.current()
        if asked != "open":
            perform(self._seat, asked, row)
        elif row is not None and row.line.incident_id is not None:
            self._seat.selection.select_incident(row.line.incident_id)

    def _asked(self, action_id: str, _: object) -> None:
        if action_id == KENTONGAN:
            self._make_room(asking=True)
            self.kentongan.ask()

    def _make_room(self, *, asking: bool) -> None:
        """The form takes the place of the line and the buttons, so that it is seen whole."""
        self.entry.setVisible(not asking)
        self.foot.setVisible(not asking)

    def _kentongan_left(self) -> None:
        self._make_room(asking=False)
        self.entry.setFocus(Qt.FocusReason.OtherFocusReason)

    def _to_list(self) -> None:
        if self.model.rowCount():
            self.view.setFocus(Qt.FocusReason.OtherFocusReason)
            if not self.view.currentIndex().isValid():
                self.view.setCurrentIndex(self.model.index(0, 0))

    # --- appearance ----------------------------------------------------------------------------

    def _restyle(self) -> None:
        px = self._seat.theme.px
        self._rows.setContentsMargins(1, 1, 1, 1)
        self._head.setContentsMargins(px(12), px(7), px(8), px(7))
        self._foot.setContentsMargins(px(12), px(6), px(8), px(8))
        self.view.verticalHeader().setDefaultSectionSize(px(ROW_PX))
        self.view.viewport().update()

    def _retranslate(self) -> None:
        self.title.show_text(translate("Radio", "RADIO"))
        self.setAccessibleName(translate("Radio", "Radio"))
        self.view.setAccessibleName(translate("Radio", "Kabar radio"))
        self.view.empty = translate("Radio", "Belum ada kabar radio 24 jam ini.")
        self.buttons["link"].relabel(translate("Radio", "Tautkan ke kejadian"))
        self.buttons["incident"].relabel(translate("Radio", "Jadikan kejadian"))
        self.buttons["refer"].relabel(translate("Radio", "Teruskan"))
        self.buttons["strike"].relabel(translate("Radio", "Coret"))
        self.entry.retranslate()
        self.kentongan.retranslate()
        self._count_newer(0)
        self.refresh()
        self.view.viewport().update()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)
