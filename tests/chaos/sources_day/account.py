"""What became of everything that was said on a simulated day, by the room's own log and rows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, fields
from typing import Any

import requests

from command_center.bootstrap.room import OpenedRoom
from command_center.connectors.hospital.reader import HaveReader
from command_center.contract.page import Accepted
from command_center.contract.records import HospitalRecord, Record
from command_center.domain.ids import record_op_id
from command_center.domain.referral import Delivery, DeliveryState
from command_center.domain.room import RoomKind
from command_center.exercise.systems.listener import Listener
from command_center.situation.situation import Situation
from tests.chaos.sources_day.host import Facts
from tests.chaos.sources_day.orders import orders_of
from tests.chaos.sources_day.systems import System
from tests.chaos.sources_day.trackers import Fix

_TYPES = tuple(str(kind.__struct_config__.tag) for kind in Record.__args__)


@dataclass(slots=True)
class Row:
    """Of one system. `sent` is the sum of the five after it; `messages` what was told to it."""

    sent: int = 0
    stored: int = 0
    duplicate: int = 0
    refused: int = 0
    unchanged: int = 0
    """Records that say nothing the room did not know; nothing is logged of them."""
    overtaken: int = 0
    """Positions, and pictures of a feed, before the newest: only that one has to be known."""
    messages: int = 0
    arrived: int = 0
    declined: int = 0
    repeated: int = 0
    """Told again because the first answer was lost, and known by its id."""
    killed: int = 0


@dataclass(slots=True)
class Account:
    """Everything in the second half must be empty for the day to be good."""

    rows: dict[str, Row] = field(default_factory=dict)
    late: int = 0
    reasons: dict[str, int] = field(default_factory=dict)
    """Why records were refused, by whom they were sent."""
    missing: list[str] = field(default_factory=list)
    twice: list[str] = field(default_factory=list)
    declined: list[str] = field(default_factory=list)
    """Messages the other side would not hear: to whom, what and why."""
    unheard: list[str] = field(default_factory=list)
    unasked: list[str] = field(default_factory=list)
    unkilled: list[str] = field(default_factory=list)

    @property
    def total(self) -> Row:
        every = self.rows.values()
        return Row(*(sum(getattr(row, one.name) for row in every) for one in fields(Row)))

    @property
    def faults(self) -> dict[str, list[str]]:
        names = ("missing", "twice", "declined", "unheard", "unasked", "unkilled")
        return {name: found for name in names if (found := getattr(self, name))}

    @property
    def good(self) -> bool:
        return not self.faults


def account(room: OpenedRoom, systems: Sequence[System]) -> Account:
    """Read from the log, not from what any part of the program believes."""
    told = Account()
    log = _Log(room, told)
    for system in systems:
        facts, row = system.sim.facts(), Row(killed=system.sim.deaths)
        told.rows[system.id] = row
        if row.killed != 1:
            told.unkilled.append(system.id)
        if system.path:
            _account_pictures(log, system, facts, row)
        elif system.kind is not None:
            _account_records(log, system, facts, row)
            _account_fixes(room, facts.fixes, row, told)
    log.account_reports()
    _account_messages(list(log.situation.all("delivery")), systems, told)
    for system in systems:
        if system.hears_orders:
            _account_orders(room, system, told)
    return told


class _Log:
    """Everything that was ever done in the room."""

    def __init__(self, room: OpenedRoom, told: Account) -> None:
        self._told = told
        self.situation = Situation()
        self._done: Counter[str] = Counter()
        self.refused: set[tuple[str, str]] = set()
        for stored in room.database.history.entries():
            self.situation.apply(stored)
            self._done[stored.entry.op_id] += 1
            if stored.entry.kind == "record.refused":
                self._refused(stored.entry.inputs)

    def _refused(self, given: Mapping[str, Any]) -> None:
        """Only what has a reason is accounted for."""
        source_id, why = str(given["result"]["source_id"]), str(given["result"]["why"])
        if why:
            self.refused.add((source_id, str(given["external_id"])))
            reasons = self._told.reasons
            reasons[f"{source_id}: {why}"] = reasons.get(f"{source_id}: {why}", 0) + 1

    def times(self, source_id: str, id: str) -> int:
        """How often a record of that id was acted on."""
        return sum(self._done[record_op_id(source_id, f"{kind}:{id}")] for kind in _TYPES)

    def account_reports(self) -> None:
        reports = list(self.situation.all("report"))
        seen = Counter((report.source_id, report.external_id) for report in reports)
        self._told.twice += [f"{source} {id}" for (source, id), n in seen.items() if n > 1]
        self._told.late = sum(report.late for report in reports)

    def lost(self, source_id: str, id: str) -> None:
        self._told.missing.append(f"{source_id} {id}")

    def doubled(self, source_id: str, id: str) -> None:
        self._told.twice.append(f"{source_id} {id}")


def _account_records(log: _Log, system: System, facts: Facts, row: Row) -> None:
    placed = {fix.id for fix in facts.fixes}
    said = [id for id in facts.sent if id not in placed]
    every = dict.fromkeys(said)
    row.sent += len(said)
    row.duplicate += len(said) - len(every)
    for id in every:
        times = log.times(system.id, id)
        if times > 1:
            log.doubled(system.id, id)
        if times:
            row.stored += 1
        elif (system.id, id) in log.refused:
            row.refused += 1
        elif id in facts.empty:
            row.unchanged += 1
        else:
            log.lost(system.id, id)


def _account_fixes(room: OpenedRoom, fixes: Sequence[Fix], row: Row, told: Account) -> None:
    """The room knows where each unit was last."""
    known = room.database.telemetry.positions()
    last = {fix.call_sign: fix for fix in fixes}
    row.sent += len(fixes)
    row.overtaken += len(fixes) - len(last)
    for fix in last.values():
        position = known.get(room.database.history.unit_id(fix.call_sign) or "")
        if position is not None and (position.lat, position.lon) == (fix.lat, fix.lon):
            row.stored += 1
        else:
            told.missing.append(f"{fix.call_sign} {fix.id}")


def _account_pictures(log: _Log, system: System, facts: Facts, row: Row) -> None:
    """Of each hospital the newest picture that was ever given is known."""
    ids = _ids_in(facts.pictures)
    newest = dict(ids)
    row.sent += len(ids)
    for _, id in ids:
        times = log.times(system.id, id)
        row.stored += bool(times)
        if times > 1:
            log.doubled(system.id, id)
        if not times and id in newest.values():
            log.lost(system.id, id)
        elif not times:
            row.overtaken += 1


def _ids_in(pictures: Sequence[bytes]) -> list[tuple[str, str]]:
    """(hospital, id of its record) as the room's own reader reads them, oldest first."""
    ids: dict[str, str] = {}
    showing = iter(pictures)
    gallery = Listener(lambda method, path, query, body: (200, next(showing)), "gallery")
    gallery.start()
    try:
        reader = HaveReader(gallery.url, RoomKind.EXERCISE.value)
        for _ in pictures:
            with requests.Session() as session:
                items = reader.read(session, "", 0).page.items
            for item in items:
                if isinstance(item, Accepted) and isinstance(item.record, HospitalRecord):
                    ids[item.record.id] = item.record.hospital
    finally:
        gallery.kill()
    return [(hospital, id) for id, hospital in ids.items()]


