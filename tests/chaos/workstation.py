"""One workstation without a window: the room, its write lane, its feed and its own board.

usage: python -m tests.chaos.workstation URL NAME SEED CAST [OP_ID ...]

CAST is the room as JSON; the op_ids are asked about first: an earlier life of this workstation
heard no answer to them. Prints one JSON object a line with the machine's monotonic time. Reads
`converge SEQ`: no more commands; prints its board's hash once it holds that entry, and ends.
"""

from __future__ import annotations

import itertools
import json
import random
import sys
import threading
import time
from collections.abc import Sequence
from typing import Any

from command_center.bootstrap.room import OpenedRoom, RoomPlan, open_room
from command_center.domain.errors import OperatorError, is_environment
from command_center.domain.log import StoredEntry
from command_center.runtime.clock import LiveClock
from command_center.situation.fold import OutOfStep
from command_center.situation.situation import Situation
from command_center.situation.state import state
from command_center.storage.feed import LogFeed
from tests.chaos.cast import Cast

OPEN_S, ANSWER_S, OWN_S = 60.0, 60.0, 30.0
LONGEST_PAUSE_S = 0.05
_said = threading.Lock()


def say(**what: Any) -> None:
    with _said:
        print(json.dumps({"at": time.monotonic(), **what}), flush=True)  # noqa: T201


class Board:
    """What a window would show; whole history, so that its hash can be compared."""

    def __init__(self, feed: LogFeed) -> None:
        self._feed = feed
        self._news = threading.Condition()
        self.situation = Situation()
        self.resyncs = 0
        feed.on_broken = lambda seq: threading.Thread(target=self.load, daemon=True).start()
        self.load()

    def load(self) -> None:
        """Until the database can be read."""
        self._feed.stop()
        self.resyncs += 1
        while True:
            try:
                snapshot = self._feed.snapshot(None)
            except OperatorError:
                time.sleep(0.2)
            else:
                break
        with self._news:
            self.situation.load(snapshot)
            self._feed.start(self.situation.seq, self._take)
            self._news.notify_all()

    def _take(self, entries: Sequence[StoredEntry]) -> None:
        with self._news:
            try:
                for entry in entries:
                    self.situation.apply(entry)
            except OutOfStep as error:
                say(gap=str(error))
                threading.Thread(target=self.load, daemon=True).start()
            self._news.notify_all()

    def holds(self, seq: int, within_s: float) -> bool:
        with self._news:
            return self._news.wait_for(lambda: self.situation.seq >= seq, within_s)

    def hash(self) -> str:
        with self._news:
            return str(state(self.situation)["hash"])


class Workstation:
    def __init__(self, room: OpenedRoom, cast: Cast, name: str, seed: int) -> None:
        self.room, self.cast, self.name = room, cast, name
        self.board = Board(room.database.feed)
        self.chance = random.Random(f"{name}-{seed}")
        self.over = threading.Event()
        self._unread: list[tuple[int, float, str]] = []

    def work(self, again: Sequence[str]) -> None:
        for op_id in again:
            self._do(op_id)
        for number in itertools.count():
            if self.over.wait(self.chance.uniform(0, LONGEST_PAUSE_S)):
                return
            self._do(f"{self.name}-{self.chance.getrandbits(32):08x}-{number}")

    def _do(self, op_id: str) -> None:
        """Until there is an answer: trouble on the way is asked about again."""
        say(word="try", op=op_id)
        deadline = time.monotonic() + ANSWER_S
        while time.monotonic() < deadline:
            try:
                outcome = self.room.lane.submit(self.cast.command(op_id), op_id=op_id).result(30)
            except OperatorError as error:
                if is_environment(error):
                    time.sleep(0.02)
                    continue
                say(word="no", op=op_id, code=error.code)
                return
            say(word="ok", op=op_id, was=outcome.replayed)
            if outcome.seq is not None:
                self._unread.append((outcome.seq, time.monotonic() + OWN_S, op_id))
            self.read_back()
            return
        say(unanswered=op_id)

    def read_back(self, *, wait: bool = False) -> None:
        """What was acknowledged is on the own board soon, and only soon: `unread` if not."""
        late = []
        for seq, until, op_id in self._unread:
            left_s = until - time.monotonic()
            if not self.board.holds(seq, max(0.0, left_s) if wait else 0.0):
                if left_s > 0:
                    late.append((seq, until, op_id))
                else:
                    say(unread=op_id)
        self._unread = late


def opened(url: str) -> OpenedRoom:
    """The server may be away when a workstation starts."""
    deadline = time.monotonic() + OPEN_S
    while True:
        try:
            return open_room(url, LiveClock(), RoomPlan())
        except OperatorError:
            if time.monotonic() > deadline:
                raise
            time.sleep(0.1)


def main() -> None:
    url, name, seed, cast, *again = sys.argv[1:]
    told = json.loads(cast)
    known = Cast(tuple(told["incidents"]), tuple(told["units"]), told["shift"], told["seq"])
    station = Workstation(opened(url), known, name, int(seed))
    say(word="up")
    hands = threading.Thread(target=station.work, args=(again,), daemon=True)
    hands.start()
    word = sys.stdin.readline().split()
    station.over.set()
    hands.join()
    station.read_back(wait=True)
    say(word="done")
    if word:
        seq = int(sys.stdin.readline().split()[1])
        there = station.board.holds(seq, OWN_S)
        say(word="board", hash=station.board.hash(), there=there, resyncs=station.board.resyncs)
    station.room.close()


if __name__ == "__main__":
    main()
