"""What the typed verbs about plans and links become."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QCoreApplication

from command_center.domain.errors import OperatorError
from command_center.domain.incident import LinkKind
from command_center.domain.permissions import Permission
from command_center.situation.planned import planned_at
from command_center.ui.actions.planned import (
    LINK,
    PLAN,
    PLANNED,
    UNLINK,
    link,
    plan,
    schedule,
    unlink,
)
from command_center.ui.call.draft import Draft
from command_center.ui.commandline.acts_incident import one, reason
from command_center.ui.commandline.reading import Got, Wrong
from command_center.ui.commandline.sentence import Sentence, placed, titled, undoable
from command_center.ui.detail.link_words import WORDS, link_text, offered_words
from command_center.ui.detail.names import category_label
from command_center.ui.detail.words import fill
from command_center.ui.due_time import due_text, read_due, split_due
from command_center.ui.seat import Seat

translate = QCoreApplication.translate
_NOW = frozenset({"sekarang", "now"})


def planned(seat: Seat, got: Got) -> Sentence:
    """`jadwal 0147 besok 08:00`; `jadwal 0147 sekarang`: it is planned no more."""
    incident = one(got)
    now, zone = seat.live.now(), seat.zone
    if got.text.casefold() in _NOW:
        text = fill(translate("CommandLine", "Berlaku sekarang: %1"), placed(incident))
        run = partial(plan, incident_id=incident.id, due_at=None)
    else:
        try:
            due_at = read_due(got.text, now, zone)
        except OperatorError as error:
            raise Wrong(error.code, **error.params) from error
        when = due_text(due_at, now, zone)
        text = fill(translate("CommandLine", "Jadwalkan %1: %2"), placed(incident), when)
        run = partial(plan, incident_id=incident.id, due_at=due_at)
    stands = planned_at(seat.situation, incident.id)
    before = due_text(stands, now, zone) if stands else ""
    before = fill(translate("CommandLine", "sekarang %1"), before) if before else ""
    notes = (before, undoable()) if before else (undoable(),)
    return Sentence(text, Permission.TRIAGE, run, notes, reason=reason(seat, PLAN, incident))


def list_planned(seat: Seat, got: Got) -> Sentence:
    """`jadwal` alone opens the list, `jadwal 0147` the question."""
    if got.doubt is not None:
        raise got.doubt
    if got.rest:
        raise Wrong("command_unknown_incident", word=got.rest[0])
    incident = got.incident
    if incident is None:
        text = translate("CommandLine", "Buka daftar jadwal")
        return Sentence(text, Permission.WATCH, lambda seat: seat.asking.ask(PLANNED))

    def ask(seat: Seat) -> None:
        seat.selection.select_incident(incident.id)
        seat.asking.ask(PLAN, incident.id)

    text = fill(translate("CommandLine", "Jadwalkan %1: kapan?"), placed(incident))
    return Sentence(text, Permission.TRIAGE, ask, reason=reason(seat, PLAN, incident))


def scheduled(seat: Seat, got: Got) -> Sentence:
    """`rencana pawai @alun-alun besok 08:00 konvoi kampanye` enters an incident to come."""
    category, place = got.category, got.place
    assert category is not None, "the grammar reads a category first"
    now, zone = seat.live.now(), seat.zone
    try:
        found = split_due(got.text.split(), now, zone)
    except OperatorError as error:
        raise Wrong(error.code, **error.params) from error
    if found is None:
        raise Wrong("due_missing")
    due_at, words = found
    draft = Draft(
        category=category.code, address=place.name if place else "", place=place, text=words
    )
    lacking = draft.missing()
    if lacking is not None:
        raise Wrong(lacking)
    parts = (category_label(category), draft.address, words)
    text = translate("CommandLine", "Jadwalkan %1: %2")
    said = fill(text, " · ".join(part for part in parts if part), due_text(due_at, now, zone))
    run = partial(schedule, call=draft.command(seat.city), due_at=due_at)
    allowed = None if seat.may(Permission.TRIAGE) else "not_allowed"
    return Sentence(
        said, Permission.TAKE_REPORTS, run, reason=allowed, recall=f"rencana {category.code} "
    )


def linked(seat: Seat, got: Got) -> Sentence:
    """`taut 0147 0146`, `taut 0147 0146 akibat`: the first is the effect of the second."""
    first, second = got.incidents
    kind = WORDS.get(got.text.casefold()) if got.text else LinkKind.RELATED
    if kind is None:
        raise Wrong("link_kind_unknown", word=got.text, words=", ".join(offered_words()))
    stands = seat.situation.of_incidents.linked_as(first.id).get(second.id)
    why = "incident_linked_already" if stands is kind else reason(seat, LINK, first)
    text = fill(translate("CommandLine", "Tautkan %1 dengan %2"), titled(first), titled(second))
    if kind is not LinkKind.RELATED:
        how = link_text(kind, titled(second))
        text = fill(translate("CommandLine", "Tautkan %1: %2"), titled(first), how)
    return Sentence(
        text,
        Permission.TRIAGE,
        partial(link, incident_id=first.id, other_id=second.id, kind=kind),
        notes=(undoable(),),
        reason=why or reason(seat, LINK, second),
    )


def unlinked(seat: Seat, got: Got) -> Sentence:
    """`lepastaut 0147 0146`."""
    first, second = got.incidents
    known = second.id in seat.situation.of_incidents.linked(first.id)
    why = reason(seat, UNLINK, first) or (None if known else "incident_not_linked_so")
    return Sentence(
        fill(translate("CommandLine", "Lepas tautan %1 dengan %2"), titled(first), titled(second)),
        Permission.TRIAGE,
        partial(unlink, incident_id=first.id, other_id=second.id),
        notes=(undoable(),),
        warn=True,
        reason=why,
    )
