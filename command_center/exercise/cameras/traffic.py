"""Vehicles and people that follow routes: arrivals, car following, red lights, giving way.

A step is an eighth of a second of the street; everything follows from the seed and the step count.
"""

from __future__ import annotations

import math
from bisect import bisect_right
from dataclasses import dataclass, field

import numpy as np

from command_center.exercise.cameras.layout import Route, Street
from command_center.exercise.cameras.lens import Point
from command_center.exercise.cameras.portraits import Actor

STEP_S = 0.125
MOST = 20
"""Movers in a scene; the camera process has a budget."""
MIXES: dict[str, tuple[tuple[str, float], ...]] = {
    "street": (
        ("bike", 0.50),
        ("bike2", 0.12),
        ("hatch", 0.10),
        ("mpv", 0.16),
        ("angkot", 0.08),
        ("truck", 0.04),
    ),
    "bikes": (("bike", 0.78), ("bike2", 0.22)),
    "big": (("bike", 0.38), ("mpv", 0.26), ("hatch", 0.14), ("truck", 0.16), ("bus", 0.06)),
    "slow": (("bike", 0.7), ("angkot", 0.18), ("hatch", 0.12)),
    "bus": (("bus", 0.55), ("angkot", 0.45)),
    "people": (("walk", 1.0),),
}
PAINTS = {"truck": 3, "bus": 3, "angkot": 1, "bike2": 4}
LENGTH_M = {
    "bike": 2.0,
    "bike2": 2.0,
    "hatch": 4.2,
    "mpv": 4.2,
    "angkot": 4.0,
    "truck": 6.2,
    "bus": 10.6,
}


class Path:
    """A polyline with rounded corners, by metres along it."""

    def __init__(self, points: tuple[Point, ...]) -> None:
        dense = np.array(points, float)
        for _ in range(3 if len(points) > 2 else 0):
            a, b = dense[:-1], dense[1:]
            cut = np.stack([a * 0.75 + b * 0.25, a * 0.25 + b * 0.75], axis=1).reshape(-1, 2)
            dense = np.vstack([dense[:1], cut, dense[-1:]])
        steps = np.hypot(*np.diff(dense, axis=0).T)
        keep = np.append(True, steps > 1e-6)
        self.points = dense[keep]
        steps = np.hypot(*np.diff(self.points, axis=0).T)
        self.at: list[float] = np.append(0.0, np.cumsum(steps)).tolist()
        self.length = self.at[-1]
        self._pieces = [
            _piece(a, b, before, after)
            for a, b, before, after in zip(
                self.points[:-1].tolist(),
                self.points[1:].tolist(),
                self.at[:-1],
                self.at[1:],
                strict=True,
            )
        ]

    def locate(self, s: float, side: float) -> tuple[float, float, float]:
        """x, y and heading at s metres, `side` metres to the left."""
        index = bisect_right(self.at, s) - 1
        begins, ax, ay, dx, dy, heading = self._pieces[min(max(index, 0), len(self._pieces) - 1)]
        part = s - begins
        return ax + dx * part - dy * side, ay + dy * part + dx * side, heading


def _piece(a: list[float], b: list[float], before: float, after: float) -> tuple[float, ...]:
    """Metres at its beginning, where that is, its direction and heading."""
    dx, dy = (b[0] - a[0]) / (after - before), (b[1] - a[1]) / (after - before)
    return before, a[0], a[1], dx, dy, math.degrees(math.atan2(dx, dy))


@dataclass
class Mover:
    model: str
    paint: int
    path: int
    s: float
    v: float
    want: float
    side: float
    length: float
    born: int
    x: float = 0.0
    y: float = 0.0
    heading: float = 0.0
    waited_s: float = 0.0
    slowed: tuple[float, float] = (1e3, 1e3)
    """Wanted speed and free metres of the last look around."""


@dataclass
class Hindrance:
    """A place people drive past slowly and with a bow."""

    x: float
    y: float
    radius_m: float = 9.0


