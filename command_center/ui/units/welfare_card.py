"""How far the search for a silent unit is, under the board while that unit is selected."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from command_center.commands.order_task import REASON_LENGTH
from command_center.commands.welfare import STEPS
from command_center.domain.unit import Unit, WelfareCheck, WelfareStep
from command_center.situation.situation import Touched
from command_center.ui.actions.buttons import action_button
from command_center.ui.actions.welfare import (
    GIVE_UP,
    HELPED,
    HURT,
    MISTAKEN,
    STEP,
    WELL,
    give_up,
    next_way,
)
from command_center.ui.detail.flow import FlowLayout
from command_center.ui.detail.questions import Answer, QuestionBar
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
            for id in (WELL, STEP, HELPED, HURT, MISTAKEN, GIVE_UP)
        }
        for button in self.buttons.values():
            self._keys.addWidget(button)
        self._rows = QVBoxLayout(self)
        for label in (self.title, self.ways, self.next):
            label.setWordWrap(True)
            self._rows.addWidget(label)
        self._rows.addWidget(keys)
        self.bar = QuestionBar(seat, self)
        self._rows.addWidget(self.bar)
        self._asked: str | None = None
        seat.asking.asked.connect(self._ask)
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
        if self.bar.isVisible() and (check is None or check.id != self._asked):
            self.bar.leave()
        if unit is None or check is None:
            self.hide()
            return
        danger = check.step is WelfareStep.DANGER or check.ended_at is not None
        for label in (self.title, self.next):
            label.tint("alarm" if danger else "warn" if label is self.title else "text2")
        self.title.show_text(self._title(unit, check))
        self.ways.show_text(self._ways(check))
        self.next.show_text(self._next(unit, check))
        self.setAccessibleName(f"{self.title.text()}. {self.next.text()}")
        self.show()

    def _ask(self, action_id: str, check_id: str | None) -> None:
        """Why nobody looks any further; the timeline keeps who decided so."""
        check = self._seat.situation.get("welfare_check", check_id or "")
        unit = self._seat.situation.unit(check.unit_id) if check is not None else None
        if action_id != GIVE_UP or check is None or unit is None:
            return
        self._asked = check.id
        title = translate("Units", "Hentikan pencarian %1: mengapa? Nama Anda dicatat.")
        yes = Answer(translate("Units", "Hentikan pencarian"), "Return", self._give_up)
        self.bar.ask(title.replace("%1", unit.call_sign), [yes], "")
        if self.bar.field is not None:
            self.bar.field.setMaxLength(REASON_LENGTH)

    def _give_up(self) -> None:
        reason = self.bar.field.text().strip() if self.bar.field else ""
        if reason and self._asked is not None:
            self.bar.leave()
            give_up(self._seat, self._asked, reason)

    def _title(self, unit: Unit, check: WelfareCheck) -> str:
        if check.ended_at is not None:
            text = translate("Units", "%1 ditemukan terluka %2 · personel dalam bahaya")
            found = clock(check.ended_at, self._seat.zone)
            return text.replace("%2", found).replace("%1", unit.call_sign)
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
        if check.ended_at is not None:
            return translate("Units", "Kirim bantuan; catat bila sudah ditolong.")
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
