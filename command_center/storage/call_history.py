"""Earlier calls of a number and of a place, however long ago; the number itself is not asked."""

from __future__ import annotations

from datetime import timedelta

from command_center.domain.partner import PhoneCall
from command_center.ports import CallsBefore
from command_center.storage.codec import codec_named
from command_center.storage.link import Link
from command_center.storage.statements import names
from command_center.storage.times import to_us

PLACE_FOR = timedelta(days=90)
_CALLS = codec_named("phone_call")
_SELECT = f"SELECT {names(_CALLS.fields)} FROM phone_call"  # noqa: S608 - fields of our own
_NEWEST = "ORDER BY ringing_at DESC, id DESC LIMIT ?"
_OF_NUMBER = f"{_SELECT} WHERE caller_ref = ? AND id <> ? {_NEWEST}"
_OF_PLACE = f"{_SELECT} WHERE area_code = ? AND id <> ? AND ringing_at >= ? {_NEWEST}"


def read_calls_before(link: Link, call: PhoneCall, limit: int) -> CallsBefore:
    """See `ports.History`."""
    number, place = [], []
    if call.caller_ref:
        number = link.all(_OF_NUMBER, (call.caller_ref, call.id, limit))
    if call.area_code:
        since = to_us(call.ringing_at - PLACE_FOR)
        place = link.all(_OF_PLACE, (call.area_code, call.id, since, limit))
    return CallsBefore(tuple(map(_CALLS.row, number)), tuple(map(_CALLS.row, place)))
