"""The neighbourhoods as a panel: partners, the ronda roster, what was done in a month, and the code
book of the air."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from command_center.ui.paged_panel import PagedPanel, PanelPage, PanelWords
from command_center.ui.radio.board_page import BoardPage
from command_center.ui.radio.codes_page import CodesPage
from command_center.ui.radio.directory_page import DirectoryPage
from command_center.ui.radio.watch_page import WatchPage
from command_center.ui.seat import Seat

translate = QCoreApplication.translate
PAGES = ("partners", "watch", "board", "codes")


class PartnersPanel(PagedPanel[PanelPage]):
    """Who helps the room outside, and what was done with them."""

    shows = frozenset({"partner", "source", "night_watch", "room_setting"})

    def __init__(self, seat: Seat, parent: QWidget | None = None) -> None:
        super().__init__(seat, parent)
        self.directory, self.watch = DirectoryPage(seat), WatchPage(seat)
        self.board, self.codes = BoardPage(seat), CodesPage(seat)
        pages: tuple[PanelPage, ...] = (self.directory, self.watch, self.board, self.codes)
        self.hold(dict(zip(PAGES, pages, strict=True)))

    def words(self) -> PanelWords:
        tabs = {
            "partners": translate("Radio", "Mitra"),
            "watch": translate("Radio", "Ronda"),
            "board": translate("Radio", "Sinergitas"),
            "codes": translate("Radio", "Buku sandi"),
        }
        return PanelWords(
            translate("Radio", "MITRA"), translate("Radio", "Mitra, ronda, sinergitas"), tabs
        )
