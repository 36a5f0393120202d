"""What is known around a call: earlier calls of the number, of the place, and marks against it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from command_center.domain.errors import OperatorError
from command_center.domain.partner import PhoneCall
from command_center.duty.calls import call_rules
from command_center.ports import CallsBefore
from command_center.ui.calls.false_before import FalseBefore
from command_center.ui.calls.sections import marks_of, of_number, of_place
from command_center.ui.calls.words import area_name, state_text, translate
from command_center.ui.format import number_sign
from command_center.ui.plain_label import PlainLabel
from command_center.ui.seat import Seat

SHOWN, READ = 3, 50
_REASON = 120


class AboutCall(QFrame):
    """Four short paragraphs; one without anything to say is not there."""

    def __init__(self, seat: Seat, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._seat = seat
        self._call: PhoneCall | None = None
        self._before = CallsBefore()
        self._false = FalseBefore(seat, self)
        self.false = PlainLabel(seat.theme, "warn", 13)
        self.marks = PlainLabel(seat.theme, "warn", 13)
        self.number = PlainLabel(seat.theme, "text2", 13)
        self.place = PlainLabel(seat.theme, "text2", 13)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(2)
        for label in (self.false, self.marks, self.number, self.place):
            label.setWordWrap(True)
            rows.addWidget(label)
        self._false.told.connect(lambda: self._show(self._call))

    def show_call(self, call: PhoneCall | None) -> None:
        """What this window knows at once, what is older as soon as it was read."""
        if (call and call.id) != (self._call and self._call.id):
            self._before = CallsBefore()
            if call is not None:
                work = partial(self._seat.history.calls_before, call, READ)
                self._seat.tasks.run(work, partial(self._read, call.id), self._unread)
        self._call = call
        self._false.look_at_call(call)
        self._show(call)

    def _read(self, call_id: str, before: CallsBefore) -> None:
        if self._call is not None and self._call.id == call_id:
            self._before = before
            self._show(self._call)

    def _unread(self, _: OperatorError) -> None:
        """Out of reach: the bar above says so already."""

    def _show(self, call: PhoneCall | None) -> None:
        said = ("", "", "", "")
        if call is not None:
            said = (self._false.text(), self._marks(call), *self._history(call))
        labels = (self.false, self.marks, self.number, self.place)
        for label, text in zip(labels, said, strict=True):
            label.show_text(text)
            label.setVisible(bool(text))

    def _marks(self, call: PhoneCall) -> str:
        """Who marked it, when and why. It changes nothing by itself, and says so."""
        marks = marks_of(self._seat.situation, call)
        if not marks:
            return ""
        newest = marks[0]
        person = self._seat.situation.staff(newest.marked_by)
        by = person.name if person is not None else newest.marked_by
        on = newest.marked_at.astimezone(self._seat.zone).strftime("%d-%m-%Y")
        why = " ".join(newest.reason.split())[:_REASON]
        text = translate(
            "Calls", "Ditandai iseng %1×, terakhir %2 oleh %3: %4. Tetap dijawab seperti biasa."
        )
        for place, value in enumerate((str(len(marks)), on, by, why), 1):
            text = text.replace(f"%{place}", value, 1)
        return text

    def _history(self, call: PhoneCall) -> tuple[str, str]:
        situation = self._seat.situation
        number = _newest(of_number(situation, call), self._before.of_number)
        place = _newest(of_place(situation, call), self._before.of_place)
        by_number = translate("Calls", "Nomor ini: %1").replace("%1", self._list(number))
        name = area_name(call.area_code, self._seat) if call.area_code else ""
        by_place = translate("Calls", "%1: %2").replace("%1", name).replace("%2", self._list(place))
        return (by_number if number else "", by_place if place else "")

    def _list(self, calls: Sequence[PhoneCall]) -> str:
        said = [self._one(call) for call in calls[:SHOWN]]
        if len(calls) > SHOWN:
            more = translate("Calls", "%1 lagi").replace("%1", str(len(calls) - SHOWN))
            said.append(more)
        return "; ".join(said)

    def _one(self, call: PhoneCall) -> str:
        seat = self._seat
        local = call.ringing_at.astimezone(seat.zone)
        today = local.date() == seat.live.now().astimezone(seat.zone).date()
        at = local.strftime("%H:%M" if today else "%d-%m-%Y %H:%M")
        incident = seat.situation.incident(call.incident_id) if call.incident_id else None
        if incident is not None:
            return f"{at} {number_sign(incident.number, incident.alias)} {incident.title}"
        rules = call_rules(seat.situation)
        return f"{at} {state_text(call, seat.live.now(), rules, seat.situation)}"


def _newest(known: Sequence[PhoneCall], read: Sequence[PhoneCall]) -> list[PhoneCall]:
    """Each once, as this window knows it where it does."""
    calls = {call.id: call for call in (*read, *known)}
    return sorted(calls.values(), key=lambda call: call.ringing_at, reverse=True)
