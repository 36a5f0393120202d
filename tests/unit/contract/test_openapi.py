"""The document of the contract says what the types that read the records say."""

import json
from pathlib import Path
from typing import Any, get_args

import msgspec
import pytest

from command_center.contract.examples import MESSAGES, RECORDS
from command_center.contract.messages import Message
from command_center.contract.openapi import document
from command_center.contract.page import Accepted, parse_page, write_page
from command_center.contract.records import Record

SHIPPED = Path(__file__).parents[3] / "docs" / "openapi.json"


def tags(union: Any) -> set[str]:
    return {str(one.__struct_config__.tag) for one in get_args(union)}


def test_the_shipped_document_is_the_one_that_is_served() -> None:
    """Write it anew with: python -m command_center.contract.openapi > docs/openapi.json"""
    assert SHIPPED.read_bytes() == document()


def test_every_record_and_message_has_an_example_that_can_be_read() -> None:
    assert set(RECORDS) == tags(Record)
    assert set(MESSAGES) == tags(Message)
    page = parse_page(write_page(list(RECORDS.values()), "", more=False))
    assert [type(item) for item in page.items] == [Accepted] * len(RECORDS)
    for example in MESSAGES.values():
        read: Any = msgspec.convert(example, Message)
        assert read.id == example["id"]


def test_every_reference_leads_to_a_schema() -> None:
    said = json.loads(document())
    schemas = said["components"]["schemas"]

    def references(node: Any) -> list[str]:
        if isinstance(node, dict):
            own = [node["$ref"]] if isinstance(node.get("$ref"), str) else []
            return own + [ref for value in node.values() for ref in references(value)]
        return (
            [ref for value in node for ref in references(value)] if isinstance(node, list) else []
        )

    found = {ref.rpartition("/")[2] for ref in references(said)}
    assert found <= set(schemas)
    assert {one.__name__ for one in get_args(Record)} <= found


@pytest.mark.parametrize("name", sorted(RECORDS))
def test_limits_of_the_types_are_in_the_document(name: str) -> None:
    (kind,) = [one for one in get_args(Record) if one.__struct_config__.tag == name]
    schema = json.loads(document())["components"]["schemas"][kind.__name__]
    assert schema["properties"]["id"] == {
        "type": "string",
        "minLength": 1,
        "maxLength": 200,
        "pattern": "^[^\\x00]*$",
    }
    assert {"id", "at", "type"} <= set(schema["required"])
