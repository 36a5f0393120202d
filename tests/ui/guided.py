"""The guided page over a machine that only answers, for the tests of its steps."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future
from dataclasses import replace
from itertools import repeat
from pathlib import Path
from typing import Any, cast

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from command_center.domain.errors import OperatorError
from command_center.runtime.bundle import Bundle, Change, Origin
from command_center.ui.first_run.folder import Folder
from command_center.ui.first_run.form import Bench, StepForm
from command_center.ui.first_run.setup import (
    Choice,
    CityFacts,
    Found,
    Machine,
    Mark,
    Opened,
    Preview,
    SourceDraft,
    SourceKept,
    Standing,
    Step,
    Tried,
)
from command_center.ui.first_run.window import FirstRunWindow
from command_center.ui.i18n import Language
from command_center.ui.tasks import Tasks
from command_center.ui.theme import Theme

ORIGIN = Origin("spkt-1", "r-1", "Polresta", "2026-11-23T07:00:00+00:00", "ab" * 32)


class Slow(Executor):
    """Work is done when the test says so."""

    def __init__(self) -> None:
        self.waiting: list[tuple[Future[Any], Callable[[], Any]]] = []

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        future: Future[Any] = Future()
        self.waiting.append((future, lambda: fn(*args, **kwargs)))
        return future

    def work(self) -> None:
        while self.waiting:
            future, work = self.waiting.pop(0)
            try:
                future.set_result(work())
            except OperatorError as error:
                future.set_exception(error)
            QApplication.processEvents()


class Paper:
    """Remembers what it was asked for."""

    def __init__(self) -> None:
        self.now = Standing()
        self.asked: list[tuple[Any, ...]] = []
        self.error: OperatorError | None = None
        self.administrator = False
        self.foreign_login = False
        self.folders: dict[Path | None, Folder] = {}
        self.keys: Iterator[SourceKept] = repeat(SourceKept("jmp", "kunci-1", "rahasia-1"))

    def _did(self, *what: Any) -> None:
        self.asked.append(what)
        if self.error is not None:
            raise self.error

    def _mark(self, step: Step, mark: Mark = Mark.DONE) -> Standing:
        self.now = replace(self.now, marks={**self.now.marks, step: mark})
        return self.now

    def standing(self) -> Standing:
        return self.now

    def keep_language(self, code: str) -> Standing:
        self._did("language", code)
        return self._mark(Step.LANGUAGE)

    def skip(self, step: Step) -> Standing:
        self._did("skip", step)
        return self._mark(step, Mark.SKIPPED)

    def finish(self, step: Step) -> Standing:
        self._did("finish", step)
        return self._mark(step)

    def pass_over(self, step: Step) -> Standing:
        self._did("pass over", step)
        return self._mark(step, Mark.ELSEWHERE)

    def folder(self, where: Path | None, endings: tuple[str, ...]) -> Folder:
        self._did("folder", where, endings)
        return self.folders[where]

    def read_bundle(self, path: Path) -> Opened:
        self._did("read", path)
        settings = {"database": "postgresql+psycopg://h/r", "pack": "malang"}
        changes = (
            Change("cameras_on_demand", "cctv.example", ""),
            Change("lock_after_min", 15, 0),
            Change("public_feed", True, False),
        )
        holds = ("database", "relay") if self.foreign_login else ("relay",)
        return Opened(
            Bundle(ORIGIN, settings, {}, holds, {}, ""), changes, ("relay",), self.foreign_login
        )

    def use_bundle(self, bundle: Bundle, phrase: str, login: str, password: str) -> Standing:
        self._did("use", phrase, login, password)
        self.now = replace(self.now, machine=Machine.JOIN)
        self._mark(Step.MACHINE)
        return self._mark(Step.BUNDLE)

    def choose(self, choice: Choice) -> Standing:
        self._did("choose", choice)
        self.now = replace(self.now, machine=choice.machine, url=choice.url)
        return self._mark(Step.MACHINE)

    def try_database(self) -> Found:
        self._did("try")
        return Found("Polresta", self.administrator, 5.0)

    def make_administrator(self, name: str, login: str, password: str) -> Standing:
        self._did("administrator", name, login, password)
        return self._mark(Step.ADMINISTRATOR)

    def sources(self) -> tuple[str, ...]:
        return ()

    def try_source(self, draft: SourceDraft) -> Tried:
        self._did("try source", draft)
        return Tried(3, 1)

    def keep_source(self, draft: SourceDraft) -> SourceKept:
        self._did("source", draft)
        return next(self.keys)

    def cameras(self) -> int:
        return sum(what == ("take", "cameras") for what in self.asked) * 3

    def city(self) -> CityFacts:
        return CityFacts("Malang", 57, 64, bounded=True)

    def look(self, what: str, path: Path, layout: str, base: str) -> Preview:
        self._did("look", what, path, layout, base)
        return Preview(what, path, "", layout, base, 3, 1, 1, ("baris 4: a", "baris 4: b"))

    def take(self, preview: Preview) -> int:
        self._did("take", preview.what)
        return preview.rows

    def close(self) -> Standing:
        self._did("close")
        return self.now


class Guided:
    def __init__(self, marks: dict[Step, Mark] | None = None, **standing: Any) -> None:
        self.pool, self.paper = Slow(), Paper()
        self.paper.now = Standing(marks=marks or {}, **standing)
        self.tasks = Tasks(self.pool)
        self.language = Language()
        bench = Bench(
            Theme(), self.tasks, self.language, self.paper, ("malang",), ("table",), {"jmp": "JMP"}
        )
        self.window = FirstRunWindow(bench, self.paper.now)
        self.page = self.window.page
        self.window.show()
        QTest.qWaitForWindowExposed(self.window)
        self.pool.work()

    def step(self) -> Step:
        return self.page.step

    def form(self) -> StepForm:
        return self.page.form

    def press(self, key: Qt.Key, mods: Any = Qt.KeyboardModifier.NoModifier) -> None:
        """Where nothing has the keyboard, the window gets it, not the page."""
        QTest.keyClick(cast("QWidget | None", self.window.focusWidget()) or self.window, key, mods)

    def enter(self) -> None:
        self.press(Qt.Key.Key_Return)
        self.pool.work()

    def close(self) -> None:
        self.tasks.stop()
        self.window.close()
        self.window.deleteLater()


Guide = Callable[..., Guided]


def up_to(step: Step) -> dict[Step, Mark]:
    return dict.fromkeys(list(Step)[: list(Step).index(step)], Mark.DONE)
