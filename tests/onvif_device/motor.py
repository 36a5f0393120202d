"""What moves: velocity, the time it may last, presets, and a record of all that happened."""

import threading
import time
from dataclasses import dataclass

FULL_SPEED_S = 4.0  # from one end to the other
ENDS = (-1.0, 1.0)


@dataclass(frozen=True)
class Event:
    at_s: float  # monotonic
    what: str  # move, stop, expired, preset
    velocity: tuple[float, float, float] = (0.0, 0.0, 0.0)
    preset: str = ""


class Motor:
    """Stops by itself when the timeout of the last move is over, as the standard wants."""

    def __init__(self) -> None:
        self.events: list[Event] = []
        self.presets = {"1": "Gerbang", "2": "Simpang"}
        self._lock = threading.Condition()
        self._velocity = (0.0, 0.0, 0.0)
        self._place = [0.0, 0.0, 0.0]
        self._since = time.monotonic()
        self._timer: threading.Timer | None = None

    @property
    def moving(self) -> bool:
        return self._velocity != (0.0, 0.0, 0.0)

    @property
    def place(self) -> tuple[float, float, float]:
        """Pan, tilt and zoom, -1 to 1."""
        with self._lock:
            self._drive()
            return (self._place[0], self._place[1], self._place[2])

    def move(self, velocity: tuple[float, float, float], timeout_s: float) -> None:
        with self._lock:
            self._turn(velocity, Event(time.monotonic(), "move", velocity))
            self._timer = threading.Timer(timeout_s, self._expire)
            self._timer.daemon = True
            self._timer.start()

    def stop(self) -> None:
        with self._lock:
            self._turn((0.0, 0.0, 0.0), Event(time.monotonic(), "stop"))

    def go(self, preset: str) -> None:
        with self._lock:
            self._turn((0.0, 0.0, 0.0), Event(time.monotonic(), "preset", preset=preset))

    def wait_for(self, what: str, timeout_s: float = 10.0, count: int = 1) -> bool:
        """Until that has happened `count` times; False when it did not in time."""
        with self._lock:
            return self._lock.wait_for(
                lambda: sum(event.what == what for event in self.events) >= count, timeout_s
            )

    def wait_for_rest(self, timeout_s: float = 10.0) -> bool:
        """Until it stands still; False when it did not in time."""
        with self._lock:
            return self._lock.wait_for(lambda: not self.moving, timeout_s)

    def happened(self) -> list[str]:
        """Without repetition: a held key is one movement however often it is renewed."""
        with self._lock:
            names = [event.what for event in self.events]
        return [name for n, name in enumerate(names) if n == 0 or names[n - 1] != name]

    def close(self) -> None:
        with self._lock:
            if self._timer is not None:
                self._timer.cancel()

    def _expire(self) -> None:
        with self._lock:
            if self.moving:
                self._turn((0.0, 0.0, 0.0), Event(time.monotonic(), "expired"))

    def _turn(self, velocity: tuple[float, float, float], event: Event) -> None:
        self._drive()
        if self._timer is not None:
            self._timer.cancel()
        self._velocity = velocity
        self.events.append(event)
        self._lock.notify_all()

    def _drive(self) -> None:
        now = time.monotonic()
        for axis, speed in enumerate(self._velocity):
            moved = self._place[axis] + speed * (now - self._since) * 2 / FULL_SPEED_S
            self._place[axis] = min(ENDS[1], max(ENDS[0], moved))
        self._since = now
