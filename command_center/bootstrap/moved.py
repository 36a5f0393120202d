"""Tells the eyes of this seat that somebody moved a camera, wherever in the room that was."""

from __future__ import annotations

from command_center.domain.room import CameraLease
from command_center.situation.situation import Situation, Touched
from command_center.video.api import VideoEngine


class MovedCameras:
    """Every movement renews the lease of its camera, so another lease means another view."""

    def __init__(self, engine: VideoEngine, situation: Situation) -> None:
        self._engine = engine
        self._situation = situation
        self._known: dict[str, int] = {}

    def hear(self, touched: Touched) -> None:
        """Called with each change of the room; what stood before is no news."""
        if not touched.everything and "camera_lease" not in touched.entities:
            return
        leases: list[CameraLease] = list(self._situation.all("camera_lease"))
        for lease in leases:
            if not touched.everything and self._known.get(lease.id) != lease.version:
                self._engine.moved(lease.id)
        self._known = {lease.id: lease.version for lease in leases}
