"""An event of the exchange as the command it asks for; the number was sealed before."""

from __future__ import annotations

from command_center.commands.calls import CallEvent
from command_center.contract.records import CallRecord
from command_center.domain.calls import CallStep


def call_event(source_id: str, record: CallRecord, digest: str) -> CallEvent:
    """Whoever seals the number adds `caller_ref` and `subject_id`."""
    return CallEvent(
        source_id=source_id,
        call_id=record.call,
        event=CallStep(record.event),
        called=record.called,
        area=record.area,
        digest=digest,
    )
