"""Who was told what, as the desk sees it, and the one line that answers everybody."""

from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from command_center.commands.reply import ReplyToReporters
from command_center.domain.referral import Delivery, DeliveryState
from command_center.domain.room import Source
from command_center.ui.actions.replies import REPLY
from command_center.ui.actions.table import ACTIONS
from command_center.ui.detail.panel import DetailPanel
from command_center.ui.replies.card import ReplyCard
from tests.ui.scene import NOW
from tests.ui.seats import Desk

KPU = "incident-147"


def answerable(desk: Desk) -> list[str]:
    """Let every source of the incident's reports be answered; ids of the reports."""
    desk.seat.selection.select_incident(KPU)
    reports = desk.seat.situation.reports(KPU)
    for id in {report.source_id for report in reports}:
        source = desk.row("source", id)
        assert isinstance(source, Source)
        desk.change(source, reply_url="http://127.0.0.1:9")
    desk.settle()
    return [report.id for report in reports]


def told(report_id: str, place: int, state: DeliveryState, **body: object) -> Delivery:
    kind = "reply" if "text" in body and "status" not in body else "status"
    at = NOW + timedelta(seconds=place)
    ended = None if state is DeliveryState.WAITING else NOW + timedelta(minutes=place)
    reason = "422" if state is DeliveryState.REFUSED else ""
    return Delivery(
        f"d{place}", 1, "contract", "jmp", kind, "report", report_id, KPU,
        {"report": report_id, **body}, state, at, ended, reason,
    )  # fmt: skip


def card_of(desk: Desk, qtbot: QtBot) -> ReplyCard:
    card = ReplyCard(desk.seat)
    qtbot.addWidget(card)
    card.refresh()
    return card


def test_nothing_is_shown_where_nobody_can_be_answered(desk: Desk, qtbot: QtBot) -> None:
    desk.seat.selection.select_incident(KPU)
    assert card_of(desk, qtbot).isHidden()


def test_each_report_says_what_was_told_of_it_and_how_it_was_heard(
    desk: Desk, qtbot: QtBot
) -> None:
    (first, *_) = answerable(desk)
    card = card_of(desk, qtbot)
    assert not card.isHidden()
    assert card.lines[0].text().endswith("belum diberi tahu")
    desk.add(
        told(first, 1, DeliveryState.DELIVERED, status="verified"),
        told(first, 2, DeliveryState.REFUSED, text="Petugas menuju lokasi"),
        told(first, 3, DeliveryState.WAITING, status="received", corrects=True),
    )
    desk.settle()
    line = card.lines[0].text()
    assert "terverifikasi, didengar " in line
    assert "“Petugas menuju lokasi”, ditolak (422)" in line
    assert line.endswith("koreksi: diterima, menunggu")


def test_heard_meanwhile_is_shown_at_once(desk: Desk, qtbot: QtBot) -> None:
    (first, *_) = answerable(desk)
    card = card_of(desk, qtbot)
    row = told(first, 1, DeliveryState.WAITING, status="closed")
    desk.add(row)
    desk.settle()
    assert card.lines[0].text().endswith("selesai, menunggu")
    desk.change(row, state=DeliveryState.DELIVERED, ended_at=NOW)
    desk.settle()
    assert "selesai, didengar" in card.lines[0].text()


def test_words_from_outside_stay_plain(desk: Desk, qtbot: QtBot) -> None:
    (first, *_) = answerable(desk)
    card = card_of(desk, qtbot)
    desk.add(told(first, 1, DeliveryState.WAITING, text="<b>halo</b>"))
    desk.settle()
    assert "<b>halo</b>" in card.lines[0].text()
    assert card.lines[0].textFormat() is Qt.TextFormat.PlainText


def test_one_line_answers_everybody_and_an_unsent_one_is_kept(desk: Desk, qtbot: QtBot) -> None:
    answerable(desk)
    panel = DetailPanel(desk.seat)
    qtbot.addWidget(panel)
    panel.resize(560, 700)
    panel.show()
    ACTIONS[REPLY].perform(desk.seat)
    assert panel.bar.field is not None
    QTest.keyClicks(panel.bar.field, "Petugas menuju")
    QTest.keyClick(panel.bar.field, Qt.Key.Key_Escape)
    assert panel.unsent()["replies"] == {KPU: "Petugas menuju"}
    ACTIONS[REPLY].perform(desk.seat)
    assert panel.bar.field is not None
    QTest.keyClicks(panel.bar.field, " lokasi")
    QTest.keyClick(panel.bar.field, Qt.Key.Key_Return)
    assert desk.commands == [ReplyToReporters(KPU, "Petugas menuju lokasi")]
    assert "replies" not in panel.unsent()


def test_why_nobody_can_be_answered_is_said(desk: Desk) -> None:
    desk.seat.selection.select_incident(KPU)
    assert ACTIONS[REPLY].reason(desk.seat) == "nobody_to_answer"
    answerable(desk)
    assert ACTIONS[REPLY].reason(desk.seat) is None
