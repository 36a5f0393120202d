"""F1's sheet on paper: made of the one table of actions and the verbs that can be typed."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, QRectF, QTranslator
from PySide6.QtGui import QPageLayout, QPdfWriter

from command_center.documents.key_sheet import KeyBlock, KeyLine, KeyPaper, columns
from command_center.runtime.paths import resources_dir
from command_center.ui.actions.action import Group
from command_center.ui.actions.buttons import key_text
from command_center.ui.actions.menus import group_title
from command_center.ui.actions.table import in_group
from command_center.ui.commandline.verbs import TYPED
from command_center.ui.paper import WRAP, Sheet, write_paper
from command_center.ui.seat import Seat

translate = QCoreApplication.translate
PRINT = "view.print_keys"
NAME = "daftar-tombol"
_MARGIN_MM, _COLUMNS = 10, 3
_POINTS, _TITLE_POINTS = 6.4, 12.0
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
    write_paper(path, paper.title, layout, lambda writer: _Page(writer).paint(paper))


class _Page(Sheet):
    """One page in columns, as it hangs beside a seat."""

    def __init__(self, writer: QPdfWriter) -> None:
        super().__init__(writer)
        self._left = 0.0
        self._column = self._width / _COLUMNS - _GAP_PX

    def paint(self, paper: KeyPaper) -> None:
        self._use(_TITLE_POINTS, bold=True)
        head = f"{paper.title} · {paper.printed_at}"
        top = self._needed(head, self._width)
        self._painter.drawText(QRectF(0, 0, self._width, top), int(WRAP), head)
        for place, blocks in enumerate(columns(paper.blocks, _COLUMNS)):
            self._left, self._y = place * (self._column + _GAP_PX), top + _GAP_PX
            for block in blocks:
                self._block(block)
        self._painter.end()

    def _block(self, block: KeyBlock) -> None:
        self._use(_POINTS + 1.5, bold=True)
        self._cells((block.title,), (1.0,))
        self._use(_POINTS, bold=False)
        rest = (1.0 - _KEY_SHARE) / 2
        for line in block.lines:
            self._cells((line.key, line.first, line.second), (_KEY_SHARE, rest, rest))
        self._y += _GAP_PX / 2

    def _cells(self, texts: tuple[str, ...], shares: tuple[float, ...]) -> None:
        widths = [self._column * share for share in shares]
        height = max(map(self._needed, texts, widths))
        x = self._left
        for text, width in zip(texts, widths, strict=True):
            self._painter.drawText(QRectF(x, self._y, width, height), int(WRAP), text)
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
