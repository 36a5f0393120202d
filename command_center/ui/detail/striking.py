"""Striking a note that is wrong: which, why, and what is right instead. Nothing of it is lost."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from command_center.commands.notes import REASON_LONGEST
from command_center.domain.incident import Incident
from command_center.ui.actions.notes import strike_note
from command_center.ui.detail.questions import Answer, QuestionBar
from command_center.ui.detail.timeline_view import ShownLine, TimelineView
from command_center.ui.detail.words import fill, translate
from command_center.ui.format import number_sign
from command_center.ui.seat import Seat

MOST_OFFERED = 9
_TITLE = 80


class Striking:
    """Asks in `bar` about a note of `lines`. `asked`: called once a question stands."""

    def __init__(
        self, seat: Seat, bar: QuestionBar, lines: TimelineView, asked: Callable[[Incident], None]
    ) -> None:
        self._seat = seat
        self._bar = bar
        self._lines = lines
        self._asked = asked

    def ask(self, incident: Incident) -> None:
        """About the note at the cursor, else which of the newest it is."""
        chosen = self._lines.chosen_note
        if chosen is not None:
            self.why(incident, chosen)
            return
        notes = self._lines.standing_notes()[:MOST_OFFERED]
        answers = [
            Answer(f"{note.time} {note.text}", str(place), partial(self.why, incident, note))
            for place, note in enumerate(notes, 1)
        ]
        title = translate("Detail", "Coret catatan %1 yang mana?")
        if not notes:
            title = translate("Detail", "%1 tidak punya catatan yang dapat dicoret")
        self._bar.ask(fill(title, number_sign(incident.number, incident.alias)), answers)
        self._asked(incident)

    def ask_note(self, incident: Incident, note_id: str) -> None:
        """About that one, if it still stands."""
        for note in self._lines.standing_notes():
            if note.note_id == note_id:
                self.why(incident, note)
                return

    def why(self, incident: Incident, note: ShownLine) -> None:
        title = fill(translate("Detail", "Coret “%1”: mengapa?"), note.text[:_TITLE])

        def go_on() -> None:
            reason = self._typed()
            if reason:
                self._bar.leave()
                self._right(incident, note, reason[:REASON_LONGEST])

        self._bar.ask(title, [Answer(translate("Detail", "Lanjut"), "Return", go_on)], "")
        self._asked(incident)

    def _right(self, incident: Incident, note: ShownLine, reason: str) -> None:
        def strike() -> None:
            strike_note(self._seat, note.note_id, reason, self._typed())
            self._bar.leave()

        title = translate("Detail", "Yang benar? Kosongkan bila cukup dicoret.")
        self._bar.ask(title, [Answer(translate("Detail", "Coret"), "Return", strike)], "")
        self._asked(incident)

    def _typed(self) -> str:
        return self._bar.field.text().strip() if self._bar.field is not None else ""
