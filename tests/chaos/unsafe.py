"""Ways of giving a unit away that look right and are not: the controls of the races."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, text
from sqlalchemy.exc import DBAPIError

ROUNDS, THINK_S = 30, 0.002
_TABLES = (
    "CREATE TABLE unit (id INTEGER PRIMARY KEY, name TEXT)",
    "INSERT INTO unit VALUES (1, 'BRAVO 1')",
    "CREATE TABLE given (unit_id INTEGER, turn INTEGER, to_whom INTEGER)",
)
GUARD = "CREATE UNIQUE INDEX one_given ON given (unit_id, turn)"
_FREE = "SELECT count(*) FROM given WHERE unit_id = 1 AND turn = :turn"
_GIVE = "INSERT INTO given VALUES (1, :turn, :who)"
_TWICE = "SELECT count(*) FROM (SELECT turn FROM given GROUP BY turn HAVING count(*) > 1) AS d"
Give = Callable[[Connection, int, int], None]


def check_then_insert(connection: Connection, turn: int, who: int) -> None:
    if connection.execute(text(_FREE), {"turn": turn}).scalar_one() == 0:
        time.sleep(THINK_S)
        connection.execute(text(_GIVE), {"turn": turn, "who": who})


def select_for_update(connection: Connection, turn: int, who: int) -> None:
    """As SQLAlchemy's with_for_update(): its SQLite dialect leaves the two words out."""
    lock = " FOR UPDATE" if connection.dialect.name == "postgresql" else ""
    connection.execute(text(f"SELECT name FROM unit WHERE id = 1{lock}")).all()
    check_then_insert(connection, turn, who)


def default_sqlite(folder: Path) -> Engine:
    """As `create_engine` gives it, with the driver of the standard library."""
    return create_engine(f"sqlite:///{folder / 'unsafe.db'}")


def default_postgres(url: str) -> Engine:
    """READ COMMITTED, as it comes."""
    return create_engine(url.replace("postgresql://", "postgresql+psycopg://"))


def double_rounds(engine: Engine, give: Give, *also: str) -> int:
    """In how many rounds of two dispatchers both got the unit."""
    with engine.begin() as connection:
        for sql in (*_TABLES, *also):
            connection.execute(text(sql))
    start = threading.Barrier(2)
    racers = [
        threading.Thread(target=_dispatch, args=(engine, give, who, start)) for who in range(2)
    ]
    for racer in racers:
        racer.start()
    for racer in racers:
        racer.join()
    with engine.begin() as connection:
        doubles: Any = connection.execute(text(_TWICE)).scalar_one()
    engine.dispose()
    return int(doubles)


def _dispatch(engine: Engine, give: Give, who: int, start: threading.Barrier) -> None:
    for turn in range(ROUNDS):
        start.wait()
        try:
            with engine.begin() as connection:
                give(connection, turn, who)
        except DBAPIError:
            continue  # refused: it did not get the unit
