"""The gateway with everything on, over real HTTP on loopback, on PostgreSQL: how many reports a
second it stores beside the bare driver, how soon one is in the queue, and whether any is lost.

Senders are processes of their own. The bare driver executes what the lane executed to store the
same reports, parameters ready made, in transactions of the same size.
"""

from __future__ import annotations

import json
import statistics
import subprocess
import sys
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from command_center.bootstrap.gateway_server import GatewayPart
from command_center.bootstrap.intake_room import Follower
from command_center.bootstrap.room import OpenedRoom
from command_center.bootstrap.source_keys import give_key
from command_center.commands.intake import ReceiveReport
from command_center.commands.room import ConnectSource
from command_center.connectors.gateway.keys import new_master
from command_center.connectors.gateway.server import Listen
from command_center.domain.room import SourceKind
from tests.benchmarks.databases import Maker, databases
from tests.benchmarks.executor_rate import Bare, Statement, opened, transactions, written_down
from tests.benchmarks.figure import Figure

ROUNDS, PER_ROUND, BATCH = 5, 500, 100
PER_S, SECONDS = 50, 30
MINUTE, MINUTE_S = 5_000, 60.0
VISIBLE_S = 1.2
WAIT_S = 60.0


class _Nobody:
    """The intake of nobody: the follower alone is wanted."""

    def follow(self, *_: Any) -> None:
        """Heard."""


@contextmanager
def served(room: OpenedRoom) -> Iterator[tuple[str, str, str]]:
    """(url, name of the key, secret) of a gateway of this room."""
    master = new_master()
    command = ConnectSource("jmp", "JMP", "", kind=SourceKind.PUSH)
    room.lane.submit(command, act=room.console).result(WAIT_S)
    key = give_key(room, "jmp", master)
    part, follower = GatewayPart(room, Listen("127.0.0.1", 0), master), Follower(room)
    part.start()
    nobody: Any = _Nobody()
    follower.look(nobody, 0.1)
    part.follow(follower.situation)
    follower.close()
    try:
        yield part.url, key.name, key.secret
    finally:
        part.stop()


def send(
    where: tuple[str, str, str], name: str, total: int, batch: int, per_s: float, *kind: str
) -> Any:
    """A sender at work in a process of its own; it prints how many the gateway said it stored and
    the moment each answer came."""
    words = [*where, name, str(total), str(batch), str(per_s), *kind]
    module = "tests.benchmarks.sources_sender"
    return subprocess.Popen(
        [sys.executable, "-m", module, *words], stdout=subprocess.PIPE, text=True
    )


def heard(sender: Any) -> dict[str, Any]:
    out, _ = sender.communicate(timeout=WAIT_S * 4)
    told: dict[str, Any] = json.loads(out)
    return told


def bare_work(maker: Maker, url: str) -> Sequence[Sequence[Statement]]:
    """What storing one round takes, as the lane of a copy of the room said it."""
    written = maker.copy(url, "written")
    statements: list[Statement] = []
    with opened(written) as room, written_down(statements):
        for first in range(0, ROUNDS * PER_ROUND, BATCH):
            sent = [
                room.lane.submit(
                    ReceiveReport(
                        "110", f"b{first + n}", "kebakaran", "asap tebal", lat=-7.97, lon=112.63
                    ),
                    act=room.system,
                )
                for n in range(BATCH)
            ]
            for future in sent:
                future.result(WAIT_S)
    return transactions(statements)


def rates(maker: Maker) -> Iterator[Figure]:
    start = time.perf_counter()
    url = maker.new("gateway")
    with opened(url):
        pass
    bare = Bare(maker.copy(url, "bare"))
    work = bare.prepared(bare_work(maker, url))
    part = -(-len(work) // ROUNDS)
    found: dict[str, list[float]] = {"gateway": [], "bare": []}
    with opened(url) as room, served(room) as where:
        heard(send(where, "warm", BATCH, BATCH, 0.0))
        for number in range(ROUNDS):
            told = heard(send(where, f"r{number}", PER_ROUND, BATCH, 0.0))
            found["gateway"].append(told["stored"] / told["seconds"])
            stored = work[number * part : (number + 1) * part]
            begun = time.perf_counter()
            bare.run(stored)
            reports = PER_ROUND * len(stored) * ROUNDS / len(work)
            found["bare"].append(reports / (time.perf_counter() - begun))
    bare.close()
    value, baseline = (statistics.median(found[name]) for name in ("gateway", "bare"))
    n, seconds = ROUNDS * PER_ROUND, time.perf_counter() - start
    yield Figure("sources", "gateway_reports_per_s", value, "1/s", "higher", n, seconds, target=500)
    yield Figure(
        "sources", "gateway_reports_beside_bare", value, "1/s", "higher", n, seconds,
        baseline=baseline, target=0.5, by_ratio=True,
    )  # fmt: skip


class Watch:
    """Another workstation: when each report was folded into what its queue shows."""

    def __init__(self, room: OpenedRoom) -> None:
        self._follower = Follower(room)
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._run, daemon=True)
        self.seen: dict[str, float] = {}
        self._thread.start()

    def _run(self) -> None:
        nobody: Any = _Nobody()
        while not self._over.is_set():
            self._follower.look(nobody, 0.05)
            for report in self._follower.situation.all("report"):
                self.seen.setdefault(report.external_id, time.time())

    def stop(self) -> None:
        self._over.set()
        self._thread.join()
        self._follower.close()


def visible(maker: Maker) -> Iterator[Figure]:
    """From when it was sent, which is before it was accepted; visible = folded at another
    machine."""
    url = maker.new("visible")
    with opened(url) as room, served(room) as where, opened(url) as desk:
        watch = Watch(desk)
        told = heard(send(where, "v", PER_S * SECONDS, 1, PER_S))
        end = time.monotonic() + 10
        while len(watch.seen) < told["stored"] and time.monotonic() < end:
            time.sleep(0.05)
        watch.stop()
    for name, since in (("accepted_to_visible_p99", "accepted"), ("sent_to_visible_p99", "sent")):
        late = sorted(watch.seen.get(id, time.time()) - at for id, at in told[since].items())
        p99 = max(0.0, late[int(len(late) * 0.99)])
        yield Figure(
            "sources", name, p99, "s", "lower", len(late), told["seconds"], target=VISIBLE_S
        )


def minute(maker: Maker) -> Iterator[Figure]:
    """Loss = told to be stored and not there, or sent and never answered."""
    url = maker.new("minute")
    with opened(url) as room, served(room) as where:
        told = heard(send(where, "m", MINUTE, 10, MINUTE / MINUTE_S))
        rows = room.database.feed.snapshot(None).rows["report"]
        lost = MINUTE - len({row["external_id"] for row in rows})
    yield Figure(
        "sources", "lost_of_5000_in_a_minute", lost, "reports", "lower", MINUTE, told["seconds"],
        target=0,
    )  # fmt: skip


def sources_gateway() -> Iterator[Figure]:
    with databases("postgresql") as maker:
        if maker is not None:
            yield from rates(maker)
            yield from visible(maker)
            yield from minute(maker)
