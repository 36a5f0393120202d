"""Work that waits for the database or a disk, done again and again on a thread of its own."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Sequence

from command_center.domain.errors import OperatorError
from command_center.runtime.logs import report_bug

log = logging.getLogger(__name__)


class Rounds:
    """Each of `looks` every `pause_s`, one after another; what fails is tried again next time.
    `close` is called on that thread at its end."""

    def __init__(
        self,
        name: str,
        looks: Sequence[Callable[[], object]],
        pause_s: float,
        close: Callable[[], None],
    ) -> None:
        self._looks = looks
        self._pause_s = pause_s
        self._close = close
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._run, name=name, daemon=True)

    def start(self) -> None:
        self._thread.start()

    def stop(self) -> None:
        self._stop.set()
        self._thread.join()

    def _run(self) -> None:
        while not self._stop.is_set():
            for look in self._looks:
                self._once(look)
            self._stop.wait(self._pause_s)
        self._close()

    def _once(self, look: Callable[[], object]) -> None:
        try:
            look()
        except OperatorError as error:
            log.info("%s waits: %s", self._thread.name, error.code)
        except OSError as error:
            log.info("%s cannot write: %s", self._thread.name, type(error).__name__)
        except Exception as error:  # noqa: BLE001 - a witness that ends would tell nobody
            report_bug(error)
