"""The city as a process: it serves and drives until the room tells it to stop, or dies."""

from __future__ import annotations

import queue
import signal
import time
from dataclasses import dataclass
from datetime import datetime, timedelta
from multiprocessing.connection import Connection
from pathlib import Path

from command_center.exercise.city.calendar import City
from command_center.exercise.city.habits import PROMPT, Habits
from command_center.exercise.city.order_server import OrderServer
from command_center.exercise.city.scenario import load_scenario
from command_center.exercise.city.unit_table import load_units
from command_center.exercise.records.server import RecordServer
from command_center.geo.packs import load_pack
from command_center.runtime.priority import stand_back

TURN_S = 0.1


@dataclass(frozen=True, slots=True)
class CityFiles:
    """What the city is made of: a scenario, a table of units, a folder of city data; and how its
    crews are."""

    scenario: Path
    units: Path
    pack: Path
    habits: Habits = PROMPT


@dataclass(frozen=True, slots=True)
class Where:
    """Addresses on loopback: per source, and for orders."""

    sources: dict[str, str]
    orders: str


class _Host:
    """The servers and the clock around a City."""

    def __init__(self, files: CityFiles, seed: int) -> None:
        scenario = load_scenario(files.scenario)
        self.city = City(
            scenario, load_units(files.units), load_pack(files.pack), seed, files.habits
        )
        self.servers = {name: RecordServer(book) for name, book in self.city.books.items()}
        self.orders = OrderServer()
        self._zero: float | None = None
        self._starts = scenario.starts
        self._speed = 1.0

    def open(self) -> Where:
        for server in self.servers.values():
            server.start()
        self.orders.start()
        urls = {name: server.url for name, server in self.servers.items()}
        return Where(urls, self.orders.url)

    def close(self) -> None:
        for server in self.servers.values():
            server.stop()
        self.orders.stop()

    def run(self, speed: float) -> None:
        """From here on so fast, 0: it stands."""
        if self._zero is not None:
            self._starts = self._reached(self._zero)
        self._speed, self._zero = speed, time.monotonic()

    def _reached(self, zero: float) -> datetime:
        return self._starts + timedelta(seconds=(time.monotonic() - zero) * self._speed)

    def listen(self) -> None:
        while True:
            try:
                self.city.hear(self.orders.heard.get_nowait())
            except queue.Empty:
                return

    def step(self, until: datetime) -> tuple[datetime, str] | None:
        self.listen()
        return self.city.step(until)

    def turn(self) -> None:
        """Up to now, once the clock runs."""
        if self._zero is not None:
            self.listen()
            self.city.advance(self._reached(self._zero))

    def ask(self, call_sign: str) -> None:
        self.city.ask(call_sign, self.city.now)

    def plug(self, source: str, connected: bool) -> None:
        server = self.servers[source]
        if connected:
            server.restore_plug()
        else:
            server.pull_plug()


def main(pipe: Connection, files: CityFiles, seed: int) -> None:
    """Entry of the process. First answer: Where. The end of the pipe, also by the room's death,
    ends it; an interrupt at the terminal is the room's business."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    stand_back()
    host = _Host(files, seed)
    try:
        pipe.send(host.open())
        while _obey(pipe, host):
            host.turn()
    finally:
        host.close()


def _obey(pipe: Connection, host: _Host) -> bool:
    """Do what is asked, if anything; False when it is to end."""
    try:
        if not pipe.poll(TURN_S):
            return True
        order, *rest = pipe.recv()
        match order:
            case "step":
                pipe.send(host.step(*rest))
            case "run":
                host.run(*rest)
            case "plug":
                host.plug(*rest)
            case "truth":
                pipe.send(host.city.truth())
            case "say":
                host.city.say(*rest)
            case "fail":
                host.city.fail(*rest)
            case "restore":
                host.city.restore(*rest)
            case "ask":
                host.ask(*rest)
        return bool(order != "stop")
    except (EOFError, OSError):
        return False
