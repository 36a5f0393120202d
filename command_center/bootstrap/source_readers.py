"""Which reader a source is read with: its profile's, its mapping's, or that of contract v1."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from command_center.bootstrap.mappings import mapping_of
from command_center.connectors.hospital import reader as hospital
from command_center.connectors.orders_out import check_loopback
from command_center.connectors.reader import ContractReader, MappedReader, NoReader, Reader
from command_center.connectors.sijalinmaja import client as sijalinmaja
from command_center.connectors.simlinmas import client as simlinmas
from command_center.contract.mapping import SourceMapping
from command_center.domain.errors import OperatorError
from command_center.domain.room import RoomKind, Source
from command_center.ports import Clock

_Maker = Callable[[str, SourceMapping, Clock], Reader]
_PROFILES: Mapping[str, _Maker] = {
    "simlinmas": simlinmas.make_reader,
    "sijalinmaja": sijalinmaja.make_reader,
}


def reader_of(source: Source, clock: Clock, room: RoomKind) -> Reader:
    """One that says why, where its mapping cannot be used. An exercise asks this machine only."""
    maker = _PROFILES.get(source.profile)
    try:
        if room is not RoomKind.LIVE:
            check_loopback(source.url)
        if source.profile == hospital.PROFILE:
            return hospital.HaveReader(source.url, room.value)
        if maker is None and not source.mapping:
            return ContractReader(source.url, room.value, source.profile)
        mapping = mapping_of(source.mapping or source.profile)
    except OperatorError as error:
        return NoReader(error)
    return (maker or MappedReader)(source.url, mapping, clock)
