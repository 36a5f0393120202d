"""What the detail panel asks of an incident and its time, and of what it has to do with."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial

from command_center.advice.duplicates.nearby import duplicates_of
from command_center.domain.errors import OperatorError
from command_center.domain.incident import Incident, IncidentStatus, LinkKind
from command_center.situation.planned import planned_at
from command_center.ui.actions.planned import link, plan, unlink
from command_center.ui.detail.asked import parent_text
from command_center.ui.detail.link_words import kind_text
from command_center.ui.detail.questions import Answer, QuestionBar
from command_center.ui.detail.words import fill, translate
from command_center.ui.due_time import due_text, read_due
from command_center.ui.format import number_sign
from command_center.ui.seat import Seat
from command_center.ui.sentences import sentence

MOST_OFFERED = 5
DUE_HINT = "14:30 · besok 08:00 · 24-11 08:00 · +90"
_NOW = frozenset({"sekarang", "now"})


class AskedLinks:
    """Opens the questions in `bar`."""

    def __init__(self, seat: Seat, bar: QuestionBar) -> None:
        self._seat = seat
        self._bar = bar

    # --- when it is due ------------------------------------------------------------------------

    def plan(self, incident: Incident) -> None:
        seat = self._seat
        due_at = planned_at(seat.situation, incident.id)
        stands = due_text(due_at, seat.live.now(), seat.zone) if due_at else ""
        title = fill(
            translate("Planned", "%1 mulai kapan? %2"),
            number_sign(incident.number, incident.alias),
            DUE_HINT,
        )
        if due_at is not None:
            at_once = translate("Planned", "sekarang")
            title = f"{title} · {at_once}"
        yes = Answer(translate("Planned", "Jadwalkan"), "Return", partial(self._read_due, incident))
        self._bar.ask(title, [yes], stands)

    def _read_due(self, incident: Incident) -> None:
        """`sekarang`: it is planned no more."""
        seat = self._seat
        typed = self._bar.field.text() if self._bar.field else ""
        due_at = None
        try:
            if typed.strip().casefold() not in _NOW:
                due_at = read_due(typed, seat.live.now(), seat.zone)
        except OperatorError as error:
            self._bar.show_newer(sentence(error.code, error.params))
            return
        self._bar.leave()
        plan(seat, incident.id, due_at)

    # --- what it has to do with ----------------------------------------------------------------

    def link(self, incident: Incident) -> None:
        """The likely ones first, then those it is linked with, as which; any other by number."""
        situation = self._seat.situation
        linked = situation.of_incidents.linked_as(incident.id)
        near = duplicates_of(incident, situation.open_incidents())
        ids = [one.incident_id for one in near if one.incident_id not in linked]
        offered = self._known([id for id in ids if id != incident.id])[:MOST_OFFERED]
        offered += self._known(linked)[: 9 - len(offered)]
        answers = []
        for place, other in enumerate(offered, 1):
            kind, text = linked.get(other.id), parent_text(other)
            words = kind_text(kind, text) if kind is not None else text
            answers.append(Answer(words, str(place), partial(self._ask_kind, incident, other)))
        by_number = translate("Planned", "Nomor lain")
        answers.append(Answer(by_number, "0", partial(self._ask_number, incident)))
        self._bar.ask(self._title(translate("Planned", "Tautkan %1 dengan"), incident), answers)

    def _known(self, ids: Iterable[str]) -> list[Incident]:
        found = (self._seat.situation.incident(id) for id in ids)
        return [one for one in found if one is not None]

    def _ask_kind(self, incident: Incident, other: Incident) -> None:
        """What the incident has to do with the other, by one key."""
        number = number_sign(other.number, other.alias)
        answers = [
            Answer(kind_text(kind, number), str(place), self._as(kind, incident, other.id))
            for place, kind in enumerate(LinkKind, 1)
        ]
        self._bar.leave()
        self._bar.ask(self._title(translate("Planned", "Kejadian %1"), incident), answers)

    def _as(self, kind: LinkKind, incident: Incident, other_id: str) -> Callable[[], None]:
        return self._with(partial(link, kind=kind), incident, other_id)

    def _ask_number(self, incident: Incident) -> None:
        title = self._title(translate("Planned", "Tautkan %1 dengan nomor"), incident)
        yes = Answer(translate("Planned", "Tautkan"), "Return", partial(self._by_number, incident))
        self._bar.leave()
        self._bar.ask(title, [yes], "", "0147")

    def _by_number(self, incident: Incident) -> None:
        """The newest of that number: numbers begin anew each day."""
        typed = (self._bar.field.text() if self._bar.field else "").strip().removeprefix("#")
        wanted = int(typed) if typed.isdigit() else 0
        rows = [
            row
            for row in self._seat.situation.all("incident")
            if row.status is not IncidentStatus.MERGED and wanted and row.number == wanted
        ]
        if not rows:
            self._bar.show_newer(sentence("command_unknown_incident", {"word": typed}))
            return
        other = max(rows, key=lambda row: (row.is_open, row.opened_at))
        self._ask_kind(incident, other)

    def unlink(self, incident: Incident) -> None:
        situation = self._seat.situation
        linked = situation.of_incidents.linked_as(incident.id)
        answers = [
            Answer(
                kind_text(linked[other.id], parent_text(other)),
                str(place),
                self._with(unlink, incident, other.id),
            )
            for place, other in enumerate(self._known(linked)[:9], 1)
        ]
        title = translate("Planned", "Lepas tautan %1 dengan")
        self._bar.ask(self._title(title, incident), answers)

    def _with(
        self, act: Callable[[Seat, str, str], None], incident: Incident, other_id: str
    ) -> Callable[[], None]:
        def choose() -> None:
            self._bar.leave()
            act(self._seat, incident.id, other_id)

        return choose

    def _title(self, text: str, incident: Incident) -> str:
        return fill(text, number_sign(incident.number, incident.alias))
