"""A 110 call from the first ring to the log without the mouse; what is shown is what is saved."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDockWidget, QMainWindow
from pytestqt.qtbot import QtBot

from command_center.advice.triage import said, shipped_table, suggest
from command_center.commands.intake import EnterCall
from command_center.domain.incident import Priority, ReporterKind
from command_center.ui.call.draft import Draft
from command_center.ui.call.form import CallForm
from tests.ui.seats import Desk, refuse

CTRL, NONE = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.NoModifier
MADE = {"incident_id": "incident-147", "number": 147}


@pytest.fixture
def form(desk: Desk, qtbot: QtBot) -> Iterator[CallForm]:
    made = CallForm(desk.seat)
    made.resize(540, 640)
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        desk.seat.asking.ask("incident.call")
        made.activateWindow()
    desk.recorder.result = MADE
    yield made
    made.close()


def press(key: Qt.Key, held: Qt.KeyboardModifier = NONE) -> None:
    """To whoever has the focus, as a keyboard does."""
    widget = QApplication.focusWidget()
    assert widget is not None
    QTest.keyClick(widget, key, held)


def type_in(text: str) -> None:
    widget = QApplication.focusWidget()
    assert widget is not None
    QTest.keyClicks(widget, text)


def fill_in() -> None:
    """tabrakan, Suhat, what happened: Tab to the next field each time."""
    type_in("tabrak")
    press(Qt.Key.Key_Tab)
    type_in("suhat")
    press(Qt.Key.Key_Tab)
    type_in("dua motor, ada korban luka")


def test_a_call_is_entered_with_the_keyboard_alone(form: CallForm, desk: Desk) -> None:
    fill_in()
    press(Qt.Key.Key_Return, CTRL)
    desk.settle()
    assert desk.commands == [
        EnterCall(
            category="laka_lantas",
            text="dua motor, ada korban luka",
            address="Jl. Soekarno-Hatta",
            priority=Priority.P1,
            lat=-7.9423,
            lon=112.62168,
            area="35.73.05.1007",
            reporter=ReporterKind.OPEN,
            reasons=(
                "category:laka_lantas:+3",
                "word:injured:+2",
                "word:victim:+1",
                "absent:reporter",
            ),
        )
    ]
    assert not form.isVisible()
    assert [notice.code for notice in desk.notices] == ["call.entered"]
    assert desk.seat.selection.incident_id is None  # not before this window knows it
    desk.change(desk.row("incident", "incident-147"), address="Jl. Kawi")
    desk.settle()
    assert desk.seat.selection.incident_id == "incident-147"


def test_the_priority_shown_is_the_one_saved(form: CallForm, desk: Desk) -> None:
    fill_in()
    marked = [p for p, button in form.priority.buttons.items() if button.isChecked()]
    by_table = suggest(said("laka_lantas", form.draft.text), shipped_table())
    assert marked == [by_table.priority]
    assert form.reasons.text().startswith(
        "Saran P1: Laka lantas +3, ada yang luka +2, ada korban +1 · tidak diketahui: "
    )
    form.priority.setFocus()
    press(Qt.Key.Key_3)
    marked = [p for p, button in form.priority.buttons.items() if button.isChecked()]
    press(Qt.Key.Key_Return, CTRL)
    desk.settle()
    assert [command.priority for command in desk.commands] == marked == [Priority.P3]
    assert [command.reasons for command in desk.commands] == [()]


def test_a_priority_chosen_by_hand_outlives_more_words_until_taken_back(form: CallForm) -> None:
    fill_in()
    form.priority.setFocus()
    press(Qt.Key.Key_4)
    form.words.setPlainText("ada senjata")
    assert form.draft.shown.value == "P4"
    assert "saran P1" in form.reasons.text()
    press(Qt.Key.Key_0)
    assert form.draft.shown.value == "P1"


def test_escape_keeps_what_was_typed_and_the_clock_running(form: CallForm, desk: Desk) -> None:
    fill_in()
    desk.tick(7)
    press(Qt.Key.Key_Escape)
    assert not form.isVisible()
    desk.tick(5)
    desk.seat.asking.ask("incident.call")
    assert form.isVisible()
    assert form.words.toPlainText() == "dua motor, ada korban luka"
    assert form.clock.text() == "00:12"
    assert desk.commands == []


def test_the_clock_of_the_next_call_starts_anew(form: CallForm, desk: Desk) -> None:
    desk.tick(9)
    fill_in()
    press(Qt.Key.Key_Return, CTRL)
    desk.settle()
    desk.tick(60)
    desk.seat.asking.ask("incident.call")
    assert form.clock.text() == "00:00"
    assert form.draft == Draft()
    assert form.category.text == ""


def test_what_is_missing_is_said_in_the_form(form: CallForm, desk: Desk) -> None:
    press(Qt.Key.Key_Return, CTRL)
    assert form.error.text() == "Pilih kategori dahulu."
    type_in("banjir")
    press(Qt.Key.Key_Tab)
    assert form.error.text() == ""
    press(Qt.Key.Key_Return, CTRL)
    assert form.error.text() == "Isi tempat atau keterangan."
    assert desk.commands == []


def test_a_refusal_is_said_in_the_form_and_nothing_typed_is_lost(
    form: CallForm, desk: Desk
) -> None:
    refuse(desk, "call_needs_text")
    fill_in()
    press(Qt.Key.Key_Return, CTRL)
    desk.settle()
    assert form.isVisible()
    assert form.error.text() == "Isi apa yang terjadi."
    assert form.draft.text == "dua motor, ada korban luka"
    desk.recorder.error = None
    press(Qt.Key.Key_Return, CTRL)
    desk.settle()
    assert len(desk.commands) == 2
    assert not form.isVisible()


def test_a_call_on_its_way_is_not_sent_twice(form: CallForm, desk: Desk) -> None:
    desk.recorder.hold = True
    fill_in()
    press(Qt.Key.Key_Return, CTRL)
    press(Qt.Key.Key_Return, CTRL)
    assert len(desk.commands) == 1
    desk.recorder.answer()
    desk.settle()
    assert not form.isVisible()


def test_a_kelurahan_gives_the_area_and_no_point(form: CallForm, desk: Desk) -> None:
    type_in("banjir")
    press(Qt.Key.Key_Tab)
    type_in("kel. purwantoro")
    press(Qt.Key.Key_Return)
    type_in("air naik 40 cm")
    press(Qt.Key.Key_Return, CTRL)
    desk.settle()
    [command] = desk.commands
    assert (command.lat, command.area) == (None, "35.73.01.1007")
    assert command.address == "Kelurahan Purwantoro"


def test_the_list_of_places_says_kind_and_kecamatan(form: CallForm) -> None:
    form.place.setFocus()
    type_in("suhat")
    texts = [form.place.list.item(n).text() for n in range(form.place.list.count())]
    assert texts[0] == "Jl. Soekarno-Hatta (Suhat) · jalan · Lowokwaru"


def test_words_behind_a_chosen_place_keep_it_and_other_words_do_not(form: CallForm) -> None:
    form.place.setFocus()
    type_in("suhat")
    press(Qt.Key.Key_Return)
    form.place.setFocus()
    form.place.field.end(False)
    type_in(" depan kampus")
    kept = form.draft
    assert kept.place is not None
    assert kept.address == "Jl. Soekarno-Hatta depan kampus"
    form.place.field.selectAll()
    type_in("sawah")
    assert form.draft.place is None
    assert form.draft.address == "sawah"


def test_a_house_number_nobody_knows_stays_in_the_address(form: CallForm) -> None:
    form.place.setFocus()
    type_in("jl kawi no 500 gg 2")
    assert form.place.list.item(0).text() == "Jl. Kawi · jalan · Klojen · nomor tidak di peta"
    press(Qt.Key.Key_Return)
    assert form.draft.place is not None
    assert form.draft.address == "jl kawi no 500 gg 2"


def test_where_two_streets_meet_is_a_point_in_its_kelurahan(form: CallForm, desk: Desk) -> None:
    form.place.setFocus()
    type_in("perempatan ijen kawi")
    assert form.place.list.item(0).text() == "Simpang Ijen – Kawi · persimpangan · Klojen"
    press(Qt.Key.Key_Return)
    command = form.draft.command(desk.seat.city)
    assert command.lat is not None
    assert desk.seat.city.area_at(command.lat, command.lon or 0).code == command.area  # type: ignore[union-attr]


def test_names_of_several_places_say_so_and_nothing_is_taken_unasked(form: CallForm) -> None:
    form.place.setFocus()
    type_in("gajayana")
    lines = [form.place.list.item(n).text() for n in range(2)]
    assert all(line.endswith(" · ada yang sama cocok") for line in lines)
    assert form.draft.place is None


def test_what_may_be_another_place_is_taken_by_nobody_who_only_goes_on(form: CallForm) -> None:
    form.place.setFocus()
    type_in("jl bandung no 5 blimbing")
    assert form.place.list.item(0).text() == "Jl. Bandung · jalan · Klojen · di luar Blimbing"
    press(Qt.Key.Key_Tab)
    assert (form.draft.place, form.draft.address) == (None, "jl bandung no 5 blimbing")
    form.place.setFocus()
    for way in (Qt.Key.Key_Down, Qt.Key.Key_Up):
        form.place.field.selectAll()
        type_in("jl bandung no 5 blimbing")
        press(way)
        at = form.place.list.currentRow()
        assert at == (0 if way is Qt.Key.Key_Down else form.place.list.count() - 1)
    press(Qt.Key.Key_Return)
    assert form.draft.place is not None


def test_a_place_without_a_point_of_its_own_gives_only_its_area(form: CallForm, desk: Desk) -> None:
    form.place.setFocus()
    type_in("polsek blimbing")
    press(Qt.Key.Key_Return)
    command = form.draft.command(desk.seat.city)
    assert (command.lat, command.area) == (None, "35.73.01.1002")


def test_a_street_chosen_before_the_program_ended_is_chosen_again(
    form: CallForm, desk: Desk, qtbot: QtBot
) -> None:
    form.place.setFocus()
    type_in("jl borobudur 7 kel. mojolangu")
    press(Qt.Key.Key_Return)
    again = CallForm(desk.seat)
    qtbot.addWidget(again)
    again.put_back(form.unsent())
    assert again.draft.place == form.draft.place
    assert again.draft.place is not None
    assert again.draft.address == "jl borobudur 7 kel. mojolangu"


def test_arrows_walk_the_suggestions(form: CallForm) -> None:
    type_in("ke")
    second = form.category.list.item(1).text().split(" · ")[0]
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Return)
    assert form.category.text == second
    assert not form.category.list.isVisible()


def test_a_dock_closes_and_opens_with_its_form(desk: Desk, qtbot: QtBot) -> None:
    window, dock = QMainWindow(), QDockWidget()
    qtbot.addWidget(window)
    form = CallForm(desk.seat)
    dock.setWidget(form)
    window.addDockWidget(Qt.DockWidgetArea.LeftDockWidgetArea, dock)
    dock.hide()
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    desk.seat.asking.ask("incident.call")
    dock.show()
    assert QApplication.focusWidget() is form.category.field
    press(Qt.Key.Key_Escape)
    press(Qt.Key.Key_Escape)
    assert not dock.isVisible()
    dock.show()
    assert form.isVisible()


def test_the_fields_stand_close_together_however_tall_the_panel(form: CallForm, desk: Desk) -> None:
    form.resize(560, 900)
    desk.settle()
    assert form.category.list.isVisible()
    fields = [form.category.field, form.category.list, form.place.field, form.words]
    tops = [field.mapTo(form, field.rect().topLeft()).y() for field in fields]
    ends = [field.mapTo(form, field.rect().bottomLeft()).y() for field in fields]
    gaps = [below - above for above, below in zip(ends, tops[1:], strict=False)]
    assert all(0 < gap <= 12 for gap in gaps)


def test_the_form_says_how_fast_a_call_is_to_be_answered(form: CallForm) -> None:
    assert form.target.text() == "target menjawab 10 dtk"
