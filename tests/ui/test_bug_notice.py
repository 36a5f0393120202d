"""A bug in a slot or a thread is logged under an id, said, and survived."""

from __future__ import annotations

import logging
import sys
import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from command_center.runtime.logs import catch_bugs
from command_center.ui.bug_notice import BugNotice
from command_center.ui.notices import Notice, Notices
from command_center.ui.sentences import sentence


@pytest.fixture
def said(monkeypatch: pytest.MonkeyPatch, qtbot: QtBot) -> Iterator[list[Notice]]:
    for module in (sys, threading):
        monkeypatch.setattr(module, "excepthook", module.excepthook)
    heard: list[Notice] = []
    notices = Notices()
    notices.said.connect(heard.append)
    bugs = BugNotice(notices)
    catch_bugs(bugs.happened.emit)
    yield heard
    bugs.deleteLater()
    notices.deleteLater()


def ids(caplog: pytest.LogCaptureFixture) -> list[str]:
    return [record.getMessage() for record in caplog.records if record.levelno == logging.ERROR]


def raise_here() -> None:
    raise KeyError("a bug")


def caught() -> None:
    """As Qt for Python does with what a slot raises."""
    try:
        raise_here()
    except KeyError:
        sys.excepthook(*sys.exc_info())


def test_a_bug_in_a_slot_is_said_with_its_id(
    said: list[Notice], qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    QTimer.singleShot(0, caught)
    qtbot.waitUntil(lambda: bool(said))
    (notice,) = said
    assert notice.error
    assert ids(caplog) == [f"bug {notice.params['id']}"]
    assert str(notice.params["id"]) in sentence(notice.code, notice.params)


def test_a_bug_in_a_thread_is_said_on_the_windows_own(
    said: list[Notice], qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    thread = threading.Thread(target=raise_here)
    thread.start()
    thread.join()
    assert said == [], "nothing of the window is touched from there"
    qtbot.waitUntil(lambda: bool(said))
    assert ids(caplog) == [f"bug {said[0].params['id']}"]


def test_the_same_bug_again_and_again_is_one(
    said: list[Notice], qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    for _ in range(100):
        caught()
    qtbot.waitUntil(lambda: bool(said))
    assert len(said) == 1
    assert len(ids(caplog)) == 1
