"""Personal data is taken out of every record and sealed before anything else is done with it.

What is logged, queued, shown and exported afterwards holds a subject's id and a reference that
tells reporters apart in this room only. Of who reports `anonim` nothing is kept at all.
"""

from __future__ import annotations

import hashlib
import hmac
import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import partial
from typing import Protocol
from urllib.parse import unquote

import msgspec
from msgspec.structs import replace

from command_center.connectors.hidden import Heard, without_number
from command_center.connectors.raws import Keep, judge
from command_center.connectors.scrub import SHORTEST_NUMBER, Scrubber, digits_of
from command_center.contract.page import Accepted
from command_center.contract.records import CallRecord, Person, ReportRecord, ReportUpdateRecord
from command_center.ports import Clock

KEPT = timedelta(days=90)
_PARTS = ("name", "phone", "national_id", "contact")


class Vault(Protocol):
    """Where it is sealed: storage.sealed."""

    def keep(self, texts: Mapping[str, Mapping[str, str]], expires_at: datetime) -> None: ...

    def room_key(self) -> bytes: ...

    def hidden_reports(self, source_id: str, ids: Sequence[str]) -> Mapping[str, str]: ...


@dataclass(frozen=True, slots=True)
class Cleared:
    """A record without the person it came with. `held`: its raw text still names one."""

    item: Accepted
    subject_id: str | None = None
    reporter_ref: str = ""
    held: bool = False


@dataclass(frozen=True, slots=True)
class Kept:
    """What the log may say of a raw record: itself, or under which subject it is sealed."""

    raw: str
    digest: str
    subject_id: str | None


class Sealer(Protocol):
    """Every call waits for the database; OperatorError."""

    def seal(
        self, source_id: str, record_id: str, person: Person | None, at: datetime
    ) -> tuple[str | None, str]:
        """(subject id, reporter_ref) of one who reports openly or in confidence; the same record
        again is the same subject. (None, "") of nobody. `at` is when it was said."""

    def clear(self, source_id: str, items: Sequence[Accepted]) -> Sequence[Cleared]:
        """Every record of a page, in order, all sealed in one transaction."""

    def keep_raws(self, source_id: str, raws: Sequence[tuple[str, bool]]) -> Sequence[Kept]:
        """Of each (raw record, whether it is known to name a person)."""


@dataclass(slots=True)
class _Found:
    """What is to be sealed of a page. `hidden` = {report: reporter_ref} of reporters who asked
    for it, of what the page says more of."""

    texts: dict[str, dict[str, str]] = field(default_factory=dict)
    hidden: Mapping[str, str] = field(default_factory=dict)


