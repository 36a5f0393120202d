"""What somebody looks for on the board: words that all have to stand in what a line says."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from command_center.domain.unit import UnitStatus
from command_center.ui.format import number_sign
from command_center.ui.units import words
from command_center.ui.units.lines import UnitLine
from command_center.ui.units.looks import BoardLook
from command_center.ui.units.words import translate

LONGEST = 60


@dataclass(frozen=True, slots=True)
class Wanted:
    """Nothing typed lets every line through, and nothing hides what is urgent."""

    words: tuple[str, ...] = ()

    def fits(self, line: UnitLine, look: BoardLook) -> bool:
        if not self.words or line.is_urgent:
            return True
        text = haystack(line, look)
        return all(word in text for word in self.words)

    def among(self, lines: Iterable[UnitLine], look: BoardLook) -> list[UnitLine]:
        return [line for line in lines if self.fits(line, look)]


def wanted(text: str) -> Wanted:
    return Wanted(tuple(text[:LONGEST].casefold().split()))


def haystack(line: UnitLine, look: BoardLook) -> str:
    """Everything a person may look for a unit by."""
    row = line.row
    parts = [
        row.call_sign,
        row.agency_short,
        row.kind,
        *row.capabilities,
        *(group.title for group in line.groups),
        line.area.name,
        line.area.kecamatan_name,
        words.status_label(line.shown, look.meaning),
        row.status_reason,
        row.incident_title,
        row.incident_address,
    ]
    if row.incident_number is not None:
        parts.append(number_sign(row.incident_number, row.incident_alias))
    parts += [number_sign(job.number, job.alias) for job in row.waiting]
    if row.requested:
        parts.append(translate("Units", "diminta"))
    if line.strength.stale or line.shown is UnitStatus.UNKNOWN:
        parts.append(translate("Units", "basi"))
    return " ".join(parts).casefold()
