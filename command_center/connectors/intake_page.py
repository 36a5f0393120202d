"""The one way in for pull, push and files: what a page names of persons is sealed, its records go
through the write lane, and what became of each is said."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import Future
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from command_center.commands.follow import KeepRefusedRecord
from command_center.commands.intake import KeepConflictingRecord
from command_center.connectors.personal import Cleared, Sealer
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
    cleared: Cleared
    future: Future[Outcome]

    @property
    def item(self) -> Accepted:
        return self.cleared.item


@dataclass(frozen=True, slots=True)
class _Way:
    """Where the records of a page come from and go to."""

    executor: Executor
    source_id: str
    act: Act
    sealer: Sealer

    def submit(self, command: Any, key: str, act: Act | None = None) -> Future[Outcome]:
        op_id = record_op_id(self.source_id, key)
        return self.executor.submit(command, act=act or self.act, op_id=op_id)


def send_page(
    executor: Executor, source_id: str, act: Act, page: Page, sealer: Sealer
) -> PageResult:
    """Store every record of the page. Raises the environment's fault, and only that: then nothing
    is marked as read and the page will be asked for again. Positions come back as
    (call sign, position) with the unit id still to be found."""
    way = _Way(executor, source_id, act, sealer)
    refused = [(item, False) for item in page.items if isinstance(item, Refused)]
    taken = [item for item in page.items if isinstance(item, Accepted)]
    positions = tuple(
        _position(item.record) for item in taken if isinstance(item.record, PositionRecord)
    )
    others = [item for item in taken if not isinstance(item.record, PositionRecord)]
    sent: list[_Sent] = []
    try:
        for cleared in sealer.clear(source_id, others):
            _send(way, cleared, sent, refused)
        return _collect(way, sent, refused, positions)
    except TimeoutError as error:
        raise OperatorError("database_busy") from error
    finally:
        # What still waits after a fault is asked for again with the page: queued twice, it would
        # stand before the operators' commands twice.
        for one in sent:
            one.future.cancel()


def _send(
    way: _Way, cleared: Cleared, sent: list[_Sent], refused: list[tuple[Refused, bool]]
) -> None:
    item = cleared.item
    try:
        command = command_of(way.source_id, cleared)
    except OperatorError as error:
        refused.append((Refused(item.record.id, str(error)[:200], item.raw), cleared.held))
        return
    at: datetime = item.record.at
    key = f"{item.record.__struct_config__.tag}:{item.record.id}"
    sent.append(_Sent(cleared, way.submit(command, key, replace(way.act, occurred_at=at))))


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
    way: _Way,
    sent: Sequence[_Sent],
    refused: list[tuple[Refused, bool]],
    positions: tuple[tuple[str, Position], ...],
) -> PageResult:
    stored = known = skewed = 0
    conflicting: list[Cleared] = []
    for one in sent:
        try:
            outcome = one.future.result(WAIT_S)
        except OperatorError as error:
            if is_environment(error):
                raise
            again = Refused(one.item.record.id, str(error)[:200], one.item.raw)
            refused.append((again, one.cleared.held))
            continue
        except TimeoutError:
            raise
        except Exception as error:  # noqa: BLE001 - a bug met by one record must not stop its source
            why = f"bug {report_bug(error)}"
            refused.append((Refused(one.item.record.id, why, one.item.raw), one.cleared.held))
            continue
        if not outcome.replayed:
            stored += 1
            skewed += bool(outcome.result.get("clock_skewed"))
        elif outcome.inputs.get("digest", one.item.digest) == one.item.digest:
            known += 1
        else:
            conflicting.append(one.cleared)
    for future in (*_keep_conflicts(way, conflicting), *_keep_refused(way, refused)):
        future.result(WAIT_S)
    return PageResult(stored, known, len(refused), len(conflicting), skewed, positions)


def _keep_conflicts(way: _Way, conflicting: Sequence[Cleared]) -> list[Future[Outcome]]:
    kept = way.sealer.keep_raws(way.source_id, [(one.item.raw, one.held) for one in conflicting])
    futures = []
    for one, raw in zip(conflicting, kept, strict=True):
        id, digest = one.item.record.id, one.item.digest
        command = KeepConflictingRecord(way.source_id, id, raw.raw, digest, raw.subject_id)
        futures.append(way.submit(command, f"conflict:{id}:{digest}"))
    return futures


def _keep_refused(way: _Way, refused: Sequence[tuple[Refused, bool]]) -> list[Future[Outcome]]:
    kept = way.sealer.keep_raws(way.source_id, [(item.raw, held) for item, held in refused])
    futures = []
    for (item, _), raw in zip(refused, kept, strict=True):
        command = KeepRefusedRecord(
            way.source_id, item.id, item.why, raw.raw, raw.digest, raw.subject_id
        )
        futures.append(way.submit(command, f"refused:{raw.digest}"))
    return futures
