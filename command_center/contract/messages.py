"""What the room sends: POST {reply_url}/v1/messages, one message a request, told again under the
same `id` until it is heard. No message says anything of a reporter but the source's own report id.
"""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Literal

from msgspec import Meta, Struct

Words = Annotated[str, Meta(max_length=4000)]


class StatusMessage(Struct, frozen=True, tag="status", tag_field="type", kw_only=True):
    """How a report stands here: verified (terverifikasi), in progress (dalam proses), closed
    (selesai). `corrects`: what was said of it before is not so, because incidents were parted."""

    id: str
    at: datetime
    report: str
    status: Literal["received", "verified", "in_progress", "closed"]
    text: Words = ""
    corrects: bool = False


class ReplyMessage(Struct, frozen=True, tag="reply", tag_field="type", kw_only=True):
    """Words of the room for the reporter of that report."""

    id: str
    at: datetime
    report: str
    text: Words


class ReferralMessage(Struct, frozen=True, tag="referral", tag_field="type", kw_only=True):
    """An incident handed on. `number` is ours; answers name `referral`."""

    id: str
    at: datetime
    referral: str
    number: str
    category: str
    text: Words
    address: str = ""
    area: str = ""
    lat: float | None = None
    lon: float | None = None
    rule: str = ""
    answer_due_at: datetime | None = None
    outcome_due_at: datetime | None = None
    withdrawn: bool = False


class StandbyMessage(Struct, frozen=True, tag="standby", tag_field="type", kw_only=True):
    """A hospital is asked to be ready; answers name `standby`."""

    id: str
    at: datetime
    standby: str
    hospital: str
    number: str
    text: Words
    serious: int = 0
    light: int = 0
    cancelled: bool = False


class NoticeMessage(Struct, frozen=True, tag="notice", tag_field="type", kw_only=True):
    """What the public is told, approved by a shift lead. `withdrawn`: it holds no longer."""

    id: str
    at: datetime
    notice: str
    kind: Literal["road_closed", "flood", "crowd", "fire", "other"]
    title: str
    text: Words
    valid_from: datetime
    valid_until: datetime | None = None
    area: str = ""
    lat: float | None = None
    lon: float | None = None
    withdrawn: bool = False


class VisitMessage(Struct, frozen=True, tag="visit", tag_field="type", kw_only=True):
    """A proactive visit (jemput bola) asked of the partner of a neighbourhood."""

    id: str
    at: datetime
    visit: str
    area: str
    rw: str
    text: Words
    due_at: datetime | None = None


class OutcomeMessage(Struct, frozen=True, tag="outcome", tag_field="type", kw_only=True):
    """What became here of a case another system sent us, under both numbers."""

    id: str
    at: datetime
    report: str
    number: str
    state: Literal["accepted", "refused", "done"]
    text: Words = ""


class OrderMessage(Struct, frozen=True, tag="order", tag_field="type", kw_only=True):
    """What one of our units is told: its order, the order once more, a corrected address, or that
    it is not needed any more. All about one order name the same `order`; `requested`: asked of an
    agency whose units are not ours to order. What the unit says to it comes back as `unit_status`
    records."""

    id: str
    at: datetime
    order: str
    kind: Literal["order", "repeat", "address", "stand_down"]
    call_sign: str
    number: str
    text: Words
    address: str = ""
    lat: float | None = None
    lon: float | None = None
    requested: bool = False


class InstructionMessage(Struct, frozen=True, tag="instruction", tag_field="type", kw_only=True):
    """An instruction of the command to one of our units, about no single incident; not an order.
    To be heard by `hear_by`, holds until `valid_until`. `withdrawn`: it holds no longer. That it
    was heard comes back as an `instruction_heard` record that names `instruction`."""

    id: str
    at: datetime
    instruction: str
    call_sign: str
    text: Words
    hear_by: datetime
    ordered_by: str = ""
    valid_until: datetime | None = None
    withdrawn: bool = False


Message = (
    StatusMessage
    | ReplyMessage
    | ReferralMessage
    | StandbyMessage
    | NoticeMessage
    | VisitMessage
    | OutcomeMessage
    | OrderMessage
    | InstructionMessage
)
