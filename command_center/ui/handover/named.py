"""What the outgoing lead names beside the rows of the room: dead cameras and sources, what is
sealed, inventory."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from PySide6.QtCore import QCoreApplication

from command_center.domain.handover import Item, ItemKind
from command_center.ui.handover.words import clock_text
from command_center.ui.radio.words import area_text
from command_center.ui.seat import Seat

translate = QCoreApplication.translate
_DOWN = "down"
MOST_CAMERAS = 400


def named_items(seat: Seat, inventory: Sequence[Item]) -> tuple[Item, ...]:
    """As this seat knows them now."""
    return (
        *_dead(seat, "camera", ItemKind.CAMERA),
        *_dead(seat, "source", ItemKind.SOURCE),
        *_sealed(seat),
        *inventory,
    )


def _dead(seat: Seat, kind: str, item: ItemKind) -> Iterator[Item]:
    found = [
        health
        for (of, _), health in sorted(seat.situation.health.items())
        if of == kind and health.state == _DOWN
    ]
    for health in found[:MOST_CAMERAS]:
        row = seat.situation.get(kind, health.id)
        if row is None or (item is ItemKind.CAMERA and not row.in_use):
            continue
        since = health.last_ok_at
        facts = {"since": clock_text(since, seat.zone)} if since is not None else {}
        name = row.title if item is ItemKind.CAMERA else row.name
        yield Item(item, health.id[:100], name or health.id, facts=facts)


def _sealed(seat: Seat) -> Iterator[Item]:
    """How many and where, never what."""
    now = seat.live.now()
    notes = Counter(
        row.area_code
        for row in seat.situation.all("friction_note")
        if row.struck_at is None and row.expires_at > now
    )
    for area, count in sorted(notes.items()):
        place = area_text(seat.city, area) or area
        text = translate("Handover", "Potensi gesekan, %1: %2 catatan")
        title = text.replace("%1", place).replace("%2", str(count))
        yield Item(ItemKind.SEALED, f"friction:{area}", title)
    for incident in seat.situation.open_incidents():
        count = sum(row.subject_id is not None for row in seat.situation.reports(incident.id))
        if count:
            text = translate("Handover", "#%1: %2 identitas pelapor")
            title = text.replace("%1", f"{incident.number:04}").replace("%2", str(count))
            yield Item(ItemKind.SEALED, f"incident:{incident.id}"[:100], title)
