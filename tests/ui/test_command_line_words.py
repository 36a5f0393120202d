"""What a line is read as: fields by what they are, refusals that name the word, completions."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from command_center.commands.dispatch import OrderUnits, SetUnitStatus
from command_center.commands.intake import EnterCall
from command_center.commands.radio import CODES_SETTING, LogRadio
from command_center.commands.triage import CloseIncident, SetPriority
from command_center.domain.incident import Disposition, IncidentStatus, Priority
from command_center.domain.room import RoomSetting
from command_center.domain.unit import UnitStatus
from command_center.ports import Connection, LinkState
from command_center.ui.commandline.filling import fills, verb_fills
from command_center.ui.commandline.grammar import read, understand
from command_center.ui.commandline.search import Kind, answer
from command_center.ui.i18n import SOURCE, Language
from tests.ui.conftest import MakeDesk
from tests.ui.seats import Desk

ORDER = ["tugas samapta14 0147", "tugas 0147 samapta14", "tugas u:samapta 14 k:0147",
         "assign #147, SAMAPTA 14", "tugas k:147 u:samapta14"]  # fmt: skip


@pytest.mark.parametrize("text", ORDER)
def test_a_field_is_read_by_what_it_is_and_not_by_where_it_stands(desk: Desk, text: str) -> None:
    said = understand(desk.seat, text)
    assert said is not None
    said.run(desk.seat)
    (command,) = desk.commands
    assert isinstance(command, OrderUnits)
    assert (command.incident_id, command.unit_ids) == ("incident-147", ("unit-samapta-14",))


@pytest.mark.parametrize("text", ["tugas s14 0147", "tugas sam14 147", "tugas sama14 #147"])
def test_a_call_sign_may_be_shortened_to_its_first_letters_and_number(
    desk: Desk, text: str
) -> None:
    said = understand(desk.seat, text)
    assert said is not None
    assert said.text.startswith("Perintahkan SAMAPTA 14 ke #0147 ")


def test_a_short_call_sign_of_several_names_them_all(desk: Desk) -> None:
    reading = read(desk.seat, "status l3 siap")
    assert reading is not None
    assert reading.sentence is not None
    desk.change(desk.row("unit", "unit-linmas"), call_sign="LINMAS 3")
    desk.settle()
    reading = read(desk.seat, "status l3 siap")
    assert reading is not None
    assert reading.wrong is not None
    assert reading.wrong.names == ("LANTAS 03", "LINMAS 3")


@pytest.mark.parametrize("text", ["prio 0149 p1", "prio p1 149", "prio 149 1", "prio p:1 149"])
def test_a_priority_is_given_in_any_order(desk: Desk, text: str) -> None:
    said = understand(desk.seat, text)
    assert said is not None
    said.run(desk.seat)
    assert desk.commands == [SetPriority("incident-149", Priority.P1, Priority.P2)]
    assert said.preview == (
        "Prioritas P1: #0149 Perusakan alat peraga kampanye, Jl. Soekarno-Hatta · sekarang P2"
    )


def test_the_preview_names_the_job_a_unit_is_pulled_from(desk: Desk) -> None:
    said = understand(desk.seat, "tugas samapta12 0148")
    assert said is not None
    assert said.preview == (
        "Perintahkan SAMAPTA 12 ke #0148 Curanmor di parkir kampus, Jl. Veteran"
        " · sedang di #0147, akan ditarik · dapat diurungkan 5 detik"
    )
    assert said.warn


def test_of_several_units_the_preview_says_which_is_pulled(desk: Desk) -> None:
    said = understand(desk.seat, "tugas samapta14 samapta12 0148")
    assert said is not None
    assert "SAMAPTA 12 sedang di #0147, akan ditarik" in said.notes


def test_a_free_unit_is_ordered_without_a_warning(desk: Desk) -> None:
    said = understand(desk.seat, "tugas samapta14 0148")
    assert said is not None
    assert (said.notes, said.warn) == ((), False)


def test_a_unit_of_another_agency_is_asked_for(desk: Desk) -> None:
    said = understand(desk.seat, "tugas amb01 0148")
    assert said is not None
    assert said.notes[0].startswith("AMB 01 diminta ke ")


def test_closing_says_whom_it_frees_and_that_it_can_be_undone(desk: Desk) -> None:
    said = understand(desk.seat, "tutup 0143 iseng")
    assert said is not None
    assert said.preview == (
        "Selesaikan #0143 Tawuran pelajar, Stadion Gajayana: Laporan iseng"
        " · melepas SAMAPTA 09 · dapat diurungkan 5 detik"
    )
    said.run(desk.seat)
    (command,) = desk.commands
    assert isinstance(command, CloseIncident)
    assert command.disposition is Disposition.PRANK


WRONG = [
    ("tugas samapto99 0147", "command_unknown_unit", "samapto99"),
    ("tugas samapta14 9999", "command_unknown_incident", "9999"),
    ("tugas samapta 0147", "command_unit_ambiguous", "samapta"),
    ("tugas samapta14 samapta14 0147", "command_named_twice", "samapta14"),
    ("tugas samapta12 0147", "unit_already_on_it", None),
    ("ambil 0139", "command_incident_ended", "#0139"),
    ("prio 0147 p9", "command_unknown_priority", "p9"),
    ("tutup 0143 entahlah", "command_unknown_result", "entahlah"),
    ("status samapta12 terbang", "command_unknown_status", "terbang"),
    ("lihat cctv tidakada", "command_unknown_camera", "tidakada"),
    ("catat halo", "command_unknown_incident", "halo"),
    ("tugas", "command_needs_unit", None),
    ("tugas samapta14", "command_needs_incident", None),
    ("status samapta14", "command_needs_status", None),
    ("catat 0147", "command_needs_words", None),
]


@pytest.mark.parametrize(("text", "code", "word"), WRONG, ids=[text for text, *_ in WRONG])
def test_a_refusal_names_the_word(desk: Desk, text: str, code: str, word: str | None) -> None:
    reading = read(desk.seat, text)
    assert reading is not None
    assert reading.sentence is None
    assert reading.wrong is not None
    assert reading.wrong.code == code
    assert reading.wrong.params.get("word") == word
    said = answer(desk.seat, text).said
    assert "{" not in said
    assert word is None or word in said


def test_a_merged_incident_names_what_it_was_merged_into(desk: Desk) -> None:
    merged = desk.row("incident", "incident-148")
    desk.change(merged, status=IncidentStatus.MERGED, merged_into="incident-147")
    desk.settle()
    found = answer(desk.seat, "ambil 0148")
    assert found.said == "#0148 sudah digabung ke #0147."
    assert found.rows[0].line == "ambil 0147"


def test_an_ambiguous_unit_shows_the_candidates_and_keeps_the_rest(desk: Desk) -> None:
    found = answer(desk.seat, "tugas samapta 0147")
    assert [row.line for row in found.rows][:3] == [
        "tugas samapta12 0147", "tugas samapta14 0147", "tugas samapta09 0147",
    ]  # fmt: skip
    assert found.said == (
        "“samapta” bisa berarti SAMAPTA 12, SAMAPTA 14, SAMAPTA 09; tulis salah satu."
    )


def test_a_misspelt_unit_is_offered_and_never_taken(desk: Desk) -> None:
    found = answer(desk.seat, "tugas smapta12 0147")
    assert found.rows[0].line == "tugas samapta12 0147"
    assert Kind.COMMAND not in {row.kind for row in found.rows}


GOES_ON = [
    ("tugas damk", "tugas damkar02 "),
    ("tugas damkar02 ", "tugas damkar02 0149 "),
    ("tugas samapta14 14", "tugas samapta14 0149 "),
    ("status samapta12 pl", "status samapta12 plotting "),
    ("tutup 0143 is", "tutup 0143 iseng "),
    ("110 cura", "110 curanmor "),
    ("110 tawuran @tasimadu", "110 tawuran @Tasik Madu "),
]


@pytest.mark.parametrize(("typed", "line"), GOES_ON, ids=[text for text, _ in GOES_ON])
def test_a_line_is_completed_where_it_stopped(desk: Desk, typed: str, line: str) -> None:
    assert line in [row.line for row in answer(desk.seat, typed).rows]


def test_a_verb_is_completed_with_its_usage(desk: Desk) -> None:
    assert [(one.line, one.title) for one in verb_fills("tu")][:2] == [
        ("tugas ", "tugas [unit] [kejadian]"),
        ("tutup ", "tutup [kejadian] [hasil]"),
    ]


def test_nothing_is_offered_behind_a_whole_command_but_what_may_follow(desk: Desk) -> None:
    whole = read(desk.seat, "tutup 0143")
    done = read(desk.seat, "ambil 0148")
    assert whole is not None
    assert done is not None
    assert "tutup 0143 iseng " in [one.line for one in fills(desk.seat, whole)]
    assert fills(desk.seat, done) == []


def test_a_call_is_kept_by_one_line(desk: Desk) -> None:
    said = understand(desk.seat, "110 curanmor @suhat motor merah hilang")
    assert said is not None
    assert said.preview.startswith("Simpan laporan 110: Curanmor · Jl. Soekarno-Hatta · P3 · motor")
    desk.recorder.result = {"incident_id": "incident-148", "number": 148}
    said.run(desk.seat)
    desk.settle()
    (command,) = desk.commands
    assert isinstance(command, EnterCall)
    assert (command.category, command.text) == ("curanmor", "motor merah hilang")
    assert command.address == "Jl. Soekarno-Hatta"
    assert desk.seat.selection.incident_id == "incident-148"


def test_a_figure_in_free_words_is_no_priority(desk: Desk) -> None:
    said = understand(desk.seat, "110 curanmor 2 motor hilang")
    assert said is not None
    said.run(desk.seat)
    assert desk.commands[0].text == "2 motor hilang"


SHOWN = [
    ("lihat 0147", "incident_id", "incident-147"),
    ("lihat samapta12", "unit_id", "unit-samapta-12"),
    ("lihat cctv ciliwung", "camera_id", "camera-22"),
    ("show c:cam-022", "camera_id", "camera-22"),
]


@pytest.mark.parametrize(("text", "what", "id"), SHOWN, ids=[text for text, *_ in SHOWN])
def test_anything_can_be_shown(desk: Desk, text: str, what: str, id: str) -> None:
    said = understand(desk.seat, text)
    assert said is not None
    said.run(desk.seat)
    assert getattr(desk.seat.selection, what) == id


def test_a_camera_is_found_by_the_nickname_of_the_place_it_stands_at(desk: Desk) -> None:
    said = understand(desk.seat, "lihat cctv suhat")
    assert said is not None
    assert said.text == "Tampilkan CAM-031 Soekarno-Hatta Utara"


def switch_on(desk: Desk) -> None:
    book = {"on": True, "codes": [["8-6", "dimengerti"], ["3-3L", "kecelakaan, ada yang luka"]]}
    desk.add(RoomSetting(CODES_SETTING, 1, book))
    desk.settle()


def test_codes_of_the_air_are_told_once_the_room_switched_them_on(desk: Desk) -> None:
    assert understand(desk.seat, "samapta12 8-6") is None
    switch_on(desk)
    said = understand(desk.seat, "samapta12 8-6")
    assert said is not None
    assert said.preview == "Catat kabar radio: SAMAPTA 12: 8-6 · 8-6 = dimengerti"
    said.run(desk.seat)
    assert desk.commands == [LogRadio("8-6", "", "SAMAPTA 12", "")]
    noted = understand(desk.seat, "catat 0147 lapor 3-3L")
    assert noted is not None
    assert noted.notes == ("3-3L = kecelakaan, ada yang luka",)


def test_words_beside_a_code_are_not_swallowed(desk: Desk) -> None:
    switch_on(desk)
    assert understand(desk.seat, "samapta12 entah 8-6") is None


class Gone:
    """A watch that knows the room is out of reach."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection

    def subscribe(self, _: object) -> None: ...


