"""The order of battle as a sheet that can be read in again."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from command_center.contract.xlsx import Plain
from command_center.documents.place_tables import Lines
from command_center.domain.operation import Force, OperationPart, PartKind

FORCE_COLUMNS = (
    "satuan", "nama", "induk", "jumlah", "pimpinan", "panggilan", "sektor", "pos", "grup_radio",
    "kelurahan", "keterangan", "sumber",
)  # fmt: skip


def forces_table(rows: Iterable[Force], parts: Mapping[str, OperationPart]) -> Lines:
    """`parts` by id."""
    every = list(rows)
    names = {row.id: row.name for row in every}
    lines: list[list[Plain]] = [list(FORCE_COLUMNS)]
    for row in every:
        above = names.get(row.parent_id or "", "")
        sector, post = where(row, parts)
        talk = parts.get(row.talk_group_id or "")
        group = talk.name if talk is not None else ""
        said = (row.branch.value, row.name, above, row.strength, row.leader, row.call_sign)
        lines.append([*said, sector, post, group, row.area_code, row.note, row.source])
    return lines


def where(row: Force, parts: Mapping[str, OperationPart]) -> tuple[str, str]:
    """The names of its sector and its post, "" for none."""
    part = parts.get(row.part_id or "")
    if part is None:
        return "", ""
    if part.kind is PartKind.SECTOR:
        return part.name, ""
    sector = parts.get(part.parent_id or "")
    return sector.name if sector is not None else "", part.name
