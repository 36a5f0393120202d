"""Reads the pages of a large file beside the room that works with it, instead of before it."""

from __future__ import annotations

import logging
import threading
from pathlib import Path

from command_center.bootstrap.database_watch import DatabaseWatch
from command_center.domain.errors import OperatorError
from command_center.runtime.logs import report_bug
from command_center.storage.database import PageReader

LARGE_BYTES = 512 * 1024 * 1024
"""A file of this size is read in about 0.7 s where its pages are in memory; nobody waits longer."""
AGAIN_S = 0.02
log = logging.getLogger(__name__)


def is_large(file: Path) -> bool:
    """Whether its pages are read beside the start. What is not there is not large."""
    return file.is_file() and file.stat().st_size > LARGE_BYTES


class PageCheck:
    """Once, on a thread of its own. Damage becomes the database's line of health, which ends the
    window: the next start reads every page and the whole log before anything else."""

    def __init__(self, reader: PageReader, watch: DatabaseWatch) -> None:
        self._reader = reader
        self._watch = watch
        self._thread = threading.Thread(target=self._run, name="page-check", daemon=True)

    def start(self) -> None:
        self._thread.start()

    def stop(self) -> None:
        """Also in the middle of it."""
        while not self._reader.stop():
            self._thread.join(AGAIN_S)
        self._thread.join()

    def _run(self) -> None:
        try:
            if self._reader.read():
                log.info("every page of the database has been read")
        except OperatorError as error:
            self._watch.wrote(error)
        except Exception as error:  # noqa: BLE001 - a check that ends would tell nobody
            report_bug(error)
