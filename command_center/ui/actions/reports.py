"""Reports: of an incident or the situation with one key, of a shift, a day or a month."""

from __future__ import annotations

from command_center.domain.permissions import Permission
from command_center.ui.actions.action import Action, always, asks
from command_center.ui.i18n import QT_TRANSLATE_NOOP
from command_center.ui.seat import Seat

LAPSIT, REPORTS = "incident.lapsit", "view.reports"


def _selected(seat: Seat) -> str | None:
    """None: of the situation."""
    return seat.selection.incident_id


def _nothing(seat: Seat) -> str | None:
    return None


REPORT_ACTIONS = (
    Action(
        LAPSIT,
        QT_TRANSLATE_NOOP("Actions", "Laporan kejadian (lapsit)"),
        "Shift+P",
        Permission.WATCH,
        always,
        asks(LAPSIT, _selected),
    ),
    Action(
        REPORTS,
        QT_TRANSLATE_NOOP("Actions", "Laporan berkala"),
        "Ctrl+P",
        Permission.WATCH,
        always,
        asks(REPORTS, _nothing),
    ),
)
