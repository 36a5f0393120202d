"""A picture of the window for documents and for machines without a screen."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget


def save(window: QWidget, file: Path) -> bool:
    """Write the window as it is now; False if the file cannot be written."""
    file.parent.mkdir(parents=True, exist_ok=True)
    return window.grab().save(str(file), "PNG")


def call_after(window: QWidget, seconds: float, call: Callable[[], None]) -> QTimer:
    """`call` once after `seconds`; closing the window before cancels it."""
    timer = QTimer(window)
    timer.setSingleShot(True)
    timer.timeout.connect(call)
    timer.start(max(0, round(seconds * 1000)))
    return timer


def save_after(window: QWidget, file: Path, seconds: float, done: Callable[[bool], None]) -> QTimer:
    """`save` once after `seconds`, then tell `done` whether it worked. The timer is the
    window's child: closing the window before cancels it."""
    return call_after(window, seconds, lambda: done(save(window, file)))
