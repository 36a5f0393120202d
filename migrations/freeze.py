"""Writes sql/0001_*_tables.sql from the tables. For the time before the first release only:
once a database exists that must survive, a change of the tables is a new revision instead."""

from pathlib import Path

from sqlalchemy import Dialect
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.schema import CreateIndex, CreateTable

from command_center.storage.tables import METADATA

_HEAD = "-- Written by migrations/freeze.py. Statements are separated by blank lines.\n"


def statements(dialect: Dialect) -> list[str]:
    """Every CREATE, tables before what refers to them."""
    found: list[str] = []
    for table in METADATA.sorted_tables:
        found.append(str(CreateTable(table).compile(dialect=dialect)).strip())
        indexes = sorted(table.indexes, key=lambda index: str(index.name))
        found += [str(CreateIndex(index).compile(dialect=dialect)).strip() for index in indexes]
    return [text.replace("\t", "    ").replace(", \n", ",\n") for text in found]


def main() -> None:
    """Both engines."""
    folder = Path(__file__).resolve().parent / "sql"
    engines = (("sqlite", sqlite), ("postgresql", postgresql))
    for name, dialect in ((name, engine.dialect()) for name, engine in engines):
        text = _HEAD + "\n\n".join(statements(dialect)) + "\n"
        (folder / f"0001_{name}_tables.sql").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
