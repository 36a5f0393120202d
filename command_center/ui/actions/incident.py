"""Actions on the selected incident. The functions serve panels that ask first."""

from __future__ import annotations

from collections.abc import Callable
from itertools import islice

from command_center.commands.dispatch import OrderUnits
from command_center.commands.notes import AddNote
from command_center.commands.promises import Promised
from command_center.commands.takeover import AskTakeOver
from command_center.commands.triage import (
    CloseIncident,
    MergeIncidents,
    ReopenIncident,
    SetPriority,
    TakeIncident,
    UnmergeIncident,
    VerifyIncident,
)
from command_center.domain.incident import Disposition, Incident, IncidentStatus, Priority
from command_center.domain.permissions import Permission
from command_center.ui.actions.action import (
    TOLD,
    Action,
    Reason,
    always,
    asks,
    held_now,
    submit,
    undo_of,
    undo_result,
    why_ended,
)
from command_center.ui.actions.snapshot import keep_snapshot
from command_center.ui.format import number_sign
from command_center.ui.i18n import QT_TRANSLATE_NOOP
from command_center.ui.seat import Seat


def selected(seat: Seat) -> Incident | None:
    id = seat.selection.incident_id
    return seat.situation.incident(id) if id else None


def selected_id(seat: Seat) -> str | None:
    return seat.selection.incident_id


def _number(seat: Seat, incident_id: str) -> str:
    incident = seat.situation.incident(incident_id)
    return number_sign(incident.number, incident.alias) if incident else "#?"


def take(seat: Seat, incident_id: str) -> None:
    undo = undo_of("incident", incident_id)
    number = _number(seat, incident_id)
    submit(seat, TakeIncident(incident_id), undo, number=number)


def verify(seat: Seat, incident_id: str) -> None:
    undo = undo_of("incident", incident_id)
    number = _number(seat, incident_id)
    submit(seat, VerifyIncident(incident_id), undo, number=number)


def prioritise(seat: Seat, incident_id: str, priority: Priority) -> None:
    """Against what this seat sees: another person's newer choice is not overwritten."""
    incident = seat.situation.incident(incident_id)
    command = SetPriority(incident_id, priority, incident.priority if incident else None)
    number = _number(seat, incident_id)
    submit(seat, command, undo_of("incident", incident_id), number=number, priority=priority.value)


def explain_priority(seat: Seat, incident: Incident, why: str) -> None:
    """Whoever reviews the table of points reads the word."""
    stands = incident.priority
    command = SetPriority(incident.id, stands, stands, why)
    number = _number(seat, incident.id)
    submit(seat, command, undo_of("incident", incident.id), number=number, priority=stands.value)


def add_note(seat: Seat, incident_id: str, text: str) -> None:
    submit(
        seat,
        AddNote(incident_id, text),
        undo_result("note", "note_id"),
        number=_number(seat, incident_id),
    )


def merge(seat: Seat, winner_id: str, loser_id: str) -> None:
    """`loser_id` becomes part of `winner_id`."""
    number, into = _number(seat, loser_id), _number(seat, winner_id)
    command = MergeIncidents(winner_id, loser_id)
    submit(seat, command, undo_of("incident", loser_id), number=number, into=into)


def unmerge(seat: Seat, loser_id: str) -> None:
    loser = seat.situation.incident(loser_id)
    command = UnmergeIncident(loser_id, loser.merged_into if loser else None)
    submit(
        seat,
        command,
        undo_of("incident", loser_id),
        number=_number(seat, loser_id),
        units=TOLD,
        notes=TOLD,
        corrected=TOLD,
    )


def close(seat: Seat, incident_id: str, disposition: Disposition) -> None:
    """Release those whom this seat sees on it, and nobody who was sent meanwhile."""
    on_it = tuple(assignment.id for assignment in seat.situation.on_it(incident_id))
    command = CloseIncident(incident_id, disposition, on_it)
    submit(seat, command, undo_of("incident", incident_id), number=_number(seat, incident_id))


def reopen(seat: Seat, incident_id: str) -> None:
    undo = undo_of("incident", incident_id)
    submit(
        seat, ReopenIncident(incident_id, seen_ended=True), undo, number=_number(seat, incident_id)
    )


