"""The one piece of shared UI state: what this seat is looking at."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal


class Selection(QObject):
    """Ids or None. Emits only when something really changed."""

    incident_changed = Signal(object)
    unit_changed = Signal(object)
    camera_changed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.incident_id: str | None = None
        self.unit_id: str | None = None
        self.camera_id: str | None = None

    def select_incident(self, id: str | None) -> None:
        if id != self.incident_id:
            self.incident_id = id
            self.incident_changed.emit(id)

    def select_unit(self, id: str | None) -> None:
        if id != self.unit_id:
            self.unit_id = id
            self.unit_changed.emit(id)

    def select_camera(self, id: str | None) -> None:
        if id != self.camera_id:
            self.camera_id = id
            self.camera_changed.emit(id)
