"""The settings of the room, each declared once: what it is kept as, and where it is changed."""

from __future__ import annotations

from dataclasses import dataclass

from command_center.advice import criteria, level_plans, procedures, report_templates, run_cards
from command_center.advice.duplicates import book as duplicates
from command_center.commands.radio import CODES_SETTING
from command_center.commands.suggesting import SETTING as TRIAGE
from command_center.domain import calls, handover, mail, order_routes, unit_words
from command_center.domain.shift_pattern import PATTERN_SETTING
from command_center.ui.i18n import QT_TRANSLATE_NOOP


@dataclass(frozen=True, slots=True)
class RoomTable:
    """`ids` begin the names of the room's rows that hold it; `action_id` opens its page, "" where a
    command at the terminal changes it, which `meaning` then names."""

    ids: tuple[str, ...]
    title: str
    meaning: str
    action_id: str = ""


@dataclass(frozen=True, slots=True)
class RoomSubject:
    heading: str
    tables: tuple[RoomTable, ...]


ROOM_SUBJECTS = (
    RoomSubject(
        QT_TRANSLATE_NOOP("Settings", "Jaga dan waktu"),
        (
            RoomTable(
                (PATTERN_SETTING,),
                QT_TRANSLATE_NOOP("Settings", "Pola jaga"),
                QT_TRANSLATE_NOOP("Settings", "Jam setiap regu; di halaman regu dan apel."),
                "view.roster",
            ),
            RoomTable(
                (handover.SETTING,),
                QT_TRANSLATE_NOOP("Settings", "Serah terima"),
                QT_TRANSLATE_NOOP("Settings", "Kapan dibuka, dan kolom buku mutasi."),
                "view.handover",
            ),
            RoomTable(
                (calls.SETTING,),
                QT_TRANSLATE_NOOP("Settings", "Jam dan tangga jawab 110"),
                QT_TRANSLATE_NOOP("Settings", "Berapa lama telepon berdering, di meja siapa."),
                "call.panel",
            ),
            RoomTable(
                (unit_words.WORDS_SETTING, unit_words.LIMITS_SETTING),
                QT_TRANSLATE_NOOP("Settings", "Sebutan dan batas status unit"),
                QT_TRANSLATE_NOOP("Settings", "Kata, bentuk, warna, dan batas waktu tiap status."),
                "view.unit_words",
            ),
        ),
    ),
    RoomSubject(
        QT_TRANSLATE_NOOP("Settings", "Tabel dan rencana"),
        (
            RoomTable(
                (TRIAGE,),
                QT_TRANSLATE_NOOP("Settings", "Tabel triase"),
                QT_TRANSLATE_NOOP("Settings", "Angka yang menyarankan prioritas."),
                "view.triage",
            ),
            RoomTable(
                (procedures.SETTING,),
                QT_TRANSLATE_NOOP("Settings", "Buku prosedur"),
                QT_TRANSLATE_NOOP("Settings", "Langkah tiap jenis kejadian."),
                "view.procedures",
            ),
            RoomTable(
                (run_cards.RUN_CARDS_SETTING,),
                QT_TRANSLATE_NOOP("Settings", "Kartu rencana"),
                QT_TRANSLATE_NOOP("Settings", "Unit yang disarankan menurut jenis dan tempat."),
                "view.run_cards",
            ),
            RoomTable(
                (level_plans.PLANS_SETTING,),
                QT_TRANSLATE_NOOP("Settings", "Rencana situasi"),
                QT_TRANSLATE_NOOP("Settings", "Apa yang dilakukan pada hijau, kuning, merah."),
                "view.operations",
            ),
            RoomTable(
                (criteria.CRITERIA_SETTING,),
                QT_TRANSLATE_NOOP("Settings", "Kriteria kerawanan"),
                QT_TRANSLATE_NOOP("Settings", "Bobot penilaian tempat dan TPS."),
                "view.places",
            ),
            RoomTable(
                (report_templates.SETTING,),
                QT_TRANSLATE_NOOP("Settings", "Bentuk laporan"),
                QT_TRANSLATE_NOOP("Settings", "Susunan lapsit dan laporan berkala."),
                "view.reports",
            ),
            RoomTable(
                (duplicates.SETTING,),
                QT_TRANSLATE_NOOP("Settings", "Bobot laporan ganda"),
                QT_TRANSLATE_NOOP(
                    "Settings",
                    "Dipelajari dari jawaban ruang: command-center advice refit --save.",
                ),
            ),
        ),
    ),
    RoomSubject(
        QT_TRANSLATE_NOOP("Settings", "Radio, perintah, surat"),
        (
            RoomTable(
                (CODES_SETTING,),
                QT_TRANSLATE_NOOP("Settings", "Sandi radio"),
                QT_TRANSLATE_NOOP("Settings", "Arti sandi yang tampil di catatan radio."),
                "view.partners",
            ),
            RoomTable(
                (order_routes.SETTING,),
                QT_TRANSLATE_NOOP("Settings", "Rute perintah"),
                QT_TRANSLATE_NOOP("Settings", "Lewat mana perintah sampai ke sistem unit."),
                "view.order_routes",
            ),
            RoomTable(
                (mail.SETTING,),
                QT_TRANSLATE_NOOP("Settings", "Server surel"),
                QT_TRANSLATE_NOOP(
                    "Settings", "Oleh administrator di terminal: command-center mail set HOST."
                ),
            ),
            RoomTable(
                (),
                QT_TRANSLATE_NOOP("Settings", "Orang dan peran"),
                QT_TRANSLATE_NOOP("Settings", "Siapa bekerja di ruang ini dan boleh apa."),
                "session.people",
            ),
        ),
    ),
)
