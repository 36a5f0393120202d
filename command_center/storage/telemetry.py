"""Positions and health: beside the log, newest value wins, on a connection of their own."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import msgspec
from sqlalchemy import Engine

from command_center.ports import Health, Position
from command_center.storage.link import POSTGRES, SQLITE, Link, OwnLink
from command_center.storage.times import from_us, to_us

_POSITION = ("unit_id", "lat", "lon", "accuracy_m", "speed_mps", "course_deg", "at")
_HEALTH = ("kind", "id", "state", "code", "params", "at", "last_ok_at", "next_try_at")
Listener = Callable[[], None]
CHANNEL = "cc_telemetry"
NOTIFY_EVERY_S = 0.5
"""Every NOTIFY waits for the server's one lock of all commits; the poll covers what is left out."""
_AGAIN_S, _OVERLAP_US = 10.0, 30_000_000

# A row from further ahead than this was written by a clock that was wrong and has been put right.
_CLOCK_ERROR_US = 3_600_000_000


def _upsert(table: str, fields: tuple[str, ...], key: tuple[str, ...]) -> str:
    """Insert, or replace what is older."""
    names = ", ".join(f'"{name}"' for name in fields)
    sets = ", ".join(f'"{name}" = excluded."{name}"' for name in fields if name not in key)
    marks = ", ".join("?" * len(fields))
    return (
        f'INSERT INTO "{table}" ({names}) VALUES ({marks})'  # noqa: S608
        f" ON CONFLICT ({', '.join(key)}) DO UPDATE SET {sets}"
        f' WHERE excluded."at" >= "{table}"."at"'
    )


_PUT_POSITION = _upsert("telemetry_position", _POSITION, ("unit_id",))
_PUT_HEALTH = (
    _upsert("telemetry_health", _HEALTH, ("kind", "id"))
    + f' OR "telemetry_health"."at" > excluded."at" + {_CLOCK_ERROR_US}'
)
# Any workstation may write here: nobody reads more than a room has, nor what no calendar holds.
_MOST, _LONGEST = 20_000, 4_000
_LAST_US = 253_402_300_799_999_999
_TIMES = f"BETWEEN 0 AND {_LAST_US}"
_POSITIONS = (
    f'SELECT {", ".join(_POSITION[:-1])}, "at" FROM telemetry_position'  # noqa: S608
    f' WHERE "at" {_TIMES} AND lat BETWEEN -90 AND 90 AND lon BETWEEN -180 AND 180'
)
_LATELY = f'{_POSITIONS} AND "at" >= ? LIMIT {_MOST}'
_ALL_POSITIONS = f"{_POSITIONS} LIMIT {_MOST}"
_HEALTHS = (
    f"SELECT {', '.join(_HEALTH)} FROM telemetry_health"  # noqa: S608
    f' WHERE "at" {_TIMES} AND coalesce(last_ok_at, 0) {_TIMES}'
    f" AND coalesce(next_try_at, 0) {_TIMES} AND length(params) <= {_LONGEST} LIMIT {_MOST}"
)


class SqlTelemetry:
    """`ports.Telemetry`; from any thread. Listeners are told after each put of this process, in
    the thread that put, and when another one's was announced; they must not wait."""

    def __init__(self, engine: Engine) -> None:
        self._own = OwnLink(engine, _relax)
        self._lock = threading.Lock()
        self._listeners: list[Listener] = []
        self._rung_s = 0.0
        self._positions = _Positions()

    def listen(self, listener: Listener) -> None:
        self._listeners.append(listener)

    def put_positions(self, positions: Sequence[Position]) -> None:
        rows = [(p.unit_id, p.lat, p.lon, p.accuracy_m, p.speed_mps, p.course_deg, to_us(p.at))
                for p in positions]  # fmt: skip
        self._put(_PUT_POSITION, rows)

    def put_health(self, health: Health) -> None:
        h = health
        params = msgspec.json.encode(dict(h.params)).decode()
        last_ok, next_try = _us(h.last_ok_at), _us(h.next_try_at)
        row = (h.kind, h.id, h.state, h.code, params, to_us(h.at), last_ok, next_try)
        self._put(_PUT_HEALTH, [row])

    def positions(self) -> Mapping[str, Position]:
        with self._lock:
            return self._positions.read(self._own.get())

    def health(self) -> Mapping[tuple[str, str], Health]:
        with self._lock:
            rows = self._own.get().all(_HEALTHS)
        found = (_health(row) for row in rows)
        return {(health.kind, health.id): health for health in found if health is not None}

    def heard(self) -> None:
        """Somebody has put something, here or elsewhere."""
        for listener in self._listeners:
            listener()

    def announce(self, link: Link) -> None:
        """Inside the transaction of a put: wake the other workstations, but not too often."""
        now_s = time.monotonic()
        if link.dialect is POSTGRES and now_s - self._rung_s >= NOTIFY_EVERY_S:
            self._rung_s = now_s
            link.run(f"NOTIFY {CHANNEL}")

    def close(self) -> None:
        with self._lock:
            self._own.close()

    def _put(self, sql: str, rows: Sequence[tuple[Any, ...]]) -> None:
        if not rows:
            return
        with self._lock:
            link = self._own.get()
            with link.transaction(link.dialect.begin_write):
                for row in rows:
                    link.run(sql, row)
                self.announce(link)
        self.heard()


class _Positions:
    """What changed lately is read each time, all of it now and then: for what came late, from a
    unit whose clock is slow, or was taken away. Lately is since the median, which a clock that is
    far ahead does not move."""

    def __init__(self) -> None:
        self._known: dict[str, tuple[Any, Position]] = {}
        self._whole_s = 0.0

    def read(self, link: Link) -> dict[str, Position]:
        """The same object for as long as a unit has said nothing new."""
        now_s, known = time.monotonic(), self._known
        if now_s - self._whole_s >= _AGAIN_S or not known:
            rows, kept = link.all(_ALL_POSITIONS), {}
            self._whole_s = now_s
        else:
            times = sorted(row[-1] for row, _ in known.values())
            rows, kept = link.all(_LATELY, (times[len(times) // 2] - _OVERLAP_US,)), known.copy()
        for row in rows:
            before = known.get(row[0])
            kept[row[0]] = before if before and before[0] == row else (row, _position(row))
        self._known = kept
        return {unit_id: position for unit_id, (_, position) in kept.items()}


def _position(row: Sequence[Any]) -> Position:
    return Position(*(*row[:6], from_us(row[6])))


def _relax(link: Link) -> None:
    """A position lost with the power is replaced by the next one."""
    if link.dialect is SQLITE:
        link.run("PRAGMA synchronous = NORMAL")
    else:
        link.run("SET synchronous_commit = off")


def _us(at: Any) -> int | None:
    return None if at is None else to_us(at)


def _health(row: Sequence[Any]) -> Health | None:
    """None for what nobody of ours wrote."""
    kind, id, state, code, text, at, last_ok, next_try = row
    try:
        params = msgspec.json.decode(text, type=dict)
    except (msgspec.MsgspecError, RecursionError):
        return None
    return Health(
        kind,
        id,
        state,
        code,
        params,
        from_us(at),
        None if last_ok is None else from_us(last_ok),
        None if next_try is None else from_us(next_try),
    )
