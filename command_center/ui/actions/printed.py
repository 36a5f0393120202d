"""The sheet of keys on paper: made of the one table of actions and the verbs that can be typed."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, QRectF, QTranslator
from PySide6.QtGui import QPagedPaintDevice, QPageLayout

from command_center.documents.key_sheet import KeyBlock, KeyLine, KeyPaper, columns
from command_center.runtime.paths import resources_dir
from command_center.ui.actions.action import Group
from command_center.ui.actions.buttons import key_text
from command_center.ui.actions.menus import group_title
from command_center.ui.actions.table import in_group
from command_center.ui.commandline.verbs import TYPED
from command_center.ui.paper import Sheet, write_paper
from command_center.ui.seat import Seat

translate = QCoreApplication.translate
PRINT = "view.print_keys"
NAME = "daftar-tombol"
_MARGIN_MM, _COLUMNS = 10, 3
_TITLE_POINTS = 12.0
SIZES = (8.0, 7.5, 7.0, 6.5, 6.0, 5.5, 5.0, 4.5, 4.0, 3.5, 3.0)
"""Points, the first that the page has room for."""
_GAP_PX, _KEY_SHARE = 24, 0.24


class English:
    """The English words, whatever the screen speaks; the Indonesian ones where there are none."""

    def __init__(self) -> None:
        self._words = QTranslator()
        self._words.load("en.qm", str(resources_dir() / "translations"))

    def of(self, context: str, source: str) -> str:
        return self._words.translate(context, source) or source


def key_paper(printed_at: str) -> KeyPaper:
    """Every action by group, with its key or without, and every verb with its usage."""
    english = English()
    blocks = [
        KeyBlock(
            group_title(group),
            tuple(
                KeyLine(
                    key_text(action.key) if action.key else "",
                    action.text,
                    english.of("Actions", action.text),
                )
                for action in in_group(group)
            ),
        )
        for group in Group
    ]
    typed = tuple(
        KeyLine(verb.words[0], verb.usage, english.of("CommandLine", verb.usage)) for verb in TYPED
    )
    blocks.append(KeyBlock(translate("Actions", "Baris perintah (Ctrl+K)"), typed))
    return KeyPaper(translate("Actions", "Daftar tombol"), printed_at, tuple(blocks))


def write_keys(paper: KeyPaper, path: Path) -> None:
    """As PDF, whole or not at all; OperatorError("paper_failed")."""
    layout = (QPageLayout.Orientation.Landscape, _MARGIN_MM)
    write_paper(path, paper.title, layout, lambda writer: KeyPage(writer).paint(paper))


class KeyPage(Sheet):
    """One page in columns, as it hangs beside a seat: as large as it can be written on it."""

    def __init__(self, writer: QPagedPaintDevice) -> None:
        super().__init__(writer)
        self._column = self._width / _COLUMNS - _GAP_PX
        self.points = SIZES[0]
        self.lowest = 0.0
        """How far down it went, as a share of the page."""

    def paint(self, paper: KeyPaper) -> None:
        self._use(_TITLE_POINTS, bold=True)
        head = f"{paper.title} · {paper.printed_at}"
        top = self._needed(head, self._width)
        self._write(QRectF(0, 0, self._width, top), head)
        placed = columns(paper.blocks, _COLUMNS)
        room = self._height - top - _GAP_PX
        fitting = (size for size in SIZES if self._tallest(placed, size) <= room)
        self.points = next(fitting, SIZES[-1])
        for place, blocks in enumerate(placed):
            left, self._y = place * (self._column + _GAP_PX), top + _GAP_PX
            for block in blocks:
                self._block(block, left)
            self.lowest = max(self.lowest, self._y / self._height)
        self._painter.end()

    def _tallest(self, placed: list[list[KeyBlock]], points: float) -> float:
        """How high the highest column is at that size."""
        self.points = points
        heights = []
        for blocks in placed:
            self._y = 0.0
            for block in blocks:
                self._block(block, None)
            heights.append(self._y)
        return max(heights)

    def _block(self, block: KeyBlock, left: float | None) -> None:
        """Painted from `left` on; None: only measured."""
        self._use(self.points + 1, bold=True)
        self._cells((block.title,), (1.0,), left)
        self._use(self.points, bold=False)
        rest = (1.0 - _KEY_SHARE) / 2
        for line in block.lines:
            self._cells((line.key, line.first, line.second), (_KEY_SHARE, rest, rest), left)
        self._y += _GAP_PX / 2

    def _cells(self, texts: tuple[str, ...], shares: tuple[float, ...], left: float | None) -> None:
        widths = [self._column * share for share in shares]
        height = max(map(self._needed, texts, widths))
        x = left or 0.0
        for text, width in zip(texts, widths, strict=True):
            if left is not None:
                box = QRectF(x, self._y, width, height)
                self._write(box, text)
            x += width
        self._y += height


class KeyPrinter(QObject):
    """Answers `view.print_keys`: the notice says where the paper is."""

    def __init__(self, seat: Seat, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._seat = seat
        self._folder = folder
        seat.asking.asked.connect(self._asked)

    def _asked(self, action_id: str, _: object) -> None:
        if action_id != PRINT:
            return
        seat = self._seat
        now = seat.live.now().astimezone(seat.zone)
        paper = key_paper(now.strftime("%Y-%m-%d %H:%M"))
        target = self._folder / f"{NAME}-{now.strftime('%Y%m%d-%H%M%S')}.pdf"
        seat.tasks.run(
            lambda: write_keys(paper, target),
            lambda _: seat.notices.done("keys_printed", file=str(target)),
            seat.notices.failed,
        )
