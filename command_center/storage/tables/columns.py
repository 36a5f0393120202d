"""The kinds of column: what they hold and how long it may be, by constraint on both engines."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from typing import Any

from sqlalchemy import (
    BigInteger,
    Boolean,
    CheckConstraint,
    Column,
    Float,
    ForeignKey,
    Integer,
    MetaData,
    String,
    Text,
)
from sqlalchemy.schema import SchemaItem

METADATA = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)

# Bytes sort the same on both engines only under the C collation.
Id = String(100).with_variant(String(100, collation="C"), "postgresql")
# Only INTEGER PRIMARY KEY is SQLite's own row number.
Sequence64 = BigInteger().with_variant(Integer(), "sqlite")

LINE = 200
PARAGRAPH = 4_000
DOCUMENT = 20_000
TOPOLOGY = 4_000_000


def key() -> Column[str]:
    return Column("id", Id, primary_key=True, nullable=False)


def ident(name: str, references: str, *, null: bool = False, primary: bool = False) -> Column[str]:
    """The id of a row of another table; `primary`: there is one row for each of them."""
    target = ForeignKey(f"{references}.id", ondelete="RESTRICT")
    return Column(name, Id, target, primary_key=primary, nullable=null)


def by(name: str, *, null: bool = False) -> Column[str]:
    """Who did it: a person or a machine, so not a reference to staff."""
    return Column(name, Id, nullable=null)


def text(name: str, limit: int = LINE, *, null: bool = False) -> list[SchemaItem]:
    """Text of at most `limit` characters; SQLite needs the check, String(n) alone caps nothing."""
    return [
        Column(name, String(limit), nullable=null),
        CheckConstraint(f"length({name}) <= {limit}", name=f"{name}_length"),
    ]


def json(name: str, limit: int = DOCUMENT) -> list[SchemaItem]:
    """A list or an object as JSON text."""
    return [
        Column(name, Text, nullable=False),
        CheckConstraint(f"length({name}) <= {limit}", name=f"{name}_length"),
    ]


def time(name: str, *, null: bool = False) -> Column[int]:
    """Microseconds since 1970-01-01 UTC."""
    return Column(name, BigInteger, nullable=null)


def flag(name: str) -> list[SchemaItem]:
    return [
        Column(name, Boolean(create_constraint=False), nullable=False),
        CheckConstraint(f"{name} IN (true, false)", name=f"{name}_flag"),
    ]


def number(name: str, at_least: int = 0) -> list[SchemaItem]:
    return [
        Column(name, Integer, nullable=False),
        CheckConstraint(f"{name} >= {at_least}", name=f"{name}_range"),
    ]


def one_of(name: str, values: type[StrEnum], *, null: bool = False) -> list[SchemaItem]:
    """A value of an enum."""
    allowed = ", ".join(f"'{value.value}'" for value in values)
    return [
        Column(name, String(40), nullable=null),
        CheckConstraint(f"{name} IN ({allowed})", name=name),
    ]


def position() -> list[SchemaItem]:
    """WGS84 degrees: both or neither."""
    return [
        Column("lat", Float, nullable=True),
        Column("lon", Float, nullable=True),
        CheckConstraint("lat BETWEEN -90 AND 90", name="lat_range"),
        CheckConstraint("lon BETWEEN -180 AND 180", name="lon_range"),
        CheckConstraint("(lat IS NULL) = (lon IS NULL)", name="position_whole"),
    ]


def degrees(name: str) -> list[SchemaItem]:
    """From north, clockwise; or the width of a view."""
    return [
        Column(name, Float, nullable=True),
        CheckConstraint(f"{name} BETWEEN 0 AND 360", name=f"{name}_range"),
    ]


def real(name: str) -> Column[float]:
    """A number of any sign."""
    return Column(name, Float, nullable=False)


def metres(name: str) -> list[SchemaItem]:
    return [
        Column(name, Float, nullable=True),
        CheckConstraint(f"{name} >= 0", name=f"{name}_range"),
    ]


def written() -> list[SchemaItem]:
    """What every row carries: its version and the operation that wrote this version."""
    operation = ForeignKey("op.op_id", ondelete="RESTRICT")
    return [
        Column("version", Integer, nullable=False),
        Column("op_id", Id, operation, nullable=False),
        CheckConstraint("version >= 1", name="version_range"),
    ]


def flat(*parts: SchemaItem | Sequence[SchemaItem]) -> list[Any]:
    """Columns and constraints in one list."""
    items: list[Any] = []
    for part in parts:
        items.extend(part if isinstance(part, list) else [part])
    return items
