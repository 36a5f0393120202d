"""The targets and clocks of a room as its log last set them, read once for each setting."""

from __future__ import annotations

from command_center.domain.room import RoomSetting
from command_center.domain.targets import SETTING, Targets, targets_in
from command_center.situation.fold import Tables


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
