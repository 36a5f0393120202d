"""What the detail panel asks before the alarm level of an incident is set: which, then why."""

from __future__ import annotations

from functools import partial

from command_center.commands.order_task import REASON_LENGTH
from command_center.domain.incident import Incident
from command_center.situation.queue import alarm_level
from command_center.ui.actions.levels import levels_offered, set_level
from command_center.ui.detail.questions import Answer, QuestionBar
from command_center.ui.detail.words import fill, translate
from command_center.ui.format import number_sign
from command_center.ui.seat import Seat


class AskedLevels:
    """Opens its questions in `bar`."""

    def __init__(self, seat: Seat, bar: QuestionBar) -> None:
        self._seat = seat
        self._bar = bar

    def level(self, incident: Incident) -> None:
        """Every level but the one that stands, by its digit."""
        stands = alarm_level(self._seat.situation, incident.id)
        answers = [
            Answer(self._name(level), str(level), partial(self._why, incident, level))
            for level in levels_offered(self._seat)
            if level != stands
        ]
        title = translate("Detail", "Alarm %1 sekarang tingkat %2; menjadi")
        number = number_sign(incident.number, incident.alias)
        self._bar.ask(fill(title, number, str(stands)), answers)

    def _name(self, level: int) -> str:
        return fill(translate("Detail", "Tingkat %1"), str(level))

    def _why(self, incident: Incident, level: int) -> None:
        def save() -> None:
            reason = self._bar.field.text().strip() if self._bar.field else ""
            if reason:
                self._bar.leave()
                set_level(self._seat, incident.id, level, reason)

        title = translate("Detail", "Alarm %1 ke tingkat %2: mengapa?")
        number = number_sign(incident.number, incident.alias)
        answer = Answer(self._name(level), "Return", save)
        self._bar.leave()
        self._bar.ask(fill(title, number, str(level)), [answer], "")
        if self._bar.field is not None:
            self._bar.field.setMaxLength(REASON_LENGTH)
