"""Foreign documents into the room: mapped to records, and watched for a change of their shape."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from command_center.commands.kept_records import KeepOddRecord
from command_center.commands.shapes import ObserveShape
from command_center.connectors.intake_page import WAIT_S
from command_center.connectors.personal import Sealer
from command_center.contract.convert import Converted, convert
from command_center.contract.foreign import Document, Row, read_document
from command_center.contract.mapping import SourceMapping
from command_center.contract.page import Accepted, Page
from command_center.contract.records import ReportRecord
from command_center.contract.shape import LEARNED_ROWS, types_of
from command_center.domain.errors import OperatorError
from command_center.domain.ids import record_op_id
from command_center.domain.log import Act
from command_center.ports import Executor

MOST_SHAPES = 200
_WHY_LONGEST = 200


@dataclass(frozen=True, slots=True)
class MappedPage:
    """A page and what it was made of: row by row, in order."""

    page: Page
    rows: tuple[Row, ...]
    made: tuple[Converted, ...]
    known: frozenset[str]


def map_document(data: bytes, mapping: SourceMapping, now: datetime) -> MappedPage:
    """Bytes as the source sent them. PageFault."""
    return map_rows(read_document(data, mapping), mapping, now)


def map_rows(document: Document, mapping: SourceMapping, now: datetime) -> MappedPage:
    made = tuple(convert(row, mapping, now) for row in document.rows)
    items = tuple(item for one in made for item in one.items)
    page = Page(items, document.next, document.more)
    return MappedPage(page, document.rows, made, mapping.reads | mapping.ignore)


def watch_shape(
    executor: Executor, source_id: str, act: Act, mapped: MappedPage, sealer: Sealer
) -> str:
    """Learn what the rows look like; what is new or gone is told by one alarm, and the rows that
    show it are kept sealed. Returns the names of the fields, "" for none. OperatorError."""
    types = [types_of(row.value) for row in mapped.rows]
    distinct = _distinct(types)
    if not distinct:
        return ""
    command = ObserveShape(source_id, tuple(distinct), mapped.known)
    try:
        result = executor.submit(command, act=act).result(WAIT_S).result
        shown = [distinct[number] for number in result["rows"]]
        _keep_odd(executor, source_id, act, _odd_rows(mapped, types, shown, result), sealer)
    except TimeoutError as error:
        raise OperatorError("database_busy") from error
    return str(result["drift"])


def _distinct(types: Sequence[Mapping[str, str]]) -> list[Mapping[str, str]]:
    """Rows that look alike count once, except that a shape is learned from so many of them."""
    found: list[Mapping[str, str]] = []
    seen: dict[frozenset[tuple[str, str]], int] = {}
    for one in types:
        key = frozenset(one.items())
        seen[key] = seen.get(key, 0) + 1
        if seen[key] <= LEARNED_ROWS and len(found) < MOST_SHAPES:
            found.append(one)
    return found


@dataclass(frozen=True, slots=True)
class _Odd:
    id: str
    why: str
    raw: str
    anonymous: bool


def _odd_rows(
    mapped: MappedPage,
    types: Sequence[Mapping[str, str]],
    shown: Sequence[Mapping[str, str]],
    result: Mapping[str, object],
) -> list[_Odd]:
    """Of a row that shows the drift, or of which something was left out, what came."""
    found = []
    for number, made in enumerate(mapped.made):
        why = [f"{one.field}: {one.why} ({one.where})" for one in made.left_out]
        if types[number] in shown:
            why.append(str(result["drift"]))
        if not why:
            continue
        for item in made.items:
            if isinstance(item, Accepted):  # what was refused is kept with its reason
                anonymous = isinstance(item.record, ReportRecord) and (
                    item.record.reporter == "anonim"
                )
                said = "; ".join(why)[:_WHY_LONGEST]
                found.append(_Odd(item.record.id, said, item.raw, anonymous))
    return found


def _keep_odd(
    executor: Executor, source_id: str, act: Act, odd: Sequence[_Odd], sealer: Sealer
) -> None:
    named = [one for one in odd if not one.anonymous]
    kept = iter(sealer.keep_raws(source_id, [(one.raw, True) for one in named]))
    futures = []
    for one in odd:
        raw = None if one.anonymous else next(kept)
        digest, subject_id = (raw.digest, raw.subject_id) if raw else ("", None)
        command = KeepOddRecord(source_id, one.id, one.why, digest, subject_id)
        op_id = record_op_id(source_id, f"odd:{one.id}:{digest}")
        futures.append(executor.submit(command, act=act, op_id=op_id))
    for future in futures:
        future.result(WAIT_S)
