"""The files of the selected incident's reports; nothing of them is ever opened elsewhere."""

from __future__ import annotations

from concurrent.futures import Future
from functools import partial

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QPixmap, QResizeEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from command_center.domain.errors import OperatorError
from command_center.domain.incident import Attachment, AttachmentState
from command_center.situation.situation import Touched
from command_center.ui.attachments.reading import COMING, ELSEWHERE, Content, is_shown, read
from command_center.ui.attachments.tile import AttachmentTile
from command_center.ui.attachments.words import translate
from command_center.ui.detail.flow import FlowLayout
from command_center.ui.detail.words import fill
from command_center.ui.plain_label import PlainLabel
from command_center.ui.seat import Seat

MOST, SIDE = 12, 1_280
_CONCERNS = frozenset({"attachment", "incident_report", "merge_link"})


class AttachmentList(QWidget):
    """Hidden as long as there is nothing. Pressing a tile shows it as wide as the panel."""

    def __init__(self, seat: Seat, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._seat = seat
        self._known: dict[str, Content] = {}
        self._asked: set[str] = set()
        self._brought: set[str] = set()
        self._coming: list[Future[None]] = []
        self.tiles: list[AttachmentTile] = []
        self.more = PlainLabel(seat.theme, "text3", 11, parent=self)
        self.large = QLabel(self)
        self.words = PlainLabel(seat.theme, parent=self)
        self.words.setWordWrap(True)
        self.words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._shown: Content | None = None
        shelf = QWidget(self)
        self._flow = FlowLayout(shelf, gap=6)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        for part in (shelf, self.more, self.large, self.words):
            layout.addWidget(part)
        seat.live.changed.connect(self._changed)
        seat.selection.incident_changed.connect(self._select)
        seat.theme.changed.connect(self._refresh)
        self._select(seat.selection.incident_id)

    def shown(self) -> list[Attachment]:
        """Of the incident and of what was merged into it, as they were asked for."""
        id, situation = self._seat.selection.incident_id, self._seat.situation
        reports = {report.id for report in situation.reports(id)} if id else set()
        if not reports:
            return []
        found = [row for row in situation.all("attachment") if row.report_id in reports]
        return sorted(found, key=lambda row: (row.asked_at, row.id))

    def _select(self, _: object) -> None:
        self._known.clear()
        self._asked.clear()
        self._brought.clear()
        for future in self._coming:  # of what nobody looks at any more
            future.cancel()
        self._coming.clear()
        self._enlarge(None)
        self._refresh()

    def _changed(self, touched: Touched) -> None:
        if touched.everything or touched.entities & _CONCERNS:
            self._refresh()

    def _refresh(self) -> None:
        found = self.shown()
        while len(self.tiles) < min(MOST, len(found)):
            self._add_tile()
        for place, tile in enumerate(self.tiles):
            tile.setVisible(place < len(found))
            if place < len(found):
                row = found[place]
                tile.show_row(row, self._known.get(row.id))
                self._ask(row)
        left = len(found) - MOST
        self.more.setVisible(left > 0)
        self.more.show_text(fill(translate("Attachments", "%1 lampiran lain"), str(max(0, left))))
        self.setAccessibleName(translate("Attachments", "Lampiran laporan"))
        self.setVisible(bool(found))

    def _add_tile(self) -> None:
        tile = AttachmentTile(self._seat.theme, self)
        tile.clicked.connect(partial(self._pressed, tile))
        self.tiles.append(tile)
        self._flow.addWidget(tile)

    def _ask(self, row: Attachment) -> None:
        folder = self._seat.attachments
        stored = row.state is AttachmentState.STORED and is_shown(row)
        if folder is None or not stored or row.id in self._asked:
            return
        self._asked.add(row.id)
        got = partial(self._got, self._seat.selection.incident_id, row.id)
        self._seat.tasks.run(partial(read, folder, row, SIDE), got, self._quietly)

    def _got(self, incident_id: str | None, id: str, content: Content) -> None:
        if incident_id != self._seat.selection.incident_id:
            return
        self._known[id] = content
        if content.fault == ELSEWHERE and id not in self._brought:
            self._bring(incident_id, id)
        self._refresh()

    def _bring(self, incident_id: str | None, id: str) -> None:
        """A copy of what another workstation keeps; asked for once while the incident is shown."""
        row = self._seat.situation.get("attachment", id)
        if self._seat.bring is None or row is None:
            return
        self._brought.add(id)
        self._known[id] = Content(fault=COMING)
        came = partial(self._came, incident_id, row)
        failed = partial(self._not_brought, incident_id, id)
        self._coming.append(self._seat.bring(row))
        self._seat.tasks.then(self._coming[-1], came, failed)

    def _came(self, incident_id: str | None, row: Attachment, _: None) -> None:
        if incident_id == self._seat.selection.incident_id:
            self._asked.discard(row.id)
            self._ask(row)

    def _not_brought(self, incident_id: str | None, id: str, error: OperatorError) -> None:
        self._got(incident_id, id, Content(fault=error.code))

    def _quietly(self, _: OperatorError) -> None:
        """The tile says its name."""

    # --- shown large ---------------------------------------------------------------------------

    def _pressed(self, tile: AttachmentTile) -> None:
        for other in self.tiles:
            other.setChecked(other is tile and tile.isChecked())
        self._enlarge(tile.content if tile.isChecked() else None)

    def _enlarge(self, content: Content | None) -> None:
        self._shown = content
        if content is None:
            for tile in self.tiles:
                tile.setChecked(False)
        self.words.show_text(content.text if content is not None else "")
        self.words.setVisible(bool(self.words.text()))
        self.large.setVisible(content is not None and content.image is not None)
        self._fit()

    def _fit(self) -> None:
        image = self._shown.image if self._shown is not None else None
        if image is None:
            self.large.clear()
            return
        width = min(image.width(), max(1, self.width()))
        mode = Qt.TransformationMode.SmoothTransformation
        self.large.setPixmap(QPixmap.fromImage(image.scaledToWidth(width, mode)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._refresh()
        super().changeEvent(event)
