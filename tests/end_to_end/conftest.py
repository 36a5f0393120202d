"""Rooms on both engines, as the storage tests have them, and one with its city around it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from tests.end_to_end.city import City, opened_city
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


@pytest.fixture
def city(qapp: QApplication, tmp_path: Path) -> Iterator[City]:
    with opened_city(tmp_path) as opened:
        yield opened
