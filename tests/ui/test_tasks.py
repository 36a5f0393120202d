"""Answers of other threads, also those that come when nobody waits for them any more."""

import logging
from concurrent.futures import Future, ThreadPoolExecutor

import pytest
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from command_center.domain.errors import OperatorError
from command_center.ui.tasks import Tasks


@pytest.fixture
def asked() -> Future[str]:
    return Future()


def test_an_answer_and_a_refusal_reach_who_asked(qtbot: QtBot) -> None:
    said: list[object] = []
    with ThreadPoolExecutor(1) as pool:
        tasks = Tasks(pool)
        tasks.run(lambda: "answer", said.append, said.append)
        qtbot.waitUntil(lambda: said == ["answer"])
    refused: Future[str] = Future()
    tasks.then(refused, said.append, said.append)
    error = OperatorError("database_busy")
    refused.set_exception(error)
    qtbot.waitUntil(lambda: said == ["answer", error])


def test_an_answer_after_the_window_was_closed_is_dropped_without_a_noise(
    qtbot: QtBot, asked: Future[str], caplog: pytest.LogCaptureFixture
) -> None:
    said: list[object] = []
    with ThreadPoolExecutor(1) as pool:
        tasks = Tasks(pool)
        tasks.then(asked, said.append, said.append)
        delete(tasks)
        with caplog.at_level(logging.WARNING):
            pool.submit(asked.set_result, "late").result(10)
    assert not caplog.records
    assert said == []


def test_who_is_gone_is_not_answered(qtbot: QtBot, asked: Future[str]) -> None:
    said: list[object] = []
    with ThreadPoolExecutor(1) as pool:
        tasks, other = Tasks(pool), Tasks(pool)
        tasks.then(asked, said.append, said.append)
        other.then(asked, lambda _: said.append("other"), said.append)
        asked.set_result("late")
        tasks.stop()
        qtbot.waitUntil(lambda: said != [])
    assert said == ["other"]


def test_nothing_is_begun_for_who_is_gone(qtbot: QtBot) -> None:
    begun: list[str] = []
    with ThreadPoolExecutor(1) as pool:
        tasks = Tasks(pool)
        tasks.stop()
        tasks.run(lambda: begun.append("work"), lambda _: None, lambda _: None)
    tasks.run(lambda: begun.append("work"), lambda _: None, lambda _: None)
    assert begun == []
