"""Orders as the city hears them over HTTP, version 1 of the orders we send."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Literal

import msgspec
from msgspec import Meta, Struct

from command_center.contract.records import At, Latitude, Longitude, RecordId, Text, Word

ORDERS_VERSION = "pusat-komando-orders/1"


class Recipient(Struct, frozen=True):
    call_sign: Annotated[str, Meta(min_length=1, max_length=40)]
    requested: bool = False


class OrderMessage(Struct, frozen=True, kw_only=True):
    """`stand_down`: the units have nothing more to do there. `ask`: what are they doing? No place:
    `lat` and `lon` are None."""

    contract: Literal["pusat-komando-orders/1"]
    id: RecordId
    kind: Literal["order", "stand_down", "ask"]
    at: At
    units: Annotated[tuple[Recipient, ...], Meta(min_length=1, max_length=200)]
    text: Text = ""
    number: int = 0
    address: Word = ""
    lat: Latitude | None = None
    lon: Longitude | None = None


class HeardOrder(Struct, frozen=True):
    """The part of a message that is one unit's."""

    id: str
    kind: str
    at: datetime
    call_sign: str
    requested: bool
    point: tuple[float, float] | None


_decoder = msgspec.json.Decoder(OrderMessage)


def parse_order(body: bytes) -> tuple[HeardOrder, ...]:
    """msgspec.DecodeError when it is not one."""
    message = _decoder.decode(body)
    point = None
    if message.lat is not None and message.lon is not None:
        point = (message.lat, message.lon)
    return tuple(
        HeardOrder(message.id, message.kind, message.at, unit.call_sign, unit.requested, point)
        for unit in message.units
    )