def _account_messages(rows: Iterable[Delivery], systems: Sequence[System], told: Account) -> None:
    by_reach = {one.reach: one for one in systems if one.reach}
    heard = {reach: set(one.sim.facts().heard) for reach, one in by_reach.items()}
    for reach, system in by_reach.items():
        told.rows[system.id].repeated = system.sim.facts().repeated
        asked = heard[reach]
        told.unasked += [f"{system.id} {id}" for id in asked]
    unasked = set(told.unasked)
    for delivery in rows:
        system = by_reach[delivery.reach]
        row = told.rows[system.id]
        row.messages += 1
        arrived = delivery.id in heard[delivery.reach]
        row.arrived += arrived
        unasked.discard(f"{system.id} {delivery.id}")
        about = f"{system.id} {delivery.kind} {delivery.id} {delivery.state} {delivery.reason}"
        if delivery.state is DeliveryState.REFUSED:
            row.declined += 1
            told.declined.append(about)
        elif not arrived or delivery.state is not DeliveryState.DELIVERED:
            told.unheard.append(about)
    told.unasked = sorted(unasked)


def _account_orders(room: OpenedRoom, system: System, told: Account) -> None:
    facts, row, asked = system.sim.facts(), told.rows[system.id], set(orders_of(room))
    heard = set(facts.heard)
    row.messages, row.arrived, row.repeated = len(asked), len(asked & heard), facts.repeated
    told.unheard += [f"{system.id} {id}" for id in sorted(asked - heard)]
    told.unasked += [f"{system.id} {id}" for id in sorted(heard - asked)]