def test_out_of_the_rooms_reach_only_what_adds_can_be_entered(
    new_desk: MakeDesk, desk: Desk
) -> None:
    now = desk.clock.now()
    away = new_desk(watch=Gone(Connection(LinkState.OFFLINE, now, now)))
    order, status = (
        answer(away.seat, "tugas samapta14 0148"),
        answer(away.seat, "status amb06 siap"),
    )
    assert order.rows[0].reason == "command_needs_room"
    assert status.rows[0].reason is None


@pytest.fixture
def in_english(desk: Desk) -> Iterator[Desk]:
    language = Language(parent=desk.seat.live)
    assert language.use("en")
    yield desk
    language.use(SOURCE)


def test_english_words_are_offered_on_an_english_screen(in_english: Desk) -> None:
    assert [one.line for one in verb_fills("as")] == ["assign "]
    assert verb_fills("tug") == []
    offered = [row.line for row in answer(in_english.seat, "status samapta12 on").rows]
    assert "status samapta12 onscene " in offered
    said = understand(in_english.seat, "tugas samapta14 0148")
    assert said is not None
    assert said.recall == "assign samapta14 0148"


def test_both_languages_are_understood_on_either_screen(desk: Desk) -> None:
    said = understand(desk.seat, "status samapta12 available")
    assert said is not None
    said.run(desk.seat)
    (command,) = desk.commands
    assert isinstance(command, SetUnitStatus)
    assert command.status is UnitStatus.AVAILABLE


NEVER_KEPT = [
    ("catat 0147 pelapor Budi 081234567890", "catat 0147 "),
    ("110 curanmor @suhat Bu Sri 081234567890", "110 curanmor "),
    ("ht samapta12 Budi lapor", "ht SAMAPTA 12 "),
]


@pytest.mark.parametrize(("text", "kept"), NEVER_KEPT, ids=[text for text, _ in NEVER_KEPT])
def test_no_free_word_is_kept_for_recall(desk: Desk, text: str, kept: str) -> None:
    said = understand(desk.seat, text)
    assert said is not None
    assert said.recall == kept
