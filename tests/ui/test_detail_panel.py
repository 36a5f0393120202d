"""The selected incident on the screen: facts, timeline, cards, orders and questions."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from command_center.commands.dispatch import OrderUnits
from command_center.commands.notes import AddNote
from command_center.commands.reported import ReportOrder
from command_center.commands.triage import CloseIncident, MergeIncidents, UnmergeIncident
from command_center.domain.incident import (
    Disposition,
    Handling,
    IncidentStatus,
    MergeLink,
    Note,
    Priority,
)
from command_center.domain.room import RoomSetting
from command_center.domain.unit import UnitStatus
from command_center.ports import Position
from command_center.ui.actions.table import ACTIONS
from command_center.ui.detail import cards, panel
from command_center.ui.detail.panel import DetailPanel
from command_center.ui.detail.timeline_view import ShownLine, laid_out
from tests.ui.scene import NOW, incident
from tests.ui.seats import Desk
from tests.ui.shown_detail import shown_detail

EVIL = "<img src=/etc/x>"
KPU = "incident-147"
KPU_ADDRESS = "Kantor KPU, Jl. Bantaran"


class Hand:
    """The clock of the order rule, in milliseconds."""

    def __init__(self) -> None:
        self.ms = 0.0

    def __call__(self) -> float:
        return self.ms


@pytest.fixture
def hand(monkeypatch: pytest.MonkeyPatch) -> Hand:
    made = Hand()
    monkeypatch.setattr(cards, "now_ms", made)
    monkeypatch.setattr(panel, "now_ms", made)
    return made


@pytest.fixture
def detail(desk: Desk, qtbot: QtBot, hand: Hand) -> Iterator[DetailPanel]:
    made = shown_detail(desk, qtbot, 700, KPU)
    look(made, desk)
    hand.ms = 10_000.0
    yield made
    made.close()


def look(detail: DetailPanel, desk: Desk) -> None:
    """Let everything arrive and be painted."""
    desk.settle()
    detail.grab()
    desk.settle()


def signs(detail: DetailPanel, desk: Desk) -> list[str]:
    return [desk.row("unit", id).call_sign for id in detail.set.cards]


def ask(desk: Desk, action: str) -> None:
    ACTIONS[action].perform(desk.seat)
    desk.settle()


def lines(detail: DetailPanel) -> tuple[ShownLine, ...]:
    return detail.lines.timeline.lines


# --- what is known -----------------------------------------------------------------------------


def test_the_heading_says_what_where_and_who_without_identity(detail: DetailPanel) -> None:
    assert detail.heading.title.text() == "#0147 Massa mendorong pagar"
    assert detail.heading.sources.text() == "JMP ×3 · pelapor rahasia"
    facts = detail.heading.facts.text()
    assert "Kantor KPU, Jl. Bantaran · Purwantoro · Blimbing" in facts
    assert "titik tengah wilayah" in facts


def test_text_from_outside_is_shown_as_it_is(detail: DetailPanel, desk: Desk) -> None:
    desk.change(desk.row("incident", KPU), title=EVIL)
    look(detail, desk)
    assert detail.heading.title.text() == f"#0147 {EVIL}"
    assert detail.heading.title.textFormat() is Qt.TextFormat.PlainText
    assert EVIL in detail.box.text


def test_the_timeline_grows_when_something_happens(detail: DetailPanel, desk: Desk) -> None:
    before = len(lines(detail))
    desk.change(desk.row("incident", KPU), "incident.verified", verified_at=NOW)
    look(detail, desk)
    assert lines(detail)[before:] == (ShownLine("14:07:32", "RS memverifikasi"),)


def test_another_incident_touches_nothing_here(detail: DetailPanel, desk: Desk) -> None:
    before = lines(detail)
    desk.change(desk.row("incident", "incident-146"), "incident.verified", verified_at=NOW)
    look(detail, desk)
    assert lines(detail) == before


def test_without_the_feed_nothing_moves(detail: DetailPanel, desk: Desk) -> None:
    desk.feed.cut = True
    desk.change(desk.row("incident", KPU), title="Lain")
    look(detail, desk)
    assert detail.heading.title.text() == "#0147 Massa mendorong pagar"


# --- who could go ------------------------------------------------------------------------------


def test_who_is_there_in_time_stands_first_then_ours_then_the_nearest(
    detail: DetailPanel, desk: Desk
) -> None:
    assert signs(detail, desk) == [
        "SAMAPTA 14", "AMB 01", "BRIMOB A", "RESKRIM 02", "KODIM 1", "SATPOL 05",
    ]  # fmt: skip


def test_a_card_says_when_it_is_there_what_it_fills_and_what_its_going_leaves(
    detail: DetailPanel,
) -> None:
    first, asked = detail.strip.shown[:2]
    said = "SAMAPTA 14 · 10 m, 1–22, 4 org · patroli · pangkalan, jangkau Lowokwaru 1→0"
    assert first.accessibleName() == said
    assert asked.accessibleName() == "AMB 01 · 9 m, 1–21, 2 org · patroli · diminta · pangkalan"
    assert detail.near.text() == "Butuh patroli 3/1 · perkiraan garis lurus"


def test_why_stands_below_the_cards_on_demand(detail: DetailPanel, desk: Desk) -> None:
    assert detail.strip.why.isHidden()
    before = detail.strip.height()
    ask(desk, "incident.reasons")
    said = detail.strip.why.text().splitlines()
    assert "Mengisi patroli dengan 4 orang." in said
    assert "Tanpa posisi: dianggap di pangkalannya." in said
    assert any(line.startswith("Di bawah batas: Lowokwaru") for line in said)
    assert said[-1] == "Menurut kartu rencana bawaan, baris 2."
    assert detail.strip.height() > before
    ask(desk, "incident.reasons")
    assert detail.strip.height() == before


def test_the_words_of_a_table_are_no_markup(detail: DetailPanel, desk: Desk) -> None:
    desk.change(desk.row("unit", "unit-samapta-14"), call_sign=EVIL)
    look(detail, desk)
    first = detail.strip.shown[0]
    assert first.accessibleName().startswith(EVIL)
    assert "&lt;img" in first.toolTip()
    assert detail.strip.why.textFormat() is Qt.TextFormat.PlainText


def test_a_unit_of_another_job_is_sent_by_the_card_that_shows_its_price(
    detail: DetailPanel, desk: Desk, hand: Hand
) -> None:
    asked: list[tuple[str, str]] = []
    desk.seat.asking.asked.connect(lambda action, subject: asked.append((action, subject)))
    desk.change(desk.row("incident", "incident-143"), priority=Priority.P3)
    desk.change(desk.row("unit", "unit-samapta-14"), status=UnitStatus.BREAK)
    desk.add(Handling("incident-143", 1, None, None, True, NOW, "staff-rs"))
    table = "category,place,hours,level,alarm,wants\n*,,,,1,patroli:5\n"
    desk.add(RoomSetting("run_cards", 1, {"table": table}))
    near = Position("unit-samapta-09", -7.9545, 112.6464, 10.0, 0.0, None, NOW)
    desk.telemetry.put_positions([near])
    look(detail, desk)
    desk.tick(6)
    look(detail, desk)
    [pull] = [card for card in detail.strip.shown if card.offer and card.offer.card.knock_on]
    assert "ditarik dari #0143 (P3), #0143 menunggu" in pull.accessibleName()
    assert "(P3, umur 11 m), boleh pergi." in pull.toolTip()
    assert pull.isChecked(), "it is there in time, and nobody else is"
    hand.ms += 500
    asked.clear()
    detail.order()
    assert asked == [("unit.pull", f"{KPU} unit-samapta-09")]
    assert desk.commands == []


def test_what_was_promised_goes_with_the_order(detail: DetailPanel, desk: Desk) -> None:
    ask(desk, "incident.order")
    [sent] = desk.commands
    [told] = sent.promised.values()
    assert set(sent.promised) == {"unit-samapta-14"}
    assert (told["by"], told["vehicle"]) == ("straight", "car")
    assert told["low_s"] < told["drive_s"] < told["seconds"] < told["high_s"]


def test_a_unit_that_is_taken_leaves_the_cards(detail: DetailPanel, desk: Desk) -> None:
    desk.change(desk.row("unit", "unit-samapta-14"), status=UnitStatus.BREAK)
    look(detail, desk)
    assert "SAMAPTA 14" not in signs(detail, desk)


def test_a_silent_unit_is_a_last_resort(detail: DetailPanel, desk: Desk) -> None:
    desk.tick(5 * 3600)
    look(detail, desk)
    assert signs(detail, desk) == ["AMB 01", "BRIMOB A"]
    assert "posisi basi" in detail.strip.shown[0].accessibleName()


def test_with_nobody_left_it_says_so(detail: DetailPanel, desk: Desk) -> None:
    for row in list(desk.seat.situation.all("unit")):
        desk.change(desk.row("unit", row.id), status=UnitStatus.OFF_DUTY)
    look(detail, desk)
    assert signs(detail, desk) == []
    assert detail.near.text() == "Butuh patroli 3/1 · tidak ada unit siap"


# --- orders ------------------------------------------------------------------------------------

WORDS = "SAMAPTA 14, merapat Kantor KPU, Jl. Bantaran, Massa mendorong pagar."


def test_enter_orders_the_first_card_in_the_words_shown(detail: DetailPanel, desk: Desk) -> None:
    assert detail.box.text == WORDS
    ask(desk, "incident.order")
    assert desk.commands == [
        OrderUnits(KPU, ("unit-samapta-14",), WORDS, holders=("",), address=KPU_ADDRESS)
    ]


def test_cards_chosen_by_key_are_ordered_together(detail: DetailPanel, desk: Desk) -> None:
    for key in (Qt.Key.Key_1, Qt.Key.Key_2):
        QTest.keyClick(detail, key, Qt.KeyboardModifier.ControlModifier)
    assert detail.box.text.startswith("SAMAPTA 14, AMB 01, merapat")
    ask(desk, "incident.order")
    assert desk.commands[0].unit_ids == ("unit-samapta-14", "unit-amb-01")


def test_edited_words_are_sent_exactly_as_they_stand(detail: DetailPanel, desk: Desk) -> None:
    detail.box.words.setPlainText("SAMAPTA 14 segera ke KPU, lewat selatan.")
    ask(desk, "incident.order")
    assert desk.commands[0].text == "SAMAPTA 14 segera ke KPU, lewat selatan."
    assert detail.box.text == WORDS, "the next order starts from the suggestion"


def test_a_push_does_not_overwrite_words_under_edit(detail: DetailPanel, desk: Desk) -> None:
    detail.box.words.setFocus()
    QTest.keyClicks(detail.box.words, "X")
    typed = detail.box.text
    desk.change(desk.row("incident", KPU), address="Jl. Lain")
    look(detail, desk)
    assert detail.box.text == typed
    assert detail.box.offer.isVisible()
    detail.box.offer.click()
    assert "Jl. Lain" in detail.box.text


def test_words_are_kept_for_their_own_incident(detail: DetailPanel, desk: Desk) -> None:
    detail.box.words.setPlainText("Sedang saya tulis")
    desk.seat.selection.select_incident("incident-146")
    look(detail, desk)
    assert "Simpang Dieng" in detail.box.text
    desk.seat.selection.select_incident(KPU)
    look(detail, desk)
    assert detail.box.text == "Sedang saya tulis"


def test_advice_that_changes_under_the_key_asks(
    detail: DetailPanel, desk: Desk, hand: Hand
) -> None:
    desk.change(desk.row("unit", "unit-samapta-14"), status=UnitStatus.BREAK)
    look(detail, desk)
    hand.ms += 399
    ask(desk, "incident.order")
    assert desk.commands == []
    assert detail.bar.isVisible()
    hand.ms += 100
    QTest.keyClick(detail.bar, Qt.Key.Key_Return)
    assert desk.commands == [], "a key pressed twice is no answer to a question not yet read"
    hand.ms += 400
    QTest.keyClick(detail.bar, Qt.Key.Key_Return)
    desk.settle()
    assert [command.unit_ids for command in desk.commands] == [("unit-amb-01",)]
    assert not detail.bar.isVisible()


def test_advice_seen_long_enough_does_not_ask(detail: DetailPanel, desk: Desk, hand: Hand) -> None:
    desk.change(desk.row("unit", "unit-samapta-14"), status=UnitStatus.BREAK)
    look(detail, desk)
    hand.ms += 400
    ask(desk, "incident.order")
    assert desk.commands[0].unit_ids == ("unit-amb-01",)


def test_with_nobody_to_send_the_key_says_so(detail: DetailPanel, desk: Desk) -> None:
    for row in list(desk.seat.situation.all("unit")):
        desk.change(desk.row("unit", row.id), status=UnitStatus.OFF_DUTY)
    look(detail, desk)
    ask(desk, "incident.order")
    assert desk.commands == []
    assert [notice.code for notice in desk.notices] == ["order_needs_units"]


# --- questions ---------------------------------------------------------------------------------


def test_closing_asks_how_it_ended(detail: DetailPanel, desk: Desk) -> None:
    ask(desk, "incident.close")
    assert desk.commands == []
    QTest.keyClick(detail.bar, Qt.Key.Key_3)
    desk.settle()
    on_it = tuple(a.id for a in desk.seat.situation.on_it(KPU))
    assert len(on_it) == 3
    assert desk.commands == [CloseIncident(KPU, Disposition.FALSE_REPORT, on_it)]


def test_escape_leaves_a_question_without_an_answer(detail: DetailPanel, desk: Desk) -> None:
    ask(desk, "incident.close")
    QTest.keyClick(detail.bar, Qt.Key.Key_Escape)
    assert not detail.bar.isVisible()
    assert desk.commands == []


def test_a_note_is_saved_as_typed_and_its_draft_kept(detail: DetailPanel, desk: Desk) -> None:
    ask(desk, "incident.note")
    assert detail.bar.field is not None
    QTest.keyClicks(detail.bar.field, "massa 200, tertib 1")
    QTest.keyClick(detail.bar.field, Qt.Key.Key_Escape)
    ask(desk, "incident.note")
    assert detail.bar.field.text() == "massa 200, tertib 1"
    QTest.keyClick(detail.bar.field, Qt.Key.Key_Return)
    desk.settle()
    assert desk.commands == [AddNote(KPU, "massa 200, tertib 1")]


def test_what_was_said_over_the_radio_is_recorded_by_its_key(
    detail: DetailPanel, desk: Desk
) -> None:
    (first, *_) = detail.set.cards
    words = detail.box.text
    ask(desk, "incident.report")
    assert desk.commands == [ReportOrder(KPU, first, words)]


@pytest.mark.parametrize("action", ["incident.order", "incident.report"])
def test_nobody_is_sent_while_a_question_hides_the_cards(
    detail: DetailPanel, desk: Desk, action: str
) -> None:
    ask(desk, "incident.note")
    detail.setFocus()
    ask(desk, action)
    assert desk.commands == []
    assert detail.bar.field is not None
    assert detail.bar.field.hasFocus()


def test_merging_offers_the_likely_ones_first(detail: DetailPanel, desk: Desk) -> None:
    base = desk.row("incident", KPU)
    twin = replace(
        incident(151, "Ramai di KPU", Priority.P2, 100, status=IncidentStatus.NEW),
        lat=base.lat, lon=base.lon, category=base.category,
    )  # fmt: skip
    desk.add(twin)
    desk.seat.selection.select_incident(twin.id)
    look(detail, desk)
    ask(desk, "incident.merge")
    QTest.keyClick(detail.bar, Qt.Key.Key_1)
    desk.settle()
    assert desk.commands == [MergeIncidents(winner_id=KPU, loser_id=twin.id)]
    assert desk.seat.selection.incident_id == KPU


def test_what_was_merged_stands_here_with_its_way_back(
    detail: DetailPanel, desk: Desk, qtbot: QtBot
) -> None:
    loser = desk.row("incident", "incident-148")
    link = MergeLink("link", 1, KPU, loser.id, loser.status, {}, NOW, "staff-rs", None)
    desk.add(link)
    desk.change(loser, status=IncidentStatus.MERGED, merged_into=KPU)
    look(detail, desk)
    [row] = detail.heading.merged.rows
    other = desk.row("incident", "incident-149")
    desk.change(other, status=IncidentStatus.MERGED, merged_into=KPU)
    desk.add(MergeLink("link-2", 1, KPU, other.id, other.status, {}, NOW, "staff-rs", None))
    look(detail, desk)
    assert [one is row for one in detail.heading.merged.rows] == [True, False]
    row.back.click()
    desk.settle()
    assert row.words.text() == "Gabungan #0148 Curanmor di parkir kampus"
    assert desk.commands == [UnmergeIncident(loser.id, KPU)]


def test_a_note_on_the_timeline_is_plain_text(detail: DetailPanel, desk: Desk) -> None:
    desk.history.about = lambda *_: list(desk.history.stored)  # type: ignore[method-assign]
    desk.add(Note("note-1", 1, KPU, EVIL, "staff-rs", NOW, None), kind="note.added")
    look(detail, desk)
    assert lines(detail)[-1].text == f"RS: “{EVIL}”"


def test_a_stream_of_unit_news_is_answered_once_a_second(
    detail: DetailPanel, desk: Desk, hand: Hand
) -> None:
    desk.change(desk.row("unit", "unit-samapta-14"), status=UnitStatus.BREAK)
    look(detail, desk)
    before = signs(detail, desk)
    hand.ms += 100
    desk.change(desk.row("unit", "unit-reskrim-02"), status=UnitStatus.BREAK)
    look(detail, desk)
    assert signs(detail, desk) == before
    desk.tick(1)
    look(detail, desk)
    assert "RESKRIM 02" not in signs(detail, desk)


def test_advice_waits_while_a_question_is_open(detail: DetailPanel, desk: Desk) -> None:
    ask(desk, "incident.close")
    before = signs(detail, desk)
    desk.change(desk.row("unit", "unit-samapta-14"), status=UnitStatus.BREAK)
    look(detail, desk)
    assert signs(detail, desk) == before
    QTest.keyClick(detail.bar, Qt.Key.Key_Escape)
    look(detail, desk)
    assert "SAMAPTA 14" not in signs(detail, desk)


def test_the_keyboard_goes_back_to_where_it_was(detail: DetailPanel, desk: Desk) -> None:
    detail.box.words.setFocus()
    ask(desk, "incident.note")
    assert detail.bar.field is not None
    assert detail.bar.field.hasFocus()
    QTest.keyClick(detail.bar.field, Qt.Key.Key_Escape)
    assert detail.box.words.hasFocus()


# --- room ----------------------------------------------------------------------------------------


def test_nobody_is_sent_to_what_is_over(detail: DetailPanel, desk: Desk) -> None:
    assert detail.box.isVisible()
    desk.change(desk.row("incident", KPU), status=IncidentStatus.CLOSED, closed_at=NOW)
    look(detail, desk)
    assert not any(part.isVisible() for part in (detail.near, detail.strip, detail.box))


def test_a_question_stands_where_the_cards_were(detail: DetailPanel, desk: Desk) -> None:
    ask(desk, "incident.merge")
    assert not detail.strip.isVisible()
    assert not detail.box.isVisible()
    detail.bar.leave()
    assert detail.strip.isVisible()
    assert detail.box.isVisible()


def test_the_timeline_breaks_between_words(detail: DetailPanel) -> None:
    text = "Motor matik hitam, hilang dalam satu jam terakhir dari parkiran"
    words = laid_out(text, detail.font(), 120)
    assert words.lineCount() > 1
    ends = [words.lineAt(i).textStart() for i in range(1, words.lineCount())]
    assert all(text[end - 1] == " " for end in ends)
    long = laid_out("x" * 400, detail.font(), 120)
    assert long.boundingRect().width() <= 121


def test_who_reads_the_newest_line_keeps_it_when_room_gets_less(
    detail: DetailPanel, desk: Desk
) -> None:
    many = [ShownLine("14:00:00", f"baris {n}") for n in range(60)]
    detail.lines.show_lines(many)
    bar = detail.lines.verticalScrollBar()
    detail.resize(540, 520)
    look(detail, desk)
    assert bar.maximum() > 0
    assert bar.value() == bar.maximum()
    bar.setValue(0)
    detail.resize(540, 480)
    look(detail, desk)
    assert bar.value() == 0
