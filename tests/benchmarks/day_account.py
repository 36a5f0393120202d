"""What became of everything that was said on a simulated day, by the room's own log and rows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from command_center.bootstrap.room import OpenedRoom
from command_center.contract.records import Record
from command_center.domain.ids import record_op_id
from command_center.domain.referral import Delivery, DeliveryState
from command_center.situation.situation import Situation
from tests.benchmarks.day_systems import System

_TYPES = tuple(str(kind.__struct_config__.tag) for kind in Record.__args__)


@dataclass(slots=True)
class Account:
    """`missing` and the rest of the second half must be empty or nought for the day to be good."""

    sent: int = 0
    stored: int = 0
    duplicate: int = 0
    refused: int = 0
    unchanged: int = 0
    """Records that say nothing the room did not know; nothing is logged of them."""
    late: int = 0
    messages: int = 0
    arrived: int = 0
    declined: dict[str, int] = field(default_factory=dict)
    """Messages the other side would not hear, by whom, what and why."""
    repeated: int = 0
    missing: list[str] = field(default_factory=list)
    twice: list[str] = field(default_factory=list)
    unheard: list[str] = field(default_factory=list)
    unasked: list[str] = field(default_factory=list)
    twice_heard: list[str] = field(default_factory=list)

    @property
    def good(self) -> bool:
        lost = (self.missing, self.unheard, self.declined)
        return not any((*lost, self.twice, self.unasked, self.twice_heard))


def account(room: OpenedRoom, systems: Sequence[System]) -> Account:
    """Read from the log, not from what any part of the program believes."""
    told = Account()
    situation = Situation()
    done: Counter[str] = Counter()
    refused: set[tuple[str, str]] = set()
    for stored in room.database.history.entries():
        situation.apply(stored)
        done[stored.entry.op_id] += 1
        if stored.entry.kind == "record.refused":
            given = stored.entry.inputs
            refused.add((str(given["result"]["source_id"]), str(given["external_id"])))
    for system in systems:
        _account_records(system, done, refused, told)
    _account_reports(situation, told)
    _account_messages(list(situation.all("delivery")), systems, told)
    return told


def _account_records(
    system: System, done: Counter[str], refused: set[tuple[str, str]], told: Account
) -> None:
    told.sent += len(system.sim.sent)
    every = dict.fromkeys(system.sim.sent)
    told.duplicate += len(system.sim.sent) - len(every)
    nothing = system.says_nothing()
    for id in every:
        times = sum(done[record_op_id(system.id, f"{kind}:{id}")] for kind in _TYPES)
        told.stored += bool(times)
        told.refused += (system.id, id) in refused
        if times > 1:
            told.twice.append(f"{system.id} {id}")
        elif not times and id in nothing:
            told.unchanged += 1
        elif not times and (system.id, id) not in refused:
            told.missing.append(f"{system.id} {id}")


def _account_reports(situation: Situation, told: Account) -> None:
    seen = Counter((r.source_id, r.external_id) for r in situation.all("report"))
    told.twice += [f"{source} {id}" for (source, id), count in seen.items() if count > 1]
    told.late = sum(report.late for report in situation.all("report"))


def _account_messages(rows: Iterable[Delivery], systems: Sequence[System], told: Account) -> None:
    by_reach = {system.id: system.sim for system in systems if system.hears}
    heard: Counter[str] = Counter(id for sim in by_reach.values() for id in sim.heard)
    told.repeated = sum(sim.repeated for sim in by_reach.values())
    ids = set()
    for row in rows:
        if row.reach not in by_reach:
            continue
        ids.add(row.id)
        told.messages += 1
        arrived = row.id in by_reach[row.reach].heard
        told.arrived += arrived
        if row.state is DeliveryState.REFUSED:
            why = f"{row.reach} {row.kind}: {row.reason}"
            told.declined[why] = told.declined.get(why, 0) + 1
        if row.state is DeliveryState.WAITING or (
            arrived is not (row.state is DeliveryState.DELIVERED)
        ):
            told.unheard.append(f"{row.reach} {row.kind} {row.id} {row.state} {row.reason}")
    told.unasked = sorted(heard.keys() - ids)
    told.twice_heard = sorted(id for id, count in heard.items() if count > 1)
