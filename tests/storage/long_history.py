"""A room with years behind it: many closed incidents, some open ones, in seconds."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from typing import Any

from command_center.domain.incident import (
    Disposition,
    Incident,
    IncidentReport,
    IncidentStatus,
)
from command_center.domain.unit import CloseReason, OrderStatus
from command_center.storage import log, statements
from command_center.storage.codec import codec_of
from command_center.storage.database import Database
from command_center.storage.link import Link
from tests.storage import rows

UNITS = 500
PER_DAY = 150


def case(number: int, *, closed: bool) -> Iterator[Any]:
    """One incident with what belongs to it: a report, an order, an assignment."""
    at = rows.NOW - timedelta(minutes=10 * number)
    ident = f"{number:012}"
    incident: Incident = rows.incident(
        id=f"i{ident}", number=number % PER_DAY + 1, day=f"d{number // PER_DAY}",
        opened_at=at, occurred_at=at, verified_at=at, verified_by="rina", owner_id="rina",
        first_order_at=at, status=IncidentStatus.HANDLED,
    )  # fmt: skip
    order = rows.order(id=f"o{ident}", incident_id=incident.id, ordered_at=at)
    sent = rows.assignment(
        id=f"a{ident}", incident_id=incident.id, order_id=order.id, ordered_at=at,
        unit_id=f"u{number % UNITS}", status=OrderStatus.ON_SCENE, on_scene_at=at,
        closed_at=at, close_reason=CloseReason.DONE,
    )  # fmt: skip
    if closed:
        incident = replace(
            incident,
            status=IncidentStatus.CLOSED,
            closed_at=at + timedelta(hours=1),
            disposition=Disposition.RESOLVED,
        )
    yield incident
    yield rows.report(id=f"r{ident}", external_id=ident, received_at=at)
    yield IncidentReport(f"l{ident}", 1, incident.id, f"r{ident}", at, "rina", None)
    yield order
    yield sent


def fill(database: Database, closed: int, still_open: int) -> None:
    """One entry for all of it: rows in bulk, past the unit of work."""
    rows.seed(database.storage)
    with rows.acting(database.storage) as work:
        for number in range(UNITS):
            work.add(rows.unit(id=f"u{number}", call_sign=f"UNIT {number}"))
    link = Link(database.engine)
    with link.transaction(link.dialect.begin_write):
        link.run(statements.INSERT_OP, ("history", None))
        for number in range(closed + still_open):
            for row in case(number, closed=number >= still_open):
                codec = codec_of(type(row))
                values = [codec.to_db(name, getattr(row, name)) for name in codec.fields]
                link.run(statements.insert(codec.entity), [*values, "history"])
        seq, digest = link.one(statements.HEAD)
        body = log.encode(log.entry_of(rows.head("history"), ()))
        digest = log.chained(bytes(digest), body)
        link.run(statements.INSERT_ENTRY, (seq + 1, digest, "history", "history", 0, body))
    if link.dialect.name == "postgresql":
        link.run("ANALYZE")
    link.close()
