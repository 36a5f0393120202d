"""What a scene can be told to show: a growing crowd, an accident, a flood, smoke, rain."""

from __future__ import annotations

import math
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

import cv2
import numpy as np

from command_center.exercise.cameras.backdrop import Backdrop
from command_center.exercise.cameras.layout import Street
from command_center.exercise.cameras.lens import F32, U8, f32, u8
from command_center.exercise.cameras.light import expose, haze, linear
from command_center.exercise.cameras.noise import cloud_tile, sample
from command_center.exercise.cameras.portraits import Actor
from command_center.exercise.cameras.sprites import Stage, over
from command_center.exercise.cameras.traffic import Hindrance


class Situation(StrEnum):
    CLEAR = "clear"
    CROWD = "crowd"
    ACCIDENT = "accident"
    FLOOD = "flood"
    SMOKE = "smoke"
    RAIN = "rain"


MOST_PEOPLE = 64


@dataclass(frozen=True)
class Member:
    """One of the crowd: comes from the side at `enters`, stands at x, y."""

    x: float
    y: float
    from_x: float
    enters: float
    seed: int
    heading: float


class Crowd:
    """People gather along a line; how many follows an intensity that grows smoothly."""

    def __init__(self, street: Street, rng: np.random.Generator) -> None:
        (ax, ay), (bx, by) = street.spots.crowd
        self.members: list[Member] = []
        facing = math.degrees(math.atan2(-(by - ay), bx - ax))
        for index in range(MOST_PEOPLE):
            along = float(np.clip(rng.normal(0.5, 0.24), 0, 1))
            back = float(abs(rng.normal(0, 2.0))) + 0.5
            x = ax + (bx - ax) * along + math.sin(math.radians(facing)) * -back
            y = ay + (by - ay) * along - math.cos(math.radians(facing)) * back
            side = -26.0 if rng.random() < 0.6 else 26.0
            heading = facing + float(rng.normal(0, 25))
            self.members.append(Member(x, y, x + side, index / MOST_PEOPLE, index, heading))
        self._came = [0.0] * MOST_PEOPLE
        self._anybody = False

    def step(self, intensity: float, seconds: float) -> None:
        if not self._anybody and intensity <= 0:
            return
        for index, member in enumerate(self.members):
            wanted = 1.0 if member.enters < intensity else 0.0
            pace = seconds * 1.5 / abs(member.from_x - member.x)
            gap = wanted - self._came[index]
            self._came[index] += max(-pace, min(pace, gap))
        self._anybody = any(self._came)

    def actors(self, tick: int) -> list[Actor]:
        seen: list[Actor] = []
        if not self._anybody:
            return seen
        for member, came in zip(self.members, self._came, strict=True):
            if came <= 0.01:
                continue
            x = member.from_x + (member.x - member.from_x) * came
            if came < 1:
                heading = 90.0 if member.x > member.from_x else 270.0
                seen.append(Actor("walk", member.seed, x, member.y, heading, tick // 3 % 4))
                continue
            sway = 0.10 * math.sin(tick / 7 + member.seed)
            model = "banner" if member.seed % 13 == 4 else "shout"
            heading = member.heading if model == "shout" else member.heading + 180
            phase = (tick // 4 + member.seed) % 2 if model == "shout" else 0
            seen.append(Actor(model, member.seed, x + sway, member.y, heading, phase))
        return seen


def accident_actors(street: Street, intensity: float, tick: int) -> list[Actor]:
    """A car across the lane, a motorcycle on its side and onlookers."""
    x, y = street.spots.accident
    seen = [Actor("mpv", 1, x, y, 34.0), Actor("fallen", 4, x + 1.5, y - 3.6, 70.0)]
    for index in range(round(3 + 9 * intensity)):
        angle = index * 2.4
        reach = 2.9 + 0.35 * (index % 4)
        px, py = x + reach * math.sin(angle) * 1.1, y - 2.0 + reach * math.cos(angle)
        pose = "shout" if index % 5 == 0 else "stand"
        heading = math.degrees(math.atan2(x - px, y - 2 - py))
        seen.append(Actor(pose, index + 2, px, py, heading, tick // 5 % 2))
    return seen


def accident_place(street: Street) -> Hindrance:
    x, y = street.spots.accident
    return Hindrance(x, y, 7.0)


def flooded(backdrop: Backdrop, intensity: float) -> U8:
    """The backdrop with brown water over the low ground; the carriageway fills first."""
    lens, hour = backdrop.street.lens, backdrop.hour
    x, y, depth = lens.ground_rays()
    open_ground = np.isinf(backdrop.barrier) & np.isfinite(depth)
    level = sample(cloud_tile(), x, y, 47.0) * 0.5 - 1.6 + 3.4 * intensity
    share = np.clip(level * 3, 0, 1) * open_ground
    picture = linear(f32(backdrop.picture[..., ::-1]) / f32(255))
    rows = np.arange(lens.height, dtype=np.float32)[:, None]
    horizon = lens.height / 2 - lens.focal_px * math.tan(math.radians(lens.tilt_deg))
    foot = np.maximum.accumulate(np.where(open_ground, horizon, rows), axis=0)
    source = np.clip(2 * foot - rows, 0, lens.height - 1).astype(np.float32)
    across = np.tile(np.arange(lens.width, dtype=np.float32), (lens.height, 1))
    ripple = sample(cloud_tile(), x, y, 17.0) * 1.2
    mirror = cv2.remap(
        picture,
        across + ripple,
        source + 2 * ripple,
        cv2.INTER_LINEAR,
        borderMode=cv2.BORDER_REPLICATE,
    )
    mirror = cv2.blur(mirror, (3, 9))
    mud = linear(f32([0.52, 0.44, 0.33])) * (f32(hour.sky) + 0.3 * f32(hour.sun))
    body = expose(haze(np.broadcast_to(mud, picture.shape), np.clip(depth, 0, 400), hour), hour)
    graze = np.clip(depth / (4 * lens.height_m), 0.12, 0.75)[..., None]
    water = body * (1 - graze) + np.power(mirror, 1 / 2.2) * graze
    dry = backdrop.picture[..., ::-1].astype(np.float32) / 255
    mixed = dry + (water - dry) * share[..., None]
    return np.ascontiguousarray((np.clip(mixed, 0, 1) * 255).astype(np.uint8)[..., ::-1])


@lru_cache(maxsize=1)
def _puff() -> F32:
    """Opacity of one puff of smoke, 96x96."""
    y, x = np.mgrid[-1:1:96j, -1:1:96j].astype(np.float32)
    ball = np.clip(1 - np.hypot(x, y), 0, 1)
    ragged = ball * (1 + 0.5 * cloud_tile()[100:196, 40:136])
    return np.asarray(np.clip(ragged * 1.3, 0, 1) ** 1.2, np.float32)


def draw_smoke(frame: U8, stage: Stage, intensity: float, tick: int) -> None:
    """A leaning column of puffs behind whatever stands nearer than its root."""
    x, y, wide = stage.backdrop.street.spots.smoke
    u, v, depth = stage.spot(x, y, 3.0)
    scale = stage.lens.focal_px / depth
    opacity = np.zeros(frame.shape[:2], np.float32)
    count = round(6 + 16 * intensity)
    for index in range(count):
        age = ((tick / 8 + index * 24 / count) % 24) / 24
        rise = age * (8 + 10 * intensity)
        size = wide * (0.9 + 2.6 * age) * scale
        cx = u + (rise * 0.45 + math.sin(index * 2.1 + age * 5) * wide * 0.4) * scale
        cy = v - rise * scale
        _add_puff(opacity, cx, cy, size, 0.8 * (1 - age) ** 0.8 * min(1.0, age * 12))
    opacity[stage.backdrop.barrier < depth] = 0
    rows = np.flatnonzero(opacity.max(axis=1) > 0.01)
    if len(rows):
        band = slice(int(rows[0]), int(rows[-1]) + 1)
        alpha = (np.clip(opacity[band], 0, 0.93) * 255).astype(np.uint8)
        tone = 0.20 if max(stage.backdrop.hour.sun) > 1 else 0.12
        grey = (alpha * tone).astype(np.uint8)
        over(frame[band], u8(cv2.merge([grey, grey, grey, alpha])))


def _add_puff(opacity: F32, cx: float, cy: float, size: float, share: float) -> None:
    half = max(2, int(size))
    x0, y0 = int(cx) - half, int(cy) - half
    xa, ya = max(x0, 0), max(y0, 0)
    xb, yb = min(x0 + 2 * half, opacity.shape[1]), min(y0 + 2 * half, opacity.shape[0])
    if xa >= xb or ya >= yb:
        return
    ball = cv2.resize(_puff(), (2 * half, 2 * half))[ya - y0 : yb - y0, xa - x0 : xb - x0]
    under = opacity[ya:yb, xa:xb]
    under += ball * share * (1 - under)
