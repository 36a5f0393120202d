"""The items of a handover: frozen, compared with what stands, and accepted by a named person."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from command_center.commands.handover_board import room_items
from command_center.commands.place_words import needed
from command_center.commands.registry import Context
from command_center.domain.errors import OperatorError
from command_center.domain.handover import (
    NAMED,
    Accepted,
    Handover,
    HandoverItem,
    Item,
    ItemKind,
    Standing,
    standings,
)
from command_center.domain.room import Shift
from command_center.ports import UnitOfWork

MOST_AT_ONCE = 2_000
MOST_NAMED, SUBJECT, FACT, MOST_FACTS = 2_000, 100, 200, 8


def named_items(given: Iterable[Item]) -> list[Item]:
    """What a lead names, as it is kept; OperatorError. Each once, and none of them is red."""
    found: dict[tuple[str, str], Item] = {}
    for item in given:
        if item.kind not in NAMED:
            raise OperatorError("handover_item_kind", kind=item.kind.value)
        if not item.subject_id or len(item.subject_id) > SUBJECT or len(item.facts) > MOST_FACTS:
            raise OperatorError("text_too_long", limit=SUBJECT)
        facts = {str(name)[:40]: str(value)[:FACT] for name, value in item.facts.items()}
        title = needed(item.title, "handover_item_empty")
        found[item.key] = Item(item.kind, item.subject_id, title, False, facts)
        if len(found) > MOST_NAMED:
            raise OperatorError("import_too_many", limit=MOST_NAMED)
    return list(found.values())


def frozen_rows(row: Handover, items: Iterable[Item], ctx: Context) -> Iterator[HandoverItem]:
    for item in items:
        yield _row(row, item, ctx, late=False)


def standing_now(work: UnitOfWork, row: Handover) -> list[Standing]:
    """Every item beside what was done about it, in this transaction. What was named stands as it
    was named."""
    kept = work.find(HandoverItem, handover_id=row.id)
    named = [_item(one) for one in kept if ItemKind(one.kind) in NAMED]
    return standings(kept, [*room_items(work, work.get(Shift, row.shift_id), row.begun_at), *named])


def keep_accepted(
    work: UnitOfWork,
    row: Handover,
    one: Standing,
    how: Accepted,
    ctx: Context,
    *,
    by: str = "",
) -> None:
    """`by`: in whose name, else of whoever acts. What is over since is accepted as it was."""
    said = {
        "accepted": how,
        "accepted_at": ctx.now,
        "accepted_by": by or ctx.act.actor,
        "accepted_digest": one.digest,
    }
    kept = one.row
    if kept is None and one.item is not None:
        kept = _row(row, one.item, ctx, late=True)
        work.add(kept)
    if kept is not None:
        work.change(kept, **said)


def _item(row: HandoverItem) -> Item:
    return Item(row.kind, row.subject_id, row.title, row.red, row.facts)


def _row(row: Handover, item: Item, ctx: Context, *, late: bool) -> HandoverItem:
    return HandoverItem(
        id=ctx.new_id(),
        version=1,
        handover_id=row.id,
        kind=item.kind,
        subject_id=item.subject_id,
        title=item.title,
        red=item.red,
        facts=dict(item.facts),
        digest=item.digest,
        late=late,
        accepted=None,
        accepted_at=None,
        accepted_by=None,
        accepted_digest="",
    )
