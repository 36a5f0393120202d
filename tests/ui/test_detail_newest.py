"""The newest line of the timeline stays in sight; a merged incident says where it went."""

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from command_center.domain.incident import IncidentStatus, MergeLink, Note
from command_center.ui.actions.table import ACTIONS
from command_center.ui.detail.panel import DetailPanel
from command_center.ui.detail.timeline_view import ShownLine
from tests.ui.scene import NOW
from tests.ui.seats import Desk

KPU = "incident-147"


@pytest.fixture
def detail(desk: Desk, qtbot: QtBot) -> Iterator[DetailPanel]:
    made = DetailPanel(desk.seat)
    qtbot.addWidget(made)
    made.resize(540, 700)
    made.show()
    desk.seat.selection.select_incident(KPU)
    look(made, desk)
    yield made
    made.close()


def look(detail: DetailPanel, desk: Desk) -> None:
    """Let everything arrive and be painted."""
    desk.settle()
    detail.grab()
    desk.settle()


def merge_three(desk: Desk) -> None:
    for id in ("incident-148", "incident-149", "incident-146"):
        loser = desk.row("incident", id)
        desk.add(MergeLink(f"of-{id}", 1, KPU, id, loser.status, {}, NOW, "staff-rs", None))
        desk.change(loser, status=IncidentStatus.MERGED, merged_into=KPU)


def test_the_newest_line_is_in_sight_below_merged_rows_and_chips(
    detail: DetailPanel, desk: Desk
) -> None:
    newest = detail.scroller.newest
    assert newest.isHidden()
    desk.history.about = lambda *_: list(desk.history.stored)  # type: ignore[method-assign]
    merge_three(desk)
    desk.add(Note("note-1", 1, KPU, "pagar roboh", "staff-rs", NOW, None), kind="note.added")
    detail.resize(536, 400)
    look(detail, desk)
    assert detail.heading.merged.fold.text() == "3 kejadian digabung"
    assert not any(row.isVisible() for row in detail.heading.merged.rows)
    assert newest.isVisible()
    assert newest.line == detail.lines.timeline.lines[-1]
    assert "pagar roboh" in newest.accessibleName()
    assert newest.geometry().bottom() < detail.scroller.height()
    assert not newest.geometry().intersects(detail.scroller.viewport().geometry())
    detail.resize(536, 900)
    look(detail, desk)
    assert newest.isHidden()
    detail.heading.merged.fold.click()
    assert all(row.isVisible() for row in detail.heading.merged.rows)


def test_the_newest_line_brings_the_timeline_into_sight(detail: DetailPanel, desk: Desk) -> None:
    detail.lines.show_lines([ShownLine("14:00:00", f"baris {n}") for n in range(60)])
    look(detail, desk)
    assert detail.scroller.newest.isHidden()
    detail.lines.scrollToTop()
    look(detail, desk)
    newest = detail.scroller.newest
    assert newest.line == ShownLine("14:00:00", "baris 59")
    newest.click()
    look(detail, desk)
    assert newest.isHidden()


def test_a_merged_incident_says_where_it_went_and_leads_there(
    detail: DetailPanel, desk: Desk
) -> None:
    merge_three(desk)
    desk.seat.selection.select_incident("incident-148")
    look(detail, desk)
    into = detail.heading.merged.into
    assert into.words.text() == (
        "Digabung ke #0147 Massa mendorong pagar: tindakan berikutnya di sana"
    )
    assert ACTIONS["incident.note"].reason(desk.seat) == "incident_is_merged"
    into.go.click()
    look(detail, desk)
    assert desk.seat.selection.incident_id == KPU
    assert not into.isVisible()
