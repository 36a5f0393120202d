"""Sources of a room that is being set up: tried as the room itself would read them, then kept."""

from __future__ import annotations

from itertools import islice
from pathlib import Path

from command_center.bootstrap import source_keys
from command_center.bootstrap.room import OpenedRoom
from command_center.bootstrap.source_readers import reader_of
from command_center.commands.room import ConnectSource
from command_center.connectors.address import check_url
from command_center.connectors.call_110.checklist import CHECKLIST as CALL_110
from command_center.connectors.checklist import Checklist
from command_center.connectors.file_drop.readers import ENDINGS
from command_center.connectors.jogo_malang.checklist import CHECKLIST as JOGO_MALANG
from command_center.connectors.ngalam_112.checklist import CHECKLIST as NGALAM_112
from command_center.connectors.once import FetchFault, PageFault, ask_once
from command_center.connectors.sijalinmaja.checklist import CHECKLIST as SIJALINMAJA
from command_center.connectors.simlinmas.checklist import CHECKLIST as SIMLINMAS
from command_center.connectors.whatsapp.checklist import CHECKLIST as WHATSAPP
from command_center.contract.page import Accepted
from command_center.domain.errors import OperatorError
from command_center.domain.room import RoomKind, Source, SourceKind
from command_center.ports import Clock
from command_center.ui.first_run.setup import SourceDraft, SourceKept, Tried

OFFERED: tuple[Checklist, ...] = (
    JOGO_MALANG,
    SIMLINMAS,
    SIJALINMAJA,
    NGALAM_112,
    CALL_110,
    WHATSAPP,
)
PROFILES = {one.profile: one.name for one in OFFERED}
"""Systems that are connected once and as a whole; an agency and a hospital each have an id."""
MOST_FILES = 10_000
"""Looked at of a folder."""


def sources_in(room: OpenedRoom) -> tuple[str, ...]:
    found = source_keys.sources_of(room)
    return tuple(source.id for source in found if source.kind is not SourceKind.MANUAL)


def _command(draft: SourceDraft) -> ConnectSource:
    if draft.kind is SourceKind.FILES and not Path(draft.url).is_dir():
        raise OperatorError("first_run_folder", folder=draft.url[:200])
    return ConnectSource(
        id=draft.profile,
        name=PROFILES[draft.profile],
        url=draft.url.rstrip("/"),
        enabled=True,
        kind=draft.kind,
        profile=draft.profile,
        mapping=_mapping(draft),
    )


def _mapping(draft: SourceDraft) -> str | None:
    """None: it speaks the contract, as everybody does who posts."""
    named = {one.profile: one.mapping for one in OFFERED}[draft.profile]
    return None if draft.contract or draft.kind is SourceKind.PUSH else named or None


def try_source(draft: SourceDraft, clock: Clock) -> Tried:
    """One page of a source, or what lies in its folder; nothing is stored. OperatorError."""
    command = _command(draft)
    if draft.kind is SourceKind.FILES:
        return _folder(Path(draft.url))
    source = Source(
        command.id, 1, command.name, draft.kind, command.url, True, "", draft.profile,
        command.mapping or "",
    )  # fmt: skip
    try:
        check_url(source.url)
        page = ask_once(reader_of(source, clock, RoomKind.LIVE)).page
    except (FetchFault, PageFault) as fault:
        raise OperatorError(fault.code, **fault.params) from fault
    taken = sum(isinstance(item, Accepted) for item in page.items)
    return Tried(taken, len(page.items) - taken)


def _folder(folder: Path) -> Tried:
    names = [entry.suffix.lower() for entry in islice(folder.iterdir(), MOST_FILES)]
    taken = sum(name in ENDINGS for name in names)
    return Tried(taken, len(names) - taken)


def keep_source(url: str, draft: SourceDraft) -> SourceKept:
    key = source_keys.add_source(url, _command(draft))
    return SourceKept(draft.profile, key.name, key.secret) if key else SourceKept(draft.profile)
