"""The one way in for pull, push and files: what a page names of persons is sealed, its records go
through the write lane, and what became of each is said."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import Future
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any, Literal

from command_center.commands.intake import ReceiveReport
from command_center.commands.kept_records import KeepConflictingRecord, KeepRefusedRecord
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
IsLate = Callable[[datetime], bool]


@dataclass(frozen=True, slots=True)
class Became:
    """What became of one record: `reason` why it was refused, `result` what its command said."""

    id: str
    outcome: Literal["stored", "known", "refused", "conflicting"]
    reason: str = ""
    result: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class PageResult:
    """Records by what became of them, `became` in the order of the page; `skewed` = stored with a
    time in the future."""

    stored: int
    known: int
    refused: int
    conflicting: int
    skewed: int
    positions: tuple[tuple[str, Position], ...]
    became: tuple[Became, ...] = ()


@dataclass(frozen=True, slots=True)
class _Sent:
    number: int
    cleared: Cleared
    future: Future[Outcome]

    @property
    def item(self) -> Accepted:
        return self.cleared.item


@dataclass(slots=True)
class _Told:
    """What is known so far, by the record's number on the page."""

    refused: list[tuple[Refused, bool]] = field(default_factory=list)
    became: dict[int, Became] = field(default_factory=dict)

    def refuse(self, number: int, item: Refused, held: bool) -> None:
        self.refused.append((item, held))
        self.became[number] = Became(item.id, "refused", item.why)

    def count(self, outcome: str) -> int:
        return sum(one.outcome == outcome for one in self.became.values())


@dataclass(frozen=True, slots=True)
class _Way:
    """Where the records of a page come from and go to."""

    executor: Executor
    source_id: str
    act: Act
    sealer: Sealer
    is_late: IsLate

    def submit(self, command: Any, key: str, act: Act | None = None) -> Future[Outcome]:
        op_id = record_op_id(self.source_id, key)
        return self.executor.submit(command, act=act or self.act, op_id=op_id)


def _never(at: datetime) -> bool:
    return False


def send_page(
    executor: Executor,
    source_id: str,
    act: Act,
    page: Page,
    sealer: Sealer,
    is_late: IsLate = _never,
) -> PageResult:
    """Store every record of the page; a report of a time that `is_late` is no news. Raises the
    environment's fault, and only that: then nothing is marked as read and the page will be asked
    for again. Positions come back as (call sign, position) with the unit id still to be found."""
    way, told = _Way(executor, source_id, act, sealer, is_late), _Told()
    others: dict[int, Accepted] = {}
    positions: list[tuple[str, Position]] = []
    for number, item in enumerate(page.items):
        if isinstance(item, Refused):
            told.refuse(number, item, held=item.foreign)
        elif isinstance(item.record, PositionRecord):
            positions.append(_position(item.record))
            told.became[number] = Became(item.record.id, "stored")
        else:
            others[number] = item
    sent: list[_Sent] = []
    try:
        cleared = sealer.clear(source_id, list(others.values()))
        for number, one_cleared in zip(others, cleared, strict=True):
            _send(way, number, one_cleared, sent, told)
        return _collect(way, sent, told, tuple(positions))
    except TimeoutError as error:
        raise OperatorError("database_busy") from error
    finally:
        # What still waits after a fault is asked for again with the page: queued twice, it would
        # stand before the operators' commands twice.
        for one in sent:
            one.future.cancel()


def _send(way: _Way, number: int, cleared: Cleared, sent: list[_Sent], told: _Told) -> None:
    item = cleared.item
    try:
        command = command_of(way.source_id, cleared)
    except OperatorError as error:
        refused = Refused(item.record.id, str(error)[:200], item.raw)
        told.refuse(number, refused, cleared.held)
        return
    at: datetime = item.record.at
    if isinstance(command, ReceiveReport) and way.is_late(at):
        command = replace(command, late=True)
    key = f"{item.record.__struct_config__.tag}:{item.record.id}"
    sent.append(_Sent(number, cleared, way.submit(command, key, replace(way.act, occurred_at=at))))


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
    told: _Told,
    positions: tuple[tuple[str, Position], ...],
) -> PageResult:
    skewed = 0
    conflicting: list[Cleared] = []
    for one in sent:
        outcome = _outcome(one, told)
        if outcome is None:
            continue
        id, result = one.item.record.id, outcome.result
        if not outcome.replayed:
            told.became[one.number] = Became(id, "stored", result=result)
            skewed += bool(result.get("clock_skewed"))
        elif outcome.inputs.get("digest", one.item.digest) == one.item.digest:
            told.became[one.number] = Became(id, "known", result=result)
        else:
            told.became[one.number] = Became(id, "conflicting", result=result)
            conflicting.append(one.cleared)
    for future in (*_keep_conflicts(way, conflicting), *_keep_refused(way, told.refused)):
        future.result(WAIT_S)
    return PageResult(
        stored=told.count("stored") - len(positions),
        known=told.count("known"),
        refused=len(told.refused),
        conflicting=len(conflicting),
        skewed=skewed,
        positions=positions,
        became=tuple(told.became[number] for number in sorted(told.became)),
    )


def _outcome(one: _Sent, told: _Told) -> Outcome | None:
    """None: refused, which is told. Raises what the environment is at fault for."""
    try:
        return one.future.result(WAIT_S)
    except OperatorError as error:
        if is_environment(error):
            raise
        why = str(error)[:200]
    except TimeoutError:
        raise
    except Exception as error:  # noqa: BLE001 - a bug met by one record must not stop its source
        why = f"bug {report_bug(error)}"
    told.refuse(one.number, Refused(one.item.record.id, why, one.item.raw), one.cleared.held)
    return None


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
