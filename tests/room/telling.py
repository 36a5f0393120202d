"""The part of a room's intake that sends its messages, in a process that may be killed:
python -m tests.room.telling DATABASE_URL"""

import sys
import threading
from collections.abc import Sequence

from command_center.bootstrap.deliveries import make_deliveries
from command_center.bootstrap.room import RoomPlan, open_room
from command_center.domain.log import StoredEntry
from command_center.runtime.clock import LiveClock
from command_center.situation.situation import Situation


def main(url: str) -> None:
    clock = LiveClock()
    room = open_room(url, clock, RoomPlan())
    part = make_deliveries(room)
    situation = Situation()
    situation.load(room.database.feed.snapshot(clock.now()))
    lock = threading.Lock()

    def deliver(entries: Sequence[StoredEntry]) -> None:
        with lock:
            for entry in entries:
                situation.apply(entry)
            part.follow(situation)

    part.start()
    part.follow(situation)
    room.database.feed.start(situation.seq, deliver)
    sys.stdin.read()


if __name__ == "__main__":
    main(sys.argv[1])
