"""Where the panels stand: the named arrangements, wide and compact."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QDockWidget, QMainWindow

from command_center.ui.i18n import QT_TRANSLATE_NOOP

COMPACT_BELOW, TIGHT_BELOW = 1500, 1100
"""Widths in pixels at 100 % under which the compact and the tight arrangements are used."""

TITLES: Mapping[str, str] = {
    "queue": QT_TRANSLATE_NOOP("Window", "Antrean kejadian"),
    "detail": QT_TRANSLATE_NOOP("Window", "Kejadian terpilih"),
    "referrals": QT_TRANSLATE_NOOP("Window", "Penerusan"),
    "hospitals": QT_TRANSLATE_NOOP("Window", "Papan rumah sakit"),
    "call": QT_TRANSLATE_NOOP("Window", "Telepon 110"),
    "calls": QT_TRANSLATE_NOOP("Window", "Daftar telepon"),
    "wall": QT_TRANSLATE_NOOP("Window", "CCTV"),
    "cameras": QT_TRANSLATE_NOOP("Window", "Daftar kamera"),
    "history": QT_TRANSLATE_NOOP("Window", "Riwayat"),
    "map": QT_TRANSLATE_NOOP("Window", "Peta"),
    "units": QT_TRANSLATE_NOOP("Window", "Status unit"),
    "start": QT_TRANSLATE_NOOP("Window", "Mulai"),
    "tutor": QT_TRANSLATE_NOOP("Window", "Coba sendiri"),
    "plugs": QT_TRANSLATE_NOOP("Window", "Cabut sambungan"),
    "truth": QT_TRANSLATE_NOOP("Window", "Kebenaran papan"),
    "figures": QT_TRANSLATE_NOOP("Window", "Angka tanggapan"),
    "chart": QT_TRANSLATE_NOOP("Window", "Laporan per menit"),
    "clocks": QT_TRANSLATE_NOOP("Window", "Waktu tanggap"),
    "alarms": QT_TRANSLATE_NOOP("Window", "Catatan alarm"),
    "alarmdesk": QT_TRANSLATE_NOOP("Window", "Meja alarm"),
    "health": QT_TRANSLATE_NOOP("Window", "Kesehatan sumber"),
    "people": QT_TRANSLATE_NOOP("Window", "Orang dan peran"),
    "notices": QT_TRANSLATE_NOOP("Window", "Pemberitahuan publik"),
    "radio": QT_TRANSLATE_NOOP("Window", "Radio"),
    "partners": QT_TRANSLATE_NOOP("Window", "Mitra dan ronda"),
    "triage": QT_TRANSLATE_NOOP("Window", "Tabel triase"),
    "procedures": QT_TRANSLATE_NOOP("Window", "Buku prosedur"),
    "planned": QT_TRANSLATE_NOOP("Window", "Jadwal kejadian"),
    "answers": QT_TRANSLATE_NOOP("Window", "Jawaban perintah"),
    "routes": QT_TRANSLATE_NOOP("Window", "Rute perintah"),
    "cards": QT_TRANSLATE_NOOP("Window", "Kartu rencana"),
    "roads": QT_TRANSLATE_NOOP("Window", "Jalan dan penutupan"),
    "roster": QT_TRANSLATE_NOOP("Window", "Regu dan apel"),
    "updates": QT_TRANSLATE_NOOP("Window", "Pembaruan program"),
    "doctor": QT_TRANSLATE_NOOP("Window", "Periksa komputer ini"),
    "places": QT_TRANSLATE_NOOP("Window", "Tempat dan kerawanan"),
    "settings": QT_TRANSLATE_NOOP("Window", "Pengaturan"),
    "reports": QT_TRANSLATE_NOOP("Window", "Lapsit dan laporan berkala"),
    "early": QT_TRANSLATE_NOOP("Window", "Peringatan dini"),
    "operations": QT_TRANSLATE_NOOP("Window", "Operasi"),
    "election": QT_TRANSLATE_NOOP("Window", "Pengamanan pemilu"),
    "handover": QT_TRANSLATE_NOOP("Window", "Serah terima"),
    "instructions": QT_TRANSLATE_NOOP("Window", "Perintah dan tugas"),
    "moment": QT_TRANSLATE_NOOP("Window", "Saat itu"),
    "director": QT_TRANSLATE_NOOP("Window", "Meja sutradara"),
    "handbook": QT_TRANSLATE_NOOP("Window", "Buku panduan"),
}


# Behind one another panels have less room for their names.
TABS: Mapping[str, str] = {
    "queue": QT_TRANSLATE_NOOP("Window", "Antrean"),
    "detail": QT_TRANSLATE_NOOP("Window", "Kejadian"),
    "hospitals": QT_TRANSLATE_NOOP("Window", "Rumah sakit"),
    "calls": QT_TRANSLATE_NOOP("Window", "Panggilan"),
    "cameras": QT_TRANSLATE_NOOP("Window", "Kamera"),
    "units": QT_TRANSLATE_NOOP("Window", "Unit"),
    "figures": QT_TRANSLATE_NOOP("Window", "Angka"),
    "chart": QT_TRANSLATE_NOOP("Window", "Laporan"),
    "alarms": QT_TRANSLATE_NOOP("Window", "Alarm"),
    "health": QT_TRANSLATE_NOOP("Window", "Sumber"),
    "people": QT_TRANSLATE_NOOP("Window", "Orang"),
    "notices": QT_TRANSLATE_NOOP("Window", "Pemberitahuan"),
    "partners": QT_TRANSLATE_NOOP("Window", "Mitra"),
    "triage": QT_TRANSLATE_NOOP("Window", "Triase"),
    "procedures": QT_TRANSLATE_NOOP("Window", "Prosedur"),
    "planned": QT_TRANSLATE_NOOP("Window", "Jadwal"),
    "answers": QT_TRANSLATE_NOOP("Window", "Jawaban"),
    "routes": QT_TRANSLATE_NOOP("Window", "Rute"),
    "cards": QT_TRANSLATE_NOOP("Window", "Kartu"),
    "roads": QT_TRANSLATE_NOOP("Window", "Jalan"),
    "roster": QT_TRANSLATE_NOOP("Window", "Regu"),
    "updates": QT_TRANSLATE_NOOP("Window", "Pembaruan"),
    "doctor": QT_TRANSLATE_NOOP("Window", "Periksa"),
    "places": QT_TRANSLATE_NOOP("Window", "Tempat"),
    "reports": QT_TRANSLATE_NOOP("Window", "Lapsit"),
    "early": QT_TRANSLATE_NOOP("Window", "Dini"),
    "election": QT_TRANSLATE_NOOP("Window", "Pemilu"),
    "director": QT_TRANSLATE_NOOP("Window", "Sutradara"),
    "handbook": QT_TRANSLATE_NOOP("Window", "Panduan"),
}


def title(panel: str) -> str:
    """A panel's title in the language of the screen."""
    return QCoreApplication.translate("Window", TITLES[panel])


