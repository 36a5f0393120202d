"""What partners did, counted from what was said on the air."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from command_center.ports import ActivityCount
from command_center.storage.link import Link
from command_center.storage.times import to_us

_COUNTED = (
    "SELECT coalesce(p.kind, ''), l.activity, coalesce(p.area_code, ''), count(*)"
    " FROM radio_line l LEFT JOIN partner p ON p.id = l.partner_id"
    " WHERE l.at >= ? AND l.at < ? AND l.struck_at IS NULL"
    " GROUP BY coalesce(p.kind, ''), l.activity, coalesce(p.area_code, '')"
    " ORDER BY 1, 2, 3"
)


def read_activities(link: Link, since: datetime, until: datetime) -> Sequence[ActivityCount]:
    """See `ports.History`."""
    rows = link.all(_COUNTED, (to_us(since), to_us(until)))
    return [ActivityCount(str(kind), str(what), str(area), int(n)) for kind, what, area, n in rows]
