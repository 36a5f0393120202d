"""A reporter's data in the detail panel: sealed at intake, opened with a reason, gone again."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from concurrent.futures import Future
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from command_center.bootstrap.room import OpenedRoom, RoomPlan, open_room
from command_center.commands.sealed import DestroySealed, OpenSealed, SealPersonal, destroying
from command_center.domain.room import Role
from command_center.ports import Act, Outcome
from command_center.runtime.clock import LiveClock
from command_center.storage.sealed import SealedVault
from command_center.ui.detail.sealed_card import SealedCard
from tests.ui.conftest import MakeDesk
from tests.ui.seats import Desk

INCIDENT = "incident-147"
LATER = datetime(2200, 1, 1, tzinfo=UTC)


@pytest.fixture
def room(tmp_path: Path) -> Iterator[OpenedRoom]:
    made = open_room(f"sqlite:///{tmp_path / 'room.db'}", LiveClock(), RoomPlan())
    yield made
    made.close()


@pytest.fixture
def vault(room: OpenedRoom) -> Iterator[SealedVault]:
    made = SealedVault(room.database.engine, room.clock)
    yield made
    made.close()


def seated(new_desk: MakeDesk, vault: SealedVault, role: Role) -> Desk:
    desk = new_desk(role=role)
    desk.seat = dataclasses.replace(desk.seat, vault=vault)
    desk.seat.selection.select_incident(INCIDENT)
    return desk


def card_of(desk: Desk, qtbot: QtBot) -> SealedCard:
    card = SealedCard(desk.seat)
    qtbot.addWidget(card)
    card.show()
    desk.settle()
    return card


def test_a_seat_that_keeps_nothing_shows_nothing(desk: Desk, qtbot: QtBot) -> None:
    card = SealedCard(desk.seat)
    qtbot.addWidget(card)
    assert card.isHidden()


def test_an_operator_seals_what_the_log_never_learns(
    new_desk: MakeDesk, vault: SealedVault, qtbot: QtBot
) -> None:
    desk = seated(new_desk, vault, Role.OPERATOR)
    card = card_of(desk, qtbot)
    assert card.open_button.isHidden()
    card.seal_button.click()
    QTest.keyClicks(card.fields["name"], "Bu Sulastri")
    QTest.keyClick(card.fields["name"], Qt.Key.Key_Return)
    desk.settle()
    (command,) = desk.recorder.commands
    assert isinstance(command, SealPersonal)
    assert (command.what, command.incident_id) == (("name",), INCIDENT)
    assert "Sulastri" not in repr(command)
    assert [one.subject_id for one in vault.about(INCIDENT)] == [command.subject_id]
    assert card.fields["name"].text() == ""
    assert not card.open_button.isEnabled()


def test_a_shift_lead_opens_with_a_reason_and_it_goes_with_the_selection(
    new_desk: MakeDesk, vault: SealedVault, room: OpenedRoom, qtbot: QtBot
) -> None:
    kept = vault.seal({"name": "Bu Sulastri"}, INCIDENT, LATER)
    desk = seated(new_desk, vault, Role.SHIFT_LEAD)
    desk.seat = dataclasses.replace(desk.seat, executor=_Here(room))
    card = card_of(desk, qtbot)
    qtbot.waitUntil(lambda: not card.open_button.isHidden())
    assert "Sulastri" not in card.told.text()
    card.open_button.click()
    QTest.keyClick(card.reason, Qt.Key.Key_Return)
    assert card.clear_text.isHidden()
    QTest.keyClicks(card.reason, "menelepon balik")
    QTest.keyClick(card.reason, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not card.clear_text.isHidden())
    assert "Bu Sulastri" in card.clear_text.text()
    entry = list(room.database.history.entries())[-1].entry
    assert entry.inputs["result"] == {
        "subject_id": kept.subject_id,
        "reason": "menelepon balik",
    }
    desk.seat.selection.select_incident(None)
    assert card.clear_text.isHidden()
    assert card.clear_text.text() == ""


def test_what_is_destroyed_with_a_reason_is_gone_and_the_log_says_why(
    new_desk: MakeDesk, vault: SealedVault, room: OpenedRoom, qtbot: QtBot
) -> None:
    kept = vault.seal({"name": "Bu Sulastri"}, INCIDENT, LATER)
    desk = seated(new_desk, vault, Role.SHIFT_LEAD)
    desk.seat = dataclasses.replace(desk.seat, executor=_Here(room))
    card = card_of(desk, qtbot)
    card.destroy_button.click()
    QTest.keyClick(card.last_reason, Qt.Key.Key_Return)
    assert vault.standing() == [kept.subject_id]
    QTest.keyClicks(card.last_reason, "diminta pelapor")
    QTest.keyClick(card.last_reason, Qt.Key.Key_Return)
    qtbot.waitUntil(card.destroy_button.isHidden)
    assert vault.standing() == []
    entry = list(room.database.history.entries())[-1].entry
    assert (entry.kind, entry.op_id) == (
        "sealed.destroyed",
        destroying(kept.subject_id, expired=False),
    )
    assert entry.inputs["result"]["reason"] == "diminta pelapor"


def test_what_was_opened_does_not_stay(
    new_desk: MakeDesk, vault: SealedVault, qtbot: QtBot
) -> None:
    card = card_of(seated(new_desk, vault, Role.SHIFT_LEAD), qtbot)
    card.clear_text.show_text("Bu Sulastri")
    card.clear_text.show()
    card._hide_soon.start(0)
    qtbot.waitUntil(card.clear_text.isHidden)
    assert card.clear_text.text() == ""


def test_escape_leaves_nothing_typed(new_desk: MakeDesk, vault: SealedVault, qtbot: QtBot) -> None:
    card = card_of(seated(new_desk, vault, Role.OPERATOR), qtbot)
    card.seal_button.click()
    QTest.keyClicks(card.fields["phone"], "0812")
    QTest.keyClick(card.fields["phone"], Qt.Key.Key_Escape)
    assert card.fields["phone"].isHidden()
    assert card.fields["phone"].text() == ""


class _Here:
    """The real lane, in the name of the room's own local shift lead."""

    def __init__(self, room: OpenedRoom) -> None:
        self._room = room

    def submit(
        self, command: Any, *, act: Act | None = None, op_id: str | None = None
    ) -> Future[Outcome]:
        assert isinstance(command, OpenSealed | DestroySealed)
        return self._room.lane.submit(command, op_id=op_id)
