"""Forces as rows of the list, and as rows of a file to compare with."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from command_center.commands.order_of_battle import ForceRow
from command_center.documents.force_table import where
from command_center.domain.operation import Branch, Force, OperationPart, PartKind
from command_center.situation.remaining import Left, TreeLine, posted
from command_center.situation.situation import Situation
from command_center.ui.detail.words import fill
from command_center.ui.format import count
from command_center.ui.operations.words import branch_text, translate
from command_center.ui.places.preview import Changes
from command_center.ui.radio.lines import TextRow

INDENT = "    "


def parts_of(situation: Situation, operation_id: str) -> dict[str, OperationPart]:
    """Sectors, posts and talk groups by id."""
    rows: Iterable[OperationPart] = situation.all("operation_part")
    return {row.id: row for row in rows if row.operation_id == operation_id}


def tree_row(line: TreeLine, parts: Mapping[str, OperationPart]) -> TextRow:
    force = line.force
    people = translate("Operations", "%1 org")
    right = fill(people, count(line.total))
    if line.total != force.strength and force.strength:  # the order counts otherwise
        right = fill(
            translate("Operations", "%1 org (tertulis %2)"),
            count(line.total),
            count(force.strength),
        )
    talk = parts.get(force.talk_group_id or "")
    said = [
        branch_text(force.branch),
        force.leader,
        force.call_sign,
        " / ".join(name for name in where(force, parts) if name),
        talk.name if talk is not None else "",
    ]
    below = " · ".join(part for part in said if part)
    indent = INDENT * line.depth
    return TextRow(force.id, indent + force.name, right, indent + below)


def row_of(force: Force, names: Mapping[str, str], parts: Mapping[str, OperationPart]) -> ForceRow:
    """As a file says it; `names` of forces by id."""
    sector, post = where(force, parts)
    talk = parts.get(force.talk_group_id or "")
    return ForceRow(
        branch=force.branch,
        name=force.name,
        strength=force.strength,
        parent=names.get(force.parent_id or "", ""),
        leader=force.leader,
        call_sign=force.call_sign,
        sector=sector,
        post=post,
        talk_group=talk.name if talk is not None else "",
        area=force.area_code or "",
        note=force.note,
        source=force.source,
    )


def force_changes(
    rows: Iterable[ForceRow], standing: Iterable[Force], parts: Mapping[str, OperationPart]
) -> Changes[ForceRow]:
    """Each in the order of the file, in which whoever stands above others comes first."""
    every = list(standing)
    names = {force.id: force.name for force in every}
    known = {key(force): row_of(force, names, parts) for force in every}
    added, changed, same = [], [], 0
    met = set()
    for row in rows:
        met.add(key(row))
        before = known.get(key(row))
        if before is None:
            added.append(row)
        elif _completed(row, before) != before:
            changed.append(row)
        else:
            same += 1
    absent = sum(1 for one in known if one not in met)
    return Changes(tuple(added), tuple(changed), same, absent)


def key(row: Force | ForceRow) -> tuple[Branch, str]:
    return row.branch, row.name.casefold()


def _completed(row: ForceRow, before: ForceRow) -> ForceRow:
    """With what the file does not speak of; names as they stand, however they are written."""
    left = {name: getattr(before, name) for name in row.untold}
    names = ("name", "parent", "sector", "post", "talk_group")
    alike = {
        name: getattr(before, name)
        for name in names
        if getattr(row, name).casefold() == getattr(before, name).casefold()
    }
    if "source" not in left and not row.source:
        left["source"] = before.source
    return replace(row, **{**left, **alike, "untold": ()})


def posted_text(rows: Sequence[Force], parts: Mapping[str, OperationPart]) -> str:
    """A line for each sector with its posts, and one with the talk groups."""
    people = translate("Operations", "%1 org")
    lines = []
    for sector, posts in posted(rows, parts).items():
        name = sector or translate("Operations", "tanpa sektor")
        said = [f"{name} {fill(people, count(sum(posts.values())))}"]
        said += [f"{post} {count(number)}" for post, number in sorted(posts.items()) if post]
        lines.append(" · ".join(said))
    groups = sorted({part.name for part in parts.values() if part.kind is PartKind.TALK_GROUP})
    if groups:
        lines.append(fill(translate("Operations", "Grup radio: %1"), ", ".join(groups)))
    return "\n".join(lines)


def left_text(row: Left, name: str) -> str:
    """What a kecamatan has today beside the operation."""
    said = translate("Operations", "%1: sisa %2 dari %3 · %4 siap")
    text = fill(said, name, count(row.left), count(row.on_duty), count(row.ready))
    if row.stale:
        text = f"{text}, {fill(translate('Operations', '%1 basi'), count(row.stale))}"
    return text
