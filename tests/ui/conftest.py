"""A desk per test: the picture's rows on a seat without storage."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QLocale, QObject
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.guided import Guide, Guided
from tests.ui.scene import NOW, picture_rows
from tests.ui.seats import Desk, make_desk

MakeDesk = Callable[..., Desk]


@pytest.fixture(autouse=True)
def untouched_screen(qapp: QApplication) -> Iterator[None]:
    """No theme and no way of writing numbers of an earlier test is on the application, and its
    pointer is over no list: lists hold still under the pointer."""
    QCursor.setPos(qapp.primaryScreen().geometry().bottomRight())
    sheet, font, palette = qapp.styleSheet(), qapp.font(), qapp.palette()
    yield
    qapp.setStyleSheet(sheet)
    qapp.setFont(font)
    qapp.setPalette(palette)
    QLocale.setDefault(QLocale.c())


@pytest.fixture
def new_desk(qapp: QApplication, tmp_path: Path) -> Iterator[MakeDesk]:
    """Makes desks (keywords of make_desk, or `rows`) and closes them after the test."""
    owner = QObject()
    made: list[Desk] = []

    def make(rows: list[Any] | None = None, **options: Any) -> Desk:
        shown = picture_rows() if rows is None else rows
        made.append(make_desk(shown, NOW, tmp_path, parent=owner, **options))
        return made[-1]

    yield make
    for desk in made:
        desk.close()
    owner.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.fixture
def desk(new_desk: MakeDesk) -> Desk:
    """The picture's room, seen by Aiptu Rahmad S."""
    return new_desk()


@pytest.fixture
def guide(qapp: QApplication, qtbot: QtBot) -> Iterator[Guide]:
    """Makes guided pages (arguments of Guided) and closes them after the test."""
    made: list[Guided] = []

    def make(*args: Any, **options: Any) -> Guided:
        made.append(Guided(*args, **options))
        return made[-1]

    yield make
    for one in made:
        one.close()
        one.language.use("id")
