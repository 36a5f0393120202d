"""Quick hands, slow answers and somebody else at the seat: what becomes of the forms then."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from command_center.domain.room import Role
from tests.ui.real_room import real_desk
from tests.ui.test_places_panel import KPU, NOTE, Places, places

__all__ = ["places", "real_desk"]
K = Qt.Key
PASAR = replace(KPU, name="Pasar B", code="b")


def rating(places: Places, name: str) -> QWidget:
    """The form of a judgement of that place, filled in."""
    places.mark(name)
    places.press(K.Key_N)
    form = places.page.shown_form
    assert form is not None
    field = form.inside["source"]
    assert isinstance(field, QLineEdit)
    field.setText("Intel")
    form.inside["bencana"].setCurrentIndex(5)
    return field


def test_enter_twice_keeps_once(places: Places) -> None:
    places.desk.do(KPU)
    field = rating(places, "KPU Kota")
    for _ in range(2):
        QTest.keyClick(field, K.Key_Return)
    places.desk.until(lambda: places.page.shown_form is None)
    places.followed()
    assert len(list(places.desk.seat.situation.all("assessment"))) == 1


def test_an_answer_closes_its_own_form_only(places: Places) -> None:
    for place in (KPU, PASAR):
        places.desk.do(place)
    QTest.keyClick(rating(places, "KPU Kota"), K.Key_Return)
    places.page.close_form()
    places.mark("Pasar B")
    places.press(K.Key_D)
    other = places.page.shown_form
    places.desk.until(lambda: list(places.desk.seat.situation.all("assessment")))
    places.followed()
    assert other is not None
    assert places.page.shown_form is other


def test_a_form_says_whom_it_is_about_while_the_mark_moves_on(places: Places) -> None:
    for place in (KPU, PASAR):
        places.desk.do(place)
    rating(places, "KPU Kota")
    places.mark("Pasar B")
    assert "KPU Kota" in places.page.pending.text()
    assert not places.page.card.isVisible()
    places.page.close_form()
    assert places.page.pending.text() == ""
    assert places.page.card.isVisible()


def test_a_new_place_does_not_take_the_code_of_another(places: Places) -> None:
    places.desk.do(replace(KPU, contacts=("Piket 0341",)))
    places.press(K.Key_Insert)
    form = places.page.shown_form
    assert form is not None
    for name, text in {"name": "Gudang baru", "code": "kpu", "area": "Arjosari"}.items():
        form.inside[name].setText(text)
    form.keep_button.click()
    assert places.errors() == ["site_code_taken"]
    (site,) = places.desk.seat.situation.all("site")
    assert (site.name, site.contacts) == ("KPU Kota", ("Piket 0341",))


def opened_note(places: Places) -> None:
    places.panel.turn_to("areas")
    places.mark("Kauman")
    places.press(K.Key_G)
    places.press(K.Key_Insert)
    places.write(text=NOTE, source="laporan RW")
    places.desk.until(lambda: len(places.rows()) == 1)
    places.mark(places.rows()[0][0])
    places.press(K.Key_Return)
    places.answer("apel")


def test_an_opened_note_is_covered_for_the_next_person(places: Places) -> None:
    opened_note(places)
    places.desk.until(lambda: NOTE in places.card())
    places.desk.sit(Role.OBSERVER)
    places.desk.seat.person.changed.emit()
    assert NOTE not in places.card()


def test_a_note_that_opens_late_is_not_shown_under_another_place(places: Places) -> None:
    opened_note(places)
    places.press(K.Key_Escape)
    places.mark("Sukun")
    QTest.qWait(300)
    assert NOTE not in places.card()


def test_a_file_that_was_read_leaves_the_keyboard_where_it_is(
    places: Places, tmp_path: Path
) -> None:
    elsewhere = QLineEdit(places.panel)
    elsewhere.show()
    path = tmp_path / "list.csv"
    path.write_text("kode,jenis,nama\n" + "".join(f"k{n},other,Nama {n}\n" for n in range(300)))
    places.page.read_file(path)
    elsewhere.setFocus()
    places.desk.until(places.page.question.isVisible)
    assert QApplication.focusWidget() is elsewhere
