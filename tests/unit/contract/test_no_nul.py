"""No text of a record may hold what no text of the database can."""

import json
from typing import Any

import pytest

from command_center.contract.examples import RECORDS
from command_center.contract.page import Refused, parse_page
from command_center.contract.records import VERSION

NUL = "a\x00b"


def texts(value: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """Where a text stands, keys of free tables included."""
    if isinstance(value, str):
        return [path]
    found: list[tuple[Any, ...]] = []
    held = dict(enumerate(value)) if isinstance(value, list) else value
    for key, inner in held.items() if isinstance(held, dict) else ():
        found += texts(inner, (*path, key))
    return found


def with_nul(record: dict[str, Any], path: tuple[Any, ...]) -> dict[str, Any]:
    copy = json.loads(json.dumps(record))
    place = copy
    for key in path[:-1]:
        place = place[key]
    place[path[-1]] = NUL
    return dict(copy)


def refused(record: dict[str, Any]) -> bool:
    page = parse_page(json.dumps({"contract": VERSION, "records": [record]}).encode())
    return isinstance(page.items[0], Refused)


@pytest.mark.parametrize("kind", sorted(RECORDS))
def test_no_text_holds_a_nul(kind: str) -> None:
    record = json.loads(json.dumps(RECORDS[kind]))
    assert not refused(record)
    held = [path for path in texts(record) if not refused(with_nul(record, path))]
    assert held == []


def test_neither_does_a_name_that_the_sender_chose() -> None:
    hospital = {**RECORDS["hospital"], "figures": {NUL: 1}}
    assert refused(json.loads(json.dumps(hospital)))
    unit = {**RECORDS["unit"], "parent": NUL}
    assert refused(json.loads(json.dumps(unit)))
