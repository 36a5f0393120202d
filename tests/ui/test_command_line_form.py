"""A call that is not whole yet goes from the line into the form; B brings what nobody has."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from command_center.domain.incident import IncidentStatus, Priority
from command_center.ui.actions.table import ACTIONS
from command_center.ui.call.draft import Draft
from command_center.ui.call.form import CallForm
from command_center.ui.commandline.search import Kind, search
from tests.ui.scene import incident
from tests.ui.seats import Desk


@pytest.fixture
def form(desk: Desk, qtbot: QtBot) -> Iterator[CallForm]:
    made = CallForm(desk.seat)
    qtbot.addWidget(made)
    made.resize(500, 700)
    made.show()
    with qtbot.waitActive(made):
        made.activateWindow()
    yield made
    made.close()


def run(desk: Desk, text: str) -> str:
    """What Enter does with the line as it stands."""
    row = next(row for row in search(desk.seat, text) if row.kind is Kind.COMMAND)
    assert row.reason is None
    row.run(desk.seat)
    desk.settle()
    return row.title


def test_words_that_name_no_kind_stand_in_the_form(form: CallForm, desk: Desk) -> None:
    said = run(desk, "110 ada suara ledakan di belakang rumah")
    assert said == "Isi laporan telepon 110: ada suara ledakan di belakang rumah"
    assert form.draft.text == "ada suara ledakan di belakang rumah"
    assert form.draft.category == ""
    assert form.category.field.hasFocus()
    assert desk.commands == []


def test_a_kind_alone_is_chosen_and_the_words_are_next(form: CallForm, desk: Desk) -> None:
    assert run(desk, "110 curanmor") == "Isi laporan telepon 110: Curanmor"
    assert form.draft.category == "curanmor"
    assert form.words.hasFocus()
    QTest.keyClicks(form.words, "motor merah")
    QTest.keyClick(form.words, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    desk.settle()
    assert [(c.category, c.text) for c in desk.commands] == [("curanmor", "motor merah")]


def test_what_stands_in_the_form_is_never_written_over(form: CallForm, desk: Desk) -> None:
    form.words.setPlainText("laporan pertama")
    run(desk, "110 laporan kedua")
    assert form.draft.text == "laporan pertama"
    assert desk.notices[-1].code == "call_form_busy"


def test_a_word_that_may_become_a_kind_is_completed_first(desk: Desk) -> None:
    rows = search(desk.seat, "110 cura")
    assert rows[0].line == "110 curanmor "
    assert any(row.kind is Kind.COMMAND for row in rows)


def test_an_everyday_word_tells_the_kind_and_stays_among_the_words(desk: Desk) -> None:
    row = search(desk.seat, "110 motor hilang di parkiran")[0]
    assert row.title == "Simpan laporan 110: Curanmor · P3 · motor hilang di parkiran"
    assert search(desk.seat, "110 curan motor merah")[0].title.endswith(" · motor merah")


def test_the_words_are_not_kept_for_the_next_line(desk: Desk) -> None:
    row = next(r for r in search(desk.seat, "110 ibu Sri dipukul") if r.kind is Kind.COMMAND)
    assert "sri" not in row.recall.lower()


def test_a_blank_form_is_left_as_it_is_by_the_bare_verb(form: CallForm, desk: Desk) -> None:
    assert run(desk, "110") == "Isi laporan telepon 110"
    assert form.draft == Draft()


# --- the next one ------------------------------------------------------------------------------


def test_b_brings_the_most_urgent_that_nobody_has(desk: Desk) -> None:
    new, verified = IncidentStatus.NEW, IncidentStatus.VERIFIED
    desk.add(
        incident(201, "Milik orang", Priority.P1, 9_000, status=new, owner="staff-dw"),
        incident(202, "Ditangani", Priority.P1, 8_000, status=IncidentStatus.HANDLED, owner=None),
        incident(203, "Tanpa pemilik", Priority.P1, 500, status=verified, owner=None),
        incident(204, "Tanpa pemilik, lebih baru", Priority.P1, 100, status=new, owner=None),
    )
    desk.settle()
    ACTIONS["incident.next"].perform(desk.seat)
    assert desk.seat.selection.incident_id == "incident-203"
    desk.change(desk.row("incident", "incident-203"), owner_id="staff-rs")
    desk.settle()
    ACTIONS["incident.next"].perform(desk.seat)
    assert desk.seat.selection.incident_id == "incident-204"


def test_with_everything_owned_nothing_waits(desk: Desk) -> None:
    for row in list(desk.seat.situation.open_incidents()):
        if row.owner_id is None:
            desk.change(desk.row("incident", row.id), owner_id="staff-rs")
    desk.settle()
    assert ACTIONS["incident.next"].reason(desk.seat) == "nothing_waits"


# --- what was meant ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "line"),
    [
        ("tutp 0143", "tutup 0143"),
        ("prosedur 0147", "prosedur kejadian 0147"),
        ("verfikasi 0148", "verifikasi 0148"),
    ],
)
def test_what_is_nearly_a_verb_is_offered_with_what_stood_behind_it(
    desk: Desk, typed: str, line: str
) -> None:
    row = search(desk.seat, typed)[0]
    assert (row.kind, row.line) == (Kind.WORD, line)


def test_nothing_is_made_of_what_is_like_nothing(desk: Desk) -> None:
    assert search(desk.seat, "zzqx tidak ada") == []


def test_what_begins_with_the_letters_comes_before_what_only_holds_them(desk: Desk) -> None:
    assert search(desk.seat, "sa")[0].kind is Kind.UNIT
    assert search(desk.seat, "tu")[0].line == "tugas "


AGAIN = ["p3 0147", "tutup 0143 iseng", "status samapta12 siap", "prio 0148 p1", "ambil 0148"]


@pytest.mark.parametrize("typed", AGAIN)
def test_what_comes_back_by_up_is_the_same_command(desk: Desk, typed: str) -> None:
    first = search(desk.seat, typed)[0]
    again = search(desk.seat, first.recall)[0]
    assert (again.kind, again.title) == (Kind.COMMAND, first.title)
