"""What the page of unanswered orders says of each."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from PySide6.QtCore import QCoreApplication

from command_center.domain.unit import TaskKind
from command_center.situation.answers import Unanswered
from command_center.ui.detail.names import Names
from command_center.ui.detail.words import fill
from command_center.ui.format import age
from command_center.ui.i18n import QT_TRANSLATE_NOOP
from command_center.ui.radio.lines import TextRow
from command_center.ui.seat import Seat

translate = QCoreApplication.translate
MARK = "✓ "
_KIND: Mapping[TaskKind, str] = {
    TaskKind.CANCEL: QT_TRANSLATE_NOOP("Answers", "BATAL"),
    TaskKind.ADDRESS: QT_TRANSLATE_NOOP("Answers", "alamat baru"),
    TaskKind.REPEAT: QT_TRANSLATE_NOOP("Answers", "ulangan"),
}


def row_of(seat: Seat, one: Unanswered, now: datetime, *, marked: bool) -> TextRow:
    """Call sign and incident; how long it waits; what was said. Late ones say so."""
    names, waits_s = Names(seat.situation), (now - one.since).total_seconds()
    first = f"{one.unit.call_sign} · {names.incident(one.order.incident_id)}"
    late = waits_s > seat.targets.answer_s
    right = fill(translate("Answers", "LEWAT %1"), age(waits_s)) if late else age(waits_s)
    return TextRow(one.id, f"{MARK}{first}" if marked else first, right, _said(seat, one))


def _said(seat: Seat, one: Unanswered) -> str:
    if one.task is not None:
        kind = translate("Answers", _KIND[one.task.kind])
        return fill(translate("Answers", "%1: %2"), kind, one.task.text)
    order = seat.situation.get("dispatch_order", one.order.order_id)
    text = order.text if order is not None else ""
    return fill(translate("Answers", "perintah: %1"), text)


def standing(found: list[Unanswered], marked: int, now: datetime, late_s: float) -> str:
    """ "12 menunggu · 3 lewat batas · 4 ditandai"."""
    late = sum((now - one.since).total_seconds() > late_s for one in found)
    parts = [fill(translate("Answers", "%1 menunggu"), str(len(found)))]
    if late:
        parts.append(fill(translate("Answers", "%1 lewat %2 dtk"), str(late), f"{late_s:.0f}"))
    if marked:
        parts.append(fill(translate("Answers", "%1 ditandai"), str(marked)))
    return " · ".join(parts)
