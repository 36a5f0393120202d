"""What people set for themselves at a seat: declared once, read and written where it lives."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from command_center.runtime.options import Kind, Option, Subject
from command_center.ui import layouts
from command_center.ui.commandline.vocabulary import english
from command_center.ui.i18n import LANGUAGES, QT_TRANSLATE_NOOP, SOURCE
from command_center.ui.personal import Personal
from command_center.ui.seat import Seat
from command_center.ui.theme import LARGEST, SMALLEST, THEMES

_STEP = 10


@dataclass(frozen=True, slots=True)
class PersonOption:
    """`names` are the words of what can be chosen."""

    option: Option
    title: str
    names: Mapping[str, str]
    read: Callable[[Seat], str]
    write: Callable[[Seat, str], None]


def _layout(seat: Seat) -> str:
    if seat.settings is None:
        return layouts.DEFAULT
    return Personal(seat.settings, seat.act.actor).layout


def _ask(seat: Seat, action_id: str) -> None:
    seat.asking.ask(action_id)


def _chosen(name: str, default: str, meaning: str, choices: tuple[str, ...]) -> Option:
    return Option(name, default, Kind.CHOICE, Subject.DESK, meaning, choices=lambda: choices)


_SIZES = tuple(str(p) for p in range(round(SMALLEST * 100), round(LARGEST * 100) + 1, _STEP))
PERSON_OPTIONS = (
    PersonOption(
        _chosen(
            "theme",
            THEMES[0],
            QT_TRANSLATE_NOOP("Settings", "Terang untuk siang hari, malam untuk ruang gelap."),
            THEMES,
        ),
        QT_TRANSLATE_NOOP("Settings", "Tema"),
        {
            "dark": QT_TRANSLATE_NOOP("Settings", "gelap"),
            "light": QT_TRANSLATE_NOOP("Settings", "terang"),
            "night": QT_TRANSLATE_NOOP("Settings", "malam"),
        },
        lambda seat: seat.theme.name,
        lambda seat, value: seat.theme.use(value),
    ),
    PersonOption(
        _chosen(
            "size",
            "100",
            QT_TRANSLATE_NOOP("Settings", "Besar huruf dan jarak, dalam persen."),
            _SIZES,
        ),
        QT_TRANSLATE_NOOP("Settings", "Besar huruf"),
        {size: f"{size} %" for size in _SIZES},
        lambda seat: str(round(seat.theme.scale * 100)),
        lambda seat, value: seat.theme.resize(int(value) / 100),
    ),
    PersonOption(
        _chosen(
            "language",
            SOURCE,
            QT_TRANSLATE_NOOP("Settings", "Bahasa layar; catatan dan dokumen tidak berubah."),
            LANGUAGES,
        ),
        QT_TRANSLATE_NOOP("Settings", "Bahasa"),
        {"id": "Bahasa Indonesia", "en": "English"},
        lambda seat: "en" if english() else SOURCE,
        lambda seat, value: _ask(seat, "view.language"),
    ),
    PersonOption(
        _chosen(
            "layout",
            layouts.DEFAULT,
            QT_TRANSLATE_NOOP(
                "Settings", "Susunan panel; panel yang tidak termasuk ditutup, juga yang ini."
            ),
            tuple(layouts.WIDE),
        ),
        QT_TRANSLATE_NOOP("Settings", "Tata letak"),
        {name: name.capitalize() for name in layouts.WIDE},
        _layout,
        lambda seat, value: _ask(seat, f"view.layout.{value}"),
    ),
)
LINKS = (
    (
        QT_TRANSLATE_NOOP("Settings", "Nada alarm"),
        QT_TRANSLATE_NOOP("Settings", "Seberapa keras, dan jenis mana yang dibisukan."),
        "alarm.tones",
    ),
    (
        QT_TRANSLATE_NOOP("Settings", "Tombol"),
        QT_TRANSLATE_NOOP("Settings", "Setiap tindakan dengan tombolnya."),
        "view.keys",
    ),
    (
        QT_TRANSLATE_NOOP("Settings", "Kata sandi"),
        QT_TRANSLATE_NOOP("Settings", "Ganti kata sandi sendiri."),
        "session.password",
    ),
)
"""What has a place of its own: title, meaning, the action that opens it."""
