"""What one person set at this workstation: layouts, theme, size of letters, language."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings

from command_center.runtime.files import unspoken
from command_center.ui import layouts
from command_center.ui.i18n import LANGUAGES, SOURCE, Language
from command_center.ui.person import NOBODY
from command_center.ui.theme import THEMES, Theme


def personal_file(folder: Path, person_id: str, what: str) -> QSettings:
    """A person's own INI file in `folder`; its name says nothing of who it is."""
    name = unspoken(person_id)
    return QSettings(str(folder / f"{what}-{name}.ini"), QSettings.Format.IniFormat)


class Personal:
    """An INI file per person. Values that this version does not know count as not set."""

    def __init__(self, folder: Path, person_id: str) -> None:
        self._file = personal_file(folder, person_id, "window")
        self._nobodys = personal_file(folder, NOBODY, "window")

    def apply(self, theme: Theme, language: Language) -> None:
        """Set the look and the language that were kept, if any."""
        name, percent = self._text("look/theme"), self._text("look/percent")
        if name in THEMES:
            theme.use(name)
        if percent.isdigit():
            theme.resize(int(percent) / 100)
        if self.language in LANGUAGES:
            language.use(self.language)

    def keep_look(self, theme: str, scale: float) -> None:
        self._file.setValue("look/theme", theme)
        self._file.setValue("look/percent", str(round(scale * 100)))

    @property
    def language(self) -> str:
        """Who never chose one has the seat's: what was chosen while nobody sat here."""
        kept = self._text("look/language") or self._nobodys.value("look/language")
        return kept if isinstance(kept, str) and kept else SOURCE

    @language.setter
    def language(self, code: str) -> None:
        self._file.setValue("look/language", code)

    @property
    def layout(self) -> str:
        name = self._text("layout/name")
        return name if name in layouts.WIDE else layouts.DEFAULT

    @layout.setter
    def layout(self, name: str) -> None:
        self._file.setValue("layout/name", name)

    @property
    def geometry(self) -> QByteArray:
        return self._bytes("window/geometry") or QByteArray()

    def keep_geometry(self, geometry: QByteArray) -> None:
        self._file.setValue("window/geometry", geometry)
        self._file.sync()

    def state(self, layout: str, room: layouts.Width) -> QByteArray | None:
        """How the docks of a layout stood, None if they were never moved."""
        return self._bytes(_state_key(layout, room))

    def keep_state(self, layout: str, room: layouts.Width, state: QByteArray) -> None:
        self._file.setValue(_state_key(layout, room), state)

    def forget_state(self, layout: str, room: layouts.Width) -> None:
        self._file.remove(_state_key(layout, room))

    def _text(self, key: str) -> str:
        value = self._file.value(key)
        return value if isinstance(value, str) else ""

    def _bytes(self, key: str) -> QByteArray | None:
        value = self._file.value(key)
        return value if isinstance(value, QByteArray) else None


def _state_key(layout: str, room: layouts.Width) -> str:
    return f"layout/{layout}-{room}"
