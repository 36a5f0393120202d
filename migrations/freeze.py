"""Writes sql/REVISION_*_tables.sql: how the named tables are made, as they stand now.

    python -m migrations.freeze 0003 alarm shelf

SQLite cannot change a constraint, so a revision makes a table anew there; PostgreSQL needs the
statements of new tables only. What is written is never written again once a room has used it.
"""

import sys
from collections.abc import Collection
from pathlib import Path

from sqlalchemy import Dialect
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.schema import CreateIndex, CreateTable

from command_center.storage.tables import METADATA

_HEAD = "-- Written by migrations/freeze.py. Statements are separated by blank lines.\n"


def statements(dialect: Dialect, tables: Collection[str]) -> list[str]:
    """Every CREATE, tables before what refers to them."""
    found: list[str] = []
    for table in METADATA.sorted_tables:
        if table.name not in tables:
            continue
        found.append(str(CreateTable(table).compile(dialect=dialect)).strip())
        indexes = sorted(table.indexes, key=lambda index: str(index.name))
        found += [str(CreateIndex(index).compile(dialect=dialect)).strip() for index in indexes]
    return [text.replace("\t", "    ").replace(", \n", ",\n") for text in found]


def main(revision: str, tables: Collection[str]) -> None:
    """Both engines."""
    folder = Path(__file__).resolve().parent / "sql"
    engines = (("sqlite", sqlite), ("postgresql", postgresql))
    for name, dialect in ((name, engine.dialect()) for name, engine in engines):
        text = _HEAD + "\n\n".join(statements(dialect, tables)) + "\n"
        (folder / f"{revision}_{name}_tables.sql").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2:])