def tab_title(panel: str) -> str:
    """What stands on its tab; the title where that is short."""
    return QCoreApplication.translate("Window", TABS.get(panel, TITLES[panel]))


def tear_off_text(floating: bool) -> str:
    if floating:
        return QCoreApplication.translate("Window", "Tempatkan kembali")
    return QCoreApplication.translate("Window", "Lepas ke monitor lain")


@dataclass(frozen=True, slots=True)
class Cell:
    """Panels behind one another, the first in front; `height` is a share of its column."""

    panels: tuple[str, ...]
    height: int = 1


@dataclass(frozen=True, slots=True)
class Layout:
    """Columns of cells with their widths in pixels at 100 % (0: what is left), and a bottom row
    of `footer` pixels. Panels that are not named are closed."""

    columns: tuple[tuple[int, tuple[Cell, ...]], ...]
    bottom: tuple[tuple[int, str], ...]
    footer: int

    def panels(self) -> tuple[str, ...]:
        inside = [p for _, cells in self.columns for cell in cells for p in cell.panels]
        return (*inside, *(panel for _, panel in self.bottom))


_LEFT, _RIGHT = 540, 470
_BOTTOM = ((_LEFT, "figures"), (0, "chart"), (_RIGHT, "alarms"))
_DESK = (Cell(("tutor",), 10), Cell(("queue",), 44), Cell(("detail",), 52))
_UNITS = (Cell(("units",), 82), Cell(("truth",), 6), Cell(("plugs",), 12))
WIDE: Mapping[str, Layout] = {
    "siap": Layout(
        (
            (_LEFT, _DESK),
            (0, (Cell(("start", "wall", "moment"), 62), Cell(("map",), 38))),
            (_RIGHT, _UNITS),
        ),
        _BOTTOM,
        96,
    ),
    "kejadian": Layout(
        (
            (420, (Cell(("queue",)),)),
            (560, (Cell(("detail",)),)),
            (0, (Cell(("wall", "moment"), 50), Cell(("map",), 50))),
            (400, _UNITS),
        ),
        ((_LEFT, "figures"), (0, "alarms")),
        96,
    ),
    "operasi": Layout(
        (
            (420, _DESK),
            (0, (Cell(("map",)),)),
            (_RIGHT, _UNITS),
        ),
        _BOTTOM,
        96,
    ),
    "dinding": Layout(
        ((0, (Cell(("wall",)),)), (500, (Cell(("map",)),))),
        ((_LEFT, "figures"), (0, "chart")),
        96,
    ),
}
_SMALL_BOTTOM = ((0, "figures"),)
_PICTURES = Cell(("start", "wall", "moment", "map"), 88)
_LESSONS = Cell(("tutor",), 12)
_SMALL_DESK = (400, (Cell(("queue",), 49), Cell(("detail",), 51)))
_SMALL_UNITS = (280, (Cell(("units", "plugs"), 92), Cell(("truth",), 8)))
COMPACT: Mapping[str, Layout] = {
    "siap": Layout((_SMALL_DESK, (0, (_PICTURES, _LESSONS)), _SMALL_UNITS), _SMALL_BOTTOM, 40),
    "kejadian": Layout(
        ((400, (Cell(("queue",)),)), (0, (Cell(("detail",), 88), _LESSONS)), _SMALL_UNITS),
        _SMALL_BOTTOM,
        40,
    ),
    "operasi": Layout(
        (_SMALL_DESK, (0, (Cell(("map",), 88), _LESSONS)), _SMALL_UNITS), _SMALL_BOTTOM, 40
    ),
    "dinding": Layout(((0, (Cell(("wall", "start", "map")),)),), _SMALL_BOTTOM, 40),
}
DEFAULT = "siap"
# Behind which panel one comes forward that a layout does not show.
HOMES = {
    "call": "detail",
    "referrals": "detail",
    "hospitals": "units",
    "calls": "detail",
    "detail": "map",
    "tutor": "queue",
    "plugs": "units",
    "truth": "units",
    "alarmdesk": "units",
    "health": "units",
    "people": "units",
    "notices": "units",
    "radio": "detail",
    "partners": "units",
    "triage": "units",
    "procedures": "units",
    "planned": "detail",
    "answers": "detail",
    "routes": "units",
    "cards": "units",
    "roads": "units",
    "roster": "units",
    "updates": "units",
    "doctor": "units",
    "places": "units",
    "reports": "wall",
    "settings": "wall",
    "early": "units",
    "operations": "units",
    "election": "units",
    "handover": "units",
    "instructions": "units",
    "start": "wall",
    "wall": "map",
    "cameras": "wall",
    "history": "detail",
    "map": "wall",
    "chart": "figures",
    "clocks": "map",
    "moment": "map",
    "director": "units",
    "handbook": "wall",
}


