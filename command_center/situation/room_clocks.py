"""The targets and clocks of a room as its log last set them, read once for each setting."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from command_center.domain.room import RoomSetting
from command_center.domain.targets import SETTING, Targets, targets_in, targets_of
from command_center.ports import History, StoredEntry
from command_center.situation.fold import Tables

_PAGE = 50


class RoomClocks:
    def __init__(self, tables: Tables) -> None:
        self._rows = tables.rows  # a load puts a new table in place of each
        self._kept: RoomSetting | None = None
        self._targets = Targets()
        self._judged_by = self._targets

    @property
    def targets(self) -> Targets:
        settings: dict[str, RoomSetting] = self._rows["room_setting"]
        kept = settings.get(SETTING)
        if kept is not self._kept:
            self._kept, self._targets = kept, targets_in(settings)
        return self._targets

    def turned(self) -> bool:
        """Whether they are others than when this was last asked: then every row, mark and count of
        the room may read differently."""
        before, self._judged_by = self._judged_by, self.targets
        return before != self._judged_by


def targets_at(history: History, until: datetime, up_to: int) -> Targets:
    """Those that stood just before `until`, by what is stored up to seq `up_to`. Waits for the
    database."""
    while found := history.about("room_setting", SETTING, up_to, _PAGE):
        for stored in reversed(found):
            if datetime.fromisoformat(stored.entry.recorded_at) < until:
                return targets_of(_said(stored))
        up_to = found[0].seq - 1
    return Targets()


def _said(stored: StoredEntry) -> Mapping[str, object]:
    changes = [c for c in stored.entry.changes if (c.entity, c.id) == ("room_setting", SETTING)]
    value: Mapping[str, object] = changes[-1].set["value"]
    return value
