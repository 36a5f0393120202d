"""Which units of the incident have not answered their order in time, what they were told after it
and have not said "heard" to, and whose own system has not taken it yet."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from PySide6.QtWidgets import QWidget

from command_center.domain.incident import Incident
from command_center.domain.order_routes import SETTING
from command_center.domain.referral import DeliveryState
from command_center.domain.unit import OrderStatus, OrderTask, TaskKind
from command_center.ui.actions.orders import sent
from command_center.ui.detail.words import fill, translate
from command_center.ui.format import age
from command_center.ui.i18n import QT_TRANSLATE_NOOP
from command_center.ui.plain_label import PlainLabel
from command_center.ui.seat import Seat

_KIND: Mapping[TaskKind, str] = {
    TaskKind.CANCEL: QT_TRANSLATE_NOOP("Units", "BATAL"),
    TaskKind.ADDRESS: QT_TRANSLATE_NOOP("Units", "alamat baru"),
    TaskKind.REPEAT: QT_TRANSLATE_NOOP("Units", "ulangan"),
}


class UnheardLine(PlainLabel):
    """Absent once everybody has heard everything and every system has taken it; each unit by its
    name until then, with how long the first of them has not."""

    def __init__(self, seat: Seat, parent: QWidget | None = None) -> None:
        super().__init__(seat.theme, "alarm", bold=True, parent=parent)
        self._seat = seat
        self.setWordWrap(True)
        self.hide()

    def show_incident(self, incident: Incident | None) -> None:
        tasks = self._tasks(incident) if incident is not None else []
        parts = []
        for kind in _KIND:
            units = [(task, sign) for task, sign in tasks if task.kind is kind]
            if units:
                names = ", ".join(sign for _, sign in units)
                parts.append(f"{translate('Units', _KIND[kind])} {names}, {self._age(units[0][0])}")
        said = " · ".join(parts)
        unheard = fill(translate("Detail", "Belum didengar: %1"), said) if said else ""
        said_so = (self._silent(incident), unheard, self._unsent(incident))
        text = "\n".join(filter(None, said_so))
        self.show_text(text)
        self.setVisible(bool(text))

    def _silent(self, incident: Incident | None) -> str:
        """Who is held by an order that nobody has answered in time, whatever became of its ring."""
        if incident is None:
            return ""
        now, late_s = self._seat.live.now(), self._seat.targets.answer_s
        late = [
            held
            for held in sent(self._seat, incident.id)
            if held.status is OrderStatus.ORDERED
            and (now - held.ordered_at).total_seconds() > late_s
        ]
        units = [self._seat.situation.unit(held.unit_id) for held in late]
        names = ", ".join(unit.call_sign for unit in units if unit is not None)
        if not names:
            return ""
        text = translate("Detail", "Tidak menjawab, tetap diperintah: %1, %2")
        return fill(text, names, age((now - late[0].ordered_at).total_seconds()))

    def _unsent(self, incident: Incident | None) -> str:
        """Whose own system has not taken its order: nobody need wait for it to speak."""
        situation, waiting = self._seat.situation, dict[str, datetime]()
        if incident is None or situation.get("room_setting", SETTING) is None:
            return ""
        family = {incident.id, *situation.family(incident.id)}
        for row in situation.all("delivery"):
            ours = row.kind == "order" and row.incident_id in family
            if ours and row.state is DeliveryState.WAITING:
                sign = str(row.body.get("call_sign", ""))
                waiting[sign] = min(row.made_at, waiting.get(sign, row.made_at))
        if not waiting:
            return ""
        long_s = (self._seat.live.now() - min(waiting.values())).total_seconds()
        text = translate("Detail", "Belum terkirim ke perangkat: %1, %2")
        return fill(text, ", ".join(sorted(waiting)), age(long_s))

    def _tasks(self, incident: Incident) -> list[tuple[OrderTask, str]]:
        """The oldest first; also of who is not on it any more."""
        situation = self._seat.situation
        family = {incident.id, *situation.family(incident.id)}
        found = []
        for task in situation.of_units.all_unheard():
            order = situation.get("assignment", task.assignment_id)
            unit = situation.unit(order.unit_id) if order is not None else None
            if order is None or unit is None or order.incident_id not in family:
                continue
            if order.closed_at is None or task.kind is TaskKind.CANCEL:
                found.append((task, unit.call_sign))
        found.sort(key=lambda pair: pair[0].raised_at)
        return found

    def _age(self, task: OrderTask) -> str:
        return age((self._seat.live.now() - task.raised_at).total_seconds())
