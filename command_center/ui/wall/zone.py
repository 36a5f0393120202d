"""The cameras of incidents: those of the selected one in the zone, those of new ones kept warm."""

from __future__ import annotations

from collections.abc import Collection, Container, Sequence
from datetime import datetime, timedelta
from itertools import islice, takewhile

from command_center.domain.incident import Incident
from command_center.domain.room import Camera
from command_center.ui.seat import Seat
from command_center.ui.wall.near import Near, Point, point_of, ranked, standing, substitute
from command_center.ui.wall.words import DEAD
from command_center.video.model import CameraState

NEW = timedelta(minutes=10)
WARM_EACH, WARM_MOST, WARM_INCIDENTS = 3, 12, 6
"""Cameras per new incident, of all of them, and how many incidents: a flood warms no more."""
_OFFERS_AT_ONCE = 2
"""Searching 700 cameras takes a few milliseconds; dead tiles get their offers one after another."""


class KnownDead(Container[str]):
    """Ids of cameras that are down: as this window sees them, else as the room last heard."""

    def __init__(self, seat: Seat) -> None:
        self._seat = seat

    def __contains__(self, camera_id: object) -> bool:
        state = self._seat.engine.status(str(camera_id)).state
        if state is not CameraState.OFF:
            return state in DEAD
        heard = self._seat.situation.health.get(("camera", str(camera_id)))
        return heard is not None and heard.state == "down"


class IncidentCameras:
    """Ranks once per incident and place: what lives or dies afterwards moves no tile."""

    def __init__(self, seat: Seat) -> None:
        self._seat = seat
        self._dead = KnownDead(seat)
        self._key: tuple[str, Point] | None = None
        self.found: list[Near] = []
        self._warm: dict[tuple[str, Point], list[Camera]] = {}
        self.offers: dict[str, Near] = {}

    @property
    def incident(self) -> Incident | None:
        """The one this seat has selected."""
        id = self._seat.selection.incident_id
        return self._seat.situation.incident(id) if id else None

    def choose(self, cameras: Sequence[Camera], *, anew: bool = False) -> None:
        """Rank for the selected incident, unless that is done and it has not moved."""
        point, incident = point_of(self.incident), self.incident
        key = (incident.id, point) if incident is not None and point is not None else None
        if key != self._key or anew:
            self._key = key
            positions = self._seat.situation.positions
            self.found = ranked(cameras, point, positions, self._dead) if key else []

    def replace(self, camera_id: str, other: Near) -> None:
        """In the zone, the other takes the camera's turn."""
        point = point_of(self.incident)
        at = standing(other.camera, self._seat.situation.positions)
        if point is None or at is None:
            return
        found = ranked([other.camera], point, self._seat.situation.positions, ())
        kept = [near for near in self.found if near.camera.id != other.camera.id]
        for place, near in enumerate(kept):
            if near.camera.id == camera_id:
                kept[place] = found[0] if found else other
        self.found = kept

    # --- warm ----------------------------------------------------------------------------------

    def warm(self, cameras: Sequence[Camera], now: datetime) -> list[Camera]:
        """Of incidents that came in lately, so that a selection finds pictures at once."""
        newest_first = self._seat.situation.newest_open()
        fresh = takewhile(lambda incident: now - incident.opened_at < NEW, newest_first)
        newest = list(islice(fresh, WARM_INCIDENTS))
        keys = [(i.id, point) for i in newest if (point := point_of(i)) is not None]
        self._warm = {key: self._warm.get(key) or self._near(cameras, key[1]) for key in keys}
        found = {camera.id: camera for key in keys for camera in self._warm[key]}
        return list(found.values())[:WARM_MOST]

    def _near(self, cameras: Sequence[Camera], point: Point) -> list[Camera]:
        near = ranked(cameras, point, self._seat.situation.positions, ())
        return [each.camera for each in near[:WARM_EACH]]

    # --- instead of a dead one -----------------------------------------------------------------

    def offer(
        self, dead_tiles: Sequence[Camera], cameras: Sequence[Camera], shown: Collection[str]
    ) -> bool:
        """Find a living camera for each dead tile; True when an offer is another."""
        before = dict(self.offers)
        wanted = {camera.id for camera in dead_tiles}
        self.offers = {
            id: near
            for id, near in self.offers.items()
            if id in wanted and near.camera.id not in shown and self._lives(near.camera.id)
        }
        missing = [camera for camera in dead_tiles if camera.id not in self.offers]
        if missing:
            positions = self._seat.situation.positions
            for camera in missing[:_OFFERS_AT_ONCE]:
                found = substitute(camera, cameras, positions, self._dead, shown)
                if found is not None:
                    self.offers[camera.id] = found
        return self.offers != before

    def _lives(self, camera_id: str) -> bool:
        return self._seat.engine.status(camera_id).state not in DEAD
