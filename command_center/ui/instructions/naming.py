"""Whom people mean: names of seats, people and units as they are typed, several by commas."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from command_center.commands.addressees import Addressee
from command_center.domain.errors import OperatorError
from command_center.domain.instruction import AddresseeKind, InstructionReceipt
from command_center.ui.commandline.matching import folded
from command_center.ui.instructions.words import addressee_text, day_names
from command_center.ui.seat import Seat

_LEAD = frozenset({"pimpinan", "pimpinanregu", "perwira", "pamapta", "lead", "shiftlead"})
_ROOM = frozenset({"ruang", "siapapun", "siapapundiruang", "room"})
_EVERY_SEAT = frozenset({"semuameja", "allseats"})
_WORDS = re.compile(r"[\s,]+")


def addressees(text: str, seat: Seat) -> tuple[Addressee, ...]:
    """OperatorError for a name that nobody has, or that several have."""
    found: dict[Addressee, None] = {}
    for part in text.split(","):
        if part.strip():
            found |= dict.fromkeys(_of(part.strip(), seat))
    return tuple(found)


def named_receipt(
    text: str, waiting: Sequence[InstructionReceipt], seat: Seat
) -> InstructionReceipt:
    """The one that is meant, as it is shown or as it may be addressed. OperatorError if none of
    those that wait is, or several are."""
    name, wanted = text.strip(), folded(text)
    if not name:
        raise OperatorError("instruction_needs_addressee")
    found = [
        row
        for row in waiting
        if folded(addressee_text(row.kind, row.addressee, seat.situation)) == wanted
    ]
    if len(found) != 1:
        meant = _of(name, seat)
        found = [row for row in waiting if Addressee(row.kind, row.addressee) in meant]
    if not found:
        raise OperatorError("addressee_not_waiting", name=name[:40])
    if len(found) > 1:
        several = [Addressee(row.kind, row.addressee) for row in found]
        raise OperatorError("addressee_several", name=name[:40], names=_list(several, seat))
    return found[0]


def owner(text: str, seat: Seat) -> Addressee:
    """One; nothing typed is whoever is in the room."""
    name = text.strip()
    if not name or folded(name) in _ROOM:
        return Addressee(AddresseeKind.ROOM)
    found = _of(name, seat)
    if len(found) > 1:
        raise OperatorError("addressee_several", name=name[:40], names=_list(found, seat))
    return found[0]


def _of(name: str, seat: Seat) -> list[Addressee]:
    wanted = folded(name)
    if wanted in _LEAD:
        return [Addressee(AddresseeKind.LEAD)]
    if wanted in _EVERY_SEAT:
        return [Addressee(AddresseeKind.SEAT, one) for one in seats(seat)]
    found = _known(seat).get(wanted, [])
    if not found:
        raise OperatorError("addressee_unknown", name=name[:40])
    if len(found) > 1:
        raise OperatorError("addressee_several", name=name[:40], names=_list(found, seat))
    return found


def _list(found: list[Addressee], seat: Seat) -> str:
    return ", ".join(addressee_text(one.kind, one.id, seat.situation) for one in found[:6])


def seats(seat: Seat) -> list[str]:
    """Names of the workstations in use, this one among them."""
    rows = seat.situation.all("workstation")
    return sorted({row.name for row in rows if row.retired_at is None} | {seat.act.workstation})


def _known(seat: Seat) -> dict[str, list[Addressee]]:
    named: defaultdict[str, list[Addressee]] = defaultdict(list)
    for name in seats(seat):
        named[folded(name)].append(Addressee(AddresseeKind.SEAT, name))
    for unit in seat.situation.all("unit"):
        named[folded(unit.call_sign)].append(Addressee(AddresseeKind.UNIT, unit.id))
    for staff in seat.situation.all("staff"):
        if staff.left_at is None:
            for word in {folded(staff.name), folded(staff.initials), folded(staff.login)} - {""}:
                named[word].append(Addressee(AddresseeKind.PERSON, staff.id))
    return named


def days_of(text: str) -> tuple[int, ...]:
    """ "Senin Kamis" or "Sen, Kam" as days of the week. OperatorError for a word that is none."""
    names = [folded(name) for name in day_names()]
    found = []
    for word in filter(None, _WORDS.split(text.strip())):
        begun = [at for at, name in enumerate(names) if name.startswith(folded(word))]
        if len(begun) != 1 or len(folded(word)) < 3:
            raise OperatorError("task_needs_days", text=word[:20])
        found.append(begun[0])
    return tuple(found)
