"""The tables say the same as the dataclasses, and the migrations the same as the tables."""

import dataclasses
import typing
from collections.abc import Mapping
from datetime import datetime
from enum import StrEnum
from typing import Any

import pytest
from sqlalchemy import BigInteger, Boolean, CheckConstraint, Column, Float, Integer, Table

from command_center.domain.entities import ENTITIES
from command_center.storage.tables import ENTITY_TABLES


def options(annotation: Any) -> tuple[type[Any], bool]:
    """The type of a field without None, and whether None is allowed."""
    arguments = typing.get_args(annotation)
    if type(None) in arguments:
        (only,) = (argument for argument in arguments if argument is not type(None))
        return only, True
    return typing.get_origin(annotation) or annotation, False


def checks(table: Table) -> str:
    found = [c.sqltext for c in table.constraints if isinstance(c, CheckConstraint)]
    return "\n".join(map(str, found))


@pytest.mark.parametrize("entity", ENTITIES)
def test_a_table_has_the_fields_of_its_rows(entity: str) -> None:
    fields = {field.name for field in dataclasses.fields(ENTITIES[entity])}
    assert set(ENTITY_TABLES[entity].columns.keys()) == fields | {"op_id"}


@pytest.mark.parametrize("entity", ENTITIES)
def test_a_column_holds_what_its_field_holds(entity: str) -> None:
    hints = typing.get_type_hints(ENTITIES[entity])
    kinds: Mapping[type[Any], type[Any]] = {
        datetime: BigInteger, bool: Boolean, float: Float, int: Integer
    }  # fmt: skip
    for name, annotation in hints.items():
        column: Column[Any] = ENTITY_TABLES[entity].columns[name]
        kind, null = options(annotation)
        assert column.nullable == null, f"{entity}.{name}"
        expected = kinds.get(kind)
        if expected is not None:
            assert isinstance(column.type, expected), f"{entity}.{name}"
        else:
            assert column.type.python_type is str, f"{entity}.{name}"


@pytest.mark.parametrize("entity", ENTITIES)
def test_an_enum_column_takes_its_values_only(entity: str) -> None:
    said = checks(ENTITY_TABLES[entity])
    for name, annotation in typing.get_type_hints(ENTITIES[entity]).items():
        kind, _ = options(annotation)
        if issubclass(kind, StrEnum):
            values = ", ".join(f"'{value.value}'" for value in kind)
            assert f"{name} IN ({values})" in said


@pytest.mark.parametrize("entity", ENTITIES)
def test_every_text_is_capped(entity: str) -> None:
    said = checks(ENTITY_TABLES[entity])
    for column in ENTITY_TABLES[entity].columns:
        limited = getattr(column.type, "length", None) is not None
        by_check = f"length({column.name})" in said
        if column.type.python_type is str:
            assert limited or by_check, column.name
