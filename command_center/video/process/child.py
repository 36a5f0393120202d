"""The engine's process: obeys the window's orders, puts pictures and facts into shared memory.

Ends when the window says so, and at once when the window is gone.
"""

from __future__ import annotations

import faulthandler
import gc
import logging
import os
import threading
import time
from collections.abc import Callable
from concurrent.futures import Future
from multiprocessing.connection import Connection
from pathlib import Path
from typing import TypeVar

from command_center.runtime.allocator import give_back
from command_center.runtime.crash import open_stacks
from command_center.runtime.priority import stand_back
from command_center.runtime.redact import redact
from command_center.video.engine import Engine
from command_center.video.model import Reason, StreamError
from command_center.video.process import words
from command_center.video.process.board import BoardWriter, Place
from command_center.video.process.confine import confine
from command_center.video.process.memory import receive
from command_center.video.process.pictures import PictureWriter, Shape
from command_center.video.slot import Frame, FrameSlot

REPORT_S = 0.1
COST_EVERY = 10  # reports
SEEN_EVERY = 2
Result = TypeVar("Result")
log = logging.getLogger(__name__)


class SharedSlot(FrameSlot):
    """A slot whose pictures land in shared memory; those before it has any are dropped."""

    _writer: PictureWriter | None = None

    def attach(self, writer: PictureWriter, width: int, height: int) -> None:
        """From now on into this memory, at this size."""
        self.resize(width, height)
        self._writer = writer

    def publish(self, frame: Frame) -> None:
        writer = self._writer
        if writer is not None:
            writer.publish(frame)

    def clear(self) -> None:
        self._writer = None


class Mouth:
    """Sends answers, from any thread."""

    def __init__(self, pipe: Connection) -> None:
        self._pipe = pipe
        self._lock = threading.Lock()

    def say(self, answer: words.Answer) -> None:
        data = words.encode(answer)
        try:
            with self._lock:
                self._pipe.send_bytes(data)
        except OSError:
            os._exit(0)  # the window is gone


class LogForwarder(logging.Handler):
    """The window's process writes the log; this one says what there is to write."""

    def __init__(self, mouth: Mouth) -> None:
        super().__init__(logging.INFO)
        self._mouth = mouth
        self.setFormatter(logging.Formatter())

    def emit(self, record: logging.LogRecord) -> None:
        text = redact(self.format(record))
        self._mouth.say(words.Logged(record.levelno, record.name, text))


class Reporter:
    """Every tenth of a second: the heartbeat, the facts, what was seen."""

    def __init__(self, engine: Engine, board: BoardWriter, mouth: Mouth) -> None:
        self.places: dict[str, Place] = {}
        self._engine, self._board, self._mouth = engine, board, mouth

    def run(self) -> None:
        rounds = 0
        while True:
            self._board.beat(time.monotonic())
            self._facts()
            if rounds % SEEN_EVERY == 0 and (seen := self._engine.sightings()):
                self._mouth.say(words.Seen(list(seen)))
            if rounds % COST_EVERY == 0:
                self._board.cost(self._engine.cost())
            rounds += 1
            time.sleep(REPORT_S)

    def _facts(self) -> None:
        # Of nearly every camera something has come since the last time: to find out costs more.
        for camera, place in self.places.items():
            facts = self._engine.facts(camera)
            if facts is not None:
                self._board.put(place, facts)


class Host:
    """One engine and the orders to it."""

    def __init__(self, pipe: Connection, begin: words.Begin, mouth: Mouth) -> None:
        self._pipe, self._mouth = pipe, mouth
        board = BoardWriter(receive(pipe, begin.tag, begin.size))
        self._engine = Engine(
            begin.policy,
            make_slot=SharedSlot,
            budget_cores=begin.budget_cores,
            eyes=begin.eyes,
        )
        self._reporter = Reporter(self._engine, board, mouth)
        threading.Thread(target=self._reporter.run, name="camera-report", daemon=True).start()

    def obey(self, order: words.Order) -> None:
        engine = self._engine
        match order:
            case words.Show(cameras):
                engine.show([spec for _, spec in cameras])
                self._reporter.places = {spec.id: place for place, spec in cameras}
            case words.Attend(ranks):
                engine.attend(ranks)
            case words.Allow(policy):
                engine.allow(policy)
            case words.Tile():
                self._tile(order)
            case words.Late(samples):
                for late_ms in samples:
                    engine.window_late(late_ms)
            case words.Take(request, camera):
                self._answer(request, lambda: engine.snapshot(camera), words.Taken)
            case words.Keep(request, clip):
                self._answer(request, lambda: engine.keep(clip), words.Kept)
            case words.Moved(camera):
                engine.moved(camera)
            case words.End(timeout_s):
                self._mouth.say(words.Ended(engine.close(timeout_s)))
                os._exit(0)
            case words.Begin():
                raise RuntimeError("an engine begins once")

    def _tile(self, tile: words.Tile) -> None:
        memory = receive(self._pipe, tile.tag, tile.size)
        slot = self._engine.slot(tile.camera_id)
        assert isinstance(slot, SharedSlot)
        writer = PictureWriter(memory, Shape(tile.width, tile.height))
        slot.attach(writer, tile.width, tile.height)

    def _answer(
        self,
        request: int,
        ask: Callable[[], Future[Result]],
        answer: Callable[[int, Result], words.Answer],
    ) -> None:
        def done(future: Future[Result]) -> None:
            error = future.exception()
            if error is None:
                self._mouth.say(answer(request, future.result()))
                return
            reason = error.reason if isinstance(error, StreamError) else Reason.INTERNAL
            if reason is Reason.INTERNAL:
                log.error("a request failed", exc_info=error)
            self._mouth.say(words.Refused(request, reason))

        try:
            ask().add_done_callback(done)
        except StreamError as error:
            self._mouth.say(words.Refused(request, error.reason))


def serve(pipe: Connection, parent: int, crash_file: str) -> None:
    """Until the window says so or is gone; never returns."""
    confine(parent)
    stand_back()
    give_back()
    if crash_file:
        faulthandler.enable(open_stacks(Path(crash_file)))
    mouth = Mouth(pipe)
    logging.getLogger().addHandler(LogForwarder(mouth))
    logging.getLogger().setLevel(logging.INFO)
    threading.excepthook = lambda args: log.error(
        "thread %s ended", args.thread and args.thread.name, exc_info=args.exc_value
    )
    mouth.say(words.Ready())
    try:
        host = Host(pipe, pipe.recv(), mouth)
        gc.freeze()  # looking for what a camera left takes 1 ms, with all of this 40
        while True:
            host.obey(pipe.recv())
    except (EOFError, ConnectionError):
        os._exit(0)
    except Exception:
        log.exception("the video process ends")
        os._exit(1)