@dataclass
class Traffic:
    street: Street
    rng: np.random.Generator
    paths: list[Path] = field(default_factory=list)
    movers: list[Mover] = field(default_factory=list)
    hindrances: list[Hindrance] = field(default_factory=list)
    pace: float = 1.0
    steps: int = 0

    def __post_init__(self) -> None:
        self.paths = [Path(route.points) for route in self.street.routes]
        self._due = [self._pause(route) * float(self.rng.random()) for route in self.street.routes]
        for _ in range(360):
            self.step()

    def _pause(self, route: Route) -> float:
        """Seconds to the next arrival."""
        return float(self.rng.exponential(60 / max(route.per_minute, 0.01)))

    def step(self) -> None:
        self.steps += 1
        for index, route in enumerate(self.street.routes):
            self._due[index] -= STEP_S
            if self._due[index] <= 0 and self._enter(index, route):
                self._due[index] = self._pause(route)
        leaders = self._leaders()
        for mover, leader in zip(self.movers, leaders, strict=True):
            self._move(mover, leader)
        self.movers = [m for m in self.movers if m.s < self.paths[m.path].length]

    def _enter(self, index: int, route: Route) -> bool:
        if len(self.movers) >= MOST:
            return False
        if any(m.path == index and m.s < 5 + m.length for m in self.movers):
            return route.mix == "people"
        names, shares = zip(*MIXES[route.mix], strict=True)
        model = str(self.rng.choice(names, p=np.array(shares) / sum(shares)))
        walks = model == "walk"
        swerve = route.spread_m if walks or model.startswith("bike") else 0.15
        want = route.speed_ms * float(self.rng.uniform(0.8, 1.2))
        paint = int(self.rng.integers(0, PAINTS.get(model, 6)))
        side = float(self.rng.uniform(-1, 1)) * swerve
        length = LENGTH_M.get(model, 0.6)
        self.movers.append(Mover(model, paint, index, 0.0, want, want, side, length, self.steps))
        return True

    def _leaders(self) -> list[float]:
        """Free metres ahead of every mover on its own path."""
        gaps = [1e3] * len(self.movers)
        order = sorted(
            range(len(self.movers)), key=lambda i: (self.movers[i].path, self.movers[i].s)
        )
        for place, i in enumerate(order):
            me = self.movers[i]
            if me.model == "walk":
                continue
            for j in order[place + 1 : place + 5]:
                other = self.movers[j]
                if other.path != me.path:
                    break
                if abs(other.side - me.side) < (0.7 if me.length < 3 and other.length < 3 else 1.5):
                    gaps[i] = other.s - me.s - (other.length + me.length) / 2
                    break
        return gaps

    def _move(self, mover: Mover, gap: float) -> None:
        route = self.street.routes[mover.path]
        want = mover.want if mover.model == "walk" else mover.want * self.pace
        if mover.model != "walk":
            stop = route.stop_at_m - mover.s - mover.length / 2
            if route.signal >= 0 and stop > -0.5 and not self.green(route.signal):
                gap = min(gap, stop)
            if (self.steps + mover.born) % 3 == 0:
                mover.slowed = self._give_way(mover)
            want, gap = min(want, mover.slowed[0]), min(gap, mover.slowed[1])
        limit = math.sqrt(max(0.0, 2 * 2.2 * (gap - 1.2)))
        target = min(want, limit)
        change = min(max(target - mover.v, -4.5 * STEP_S), 1.7 * STEP_S)
        mover.v = max(0.0, mover.v + change)
        mover.s += mover.v * STEP_S
        bow = self._bow(mover)
        mover.x, mover.y, mover.heading = self.paths[mover.path].locate(mover.s, mover.side + bow)

    def _give_way(self, mover: Mover) -> tuple[float, float]:
        """Brake for whoever is close ahead on another path; after 3 s somebody goes first."""
        rad = math.radians(mover.heading)
        fx, fy = math.sin(rad), math.cos(rad)
        blocked = False
        want, gap = 1e3, 1e3
        reach = math.hypot(7.5 + mover.length / 2, 1.5)
        for other in self.movers:
            dx, dy = other.x - mover.x, other.y - mover.y
            if abs(dx) > reach or abs(dy) > reach:
                continue
            if other.path == mover.path or (other.model == "walk" and other.s < 1):
                continue
            ahead = dx * fx + dy * fy
            if 0.5 < ahead < 7.5 + mover.length / 2 and abs(dx * fy - dy * fx) < 1.5:
                facing = math.cos(math.radians(other.heading - mover.heading))
                if facing > -0.6 and mover.waited_s < 3:
                    gap = min(gap, ahead - (mover.length + other.length) / 2)
                    blocked = True
        mover.waited_s = mover.waited_s + 3 * STEP_S if blocked and mover.v < 0.4 else 0.0
        for place in self.hindrances:
            if math.hypot(place.x - mover.x, place.y - mover.y) < place.radius_m + 6:
                want = min(want, 2.4)
        return want, gap

    def _bow(self, mover: Mover) -> float:
        """Sideways metres that lead around a hindrance, to the left positive."""
        bow = 0.0
        rad = math.radians(mover.heading)
        for place in self.hindrances:
            dx, dy = place.x - mover.x, place.y - mover.y
            aside = dx * math.cos(rad) - dy * math.sin(rad)
            away = math.hypot(dx, dy)
            if away < place.radius_m + 4 and mover.model != "walk" and abs(aside) < 4:
                push = (1 - away / (place.radius_m + 4)) * (4 - abs(aside)) * 1.1
                bow += push if aside >= 0 else -push
        return bow

    def green(self, group: int) -> bool:
        cycle = sum(self.street.signals_s)
        if not cycle:
            return True
        now = (self.steps * STEP_S) % cycle
        start = sum(self.street.signals_s[:group])
        return start <= now < start + self.street.signals_s[group] - 2.5

    def actors(self, lamps: bool) -> list[Actor]:
        """What can be seen now."""
        seen = []
        for m in self.movers:
            phase = int((self.steps - m.born) * STEP_S * m.v * 2.6) % 4 if m.model == "walk" else 0
            on = lamps and m.model != "walk"
            seen.append(Actor(m.model, m.paint, m.x, m.y, m.heading, phase, on))
        return seen
