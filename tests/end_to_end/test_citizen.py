"""Complaints of Jogo Malang Presisi from the citizen's phone through the real window and back: real
HTTP both ways, the keys of whoever sits there, and what the citizen sees in the end."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt

from command_center.domain.incident import IncidentStatus
from command_center.domain.room import AlarmType
from tests.end_to_end.city import PERSON, PLACE, City

SHIFT = Qt.KeyboardModifier.ShiftModifier


def test_a_complaint_verified_ordered_answered_and_closed_is_seen_so_by_the_citizen(
    city: City, tmp_path: Path
) -> None:
    words = "knalpot brong tiap malam, hubungi Sri Wahyuni 081233445566"
    given = {"area": "Dinoyo", "person": PERSON, **PLACE}
    id = city.jmp.wadul(words, "gangguan_ketertiban", "rahasia", **given)
    incident = city.pick(id)
    city.press(Qt.Key.Key_V)
    city.sees(id, "terverifikasi")
    city.order()
    city.sees(id, "terverifikasi", "dalam proses")
    city.reply("Petugas menuju lokasi.")
    city.sees(id, "terverifikasi", "dalam proses", "Petugas menuju lokasi.")
    city.close()
    city.sees(id, "terverifikasi", "dalam proses", "Petugas menuju lokasi.", "selesai")
    card = city.detail.replies
    city.until(lambda: card.lines[0].text().count("didengar") == 4)
    assert "menunggu" not in card.lines[0].text()
    closed = city.situation.incident(incident.id)
    assert closed is not None
    assert closed.status is IncidentStatus.CLOSED
    assert city.queue.model.row_of(incident.id) is None
    said = repr(city.logged())
    stored = b"".join(file.read_bytes() for file in tmp_path.glob("room.db*"))
    for secret in PERSON.values():
        assert secret not in said
        assert secret.encode() not in stored
    assert "Sri" not in repr(city.jmp.heard)


def test_who_was_merged_by_mistake_reads_the_correction(city: City) -> None:
    first, second = city.jmp.wadul("pohon tumbang"), city.jmp.wadul("lampu jalan padam")
    winner, loser = city.pick(first), city.pick(second)
    city.press(Qt.Key.Key_M)
    city.until(city.detail.bar.isVisible)
    city.press(Qt.Key.Key_1)
    city.until(lambda: city.situation.merged_into(winner.id))
    city.pick(first)
    city.reply("Pohon sedang dipotong.")
    city.sees(first, "Pohon sedang dipotong.")
    city.sees(second, "Pohon sedang dipotong.")
    city.press(Qt.Key.Key_M, SHIFT)
    city.sees(second, "Pohon sedang dipotong.", "koreksi: diterima")
    city.sees(first, "Pohon sedang dipotong.")
    assert city.pick(second).id == loser.id
    city.until(lambda: "koreksi: diterima, didengar" in city.detail.replies.lines[0].text())


def test_a_panic_button_rings_in_the_window_before_anybody_asks(city: City) -> None:
    id = city.jmp.panic(-7.9797, 112.6304, person=PERSON)
    city.until(lambda: city.alarm(AlarmType.PANIC))
    alarm, banner = city.alarm(AlarmType.PANIC), city.desk.window.banner
    assert alarm is not None
    assert banner.isVisible()
    city.answer(AlarmType.PANIC)
    incident = city.detail.incident
    assert incident is not None
    assert (incident.id, incident.priority.value) == (alarm.subject_id, "P1")
    assert city.pick(id).id == incident.id
