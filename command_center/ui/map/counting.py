"""What stands in a part of the map, in words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication

from command_center.domain.unit import UnitStatus
from command_center.ui.format import count
from command_center.ui.map.items import Item, Kind
from command_center.ui.map.marks import Marks

translate = QCoreApplication.translate


def said(items: Iterable[Item], marks: Marks, hidden: frozenset[Kind]) -> str:
    """By kind, but for those that are hidden: incidents by priority, units with those that can be
    sent, cameras with those that give no picture."""
    found: dict[Kind, list[str]] = {kind: [] for kind in Kind}
    for item in items:
        found[item.kind].append(item.id)
    ranks = Counter(marks.incidents[id].priority for id in found[Kind.INCIDENT])
    by_rank = ", ".join(f"{rank} {ranks[rank]}" for rank in sorted(ranks))
    ready = sum(marks.units[id].shown is UnitStatus.AVAILABLE for id in found[Kind.UNIT])
    down = sum(marks.cameras[id].down for id in found[Kind.CAMERA])
    incidents = translate("Map", "%1 kejadian").replace("%1", count(len(found[Kind.INCIDENT])))
    units = translate("Map", "%1 unit, %2 siap").replace("%1", count(len(found[Kind.UNIT])))
    cameras = translate("Map", "%1 kamera, %2 tanpa gambar")
    cameras = cameras.replace("%1", count(len(found[Kind.CAMERA]))).replace("%2", count(down))
    parts = {
        Kind.INCIDENT: f"{incidents} ({by_rank})" if by_rank else incidents,
        Kind.UNIT: units.replace("%2", count(ready)),
        Kind.CAMERA: cameras,
    }
    lines = [text for kind, text in parts.items() if kind not in hidden]
    return "\n".join([translate("Map", "Di dalam area:"), *lines])
