"""What the typed verbs about incidents become."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from command_center.domain.incident import Disposition, Incident
from command_center.domain.permissions import Permission
from command_center.ui.actions import incident as incidents
from command_center.ui.actions.table import ACTIONS
from command_center.ui.commandline.reading import Got, Wrong
from command_center.ui.commandline.sentence import Sentence, aimed, placed, titled, undoable
from command_center.ui.detail.words import disposition_text, fill
from command_center.ui.format import number_sign
from command_center.ui.seat import Seat

translate = QCoreApplication.translate
_TRIAGE = Permission.TRIAGE


def one(got: Got) -> Incident:
    incident = got.incident
    assert incident is not None, "the grammar reads an incident first"
    return incident


def reason(seat: Seat, action_id: str, incident: Incident) -> str | None:
    """What the button would say with this incident selected."""
    return ACTIONS[action_id].enabled(aimed(seat, incident_id=incident.id))


def _simple(
    seat: Seat, got: Got, text: str, action_id: str, act: Callable[[Seat, str], None]
) -> Sentence:
    incident = one(got)
    return Sentence(
        fill(text, placed(incident)),
        _TRIAGE,
        lambda seat: act(seat, incident.id),
        reason=reason(seat, action_id, incident),
    )


def take(seat: Seat, got: Got) -> Sentence:
    text = translate("CommandLine", "Ambil %1")
    return _simple(seat, got, text, "incident.take", incidents.take)


def verify(seat: Seat, got: Got) -> Sentence:
    text = translate("CommandLine", "Verifikasi %1")
    return _simple(seat, got, text, "incident.verify", incidents.verify)


def reopen(seat: Seat, got: Got) -> Sentence:
    text = translate("CommandLine", "Buka lagi %1")
    return _simple(seat, got, text, "incident.reopen", incidents.reopen)


def unmerge(seat: Seat, got: Got) -> Sentence:
    text = translate("CommandLine", "Lepas %1 dari gabungan")
    return _simple(seat, got, text, "incident.unmerge", incidents.unmerge)


def prioritise(seat: Seat, got: Got) -> Sentence:
    incident, priority = one(got), got.priority
    assert priority is not None, "the grammar reads a priority first"
    text = translate("CommandLine", "Prioritas %2: %1")
    change = translate("CommandLine", "sekarang %1")
    return Sentence(
        fill(text, placed(incident), priority.value),
        _TRIAGE,
        lambda seat: incidents.prioritise(seat, incident.id, priority),
        notes=(fill(change, incident.priority.value),),
        reason=reason(seat, f"incident.{priority.value.lower()}", incident),
    )


def close(seat: Seat, got: Got) -> Sentence:
    incident, disposition = one(got), got.result or Disposition.RESOLVED
    text = translate("CommandLine", "Selesaikan %1: %2")
    on_it = [seat.situation.unit(row.unit_id) for row in seat.situation.on_it(incident.id)]
    signs = ", ".join(unit.call_sign for unit in on_it if unit is not None)
    freed = (fill(translate("CommandLine", "melepas %1"), signs),) if signs else ()
    return Sentence(
        fill(text, placed(incident), disposition_text(disposition)),
        _TRIAGE,
        lambda seat: incidents.close(seat, incident.id, disposition),
        notes=(*freed, undoable()),
        warn=True,
        reason=reason(seat, "incident.close", incident),
    )


def merge(seat: Seat, got: Got) -> Sentence:
    loser, winner = got.incidents
    text = translate("CommandLine", "Gabung %1 ke %2")
    return Sentence(
        fill(text, titled(loser), placed(winner)),
        _TRIAGE,
        lambda seat: incidents.merge(seat, winner.id, loser.id),
        notes=(undoable(),),
        warn=True,
        reason=reason(seat, "incident.merge", loser),
    )


def note(seat: Seat, got: Got) -> Sentence:
    incident, said = one(got), got.text
    text = translate("CommandLine", "Catat di %1: %2")
    return Sentence(
        fill(text, titled(incident), said),
        _TRIAGE,
        lambda seat: incidents.add_note(seat, incident.id, said),
        reason=reason(seat, "incident.note", incident),
    )


def standing(seat: Seat, incident: Incident, closed: bool) -> None:
    """Wrong if it is no more to be acted on; a merged one names what it was merged into.
    `closed`: the verb is about such ones."""
    if incident.is_open or closed:
        return
    number = number_sign(incident.number, incident.alias)
    into = seat.situation.incident(incident.merged_into) if incident.merged_into else None
    while into is not None and into.merged_into is not None:
        into = seat.situation.incident(into.merged_into)
    if into is None:
        raise Wrong("command_incident_ended", word=number)
    other = number_sign(into.number, into.alias)
    raise Wrong("command_incident_merged", [other], word=number, into=other)