class RoomSealer:
    """Of one room; from any thread."""

    def __init__(self, vault: Vault, clock: Clock) -> None:
        self._vault = vault
        self._clock = clock
        self._key = b""
        self._heard = Heard()

    def seal(
        self, source_id: str, record_id: str, person: Person | None, at: datetime
    ) -> tuple[str | None, str]:
        texts = parts_of(person)
        if person is None or not texts:
            return None, ""
        subject_id = self._subject(source_id, record_id)
        self._vault.keep({subject_id: texts}, max(at, self._clock.now()) + KEPT)
        return subject_id, self._reference(person)

    def clear(self, source_id: str, items: Sequence[Accepted]) -> Sequence[Cleared]:
        found = _Found(hidden=self._hidden(source_id, items))
        cleared = [self._cleared(source_id, item, found) for item in items]
        if found.texts:
            self._vault.keep(found.texts, self._clock.now() + KEPT)
        return cleared

    def keep_raws(self, source_id: str, raws: Sequence[tuple[str, bool]]) -> Sequence[Kept]:
        found = _Found()
        kept = [self._kept(source_id, raw, held, found) for raw, held in raws]
        if found.texts:
            self._vault.keep(found.texts, self._clock.now() + KEPT)
        return kept

    def _cleared(self, source_id: str, item: Accepted, found: _Found) -> Cleared:
        record = item.record
        if isinstance(record, CallRecord) and record.caller:
            person = Person(phone=record.caller)
            call = replace(record, caller="")
            return self._sealed(source_id, f"call:{record.call}", item, call, person, found)
        if isinstance(record, ReportUpdateRecord) and record.report in found.hidden:
            return self._more(source_id, item, record, found.hidden[record.report])
        if not isinstance(record, ReportRecord):
            return Cleared(item, held=item.foreign)
        if record.reporter != "open" and record.person is not None:
            self._heard.remember(source_id, record.id, Scrubber(record.person))
        if record.reporter == "anonim":
            return _forgotten(item, record)
        if record.person is None or not parts_of(record.person):
            return Cleared(item, held=item.foreign)
        without = replace(record, person=None)
        if record.reporter == "rahasia":
            without = scrubbed(without, record.person)
        key = f"report:{record.id}"
        return self._sealed(source_id, key, item, without, record.person, found)

    def _hidden(self, source_id: str, items: Sequence[Accepted]) -> Mapping[str, str]:
        records = [item.record for item in items]
        asked = {one.report for one in records if isinstance(one, ReportUpdateRecord)}
        if not asked:
            return {}
        here = [one for one in records if isinstance(one, ReportRecord) and one.id in asked]
        new = {one.id: "" for one in here if one.reporter != "open"}
        return {**new, **self._vault.hidden_reports(source_id, sorted(asked))}

    def _more(
        self, source_id: str, item: Accepted, record: ReportUpdateRecord, reference: str
    ) -> Cleared:
        """The digest is keyed whether or not anybody was found: it must be the same next time."""
        is_theirs = partial(self._is, reference) if reference else None
        without = self._heard.scrub(source_id, record, is_theirs)
        if is_theirs:
            without = replace(without, text=without_number(without.text, is_theirs))
        raw = msgspec.json.encode(without).decode()
        return Cleared(Accepted(without, self._mark("digest", item.digest), raw))

    def _is(self, reference: str, said: str) -> bool:
        kinds = (("phone", digits_of(said)), ("id", said), ("contact", said.casefold()))
        return any(self._mark(what, form)[:32] == reference for what, form in kinds)

    def _sealed(
        self,
        source_id: str,
        key: str,
        item: Accepted,
        without: ReportRecord | CallRecord,
        person: Person,
        found: _Found,
    ) -> Cleared:
        subject_id = self._subject(source_id, key)
        texts = parts_of(person)
        for name in ("text", "address"):
            said = getattr(item.record, name, "")
            if said != getattr(without, name, ""):
                texts[name] = said
        found.texts.setdefault(subject_id, texts)
        # keyed, or whoever has the log could try every number there is
        kept = Accepted(without, self._mark("digest", item.digest), item.raw)
        return Cleared(kept, subject_id, self._reference(person), held=True)

    def _kept(self, source_id: str, raw: str, held: bool, found: _Found) -> Kept:
        keep, shown = judge(raw)
        if held or keep is Keep.SEALED:
            digest = self._mark("raw", raw)
            subject_id = self._subject(source_id, f"raw:{digest}")
            found.texts.setdefault(subject_id, {"raw": raw})
            return Kept("", digest, subject_id)
        return Kept(shown, hashlib.sha256(shown.encode()).hexdigest(), None)

    def _reference(self, person: Person) -> str:
        """The same for the same number, whichever source it came by; "" without any."""
        phone, contact = digits_of(person.phone), person.contact.strip().casefold()
        if not phone and not any(char.isalpha() for char in contact):
            phone = digits_of(contact)
        if len(phone) >= SHORTEST_NUMBER:
            return self._mark("phone", phone)[:32]
        if person.national_id.strip():
            return self._mark("id", person.national_id.strip().casefold())[:32]
        return self._mark("contact", contact)[:32] if contact else ""

    def _subject(self, source_id: str, key: str) -> str:
        mark = bytes.fromhex(self._mark("subject", f"{source_id}\x00{key}"))
        return str(uuid.UUID(bytes=mark[:16], version=5))

    def _mark(self, what: str, said: str) -> str:
        self._key = self._key or self._vault.room_key()
        told = f"{what}\x00{said}".encode("utf-8", "surrogatepass")
        return hmac.new(self._key, told, hashlib.sha256).hexdigest()


def parts_of(person: Person | None) -> dict[str, str]:
    """What is known of a person, by what it is."""
    if person is None:
        return {}
    return {name: said for name in _PARTS if (said := getattr(person, name).strip())}


def scrubbed(record: ReportRecord, person: Person) -> ReportRecord:
    """Without the person's name, numbers and contact wherever a person reads it; a file whose
    address names them is not asked for."""
    scrub = Scrubber(person)
    return replace(
        record,
        category=scrub.address(record.category),
        text=scrub.text(record.text),
        area=scrub.address(record.area),
        address=scrub.address(record.address),
        attachments=tuple(
            replace(one, name=scrub.text(one.name))
            for one in record.attachments
            if not scrub.names_them(unquote(one.url))
        ),
    )


def _forgotten(item: Accepted, record: ReportRecord) -> Cleared:
    """An anonymous report: as if the person had never been in it, digest and raw text included."""
    person = record.person or Person()
    without = scrubbed(replace(record, person=None), person)
    raw = msgspec.json.encode(without)
    return Cleared(Accepted(without, hashlib.sha256(raw).hexdigest(), raw.decode()))
