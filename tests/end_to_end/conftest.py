"""Rooms on both engines, as the storage tests have them."""

from tests.storage.conftest import (
    database_url,
    engine_name,
    migrations,
    postgres,
    postgres_template,
    sqlite_template,
)

__all__ = [
    "database_url",
    "engine_name",
    "migrations",
    "postgres",
    "postgres_template",
    "sqlite_template",
]
