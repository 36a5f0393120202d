"""A person's wall, kept at this workstation: how it stands and the views that were given names."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from command_center.ui.personal import personal_file
from command_center.ui.seat import Seat
from command_center.ui.wall.arrange import Arrangement
from command_center.ui.wall.shapes import SHAPES
from command_center.ui.wall.tour import INTERVALS_S

LONGEST_NAME = 60
MOST_VIEWS = 100
_MOST_IDS, _LONGEST_ID = 5_000, 200


class Keeping:
    """Reads once, writes what changed. What this version does not know counts as not set."""

    def __init__(self, seat: Seat) -> None:
        folder = seat.settings
        self._file = personal_file(folder, seat.act.actor, "wall") if folder else None

    def arrangement(self) -> Arrangement:
        return _arrangement(self._read("wall/arrangement")) or Arrangement()

    def keep_arrangement(self, arrangement: Arrangement) -> None:
        self._write("wall/arrangement", _plain(arrangement))
        if not arrangement.only:
            self._write("wall/all", _plain(arrangement))

    def of_all(self) -> Arrangement:
        """How all cameras stood before a named view was called up."""
        return _arrangement(self._read("wall/all")) or Arrangement()

    def views(self) -> dict[str, Arrangement]:
        """By name, in the order in which they were saved."""
        rows = self._read("wall/views")
        found = map(_arrangement, rows[:MOST_VIEWS] if isinstance(rows, list) else [])
        return {view.name: view for view in found if view is not None and view.name}

    def keep_views(self, views: Mapping[str, Arrangement]) -> None:
        self._write("wall/views", [_plain(view) for view in views.values()])

    @property
    def interval_s(self) -> int:
        """How long a tour stays on a page."""
        value = self._read("tour/interval_s")
        return value if value in INTERVALS_S else INTERVALS_S[0]

    @interval_s.setter
    def interval_s(self, seconds: int) -> None:
        self._write("tour/interval_s", seconds)

    def _read(self, key: str) -> Any:
        value = self._file.value(key) if self._file else None
        if not isinstance(value, str):
            return None
        try:
            return json.loads(value)
        except (ValueError, RecursionError):
            return None

    def _write(self, key: str, value: object) -> None:
        if self._file is not None:
            self._file.setValue(key, json.dumps(value, ensure_ascii=False))


def _plain(arrangement: Arrangement) -> dict[str, Any]:
    return {
        "name": arrangement.name,
        "shape": arrangement.shape,
        "start": arrangement.start,
        "order": list(arrangement.order),
        "pins": [list(pin) for pin in arrangement.pins],
        "only": arrangement.only,
    }


def _arrangement(row: Any) -> Arrangement | None:
    if not isinstance(row, dict) or row.get("shape") not in SHAPES:
        return None
    start, order, pins = row.get("start"), row.get("order"), row.get("pins")
    return Arrangement(
        shape=row["shape"],
        start=start if isinstance(start, int) and 0 <= start < _MOST_IDS else 0,
        order=tuple(filter(_is_id, order[:_MOST_IDS])) if isinstance(order, list) else (),
        pins=tuple((p[0], p[1]) for p in pins[:64] if _is_pin(p)) if isinstance(pins, list) else (),
        only=row.get("only") is True,
        name=str(row.get("name") or "")[:LONGEST_NAME],
    )


def _is_id(value: object) -> bool:
    return isinstance(value, str) and len(value) <= _LONGEST_ID


def _is_pin(value: object) -> bool:
    return (
        isinstance(value, list)
        and len(value) == 2
        and isinstance(value[0], int)
        and value[0] >= 0
        and _is_id(value[1])
    )
