"""Puts one page of records through the write lane and says what became of each."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from concurrent.futures import Future
from dataclasses import dataclass, replace
from datetime import datetime

from command_center.commands.follow import KeepRefusedRecord
from command_center.commands.intake import KeepConflictingRecord
from command_center.connectors.translate import command_of
from command_center.contract.page import Accepted, Page, Refused
from command_center.contract.records import PositionRecord
from command_center.domain.errors import OperatorError, is_environment
from command_center.domain.ids import record_op_id
from command_center.domain.log import Act
from command_center.ports import Executor, Outcome, Position
from command_center.runtime.logs import report_bug

WAIT_S = 30.0


@dataclass(frozen=True, slots=True)
class PageResult:
    """Records by what became of them; `skewed` = stored with a time in the future."""

    stored: int
    known: int
    refused: int
    conflicting: int
    skewed: int
    positions: tuple[tuple[str, Position], ...]


@dataclass(frozen=True, slots=True)
class _Sent:
    item: Accepted
    future: Future[Outcome]


def send_page(executor: Executor, source_id: str, act: Act, page: Page) -> PageResult:
    """Store every record of the page. Raises the environment's fault, and only that: then nothing
    is marked as read and the page will be asked for again. Positions come back as
    (call sign, position) with the unit id still to be found."""
    sent: list[_Sent] = []
    refused: list[Refused] = []
    positions: list[tuple[str, Position]] = []
    for item in page.items:
        if isinstance(item, Refused):
            refused.append(item)
        elif isinstance(item.record, PositionRecord):
            positions.append(_position(item.record))
        else:
            sent.append(_Sent(item, _send(executor, source_id, act, item)))
    try:
        return _collect(executor, source_id, act, sent, refused, tuple(positions))
    except TimeoutError as error:
        raise OperatorError("database_busy") from error
    finally:
        # What still waits after a fault is asked for again with the page: queued twice, it would
        # stand before the operators' commands twice.
        for one in sent:
            one.future.cancel()


def _send(executor: Executor, source_id: str, act: Act, item: Accepted) -> Future[Outcome]:
    command = command_of(source_id, item)
    at: datetime = item.record.at
    key = f"{item.record.__struct_config__.tag}:{item.record.id}"
    return executor.submit(
        command, act=replace(act, occurred_at=at), op_id=record_op_id(source_id, key)
    )


def _position(record: PositionRecord) -> tuple[str, Position]:
    return record.call_sign, Position(
        unit_id="",
        lat=record.lat,
        lon=record.lon,
        accuracy_m=record.accuracy_m,
        speed_mps=record.speed_mps,
        course_deg=record.course_deg,
        at=record.at,
    )


def _collect(
    executor: Executor,
    source_id: str,
    act: Act,
    sent: Sequence[_Sent],
    refused: list[Refused],
    positions: tuple[tuple[str, Position], ...],
) -> PageResult:
    stored = known = conflicting = skewed = 0
    kept: list[Future[Outcome]] = []
    for one in sent:
        try:
            outcome = one.future.result(WAIT_S)
        except OperatorError as error:
            if is_environment(error):
                raise
            refused.append(Refused(one.item.record.id, str(error)[:200], one.item.raw))
            continue
        except TimeoutError:
            raise
        except Exception as error:  # noqa: BLE001 - a bug met by one record must not stop its source
            why = f"bug {report_bug(error)}"
            refused.append(Refused(one.item.record.id, why, one.item.raw))
            continue
        if not outcome.replayed:
            stored += 1
            skewed += bool(outcome.result.get("clock_skewed"))
        elif outcome.inputs.get("digest", one.item.digest) == one.item.digest:
            known += 1
        else:
            conflicting += 1
            kept.append(_keep_conflict(executor, source_id, act, one.item))
    kept += [_keep_refused(executor, source_id, act, item) for item in refused]
    for future in kept:
        future.result(WAIT_S)
    return PageResult(stored, known, len(refused), conflicting, skewed, positions)


def _keep_conflict(executor: Executor, source_id: str, act: Act, item: Accepted) -> Future[Outcome]:
    return executor.submit(
        KeepConflictingRecord(source_id, item.record.id, item.raw, item.digest),
        act=act,
        op_id=record_op_id(source_id, f"conflict:{item.record.id}:{item.digest}"),
    )


def _keep_refused(executor: Executor, source_id: str, act: Act, item: Refused) -> Future[Outcome]:
    digest = hashlib.sha256(item.raw.encode()).hexdigest()
    return executor.submit(
        KeepRefusedRecord(source_id, item.id, item.why, item.raw, digest),
        act=act,
        op_id=record_op_id(source_id, f"refused:{digest}"),
    )
