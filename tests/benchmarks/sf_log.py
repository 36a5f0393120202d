"""San Francisco's fire log of April 2020 as calls: real places, times, units, work on scene."""

from __future__ import annotations

import csv
import math
from collections import defaultdict
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from tests.benchmarks.city_day import Call

LOG = Path("../shared/data/incidents/sf_fire/sffd_jnhamid_2020.csv")
# The log's own clock, taken for UTC: only differences count.
START = datetime(2020, 4, 7, tzinfo=UTC)
WEEK = timedelta(days=7)
URGENT = {"Potentially Life-Threatening", "Fire"}
METRES_A_DEGREE = 111_195.0
WEST_EAST = math.cos(math.radians(37.76))
WAY_FACTOR, SPEED_MPS = 1.35, 30 / 3.6
MAY_LEAVE, SEED = 0.30, 1


class Plane:
    """Straight line times a factor, at one speed: what the published replay used."""

    def drive_s(
        self, xs: NDArray[np.float64], ys: NDArray[np.float64], to: tuple[float, float]
    ) -> NDArray[np.float64]:
        return np.hypot(xs - to[0], ys - to[1]) * (WAY_FACTOR / SPEED_MPS)

    def drives_s(
        self, xs: NDArray[np.float64], ys: NDArray[np.float64], points: NDArray[np.float64]
    ) -> NDArray[np.float64]:
        metres = np.hypot(xs[:, None] - points[:, 0], ys[:, None] - points[:, 1])
        return metres * (WAY_FACTOR / SPEED_MPS)


def weeks(path: Path) -> tuple[list[Call], list[Call]]:
    """The calls of the first and of the second week, each from its own second 0."""
    rows = defaultdict(list)
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            rows[row["Call Number"]].append(row)
    leaves = np.random.default_rng(SEED)
    found: tuple[list[Call], list[Call]] = ([], [])
    for number in sorted(rows):
        may_leave = bool(leaves.random() < MAY_LEAVE)
        received = min(_time(row["Received DtTm"]) for row in rows[number])
        works = tuple(work for row in sorted(rows[number], key=_order) if (work := _work_s(row)))
        place = _place(rows[number][0]["Location"])
        if not works or place is None:
            continue
        urgent = any(row["Call Type Group"] in URGENT for row in rows[number])
        week = int((received - START) / WEEK)
        if 0 <= week <= 1:
            at_s = (received - START - week * WEEK).total_seconds()
            found[week].append(Call(at_s, place, urgent, works, may_leave))
    for calls in found:
        calls.sort(key=lambda call: call.at_s)
    return found


def leaving_anew(calls: list[Call], seed: int) -> list[Call]:
    """The same calls with other scenes that may be left."""
    dice = np.random.default_rng(seed)
    return [replace(call, may_leave=bool(dice.random() < MAY_LEAVE)) for call in calls]


def _time(text: str) -> datetime:
    return datetime.strptime(text, "%m/%d/%Y %I:%M:%S %p").replace(tzinfo=UTC)


def _order(row: dict[str, str]) -> datetime:
    return _time(row["On Scene DtTm"]) if row["On Scene DtTm"] else START + 9 * WEEK


def _work_s(row: dict[str, str]) -> float | None:
    """From on scene to free again; None where the log does not say."""
    if not row["On Scene DtTm"] or not row["Available DtTm"]:
        return None
    seconds = (_time(row["Available DtTm"]) - _time(row["On Scene DtTm"])).total_seconds()
    return seconds if seconds > 0 else None


def _place(text: str) -> tuple[float, float] | None:
    """Metres east and north of the equator's own zero; only differences count."""
    try:
        lat, lon = (float(part) for part in text.strip("()").split(","))
    except ValueError:
        return None
    return lon * METRES_A_DEGREE * WEST_EAST, lat * METRES_A_DEGREE


def bases(calls: list[Call], count: int) -> NDArray[np.float64]:
    """Where `count` units stand so that these calls are near: k-means from the farthest points."""
    points = np.array([call.place for call in calls])
    chosen = [points.mean(axis=0)]
    nearest = np.full(len(points), np.inf)
    for _ in range(count):
        nearest = np.minimum(nearest, ((points - chosen[-1]) ** 2).sum(axis=1))
        chosen.append(points[int(nearest.argmax())])
    centres = np.array(chosen[1:])
    for _ in range(50):
        mine = ((points[:, None, :] - centres[None]) ** 2).sum(axis=2).argmin(axis=1)
        centres = np.array(
            [
                points[mine == at].mean(axis=0) if (mine == at).any() else centres[at]
                for at in range(count)
            ]
        )
    return centres


def shares(calls: list[Call], points: NDArray[np.float64]) -> NDArray[np.float64]:
    """Which part of the calls is nearest to each point."""
    places = np.array([call.place for call in calls])
    mine = ((places[:, None, :] - points[None]) ** 2).sum(axis=2).argmin(axis=1)
    return np.bincount(mine, minlength=len(points)) / len(calls)
