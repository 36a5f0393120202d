"""The program's own log: one JSON object a line, secrets and line breaks made harmless."""

from __future__ import annotations

import faulthandler
import json
import logging
import sys
import threading
import uuid
from datetime import UTC, datetime
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType

from command_center.runtime.paths import data_dir
from command_center.runtime.redact import redact

MAX_BYTES = 5_000_000


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
    # The handle stays open for as long as the process lives: that is what faulthandler needs.
    faulthandler.enable((folder / f"{name}.crash").open("a", encoding="utf-8"))
    return path


def begin_log(name: str) -> None:
    """What every program with a window does first: log, and catch what nobody handles."""
    start_log(data_dir() / "logs", name)
    catch_bugs()


def report_bug(error: BaseException) -> str:
    """Write a bug to the log under an id a person can quote; returns the id."""
    bug = uuid.uuid4().hex[:8]
    logging.getLogger("bug").error("bug %s", bug, exc_info=error)
    return bug


def catch_bugs() -> None:
    """Exceptions nobody handled go to the log; the program goes on."""

    def from_main(
        kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
        else:
            report_bug(error)

    sys.excepthook = from_main
    threading.excepthook = lambda args: report_bug(args.exc_value or args.exc_type())