def order(
    seat: Seat,
    incident_id: str,
    unit_ids: tuple[str, ...],
    text: str,
    via: str = "radio",
    address: str | None = None,
    promised: Promised | None = None,
) -> None:
    """Send exactly these units, to `address` as it was painted; `promised` = the arrivals that
    stood beside them."""
    signs = [unit.call_sign for id in unit_ids if (unit := seat.situation.unit(id))]
    number, units = _number(seat, incident_id), ", ".join(signs)
    undo = undo_result("dispatch_order", "order_id")
    holders = tuple(held_now(seat, id) for id in unit_ids)
    command = OrderUnits(incident_id, unit_ids, text, via, holders, address, promised or {})
    submit(seat, command, undo, number=number, units=units)


def ask_take_over(seat: Seat, incident_id: str, reason: str) -> None:
    """Of its owner; whoever leads the shift has it at once."""
    undo, number = undo_result("take_over", "take_over_id"), _number(seat, incident_id)
    submit(seat, AskTakeOver(incident_id, reason), undo, number=number)


def _takable_over(seat: Seat) -> Reason:
    incident = selected(seat)
    if incident is not None and incident.owner_id == seat.act.actor:
        return "incident_already_yours"
    if incident is not None and incident.is_open and incident.owner_id is None:
        return "incident_has_no_owner"
    return _open(seat)


def _open(seat: Seat) -> Reason:
    incident = selected(seat)
    if incident is None:
        return "select_incident"
    return why_ended(incident)


def _takeable(seat: Seat) -> Reason:
    incident = selected(seat)
    if incident is not None and incident.owner_id == seat.act.actor:
        return "incident_already_yours"
    if incident is not None and incident.is_open and incident.owner_id is not None:
        return "incident_has_owner"
    return _open(seat)


def _verifiable(seat: Seat) -> Reason:
    incident = selected(seat)
    if incident is not None and incident.is_open and incident.verified_at is not None:
        return "incident_already_verified"
    return _open(seat)


def _rankable(priority: Priority) -> Callable[[Seat], Reason]:
    def enabled(seat: Seat) -> Reason:
        incident = selected(seat)
        if incident is not None and incident.is_open and incident.priority is priority:
            return "priority_already_so"
        return _open(seat)

    return enabled


def _mergeable(seat: Seat) -> Reason:
    reason = _open(seat)
    if reason is None and len(list(islice(seat.situation.open_incidents(), 2))) < 2:
        return "nothing_to_merge"
    return reason


def _last_merged(seat: Seat) -> Incident | None:
    """What an un-merge of the selection would bring back: itself, or the last merged into it."""
    incident = selected(seat)
    if incident is None or incident.status is IncidentStatus.MERGED:
        return incident
    merged = seat.situation.merged_into(incident.id)
    return merged[-1] if merged else None


def _unmergeable(seat: Seat) -> Reason:
    if selected(seat) is None:
        return "select_incident"
    return None if _last_merged(seat) is not None else "incident_not_merged"


def _reopenable(seat: Seat) -> Reason:
    incident = selected(seat)
    if incident is None:
        return "select_incident"
    ended = incident.status in (IncidentStatus.CLOSED, IncidentStatus.CANCELLED)
    return None if ended else "incident_is_open"


def _has_picture(seat: Seat) -> Reason:
    if selected(seat) is None:
        return "select_incident"
    return None if seat.selection.camera_id else "select_camera"


def _on_selected(act: Callable[[Seat, str], None]) -> Callable[[Seat], None]:
    def run(seat: Seat) -> None:
        if seat.selection.incident_id is not None:
            act(seat, seat.selection.incident_id)

    return run


def _rank(priority: Priority) -> Callable[[Seat], None]:
    return _on_selected(lambda seat, id: prioritise(seat, id, priority))


def _run_unmerge(seat: Seat) -> None:
    loser = _last_merged(seat)
    if loser is not None:
        unmerge(seat, loser.id)


def oldest_unowned(seat: Seat) -> Incident | None:
    """The one to take next: what nobody has, most urgent first, then longest waiting."""
    waiting = (incident for incident in seat.situation.open_incidents() if _is_nobodys(incident))
    return min(waiting, key=lambda i: (i.priority.value, i.opened_at), default=None)


def _is_nobodys(incident: Incident) -> bool:
    return incident.owner_id is None and incident.status is not IncidentStatus.HANDLED


