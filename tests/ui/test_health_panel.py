"""What feeds the room and what leaves it: state, last success, next try and lag; nothing else
moves when they go."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from command_center.bootstrap.panels import PANELS
from command_center.domain.referral import Delivery, DeliveryState
from command_center.domain.room import SourceKind
from command_center.ports import Health
from command_center.situation.situation import Touched
from command_center.ui.health.panel import HealthPanel, when_text
from command_center.ui.health.summary import HealthLine
from tests.ui.scene import NOW, ago
from tests.ui.seats import Desk
from tests.unit.duty.test_floods import told

# The wall and the cameras have a process of their own behind them, and clocks in their pictures.
SHOWN = ("queue", "detail", "map", "units", "figures", "chart", "alarms", "history", "call")


def line_of(panel: HealthPanel, kind: str, id: str) -> HealthLine:
    return next(line for line in panel.rows.lines if (line.kind, line.id) == (kind, id))


@pytest.fixture
def panel(desk: Desk, qtbot: QtBot) -> HealthPanel:
    made = HealthPanel(desk.seat)
    qtbot.addWidget(made)
    return made


def test_a_source_that_is_gone_says_since_when_and_when_it_is_asked_again(
    desk: Desk, panel: HealthPanel
) -> None:
    next_try = NOW + timedelta(seconds=20)
    desk.telemetry.put_health(
        Health("source", "jmp", "down", "source_refused", {}, NOW, ago(400), next_try)
    )
    desk.tick(0)
    text = when_text(line_of(panel, "source", "jmp"), NOW, desk.seat)
    assert text == "terakhir berhasil 14:00:52 (6 m) · coba lagi 20 dtk · tertinggal 6 m"


def test_the_lag_of_one_that_runs_is_the_age_of_what_it_brought_last(
    desk: Desk, panel: HealthPanel
) -> None:
    incident, report, link = told(900, age_s=0.0)
    desk.add(incident, replace(report, occurred_at=NOW - timedelta(seconds=95)), link)
    desk.settle()
    desk.telemetry.put_health(Health("source", "jmp", "ok", "source_ok", {}, NOW, NOW, None))
    desk.tick(0)
    assert line_of(panel, "source", "jmp").lag_s == 95.0


def test_what_waits_to_be_told_is_a_line_of_its_own(desk: Desk, panel: HealthPanel) -> None:
    waiting = Delivery(
        "d1", 1, "contract", "jmp", "status", "report", "r1", None, {},
        DeliveryState.WAITING, ago(120), None, "",
    )  # fmt: skip
    desk.add(waiting)
    desk.settle()
    desk.telemetry.put_health(
        Health("delivery", "jmp", "down", "delivery_ok", {"waiting": "1"}, NOW, None, None)
    )
    desk.telemetry.put_health(
        Health("attachments", "attachments", "ok", "attachments_ok", {}, NOW, NOW, None)
    )
    desk.tick(0)
    line = line_of(panel, "delivery", "jmp")
    assert (line.name, line.lag_s) == ("Pesan ke JMP", 120.0)
    assert line_of(panel, "attachments", "attachments").name == "Lampiran laporan"


# --- the board is unharmed ---------------------------------------------------------------------


@pytest.fixture
def board(desk: Desk, qapp: QApplication) -> Iterator[dict[str, QWidget]]:
    desk.seat.selection.select_incident("incident-147")
    made = {name: PANELS[name](desk.seat) for name in (*SHOWN, "health")}
    for widget in made.values():
        widget.resize(620, 480)
    yield made
    for widget in made.values():
        widget.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def pictures(board: dict[str, QWidget]) -> dict[str, QImage]:
    return {name: widget.grab().toImage() for name, widget in board.items()}


def at_rest(desk: Desk, board: dict[str, QWidget]) -> dict[str, QImage]:
    """The first pictures still lay something out: those that two looks in a row find alike."""
    before: dict[str, QImage] = {}
    for _ in range(100):
        desk.settle()
        seen = pictures(board)
        if seen == before:
            return seen
        before = seen
    raise AssertionError("something moves all the time")


def test_with_every_source_gone_nothing_moves_but_the_health(
    desk: Desk, board: dict[str, QWidget]
) -> None:
    sources = [s for s in desk.seat.situation.all("source") if s.kind is not SourceKind.MANUAL]
    for source in sources:
        health = Health("source", source.id, "ok", "source_ok", {}, NOW, NOW, None)
        desk.telemetry.put_health(health)
    desk.tick(0)
    desk.settle()
    before = at_rest(desk, board)
    told: list[Touched] = []
    desk.seat.live.changed.connect(told.append)
    for source in sources:
        health = Health("source", source.id, "down", "source_refused", {}, NOW, ago(60), None)
        desk.telemetry.put_health(health)
    for kind in ("delivery", "attachments", "gateway"):
        health = Health(kind, kind, "down", "source_refused", {}, NOW, ago(60), None)
        desk.telemetry.put_health(health)
    desk.tick(0)
    after = at_rest(desk, board)
    assert told == []
    assert {name for name in before if before[name] != after[name]} == {"health"}
