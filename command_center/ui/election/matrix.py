"""The day at a glance: a line for each kelurahan, how many of its polling stations have come how
far, and what needs somebody. Grey is normal: only what is overdue or wrong has a colour."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget

from command_center.domain.polling_day import COURSE
from command_center.ui.detail.words import fill
from command_center.ui.election.words import translate, word_text
from command_center.ui.format import count
from command_center.ui.keyed_table import KeyedTable
from command_center.ui.list_page import Keys
from command_center.ui.painted_rows import RIGHT, paint_ground, paint_line
from command_center.ui.row_model import ROW_ROLE, Index, RowModel
from command_center.ui.theme import Theme

ROW_PX = 26
_COLUMN, _MARK, _PAD = 45, 46, 12


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """`reached` for each word of the course; `due`: how many of those should all have come by now;
    `silent` of them have told nothing lately. `id` is the kelurahan's code, "" for the city."""

    id: str
    name: str
    stations: int
    reached: tuple[int, ...]
    due: int
    troubled: int
    silent: int


def ink(row: MatrixRow, at: int) -> str:
    """Everybody has come so far: calm; overdue: a warning; nobody yet: dim."""
    told = row.reached[at]
    if told == row.stations:
        return "text2"
    if at < row.due:
        return "warn"
    return "text" if told else "text3"


def heads() -> tuple[str, ...]:
    """Above the columns."""
    marks = translate("Election", "▲ Ggn"), translate("Election", "◌ Diam")
    return (*(word_text(word) for word in COURSE), *marks)


class MatrixModel(RowModel[MatrixRow]):
    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(lambda row: row.id, _spoken, parent)


def _spoken(row: MatrixRow) -> str:
    cells = [f"{word_text(word)} {row.reached[at]}" for at, word in enumerate(COURSE)]
    marks = fill(translate("Election", "gangguan %1, diam %2"), str(row.troubled), str(row.silent))
    return ", ".join((row.name, f"{row.stations} TPS", *cells, marks))


def _boxes(theme: Theme, rect: QRectF) -> list[QRectF]:
    """The name, the number of stations, then each column, from the left."""
    px = theme.px
    columns = [px(_COLUMN)] * len(COURSE) + [px(_MARK)] * 2
    right = rect.right() - px(_PAD)
    boxes: list[QRectF] = []
    for width in reversed(columns):
        right -= width
        boxes.insert(0, QRectF(right, rect.top(), width, rect.height()))
    name = QRectF(rect.left() + px(_PAD), rect.top(), right - rect.left() - px(_PAD), rect.height())
    return [name, *boxes]


class MatrixHead(QWidget):
    """The names of the columns, where the columns are."""

    def __init__(self, theme: Theme, view: KeyedTable) -> None:
        super().__init__()
        self._theme, self._view = theme, view
        theme.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(200), self._theme.px(20))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(self._theme.font(11))
        painter.setPen(self._theme.color("text3"))
        room = QRectF(0, 0, self._view.viewport().width(), self.height())
        boxes = _boxes(self._theme, room)
        paint_line(painter, boxes[0], translate("Election", "Kelurahan · TPS"))
        for box, text in zip(boxes[1:], heads(), strict=True):
            paint_line(painter, box, text, side=RIGHT)
        painter.end()


class MatrixDelegate(QStyledItemDelegate):
    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(self._theme.px(200), self._theme.px(ROW_PX))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = index.data(ROW_ROLE)
        if not isinstance(row, MatrixRow):
            return
        painter.save()
        paint_ground(painter, option, self._theme)
        self._cells(painter, _boxes(self._theme, QRectF(option.rect)), row)
        painter.restore()

    def _cells(self, painter: QPainter, boxes: list[QRectF], row: MatrixRow) -> None:
        theme = self._theme
        painter.setFont(theme.font(13, bold=not row.id))
        painter.setPen(theme.color("text"))
        paint_line(painter, boxes[0], f"{row.name} · {count(row.stations)}")
        painter.setFont(theme.font(13, tabular=True))
        for at, told in enumerate(row.reached):
            painter.setPen(theme.color(ink(row, at)))
            painter.drawText(boxes[1 + at], RIGHT, count(told) if told or at < row.due else "–")
        marks = ((row.troubled, "▲ %1", "alarm"), (row.silent, "◌ %1", "warn"))
        for box, (many, text, token) in zip(boxes[-2:], marks, strict=True):
            if many:
                painter.setPen(theme.color(token))
                painter.drawText(box, RIGHT, text.replace("%1", count(many)))


class MatrixView(KeyedTable):
    """`asked` carries a name of the page's keys."""

    def __init__(self, theme: Theme, model: MatrixModel, keys: Keys) -> None:
        super().__init__(theme, model, {key: name for name, (_, key) in keys.items()})
        self.setItemDelegate(MatrixDelegate(theme, self))
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)

    @property
    def area(self) -> str:
        """The code of the marked kelurahan, "" for the city or none."""
        row = self.current_row()
        return row.id if isinstance(row, MatrixRow) else ""
