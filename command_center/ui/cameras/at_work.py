"""Two people at one camera's name or note: said to the others, and shown beside what is typed."""

from __future__ import annotations

from PySide6.QtCore import QObject

from command_center.domain.room import Camera
from command_center.situation.situation import Touched
from command_center.ui.cameras.editor import LineEditor
from command_center.ui.cameras.words import translate
from command_center.ui.detail.present import others_text
from command_center.ui.presence import Field
from command_center.ui.seat import Seat

ALIAS, NOTE = "alias", "note"
_LONGEST = 40


class AtWork(QObject):
    """From `begin` until the editor closes."""

    def __init__(self, seat: Seat, editor: LineEditor, parent: QObject) -> None:
        super().__init__(parent)
        self._seat = seat
        self._editor = editor
        self._camera: Camera | None = None
        self._field = Field("camera", "", ALIAS)
        editor.closed.connect(self._end)
        seat.presence.changed.connect(self._show)
        seat.live.changed.connect(self._changed)

    def begin(self, camera: Camera, name: str) -> None:
        """`camera` as it was shown to whoever edits its `name`, a field of Camera."""
        self._camera = camera
        self._field = Field("camera", camera.id, name)
        self._seat.presence.edit(self._field, self._seat.act.actor)
        self._show()

    def _end(self) -> None:
        self._camera = None
        self._seat.presence.leave(self._field)

    def _changed(self, touched: Touched) -> None:
        if touched.everything or "camera" in touched.entities:
            self._show()

    def _show(self) -> None:
        was = self._camera
        if was is None:
            return
        now = self._seat.situation.camera(was.id)
        text = others_text(self._seat, "camera", was.id)
        stands = str(getattr(now, self._field.name)) if now is not None else ""
        if stands != getattr(was, self._field.name):
            flat = " ".join(stands.split()) or "–"
            shown = flat if len(flat) <= _LONGEST else f"{flat[:_LONGEST]}…"
            text = translate("Cameras", "kini: %1").replace("%1", shown)
        self._editor.show_newer(text)
