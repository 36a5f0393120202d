"""One engine process from its start to its end, with the two threads that talk to it."""

from __future__ import annotations

import logging
import multiprocessing
import os
import threading
from collections.abc import Callable
from queue import SimpleQueue

import msgspec

from command_center.video.model import EyesSetup
from command_center.video.policy import StreamPolicy
from command_center.video.process import board, words
from command_center.video.process.board import BoardReader
from command_center.video.process.entry import main
from command_center.video.process.memory import Block

END_S = 5.0
Prepared = tuple[words.Order, Block | None]
log = logging.getLogger(__name__)


class Life:
    """Orders are sent in a thread of their own, so that a process that hangs holds nobody up.

    The constructor raises OSError when the machine starts no process. Only the thread that made
    it may end it: the kernel ends the process together with that thread.
    """

    def __init__(self, hear: Callable[[words.Answer], None], crash_file: str) -> None:
        context = multiprocessing.get_context("spawn")
        self._pipe, theirs = context.Pipe()
        self._hear = hear
        self._orders: SimpleQueue[Callable[[], Prepared | None] | None] = SimpleQueue()
        self.board: BoardReader | None = None
        self.process = context.Process(
            target=main, args=(theirs, os.getpid(), crash_file), name="video", daemon=True
        )
        try:
            self.process.start()
        except OSError:
            self._pipe.close()
            raise
        finally:
            theirs.close()
        self._threads = [
            threading.Thread(target=self._send, name="video-orders", daemon=True),
            threading.Thread(target=self._receive, name="video-answers", daemon=True),
        ]
        for thread in self._threads:
            thread.start()

    @property
    def pid(self) -> int:
        assert self.process.pid is not None
        return self.process.pid

    def begin(self, policy: StreamPolicy, eyes: EyesSetup, budget_cores: float | None) -> None:
        """The first order: from now on the board tells how it is."""
        memory = Block.create(board.SIZE)
        self.board = BoardReader(memory.memory)
        order = words.Begin(policy, memory.tag, memory.size, eyes, budget_cores)
        self.order(lambda: (order, memory))

    def order(self, prepare: Callable[[], Prepared | None]) -> None:
        """Send what `prepare` makes, and the memory that belongs to it; None is nothing."""
        self._orders.put(prepare)

    def say(self, order: words.Order) -> None:
        """Send an order that needs nothing else."""
        self._orders.put(lambda: (order, None))

    def end(self) -> None:
        """Kill what is left of it; waits for the kernel only."""
        self.process.kill()
        self.process.join(END_S)
        self._orders.put(None)
        for thread in self._threads:
            thread.join(END_S)
        self._pipe.close()

    def _send(self) -> None:
        try:
            while (prepare := self._orders.get()) is not None:
                prepared = prepare()
                if prepared is not None:
                    order, memory = prepared
                    self._pipe.send(order)
                    if memory is not None:
                        memory.send(self._pipe)
        except ConnectionError as error:
            log.info("an order reached no video process: %s", type(error).__name__)
        except Exception:
            log.exception("an order cannot be given")
        finally:
            # One that hears no more orders would show what nobody wants; the next one is told all.
            self.process.kill()

    def _receive(self) -> None:
        while True:
            try:
                answer = words.decode(self._pipe.recv_bytes(words.ANSWER_MAX))
            except (EOFError, ConnectionError):
                return
            except (OSError, msgspec.DecodeError):
                log.exception("the video process answers nonsense")
                self.process.kill()
                return
            self._hear(answer)
