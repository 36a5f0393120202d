"""What becomes of one file: its rows go into the room, what is wrong with it is written down."""

from __future__ import annotations

import re
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass
from datetime import datetime

from command_center.commands.alarms import RaiseAlarm
from command_center.commands.files import NAME_LONGEST, TakeFile
from command_center.connectors.file_drop.alerts import take_alerts
from command_center.connectors.file_drop.folder import Folder, Laid, Reason
from command_center.connectors.file_drop.readers import document_of, ending_of
from command_center.connectors.intake_page import WAIT_S, send_page
from command_center.connectors.mapped import map_rows, watch_shape
from command_center.connectors.personal import Sealer
from command_center.connectors.says import ALERTS, only_theirs
from command_center.contract.foreign import Document
from command_center.contract.mapping import SourceMapping
from command_center.contract.page import Page, PageFault, Refused, parse_page
from command_center.domain.errors import OperatorError
from command_center.domain.ids import record_op_id
from command_center.domain.log import Act
from command_center.domain.room import AlarmType, Source
from command_center.ports import Clock, Executor, Outcome

AT_ONCE = 500
_COLUMN = re.compile(r"(?:at `\$?\.?|in column )([^`]+)`?")


@dataclass(frozen=True, slots=True)
class Desk:
    """Who takes files in: the room's lane, its sealer, its clock. `room` is the kind of room."""

    executor: Executor
    act: Act
    sealer: Sealer
    clock: Clock
    room: str


@dataclass(slots=True)
class _Count:
    stored: int = 0
    known: int = 0
    refused: int = 0


IsLate = Callable[[datetime], bool]


def take(
    desk: Desk,
    source: Source,
    mapping: SourceMapping | None,
    folder: Folder,
    laid: Laid,
    is_late: IsLate,
) -> bool:
    """Whether the file was taken without a fault. Raises what is the database's fault, and the file
    stays where it is; OSError where it cannot be moved."""
    if folder.was_done(laid.digest):
        laid.path.unlink(missing_ok=True)
        return True
    count = _Count()
    try:
        reasons = _store(desk, source, mapping, laid, is_late, count)
    except PageFault as fault:
        count.refused = 1
        reasons = [Reason("", "", " ".join([fault.code, *fault.params.values()]))]
    refused = count.refused > 0
    _say_taken(desk, source, laid, count)
    if refused:
        _ring(desk, source, laid, count, reasons[0].why)
        folder.quarantine(laid, reasons)
    else:
        folder.finish(laid)
    return not refused


def _store(
    desk: Desk,
    source: Source,
    mapping: SourceMapping | None,
    laid: Laid,
    is_late: IsLate,
    count: _Count,
) -> list[Reason]:
    if source.profile == ALERTS:
        taken = take_alerts(desk.executor, desk.act, laid, desk.clock.now())
        count.stored, count.known = taken.stored, taken.known
        count.refused = len(taken.reasons)
        return taken.reasons
    if mapping is None:
        if ending_of(laid.path.name) != ".json":
            raise PageFault("folder_no_mapping")
        page = only_theirs(parse_page(laid.data, desk.room), source.profile)
        return _send(desk, source, page, is_late, count)
    document = document_of(laid.path.name, laid.data, mapping)
    reasons: list[Reason] = []
    for start in range(0, len(document.rows), AT_ONCE):
        some = Document(document.rows[start : start + AT_ONCE])
        mapped = map_rows(some, mapping, desk.clock.now())
        watch_shape(desk.executor, source.id, desk.act, mapped, desk.sealer)
        reasons += _send(desk, source, mapped.page, is_late, count)
        reasons += [
            Reason(one.where.partition(" (")[0], one.field, one.why)
            for made in mapped.made
            for one in made.left_out
        ]
    return reasons


def _send(desk: Desk, source: Source, page: Page, is_late: IsLate, count: _Count) -> list[Reason]:
    result = send_page(desk.executor, source.id, desk.act, page, desk.sealer, is_late)
    count.stored += result.stored
    count.known += result.known
    count.refused += result.refused + result.conflicting
    reasons = []
    for number, (item, became) in enumerate(zip(page.items, result.became, strict=True)):
        where = item.where if isinstance(item, Refused) else ""
        if became.outcome in ("refused", "conflicting"):
            why = became.reason or became.outcome
            found = _COLUMN.search(why)
            column = found.group(1) if found else ""
            reasons.append(Reason(where or f"record {number}", column, why))
    return reasons


def _say_taken(desk: Desk, source: Source, laid: Laid, count: _Count) -> None:
    command = TakeFile(
        source.id,
        laid.path.name[:NAME_LONGEST],
        laid.digest,
        count.stored,
        count.known,
        count.refused,
    )
    op_id = record_op_id(source.id, f"file:{laid.digest}")
    _wait_for(desk.executor.submit(command, act=desk.act, op_id=op_id))


def _ring(desk: Desk, source: Source, laid: Laid, count: _Count, why: str) -> None:
    params = {"file": laid.path.name[:NAME_LONGEST], "why": f"{why} ({count.refused})"[:200]}
    command = RaiseAlarm(AlarmType.FILE_REFUSED, "source", source.id, params)
    _wait_for(desk.executor.submit(command, act=desk.act))


def _wait_for(answer: Future[Outcome]) -> None:
    try:
        answer.result(WAIT_S)
    except TimeoutError as error:
        raise OperatorError("database_busy") from error
