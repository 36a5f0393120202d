"""What the wall stands on. It has no way to write: no executor, no act, nobody signed in."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, tzinfo

from command_center.domain.room import RoomKind
from command_center.domain.targets import Targets
from command_center.geo.city import CityPack
from command_center.situation.readiness import ReadyUnits
from command_center.situation.situation import Situation
from command_center.ui.live import Live
from command_center.ui.theme import Theme


@dataclass(frozen=True, slots=True)
class Watched:
    live: Live
    theme: Theme
    city: CityPack
    zone: tzinfo
    kind: RoomKind
    ready: ReadyUnits

    @property
    def situation(self) -> Situation:
        return self.live.situation

    @property
    def targets(self) -> Targets:
        return self.situation.clocks.targets

    def now(self) -> datetime:
        return self.live.now()
