"""The kill monkey at the outbox: what was answered "kept here" reaches the room, once.

usage: python -m tests.chaos.outbox_kills sqlite|postgresql|URL [--kills N] [--seed S]
"""

from __future__ import annotations

import argparse
import os
import random
import sys
import tempfile
import time
from functools import partial
from pathlib import Path

from command_center.bootstrap.offline import OfflineExecutor
from command_center.bootstrap.room import OPERATOR_ID
from command_center.commands.intake import EnterCall
from command_center.commands.notes import AddNote
from command_center.commands.offline import alias_op_id
from command_center.domain.errors import OperatorError
from command_center.domain.incident import Priority
from command_center.domain.room import Role
from command_center.ports import Act, Connection, LinkState
from command_center.runtime.clock import LiveClock
from command_center.storage.engine import open_engine
from command_center.storage.outbox import Outbox
from command_center.storage.storage import SqlStorage
from tests.chaos.cast import WAIT_S, Cast, city, found, lane
from tests.chaos.checker import check, numbers, say
from tests.chaos.kills import LONGEST_S, Monkey, room_url

PATIENCE_S, RETRY_S, EMPTY_S = 0.01, 0.02, 60.0


def command(cast: Cast, op_id: str) -> AddNote | EnterCall:
    """Always the same for an op_id, whose text it carries."""
    chance = random.Random(op_id)
    if chance.random() < 0.5:
        return AddNote(chance.choice(cast.incidents), op_id)
    return EnterCall("lainnya", op_id, "Jalan Ijen", Priority.P3)


def told(executor: OfflineExecutor, state: LinkState) -> None:
    now = LiveClock().now()
    executor.connected(Connection(state, now, now))


def write_for_ever(url: str, cast: Cast, box: Path, life: int, again: list[str], tell: int) -> None:
    """In and out of reach of the room. `life` < 0: ask again, send everything, end."""
    work = lane(SqlStorage(open_engine(url), lambda: None), cast, "WS1")
    act = Act(OPERATOR_ID, "WS1", cast.shift, Role.SHIFT_LEAD.value)
    executor = OfflineExecutor(
        work, Outbox(box), LiveClock(), act, lambda: "B", patience_s=PATIENCE_S, retry_s=RETRY_S
    )
    chance, count = random.Random(life), 0
    for op_id in again:
        _submit(executor, cast, op_id, tell)
    while life >= 0:
        told(executor, chance.choice((LinkState.ONLINE, LinkState.OFFLINE)))
        for _ in range(chance.randint(1, 4)):
            _submit(executor, cast, f"{life}-{count}", tell)
            count += 1
    told(executor, LinkState.ONLINE)
    until = time.monotonic() + EMPTY_S
    while any(item.state == "waiting" for item in executor.items) and time.monotonic() < until:
        time.sleep(0.01)


def _submit(executor: OfflineExecutor, cast: Cast, op_id: str, tell: int) -> None:
    os.write(tell, f"try {op_id}\n".encode())
    try:
        outcome = executor.submit(command(cast, op_id), op_id=op_id).result(WAIT_S)
    except OperatorError:
        os.write(tell, f"no {op_id}\n".encode())
    else:
        os.write(tell, f"{'was' if outcome.replayed else 'ok'} {op_id}\n".encode())


def kill_outboxes(url: str, folder: Path, kills: int, seed: int) -> bool:
    """Disturb one workstation's outbox, print the line of the run; whether it came out clean."""
    start, chance, cast = time.monotonic(), random.Random(seed), found(url)
    city()  # warm before the fork
    box = folder / "outbox.db"
    monkey = Monkey(partial(write_for_ever, url, cast, box))
    for life in range(kills):
        monkey.life(life, chance.choice(("try", "ok")), chance.uniform(0, LONGEST_S))
    monkey.rest()
    left = Outbox(box)
    waiting, refused = len(left.waiting()), len(left.refused())
    left.close()
    monkey.told.tried |= {alias_op_id(op_id) for op_id in monkey.told.tried}
    verdict = check(url, cast, monkey.told)
    clean = verdict.clean and not waiting and not refused and not verdict.refused
    say(f"outbox_{url.partition(':')[0]}", seed, kills=kills, waiting=waiting, kept_refused=refused,
        seconds=round(time.monotonic() - start, 1), clean=clean, **numbers(verdict),
    )  # fmt: skip
    return clean and verdict.acked >= kills // 4


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("database")
    parser.add_argument("--kills", type=int, default=60)
    parser.add_argument("--seed", type=int, default=random.randrange(1_000_000))
    given = parser.parse_args()
    with room_url(given.database) as url, tempfile.TemporaryDirectory() as folder:
        return 0 if kill_outboxes(url, Path(folder), given.kills, given.seed) else 1


if __name__ == "__main__":
    sys.exit(main())
