"""Colours, fonts and distances of the window, from the token file and the person's font size."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from string import Template

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication

from command_center.domain.unit import UnitStatus
from command_center.runtime.paths import resources_dir

StatusLook = tuple[UnitStatus, str]
"""(the status whose shape it has, the token of its colour)."""
THEMES = ("dark", "light", "night")
COLOURS = "tokens.toml"
SMALLEST, LARGEST = 0.9, 1.5
PREFERRED_FAMILY = "Inter"
_TABULAR = "tnum"
_LENGTH = re.compile(r"\$\{px_(\d+)\}")


@dataclass(frozen=True, slots=True)
class Tokens:
    """One theme. `colors` maps a token to #rrggbb."""

    scheme: str
    colors: dict[str, str]


def read_tokens(folder: Path, name: str) -> Tokens:
    """The theme `name` of the one file that holds them all."""
    values = tomllib.loads((folder / COLOURS).read_text(encoding="utf-8"))[name]
    return Tokens(str(values["scheme"]), {str(k): str(v) for k, v in values["colors"].items()})


@cache
def _families() -> tuple[str, ...]:
    system = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont).family()
    return (PREFERRED_FAMILY, system) if QFontDatabase.hasFamily(PREFERRED_FAMILY) else (system,)


@cache
def _font(pixels: int, bold: bool, tabular: bool) -> QFont:
    """Made once: its copies share what the letters of it were found to be."""
    font = QFont(list(_families()))
    font.setPixelSize(pixels)
    font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
    if tabular:
        font.setFeature(QFont.Tag(_TABULAR), 1)
    return font


class Theme(QObject):
    """What every panel paints with. `changed` follows `use` and `resize`; panels repaint on it.

    Tokens are those of look.md: window panel raised hover line selected late hole, text text2
    text3 accent, primary on_primary, on_fill, p1..p4, siap diperintah menuju ditkp kembali
    tidaksiap, ok warn alarm alarm_band alarm_text, hijau kuning merah, latihan, bar bar_news,
    map_area map_line map_road map_water, tile tile_text tile_alarm tile_accent tile_shade.
    """

    changed = Signal()

    def __init__(
        self,
        name: str = "dark",
        scale: float = 1.0,
        folder: Path | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._folder = folder or resources_dir() / "theme"
        self.name = name
        self.scale = _within(scale)
        self._statuses: dict[UnitStatus, StatusLook] = {}
        self._load()

    def _load(self) -> None:
        tokens = read_tokens(self._folder, self.name)
        self.is_dark = tokens.scheme == "dark"
        self._colors = {token: QColor(value) for token, value in tokens.colors.items()}

    def show_statuses(self, own: Mapping[UnitStatus, StatusLook]) -> None:
        """What a room shows otherwise than the program does."""
        if dict(own) != self._statuses:
            self._statuses = dict(own)
            self.changed.emit()

    def status(self, status: UnitStatus) -> StatusLook | None:
        """None: as the program shows it."""
        return self._statuses.get(status)

    def color(self, token: str) -> QColor:
        """A colour of its own: changing it changes nothing here. KeyError for an unknown token."""
        return QColor(self._colors[token])

    @property
    def tokens(self) -> tuple[str, ...]:
        return tuple(self._colors)

    def font(self, size_px: int = 13, bold: bool = False, tabular: bool = False) -> QFont:
        """`size_px` 11, 13, 15 or 22 at 100 %; tabular figures have equal widths. A font of its
        own: changing it changes nothing here."""
        return QFont(_font(self.px(size_px), bold, tabular))

    def px(self, n: float) -> int:
        """A length of `n` pixels at 100 % in this person's size."""
        return round(n * self.scale)

    def use(self, name: str) -> None:
        """Switch to another theme of THEMES."""
        if name not in THEMES:
            raise ValueError(name)
        if name != self.name:
            self.name = name
            self._load()
            self._announce()

    def resize(self, scale: float) -> None:
        """Set the font size, 0.9 to 1.5 of normal."""
        if _within(scale) != self.scale:
            self.scale = _within(scale)
            self._announce()

    def _announce(self) -> None:
        app = QApplication.instance()
        if isinstance(app, QApplication):
            self.apply(app)
        self.changed.emit()

    def apply(self, app: QApplication) -> None:
        """Give the application this style, palette, font and style sheet."""
        app.setStyle("Fusion")
        scheme = Qt.ColorScheme.Dark if self.is_dark else Qt.ColorScheme.Light
        app.styleHints().setColorScheme(scheme)
        app.setPalette(self.palette())
        app.setFont(self.font(13))
        app.setStyleSheet(self.style_sheet())

    def palette(self) -> QPalette:
        palette = QPalette()
        role = QPalette.ColorRole
        for where, token in {
            role.Window: "window",
            role.WindowText: "text",
            role.Base: "panel",
            role.AlternateBase: "raised",
            role.Text: "text",
            role.PlaceholderText: "text3",
            role.Button: "raised",
            role.ButtonText: "text",
            role.BrightText: "p1",
            role.Highlight: "primary",
            role.HighlightedText: "on_primary",
            role.Link: "accent",
            role.ToolTipBase: "raised",
            role.ToolTipText: "text",
            role.Light: "line",
            role.Midlight: "line",
            role.Mid: "line",
            role.Dark: "window",
            role.Shadow: "window",
        }.items():
            palette.setColor(where, self.color(token))
        off = QPalette.ColorGroup.Disabled
        for where in (role.WindowText, role.Text, role.ButtonText):
            palette.setColor(off, where, self.color("text3"))
        return palette

    def style_sheet(self) -> str:
        """window.qss with its tokens filled in."""
        text = (self._folder / "window.qss").read_text(encoding="utf-8")
        text = _LENGTH.sub(lambda found: str(self.px(int(found.group(1)))), text)
        return Template(text).substitute({t: c.name() for t, c in self._colors.items()})


def _within(scale: float) -> float:
    return min(LARGEST, max(SMALLEST, scale))