_LIST = (400, (Cell(("queue", "tutor")),))
_ALL = Cell(("detail", "units", "start", "wall", "moment", "map", "plugs", "truth"))
TIGHT: Mapping[str, Layout] = {
    "siap": Layout((_LIST, (0, (_ALL,))), _SMALL_BOTTOM, 40),
    "kejadian": Layout(
        ((400, (Cell(("queue", "units")),)), (0, (Cell(("detail",)),))), _SMALL_BOTTOM, 40
    ),
    "operasi": Layout((_LIST, (0, (Cell(("map", "detail", "units")),))), _SMALL_BOTTOM, 40),
    "dinding": COMPACT["dinding"],
}


class Width(StrEnum):
    """How much room there is, in letters rather than in pixels."""

    WIDE = "wide"
    COMPACT = "compact"
    TIGHT = "tight"


def width_class(width: int, scale: float) -> Width:
    if width < TIGHT_BELOW * scale:
        return Width.TIGHT
    return Width.COMPACT if width < COMPACT_BELOW * scale else Width.WIDE


_BY_WIDTH = {Width.WIDE: WIDE, Width.COMPACT: COMPACT, Width.TIGHT: TIGHT}


def layout_named(name: str, room: Width) -> Layout:
    return _BY_WIDTH[room][name]


Docks = Mapping[str, QDockWidget]


