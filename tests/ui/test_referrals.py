"""Handing an incident on in the window: the form in the detail panel, the card, the list and the
letter."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from command_center.commands.referral import AnswerReferral, ReferIncident, WithdrawReferral
from command_center.documents.letter import as_html, facts, paragraphs
from command_center.domain.errors import Conflict
from command_center.domain.referral import Referral, ReferralState
from command_center.domain.room import Role
from command_center.ui.actions.referrals import ANSWER, LETTER, REFER
from command_center.ui.actions.table import ACTIONS
from command_center.ui.detail.conflict_words import words
from command_center.ui.detail.panel import DetailPanel
from command_center.ui.losses import Loss
from command_center.ui.referrals.card import ReferralCard
from command_center.ui.referrals.panel import ReferralsPanel
from command_center.ui.referrals.printer import LetterPrinter, letter_of
from command_center.ui.referrals.section import ReferralSection
from tests.ui.conftest import MakeDesk
from tests.ui.referral_rows import INCIDENT, MINUTE, agencies, answered, referral
from tests.ui.scene import NOW, picture_rows
from tests.ui.seats import Desk


def seated(new_desk: MakeDesk, *referrals: Referral, role: Role = Role.OPERATOR) -> Desk:
    desk = new_desk(rows=[*picture_rows(), *agencies(), *referrals], role=role)
    desk.seat.selection.select_incident(INCIDENT)
    return desk


def shown(widget: QWidget, desk: Desk, qtbot: QtBot) -> None:
    qtbot.addWidget(widget)
    widget.resize(520, 900)
    widget.show()
    desk.settle()


def section_of(desk: Desk, qtbot: QtBot) -> ReferralSection:
    section = ReferralSection(desk.seat)
    shown(section, desk, qtbot)
    return section


def only_card(section: ReferralSection) -> ReferralCard:
    (card,) = section.cards.values()
    return card


# --- the form -------------------------------------------------------------------------------------


def test_an_incident_is_referred_with_the_keyboard_alone(new_desk: MakeDesk, qtbot: QtBot) -> None:
    desk = seated(new_desk)
    section = section_of(desk, qtbot)
    assert section.form.isHidden()
    ACTIONS[REFER].perform(desk.seat)
    form = section.form
    QTest.keyClicks(form.picker.field, "dlh")
    QTest.keyClick(form.picker.field, Qt.Key.Key_Return)
    assert "Dinas Lingkungan Hidup" in form.way.text()
    QTest.keyClick(form.words, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    (command,) = desk.recorder.commands
    assert isinstance(command, ReferIncident)
    assert (command.incident_id, command.agency_id, command.rule) == (INCIDENT, "dlh", "")
    assert form.isHidden()


def test_what_is_offered_says_nothing_of_the_reporter(new_desk: MakeDesk, qtbot: QtBot) -> None:
    desk = seated(new_desk)
    incident = desk.row("incident", INCIDENT)
    named = replace(
        incident, version=2, title="Bu Sri 081234567890 lapor", address="rumah Sri 0812 3456 7890"
    )
    desk.seat.live.situation.put("incident", INCIDENT, named)
    section = section_of(desk, qtbot)
    ACTIONS[REFER].perform(desk.seat)
    words = section.form.words.toPlainText()
    assert "#0147" in words
    assert "Sri" not in words
    assert "0812" not in words


def test_without_an_agency_or_with_a_number_nothing_is_sent(
    new_desk: MakeDesk, qtbot: QtBot
) -> None:
    desk = seated(new_desk)
    section = section_of(desk, qtbot)
    ACTIONS[REFER].perform(desk.seat)
    form = section.form
    form.submit()
    QTest.keyClicks(form.picker.field, "pln")
    QTest.keyClick(form.picker.field, Qt.Key.Key_Return)
    form.words.setPlainText("Hubungi 0812-3456-7890")
    form.submit()
    form.words.setPlainText("  ")
    form.submit()
    assert desk.recorder.commands == []
    assert not form.isHidden()
    QTest.keyClick(form.words, Qt.Key.Key_Escape)
    assert form.isHidden()


def test_bawaslu_comes_with_the_clocks_of_the_law(new_desk: MakeDesk, qtbot: QtBot) -> None:
    desk = seated(new_desk)
    section = section_of(desk, qtbot)
    ACTIONS[REFER].perform(desk.seat)
    form = section.form
    assert form.rule.isHidden()
    QTest.keyClicks(form.picker.field, "bawas")
    QTest.keyClick(form.picker.field, Qt.Key.Key_Return)
    assert not form.rule.isHidden()
    codes = [form.rule.itemData(place) for place in range(form.rule.count())]
    assert codes == ["pemilu", "pilkada"]
    form.rule.setCurrentIndex(1)
    assert "sebelum" in form.way.text()
    form.submit()
    (command,) = desk.recorder.commands
    assert command.rule == "pilkada"


def test_another_incident_closes_the_form(new_desk: MakeDesk, qtbot: QtBot) -> None:
    desk = seated(new_desk)
    section = section_of(desk, qtbot)
    ACTIONS[REFER].perform(desk.seat)
    desk.seat.selection.select_incident("incident-148")
    assert section.form.isHidden()


def test_an_offence_is_said_to_be_bawaslus(new_desk: MakeDesk, qtbot: QtBot) -> None:
    desk = seated(new_desk)
    incident = replace(desk.row("incident", INCIDENT), category="pelanggaran_pemilu")
    desk.seat.live.situation.put("incident", INCIDENT, incident)
    section = section_of(desk, qtbot)
    ACTIONS[REFER].perform(desk.seat)
    assert not section.form.offence.isHidden()
    assert section.form.picker.buttons[0].text() == "Bawaslu"


# --- the card -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("row", "state", "clock", "step"),
    [
        (referral("r"), "Menunggu jawaban", "jawaban dalam 5 m", ""),
        (
            referral("r", answer_due_at=NOW - 3 * MINUTE, escalated=1),
            "Menunggu jawaban",
            "jawaban terlambat 3 m",
            "Langkah 1: telepon petugas piket instansi",
        ),
        (answered(referral("r"), ReferralState.ACCEPTED), "Diterima", "hasil dalam 1 j", ""),
        (answered(referral("r"), ReferralState.REFUSED, reason="x"), "Ditolak", "", ""),
        (answered(referral("r"), ReferralState.DONE, outcome="x"), "Selesai", "", ""),
    ],
)
def test_a_card_says_how_it_stands(
    new_desk: MakeDesk, qtbot: QtBot, row: Referral, state: str, clock: str, step: str
) -> None:
    desk = seated(new_desk, row)
    section = section_of(desk, qtbot)
    card = only_card(section)
    assert (card.state.text(), card.clock.text(), card.step.text()) == (state, clock, step)


def test_a_card_says_who_answered_when_and_what(new_desk: MakeDesk, qtbot: QtBot) -> None:
    row = answered(
        referral("r"),
        ReferralState.REFUSED,
        reason="Bukan\n<b>wilayah</b> kami",
        their_number="DLH-7",
        answered_by="staff-rs",
    )
    section = section_of(seated(new_desk, row), qtbot)
    card = only_card(section)
    assert "dijawab 14:07 · RS · nomor DLH-7" in card.said.text()
    assert "alasan: “Bukan <b>wilayah</b> kami”" in card.said.text()
    assert card.said.textFormat() is Qt.TextFormat.PlainText


@pytest.mark.parametrize(
    ("button", "expected"),
    [
        ("accept", AnswerReferral("r", ReferralState.ACCEPTED)),
        ("refuse", AnswerReferral("r", ReferralState.REFUSED, reason="sudah ada")),
        ("done", AnswerReferral("r", ReferralState.DONE, outcome="sudah ada")),
        ("withdraw", WithdrawReferral("r", "sudah ada")),
    ],
)
def test_what_they_said_is_written_down_by_hand(
    new_desk: MakeDesk, qtbot: QtBot, button: str, expected: object
) -> None:
    desk = seated(new_desk, referral("r"))
    section = section_of(desk, qtbot)
    card = only_card(section)
    ACTIONS[ANSWER].perform(desk.seat)
    card.buttons[button].click()
    if button != "accept":
        QTest.keyClick(card.field, Qt.Key.Key_Return)
        assert desk.recorder.commands == []
        QTest.keyClicks(card.field, "sudah ada")
        QTest.keyClick(card.field, Qt.Key.Key_Return)
    assert desk.recorder.commands == [expected]


def test_a_liaison_answers_for_the_own_agency_only(new_desk: MakeDesk, qtbot: QtBot) -> None:
    desk = seated(new_desk, referral("r"), referral("s", "pln"), role=Role.LIAISON)
    me = desk.seat.situation.staff(desk.seat.act.actor)
    assert me is not None
    desk.seat.live.situation.put("staff", me.id, replace(me, agency_id="pln"))
    section = section_of(desk, qtbot)
    assert section.cards["r"].buttons["accept"].isHidden()
    assert not section.cards["s"].buttons["accept"].isHidden()
    assert section.cards["s"].buttons["withdraw"].isHidden()
    assert ACTIONS[REFER].reason(desk.seat) == "not_allowed"
    assert ACTIONS[ANSWER].reason(desk.seat) is None


def test_what_is_being_typed_survives_a_change_of_its_row(new_desk: MakeDesk, qtbot: QtBot) -> None:
    row = referral("r")
    desk = seated(new_desk, row)
    section = section_of(desk, qtbot)
    card = only_card(section)
    card.buttons["done"].click()
    QTest.keyClicks(card.field, "baru separuh")
    desk.seat.live.situation.put("referral", "r", answered(row, ReferralState.ACCEPTED))
    section.refresh()
    assert only_card(section) is card
    assert (card.state.text(), card.field.text()) == ("Diterima", "baru separuh")


def test_the_clock_goes_on_while_nothing_changes(new_desk: MakeDesk, qtbot: QtBot) -> None:
    desk = seated(new_desk, referral("r"))
    section = section_of(desk, qtbot)
    card = only_card(section)
    card.tick(NOW + 6 * MINUTE)
    assert card.clock.text() == "jawaban terlambat 1 m"


# --- the list -------------------------------------------------------------------------------------


def test_the_list_stands_by_the_clock_and_selects_the_incident(
    new_desk: MakeDesk, qtbot: QtBot
) -> None:
    rows = [
        referral("a", answer_due_at=NOW + 9 * MINUTE),
        referral("b", "pln", answer_due_at=NOW - MINUTE, incident_id="incident-148"),
        referral("c", "bawaslu", answer_due_at=None),
        answered(referral("d", "dispussipda"), ReferralState.DONE),
    ]
    desk = seated(new_desk, *rows)
    panel = ReferralsPanel(desk.seat)
    shown(panel, desk, qtbot)
    assert [one.row.id for one in panel.model.rows] == ["b", "a", "c"]
    assert panel.head.text() == "3 penerusan terbuka, 1 terlambat"
    panel.view.clicked.emit(panel.model.index(0))
    assert desk.seat.selection.incident_id == "incident-148"


def test_the_list_moves_one_row_at_a_time(new_desk: MakeDesk, qtbot: QtBot) -> None:
    rows = [referral(id, answer_due_at=NOW + n * MINUTE) for n, id in enumerate("abc", 1)]
    desk = seated(new_desk, *rows)
    panel = ReferralsPanel(desk.seat)
    shown(panel, desk, qtbot)
    told: list[str] = []
    panel.model.rowsInserted.connect(lambda *_: told.append("in"))
    panel.model.rowsRemoved.connect(lambda *_: told.append("out"))
    panel.model.modelReset.connect(lambda: told.append("reset"))
    accepted = answered(rows[0], ReferralState.ACCEPTED)
    desk.seat.live.situation.put("referral", "a", accepted)
    panel.refresh()
    assert [one.row.id for one in panel.model.rows] == ["b", "c", "a"]
    assert told == ["out", "in"]


def test_an_empty_list_says_so(new_desk: MakeDesk, qtbot: QtBot) -> None:
    desk = seated(new_desk)
    panel = ReferralsPanel(desk.seat)
    shown(panel, desk, qtbot)
    assert panel.head.text() == "Tidak ada penerusan terbuka"


# --- the letter -----------------------------------------------------------------------------------


def test_a_letter_is_printed_under_its_number(
    new_desk: MakeDesk, qtbot: QtBot, tmp_path: Path
) -> None:
    first = referral("r", referred_at=NOW - 2 * MINUTE)
    desk = seated(new_desk, first, referral("s", "pln", referred_at=NOW - MINUTE))
    printer = LetterPrinter(desk.seat, tmp_path / "kertas")
    desk.seat.asking.ask(LETTER, "s")
    desk.settle()
    day = desk.row("incident", INCIDENT).day.replace("-", "")
    file = tmp_path / "kertas" / f"surat-penerusan-R-{day}-0147-2.pdf"
    assert file.read_bytes().startswith(b"%PDF")
    assert [path.name for path in (tmp_path / "kertas").iterdir()] == [file.name]
    desk.seat.asking.ask(LETTER, "nobody")
    desk.settle()
    assert len(list((tmp_path / "kertas").iterdir())) == 1
    printer.deleteLater()


def test_a_letter_holds_what_was_typed_as_plain_words(new_desk: MakeDesk) -> None:
    text = "<script>alert(1)</script>\n=HYPERLINK(1)\x00\n\nMohon ditangani."
    desk = seated(new_desk, referral("r", "bawaslu", text=text, rule="pemilu"))
    letter = letter_of(desk.row("referral", "r"), desk.seat, NOW)
    assert "<script>alert(1)</script>" in paragraphs(letter)
    assert ("Dasar hukum", "UU 7/2017 Pasal 454 ayat (6)-(8)") in facts(letter)
    page = as_html(letter)
    assert "<script>" not in page
    assert "\x00" not in page
    withdrawn = replace(
        desk.row("referral", "r"), state=ReferralState.WITHDRAWN, reason="salah alamat"
    )
    said = paragraphs(letter_of(withdrawn, desk.seat, NOW + timedelta(hours=1)))
    assert len(said) == 1
    assert "salah alamat" in said[0]


def test_the_form_has_the_panel_while_it_is_open(new_desk: MakeDesk, qtbot: QtBot) -> None:
    """On a small screen everything in it is in sight, its button too."""
    desk = seated(new_desk)
    panel = DetailPanel(desk.seat)
    qtbot.addWidget(panel)
    panel.resize(540, 420)
    panel.show()
    desk.settle()
    assert not panel.strip.isHidden()
    ACTIONS[REFER].perform(desk.seat)
    desk.settle()
    form = panel.referrals.form
    assert panel.strip.isHidden()
    assert form.send.visibleRegion().boundingRect().height() == form.send.height()
    form.leave()
    assert not panel.strip.isHidden()


def test_who_comes_second_reads_who_handed_it_on(new_desk: MakeDesk) -> None:
    desk = seated(new_desk)
    lost = Conflict("referral", "r", by="staff-rs", at=NOW, theirs={"agency_id": "pln"})
    said = words(Loss(ReferIncident(INCIDENT, "pln", "halo"), lost, None, {}), desk.seat)
    assert (said.what, said.mine) == ("Penerusan #0147", "PLN")
    assert said.theirs == "sudah diteruskan ke PLN"
