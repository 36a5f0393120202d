"""Run as a program: writers that are killed in the middle. Prints what they had acknowledged.

usage: crashing.py URL KILLS SEED
"""

from __future__ import annotations

import json
import os
import random
import select
import signal
import sys
import time

from command_center.domain.unit import Unit
from command_center.storage.engine import open_engine
from command_center.storage.storage import SqlStorage
from tests.storage import rows

PATIENCE_S = 20.0


def write_for_ever(url: str, life: int, told: int) -> None:
    """One command after another; each is told only after its commit."""
    storage = SqlStorage(open_engine(url), lambda: None)
    for number in range(1_000_000):
        op_id = f"{life}-{number}"
        with storage.begin() as work:
            work.outcome_of(op_id)
            unit = work.get(Unit, "bravo")
            work.change(unit, crew=unit.crew + 1)
            work.append(rows.head(op_id))
        os.write(told, f"{op_id}\n".encode())


def one_life(url: str, life: int, rest_s: float) -> list[str]:
    """Start a writer, let it acknowledge once, kill it `rest_s` later; what it acknowledged."""
    hear, told = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            write_for_ever(url, life, told)
        finally:
            os._exit(1)
    os.close(told)
    select.select([hear], [], [], PATIENCE_S)
    time.sleep(rest_s)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    heard = b""
    while part := os.read(hear, 65536):
        heard += part
    os.close(hear)
    return heard.decode().split()


def main() -> None:
    url, kills, seed = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
    chance = random.Random(seed)
    lives = [one_life(url, life, chance.uniform(0, 0.02)) for life in range(kills)]
    json.dump(lives, sys.stdout)


if __name__ == "__main__":
    main()