def _any_waiting(seat: Seat) -> Reason:
    waits = any(_is_nobodys(incident) for incident in seat.situation.open_incidents())
    return None if waits else "nothing_waits"


def _select_oldest(seat: Seat) -> None:
    incident = oldest_unowned(seat)
    if incident is not None:
        seat.selection.select_incident(incident.id)


_TRIAGE = Permission.TRIAGE
INCIDENT_ACTIONS = (
    Action(
        "incident.next",
        QT_TRANSLATE_NOOP("Actions", "Berikutnya"),
        "B",
        Permission.WATCH,
        _any_waiting,
        _select_oldest,
    ),
    Action(
        "incident.take",
        QT_TRANSLATE_NOOP("Actions", "Ambil"),
        "A",
        _TRIAGE,
        _takeable,
        _on_selected(take),
    ),
    Action(
        "incident.takeover",
        QT_TRANSLATE_NOOP("Actions", "Ambil alih"),
        "Shift+A",
        _TRIAGE,
        _takable_over,
        asks("incident.takeover", selected_id),
    ),
    Action(
        "incident.verify",
        QT_TRANSLATE_NOOP("Actions", "Verifikasi"),
        "V",
        _TRIAGE,
        _verifiable,
        _on_selected(verify),
    ),
    Action(
        "incident.order",
        QT_TRANSLATE_NOOP("Actions", "Perintahkan"),
        "Return",
        Permission.DISPATCH,
        _open,
        asks("incident.order", selected_id),
    ),
    Action(
        "incident.p1",
        QT_TRANSLATE_NOOP("Actions", "Prioritas 1"),
        "1",
        _TRIAGE,
        _rankable(Priority.P1),
        _rank(Priority.P1),
    ),
    Action(
        "incident.p2",
        QT_TRANSLATE_NOOP("Actions", "Prioritas 2"),
        "2",
        _TRIAGE,
        _rankable(Priority.P2),
        _rank(Priority.P2),
    ),
    Action(
        "incident.p3",
        QT_TRANSLATE_NOOP("Actions", "Prioritas 3"),
        "3",
        _TRIAGE,
        _rankable(Priority.P3),
        _rank(Priority.P3),
    ),
    Action(
        "incident.p4",
        QT_TRANSLATE_NOOP("Actions", "Prioritas 4"),
        "4",
        _TRIAGE,
        _rankable(Priority.P4),
        _rank(Priority.P4),
    ),
    Action(
        "incident.note",
        QT_TRANSLATE_NOOP("Actions", "Catatan"),
        "N",
        _TRIAGE,
        _open,
        asks("incident.note", selected_id),
    ),
    Action(
        "incident.why",
        QT_TRANSLATE_NOOP("Actions", "Alasan prioritas"),
        "Ctrl+Alt+W",
        _TRIAGE,
        _open,
        asks("incident.why", selected_id),
    ),
    Action(
        "incident.snapshot",
        QT_TRANSLATE_NOOP("Actions", "Tangkap gambar"),
        "S",
        _TRIAGE,
        _has_picture,
        keep_snapshot,
    ),
    Action(
        "incident.merge",
        QT_TRANSLATE_NOOP("Actions", "Gabung"),
        "M",
        _TRIAGE,
        _mergeable,
        asks("incident.merge", selected_id),
    ),
    Action(
        "incident.unmerge",
        QT_TRANSLATE_NOOP("Actions", "Lepas gabungan"),
        "Shift+M",
        _TRIAGE,
        _unmergeable,
        _run_unmerge,
    ),
    Action(
        "incident.close",
        QT_TRANSLATE_NOOP("Actions", "Selesaikan"),
        "F8",
        _TRIAGE,
        _open,
        asks("incident.close", selected_id),
    ),
    Action(
        "incident.reopen",
        QT_TRANSLATE_NOOP("Actions", "Buka lagi"),
        "Shift+F8",
        _TRIAGE,
        _reopenable,
        _on_selected(reopen),
    ),
    Action(
        "incident.call",
        QT_TRANSLATE_NOOP("Actions", "Telepon 110"),
        "F3",
        Permission.TAKE_REPORTS,
        always,
        asks("incident.call", lambda seat: None),
    ),
)
