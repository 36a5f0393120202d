"""What the detail panel asks before it acts: how it ended, what to note, where it belongs."""

from __future__ import annotations

from command_center.advice.duplicates.nearby import Duplicate, duplicates_of
from command_center.commands.triage import WHY_LENGTH
from command_center.domain.incident import Disposition, Incident
from command_center.domain.permissions import Permission
from command_center.situation.queue import open_children
from command_center.ui.actions.duplicates import set_parent
from command_center.ui.actions.incident import (
    add_note,
    ask_take_over,
    close,
    explain_priority,
    merge,
)
from command_center.ui.actions.replies import reply
from command_center.ui.detail.names import Names, shown_title
from command_center.ui.detail.questions import Answer, QuestionBar
from command_center.ui.detail.words import disposition_text, fill, translate
from command_center.ui.format import metres, number_sign
from command_center.ui.seat import Seat

ENDINGS = tuple(d for d in Disposition if d is not Disposition.IMPORTED)
MOST_TARGETS = 6


class Asked:
    """Opens the questions in `bar`. Notes and replies that were not sent are kept per incident.
    What was answered is on its way before the bar closes: laying out what stood behind it takes
    longer than writing it down."""

    def __init__(self, seat: Seat, bar: QuestionBar) -> None:
        self._seat = seat
        self._bar = bar
        self._notes: dict[str, str] = {}
        self.replies: dict[str, str] = {}
        self._was: Incident | None = None

    def look(self, incident: Incident) -> None:
        """The incident has changed; if a question about it stands open, the person is told what
        is newer than what they were asked about. What they typed stays."""
        was = self._was
        if was is None or was.id != incident.id or not self._bar.isVisible():
            return
        names = Names(self._seat.situation)
        text = ""
        if incident.disposition is not None and incident.disposition is not was.disposition:
            how = disposition_text(incident.disposition)
            text = fill(translate("Detail", "Sementara itu diselesaikan: %1"), how)
        elif incident.merged_into and incident.merged_into != was.merged_into:
            winner = names.incident(incident.merged_into)
            text = fill(translate("Detail", "Sementara itu digabung ke %1"), winner)
        elif incident.owner_id and incident.owner_id != was.owner_id:
            owner = names.person(incident.owner_id)
            text = fill(translate("Detail", "Sementara itu dipegang %1"), owner)
        self._bar.show_newer(text)

    def stand(self, incident: Incident) -> None:
        """A question about it was opened elsewhere: what is newer is told beside it, too."""
        self._was = incident

    def ending(self, incident: Incident) -> None:
        self._was = incident

        def choose(disposition: Disposition) -> None:
            close(self._seat, incident.id, disposition)
            self._bar.leave()

        answers = [
            Answer(disposition_text(d), str(n), lambda d=d: choose(d))  # type: ignore[misc]
            for n, d in enumerate(ENDINGS, 1)
        ]
        title = translate("Detail", "Selesaikan %1 sebagai")
        title = fill(title, number_sign(incident.number, incident.alias))
        names = Names(self._seat.situation)
        staying = [names.incident(id) for id in open_children(self._seat.situation, incident.id)]
        if staying:
            text = translate("Detail", "%1 (anak tetap terbuka: %2)")
            title = fill(text, title, ", ".join(staying))
        self._bar.ask(title, answers)

    def note(self, incident: Incident) -> None:
        self._was = incident

        def save() -> None:
            text = self._bar.field.text() if self._bar.field else ""
            if text.strip():
                self._notes.pop(incident.id, None)
                add_note(self._seat, incident.id, text)
                self._bar.leave()

        title = fill(
            translate("Detail", "Catatan untuk %1"), number_sign(incident.number, incident.alias)
        )
        answer = Answer(translate("Detail", "Simpan"), "Return", save)
        self._bar.ask(title, [answer], self._notes.get(incident.id, ""))
        if self._bar.field is not None:
            self._bar.field.textChanged.connect(lambda t: self._notes.update({incident.id: t}))

    def why(self, incident: Incident) -> None:
        """A word on why this priority and not the table's; for who reviews the table."""
        self._was = incident

        def save() -> None:
            word = self._bar.field.text().strip() if self._bar.field else ""
            if word:
                explain_priority(self._seat, incident, word[:WHY_LENGTH])
                self._bar.leave()

        text = translate("Detail", "Mengapa %1 %2? Satu kata.")
        title = fill(text, number_sign(incident.number, incident.alias), incident.priority.value)
        self._bar.ask(title, [Answer(translate("Detail", "Simpan"), "Return", save)], "")

    def reply(self, incident: Incident) -> None:
        """One line that everybody who reported it will read."""
        self._was = incident

        def send() -> None:
            text = self._bar.field.text() if self._bar.field else ""
            if text.strip():
                self.replies.pop(incident.id, None)
                reply(self._seat, incident.id, text)
                self._bar.leave()

        title = fill(
            translate("Detail", "Balasan ke pelapor %1"),
            number_sign(incident.number, incident.alias),
        )
        answer = Answer(translate("Detail", "Kirim"), "Return", send)
        self._bar.ask(title, [answer], self.replies.get(incident.id, ""))
        if self._bar.field is not None:
            self._bar.field.textChanged.connect(lambda t: self.replies.update({incident.id: t}))

    def unsent(self) -> dict[str, str]:
        """Notes that were not saved, by incident."""
        return {id: text for id, text in self._notes.items() if text.strip()}

    def put_back(self, notes: dict[str, str]) -> None:
        self._notes = dict(notes)

    def taking_over(self, incident: Incident) -> None:
        """Why: the owner reads it, and so does everybody later."""
        self._was = incident

        def ask() -> None:
            reason = self._bar.field.text() if self._bar.field else ""
            if reason.strip():
                ask_take_over(self._seat, incident.id, reason)
                self._bar.leave()

        at_once = self._seat.may(Permission.REASSIGN)
        text = translate("Detail", "Ambil alih %1 dari %2: mengapa?")
        if not at_once:
            text = translate("Detail", "Minta %1 dari %2: mengapa?")
        owner = Names(self._seat.situation).person(incident.owner_id or "")
        yes = translate("Detail", "Ambil alih") if at_once else translate("Detail", "Minta")
        title = fill(text, number_sign(incident.number, incident.alias), owner)
        self._bar.ask(title, [Answer(yes, "Return", ask)], "")

    def parent(self, incident: Incident) -> None:
        """Of which event this is one place: those that are one already, then the likely ones."""
        self._was = incident
        situation = self._seat.situation
        handling = situation.get("handling", incident.id)
        stands = handling.parent_id if handling is not None else None

        def choose(parent_id: str | None) -> None:
            set_parent(self._seat, incident.id, parent_id, stands)
            self._bar.leave()

        near = duplicates_of(incident, situation.open_incidents())
        near.sort(key=lambda one: not open_children(situation, one.incident_id))
        answers = []
        for place, candidate in enumerate(near[:MOST_TARGETS], 1):
            other = situation.incident(candidate.incident_id)
            if other is not None and other.id != stands:
                text = parent_text(other)
                answers.append(Answer(text, str(place), lambda id=other.id: choose(id)))  # type: ignore[misc]
        if stands is not None:
            alone = translate("Detail", "Berdiri sendiri")
            answers.append(Answer(alone, "0", lambda: choose(None)))
        title = translate("Detail", "%1 anak dari")
        self._bar.ask(fill(title, number_sign(incident.number, incident.alias)), answers)

    def target(self, incident: Incident) -> None:
        """Which incident this one is part of: the likely ones first."""
        self._was = incident

        def choose(winner_id: str) -> None:
            merge(self._seat, winner_id, incident.id)
            self._bar.leave()
            self._seat.selection.select_incident(winner_id)

        situation = self._seat.situation
        found = duplicates_of(incident, situation.open_incidents())[:MOST_TARGETS]
        answers = []
        for place, candidate in enumerate(found, 1):
            other = situation.incident(candidate.incident_id)
            if other is not None:
                text = target_text(other, candidate)
                answers.append(Answer(text, str(place), lambda id=other.id: choose(id)))  # type: ignore[misc]
        title = translate("Detail", "Gabungkan %1 ke")
        self._bar.ask(fill(title, number_sign(incident.number, incident.alias)), answers)


def parent_text(other: Incident) -> str:
    return f"{number_sign(other.number, other.alias)} {shown_title(other.title, other.category)}"


def target_text(other: Incident, candidate: Duplicate) -> str:
    """ "#0147 Massa mendorong pagar · 60 m · mungkin sama"."""
    parts = [f"{number_sign(other.number, other.alias)} {shown_title(other.title, other.category)}"]
    if candidate.distance_m is not None:
        parts.append(metres(candidate.distance_m))
    if candidate.likely:
        parts.append(translate("Detail", "mungkin sama"))
    return " · ".join(parts)
