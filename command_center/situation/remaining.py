"""The order of battle as a tree, and what strength the kecamatan have left beside it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from command_center.domain.operation import Branch, Force, OperationPart, PartKind
from command_center.domain.targets import Targets
from command_center.domain.unit import Unit, UnitStatus
from command_center.situation.board import BoardRow, board_row
from command_center.situation.situation import Situation

DEEPEST = 12


@dataclass(frozen=True, slots=True)
class TreeLine:
    """`total` counts the people under the force, its own where there is nobody under it, as on
    the unit board; `depth` from 0."""

    force: Force
    depth: int
    total: int


@dataclass(frozen=True, slots=True)
class Left:
    """People of one kecamatan: of ours, on duty; of those in the operation; of the others, ready
    now, and ready but for having been silent too long. Units that nobody has heard of for too long
    are never counted as ready."""

    area_code: str | None
    on_duty: int
    committed: int
    ready: int
    stale: int

    @property
    def left(self) -> int:
        return self.on_duty - self.committed


def forces(situation: Situation, operation_id: str) -> list[Force]:
    rows: list[Force] = [
        row
        for row in situation.all("force")
        if row.operation_id == operation_id and row.left_at is None
    ]
    order = list(Branch)
    return sorted(rows, key=lambda row: (order.index(row.branch), row.name.casefold()))


def committed(situation: Situation) -> list[Force]:
    """Of every operation that runs."""
    running = {operation.id for operation in situation.operations}
    rows: Iterable[Force] = situation.all("force")
    return [row for row in rows if row.operation_id in running and row.left_at is None]


def tree(rows: Sequence[Force]) -> list[TreeLine]:
    """Each force above those that stand under it; branch after branch."""
    below: defaultdict[str | None, list[Force]] = defaultdict(list)
    ids = {row.id for row in rows}
    for row in rows:
        below[row.parent_id if row.parent_id in ids else None].append(row)

    def lines(parent: str | None, depth: int) -> Iterator[TreeLine]:
        for row in below[parent]:
            under = list(lines(row.id, depth + 1)) if depth < DEEPEST else []
            direct = [line.total for line in under if line.depth == depth + 1]
            yield TreeLine(row, depth, sum(direct) if direct else row.strength)
            yield from under

    return list(lines(None, 0))


def strengths(rows: Sequence[Force]) -> Counter[Branch]:
    """People by branch."""
    found: Counter[Branch] = Counter()
    for row in lowest(rows):
        found[row.branch] += row.strength
    return found


def lowest(rows: Sequence[Force]) -> list[Force]:
    """Those with nobody under them: the ones who are counted."""
    above = {row.parent_id for row in rows}
    return [row for row in rows if row.id not in above]


def posted(rows: Sequence[Force], parts: Mapping[str, OperationPart]) -> dict[str, Counter[str]]:
    """People by sector and, within it, by post, "" where there is none. Who has no place of their
    own stands where the force above does."""
    above = {row.id: row for row in rows}
    found: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for row in lowest(rows):
        part = parts.get(_placed(row, above) or "")
        post, sector = "", part
        if part is not None and part.kind is PartKind.POST:
            post, sector = part.name, parts.get(part.parent_id or "")
        found[sector.name if sector is not None else ""][post] += row.strength
    return {sector: found[sector] for sector in sorted(found, key=lambda name: (not name, name))}


def _placed(row: Force, above: Mapping[str, Force]) -> str | None:
    at: Force | None = row
    for _ in range(DEEPEST):
        if at is None or at.part_id is not None:
            break
        at = above.get(at.parent_id or "")
    return at.part_id if at is not None else None


def remaining(
    situation: Situation,
    rows: Sequence[Force],
    kecamatan: Sequence[str],
    kecamatan_of: Callable[[str], str | None],
    now: datetime,
    targets: Targets,
) -> list[Left]:
    """One for each of `kecamatan`, and for None where units live in no known one. Who of them is in
    `rows`, those `committed`, is known by call sign: of the unit or of one that contains it."""
    signs = {row.call_sign.casefold() for row in rows if row.call_sign}
    found: dict[str | None, list[int]] = {code: [0, 0, 0, 0] for code in kecamatan}
    for unit in situation.all("unit"):
        row = board_row(situation, unit)
        if not row.ours or row.contains or row.status is UnitStatus.OFF_DUTY:
            continue
        home = kecamatan_of(row.home) if row.home else None
        parts = found.setdefault(home if home in found else None, [0, 0, 0, 0])
        taken = _is_taken(situation, unit, signs)
        for at, people in enumerate(_people(row, now, targets, taken=taken)):
            parts[at] += people
    return [Left(code, *parts) for code, parts in found.items()]


def _people(
    row: BoardRow, now: datetime, targets: Targets, *, taken: bool
) -> tuple[int, int, int, int]:
    ready = row.crew if row.is_available(now, targets) and not taken else 0
    stale = row.crew if row.is_doubtful(now, targets) and not taken else 0
    return row.crew, row.crew if taken else 0, ready, stale


def _is_taken(situation: Situation, unit: Unit, signs: set[str]) -> bool:
    at: Unit | None = unit
    for _ in range(DEEPEST):
        if at is None:
            return False
        if at.call_sign.casefold() in signs:
            return True
        at = situation.unit(at.parent_id) if at.parent_id else None
    return False


def unlinked(situation: Situation, rows: Sequence[Force]) -> int:
    """People of our own in `rows` whom the board knows neither by their own call sign nor by that
    of a force above them: they are not taken off anything."""
    known = {unit.call_sign.casefold() for unit in situation.all("unit")}
    above = {row.id: row for row in rows}
    return sum(
        row.strength
        for row in lowest(rows)
        if row.branch is Branch.POLRI and not _is_known(row, above, known)
    )


def _is_known(row: Force, above: Mapping[str, Force], known: set[str]) -> bool:
    at: Force | None = row
    for _ in range(DEEPEST):
        if at is None:
            return False
        if at.call_sign.casefold() in known:
            return True
        at = above.get(at.parent_id or "")
    return False
