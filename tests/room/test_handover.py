"""Serah terima in a room: nothing is forgotten, and nobody fakes it."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from command_center.bootstrap.room import OpenedRoom
from command_center.commands.addressees import Addressee
from command_center.commands.dispatch import AcknowledgeOrder, OrderUnits
from command_center.commands.handover import (
    AcceptItems,
    BeginHandover,
    CancelHandover,
    ForceHandover,
    SignHandover,
)
from command_center.commands.handover_rules import SetHandoverRules
from command_center.commands.instructions import GiveInstruction
from command_center.commands.shift_notes import KeepShiftNote
from command_center.commands.triage import SetPriority, TakeIncident
from command_center.domain.errors import Conflict, NotAllowed, OperatorError
from command_center.domain.handover import (
    Accepted,
    Handover,
    HandoverRules,
    Item,
    ItemKind,
    Standing,
    board_hash,
)
from command_center.domain.incident import Priority
from command_center.domain.instruction import AddresseeKind
from command_center.domain.room import AlarmType, Role
from command_center.domain.targets import Targets
from command_center.duty.ownership import unowned_p1
from command_center.ports import Act
from command_center.situation.handover import room_items, standing_of
from command_center.situation.situation import Situation
from tests.room.conftest import HandClock
from tests.room.desk import Desk

CHANGE = datetime(2026, 11, 21, 13, 50, tzinfo=UTC)
"""Ten minutes before 21.00 WIB, where the pattern of eight hours changes."""


@pytest.fixture
def leads(desk: Desk, clock: HandClock) -> tuple[Act, Act]:
    clock.at = CHANGE
    return desk.room.act, desk.person(Role.SHIFT_LEAD, "staff:b", "WS-2")


def open_p1(desk: Desk) -> str:
    incident = desk.report()
    desk.do(SetPriority(incident, Priority.P1))
    desk.do(TakeIncident(incident))
    return incident


def going_on(look: Situation) -> Handover:
    rows: list[Handover] = list(look.all("handover"))
    return max(rows, key=lambda row: row.begun_at)


def items(desk: Desk) -> list[Standing]:
    look = desk.look()
    return standing_of(look, going_on(look))


def seen(one: Standing) -> tuple[str, str, str]:
    assert one.item is not None
    return (*one.item.key, one.item.digest)


def accept_all(desk: Desk, act: Act, handover_id: str) -> None:
    for one in items(desk):
        if one.open:
            desk.do(AcceptItems(handover_id, (seen(one),)), act=act)


def test_a_shift_ends_with_two_signatures_and_the_next_one_owns_nothing_yet(
    desk: Desk, leads: tuple[Act, Act], clock: HandClock
) -> None:
    out, coming = leads
    incident = open_p1(desk)
    before = desk.look()
    done = desk.do(BeginHandover(), act=out)
    frozen = str(done.result["handover_id"])
    assert done.result["state_hash"] == board_hash(room_items(before, clock.now()))
    accept_all(desk, coming, frozen)
    desk.do(SignHandover(frozen), act=out)
    last = desk.do(SignHandover(frozen), act=coming)
    assert last.result["complete"]
    look = desk.look()
    handover = going_on(look)
    assert (handover.log_seq, handover.in_lead_id) == (done.seq, coming.actor)
    taken = look.incident(incident)
    assert taken is not None
    assert taken.owner_id is None
    assert look.shift is not None
    assert (look.shift.name, look.shift.lead_id) == ("Regu B", coming.actor)
    by = {row.subject_id: row.accepted_by for row in look.all("handover_item")}
    assert by[incident] == coming.actor
    assert set(by.values()) == {coming.actor}


def test_what_arrives_belongs_to_the_outgoing_shift_until_both_have_signed(
    desk: Desk, leads: tuple[Act, Act]
) -> None:
    out, coming = leads
    old = desk.look().shift
    frozen = str(desk.do(BeginHandover(), act=out).result["handover_id"])
    desk.do(SignHandover(frozen), act=out)
    desk.report("di antara dua tanda tangan", external_id="between")
    desk.do(SignHandover(frozen), act=coming)
    desk.report("sesudahnya", external_id="after")
    shifts = {
        e.entry.inputs.get("external_id"): e.entry.shift
        for e in desk.room.database.history.entries()
    }
    new = desk.look().shift
    assert old is not None
    assert new is not None
    assert old.id != new.id
    assert shifts["between"] == old.id
    assert shifts["after"] == new.id


def test_no_red_item_is_skipped_not_even_by_a_program(desk: Desk, leads: tuple[Act, Act]) -> None:
    out, coming = leads
    open_p1(desk)
    frozen = str(desk.do(BeginHandover(), act=out).result["handover_id"])
    with pytest.raises(OperatorError, match="handover_red_left"):
        desk.do(SignHandover(frozen), act=coming)
    several = (*tuple(seen(one) for one in items(desk)), ("unit", "x", ""))
    with pytest.raises(OperatorError, match="handover_red_alone"):
        desk.do(AcceptItems(frozen, several), act=coming)
    accept_all(desk, coming, frozen)
    assert not desk.do(SignHandover(frozen), act=coming).result["complete"]


def test_a_red_item_that_changed_since_is_accepted_anew(desk: Desk, leads: tuple[Act, Act]) -> None:
    out, coming = leads
    incident = open_p1(desk)
    unit = desk.unit("SAMAPTA 12").id
    frozen = str(desk.do(BeginHandover(), act=out).result["handover_id"])
    accept_all(desk, coming, frozen)
    desk.do(OrderUnits(incident, (unit,), "ke lokasi"), act=out)
    left = {one.key[0]: one for one in items(desk) if one.red and not one.accepted}
    assert left.keys() == {"incident", "order"}
    assert all(one.changed for one in left.values())
    desk.do(SignHandover(frozen), act=out)
    with pytest.raises(OperatorError, match="handover_red_left"):
        desk.do(SignHandover(frozen), act=coming)
    stale = seen(left["order"])
    desk.do(AcknowledgeOrder(unit), act=out)
    with pytest.raises(OperatorError, match="handover_item_gone"):
        desk.do(AcceptItems(frozen, (stale,)), act=coming)
    desk.do(AcceptItems(frozen, (seen(left["incident"]),)), act=coming)
    assert desk.do(SignHandover(frozen), act=coming).result["complete"]


def test_nobody_signs_for_another_and_nobody_hands_over_to_themselves(
    desk: Desk, leads: tuple[Act, Act]
) -> None:
    out, coming = leads
    frozen = str(desk.do(BeginHandover(), act=out).result["handover_id"])
    operator = desk.person(Role.OPERATOR, "staff:o")
    with pytest.raises(NotAllowed, match="not_allowed"):
        desk.do(SignHandover(frozen), act=operator)
    desk.do(SignHandover(frozen), act=out)
    assert not desk.do(SignHandover(frozen), act=out).result["complete"]
    desk.do(SignHandover(frozen), act=coming)
    again = desk.person(Role.SHIFT_LEAD, "staff:c")
    with pytest.raises(OperatorError, match="handover_over"):
        desk.do(SignHandover(frozen), act=again)


def test_a_third_lead_cannot_take_what_another_has_begun_to_accept(
    desk: Desk, leads: tuple[Act, Act]
) -> None:
    out, coming = leads
    open_p1(desk)
    frozen = str(desk.do(BeginHandover(), act=out).result["handover_id"])
    red = next(one for one in items(desk) if one.red)
    with pytest.raises(NotAllowed, match="handover_not_to_yourself"):
        desk.do(AcceptItems(frozen, (seen(red),)), act=out)
    desk.do(AcceptItems(frozen, (seen(red),)), act=coming)
    third = desk.person(Role.SHIFT_LEAD, "staff:c")
    with pytest.raises(NotAllowed, match="handover_has_incoming"):
        desk.do(SignHandover(frozen), act=third)


def test_of_two_leads_who_begin_at_once_the_second_is_told(
    desk: Desk, leads: tuple[Act, Act]
) -> None:
    out, coming = leads
    lane = desk.room.lane
    both = [lane.submit(BeginHandover(), act=act) for act in (out, coming)]
    both[0].result(20)
    with pytest.raises(OperatorError, match="handover_goes_on"):
        both[1].result(20)


def test_it_opens_in_the_last_minutes_of_the_shift_only(desk: Desk, clock: HandClock) -> None:
    clock.at = CHANGE.replace(minute=44)
    with pytest.raises(OperatorError, match="handover_too_early") as caught:
        desk.do(BeginHandover())
    assert caught.value.params == {"at": "20:45"}
    clock.at = CHANGE.replace(minute=45)
    assert desk.do(BeginHandover()).result["items"] == 0


def test_force_takes_everything_in_one_name_and_red_ones_stay_to_be_looked_at(
    desk: Desk, leads: tuple[Act, Act]
) -> None:
    _out, coming = leads
    incident = open_p1(desk)
    with pytest.raises(OperatorError, match="handover_needs_reason"):
        desk.do(ForceHandover("  "), act=coming)
    done = desk.do(ForceHandover("kepala regu lama dijemput ambulans"), act=coming)
    assert done.result["complete"]
    left = [one for one in items(desk) if one.open]
    assert [one.row.accepted for one in left if one.row] == [Accepted.FORCED]
    assert left[0].key == ("incident", incident)
    look = desk.look()
    assert look.shift is not None
    assert look.shift.lead_id == coming.actor
    desk.do(AcceptItems(going_on(look).id, (seen(left[0]),)), act=coming)
    assert not [one for one in items(desk) if one.open]


def test_what_was_forced_is_looked_at_by_any_lead_but_the_one_it_was_taken_from(
    desk: Desk, leads: tuple[Act, Act]
) -> None:
    out, coming = leads
    open_p1(desk)
    frozen = str(desk.do(BeginHandover(), act=out).result["handover_id"])
    desk.do(ForceHandover("jatuh sakit"), act=coming)
    (left,) = (one for one in items(desk) if one.open)
    with pytest.raises(NotAllowed, match="handover_not_to_yourself"):
        desk.do(AcceptItems(frozen, (seen(left),)), act=out)
    third = desk.person(Role.SHIFT_LEAD, "staff:c")
    desk.do(AcceptItems(frozen, (seen(left),)), act=third)
    accepted = next(row for row in desk.look().all("handover_item") if row.red)
    assert (accepted.accepted, accepted.accepted_by) == (Accepted.ONE, third.actor)


def test_a_signature_stays_the_signature_of_who_gave_it(desk: Desk, leads: tuple[Act, Act]) -> None:
    out, coming = leads
    frozen = str(desk.do(BeginHandover(), act=out).result["handover_id"])
    desk.do(SignHandover(frozen), act=coming)
    third = desk.person(Role.SHIFT_LEAD, "staff:c")
    desk.do(ForceHandover("kepala regu lama pergi"), act=third)
    row = going_on(desk.look())
    assert (row.in_lead_id, row.in_signed_at) == (third.actor, None)


def test_who_signed_and_then_forces_has_signed(desk: Desk, leads: tuple[Act, Act]) -> None:
    out, coming = leads
    frozen = str(desk.do(BeginHandover(), act=out).result["handover_id"])
    desk.do(SignHandover(frozen), act=coming)
    desk.do(ForceHandover("kepala regu lama pergi"), act=coming)
    assert going_on(desk.look()).in_signed_at is not None


def test_it_can_be_called_off_before_anybody_signed(desk: Desk, leads: tuple[Act, Act]) -> None:
    out, coming = leads
    frozen = str(desk.do(BeginHandover(), act=out).result["handover_id"])
    with pytest.raises(NotAllowed, match="handover_not_yours"):
        desk.do(CancelHandover(frozen, "salah tekan"), act=coming)
    desk.do(CancelHandover(frozen, "salah tekan"), act=out)
    frozen = str(desk.do(BeginHandover(), act=out).result["handover_id"])
    desk.do(SignHandover(frozen), act=out)
    with pytest.raises(OperatorError, match="handover_signed_already"):
        desk.do(CancelHandover(frozen, "terlambat"), act=out)


def test_what_is_named_beside_the_room_is_handed_over_too(
    desk: Desk, leads: tuple[Act, Act]
) -> None:
    out, coming = leads
    named = (
        Item(ItemKind.CAMERA, "cam-9", "Alun-Alun Utara", facts={"state": "down"}),
        Item(ItemKind.INVENTORY, "1", "HT Motorola 12 unit, 1 rusak"),
    )
    frozen = str(desk.do(BeginHandover("Regu D", named), act=out).result["handover_id"])
    assert [one.key for one in items(desk)] == [("camera", "cam-9"), ("inventory", "1")]
    desk.do(AcceptItems(frozen, tuple(map(seen, items(desk)))), act=coming)
    desk.do(SignHandover(frozen), act=coming)
    desk.do(SignHandover(frozen), act=out)
    shift = desk.look().shift
    assert shift is not None
    assert shift.name == "Regu D"


def test_a_red_item_cannot_be_smuggled_in_by_name(desk: Desk, leads: tuple[Act, Act]) -> None:
    fake = Item(ItemKind.INCIDENT, "i", "#0001 bukan apa-apa")
    with pytest.raises(OperatorError, match="handover_item_kind"):
        desk.do(BeginHandover("", (fake,)), act=leads[0])


def test_a_kept_act_belongs_to_the_shift_it_was_done_in(
    desk: Desk, leads: tuple[Act, Act], room: OpenedRoom
) -> None:
    out, coming = leads
    old = desk.look().shift
    assert old is not None
    frozen = str(desk.do(BeginHandover(), act=out).result["handover_id"])
    desk.do(SignHandover(frozen), act=out)
    desk.do(SignHandover(frozen), act=coming)
    incident = desk.report()
    desk.do(TakeIncident(incident), act=replace(out, shift=old.id, reason="kept_locally"))
    last = list(room.database.history.entries())[-1].entry
    assert (last.kind, last.shift) == ("incident.taken", old.id)


def test_an_incident_that_arrives_unowned_rings_anew(
    desk: Desk, leads: tuple[Act, Act], clock: HandClock
) -> None:
    _, coming = leads
    open_p1(desk)
    clock.turn(600)
    desk.do(ForceHandover("uji"), act=coming)

    def rung() -> list[AlarmType]:
        return [due.type for due in unowned_p1(desk.look(), clock.now(), Targets())]

    assert rung() == []
    clock.turn(31)
    assert rung() == [AlarmType.UNOWNED_P1]
    clock.turn(30)
    assert rung() == [AlarmType.UNOWNED_P1, AlarmType.UNOWNED_P1_LEAD]


def test_a_room_sets_when_its_handovers_open(desk: Desk, clock: HandClock) -> None:
    clock.at = CHANGE.replace(minute=20)
    with pytest.raises(OperatorError, match="handover_minutes"):
        desk.do(SetHandoverRules(HandoverRules(121)))
    desk.do(SetHandoverRules(HandoverRules(45)))
    with pytest.raises(Conflict):
        desk.do(SetHandoverRules(HandoverRules(30)))
    assert desk.do(BeginHandover()).result["items"] == 0


def test_what_was_told_to_the_shift_is_handed_on_while_it_holds(
    desk: Desk, leads: tuple[Act, Act], clock: HandClock
) -> None:
    lead, (out, _) = (Addressee(AddresseeKind.LEAD),), leads
    desk.do(GiveInstruction("Perketat patroli Suhat", lead), act=out)
    soon = clock.now() + timedelta(minutes=2)
    brief = GiveInstruction("Jaga Simpang Balapan", lead, due_minutes=1, expires_at=soon)
    desk.do(brief, act=out)
    ends = clock.now() + timedelta(minutes=10)
    desk.do(KeepShiftNote("Genset belum diisi", ends, ends + timedelta(hours=8)), act=out)
    clock.turn(180)
    desk.do(BeginHandover(), act=out)
    told = {
        one.item.title for one in items(desk) if one.item and one.item.kind == ItemKind.INSTRUCTION
    }
    assert told == {"Perketat patroli Suhat", "Genset belum diisi"}
