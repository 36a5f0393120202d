"""How far the search for a silent unit is, under the board while that unit is selected."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from command_center.commands.welfare import STEPS
from command_center.domain.unit import Unit, WelfareCheck, WelfareStep
from command_center.situation.situation import Touched
from command_center.ui.actions.buttons import action_button
from command_center.ui.actions.welfare import HELPED, MISTAKEN, STEP, WELL, next_way
from command_center.ui.detail.flow import FlowLayout
from command_center.ui.format import age, clock
from command_center.ui.i18n import QT_TRANSLATE_NOOP
from command_center.ui.plain_label import PlainLabel
from command_center.ui.seat import Seat
from command_center.ui.units.words import translate

MOST_PARTNERS = 3
_WAY: Mapping[WelfareStep, str] = {
    WelfareStep.RADIO: QT_TRANSLATE_NOOP("Units", "HT"),
    WelfareStep.PHONE: QT_TRANSLATE_NOOP("Units", "telepon"),
    WelfareStep.PARTNER: QT_TRANSLATE_NOOP("Units", "unit pendamping"),
    WelfareStep.LEAD: QT_TRANSLATE_NOOP("Units", "pimpinan regu"),
    WelfareStep.DANGER: QT_TRANSLATE_NOOP("Units", "PERSONEL DALAM BAHAYA"),
}


def way_text(step: WelfareStep) -> str:
    return translate("Units", _WAY[step])


class WelfareCard(QFrame):
    """Absent unless somebody looks for the selected unit."""

    def __init__(self, seat: Seat, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("raised")
        self._seat = seat
        self.title = PlainLabel(seat.theme, "warn", bold=True)
        self.ways = PlainLabel(seat.theme, "text", tabular=True)
        self.next = PlainLabel(seat.theme, "text2")
        keys = QWidget(self)
        self._keys = FlowLayout(keys)
        self.buttons = {
            id: action_button(seat, id, primary=id == WELL, parent=keys)
            for id in (WELL, STEP, HELPED, MISTAKEN)
        }
        for button in self.buttons.values():
            self._keys.addWidget(button)
        self._rows = QVBoxLayout(self)
        for label in (self.title, self.ways, self.next):
            label.setWordWrap(True)
            self._rows.addWidget(label)
        self._rows.addWidget(keys)
        seat.live.changed.connect(self._changed)
        seat.live.ticked.connect(self._ticked)
        seat.selection.unit_changed.connect(self._selected)
        seat.theme.changed.connect(self._restyle)
        self._restyle()
        self.refresh()

    def _changed(self, touched: Touched) -> None:
        if touched.everything or touched.units:
            self.refresh()

    def _ticked(self, _: object) -> None:
        if not self.isHidden():
            self.refresh()

    def _selected(self, _: object) -> None:
        self.refresh()

    def refresh(self) -> None:
        """The unit that is selected, as things stand now."""
        situation = self._seat.situation
        unit = situation.unit(self._seat.selection.unit_id or "")
        check = situation.of_units.sought(unit.id) if unit else None
        if unit is None or check is None:
            self.hide()
            return
        danger = check.step is WelfareStep.DANGER
        for label in (self.title, self.next):
            label.tint("alarm" if danger else "warn" if label is self.title else "text2")
        self.title.show_text(self._title(unit, check))
        self.ways.show_text(self._ways(check))
        self.next.show_text(self._next(unit, check))
        self.setAccessibleName(f"{self.title.text()}. {self.next.text()}")
        self.show()

    def _title(self, unit: Unit, check: WelfareCheck) -> str:
        text = translate("Units", "Cek personel %1 · dicari sejak %2 · %3")
        moves = translate("Units", "posisinya bergerak")
        still = translate("Units", "diam")
        began = clock(check.started_at, self._seat.zone)
        text = text.replace("%2", began).replace("%3", moves if check.moving else still)
        return text.replace("%1", unit.call_sign)

    def _ways(self, check: WelfareCheck) -> str:
        """Every way in its order; the one that is tried now with its time and how long by now."""
        now, zone = self._seat.live.now(), self._seat.zone
        tried = f"{clock(check.step_at, zone)}, {age((now - check.step_at).total_seconds())}"
        words = [
            f"▶ {way_text(step)} ({tried})" if step is check.step else way_text(step)
            for step in STEPS
        ]
        return " › ".join(words)

    def _next(self, unit: Unit, check: WelfareCheck) -> str:
        way = next_way(check)
        if way is None:
            return translate("Units", "Kirim bantuan. Pencarian ini hanya selesai oleh orang.")
        text = translate("Units", "Berikutnya: %1").replace("%1", way_text(way))
        partners = self._partners(unit) if WelfareStep.PARTNER in (way, check.step) else ""
        if partners:
            beside = translate("Units", "pendamping: %1").replace("%1", partners)
            return f"{text} · {beside}"
        return text

    def _partners(self, unit: Unit) -> str:
        """Who is on the same incident."""
        situation = self._seat.situation
        held = situation.active_assignment(unit.id)
        on_it = situation.on_it(held.incident_id) if held else []
        others = [situation.unit(row.unit_id) for row in on_it if row.unit_id != unit.id]
        signs = [other.call_sign for other in others if other is not None]
        return ", ".join(signs[:MOST_PARTNERS])

    def _restyle(self) -> None:
        px = self._seat.theme.px
        self._rows.setContentsMargins(px(10), px(6), px(10), px(8))
        self._rows.setSpacing(px(3))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self.refresh()
        super().changeEvent(event)
