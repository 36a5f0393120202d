"""A command understood in full, and how it is seen before it is done."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from PySide6.QtCore import QCoreApplication

from command_center.domain.incident import Incident
from command_center.domain.permissions import Permission
from command_center.ui.actions.action import Reason
from command_center.ui.detail.names import shown_title
from command_center.ui.format import number_sign
from command_center.ui.notices import UNDO_SECONDS
from command_center.ui.seat import Seat
from command_center.ui.selection import Selection

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Sentence:
    """`text` says what Enter does and to whom, `notes` what else that brings about; `run` does it.
    `warn`: it takes something away. `reason`: why it cannot be done now, as a code of
    ui.sentences. `recall`: how it is kept for Up and Down, without any free words."""

    text: str
    permission: Permission
    run: Callable[[Seat], None]
    notes: tuple[str, ...] = ()
    warn: bool = False
    reason: Reason = None
    recall: str = ""

    @property
    def preview(self) -> str:
        return " · ".join((self.text, *self.notes))

    def held_back(self, seat: Seat) -> Reason:
        """Why it cannot run for whoever sits here now."""
        if seat.may(self.permission):
            return self.reason
        return "not_allowed" if seat.person.signed_in else "sign_in_first"


def titled(incident: Incident) -> str:
    """ "#0147 Massa mendorong pagar"; text from outside: plain."""
    title = shown_title(incident.title, incident.category)
    return f"{number_sign(incident.number, incident.alias)} {title}"


def placed(incident: Incident) -> str:
    """With where it is, once the title does not say so already."""
    told = titled(incident)
    address = incident.address.strip()
    return told if not address or address in told else f"{told}, {address}"


def undoable() -> str:
    text = translate("CommandLine", "dapat diurungkan %1 detik")
    return text.replace("%1", str(round(UNDO_SECONDS)))


def aimed(
    seat: Seat,
    incident_id: str | None = None,
    unit_id: str | None = None,
    camera_id: str | None = None,
) -> Seat:
    """The same seat as if these were selected: what the table of actions says of them."""
    selection = Selection()
    selection.incident_id = incident_id
    selection.unit_id = unit_id
    selection.camera_id = camera_id
    return replace(seat, selection=selection)
