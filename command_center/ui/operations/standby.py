"""Hospitals that a task of a plan names are asked to stand by, for the incident at its place."""

from __future__ import annotations

from command_center.advice.level_plans import hospitals_of
from command_center.commands.hospital import OPEN, AskStandby
from command_center.domain.errors import OperatorError
from command_center.domain.incident import Incident
from command_center.domain.operation import PlanTask
from command_center.domain.referral import Hospital
from command_center.situation.advising.levels import incidents_at
from command_center.ui.actions.hospitals import STANDBY, ask_standby
from command_center.ui.detail.words import fill
from command_center.ui.format import number_sign
from command_center.ui.hospitals.model import standbys_of
from command_center.ui.operations.words import level_word, translate
from command_center.ui.seat import Seat


def ask_hospitals(seat: Seat, task: PlanTask) -> None:
    """Each that the task names and that is not asked yet; where it names none, the form of the
    incident is opened, and a person chooses. The task stays until a person ends it."""
    incident = _incident_of(seat, task)
    if incident is None:
        seat.notices.failed(OperatorError("standby_no_incident", place=task.place))
        return
    names = hospitals_of(task.subject)
    if not names:
        seat.selection.select_incident(incident.id)
        seat.asking.ask(STANDBY, incident.id)
        return
    wanted = [_hospital(seat, name) for name in names]
    unknown = [name for name, row in zip(names, wanted, strict=True) if row is None]
    for name in unknown:
        seat.notices.failed(OperatorError("hospital_unknown", hospital=name))
    asked = {row.hospital_id for row in standbys_of(seat, incident.id) if row.state in OPEN}
    fresh = [row for row in wanted if row is not None and row.id not in asked]
    text = fill(translate("Operations", "%1: situasi %2"), task.place, level_word(task.level))
    for row in fresh:
        ask_standby(seat, AskStandby(incident.id, row.id, text))
    if not fresh and not unknown:
        number = number_sign(incident.number, incident.alias)
        seat.notices.failed(OperatorError("standby_all_asked", number=number))


def _incident_of(seat: Seat, task: PlanTask) -> Incident | None:
    """At the place: the selected one, else the most urgent."""
    operation = seat.situation.get("operation", task.operation_id)
    here = incidents_at(seat.situation, operation, task.place) if operation is not None else []
    selected = (one for one in here if one.id == seat.selection.incident_id)
    return next(selected, here[0] if here else None)


def _hospital(seat: Seat, name: str) -> Hospital | None:
    """By its name or its code, in any case."""
    said = name.casefold()
    rows: list[Hospital] = list(seat.situation.all("hospital"))
    return next((row for row in rows if said in (row.name.casefold(), row.code.casefold())), None)
