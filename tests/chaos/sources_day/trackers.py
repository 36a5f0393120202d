"""The units' own system on a simulated day: who they are, where they are, now and then how they
stand, and that they heard an order. In the exercise room the city's process does this."""

from __future__ import annotations

from dataclasses import dataclass

import msgspec

from command_center.exercise.city.heard import HeardOrder, parse_order
from command_center.exercise.city.order_server import PATH
from command_center.exercise.city.unit_table import UnitPlan, load_units
from command_center.exercise.systems.peer import Peer
from command_center.ports import Clock
from command_center.runtime.paths import resources_dir

SOURCE_ID, NAME = "satuan", "Satuan"
MOST = 12
_STATUSES = ("available", "break", "unavailable", "available")
_STEP_DEG = 0.0005


@dataclass(frozen=True, slots=True)
class Fix:
    """A position as it was sent."""

    id: str
    call_sign: str
    at: str
    lat: float
    lon: float


class Trackers(Peer):
    """`fixes` are all positions so far, oldest first; `orders` what it was told, by message."""

    def __init__(self, seed: int, clock: Clock, room: str = "exercise") -> None:
        super().__init__("trackers", seed, clock, room)
        table = load_units(resources_dir() / "exercise" / "units.csv")
        self._units = [unit for unit in table if unit.gps][:MOST]
        self._places = {unit.call_sign: (unit.lat, unit.lon) for unit in self._units}
        self._said = 0
        self.fixes: list[Fix] = []
        self.orders: dict[str, tuple[HeardOrder, ...]] = {}
        for unit in self._units:
            self._introduce(unit)

    def _introduce(self, unit: UnitPlan) -> None:
        self.tell(
            {
                "type": "unit",
                "id": f"unit-{unit.call_sign}",
                "at": self.now(),
                "call_sign": unit.call_sign,
                "agency": unit.agency,
                "kind": unit.kind,
                "crew": unit.crew,
                "home": unit.home,
                "capabilities": list(unit.capabilities),
                "status": "available",
            }
        )

    def say_something(self) -> str:
        """Mostly where somebody is."""
        self._said += 1
        call_sign = self._rng.choice(self._units).call_sign
        if self._rng.random() < 0.2:
            status = self._rng.choice(_STATUSES)
            return self.tell(self._record("unit_status", call_sign) | {"status": status})
        lat, lon = (x + self._rng.uniform(-1, 1) * _STEP_DEG for x in self._places[call_sign])
        self._places[call_sign] = (lat, lon)
        record = self._record("position", call_sign) | {"lat": lat, "lon": lon}
        self.fixes.append(Fix(str(record["id"]), call_sign, str(record["at"]), lat, lon))
        return self.tell(record)

    def _answer(
        self, method: str, path: str, query: dict[str, list[str]], body: bytes
    ) -> tuple[int, bytes]:
        if (method, path) != ("POST", PATH):
            return super()._answer(method, path, query, body)
        try:
            orders = parse_order(body)
        except msgspec.DecodeError:
            return 422, b""
        if orders[0].id in self.orders:
            self.repeated += 1
            return 202, b""
        self.orders[orders[0].id] = orders
        for order in orders:
            self._said += 1
            status = "accepted" if order.kind == "order" else "available"
            self.tell(self._record("unit_status", order.call_sign) | {"status": status})
        return 202, b""

    def _record(self, kind: str, call_sign: str) -> dict[str, object]:
        id = f"{kind}-{self._said}"
        return {"type": kind, "id": id, "at": self.now(), "call_sign": call_sign}


def make(seed: int, clock: Clock, room: str = "exercise") -> Trackers:
    return Trackers(seed, clock, room)
