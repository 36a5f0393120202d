"""What the wall asks before it acts: the name of a view, what the room calls a camera, a note."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from command_center.commands.cameras import MaskCamera, NoteCamera, RenameCamera
from command_center.domain.errors import OperatorError
from command_center.ui.actions.action import submit
from command_center.ui.detail.questions import Answer, QuestionBar
from command_center.ui.seat import Seat
from command_center.ui.wall.board import WallBoard
from command_center.ui.wall.masking import Mask

translate = QCoreApplication.translate


class Asked:
    """Opens the wall's questions in `bar`."""

    def __init__(self, seat: Seat, bar: QuestionBar, board: WallBoard) -> None:
        self._seat = seat
        self._bar = bar
        self._board = board

    def _ask(self, title: str, typed: str, save: Callable[[str], None]) -> None:
        def answered() -> None:
            text = self._bar.field.text() if self._bar.field else ""
            self._bar.leave()
            save(text)

        self._bar.ask(title, [Answer(translate("Wall", "Simpan"), "Return", answered)], typed)

    def save_view(self) -> None:
        def save(name: str) -> None:
            if not self._board.save_view(name):
                self._seat.notices.failed(OperatorError("view_not_saved"))

        self._ask(translate("Wall", "Nama tampilan ini"), self._board.arrangement.name, save)

    def rename_view(self, old: str) -> None:
        def save(new: str) -> None:
            if new.strip() != old and not self._board.rename_view(old, new):
                self._seat.notices.failed(OperatorError("view_not_saved"))

        self._ask(translate("Wall", "Nama baru tampilan"), old, save)

    def rename_camera(self, camera_id: str) -> None:
        camera = self._seat.situation.camera(camera_id)
        if camera is None:
            return
        title = translate("Wall", "Nama %1 di ruang ini (kosong: %2)")
        title = title.replace("%1", camera.label).replace("%2", camera.name)

        def save(alias: str) -> None:
            command = RenameCamera(camera.id, alias.strip(), camera.alias)
            submit(self._seat, command, camera=camera.label)

        self._ask(title, camera.title, save)

    def note_camera(self, camera_id: str) -> None:
        camera = self._seat.situation.camera(camera_id)
        if camera is None:
            return

        def save(note: str) -> None:
            command = NoteCamera(camera.id, note.strip(), camera.note)
            submit(self._seat, command, camera=camera.label)

        title = translate("Wall", "Catatan untuk %1").replace("%1", camera.label)
        self._ask(title, camera.note, save)

    def mask_camera(
        self, camera_id: str, masks: tuple[Mask, ...], before: tuple[Mask, ...]
    ) -> None:
        """`before` is what was masked when the drawing began."""
        camera = self._seat.situation.camera(camera_id)
        if camera is not None and before != masks:
            command = MaskCamera(camera_id, masks, before)
            submit(self._seat, command, camera=camera.label)
