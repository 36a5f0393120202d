"""What may be logged of a record that was not taken as it came."""

from __future__ import annotations

import json
from collections.abc import Mapping
from enum import StrEnum
from typing import Any, get_args

from msgspec.structs import fields

from command_center.connectors.scrub import Scrubber
from command_center.contract.records import Person, Record

_FIELDS: Mapping[str, frozenset[str]] = {
    str(kind.__struct_config__.tag): frozenset(one.name for one in fields(kind)) | {"type"}
    for kind in get_args(Record)
}
_PERSONAL = ("person", "caller")


class Keep(StrEnum):
    """`plain`: nothing in it can be a person's but free text, which is logged of any record."""

    PLAIN = "plain"
    SEALED = "sealed"


def judge(raw: str) -> tuple[Keep, str]:
    """How a raw record may be kept, and what of it if in plain. Whatever is not surely harmless is
    sealed; of an anonymous reporter the person is left out."""
    try:
        data = json.loads(raw)
    except (ValueError, RecursionError):
        return Keep.SEALED, raw
    if not isinstance(data, dict):
        return Keep.SEALED, raw
    if str(data.get("reporter")).strip().casefold().startswith("anon"):
        return Keep.PLAIN, json.dumps(_without_person(data), ensure_ascii=False)
    return (Keep.PLAIN if _is_harmless(data) else Keep.SEALED), raw


def _is_harmless(data: Mapping[str, Any]) -> bool:
    known = _FIELDS.get(str(data.get("type")), frozenset())
    if not known.issuperset(data) or any(data.get(name) for name in _PERSONAL):
        return False
    if data.get("reporter", "open") != "open":
        return False
    return all(_is_flat(value) for value in data.values())


def _is_flat(value: Any) -> bool:
    if isinstance(value, list):
        return not any(isinstance(one, dict | list) for one in value)
    return not isinstance(value, dict)


def _is_scalar(value: Any) -> bool:
    return not isinstance(value, dict | list)


def _without_person(data: Mapping[str, Any]) -> dict[str, Any]:
    """The contract's own fields only: a foreign one may hold what the person is called."""
    said = data.get("person")
    parts = said if isinstance(said, dict) else {}
    person = Person(**{name: str(parts.get(name, "")) for name in Person.__struct_fields__})
    scrub = Scrubber(person)
    known = _FIELDS.get(str(data.get("type")), frozenset()) - set(_PERSONAL) - {"attachments"}
    kept = {name: value for name, value in data.items() if name in known and _is_scalar(value)}
    return {
        name: scrub.text(value) if isinstance(value, str) else value for name, value in kept.items()
    }
