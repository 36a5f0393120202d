"""A hospital's EDXL-HAVE, asked for again and again: a picture of now, without a cursor."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field

import msgspec
import requests

from command_center.connectors.fetch import get
from command_center.connectors.hospital.found import HaveDocument, HaveHospital, RefusedElement
from command_center.connectors.hospital.have import parse_have
from command_center.connectors.hospital.xml_tree import LIMITS
from command_center.connectors.reader import Read
from command_center.contract.page import Accepted, Page, PageFault, Refused
from command_center.contract.records import HospitalRecord

PROFILE = "hospital"
_LIVE = "live"
# Of an envelope; a message without one says nothing and is taken for real.
_REAL = frozenset({"", "Actual"})
_RAW_KEPT = 16_000


@dataclass(slots=True)
class HaveReader:
    """`room` is the kind of room that asks: a drill's figures are for an exercise only. The same
    bytes again are no news."""

    url: str
    room: str = _LIVE
    _last: bytes = field(default=b"", repr=False)

    def read(self, session: requests.Session, cursor: str, limit: int) -> Read:
        """Every hospital of the answer, and every element of it that was refused. FetchFault,
        PageFault."""
        body = get(session, self.url, {}, LIMITS.bytes)
        digest = hashlib.sha256(body).digest()
        if digest == self._last:
            return Read(Page((), "", False))
        found = parse_have(body)
        self._demand_ours(found)
        self._last = digest
        items: list[Accepted | Refused] = [
            *map(_accepted, found.stored),
            *map(_refused, found.refused),
        ]
        return Read(Page(tuple(items), "", False))

    def _demand_ours(self, found: HaveDocument) -> None:
        if self.room == _LIVE and found.status not in _REAL:
            raise PageFault("have_not_for_this_room", status=found.status)
        if not found.stored and len(found.refused) == 1:
            raise PageFault("answer_not_have", why=found.refused[0].reason)


def _accepted(found: HaveHospital) -> Accepted:
    """Named by what it says, so that a correction under the same time is heard, too."""
    record = HospitalRecord(
        id="",
        at=found.at,
        hospital=found.code,
        name=found.name,
        lat=found.lat,
        lon=found.lon,
        services=found.services,
        figures=dict(found.figures),
    )
    raw = msgspec.json.encode(record, order="sorted")
    digest = hashlib.sha256(raw).hexdigest()
    named = msgspec.structs.replace(record, id=f"{found.code}:{digest[:32]}")
    return Accepted(named, digest, raw[:_RAW_KEPT].decode("utf-8", "replace"))


def _refused(found: RefusedElement) -> Refused:
    raw = f"{found.element}: {found.value}" if found.value else found.element
    return Refused(found.element[:200], found.reason, raw, found.element)
