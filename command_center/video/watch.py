"""Measures what the cameras cost, for the governor and for whoever asks."""

from __future__ import annotations

import time
from collections.abc import Mapping
from pathlib import Path

from command_center.video.camera import Camera
from command_center.video.governor import SMOOTHING, Governor, Load
from command_center.video.model import EngineCost, Level, LevelReason

PAGE_BYTES = 4096
STATM = Path("/proc/self/statm")


class Watch:
    """Looks at thread and process clocks between two calls of `look`."""

    EVERY_S = 0.5

    def __init__(self, governor: Governor) -> None:
        self._governor = governor
        self._looked_s: float | None = None
        self._process_s = 0.0
        self._threads_s: dict[str, float] = {}
        self._late_ms = 0.0
        self._cores = 0.0

    def window_late(self, late_ms: float) -> None:
        """The window's heartbeat was so late; the worst until the next look counts."""
        self._late_ms = max(self._late_ms, late_ms)

    def look(self, now_s: float, cameras: Mapping[str, Camera]) -> None:
        """Tell the governor what has been used since the last look."""
        process_s = time.process_time()
        threads_s = {camera_id: camera.cpu_s for camera_id, camera in cameras.items()}
        if self._looked_s is not None and now_s > self._looked_s:
            past_s = now_s - self._looked_s
            cores = (process_s - self._process_s) / past_s
            self._cores += SMOOTHING * (cores - self._cores)
            loads = {}
            for camera_id, camera in cameras.items():
                used_s = threads_s[camera_id] - self._threads_s.get(camera_id, 0.0)
                facts = camera.source.progress.facts()
                if facts.connected and used_s >= 0:
                    drifting = facts.level_reason is LevelReason.DRIFT
                    loads[camera_id] = Load(facts.level, used_s / past_s, drifting)
            late_ms, self._late_ms = self._late_ms, 0.0
            self._governor.observe(now_s, loads, cores, late_ms)
        self._looked_s, self._process_s, self._threads_s = now_s, process_s, threads_s

    def cost(self, levels: dict[Level, int]) -> EngineCost:
        """What the process uses, with `levels` as counted by the caller."""
        return EngineCost(self._cores, self._governor.budget_cores, resident_bytes(), 0, levels)


def resident_bytes() -> int:
    """Memory of this process that is in use; 0 where the system does not tell in a file."""
    if not STATM.exists():
        return 0
    return int(STATM.read_text(encoding="ascii").split()[1]) * PAGE_BYTES
