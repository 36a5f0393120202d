"""Folders and files inside the page: where to look on the left, what is there on the right."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout

from command_center.domain.errors import OperatorError
from command_center.ui.actions.buttons import KeyButton
from command_center.ui.detail.words import fill
from command_center.ui.first_run.entry_list import EntryList
from command_center.ui.first_run.folder import Entry, Folder
from command_center.ui.first_run.form import Bench
from command_center.ui.format import count
from command_center.ui.plain_label import PlainLabel
from command_center.ui.sentences import sentence

translate = QCoreApplication.translate
_HIGH_PX, _PLACES_PX = 182, 160


class Chooser(QFrame):
    """`chosen` carries the Path of a file, or of a folder where no endings are said; `left`: given
    up. A folder is read away from this thread; what is read for a folder that was left meanwhile is
    not shown."""

    chosen = Signal(object)
    left = Signal()

    def __init__(self, bench: Bench) -> None:
        super().__init__()
        self.setObjectName("raised")
        self._bench = bench
        self._turn = 0
        self._endings: tuple[str, ...] = ()
        self._come_from: Path | None = None
        self.folder: Folder | None = None
        self.where = PlainLabel(bench.theme, "text", 11)
        self.places, self.entries = EntryList(bench.theme), EntryList(bench.theme)
        self.told = PlainLabel(bench.theme, "text2", 11)
        self.up = KeyButton(bench, "", "Backspace")
        self.close_button = KeyButton(bench, "", "Esc")
        self.pick = KeyButton(bench, "", "Return")
        self._lay_out()
        self.up.clicked.connect(self.go_up)
        self.close_button.clicked.connect(self.left)
        self.pick.clicked.connect(self._use)
        self.entries.opened.connect(self._open_current)
        self.entries.up.connect(self.go_up)
        self.entries.currentRowChanged.connect(self._follow)
        self.places.itemClicked.connect(self._go_to)
        self.places.opened.connect(self._go_to)
        self.places.up.connect(self.go_up)
        self._retranslate()

    def _lay_out(self) -> None:
        px = self._bench.theme.px
        for shown in (self.places, self.entries):
            shown.setFixedHeight(px(_HIGH_PX))
        self.places.setFixedWidth(px(_PLACES_PX))
        self.told.setWordWrap(True)
        self.where.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        lists = QHBoxLayout()
        lists.setSpacing(px(8))
        lists.addWidget(self.places)
        lists.addWidget(self.entries, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(px(8))
        buttons.addWidget(self.up)
        buttons.addStretch(1)
        buttons.addWidget(self.close_button)
        buttons.addWidget(self.pick)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(px(10), px(8), px(10), px(8))
        rows.setSpacing(px(6))
        rows.addWidget(self.where)
        rows.addLayout(lists)
        rows.addWidget(self.told)
        rows.addLayout(buttons)

    def look(self, where: Path | None, endings: tuple[str, ...]) -> None:
        """From the folder of `where` on; None: where it was left, or the account's own."""
        self._endings = endings
        self.show()
        self.entries.setFocus()
        self._read(where or (self.folder.path if self.folder else None))

    def stop(self) -> None:
        """What is still being read is not waited for."""
        self._turn += 1
        self.hide()

    def go_up(self) -> None:
        if self.folder is not None and self.folder.path != self.folder.path.parent:
            self._read(self.folder.path.parent, self.folder.path)

    def _go_to(self, _: object = None) -> None:
        place = self.places.current
        if place is not None:
            self._read(place.path)

    def _use(self) -> None:
        if self._endings or self.folder is None:
            self._open_current()
        else:
            self.chosen.emit(self.folder.path)

    def _open_current(self) -> None:
        entry = self.entries.current
        if entry is None:
            return
        if entry.size is None:
            self._read(entry.path)
        else:
            self.chosen.emit(entry.path)

    def _read(self, where: Path | None, come_from: Path | None = None) -> None:
        """`come_from`: the folder in it that the keyboard is put on."""
        self._turn += 1
        self._come_from = come_from
        self.told.show_text(translate("FirstRun", "Membaca folder…"))
        work = partial(self._bench.setup.folder, where, self._endings)
        failed = partial(self._failed, self._turn)
        self._bench.tasks.run(work, partial(self._show, self._turn), failed)

    def _show(self, turn: int, folder: Folder) -> None:
        if turn != self._turn:
            return
        self.folder = folder
        self.entries.show_entries(folder.entries)
        self.entries.stand_on(self._come_from, 0)
        self._retranslate()

    def _failed(self, turn: int, error: OperatorError) -> None:
        if turn == self._turn:
            self.told.show_text(sentence(error.code, error.params))

    # --- what is seen --------------------------------------------------------------------------

    def _follow(self, _: int = 0) -> None:
        entry, folder = self.entries.current, self.folder
        if self._endings:
            opens = entry is not None and entry.size is None
            text = translate("FirstRun", "Buka folder") if opens else translate("FirstRun", "Pakai")
        else:
            text = translate("FirstRun", "Pakai folder ini")
        self.pick.key = "Return" if self._endings else ""
        self.pick.relabel(text)
        usable = folder is not None and not folder.refused
        self.pick.setEnabled(entry is not None if self._endings else usable)
        self.up.setEnabled(folder is not None and folder.path != folder.path.parent)

    def _told_text(self, folder: Folder) -> str:
        if folder.refused:
            return sentence("first_run_machine", {"reason": folder.refused})
        if not self._endings:
            inside = translate("FirstRun", "%1 berkas ada di folder ini.")
            return fill(inside, count(folder.left_out))
        kinds = ", ".join(self._endings)
        text = fill(translate("FirstRun", "Ditampilkan: folder dan berkas %1."), kinds)
        if folder.left_out:
            other = translate("FirstRun", "%1 berkas jenis lain tidak ditampilkan.")
            text = f"{text} {fill(other, count(folder.left_out))}"
        if folder.beyond:
            more = translate("FirstRun", "Isinya lebih banyak; tulis jalurnya.")
            text = f"{text} {more}"
        return text

    def _retranslate(self) -> None:
        self.up.relabel(translate("FirstRun", "Ke atas"))
        self.close_button.relabel(translate("FirstRun", "Tutup"))
        self.entries.setAccessibleName(translate("FirstRun", "Isi folder"))
        self.places.setAccessibleName(translate("FirstRun", "Tempat mencari"))
        folder = self.folder
        if folder is not None:
            self.told.show_text(self._told_text(folder))
            mine = translate("FirstRun", "Folder saya")
            self.places.show_entries([Entry(one.name or mine, one.path) for one in folder.places])
            self.places.stand_on(folder.path)
            self._show_where(folder)
        self._follow()

    def _show_where(self, folder: Folder) -> None:
        """Its beginning and its end, where it is too long."""
        metrics, wide = QFontMetrics(self.where.font()), self.where.width()
        middle = Qt.TextElideMode.ElideMiddle
        self.where.show_text(metrics.elidedText(str(folder.path), middle, wide))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.folder is not None:
            self._show_where(self.folder)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)
