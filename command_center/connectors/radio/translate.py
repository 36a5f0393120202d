"""Records of the radio rooms and of whoever rates neighbourhoods, as commands of the room."""

from __future__ import annotations

from command_center.commands.partners import RateArea
from command_center.commands.radio import LogRadio
from command_center.contract.records import RadioRecord, RatingRecord
from command_center.domain.partner import RatingLevel


def radio_line(source_id: str, record: RadioRecord, digest: str) -> LogRadio:
    """A line without a channel is on the source's own."""
    return LogRadio(
        text=record.text,
        channel=record.channel or source_id,
        call_sign=record.call_sign,
        activity=record.activity,
        digest=digest,
    )


def rating(source_id: str, record: RatingRecord, digest: str) -> RateArea:
    return RateArea(
        topic=record.topic,
        level=RatingLevel(record.level),
        area=record.area,
        place=record.place,
        rw=record.rw,
        note=record.note,
        author=record.author or source_id,
        source_id=source_id,
        digest=digest,
    )