def arrange(window: QMainWindow, docks: Docks, layout: Layout, scale: float) -> None:
    """Put the docks where `layout` says and close the others. Panels that this window was not
    given are left out."""
    for dock in docks.values():
        window.removeDockWidget(dock)
        dock.setFloating(False)
    columns = _columns(docks, layout)
    bottom = [(width, docks[panel]) for width, panel in layout.bottom if panel in docks]
    heads = [cells[0][0][0] for _, cells in columns]
    feet = [dock for _, dock in bottom]
    if heads:
        window.addDockWidget(Qt.DockWidgetArea.LeftDockWidgetArea, heads[0])
        if feet:
            window.splitDockWidget(heads[0], feet[0], Qt.Orientation.Vertical)
    for row in (heads, feet):
        for before, dock in pairwise(row):
            window.splitDockWidget(before, dock, Qt.Orientation.Horizontal)
    for _, cells in columns:
        _fill_column(window, [stack for stack, _ in cells])
    _put_away(window, docks, layout)
    for panel in layout.panels():
        if panel in docks:
            docks[panel].show()
    for _, cells in columns:
        for stack, _share in cells:
            stack[0].raise_()
    _resize(window, columns, bottom, layout, scale)


Stack = list[QDockWidget]
Column = tuple[int, list[tuple[Stack, int]]]


def _columns(docks: Docks, layout: Layout) -> list[Column]:
    """Width and (docks behind one another, height share) of each column with a panel here."""
    out: list[Column] = []
    for width, cells in layout.columns:
        stacks = [([docks[p] for p in cell.panels if p in docks], cell.height) for cell in cells]
        here = [(stack, share) for stack, share in stacks if stack]
        if here:
            out.append((width, here))
    return out


def place_new(window: QMainWindow, docks: Docks, layout: Layout, state: bytes) -> None:
    """What a person kept says nothing of panels that a newer program brought: they are behind
    others, closed, instead of wherever Qt leaves what it does not know."""
    known = {name: dock for name, dock in docks.items() if _is_named(state, name)}
    shown = [panel for panel in layout.panels() if panel in known]
    for name in docks.keys() - known.keys() if shown else ():
        host = HOMES.get(name, shown[0])
        window.removeDockWidget(docks[name])
        window.tabifyDockWidget(docks[host if host in shown else shown[0]], docks[name])
        docks[name].hide()


def _is_named(state: bytes, name: str) -> bool:
    """Whether a saved state of a window knows the dock: Qt writes each name with its length."""
    letters = name.encode("utf-16-be")
    return len(letters).to_bytes(4, "big") + letters in state


def _put_away(window: QMainWindow, docks: Docks, layout: Layout) -> None:
    """A closed panel has a place too: behind another one, so that it can come forward there."""
    shown = [panel for panel in layout.panels() if panel in docks]
    for name, dock in docks.items():
        if name in shown or not shown:
            continue
        host = HOMES.get(name, shown[0])
        window.tabifyDockWidget(docks[host if host in shown else shown[0]], dock)
        dock.hide()


def _fill_column(window: QMainWindow, stacks: list[Stack]) -> None:
    for above, below in pairwise(stacks):
        window.splitDockWidget(above[0], below[0], Qt.Orientation.Vertical)
    for front, *behind in stacks:
        for dock in behind:
            window.tabifyDockWidget(front, dock)


def _resize(
    window: QMainWindow,
    columns: list[Column],
    bottom: list[tuple[int, QDockWidget]],
    layout: Layout,
    scale: float,
) -> None:
    across, down = Qt.Orientation.Horizontal, Qt.Orientation.Vertical
    footer = round(layout.footer * scale)
    if bottom:
        window.resizeDocks([bottom[0][1]], [footer], down)
    for widths, row in (
        ([width for width, _ in columns], [cells[0][0][0] for _, cells in columns]),
        ([width for width, _ in bottom], [dock for _, dock in bottom]),
    ):
        window.resizeDocks(row, _widths(window, widths, scale), across)
    height = max(200, window.height() - footer)
    for _, cells in columns:
        whole = sum(share for _, share in cells)
        fronts = [stack[0] for stack, _ in cells]
        window.resizeDocks(fronts, [height * share // whole for _, share in cells], down)


def _widths(window: QMainWindow, widths: list[int], scale: float) -> list[int]:
    """Pixels per column; the columns of width 0 share what the others leave."""
    fixed = [round(width * scale) for width in widths]
    open_ended = max(1, sum(1 for width in fixed if width == 0))
    left = max(200, (window.width() - sum(fixed)) // open_ended)
    return [width or left for width in fixed]
