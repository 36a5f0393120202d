"""Says in the detail panel what this person edits, and shows who else edits the same incident."""

from __future__ import annotations

from PySide6.QtCore import QObject

from command_center.domain.incident import Incident
from command_center.ui.detail.names import Names
from command_center.ui.detail.words import fill, translate
from command_center.ui.plain_label import PlainLabel
from command_center.ui.presence import Field
from command_center.ui.seat import Seat

ORDER, NOTE, CLOSE, MERGE, TAKE_OVER = "order", "note", "close", "merge", "takeover"
REPLY, PLAN, LINK = "reply", "plan", "link"
ADDRESS, LEVEL = "address", "alarm_level"


def field_text(name: str) -> str:
    """What of an incident, or of a camera, is being edited."""
    return {
        ORDER: translate("Presence", "perintah"),
        NOTE: translate("Presence", "catatan"),
        CLOSE: translate("Presence", "penyelesaian"),
        MERGE: translate("Presence", "gabungan"),
        TAKE_OVER: translate("Presence", "ambil alih"),
        REPLY: translate("Presence", "balasan"),
        PLAN: translate("Presence", "jadwal"),
        LINK: translate("Presence", "tautan"),
        ADDRESS: translate("Presence", "alamat"),
        LEVEL: translate("Presence", "tingkat alarm"),
        "alias": translate("Presence", "nama"),
    }.get(name, name)


def others_text(seat: Seat, entity: str, id: str) -> str:
    """ "sedang diubah oleh DW (perintah), BS (catatan)", or nothing."""
    names = Names(seat.situation)
    lines = [
        fill("%1 (%2)", names.person(e.staff_id), field_text(e.field))
        for e in seat.presence.on(entity, id)
    ]
    unique = ", ".join(dict.fromkeys(lines))
    return fill(translate("Presence", "sedang diubah oleh %1"), unique) if unique else ""


class Present(QObject):
    """`label` follows whoever else is at work on the incident that is shown."""

    def __init__(self, seat: Seat, label: PlainLabel, parent: QObject) -> None:
        super().__init__(parent)
        self._seat = seat
        self._label = label
        self._shown: str | None = None
        self._at: Field | None = None
        seat.presence.changed.connect(self.refresh)
        label.hide()

    def show_incident(self, incident: Incident | None) -> None:
        """From now on this one; what was edited of another is left."""
        id = incident.id if incident is not None else None
        if id != self._shown:
            self.leave()
        self._shown = id
        self.refresh()

    def refresh(self) -> None:
        """Who is there now, in the language of the screen."""
        text = others_text(self._seat, "incident", self._shown) if self._shown else ""
        self._label.show_text(text)
        self._label.setVisible(bool(text))

    def edit(self, name: str) -> None:
        """This person begins with a field of the incident that is shown."""
        if self._shown is not None:
            self._at = Field("incident", self._shown, name)
            self._seat.presence.edit(self._at, self._seat.act.actor)

    def leave(self, name: str | None = None) -> None:
        """With that field, or with whatever it was."""
        if self._at is not None and name in (None, self._at.name):
            self._seat.presence.leave(self._at)
            self._at = None

    def leave_question(self) -> None:
        """The question is closed; the keyboard may be back in the order by then."""
        if self._at is not None and self._at.name != ORDER:
            self.leave()
