"""What the verbs about places ask of their words: said, not too long, somewhere in the city."""

from __future__ import annotations

import math
from datetime import date, datetime

from command_center.commands.partners import area_coded
from command_center.commands.registry import Context
from command_center.domain.errors import OperatorError
from command_center.domain.place import LocatedBy
from command_center.domain.room import Operation
from command_center.ports import UnitOfWork

LINE, ADDRESS, PARAGRAPH = 200, 400, 4_000
EARLIEST_YEAR = 1900
_DIGITS = 6


def line(text: str, longest: int = LINE) -> str:
    """On one line; OperatorError if it is longer than that."""
    words = " ".join(text.split())
    if len(words) > longest:
        raise OperatorError("text_too_long", limit=longest)
    return words


def needed(text: str, missing: str, longest: int = LINE) -> str:
    words = line(text, longest)
    if not words:
        raise OperatorError(missing)
    return words


def paragraph(text: str) -> str:
    plain = text.strip()
    if len(plain) > PARAGRAPH:
        raise OperatorError("text_too_long", limit=PARAGRAPH)
    return plain


def kelurahan(area: str, ctx: Context) -> str:
    """Its code; OperatorError for none, an unknown one, or one that holds others: five kelurahan
    are called as their kecamatan is."""
    code = area_coded(area, ctx)
    if code is None:
        raise OperatorError("place_needs_area")
    label = ctx.city.label_point(code)
    if label is None or ctx.city.area_at(*label) != code:
        raise OperatorError("place_needs_kelurahan", area=line(area))
    return code


def point(lat: float | None, lon: float | None) -> tuple[float | None, float | None]:
    """As it is kept: both or neither, and on Earth."""
    if lat is None and lon is None:
        return None, None
    whole = lat is not None and lon is not None
    if not whole or not all(map(math.isfinite, (lat, lon))) or abs(lat) > 90 or abs(lon) > 180:  # type: ignore[arg-type]
        raise OperatorError("place_no_point")
    return round(lat, _DIGITS), round(lon, _DIGITS)  # type: ignore[arg-type]


def located(lat: float | None, area_code: str | None, how: LocatedBy) -> LocatedBy:
    """`how` of a point; without one the area is all that is known."""
    if lat is not None:
        return how
    return LocatedBy.KELURAHAN if area_code else LocatedBy.UNKNOWN


def day(text: str) -> str:
    """A calendar day, ISO."""
    try:
        return date.fromisoformat(text.strip()).isoformat()
    except ValueError as error:
        raise OperatorError("election_bad_day", day=text.strip()[:20]) from error


def moment(at: datetime, now: datetime, in_future: str) -> datetime:
    """When something was: OperatorError(`in_future`) if it is not yet, and for a year that can
    only be a slip."""
    if at.year < EARLIEST_YEAR:
        raise OperatorError("rating_bad_day", day=at.date().isoformat())
    if at > now:
        raise OperatorError(in_future)
    return at


def operation(work: UnitOfWork, operation_id: str) -> str | None:
    """None for whatever goes on."""
    return work.get(Operation, operation_id).id if operation_id else None
