"""Rows of the radio and the neighbourhoods for tests of the whole table of actions."""

from collections.abc import Callable
from datetime import timedelta

from command_center.domain.referral import Visit
from tests.ui.scene import NOW
from tests.ui.seats import Desk


def a_visit_waits(desk: Desk) -> None:
    visit = Visit(
        id="visit-1",
        version=1,
        incident_id="incident-147",
        partner_id=None,
        area_code="35.73.02.1007",
        rw="05",
        text="Sambangi",
        asked_at=NOW,
        asked_by="staff-rs",
        due_at=NOW + timedelta(hours=1),
        done_at=None,
        outcome="",
    )
    desk.add(visit)
    desk.settle()
    desk.seat.selection.select_incident("incident-147")


RADIO_SETTINGS: dict[str, Callable[[Desk], None]] = {"incident.visited": a_visit_waits}
