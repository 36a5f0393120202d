"""What is due about cameras: one that is gone, many behind one host, and what the eyes saw."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import urlsplit

from command_center.domain.room import AlarmType, Camera
from command_center.duty.due import Due
from command_center.ports import Health
from command_center.situation.situation import Situation

GRACE_S = 20.0
FIRST_CONNECT_GRACE_S = 90.0
"""A camera that never had a picture since it is shown may still be starting."""
OUTAGE_CAMERAS, OUTAGE_SHARE = 4, 0.6
OVER_SHARE = 0.4
SUBJECT_LONGEST = 100
EYE = "eye_"
"""Health of this kind + the sighting's, of a camera: "down" while it is seen."""
TAMPERS = ("covered", "turned", "defocused", "black", "frozen")
SURGE = "surge"
UNSEEN_S = 180.0
"""A sighting is repeated once a minute by whoever sees it; nobody has for this long: it is over."""


@dataclass(frozen=True, slots=True)
class Outage:
    """Cameras behind one host: those that are shown somewhere, and the health of those down."""

    host: str
    shown: int
    down: tuple[tuple[Camera, Health], ...]

    @property
    def owner(self) -> str:
        """Whose cameras they are, for the most part."""
        owners = Counter(camera.owner for camera, _ in self.down)
        return owners.most_common(1)[0][0] if owners else ""

    @property
    def begins(self) -> bool:
        return len(self.down) >= OUTAGE_CAMERAS and len(self.down) >= OUTAGE_SHARE * self.shown

    @property
    def goes_on(self) -> bool:
        """It stands until most are back."""
        return len(self.down) > max(1.0, OVER_SHARE * self.shown)


def by_host(situation: Situation, now: datetime) -> list[Outage]:
    """Every host that shown cameras come from, by name."""
    shown: Counter[str] = Counter()
    down: dict[str, list[tuple[Camera, Health]]] = defaultdict(list)
    for health in situation.health.values():
        camera = situation.camera(health.id) if health.kind == "camera" else None
        if camera is None or not camera.enabled or camera.gone_at:
            continue
        host = host_of(camera)
        shown[host] += 1
        if health.state == "down" and _lasts(health, now):
            down[host].append((camera, health))
    return [Outage(host, shown[host], tuple(down[host])) for host in sorted(shown)]


def host_of(camera: Camera) -> str:
    """Of the stream's address, as an alarm's subject."""
    return (urlsplit(camera.url).hostname or "")[:SUBJECT_LONGEST]


def lost_cameras(situation: Situation, now: datetime) -> Iterator[Due]:
    """One alarm for many behind one host, else one each."""
    standing = {
        alarm.subject_id
        for alarm in situation.open_alarms()
        if alarm.type is AlarmType.CAMERA_OUTAGE
    }
    for outage in by_host(situation, now):
        if outage.begins or (outage.host in standing and outage.goes_on):
            params = {
                "host": outage.host,
                "owner": outage.owner,
                "count": str(len(outage.down)),
                "total": str(outage.shown),
            }
            yield Due(AlarmType.CAMERA_OUTAGE, "host", outage.host, params)
            continue
        for camera, health in outage.down:
            params = {"name": camera.title, "code": health.code}
            yield Due(AlarmType.CAMERA_DOWN, "camera", camera.id, params)


def seen_by_eyes(situation: Situation, now: datetime) -> Iterator[Due]:
    """What the eyes suggest: one alarm a camera for what was done to it, one for a crowd."""
    for camera in situation.all("camera"):
        if not camera.enabled or camera.gone_at:
            continue
        done = [kind for kind in TAMPERS if _seen(situation, camera, kind, now)]
        if done:
            yield _sighting(situation, AlarmType.CAMERA_TAMPERED, camera, done[0])
        if _seen(situation, camera, SURGE, now):
            yield _sighting(situation, AlarmType.CROWD_SURGE, camera, SURGE)


def _seen(situation: Situation, camera: Camera, kind: str, now: datetime) -> bool:
    health = situation.health.get((EYE + kind, camera.id))
    if health is None or health.state != "down":
        return False
    return (now - health.at).total_seconds() < UNSEEN_S


def _sighting(situation: Situation, about: AlarmType, camera: Camera, kind: str) -> Due:
    health = situation.health[EYE + kind, camera.id]
    params = {"name": camera.title, "kind": kind, **dict(health.params)}
    return Due(about, "camera", camera.id, params)


def _lasts(health: Health, now: datetime) -> bool:
    """Longer than a hiccup; a camera that had no picture yet has more time. Its word is put once
    when it goes down, so that word's time is when it began."""
    if health.last_ok_at is None:
        return (now - health.at).total_seconds() > FIRST_CONNECT_GRACE_S
    return (now - health.last_ok_at).total_seconds() > GRACE_S
