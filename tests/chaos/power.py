"""The power is cut: of what was written but not synced, any sector may be there, missing or torn.

usage: python -m tests.chaos.power [--images N] [--seed S] [--synchronous FULL|NORMAL]
"""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from pysqlite3 import dbapi2 as sqlite

from command_center.commands.executor import WriteLane
from command_center.domain.errors import OperatorError
from command_center.storage.backup import verify
from command_center.storage.engine import open_engine
from command_center.storage.link import Link
from command_center.storage.storage import SqlStorage
from tests.chaos.cast import WAIT_S, Cast, found, lane
from tests.chaos.checker import say
from tests.chaos.recorder import Recorder, Recording, Step

SECTOR = 512
COMMANDS, MOST_AT_ONCE = 150, 3
IMAGES_EACH = 40


def record(folder: Path, seed: int, *pragmas: str) -> Recording:
    """A room at work for `COMMANDS` commands, through the product's executor."""
    path = folder / "room.db"
    cast = found(f"sqlite:///{path}")
    recorder = Recorder(path, pragmas)
    storage = SqlStorage(recorder.engine(), lambda: None)
    work = lane(storage, cast, "WS1")
    chance, done = random.Random(seed), 0
    try:
        while done < COMMANDS:
            size = chance.randint(1, MOST_AT_ONCE)
            _submit(work, cast, [f"{seed}-{done + n}" for n in range(size)], recorder)
            done += size
        # what closing writes is not part of it: the power went before
        return Recording(recorder.recording.before, list(recorder.recording.steps))
    finally:
        work.close()
        storage.close()
        recorder.close()


def _submit(work: WriteLane, cast: Cast, op_ids: Sequence[str], recorder: Recorder) -> None:
    futures = [(op_id, work.submit(cast.command(op_id), op_id=op_id)) for op_id in op_ids]
    for op_id, future in futures:
        error = future.exception(WAIT_S)
        if error is None:
            recorder.acked(op_id)
        elif not isinstance(error, OperatorError):
            raise error


@dataclass(slots=True)
class Disk:
    """`durable` is what was synced; `waiting` what was written to each file since."""

    durable: dict[str, bytearray]
    waiting: defaultdict[str, list[Step]] = field(default_factory=lambda: defaultdict(list))
    acked: set[str] = field(default_factory=set)

    def take(self, step: Step) -> None:
        if step.what == "ack":
            self.acked.add(step.said)
        elif step.what == "sync":
            content = self.durable.setdefault(step.file, bytearray())
            for written in self.waiting.pop(step.file, ()):
                _apply(content, written)
        else:
            self.waiting[step.file].append(step)

    def without_power(self, chance: random.Random) -> dict[str, bytes]:
        """The files as they may be found afterwards. Runs differ in how much had reached the
        disk, from nothing to everything."""
        kept = chance.choice((0.0, 0.5, 1.0, chance.random()))
        files = {name: bytearray(content) for name, content in self.durable.items()}
        for name, steps in self.waiting.items():
            content = files.setdefault(name, bytearray())
            for step in steps:
                for part in _sectors(step):
                    if chance.random() < kept:
                        _apply(content, part)
                    elif part.data and chance.random() < 0.2:
                        torn = chance.randrange(len(part.data))
                        _apply(content, Step("write", name, part.offset, part.data[:torn]))
        return {name: bytes(content) for name, content in files.items()}


def _sectors(step: Step) -> Iterator[Step]:
    """The step cut at sector borders; a truncation is one."""
    if step.what == "truncate":
        yield step
        return
    start = 0
    while start < len(step.data):
        end = start + SECTOR - (step.offset + start) % SECTOR
        yield Step("write", step.file, step.offset + start, step.data[start:end])
        start = end


def _apply(content: bytearray, step: Step) -> None:
    if step.what == "truncate":
        del content[step.size :]
        return
    gap = step.offset - len(content)
    if gap > 0:
        content.extend(bytes(gap))
    content[step.offset : step.offset + len(step.data)] = step.data


@dataclass(slots=True)
class Found:
    """Over all images: how many were unreadable, how many had lost something acknowledged, and
    the most that one had lost."""

    images: int = 0
    acked: int = 0
    corrupt: int = 0
    losing: int = 0
    most_lost: int = 0

    def look(self, folder: Path, files: dict[str, bytes], acked: set[str]) -> None:
        self.images += 1
        self.acked += len(acked)
        for name, content in files.items():
            (folder / name).write_bytes(content)
        try:
            lost = len(acked - _stored(folder / "room.db"))
        except (OperatorError, sqlite.DatabaseError):
            self.corrupt += 1
            return
        self.losing += lost > 0
        self.most_lost = max(self.most_lost, lost)


def _stored(path: Path) -> set[str]:
    """The op_ids of the log, opened as the product does and then checked page by page."""
    link = Link(open_engine(f"sqlite:///{path}"))
    try:
        ops = {str(row[0]) for row in link.all("SELECT op_id FROM event_log")}
    finally:
        link.close()
    verify(path)
    return ops


def cut(images: int, seed: int, *pragmas: str) -> Found:
    """That many images of as many recordings as it takes; prints the line of the run."""
    start, found_all, chance = time.monotonic(), Found(), random.Random(seed)
    while found_all.images < images:
        with tempfile.TemporaryDirectory(prefix="power-") as folder:
            recording = record(Path(folder), chance.randrange(1_000_000), *pragmas)
        _images(recording, min(IMAGES_EACH, images - found_all.images), chance, found_all)
    say(f"power_{'_'.join(pragmas).split('=')[-1].strip().lower() or 'product'}", seed,
        images=found_all.images, acked=found_all.acked, corrupt=found_all.corrupt,
        losing=found_all.losing, most_lost=found_all.most_lost,
        seconds=round(time.monotonic() - start, 1),
    )  # fmt: skip
    return found_all


def _images(recording: Recording, images: int, chance: random.Random, into: Found) -> None:
    disk = Disk({name: bytearray(content) for name, content in recording.before.items()})
    steps = recording.steps
    cuts = sorted(chance.randrange(len(steps) + 1) for _ in range(images))
    done = 0
    for at in cuts:
        for step in steps[done:at]:
            disk.take(step)
        done = at
        with tempfile.TemporaryDirectory(prefix="image-") as folder:
            into.look(Path(folder), disk.without_power(chance), disk.acked)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--images", type=int, default=40)
    parser.add_argument("--seed", type=int, default=random.randrange(1_000_000))
    parser.add_argument("--synchronous", choices=("FULL", "NORMAL", "OFF"))
    given = parser.parse_args()
    pragmas = [f"PRAGMA synchronous = {given.synchronous}"] if given.synchronous else []
    seen = cut(given.images, given.seed, *pragmas)
    return 1 if seen.corrupt or seen.losing else 0


if __name__ == "__main__":
    sys.exit(main())
