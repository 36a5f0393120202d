"""What the typed verbs about units become."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import timedelta

from PySide6.QtCore import QCoreApplication

from command_center.commands.order_task import REASON_LENGTH
from command_center.domain.incident import Incident
from command_center.domain.permissions import Permission
from command_center.domain.unit import Unit
from command_center.ui.actions import incident as incidents
from command_center.ui.actions import orders
from command_center.ui.actions import unit as units
from command_center.ui.actions.offline import report_order
from command_center.ui.actions.table import ACTIONS
from command_center.ui.commandline.acts_incident import one, reason
from command_center.ui.commandline.reading import Got, Wrong
from command_center.ui.commandline.sentence import Sentence, aimed, placed, undoable
from command_center.ui.detail.order_words import OrderWords
from command_center.ui.detail.words import fill
from command_center.ui.format import clock, number_sign
from command_center.ui.seat import Seat
from command_center.ui.units.words import status_word

translate = QCoreApplication.translate


def assign(seat: Seat, got: Got) -> Sentence:
    incident, sent = one(got), list(got.units)
    ids = tuple(unit.id for unit in sent)
    signs = [unit.call_sign for unit in sent]
    words = OrderWords(seat).line(incident, signs)
    text = translate("CommandLine", "Perintahkan %1 ke %2")
    pulled = list(_pulled(seat, incident, sent))
    asked = list(_asked(seat, sent))
    return Sentence(
        fill(text, ", ".join(signs), placed(incident)),
        Permission.DISPATCH,
        lambda seat: incidents.order(seat, incident.id, ids, words, address=incident.address),
        notes=(*pulled, *asked, *((undoable(),) if pulled else ())),
        warn=bool(pulled),
        reason=reason(seat, "incident.order", incident),
    )


def _pulled(seat: Seat, incident: Incident, sent: list[Unit]) -> Iterator[str]:
    """Who has other work, and what becomes of it. Wrong for one that is there already."""
    for unit in sent:
        held = seat.situation.active_assignment(unit.id)
        work = seat.situation.incident(held.incident_id) if held else None
        if work is None:
            continue
        if work.id == incident.id:
            raise Wrong("unit_already_on_it", unit=unit.call_sign)
        at = number_sign(work.number, work.alias)
        busy = translate("CommandLine", "sedang di %1, akan ditarik")
        said = fill(busy, at)
        yield said if len(sent) == 1 else f"{unit.call_sign} {said}"


def _asked(seat: Seat, sent: list[Unit]) -> Iterator[str]:
    for unit in sent:
        agency = seat.situation.agency(unit.agency_id)
        if agency is not None and not agency.orderable:
            yield fill(translate("CommandLine", "%1 diminta ke %2"), unit.call_sign, agency.short)


def radioed(seat: Seat, got: Got) -> Sentence:
    """The units were sent there over the radio, then or just now; a time of day later than now
    was yesterday's."""
    incident, ids = one(got), tuple(unit.id for unit in got.units)
    signs = ", ".join(unit.call_sign for unit in got.units)
    text = translate("CommandLine", "Catat perintah radio: %1 ke %2")
    at = None
    if got.time is not None:
        now = seat.live.now().astimezone(seat.zone)
        at = now.replace(hour=got.time[0], minute=got.time[1], second=0, microsecond=0)
        at = at if at <= now else at - timedelta(days=1)
    told = fill(text, signs, placed(incident))
    return Sentence(
        told if at is None else f"{told} · {clock(at, seat.zone, seconds=False)}",
        Permission.DISPATCH,
        lambda seat: report_order(seat, incident.id, ids, "", at),
    )


def status(seat: Seat, got: Got) -> Sentence:
    found, wanted = list(got.units), got.status
    assert wanted is not None, "the grammar reads a status first"

    def run(seat: Seat) -> None:
        for unit in found:
            units.set_status(seat, unit.id, wanted)

    signs = ", ".join(unit.call_sign for unit in found)
    text = translate("CommandLine", "Status %1: %2")
    now = translate("CommandLine", "sekarang %1")
    notes = (fill(now, status_word(found[0].status, seat.situation)),) if len(found) == 1 else ()
    action_id = f"unit.{wanted.value}"
    return Sentence(
        fill(text, signs, status_word(wanted, seat.situation)),
        Permission.SET_UNIT_STATUS,
        run,
        notes=notes,
        reason=next(filter(None, (unit_reason(seat, action_id, u) for u in found)), None),
    )


def unit_reason(seat: Seat, action_id: str, unit: Unit) -> str | None:
    """What the button would say with this unit selected."""
    return ACTIONS[action_id].enabled(aimed(seat, unit_id=unit.id))


def acknowledge(seat: Seat, got: Got) -> Sentence:
    text = translate("CommandLine", "%1 menerima perintah")
    permission = Permission.SET_UNIT_STATUS
    return _on_unit(seat, got, text, permission, ("unit.acknowledge", units.acknowledge))


def release(seat: Seat, got: Got) -> Sentence:
    text = translate("CommandLine", "Lepas %1 dari kejadian")
    return _on_unit(seat, got, text, Permission.DISPATCH, ("unit.release", units.release))


def call_off(seat: Seat, got: Got) -> Sentence:
    """Its order ends now; the unit is red until it has heard so."""
    (unit,), why = got.units, got.text.strip()
    if len(why) > REASON_LENGTH:
        raise Wrong("text_too_long", limit=REASON_LENGTH)
    held = seat.situation.active_assignment(unit.id)
    work = seat.situation.incident(held.incident_id) if held else None
    stays = translate("CommandLine", "tetap merah sampai didengar")
    text = translate("CommandLine", "Tarik perintah %1: %2")
    return Sentence(
        fill(text, unit.call_sign, why),
        Permission.DISPATCH,
        lambda seat: orders.call_off(seat, held.id, why) if held else None,
        notes=(*((placed(work),) if work else ()), stays, undoable()),
        warn=True,
        reason=unit_reason(seat, "unit.call_off", unit),
    )


def _on_unit(
    seat: Seat,
    got: Got,
    text: str,
    permission: Permission,
    by: tuple[str, Callable[[Seat, str], None]],
) -> Sentence:
    (unit,), (action_id, act) = got.units, by
    held = seat.situation.active_assignment(unit.id)
    work = seat.situation.incident(held.incident_id) if held else None
    loses = action_id == "unit.release"
    return Sentence(
        fill(text, unit.call_sign),
        permission,
        lambda seat: act(seat, unit.id),
        notes=(*((placed(work),) if work else ()), *((undoable(),) if loses else ())),
        warn=loses,
        reason=unit_reason(seat, action_id, unit),
    )
