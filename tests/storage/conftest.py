"""Both engines by one fixture: a test that asks for `database` runs on each."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from command_center.runtime.paths import migrations_dir
from command_center.storage.database import Database, open_database
from command_center.storage.engine import open_engine
from command_center.storage.migrate import bring_up_to_date
from tests.postgres import Server, running_server

ENGINES = ("sqlite", pytest.param("postgresql", marks=pytest.mark.postgres))


@pytest.fixture(scope="session")
def migrations() -> Path:
    return migrations_dir()


@pytest.fixture(scope="session")
def postgres() -> Iterator[Server]:
    """The server of the session."""
    with running_server() as server:
        if server is None and os.environ.get("CI"):
            pytest.fail("PostgreSQL is not installed: half of the storage would go untested")
        if server is None:
            pytest.skip("PostgreSQL is not installed (apt install postgresql)")
        yield server


@pytest.fixture(scope="session")
def postgres_template(postgres: Server, migrations: Path) -> str:
    """The name of an empty room, to be copied."""
    name = postgres.new_database()
    engine = open_engine(postgres.url(name))
    bring_up_to_date(engine, migrations)
    engine.dispose()
    return name


@pytest.fixture(scope="session")
def sqlite_template(migrations: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file of an empty room, to be copied."""
    path = tmp_path_factory.mktemp("template") / "room.db"
    engine = open_engine(f"sqlite:///{path}")
    bring_up_to_date(engine, migrations)
    engine.dispose()
    return path


@pytest.fixture(params=ENGINES)
def engine_name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def bare_url(engine_name: str, request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """A database without any table."""
    if engine_name == "sqlite":
        yield f"sqlite:///{tmp_path / 'room.db'}"
        return
    server: Server = request.getfixturevalue("postgres")
    name = server.new_database()
    yield server.url(name)
    server.drop_database(name)


@pytest.fixture
def database_url(engine_name: str, request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """An empty room."""
    if engine_name == "sqlite":
        path = tmp_path / "room.db"
        shutil.copy(request.getfixturevalue("sqlite_template"), path)
        yield f"sqlite:///{path}"
        return
    server: Server = request.getfixturevalue("postgres")
    name = server.new_database(request.getfixturevalue("postgres_template"))
    yield server.url(name)
    server.drop_database(name)


@pytest.fixture
def database(database_url: str) -> Iterator[Database]:
    """An empty room, opened."""
    opened = open_database(database_url)
    yield opened
    opened.close()
