"""One signed body to stored records and the answer that says so. Waits for the database."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Literal

import msgspec

from command_center.connectors.after_page import AfterPage
from command_center.connectors.gateway.heard import Answer
from command_center.connectors.gateway.refusal import Refusal
from command_center.connectors.intake_page import Became, PageResult, send_page
from command_center.connectors.late import Backlog
from command_center.connectors.personal import Sealer
from command_center.connectors.says import only_theirs
from command_center.contract.page import MAX_BYTES, Accepted, Page, PageFault, Refused, parse_page
from command_center.contract.records import VERSION, ReportRecord, ReportUpdateRecord
from command_center.domain.errors import OperatorError, is_environment

RoomName = Literal["live", "exercise", "test"]
_TOO_MUCH = frozenset({"answer_too_large"})
_UNREADABLE = frozenset({"answer_not_utf8", "answer_is_html"})
_REPORTS = (ReportRecord, ReportUpdateRecord)
_ALONE = b'{"contract":"' + VERSION.encode() + b'","records":['
DATABASE_WAIT_S = 5


class _Envelope(msgspec.Struct):
    room: RoomName | None = None
    contract: str | None = None
    type: str | None = None


_envelope = msgspec.json.Decoder(_Envelope)


@dataclass(frozen=True, slots=True)
class Posted:
    """`room` = what its header says, "" nothing; `reports` = nothing but reports is taken;
    `profile` and `backlog` of the source."""

    source_id: str
    body: bytes
    backlog: Backlog
    room: str = ""
    reports: bool = False
    profile: str = ""


class Taking:
    """From any thread. `afford(source, records)` refuses a source that sends too many."""

    def __init__(
        self, after: AfterPage, sealer: Sealer, room: RoomName, afford: Callable[[str, int], None]
    ) -> None:
        self._after = after
        self._sealer = sealer
        self._room = room
        self._afford = afford

    def take(self, posted: Posted) -> tuple[Answer, PageResult]:
        """Refusal: nothing is stored."""
        page = self._page(posted)
        self._afford(posted.source_id, len(page.items))
        after = self._after
        try:
            now, backlog = after.clock.now(), posted.backlog
            backlog.heard(now)
            result = send_page(
                after.executor,
                posted.source_id,
                after.act,
                page,
                self._sealer,
                lambda at: backlog.is_late(at, now),
            )
            after.put_positions(result)
        except OperatorError as error:
            if not is_environment(error):
                raise
            raise Refusal(503, error.code, wait_s=DATABASE_WAIT_S) from error
        after.ring(posted.source_id, result)
        return _answer(result), result

    def _page(self, posted: Posted) -> Page:
        try:
            page = _page_of(posted.body)
            named = _envelope.decode(posted.body.removeprefix(b"\xef\xbb\xbf")).room
        except PageFault as fault:
            raise _refusal(fault) from fault
        except msgspec.ValidationError as error:
            raise Refusal(422, "room_unknown") from error
        if {posted.room or self._room, named or self._room} != {self._room} or (
            self._room != "live" and not (posted.room or named)
        ):
            raise Refusal(403, "other_room", f"this is the room {self._room}")
        page = only_theirs(page, posted.profile)
        return Page(tuple(map(_report_only, page.items)), "", False) if posted.reports else page


def _page_of(body: bytes) -> Page:
    """A page, or one record by itself."""
    try:
        return parse_page(body)
    except PageFault as fault:
        if fault.code != "answer_not_contract" or len(body) > MAX_BYTES - 100:
            raise
        try:
            alone = _envelope.decode(body.removeprefix(b"\xef\xbb\xbf"))
        except msgspec.DecodeError:
            raise fault from None
        if alone.type is None or alone.contract is not None:
            raise
    return parse_page(_ALONE + body.removeprefix(b"\xef\xbb\xbf") + b"]}")


def _report_only(item: Accepted | Refused) -> Accepted | Refused:
    if isinstance(item, Refused) or isinstance(item.record, _REPORTS):
        return item
    return Refused(item.record.id, "Not a report: post it to /v1/records", item.raw)


def _refusal(fault: PageFault) -> Refusal:
    if fault.code in _TOO_MUCH:
        return Refusal(413, fault.code)
    status = 400 if fault.code in _UNREADABLE else 422
    return Refusal(status, fault.code, fault.params.get("detail", ""))


def _answer(result: PageResult) -> Answer:
    """202: something is stored that was not; 200: all of it was here before; 422: nothing is."""
    told = result.became
    kinds = {one.outcome for one in told}
    status = 202 if "stored" in kinds else 422 if kinds == {"refused"} else 200
    counts = {
        kind: sum(one.outcome == kind for one in told)
        for kind in ("stored", "known", "refused", "conflicting")
    }
    return Answer(status, msgspec.json.encode({**counts, "outcomes": list(map(_told, told))}))


def _told(one: Became) -> dict[str, Any]:
    shown: dict[str, Any] = {"id": one.id, "outcome": one.outcome}
    if one.reason:
        shown["reason"] = one.reason
    if isinstance(number := one.result.get("number"), int):
        shown["number"] = number
    return shown


def plain(refusal: Refusal) -> Answer:
    error = {"code": refusal.code} | ({"detail": refusal.detail} if refusal.detail else {})
    return Answer(refusal.status, msgspec.json.encode({"error": error}))
