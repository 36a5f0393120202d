"""Rows of a foreign document to records of the contract, by a mapping.

A report is never lost: what does not fit in it is left out and said, its id and time are made up
where they are missing. Any other record that does not fit is refused.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

import msgspec

from command_center.contract.coerce import Unfit, coerced
from command_center.contract.fields import field_of
from command_center.contract.foreign import Row
from command_center.contract.mapping import OTHERWISE, RecordMapping, SourceMapping
from command_center.contract.page import RAW_KEPT, Accepted, Refused, item_of

_PATH = re.compile(r"at `\$\.([a-z_]+(?:\.[a-z_]+)?)")
_FIELD = re.compile(r"field `([a-z_]+)`")
# Who wishes to stay hidden is not shown because nobody can read what they wished any more.
_UNREADABLE_WISH = "rahasia"


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A field of a report that was stored without it, and where it stood."""

    where: str
    field: str
    why: str


@dataclass(frozen=True, slots=True)
class Converted:
    """What one row became; nothing, where the mapping wants none of it."""

    items: tuple[Accepted | Refused, ...]
    left_out: tuple[LeftOut, ...] = ()


def convert(row: Row, mapping: SourceMapping, now: datetime) -> Converted:
    """The records of a row. `now` stands for a time that cannot be read."""
    raw = _shown(row.value)
    if row.fault or not isinstance(row.value, dict):
        why = row.fault or "Not an object"
        return Converted((Refused("", why, raw, row.where, foreign=True),))
    items: list[Accepted | Refused] = []
    left_out: list[LeftOut] = []
    for record in mapping.records:
        if record.takes(row.value):
            made = _Made(row, record, mapping, raw)
            items.append(made.item(now))
            left_out += made.left_out
    return Converted(tuple(items), tuple(left_out))


class _Made:
    """One record in the making."""

    def __init__(self, row: Row, record: RecordMapping, mapping: SourceMapping, raw: str) -> None:
        self._row = row
        self._record = record
        self._raw = raw
        self.left_out: list[LeftOut] = []
        self._values = self._read(mapping)
        if record.type == "report" and "reporter" in record.fields:
            self._values.setdefault("reporter", _UNREADABLE_WISH)

    def item(self, now: datetime) -> Accepted | Refused:
        if self.left_out and self._record.type != "report":
            worst = self.left_out[0]
            return self._refused(f"{worst.why} - at `{worst.field}`")
        digest = _digest(self._values)
        if self._record.type == "report":
            self._stand_in("id", f"raw-{digest[:24]}")
            self._stand_in("at", now.isoformat())
        found = self._judged()
        while isinstance(found, Refused) and self._leave_out(found.why):
            found = self._judged()
        if isinstance(found, Refused):
            return self._refused(found.why)
        return replace(found, digest=digest, raw=self._raw, foreign=True)

    def _read(self, mapping: SourceMapping) -> dict[str, Any]:
        values = dict(self._record.fixed)
        for name, expression in self._record.fields.items():
            said = expression.search(self._row.value)
            kind = field_of(self._record.type, name)
            try:
                value = coerced(self._worded(name, said), kind, mapping)
            except Unfit as unfit:
                self._say(name, str(unfit))
                continue
            if value is not None:
                values[name] = value
        return values

    def _worded(self, name: str, said: Any) -> Any:
        """In our word for it, where the mapping has one."""
        words = self._record.values.get(name)
        if words is None or said is None:
            return said
        text = str(said).strip()
        if text in words:
            return words[text]
        if OTHERWISE in words:
            return words[OTHERWISE] or None
        raise Unfit("Not a word of the mapping")

    def _judged(self) -> Accepted | Refused:
        return item_of(msgspec.Raw(json.dumps(_nested(self._record.type, self._values)).encode()))

    def _stand_in(self, name: str, value: str) -> None:
        if name not in self._values:
            self._values[name] = value
            if not any(one.field == name for one in self.left_out):
                self._say(name, "Missing")

    def _leave_out(self, why: str) -> bool:
        """Whether there is a field to go on without."""
        found = _PATH.search(why) or _FIELD.search(why)
        if self._record.type != "report" or found is None:
            return False
        name = next((one for one in _names(found.group(1)) if one in self._values), "")
        if not name or name in ("id", "at") or any(one.field == name for one in self.left_out):
            return False
        self._say(name, why.partition(" - at")[0])
        del self._values[name]
        if name == "reporter":
            self._values[name] = _UNREADABLE_WISH
        return True

    def _say(self, name: str, why: str) -> None:
        expression = self._record.fields.get(name)
        read = f" ({expression.text})" if expression else ""
        self.left_out.append(LeftOut(f"{self._row.where}{read}", name, why))

    def _refused(self, why: str) -> Refused:
        id = str(self._values.get("id", ""))[:200]
        raw, foreign = self._raw, True
        if self._values.get("reporter") == "anonim":
            raw, foreign = _shown(_nested(self._record.type, self._values)), False
        return Refused(id, why, raw, self._row.where, foreign)


def _names(path: str) -> tuple[str, str]:
    return path, path.partition(".")[0]


def _nested(kind: str, values: Mapping[str, Any]) -> dict[str, Any]:
    made: dict[str, Any] = {"type": kind}
    for name, value in values.items():
        outer, _, inner = name.partition(".")
        if inner:
            made.setdefault(outer, {})[inner] = value
        else:
            made[outer] = value
    return made


def _digest(values: Mapping[str, Any]) -> str:
    said = json.dumps(values, sort_keys=True, separators=(",", ":"), default=str)
    return hashlib.sha256(said.encode("utf-8", "surrogatepass")).hexdigest()


def _shown(value: Any) -> str:
    text = json.dumps(value, ensure_ascii=False, default=str)[:RAW_KEPT]
    return text.encode("utf-8", "replace").decode("utf-8")
