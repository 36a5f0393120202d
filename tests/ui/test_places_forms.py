"""What a form of the places was opened with is what it saves, and an import always ends."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from command_center.advice.criteria import Criterion, shipped_criteria, write_criteria
from command_center.commands.assessments import SetCriteria
from command_center.commands.elections import DropStations
from command_center.commands.sites import KeepSite
from command_center.connectors.places.sheet import Sheet, Tell
from command_center.domain.room import Role
from command_center.domain.site import SiteKind
from command_center.ui.places.friction import keep_note
from command_center.ui.places.job import PART, ImportJob
from command_center.ui.places.panel import PlacesPanel
from tests.ui.real_room import RealDesk, real_desk

__all__ = ["real_desk"]
KPU = KeepSite(SiteKind.KPU, "KPU Kota", "kpu", area="Blimbing")


class Heard(ImportJob):
    """An import that remembers how it ended."""

    def __init__(self, desk: RealDesk, owner: QObject) -> None:
        super().__init__(desk.seat, owner)
        self.ends: list[Any] = []
        self.read.connect(lambda name, _: self.ends.append(name))
        self.stored.connect(lambda *told: self.ends.append(told))
        self.failed.connect(lambda: self.ends.append("failed"))


@pytest.fixture
def desk(real_desk: RealDesk) -> RealDesk:
    real_desk.sit(Role.SHIFT_LEAD)
    return real_desk


@pytest.fixture
def job(desk: RealDesk) -> Iterator[Heard]:
    owner = QObject()
    yield Heard(desk, owner)
    owner.deleteLater()


def nothing(_rows: tuple[Any, ...]) -> Any:
    return DropStations(())


def breaks(_rows: tuple[Any, ...]) -> Any:
    return object()  # the lane knows no such command


def refused(_rows: tuple[Any, ...]) -> Any:
    return DropStations(("nobody",))


def then(last: Any) -> Any:
    """The first part goes in, the next is as said."""
    parts = iter((nothing, last))

    def storing(rows: tuple[Any, ...]) -> Any:
        return next(parts)(rows)

    return storing


@pytest.mark.usefixtures("caplog")
@pytest.mark.parametrize(
    ("storing", "end"),
    [
        (breaks, "failed"),
        (refused, "failed"),
        (then(breaks), (PART, 3 * PART, {"added": 0, "changed": 0})),
        (then(refused), (PART, 3 * PART, {"added": 0, "changed": 0})),
    ],
)
def test_an_import_that_cannot_go_on_ends_and_says_what_is_stored(
    desk: RealDesk, job: Heard, storing: Any, end: object
) -> None:
    job.store(range(3 * PART), storing)
    desk.until(lambda: job.ends)
    assert job.ends == [end]
    assert not job.running
    job.store(range(PART), nothing)
    desk.until(lambda: len(job.ends) == 2)
    assert job.ends[1][:2] == (PART, PART)


@pytest.mark.usefixtures("caplog")
def test_a_file_whose_reading_breaks_ends_the_import(
    desk: RealDesk, job: Heard, tmp_path: Path
) -> None:
    path = tmp_path / "tps.csv"
    path.write_text("no_tps", encoding="utf-8")

    def broken(_data: bytes, _tell: Tell) -> Sheet[Any]:
        raise KeyError("a bug")

    job.start(path, broken)
    desk.until(lambda: not job.running)
    assert job.ends == ["failed"]
    job.start(path, lambda _data, _tell: Sheet((), ()))
    desk.until(lambda: len(job.ends) == 2)
    assert job.ends == ["failed", "tps.csv"]


@pytest.fixture
def page(desk: RealDesk, qtbot: QtBot) -> Any:
    """With a form filled in for the one place."""
    desk.do(KPU)
    panel = PlacesPanel(desk.seat)
    qtbot.addWidget(panel)
    panel.show()
    page: Any = panel.page
    page.owner = panel
    page.view.setCurrentIndex(page.model.index(0, 0))
    QTest.keyClick(page.view, Qt.Key.Key_N)
    form = page.shown_form
    teror = form.inside["teror"]
    teror.setCurrentIndex(teror.findData(2))
    form.inside["source"].setText("Intel")
    return page


def test_scores_by_a_table_that_has_moved_on_are_not_kept(desk: RealDesk, page: Any) -> None:
    form, table = page.shown_form, shipped_criteria()
    more = Criterion("cuaca", "Cuaca", 1, "")
    desk.do(SetCriteria(write_criteria(replace(table, criteria=(*table.criteria, more)))))
    form.keep_button.click()
    desk.until(lambda: desk.notices)
    assert desk.said() == ["conflict"]
    assert page.shown_form is form


def test_scores_count_for_the_operation_the_form_was_opened_for(desk: RealDesk, page: Any) -> None:
    page._scope.operation_id = "begun meanwhile"
    page.shown_form.keep_button.click()
    desk.until(lambda: list(desk.seat.situation.all("assessment")))
    (row,) = desk.seat.situation.all("assessment")
    assert (row.operation_id, row.scores) == (None, {"teror": 2})


def none() -> None:
    """Nothing waits for it."""


def test_a_source_is_measured_before_it_is_looked_through(
    desk: RealDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked: list[str] = []
    monkeypatch.setattr("command_center.ui.places.friction.demand_nobody", looked.append)
    keep_note(desk.seat, "Kauman", "berebut lapangan", "x" * 32_767, none, desk.seat.notices.failed)
    assert desk.said() == ["text_too_long"]
    assert looked == []
    keep_note(desk.seat, "Kauman", "berebut lapangan", " ", none, desk.seat.notices.failed)
    assert desk.said()[1:] == ["friction_needs_source"]
