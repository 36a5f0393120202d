"""Orders on their way and units that say nothing, as they are worked in the window."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from command_center.commands.alarms import AcknowledgeAlarm
from command_center.commands.dispatch import OrderUnits
from command_center.commands.order_silent import ReplaceSilent
from command_center.commands.order_task import CorrectAddress, HearTask, RepeatOrder
from command_center.commands.plan import SetMayLeave
from command_center.commands.welfare import EndWelfare, OpenWelfare, StepWelfare
from command_center.domain.incident import Handling
from command_center.domain.order_routes import SETTING
from command_center.domain.place import LocatedBy
from command_center.domain.referral import Delivery, DeliveryState
from command_center.domain.room import AlarmType, Role, RoomSetting
from command_center.domain.unit import (
    CloseReason,
    OrderTask,
    TaskKind,
    WelfareCheck,
    WelfareOutcome,
    WelfareStep,
)
from command_center.situation.board import board_row
from command_center.ui.actions.table import ACTIONS
from command_center.ui.alarms import banner as banners
from command_center.ui.alarms.banner import AlarmBanner
from command_center.ui.alarms.desk import AlarmDesk
from command_center.ui.detail import cards, panel
from command_center.ui.detail.order_set import SEEN_MS
from command_center.ui.detail.panel import DetailPanel
from command_center.ui.sentences import SENTENCES
from command_center.ui.units.welfare_card import WelfareCard
from tests.ui.conftest import MakeDesk
from tests.ui.scene import NOW, ago, alarm, report
from tests.ui.seats import Desk
from tests.ui.shown_detail import shown_detail

KPU, LANTAS_03 = "incident-147", "unit-lantas-03"
HELD = "assignment-unit-lantas-03"
RING = {"subject_kind": "assignment", "subject_id": HELD, "unit": "LANTAS 03", "number": "147"}


class Hand:
    """The clock of what was seen, in milliseconds."""

    def __init__(self) -> None:
        self.ms = 10_000.0

    def __call__(self) -> float:
        return self.ms


@pytest.fixture
def hand(monkeypatch: pytest.MonkeyPatch) -> Hand:
    made = Hand()
    for module in (cards, panel, banners):
        monkeypatch.setattr(module, "now_ms", made)
    return made


@pytest.fixture
def detail(desk: Desk, qtbot: QtBot, hand: Hand) -> Iterator[DetailPanel]:
    made = shown_detail(desk, qtbot, 760, KPU)
    look(made, desk)
    hand.ms += 1000
    yield made
    made.close()


def look(detail: DetailPanel, desk: Desk) -> None:
    desk.settle()
    detail.grab()
    desk.settle()


def perform(desk: Desk, action: str) -> None:
    ACTIONS[action].perform(desk.seat)
    desk.settle()


def late(desk: Desk, *ids: str) -> None:
    desk.change(desk.row("alarm", "alarm-1"), cleared_at=NOW)
    desk.add(*(alarm(id, AlarmType.ORDER_UNANSWERED, 1, 30 - n, **RING)
               for n, id in enumerate(ids)))  # fmt: skip
    desk.settle()


def task(kind: TaskKind, id: str = "t", order: str = HELD, raised_s: float = 20) -> OrderTask:
    return OrderTask(id, 1, order, kind, "Jl. Ijen 25", ago(raised_s), "staff-rs", None, None)


# --- an order nobody answers -------------------------------------------------------------------


@pytest.fixture
def banner(desk: Desk, qtbot: QtBot, hand: Hand) -> AlarmBanner:
    made = AlarmBanner(desk.seat)
    qtbot.addWidget(made)
    made.resize(1400, 32)
    made.show()
    return made


def test_the_alarm_of_a_late_order_offers_it_once_more(
    desk: Desk, banner: AlarmBanner, hand: Hand
) -> None:
    late(desk, "late")
    assert banner.again.text() == "Ulangi perintah LANTAS 03"
    banner.grab()
    hand.ms += SEEN_MS
    perform(desk, "alarm.repeat")
    assert desk.commands == [RepeatOrder(HELD)]


def test_a_key_that_meets_an_alarm_nobody_has_read_does_nothing(
    desk: Desk, banner: AlarmBanner, hand: Hand
) -> None:
    late(desk, "one", "two")
    banner.grab()
    hand.ms += 1000
    desk.change(desk.row("alarm", "one"), cleared_at=NOW)
    desk.settle()
    banner.grab()
    hand.ms += SEEN_MS - 1
    perform(desk, "alarm.repeat")
    assert desk.commands == []
    assert [notice.code for notice in desk.notices] == ["alarm_just_changed"]
    hand.ms += 1
    asked: list[object] = []
    desk.seat.asking.asked.connect(lambda id, subject: asked.append((id, subject)))
    perform(desk, "alarm.next_unit")
    assert ("order.silent", HELD) in asked


def test_the_next_unit_stands_on_the_cards_of_the_incident(
    desk: Desk, banner: AlarmBanner, detail: DetailPanel, hand: Hand
) -> None:
    late(desk, "late")
    desk.seat.selection.select_incident(None)
    banner.grab()
    hand.ms += SEEN_MS
    perform(desk, "alarm.next_unit")
    QTest.keyClick(detail.bar, Qt.Key.Key_1)
    look(detail, desk)
    assert desk.commands == [ReplaceSilent(HELD, "tidak menjawab")]
    assert desk.seat.selection.incident_id == KPU
    assert LANTAS_03 not in detail.set.cards
    hand.ms += SEEN_MS
    perform(desk, "incident.order")
    sent = desk.commands[-1]
    assert isinstance(sent, OrderUnits)
    assert sent.unit_ids == detail.set.cards[:1]


def test_without_a_late_order_the_keys_are_not_there(desk: Desk, banner: AlarmBanner) -> None:
    desk.change(desk.row("alarm", "alarm-1"), cleared_at=NOW)
    desk.settle()
    assert banner.again.isHidden()
    assert banner.other.isHidden()


def test_the_alarm_of_the_lead_waits_where_a_lead_sits_and_stands_in_every_desk(
    new_desk: MakeDesk, qtbot: QtBot
) -> None:
    both = [alarm("p", AlarmType.UNOWNED_P1, 1, 70), alarm("l", AlarmType.UNOWNED_P1_LEAD, 1, 40)]
    for role, waits in ((Role.OPERATOR, 1), (Role.SHIFT_LEAD, 2)):
        desk = new_desk(both, role=role)
        banner, alarms = AlarmBanner(desk.seat), AlarmDesk(desk.seat)
        qtbot.addWidget(banner)
        qtbot.addWidget(alarms)
        assert banner.count == waits
        assert sum(map(len, alarms.lines)) == 2
        perform(desk, "alarm.answer")
        assert desk.commands == [AcknowledgeAlarm("p")]


# --- the words, and where to -------------------------------------------------------------------


def test_the_line_names_the_landmark_and_the_danger(detail: DetailPanel, desk: Desk) -> None:
    place = next(p for p in desk.seat.city.gazetteer.places if p.lat and "Pasar" in p.name)
    row = desk.row("incident", KPU)
    desk.change(row, lat=place.lat, lon=place.lon, located_by=LocatedBy.GPS, accuracy_m=5.0)
    desk.add(*report("knife", KPU, "jmp", 5, "ada yang dibacok, tolong"))
    look(detail, desk)
    assert f"dekat {place.name}" in detail.box.text
    assert detail.box.text.endswith("AWAS dibacok.")


def test_an_address_that_changes_under_the_key_is_asked_about(
    detail: DetailPanel, desk: Desk, hand: Hand
) -> None:
    desk.change(desk.row("incident", KPU), address="Jl. Ijen 25")
    look(detail, desk)
    hand.ms += SEEN_MS - 1
    perform(desk, "incident.order")
    assert desk.commands == []
    assert detail.bar.isVisible()
    hand.ms += SEEN_MS
    QTest.keyClick(detail.bar, Qt.Key.Key_Return)
    desk.settle()
    (sent,) = desk.commands
    assert (sent.address, "Jl. Ijen 25" in sent.text) == ("Jl. Ijen 25", True)


def test_the_words_are_copied_as_they_stand(detail: DetailPanel, desk: Desk) -> None:
    detail.box.words.setPlainText("SAMAPTA 14 lewat utara")
    perform(desk, "incident.copy_order")
    assert QGuiApplication.clipboard().text() == "SAMAPTA 14 lewat utara"


def test_a_corrected_address_is_a_task_of_each_unit_until_it_has_heard(
    detail: DetailPanel, desk: Desk
) -> None:
    perform(desk, "incident.address")
    assert detail.bar.field is not None
    assert detail.bar.field.text() == "Kantor KPU, Jl. Bantaran"
    detail.bar.field.setText("Jl. Tanpa Nama 5")
    QTest.keyClick(detail.bar.field, Qt.Key.Key_Return)
    assert desk.commands == [CorrectAddress(KPU, "Jl. Tanpa Nama 5", "Kantor KPU, Jl. Bantaran")]
    desk.add(task(TaskKind.ADDRESS), task(TaskKind.ADDRESS, "u", "assignment-unit-dalmas-1", 9))
    look(detail, desk)
    assert detail.unheard.isVisible()
    assert detail.unheard.text() == ("Belum didengar: alamat baru LANTAS 03, DALMAS 1, 20 dtk")
    desk.seat.selection.select_unit(LANTAS_03)
    perform(desk, "unit.heard")
    assert desk.commands[-1] == HearTask("t")
    for id in ("t", "u"):
        desk.change(desk.row("order_task", id), heard_at=NOW, heard_by="staff-rs")
    look(detail, desk)
    assert not detail.unheard.isVisible()


def test_a_place_that_is_known_moves_the_incident_there(detail: DetailPanel, desk: Desk) -> None:
    perform(desk, "incident.address")
    assert detail.bar.field is not None
    detail.bar.field.setText("Kelurahan Kauman")
    QTest.keyClick(detail.bar.field, Qt.Key.Key_Return)
    (sent,) = desk.commands
    assert sent.area == "35.73.02.1007"


def test_calling_off_stays_until_it_was_heard_though_the_order_is_over(
    detail: DetailPanel, desk: Desk
) -> None:
    desk.change(desk.row("assignment", HELD), closed_at=NOW, close_reason=CloseReason.CANCELLED)
    desk.add(task(TaskKind.CANCEL), task(TaskKind.ADDRESS, "void"))
    look(detail, desk)
    assert detail.unheard.text() == "Belum didengar: BATAL LANTAS 03, 20 dtk"


def test_whose_device_has_not_taken_its_order_is_named_until_it_has(
    detail: DetailPanel, desk: Desk
) -> None:
    body = {"call_sign": "LANTAS 03", "kind": "order"}
    desk.add(
        RoomSetting(SETTING, 1, {"rows": []}),
        Delivery(
            "d", 1, "cot", "unit:LANTAS 03", "order", "assignment", HELD, KPU, body,
            DeliveryState.WAITING, ago(20), None, "",
        ),
    )  # fmt: skip
    look(detail, desk)
    assert detail.unheard.text() == "Belum terkirim ke perangkat: LANTAS 03, 20 dtk"
    row = desk.row("delivery", "d")
    desk.change(row, state=DeliveryState.DELIVERED, ended_at=NOW)
    look(detail, desk)
    assert not detail.unheard.isVisible()


def test_whether_units_may_be_pulled_is_decided_and_shown(detail: DetailPanel, desk: Desk) -> None:
    assert "boleh ditarik" not in detail.heading.facts.text()
    perform(desk, "incident.may_leave")
    desk.add(Handling(KPU, 1, None, None, True, NOW, "staff-rs"))
    look(detail, desk)
    assert "unit boleh ditarik" in detail.heading.facts.text()
    perform(desk, "incident.may_leave")
    assert desk.commands == [SetMayLeave(KPU, True), SetMayLeave(KPU, False)]


# --- a unit that says nothing ------------------------------------------------------------------

CHECK = WelfareCheck(
    "w", 1, "unit-lantas-07", WelfareStep.PHONE, False, ago(190), ago(70), "s", None, None, None
)


@pytest.fixture
def card(desk: Desk, qtbot: QtBot) -> WelfareCard:
    desk.add(CHECK)
    desk.settle()
    made = WelfareCard(desk.seat)
    qtbot.addWidget(made)
    made.show()
    made.refresh()
    return made


def test_the_search_shows_the_step_since_when_and_what_comes_next(
    desk: Desk, card: WelfareCard
) -> None:
    assert card.isHidden()
    desk.seat.selection.select_unit("unit-lantas-07")
    assert card.title.text() == "Cek personel LANTAS 07 · dicari sejak 14:04:22 · diam"
    assert card.ways.text() == (
        "HT › ▶ telepon (14:06:22, 1 m) › unit pendamping › pimpinan regu › PERSONEL DALAM BAHAYA"
    )
    assert card.next.text() == "Berikutnya: unit pendamping · pendamping: AMB 03"
    desk.change(CHECK, step=WelfareStep.DANGER, step_at=NOW + timedelta(seconds=5))
    desk.settle()
    assert card.next.text().startswith("Kirim bantuan")
    assert not card.buttons["unit.welfare_step"].isEnabled()


def test_one_key_goes_on_and_one_says_that_it_answered(desk: Desk, card: WelfareCard) -> None:
    desk.seat.selection.select_unit("unit-lantas-07")
    for action in ("welfare_step", "welfare_well", "welfare_helped", "welfare_mistaken"):
        perform(desk, f"unit.{action}")
    assert desk.commands == [
        StepWelfare("w", WelfareStep.PARTNER, WelfareStep.PHONE),
        EndWelfare("w", WelfareOutcome.WELL),
        EndWelfare("w", WelfareOutcome.HELPED),
        EndWelfare("w", WelfareOutcome.MISTAKEN),
    ]
    desk.change(CHECK, outcome=WelfareOutcome.WELL, ended_at=NOW, ended_by="staff-rs")
    desk.settle()
    assert card.isHidden()


def test_giving_up_asks_why_and_finding_hurt_stays_in_danger(desk: Desk, card: WelfareCard) -> None:
    desk.seat.selection.select_unit("unit-lantas-07")
    perform(desk, "unit.welfare_give_up")
    field = card.bar.field
    assert field is not None
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert desk.commands == []
    field.setText("tiga jam disisir")
    QTest.keyClick(field, Qt.Key.Key_Return)
    perform(desk, "unit.welfare_hurt")
    assert desk.commands == [
        EndWelfare("w", WelfareOutcome.GIVEN_UP, reason="tiga jam disisir"),
        EndWelfare("w", WelfareOutcome.HURT),
    ]
    desk.change(CHECK, outcome=WelfareOutcome.HURT, ended_at=NOW, ended_by="staff-rs")
    desk.settle()
    assert card.title.text().endswith("· personel dalam bahaya")
    assert [id for id, button in card.buttons.items() if button.isEnabled()] == [
        "unit.welfare_well", "unit.welfare_helped",
    ]  # fmt: skip
    row = board_row(desk.seat.situation, desk.row("unit", "unit-lantas-07"))
    assert row.welfare is not None


def test_a_person_may_begin_to_look_for_a_unit(desk: Desk) -> None:
    desk.seat.selection.select_unit("unit-lantas-07")
    assert ACTIONS["unit.welfare_well"].reason(desk.seat) == "nobody_looks_for_it"
    perform(desk, "unit.welfare_step")
    assert desk.commands == [OpenWelfare("unit-lantas-07")]


def test_every_reason_has_its_sentence() -> None:
    reasons = {"no_order_waits", "nothing_to_hear", "nobody_looks_for_it", "welfare_no_further",
               "unit_not_on_duty_now", "alarm_just_changed", "order_copied"}  # fmt: skip
    assert reasons <= SENTENCES.keys()


def test_a_liaison_ends_the_search_for_own_units_only(new_desk: MakeDesk) -> None:
    desk = new_desk(role=Role.LIAISON)
    desk.add(CHECK)
    staff = desk.row("staff", "staff-rs")
    desk.change(replace(staff), agency_id="damkar")
    desk.settle()
    desk.seat.selection.select_unit("unit-lantas-07")
    assert ACTIONS["unit.welfare_well"].reason(desk.seat) == "not_your_agency"
