"""What the room had just done, on which advice, and what its cameras had kept by then."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QSize, Qt, QTimer
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from command_center.domain.incident import Snapshot
from command_center.domain.log import StoredEntry
from command_center.situation.playback.recording import Recording
from command_center.situation.timeline import timeline
from command_center.ui import format as written
from command_center.ui.detail.names import Names
from command_center.ui.detail.timeline_words import sentence
from command_center.ui.exercise_frame import frame_word
from command_center.ui.plain_label import PlainLabel
from command_center.ui.playback.advice_words import decided_on
from command_center.ui.seat import Seat

translate = QCoreApplication.translate
LINES, STILLS, LOOKED_BACK = 14, 3, 60
STILL = QSize(320, 180)
QUIET = frozenset({"source.read", "unit.followed", "source.connected"})
"""What machines say all the time and nobody decided."""


class MomentPanel(QFrame):
    """Follows the clock of the past, on the I/O pool."""

    def __init__(self, seat: Seat, recording: Recording, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self._seat = seat
        self._recording = recording
        self._seq, self._busy = -1, False
        self.head = PlainLabel(seat.theme, "text2", 11, bold=True)
        self.lines = PlainLabel(seat.theme, "text", 13)
        self.lines.setWordWrap(True)
        self.lines.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.none = PlainLabel(seat.theme, "text2", 11)
        self.stills = [_Still(seat) for _ in range(STILLS)]
        self._lay_out()
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._look)
        seat.live.changed.connect(self._changed)
        seat.selection.incident_changed.connect(self._show_stills)
        seat.theme.changed.connect(self._restyle)
        self._restyle()
        self._retranslate()

    def _lay_out(self) -> None:
        self._rows = QVBoxLayout(self)
        pictures = QHBoxLayout()
        for still in self.stills:
            pictures.addWidget(still, 1)
        self._rows.addWidget(self.head)
        self._rows.addWidget(self.lines, 1)
        self._rows.addWidget(self.none)
        self._rows.addLayout(pictures)

    # --- what was done -------------------------------------------------------------------------

    def _changed(self, _: object) -> None:
        self._soon.start()

    def _look(self) -> None:
        seq = self._seat.situation.seq
        self._show_stills()
        if self._busy or seq == self._seq:
            return
        self._busy, self._seq = True, seq
        recording = self._recording
        start = max(recording.first, seq - LOOKED_BACK)

        def read() -> list[StoredEntry]:
            return [stored for part in recording.between(start, seq) for stored in part]

        self._seat.tasks.run(read, self._show_lines, self._failed)

    def _failed(self, error: object) -> None:
        self._busy = False

    def _show_lines(self, entries: Sequence[StoredEntry]) -> None:
        self._busy = False
        seat = self._seat
        done = [stored for stored in entries if stored.entry.kind not in QUIET][-LINES:]
        names, told = Names(seat.situation), []
        for stored in reversed(done):
            ids = {c.id for c in stored.entry.changes if c.entity == "incident"}
            line = timeline([stored], ids)
            if line:
                at = written.clock(line[0].at, seat.zone)
                advice = decided_on(stored.entry, names)
                told.append(f"{at}  {sentence(line[0], names)}{advice}")
        self.lines.show_text("\n".join(told))
        if seat.situation.seq != self._seq:
            self._soon.start()

    # --- what was seen -------------------------------------------------------------------------

    def _show_stills(self, _: object = None) -> None:
        rows = newest_stills(self._seat, STILLS)
        for still, row in zip(self.stills, [*rows, *[None] * STILLS], strict=False):
            still.show_row(row)
        self.none.setVisible(not rows)

    # --- appearance ----------------------------------------------------------------------------

    def _retranslate(self) -> None:
        self.head.setText(
            f"{frame_word(self._seat)} · {translate('Playback', 'yang baru terjadi')}"
        )
        self.none.setText(translate("Playback", "Sampai saat itu belum ada gambar yang disimpan."))

    def _restyle(self) -> None:
        px = self._seat.theme.px
        self._rows.setContentsMargins(px(12), px(8), px(12), px(8))
        self._rows.setSpacing(px(6))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)


def newest_stills(seat: Seat, most: int) -> list[Snapshot]:
    """Of the selected incident, else of the room; the newest of that time first."""
    about = seat.selection.incident_id
    rows: list[Snapshot] = list(seat.situation.all("snapshot"))
    chosen = [row for row in rows if row.incident_id == about] or rows
    return sorted(chosen, key=lambda row: row.captured_at, reverse=True)[:most]


class _Still(QWidget):
    """One kept picture with its camera and time; where its file is elsewhere it says so."""

    def __init__(self, seat: Seat) -> None:
        super().__init__()
        self._seat = seat
        self._id: str | None = None
        self.picture = QLabel()
        self.picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.words = PlainLabel(seat.theme, "text2", 11, tabular=True)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addWidget(self.picture)
        rows.addWidget(self.words)
        self.hide()

    def show_row(self, row: Snapshot | None) -> None:
        self.setVisible(row is not None)
        if row is None or row.id == self._id:
            return
        self._id = row.id
        camera = self._seat.situation.camera(row.camera_id)
        self.words.show_text(f"{camera.label if camera else '?'} · {self._time(row.captured_at)}")
        self.picture.clear()
        file = self._seat.pictures / Path(row.file).name

        def read() -> QImage:
            image = QImage(str(file))
            if image.isNull():
                return image
            keep = Qt.AspectRatioMode.KeepAspectRatio
            return image.scaled(STILL, keep, Qt.TransformationMode.SmoothTransformation)

        self._seat.tasks.run(read, lambda image: self._paint(row, image), lambda _: None)

    def _paint(self, row: Snapshot, image: QImage) -> None:
        if row.id != self._id:
            return
        if image.isNull():
            self.picture.setText(translate("Playback", "Berkas ada di meja lain"))
        else:
            self.picture.setPixmap(QPixmap.fromImage(image))

    def _time(self, at: datetime) -> str:
        return written.clock(at, self._seat.zone)
