"""The program's own log: one JSON object a line, secrets and line breaks made harmless."""

from __future__ import annotations

import faulthandler
import json
import logging
import sys
import threading
import time
import uuid
from collections.abc import Callable
from datetime import UTC, datetime
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType

from command_center.runtime.crash import Vitals, open_stacks, take_vitals
from command_center.runtime.paths import data_dir
from command_center.runtime.redact import redact

MAX_BYTES = 5_000_000
SAME_BUG_S, MOST_PLACES = 60.0, 500


class JsonLine(logging.Formatter):
    """json.dumps escapes line breaks and control characters, so a record is one line always."""

    def format(self, record: logging.LogRecord) -> str:
        line = {
            "at": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname,
            "where": record.name,
            "what": redact(record.getMessage()),
        }
        if record.exc_info:
            line["trace"] = redact(self.formatException(record.exc_info))
        return json.dumps(line, ensure_ascii=True)


def start_log(folder: Path, name: str) -> Path:
    """Log to `folder`/`name`.log, crashes of the interpreter beside it. Returns the log's path."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{name}.log"
    handler = RotatingFileHandler(path, maxBytes=MAX_BYTES, backupCount=3, encoding="utf-8")
    handler.setFormatter(JsonLine())
    root = logging.getLogger()
    root.addHandler(handler)
    root.setLevel(logging.INFO)
    faulthandler.enable(open_stacks(folder / f"{name}.crash"))
    return path


def begin_log(name: str) -> Vitals | None:
    """What every program with a window does first: log, and catch what nobody handles. Returns
    what its supervisor waits for, if it has one."""
    folder = logs_dir()
    start_log(folder, name)
    catch_bugs()
    return take_vitals(folder)


def logs_dir() -> Path:
    return data_dir() / "logs"


def report_bug(error: BaseException) -> str:
    """Write a bug to the log under an id a person can quote; returns the id."""
    bug = uuid.uuid4().hex[:8]
    logging.getLogger("bug").error("bug %s", bug, exc_info=error)
    return bug


class _Repeats:
    """A bug while painting happens sixty times a second: it is one bug, told once a minute."""

    def __init__(self) -> None:
        self._told: dict[tuple[type[BaseException], str, int], float] = {}

    def is_new(self, error: BaseException) -> bool:
        trace = error.__traceback__
        while trace is not None and trace.tb_next is not None:
            trace = trace.tb_next
        file, line = (trace.tb_frame.f_code.co_filename, trace.tb_lineno) if trace else ("", 0)
        place, now = (type(error), file, line), time.monotonic()
        if now - self._told.get(place, -SAME_BUG_S) < SAME_BUG_S:
            return False
        if len(self._told) >= MOST_PLACES:
            self._told.clear()
        self._told[place] = now
        return True


def catch_bugs(tell: Callable[[str], None] | None = None) -> None:
    """Exceptions nobody handled go to the log, and their id to `tell` from the thread they
    happened in; the program goes on."""
    repeats = _Repeats()

    def caught(error: BaseException) -> None:
        if repeats.is_new(error):
            bug = report_bug(error)
            if tell is not None:
                tell(bug)

    def from_main(
        kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
        else:
            caught(error)

    sys.excepthook = from_main
    threading.excepthook = lambda args: caught(args.exc_value or args.exc_type())
